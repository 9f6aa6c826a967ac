"""References between policies, at the moment when they are frozen."""

from typing import Any

import pytest

from inforce.model import Link, Words, plain
from inforce.publish import withdraw

from ..workplace import (
    NOON,
    Workplace,
    at,
    clause,
    errors,
    policy,
    steps,
)

A, B = clause("a", "First"), clause("b", "Second")
FIRST = {"number": "1", "effective": "on posting"}
REFERRING = clause("see", "See clause [](terms#b) of the [terms](terms)")


def links(place: Workplace, name: str, language: str = "ru") -> list[Link]:
    """The links in the first clause of the last edition."""
    text = place.archive().policies[name].editions[-1].texts[language][-1].text
    (block,) = text.clauses[0].blocks
    return [run for run in getattr(block, "runs", ()) if isinstance(run, Link)]


def referring(**edition: Any) -> dict[str, Any]:
    return policy("privacy", REFERRING, edition={**FIRST, **edition})


def test_a_link_is_frozen_as_an_identity_with_its_words(place: Workplace) -> None:
    terms = policy("terms", A, B, edition=FIRST)
    assert steps(place.publish(terms, referring())) == [
        "Publish privacy 2026-09-01 en kk ru",
        "Publish terms 2026-09-01 en kk ru",
    ]
    assert links(place, "privacy") == [
        Link((Words("2"),), policy="terms", clause="b"),
        Link((Words("terms"),), policy="terms"),
    ]
    assert "See clause 2 of the terms (ru)" in place.text("privacy", "2026-09-01", "ru.txt")


def test_two_policies_may_refer_to_each_other_in_one_run(place: Workplace) -> None:
    back = policy("terms", A, clause("b", "See [](privacy#see)"), edition=FIRST)
    assert len(steps(place.publish(back, referring()))) == 2
    assert steps(place.publish()) == []


@pytest.mark.parametrize(
    ("terms", "check"),
    [
        (policy("terms", A, clause("b", "See [](#nowhere)"), edition=FIRST), "waits"),
        (policy("terms", A, B, edition={"number": "1", "effective": "2020-01-01"}), "waits"),
        (policy("terms", A, B, edition=FIRST, kind="No kind"), "waits"),
        (policy("terms", A, B, edition=FIRST, kind=None), "waits"),
        (policy("terms", A, B), "reference"),
    ],
    ids=["broken reference", "late", "broken source", "key missing", "draft"],
)
def test_what_refers_to_a_policy_that_cannot_be_published_waits(
    place: Workplace, terms: dict[str, Any], check: str
) -> None:
    plan = place.publish(terms, referring(), policy("cookies", A, edition=FIRST))
    assert steps(plan) == ["Publish cookies 2026-09-01 en kk ru"]
    waiting = plan.problems["privacy"]
    assert {one.check for one in waiting} == {check}
    assert "there is no policy `terms` that is or will be published [ru]" in {
        one.message for one in waiting
    }
    place.publish(policy("terms", A, B, edition=FIRST))
    assert place.done[-2:] == [
        "Publish privacy 2026-09-01 en kk ru",
        "Publish terms 2026-09-01 en kk ru",
    ]


def test_the_hint_says_that_the_other_policy_comes_first(place: Workplace) -> None:
    late = policy("terms", A, B, edition={"number": "1", "effective": "2020-01-01"})
    plan = place.plan(late, referring())
    assert {(one.check, one.hint) for one in plan.problems["privacy"]} == {
        ("waits", "The new edition of that policy cannot be published yet: mend that one first.")
    }


def test_waiting_reaches_over_several_policies(place: Workplace) -> None:
    late = policy("terms", A, B, edition={"number": "1", "effective": "2020-01-01"})
    far = policy("cookies", clause("a", "See [](privacy#see)"), edition=FIRST)
    assert steps(place.publish(late, referring(), far)) == []


def test_only_the_new_clauses_of_a_held_policy_are_missing(place: Workplace) -> None:
    place.publish(policy("terms", A, B, edition=FIRST))
    broken = policy(
        "terms", A, B, clause("c", "See [](#x)"), edition={"number": "2", "effective": "on posting"}
    )
    assert steps(place.publish(broken, referring())) == ["Publish privacy 2026-09-01 en kk ru"]


def test_a_renumbered_target_does_not_change_what_refers_to_it(place: Workplace) -> None:
    place.publish(policy("terms", A, B, edition=FIRST), referring())
    shifted = policy(
        "terms", clause("new", "New"), A, B, edition={"number": "2", "effective": "on posting"}
    )
    plan = place.publish(shifted, moment="2026-09-02")
    assert (steps(plan), errors(plan)) == (["Publish terms 2026-09-02 en kk ru"], [])
    assert steps(place.publish(moment="2026-09-03")) == []
    assert plain(links(place, "privacy")[0].runs) == "2"
    again = policy("privacy", REFERRING, A, edition={"number": "2", "effective": "on posting"})
    place.publish(again, moment="2026-09-03")
    assert plain(links(place, "privacy")[0].runs) == "3"


def test_own_words_in_a_reference_are_words_of_the_policy(place: Workplace) -> None:
    numbered = policy("privacy", clause("see", "[clause {label}](terms#b)"), edition=FIRST)
    place.publish(policy("terms", A, B, edition=FIRST), numbered)
    assert steps(place.publish()) == []
    changed = policy("privacy", clause("see", "[section {label}](terms#b)"), edition=FIRST)
    assert [one.split(" [")[0] for one in errors(place.publish(changed))] == [
        "changed-edition: the text differs in `see` from the published edition 2026-09-01",
        "changed-edition: the text differs in `see` from the published edition 2026-09-01",
    ]


def test_another_target_is_a_change(place: Workplace) -> None:
    place.publish(policy("terms", A, B, edition=FIRST), referring())
    other = clause("see", "See clause [](terms#a) of the [terms](terms)")
    assert errors(place.publish(policy("privacy", other, edition=FIRST)))


def test_a_reference_takes_the_number_in_force_when_it_takes_effect(place: Workplace) -> None:
    place.publish(policy("terms", A, B, edition=FIRST))
    shifted = policy(
        "terms", clause("new", "New"), A, B, edition={"number": "2", "effective": "2026-10-01"}
    )
    place.publish(shifted)
    place.publish(referring(effective="2026-09-30"))
    assert plain(links(place, "privacy")[0].runs) == "2"
    place.publish(policy("privacy", REFERRING, edition={"number": "2", "effective": "2026-10-01"}))
    assert plain(links(place, "privacy")[0].runs) == "3"


def test_a_reference_finds_the_nearest_edition_with_the_clause(place: Workplace) -> None:
    place.publish(policy("terms", A, edition=FIRST))
    place.publish(policy("terms", A, B, edition={"number": "2", "effective": "2027-01-01"}))
    place.publish(referring())
    assert plain(links(place, "privacy")[0].runs) == "2"


def test_a_withdrawn_target_leaves_the_published_reference_alone(place: Workplace) -> None:
    place.publish(policy("terms", A, edition=FIRST))
    place.publish(policy("terms", A, B, edition={"number": "2", "effective": "2027-01-01"}))
    place.publish(referring())
    withdraw(place.root, "terms", "2027-01-01", "postponed", at(NOON))
    draft = policy("terms", A)
    assert errors(place.publish(draft)) == []
    again = policy("privacy", REFERRING, edition={"number": "2", "effective": "2026-10-01"})
    assert sorted(errors(place.plan(again))) == [
        f"reference: the policy `terms` has no clause `b` [{code}]" for code in ("en", "kk", "ru")
    ]


def test_a_draft_may_refer_to_a_draft(place: Workplace) -> None:
    plan = place.plan(policy("terms", A, B), policy("privacy", REFERRING))
    assert errors(plan) == []


def test_a_text_that_is_published_is_not_taken_for_a_new_one(place: Workplace) -> None:
    first = policy("terms", A, B, edition=FIRST)
    place.publish(first)
    shifted = policy(
        "terms", clause("new", "New"), A, B, edition={"number": "2", "effective": "on posting"}
    )
    place.publish(shifted, moment="2026-09-02")
    place.publish(first, referring(), moment="2026-09-03")
    assert plain(links(place, "privacy")[0].runs) == "3"
