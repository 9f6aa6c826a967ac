"""Severities and exceptions: what they let pass, and what is told of them."""

from typing import Any

import pytest

from inforce.checks import SETTABLE
from inforce.problems import Problem
from inforce.publish import check_sources

from ..workplace import SITE, Workplace, at, clause, errors, policy, steps, warnings, words

LIST = "- имя"
MOMENT = "2026-09-01T12:00"
BECAUSE = {"check": "list-like", "reason": "it is quoted"}
FIRST = {"number": "1", "effective": "2026-09-02"}
SECOND = {"number": "2", "effective": "2026-09-05", "summary": words("Others")}


@pytest.fixture
def place(tmp_path: Any) -> Workplace:
    return Workplace.new(tmp_path)


def found(place: Workplace, *policies: Any, checks: Any = None) -> list[Problem]:
    place.write_site({**SITE, "checks": {**SITE["checks"], **(checks or {})}})
    place.write(*policies)
    return sorted(check_sources(place.project(), at(MOMENT)))


def told(problems: list[Problem]) -> list[str]:
    """`severity check clause`, in order, each once."""
    lines = (f"{one.severity} {one.check} {one.location.clause}".strip() for one in problems)
    return list(dict.fromkeys(lines))


def listing(identity: str, **more: object) -> dict[str, Any]:
    return clause(identity, LIST, **more)


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_the_site_sets_the_severity_of_a_check(place: Workplace, severity: str) -> None:
    checks: Any = {"list-like": severity}
    assert told(found(place, policy("privacy", listing("a")), checks=checks)) == [
        f"{severity} list-like a"
    ]
    checks = {"list-like": {"severity": severity}}
    assert told(found(place, checks=checks)) == [f"{severity} list-like a"]


def test_the_site_switches_a_check_off(place: Workplace) -> None:
    assert found(place, policy("privacy", listing("a")), checks={"list-like": "off"}) == []


def test_an_exception_beside_a_clause_holds_there_and_below(place: Workplace) -> None:
    below = clause("b", "x", clauses=[listing("c")])
    source = policy(
        "privacy",
        {**below, "except": [BECAUSE]},
        listing("d"),
    )
    assert told(found(place, source)) == ["warning list-like d"]


def test_an_exception_at_the_top_holds_in_the_policy(place: Workplace) -> None:
    source = {**policy("privacy", listing("a"), listing("b")), "except": [BECAUSE]}
    other = policy("terms", listing("a"))
    assert [one.location.file for one in found(place, source, other)] == [
        "content/terms/policy.yml"
    ] * 3


EXCEPTED = [
    ({"policy": "privacy"}, []),
    ({"policy": "privacy", "clause": "a"}, ["b"]),
    ({"policy": "privacy", "clause": "a", "edition": "1"}, ["b"]),
    ({"policy": "privacy", "edition": "1"}, []),
]


@pytest.mark.parametrize(("where", "left"), EXCEPTED)
def test_an_exception_of_the_site_is_narrowed_down(
    place: Workplace, where: dict[str, str], left: list[str]
) -> None:
    source = policy("privacy", listing("a"), listing("b"), edition=FIRST)
    checks = {"list-like": {"except": [{**where, "reason": "x"}]}}
    problems = found(place, source, checks=checks)
    assert told(problems) == [f"warning list-like {one}" for one in left]


NEEDLESS = [
    (
        {"list-lke": "off"},
        "error: there is no check `list-lke`",
        "Write `list-like`.",
    ),
    (
        {"unknown-key": "off"},
        "error: `unknown-key` cannot be switched off or excepted",
        "It stops a publication: mend what it finds.",
    ),
    (
        {"html": {"except": [{"policy": "privcy", "reason": "x"}]}},
        "error: there is no policy `privcy`",
        "Write `privacy`.",
    ),
    (
        {"html": {"except": [{"policy": "privacy", "clause": "aa", "reason": "x"}]}},
        "error: there is no clause `aa` in `privacy`",
        "Take the exception away, if it has gone.",
    ),
    (
        {"html": {"except": [{"policy": "privacy", "edition": "3", "reason": "x"}]}},
        "error: `privacy` has no edition No. 3",
        "Write the number of the edition, as `edition:` says it.",
    ),
    (
        {"html": {"except": [{"policy": "privacy", "reason": "x"}]}},
        "warning: nothing is excepted here: `html` finds nothing",
        "Take it away, so that it does not hide a mistake that is made later.",
    ),
]


@pytest.mark.parametrize(("checks", "message", "hint"), NEEDLESS)
def test_what_names_nothing_or_is_not_needed_is_told(
    place: Workplace, checks: Any, message: str, hint: str
) -> None:
    (problem,) = found(place, policy(), checks=checks)
    assert problem.check == "exception"
    assert problem.location.file == "content/site.yml"
    assert (f"{problem.severity}: {problem.message}", problem.hint) == (message, hint)


def test_an_exception_beside_a_clause_is_told_there(place: Workplace) -> None:
    wrong = [{"check": "lists", "reason": "x"}, {"check": "html", "reason": "x"}]
    problems = found(place, policy("privacy", clause("a", "x", **{"except": wrong})))
    assert told(problems) == ["error exception a", "warning exception a"]
    assert {one.location.file for one in problems} == {"content/privacy/policy.yml"}


NOTICE = {"policy": "privacy", "edition": "2", "reason": "a court's order"}


def notice(*exceptions: Any, **more: Any) -> Any:
    setting = {**({"except": list(exceptions)} if exceptions else {}), **more}
    checks = {**SITE["checks"], **({"notice": setting} if setting else {})}
    return {**SITE, "notice": "10 days", "checks": checks}


def test_an_edition_without_notice_is_published_where_a_reason_is_given(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    second = policy("privacy", clause("scope", "Others"), edition=SECOND)
    place.write_site(notice())
    assert [one.split(":")[0] for one in errors(place.plan(second))] == ["notice"]
    place.write_site(notice(NOTICE))
    assert list(check_sources(place.project(), at(MOMENT))) == []
    assert steps(place.publish(second)) == ["Publish privacy 2026-09-05 en kk ru"]
    assert list(check_sources(place.project(), at(MOMENT))) == [], "the reason stays for ever"


def test_a_setting_weighs_what_stops_a_publication(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    second = policy("privacy", clause("scope", "Others"), edition=SECOND)
    place.write_site(notice(severity="warning"))
    plan = place.publish(second)
    assert (len(plan.steps), errors(plan), len(warnings(plan))) == (1, [], 1)


def test_an_exception_is_for_its_edition_only(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    place.write_site(notice(NOTICE))
    place.publish(policy("privacy", clause("scope", "Others"), edition=SECOND))
    third = {"number": "3", "effective": "2026-09-06"}
    plan = place.plan(policy("privacy", clause("scope", "More"), edition=third))
    assert [one.split(":")[0] for one in errors(plan)] == ["notice"]


def test_no_exception_is_frozen(place: Workplace) -> None:
    source = policy("privacy", listing("a", **{"except": [BECAUSE]}), edition=FIRST)
    place.publish({**source, "except": [BECAUSE]})
    assert all(b"quoted" not in data for data in place.frozen().values())


def test_what_stops_a_publication_is_not_settable() -> None:
    wrong = {"reference", "unknown-key", "duplicate-id", "tombstone", "changed-edition", "fact"}
    assert not wrong & SETTABLE
