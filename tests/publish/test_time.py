"""Editions in time: imported ones, several on a day, and a clock that is wrong."""

from typing import Any

import pytest

from inforce.problems import InforceError
from inforce.publish import dry_run, publish, redact, repeal, withdraw
from inforce.timeline import in_force, predecessor

from ..workplace import Workplace, at, clause, errors, policy, steps

A, B = clause("a", "First"), clause("b", "Second")
OLD_SITE = {"source": "https://old.policies.example/"}


def imported(number: str, effective: str) -> dict[str, Any]:
    return policy(
        "privacy",
        A,
        edition={"number": number, "effective": effective, "imported": OLD_SITE},
    )


def edition(number: str, effective: str) -> dict[str, Any]:
    return policy("privacy", A, edition={"number": number, "effective": effective})


def ids(place: Workplace) -> list[tuple[str, str]]:
    """Each edition with the one that it replaces, in the order of time."""
    record = place.archive().policies["privacy"]
    return [(one.edition.id, one.edition.replaces) for one in record.editions]


def test_an_imported_edition_keeps_its_true_date(place: Workplace) -> None:
    place.publish(imported("1", "2020-05-01"), moment="2026-09-01T12:00")
    (record,) = place.archive().policies["privacy"].editions
    assert record.edition.effective == at("2020-05-01")
    assert record.recorded == at("2026-09-01T12:00")
    assert record.edition.imported == OLD_SITE["source"]


def test_an_older_edition_added_later_changes_nothing_after_it(place: Workplace) -> None:
    place.publish(imported("3", "2022-01-01"))
    place.publish(edition("4", "2026-10-01"))
    frozen = place.frozen()
    place.publish(imported("1", "2020-01-01"), moment="2026-10-05")
    place.publish(imported("2", "2021-01-01"), moment="2026-10-06")
    assert frozen.items() <= place.frozen().items()
    assert ids(place) == [
        ("2020-01-01", ""),
        ("2021-01-01", "2020-01-01"),
        ("2022-01-01", ""),
        ("2026-10-01", "2022-01-01"),
    ]
    record = place.archive().policies["privacy"]
    assert predecessor(record, "2022-01-01") is None
    current = in_force(record, at("2026-10-07"))
    assert current is not None
    assert current.edition.number == "4"


def test_what_was_in_force_under_the_ledger_cannot_become_another(place: Workplace) -> None:
    place.publish(edition("1", "2026-09-01T12:00"))
    plan = place.publish(imported("2", "2026-09-10"), moment="2026-09-20")
    assert steps(plan) == []
    (message,) = errors(plan)
    assert message.startswith("ledger: this cannot be published: the ledger cannot record this")
    assert "already said what was in force" in message


def test_two_editions_take_effect_on_one_day(place: Workplace) -> None:
    place.publish(edition("1", "2026-09-01T12:00"))
    place.publish(edition("2", "on posting"), moment="2026-09-01T18:00")
    place.publish(edition("3", "on posting"), moment="2026-09-01T18:00:01")
    assert ids(place) == [
        ("2026-09-01", ""),
        ("2026-09-01-2", "2026-09-01"),
        ("2026-09-01-3", "2026-09-01-2"),
    ]
    assert {name.split("/")[2] for name in place.frozen()} == {
        "2026-09-01",
        "2026-09-01-2",
        "2026-09-01-3",
    }


def test_two_editions_in_one_second_are_refused(place: Workplace) -> None:
    place.publish(edition("1", "on posting"))
    assert errors(place.publish(edition("2", "on posting"))) == [
        "effective: edition 2026-09-01 takes effect at the same moment"
    ]


def test_eleven_editions_of_a_day_stay_in_order(place: Workplace) -> None:
    for count in range(11):
        place.publish(edition(str(count), "on posting"), moment=f"2026-09-01T12:00:{count:02}")
    assert ids(place)[-2:] == [
        ("2026-09-01-10", "2026-09-01-9"),
        ("2026-09-01-11", "2026-09-01-10"),
    ]


@pytest.mark.parametrize("due", [True, False])
def test_a_clock_that_went_back_stops_everything(place: Workplace, due: bool) -> None:
    place.publish(edition("1", "on posting"), moment="2026-09-02T12:00:00")
    ledger = place.ledger()
    if due:
        place.write(edition("2", "on posting"))
    before = at("2026-09-02T11:59:59")
    told = (
        "the clock says 2026-09-02T11:59:59\\+05:00, but the last line of the ledger was recorded "
        "at 2026-09-02T12:00:00\\+05:00: set the clock right"
    )
    with pytest.raises(InforceError, match=told):
        publish(place.root, before, lambda step: None)
    with pytest.raises(InforceError, match=told):
        dry_run(place.root, before)
    with pytest.raises(InforceError, match=told):
        withdraw(place.root, "privacy", "2026-09-02", "x", before)
    with pytest.raises(InforceError, match=told):
        repeal(place.root, "privacy", None, [], "x", before)
    with pytest.raises(InforceError, match=told):
        redact(place.root, "privacy", "2026-09-02", ["ru.txt", "ru.json"], "x", before)
    assert place.ledger() == ledger


def test_a_clock_that_is_behind_is_no_mistake_of_the_sources(place: Workplace) -> None:
    place.publish(edition("1", "on posting"), moment="2026-09-02T12:00:00")
    behind = edition("2", "on posting")
    assert errors(place.plan(behind, moment="2026-09-02T11:00:00")) == [
        "effective: edition 2026-09-02 takes effect at the same moment"
    ]
    later = edition("2", "2026-10-01")
    assert steps(place.plan(later, moment="2026-09-02T11:00:00"))


def test_the_same_second_is_not_before(place: Workplace) -> None:
    place.publish(edition("1", "2026-10-01"), moment="2026-09-02T12:00:00")
    assert steps(place.publish(edition("2", "2026-11-01"), moment="2026-09-02T12:00:00"))


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        ("2026-09-30T23:59:59", "1"),
        ("2026-10-01T00:00:00", "2"),
        ("2026-09-30T18:59:59+00:00", "1"),
        ("2026-09-30T19:00:00+00:00", "2"),
    ],
)
def test_an_edition_takes_over_at_local_midnight(
    place: Workplace, moment: str, number: str
) -> None:
    place.publish(edition("1", "2026-09-01T12:00"))
    place.publish(edition("2", "2026-10-01"))
    current = in_force(place.archive().policies["privacy"], at(moment))
    assert current is not None
    assert current.edition.number == number
