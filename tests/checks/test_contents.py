"""What a profile asks for, who covers it, and what is said where nobody does."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from inforce.checks import contents
from inforce.checks.contents import ALWAYS
from inforce.checks.profiles import profiles

from .finding import problems

DOCS = Path(__file__).parents[2] / "docs" / "profiles.md"
NAMED = {"ru": "ТОО «Ромашка», БИН {operator.bin}"}


def told(*clauses: Mapping[str, Any], profile: str | None = "kz-consent") -> list[str]:
    more = {"profile": profile} if profile else {}
    return [f"{one.message} | {one.hint}" for one in problems(contents, *clauses, **more)]


def missing(*clauses: Mapping[str, Any], profile: str = "kz-consent") -> list[str]:
    """The points that nobody covers."""
    return [match[1] for one in told(*clauses, profile=profile)
            if (match := re.search(r"\(`([a-z-]+)` of", one))]  # fmt: skip


def covering(*points: str) -> Mapping[str, Any]:
    return {**NAMED, "covers": list(points)}


@pytest.mark.parametrize("name", [*profiles()])
def test_each_point_is_met_by_a_clause_that_covers_it(name: str) -> None:
    points = [point.id for point in profiles()[name].points]
    assert missing({"ru": "x"}, profile=name) == points
    for point in points:
        assert missing(covering(point), profile=name) == [one for one in points if one != point]
    assert told(*(covering(point) for point in points), profile=name) == []


def test_without_a_profile_nothing_is_asked() -> None:
    assert told({"ru": "x"}, profile=None) == []
    assert told(covering("purposes", "current-edition"), profile=None) == []


def test_a_profile_or_a_point_that_does_not_exist_is_told_with_its_place() -> None:
    (problem,) = problems(contents, {"ru": "x"}, profile="kz-polisy")
    assert problem.message == "there is no profile `kz-polisy`"
    assert problem.hint == "Known here: kz-consent, kz-policy."
    assert problem.location.line > 1
    (problem,) = problems(contents, covering("purpose"))
    assert problem.message == "`purpose` is not a point"
    assert "purposes" in problem.hint
    assert problem.location.clause == "c0"
    assert "`withdrawal` is not a point of `kz-consent`" in told(covering("withdrawal"))[0]


LIKE = [
    ("term", {"ru": "Срок действия согласия – один год."}, "`c0` looks like it"),
    ("term", {"kk": "Келісімнің қолданылу мерзімі – бір жыл."}, "`c0` looks like it"),
    ("term", {"en": "The consent is valid for a year."}, "`c0` looks like it"),
    ("cross-border", {"ru": "Трансграничная передача не ведётся."}, "`c0` looks like it"),
    ("public-sources", {"en": "The data are not made publicly available."}, "`c0` looks like it"),
    ("operator", {"ru": "Оператор: БИН {operator.bin}."}, "`c0` looks like it"),
    ("data", {"kk": "Мынадай дербес деректер жиналады."}, "`c0` looks like it"),
    ("term", {"ru": "Ничего такого."}, "beside the clause that does."),
]


@pytest.mark.parametrize(("point", "clause", "said"), LIKE)
def test_a_clause_that_looks_like_it_is_suggested(
    point: str, clause: Mapping[str, Any], said: str
) -> None:
    (hint,) = [one for one in told(clause) if f"`{point}` of" in one]
    assert said in hint


def test_a_title_says_more_than_a_word_and_two_are_suggested_at_most() -> None:
    clauses: list[Mapping[str, Any]] = [
        {"ru": "За границу данные не передаются."},
        {"ru": "x", "title": {"ru": "Трансграничная передача"}},
        {"ru": "За границу, за границу."},
    ]
    (hint,) = [one for one in told(*clauses) if "`cross-border` of" in one]
    assert "; `c1` and `c2` look like it." in hint


def test_a_repealed_clause_covers_nothing() -> None:
    assert "term" in missing({"repealed": "true", "covers": ["term"]}, {"ru": "x"})


def test_the_operator_is_named_with_twelve_digits_in_every_language() -> None:
    right = {"ru": "БИН {operator.bin}", "kk": "БСН {operator.bin}", "covers": ["operator"]}
    assert not [one for one in told(right) if "`operator`" in one]
    (wrong,) = [one for one in told({**right, "kk": "БСН"}) if "twelve" in one]
    assert "does not hold the twelve digits of a БИН or ИИН [kk]" in wrong
    below = {"ru": "x", "covers": ["operator"], "clauses": [{"id": "b", "ru": "БИН 001240000123"}]}
    assert not [one for one in told(below) if "twelve" in one]


@pytest.mark.parametrize("name", [*profiles()])
def test_profiles_are_documented_point_by_point(name: str) -> None:
    text = DOCS.read_text("utf-8")
    section = text.split(f"## `{name}`\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| (.+?) \|$", section, re.MULTILINE)
    profile = profiles()[name]
    assert rows == [(point.id, point.means, point.basis) for point in profile.points]
    assert profile.law in text
    assert ("not certain" in section) != profile.certain


def test_the_documentation_says_that_it_is_no_legal_advice() -> None:
    assert "no legal advice" in " ".join(DOCS.read_text("utf-8").split())
    assert "no legal advice" in " ".join((contents.__doc__ or "").split())


def test_points_are_written_as_sources_can_write_them() -> None:
    names = {point.id for one in profiles().values() for point in one.points} | ALWAYS
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", name) for name in names)
