"""What a check calls an error is not frozen, for nobody could take it back."""

from collections.abc import Mapping
from typing import Any

import pytest

from ..workplace import SITE, Workplace, clause, errors, policy, steps

FIRST = {"number": "1", "effective": "on posting"}
LEFT_OVER = clause("a", "The operator is [НАЗВАНИЕ]")
LATER = "2026-09-03T12:00"

IMPORTED = {"number": "1", "effective": "2020-05-01", "imported": {"source": "our old site"}}
EXCEPTED = {"except": [{"check": "placeholder", "reason": "The form is filled in by hand."}]}
# The clause, more keys of the policy, and whether it is published.
ROWS: list[tuple[Mapping[str, Any], Mapping[str, Any], bool]] = [
    (LEFT_OVER, {"edition": FIRST}, False),
    (clause("a", "Two  spaces"), {"edition": FIRST}, True),
    (LEFT_OVER | EXCEPTED, {"edition": FIRST}, True),
    (LEFT_OVER, {"edition": IMPORTED}, True),
]


@pytest.mark.parametrize(
    ("text", "keys", "published"), ROWS, ids=["an error", "a warning", "an exception", "imported"]
)
def test_an_error_keeps_a_text_from_being_frozen(
    place: Workplace, text: Mapping[str, Any], keys: Mapping[str, Any], published: bool
) -> None:
    plan = place.plan(policy("privacy", text, **keys))
    assert bool(plan.steps) is published
    assert bool(errors(plan)) is not published


def test_the_others_are_published_but_for_those_that_need_it(place: Workplace) -> None:
    place.write(
        policy("privacy", LEFT_OVER, edition=FIRST),
        policy("terms", clause("a", "See [](privacy#a)"), edition=FIRST),
        policy("cookies", clause("a", "See nothing"), edition=FIRST),
    )
    plan = place.publish()
    assert [one.split()[1] for one in steps(plan)] == ["cookies"]
    assert {one.check for one in plan.problems["privacy"]} == {"placeholder"}
    assert {one.check for one in plan.problems["terms"]} == {"waits"}


def test_neither_is_a_corrected_translation(place: Workplace) -> None:
    place.publish(policy("privacy", clause("a", "The operator"), edition=FIRST))
    wrong = {**clause("a", "The operator"), "en": "The operator is TODO"}
    plan = place.plan(policy("privacy", wrong, edition=FIRST), moment=LATER)
    assert plan.steps == ()
    assert [one.partition(":")[0] for one in errors(plan)] == ["placeholder"]


def test_the_company_of_the_template_is_published_with_nothing(place: Workplace) -> None:
    place.write_site({**SITE, "url": "https://policies.company.example/"})
    plan = place.plan(policy("privacy", clause("a", "The operator"), edition=IMPORTED))
    assert plan.steps == ()
    assert {one.location.file for one in plan.problems["privacy"]} == {"content/site.yml"}


def test_what_was_frozen_before_is_not_held_against_it(place: Workplace) -> None:
    place.publish(policy("privacy", LEFT_OVER, edition=IMPORTED))
    plan = place.plan(policy("privacy", LEFT_OVER, edition=IMPORTED), moment=LATER)
    assert (plan.steps, errors(plan)) == ((), [])
