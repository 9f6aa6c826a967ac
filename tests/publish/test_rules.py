"""Each rule for a new edition, with what it says, how to mend it, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from inforce.publish import repeal

from ..workplace import SITE, Workplace, all_problems, at, clause, errors, policy, steps, warnings

A, B, C = clause("a", "First"), clause("b", "Second"), clause("c", "Third")


def edition(effective: str = "2026-10-01", number: str = "2", **more: object) -> dict[str, Any]:
    return {"number": number, "effective": effective, **more}


OLD = policy("privacy", A, B, edition=edition("2026-09-01T12:00", "1"))


@dataclass(frozen=True)
class Case:
    """Sources published one after another at noon of 1 September, then one that is refused."""

    now: dict[str, Any]
    message: str
    hint: str
    where: str
    check: str = "effective"
    before: tuple[dict[str, Any], ...] = ()
    moment: str = "2026-09-02T10:00"
    site: Mapping[str, Any] = field(default_factory=dict)
    severity: str = "error"


CASES = {
    "past": Case(
        policy(edition=edition("2026-09-02")),
        "2026-09-02 has already begun",
        "Write 2026-09-03 or later, or `on posting`; an edition that was published elsewhere "
        "before says so: `imported: {source: …}`.",
        '"2026-09-02"',
    ),
    "past by a minute": Case(
        policy(edition=edition("2026-09-02T09:59")),
        "2026-09-02 09:59 has already begun",
        "Write 2026-09-03 or later, or `on posting`; an edition that was published elsewhere "
        "before says so: `imported: {source: …}`.",
        '"2026-09-02T09:59"',
    ),
    "imported on posting": Case(
        policy(edition=edition("on posting", imported={"source": "our old site"})),
        "an imported edition has a date of its own",
        "Write the date from which it was in force where it was published before.",
        '"on posting"',
    ),
    "adopted too late": Case(
        policy(edition=edition("2026-10-01", adopted="2026-10-02")),
        "the edition takes effect before it is adopted (2026-10-02)",
        "Mend `adopted:` or `effective:`.",
        '"2026-10-01"',
    ),
    "binds too early": Case(
        policy(edition=edition("on posting", applies=[{"to": "users", "from": "2026-09-01"}])),
        "it binds `users` from 2026-09-01, before it takes effect",
        "Write 2026-09-02 or later in `applies:`.",
        '"on posting"',
        "applies",
    ),
    "same moment": Case(
        policy("privacy", A, B, edition=edition("2026-10-01", "2")),
        "edition 2026-10-01 takes effect at the same moment",
        "Write another moment, or withdraw 2026-10-01 if it is still to come.",
        '"2026-10-01"',
        before=(policy("privacy", A, B, edition=edition("2026-10-01", "1")),),
    ),
    "before a scheduled one": Case(
        policy("privacy", A, B, edition=edition("on posting", "3")),
        "edition 2026-10-01 takes effect later, and was made before this one: what changes here "
        "does not change there",
        "If it lacks the change, withdraw it and publish it again under a new number.",
        '"on posting"',
        "scheduled",
        before=(OLD, policy("privacy", A, B, edition=edition("2026-10-01", "2"))),
        severity="warning",
    ),
    "on posting without a number": Case(
        policy(edition={"effective": "on posting"}),
        "an edition that takes effect on posting needs a number",
        "Write `number:`, so that it is known which edition is already published.",
        '{\n  "effective"',
        "number",
    ),
    "earlier without a number": Case(
        policy(edition={"effective": "2026-09-20"}),
        "this edition needs a number: those that take effect later have theirs",
        "Write `number:`, as the edition is cited.",
        '{\n  "effective"',
        "number",
        before=(policy(edition=edition("2026-10-01", "1")),),
    ),
    "too little notice": Case(
        policy("privacy", A, B, edition=edition("2026-09-11")),
        "readers are promised 10 days' notice of a substantive change",
        "Write `effective: 2026-09-12` or later, or let it bind existing users from then: "
        "`applies: [{to: existing-users, from: 2026-09-12}]`.",
        '"2026-09-11"',
        "notice",
        before=(OLD,),
        site={"notice": "10 days"},
    ),
    "fallback is pending": Case(
        policy(
            edition=edition(),
            fallback="kk",
            languages={"ru": "authentic", "kk": {"status": "official", "pending": "true"}},
        ),
        "the text that stands in for missing ones (`kk`) is pending",
        "Name a language in `fallback:` whose text is ready.",
        "{",
        "languages",
    ),
    "prevailing text is pending": Case(
        policy(
            edition=edition(),
            prevails="kk",
            languages={"ru": "authentic", "kk": {"status": "authentic", "pending": "true"}},
        ),
        "the prevailing text (`kk`) is pending",
        "It has to be published first.",
        "{",
        "languages",
    ),
    "prevailing text is a translation": Case(
        policy(edition=edition(), prevails="en"),
        "`en` prevails, but is not authentic",
        "Write `authentic` for it.",
        "{",
        "languages",
    ),
    "clause is gone": Case(
        policy("privacy", A, edition=edition()),
        "the clause `b` of edition 2026-09-01 is gone",
        "Keep `- id: b` with `repealed: true` in its place.",
        "{",
        "tombstone",
        before=(OLD,),
    ),
    "clause came back": Case(
        policy("privacy", A, B, edition=edition("2026-11-01", "3")),
        "the clause `b` was repealed; its id never gets another meaning",
        "Give the new clause an id of its own.",
        '{\n   "id": "b"',
        "tombstone",
        before=(OLD, policy("privacy", A, {"id": "b", "repealed": "true"}, edition=edition())),
    ),
    "alias of another policy": Case(
        policy("privacy", edition=edition(), aliases=["/old/"]),
        "the alias `/old/` already leads to `terms`",
        "Keep it in one policy.",
        "{",
        "alias",
        before=(policy("terms", aliases=["/old/"]),),
    ),
    "alias hides a policy": Case(
        policy("privacy", edition=edition(), aliases=["/terms/old/"]),
        "the alias `/terms/old/` would hide a page of `terms`",
        "Choose another path.",
        "{",
        "alias",
        before=(policy("terms"),),
    ),
    "alias was published elsewhere": Case(
        policy("privacy", edition=edition(), aliases=["/old/"]),
        "the alias `/old/` was published for `terms`, and stays there",
        "Choose another path.",
        "{",
        "alias",
        before=(policy("terms", aliases=["/old/"], edition=edition()), policy("terms")),
    ),
    "policy under a published alias": Case(
        policy("privacy", edition=edition()),
        "the address of this policy was published as an alias of `terms`",
        "`/privacy/old/` leads there for ever; choose another id for this policy.",
        "{",
        "alias",
        before=(policy("terms", aliases=["/privacy/old/"], edition=edition()),),
    ),
    "clock of another age": Case(
        policy(edition=edition("1900-01-01", imported={"source": "x"})),
        "this cannot be published: $: 1900-01-01 00:00:00+05:07:48 is not written in whole "
        "seconds and offset minutes",
        "",
        '{\n  "number"',
        "ledger",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_broken_rule_says_what_where_and_how_to_mend_it(place: Workplace, case: Case) -> None:
    place.write_site({**SITE, **case.site})
    for source in case.before:
        place.publish(source)
    plan = place.plan(case.now, moment=case.moment)
    (problem,) = (one for one in all_problems(plan) if one.check == case.check)
    assert (problem.message, problem.hint) == (case.message, case.hint)
    assert problem.severity == case.severity
    assert (problem.location.file, problem.location.line) == (
        "content/privacy/policy.yml",
        place.line("privacy", case.where),
    )
    assert bool(steps(plan)) == (case.severity == "warning")


def test_a_gone_clause_is_named_in_the_location(place: Workplace) -> None:
    place.publish(OLD)
    plan = place.plan(policy("privacy", A, edition=edition()))
    assert [str(one.location) for one in all_problems(plan)] == [
        "content/privacy/policy.yml:1:1 (b)"
    ]


@pytest.mark.parametrize(
    ("effective", "moment", "due"),
    [
        ("2026-12-01", "2026-11-30T23:59:59", True),
        ("2026-12-01", "2026-12-01T00:00:00", True),
        ("2026-12-01", "2026-12-01T00:00:01", False),
        ("2026-12-01T00:00", "2026-12-01T00:00:00", True),
        ("2026-12-01T00:00Z", "2026-12-01T05:00:00", True),
        ("2026-12-01T00:00Z", "2026-12-01T05:00:01", False),
    ],
)
def test_an_edition_is_due_until_it_begins(
    place: Workplace, effective: str, moment: str, due: bool
) -> None:
    plan = place.plan(policy(edition=edition(effective)), moment=moment)
    assert bool(steps(plan)) == due


@pytest.mark.parametrize(
    ("effective", "moment", "identity"),
    [
        ("2026-12-01", "2026-11-21T12:00", "2026-12-01"),
        ("2026-11-30T23:59:59", "2026-11-21T12:00", "2026-11-30"),
        ("2026-11-30T20:00Z", "2026-11-21T12:00", "2026-12-01"),
        ("2026-11-30T18:59:59Z", "2026-11-21T12:00", "2026-11-30"),
        ("2026-11-30T19:00:00Z", "2026-11-21T12:00", "2026-12-01"),
        ("on posting", "2026-11-30T23:59:59", "2026-11-30"),
        ("on posting", "2026-12-01T00:00:00", "2026-12-01"),
    ],
)
def test_an_edition_is_called_by_the_local_day_of_its_effect(
    place: Workplace, effective: str, moment: str, identity: str
) -> None:
    plan = place.publish(policy(edition=edition(effective)), moment=moment)
    assert steps(plan) == [f"Publish privacy {identity} en kk ru"]
    (record,) = place.archive().policies["privacy"].editions
    assert record.edition.effective.isoformat().endswith("+05:00")


@pytest.mark.parametrize(
    "now",
    [
        edition("2026-09-12"),
        edition("2026-09-03", change="correction"),
        edition("2026-09-03", applies=[{"to": "existing-users", "from": "2026-09-12"}]),
        edition("2026-08-01", imported={"source": "our old site"}),
    ],
    ids=["in time", "correction", "binds existing users later", "imported"],
)
def test_notice_is_kept(place: Workplace, now: dict[str, Any]) -> None:
    place.write_site({**SITE, "notice": "10 days"})
    place.publish(OLD)
    plan = place.plan(policy("privacy", A, B, edition=now), moment="2026-09-02T10:00")
    assert errors(plan) == []


def test_a_first_edition_needs_no_notice(place: Workplace) -> None:
    place.write_site({**SITE, "notice": "10 days"})
    assert errors(place.publish(policy(edition=edition("on posting")))) == []


def test_after_the_repeal_there_is_no_edition(place: Workplace) -> None:
    place.publish(OLD)
    repeal(place.root, "privacy", at("2026-10-01"), [], "the shop is closed", at("2026-09-02"))
    late = policy("privacy", A, B, edition=edition("2026-10-01"))
    plan = place.plan(late, moment="2026-09-03")
    assert [(one.check, one.message, one.hint) for one in all_problems(plan)] == [
        (
            "effective",
            "the policy is repealed as of 2026-10-01",
            "Publish a new text under another policy id.",
        )
    ]
    still = policy("privacy", A, B, edition=edition("2026-09-30"))
    assert steps(place.publish(still, moment="2026-09-03"))


def test_a_repealed_section_takes_its_points_with_it(place: Workplace) -> None:
    section = {**A, "clauses": [B, C]}
    place.publish(policy("privacy", section, edition=edition("2026-09-01T12:00", "1")))
    dead = {"id": "a", "repealed": "true"}
    assert steps(place.publish(policy("privacy", dead, edition=edition())))
    third = edition("2026-11-01", "3")
    plan = place.publish(policy("privacy", dead, B, edition=third))
    assert errors(plan) == [
        "tombstone: the clause `b` was repealed; its id never gets another meaning"
    ]


def test_of_a_section_that_is_gone_only_the_section_is_named(place: Workplace) -> None:
    section = {**A, "clauses": [B, C]}
    place.publish(policy("privacy", section, edition=edition("2026-09-01T12:00", "1")))
    plan = place.publish(policy("privacy", clause("d", "Fourth"), edition=edition()))
    assert errors(plan) == ["tombstone: the clause `a` of edition 2026-09-01 is gone"]


def test_a_clause_may_move(place: Workplace) -> None:
    place.publish(OLD)
    moved = {**A, "clauses": [B]}
    assert errors(place.publish(policy("privacy", moved, edition=edition()))) == []


def test_an_imported_edition_reads_as_it_was(place: Workplace) -> None:
    old = {"source": "our old site"}
    place.publish(policy("privacy", A, B, edition=edition("2020-01-01", "1", imported=old)))
    plan = place.publish(policy("privacy", A, edition=edition("2021-01-01", "2", imported=old)))
    assert (steps(plan), errors(plan)) == (["Publish privacy 2021-01-01 en kk ru"], [])
    back = place.publish(policy("privacy", A, B, edition=edition("on posting", "3")))
    assert errors(back) == []


def test_a_clause_that_moved_out_of_a_repealed_section_lives(place: Workplace) -> None:
    section = {**A, "clauses": [B, C]}
    place.publish(policy("privacy", section, edition=edition("2026-09-01T12:00", "1")))
    dead = {"id": "a", "repealed": "true"}
    place.publish(policy("privacy", dead, B, edition=edition("2026-10-01", "2")))
    third = policy("privacy", dead, B, edition=edition("2026-11-01", "3"))
    assert errors(place.publish(third)) == []
    fourth = policy("privacy", dead, B, C, edition=edition("2026-12-01", "4"))
    assert errors(place.publish(fourth)) == [
        "tombstone: the clause `c` was repealed; its id never gets another meaning"
    ]


def test_a_clause_of_a_correction_may_be_taken_over_later(place: Workplace) -> None:
    place.publish(OLD)
    place.publish(policy("privacy", A, B, edition=edition("2026-10-01", "2")))
    urgent = policy("privacy", A, B, C, edition=edition("on posting", "3"))
    place.publish(urgent, moment="2026-09-02")
    merged = policy("privacy", A, B, C, edition=edition("2026-11-01", "4"))
    assert errors(place.publish(merged, moment="2026-09-03")) == []


@pytest.mark.parametrize(
    ("numbers", "counted"),
    [
        ((), "1"),
        (("1",), "2"),
        (("1", "2"), "3"),
        (("7",), "8"),
        (("12-2", "2"), "3"),
        (("A", "B"), "3"),
    ],
)
def test_a_number_that_is_left_out_is_counted(
    place: Workplace, numbers: tuple[str, ...], counted: str
) -> None:
    for day, number in enumerate(numbers, 10):
        place.publish(policy(edition=edition(f"2026-09-{day}", number)))
    place.publish(policy(edition={"effective": "2026-10-01"}))
    assert place.archive().policies["privacy"].editions[-1].edition.number == counted
    assert steps(place.publish()) == []


def test_a_policy_takes_the_place_of_its_own_alias_nowhere(place: Workplace) -> None:
    place.publish(policy(edition=edition("on posting", "1"), aliases=["/old/"]))
    plan = place.publish(policy(edition=edition(), aliases=["/old/", "/older/"]))
    assert (steps(plan), errors(plan), warnings(plan)) == (
        ["Publish privacy 2026-10-01 en kk ru"],
        [],
        [],
    )


def test_problems_of_an_edition_are_reported_together(place: Workplace) -> None:
    place.publish(OLD)
    bad = policy(
        "privacy",
        clause("a", "See [](#x)"),
        edition={"effective": "2026-09-02"},
        prevails="en",
        aliases=["/kk/"],
    )
    plan = place.plan(bad, moment="2026-09-05")
    assert {one.check for one in all_problems(plan)} >= {
        "reference",
        "effective",
        "languages",
        "tombstone",
        "alias",
    }
