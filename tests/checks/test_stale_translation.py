"""Texts that did not follow a change, over two editions of a policy."""

from pathlib import Path
from typing import Any

import pytest

from inforce.problems import Problem
from inforce.publish import check_sources

from ..workplace import Workplace, at, policy

FIRST = {"number": "1", "effective": "2026-09-02"}
OLD = {
    "ru": "Срок – год [](#b).",
    "kk": "Мерзімі – бір жыл [](#b).",
    "en": "The term is a year [](#b).",
}
NEW_RU = {"ru": "Срок – два года [](#b)."}
NEW_KK = {"kk": "Мерзімі – екі жыл [](#b)."}
NEW_EN = {"en": "The term is two years [](#b)."}
STATUSES = {"ru": "authentic", "kk": "authentic", "en": {"status": "unofficial", "from": "ru"}}


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace.new(tmp_path)


def source(first: dict[str, Any], **more: Any) -> dict[str, Any]:
    second = {"id": "b", "ru": "Иное", "kk": "Өзге", "en": "Other"}
    changes = {"languages": STATUSES, "prevails": "ru", **more}
    return policy("privacy", {"id": "a", **first}, second, **changes)


def found(place: Workplace, now: dict[str, Any], **before: Any) -> list[Problem]:
    """What is told of a draft after the first edition, with the same settings, is published."""
    place.publish(source(OLD, edition=FIRST, **before))
    place.write(source(now, **before))
    problems = check_sources(place.project(), at("2026-09-10T12:00"))
    return sorted(one for one in problems if one.check == "stale-translation")


def told(problems: list[Problem]) -> list[str]:
    return [f"{one.severity} {one.message[-3:-1]}" for one in problems]


STALE: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    ({}, {}, []),
    (NEW_RU, {}, ["error kk", "error en"]),
    (NEW_RU | NEW_KK, {}, ["error en"]),
    (NEW_RU | NEW_KK | NEW_EN, {}, []),
    (NEW_KK, {}, []),
    (NEW_EN, {}, []),
    ({"ru": "**Срок** — год [](#b)"}, {}, []),
    ({"ru": "Срок – год; [](#b)."}, {}, []),
    ({"ru": "Срок – год [](#a)."}, {}, ["error kk", "error en"]),
    ({"ru": "Срок – 1 год [](#b)."}, {}, ["error kk", "error en"]),
    (NEW_RU | {"synced": ["kk", "en"]}, {}, []),
    (NEW_RU | {"synced": ["en"]}, {}, ["error kk"]),
    (NEW_RU, {"prevails": "equal"}, ["error kk", "error en"]),
    (NEW_KK, {"prevails": "equal"}, ["error ru"]),
    (NEW_KK, {"prevails": "unstated"}, ["error ru"]),
    (NEW_KK, {"prevails": "kk"}, ["error ru"]),
    (NEW_RU, {"prevails": "kk"}, ["error en"]),
    (NEW_RU, {"languages": {**STATUSES, "en": "machine"}, "prevails": "kk"}, []),
]


@pytest.mark.parametrize(("now", "settings", "expected"), STALE)
def test_a_text_that_did_not_follow_a_change(
    place: Workplace, now: dict[str, Any], settings: dict[str, Any], expected: list[str]
) -> None:
    assert sorted(told(found(place, OLD | now, **settings))) == sorted(expected)


def test_a_renumbered_reference_is_no_change(place: Workplace) -> None:
    place.publish(source(OLD, edition=FIRST))
    now = source(OLD)
    now["clauses"].insert(1, {"id": "c", "ru": "Новое", "kk": "Жаңа", "en": "New"})
    place.write(now)
    assert list(check_sources(place.project(), at("2026-09-10T12:00"))) == []


def test_a_synced_that_nothing_needs_is_noted(place: Workplace) -> None:
    (problem,) = found(place, OLD | {"synced": ["kk"]})
    assert (problem.severity, problem.location.clause) == ("note", "a")
    assert problem.message == "`synced:` names `kk`, but no change waits for these words"


def test_synced_is_not_frozen(place: Workplace) -> None:
    place.publish(source(OLD | {"synced": ["kk"]}, edition=FIRST))
    assert place.frozen()
    assert all(b"synced" not in data for data in place.frozen().values())
    place.write(source(OLD, edition=FIRST))
    assert list(check_sources(place.project(), at("2026-09-10T12:00"))) == []


def test_the_edition_is_named_and_the_way_out(place: Workplace) -> None:
    problem = found(place, OLD | NEW_RU | NEW_EN)[0]
    assert problem.message == (
        "the Russian words changed since the edition 2026-09-02, these did not [kk]"
    )
    assert "`synced: [kk]`" in problem.hint
