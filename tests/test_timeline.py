from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.archive import Archive, EditionRecord, PolicyRecord
from inforce.ledger import Ledger, Publish, Repeal, Withdraw
from inforce.model import Edition, EditionId, LanguageStatus, Status
from inforce.timeline import (
    Period,
    State,
    in_force,
    new_id,
    next_change,
    period,
    predecessor,
    replaced,
    state,
    upcoming,
)
from inforce.zones import zone
from tests.chance import examples
from tests.ledger.samples import OPEN, at, files

SECOND = timedelta(seconds=1)


def edition(
    effective: datetime, *, replaces: str = "", withdrawn: bool = False, count: int = 1
) -> EditionRecord:
    identity = str(EditionId(effective.date().isoformat(), count))
    inside = Edition(
        policy="privacy",
        id=identity,
        kind="privacy-policy",
        number="1",
        effective=effective,
        languages={"ru": LanguageStatus(Status.AUTHENTIC)},
        prevails="ru",
        fallback="ru",
        address=f"https://policies.example/privacy/{identity}/",
        replaces=replaces,
    )
    recorded = effective - timedelta(days=30)
    return EditionRecord(inside, recorded, withdrawn=recorded if withdrawn else None)


def policy(*editions: EditionRecord, repeal: datetime | None = None) -> PolicyRecord:
    ordered = tuple(sorted(editions, key=lambda one: one.edition.effective))
    return PolicyRecord("privacy", ordered, Repeal("privacy", repeal) if repeal else None)


FIRST, OTHER, THIRD = at("2026-02-01"), at("2026-06-01"), at("2026-09-01", "18:00:00")
THREE = policy(
    edition(FIRST),
    edition(OTHER, replaces="2026-02-01"),
    edition(THIRD, replaces="2026-06-01"),
)
ENDED = policy(*THREE.editions, repeal=at("2027-01-01"))
CALLED_OFF = policy(
    edition(FIRST),
    edition(OTHER, replaces="2026-02-01", withdrawn=True),
    edition(THIRD, replaces="2026-06-01"),
)
S, F, P, W, R = State.SCHEDULED, State.IN_FORCE, State.SUPERSEDED, State.WITHDRAWN, State.REPEALED


@pytest.mark.parametrize(
    ("record", "moment", "expected"),
    [
        (THREE, FIRST - SECOND, [S, S, S]),
        (THREE, FIRST, [F, S, S]),
        (THREE, OTHER - SECOND, [F, S, S]),
        (THREE, OTHER, [P, F, S]),
        (THREE, THIRD, [P, P, F]),
        (THREE, at("2099-01-01"), [P, P, F]),
        (ENDED, at("2027-01-01") - SECOND, [P, P, F]),
        (ENDED, at("2027-01-01"), [P, P, R]),
        (CALLED_OFF, FIRST - SECOND, [S, W, S]),
        (CALLED_OFF, OTHER, [F, W, S]),
        (CALLED_OFF, THIRD, [P, W, F]),
    ],
)
def test_where_editions_stand(
    record: PolicyRecord, moment: datetime, expected: list[State]
) -> None:
    assert [state(record, one.edition.id, moment) for one in record.editions] == expected


def test_periods_are_half_open() -> None:
    assert period(THREE, "2026-02-01") == Period(FIRST, OTHER)
    assert period(THREE, "2026-09-01") == Period(THIRD, None)
    assert period(ENDED, "2026-09-01") == Period(THIRD, at("2027-01-01"))
    assert period(CALLED_OFF, "2026-02-01") == Period(FIRST, THIRD)
    assert period(CALLED_OFF, "2026-06-01") == Period(OTHER, OTHER)
    assert FIRST in Period(FIRST, OTHER)
    assert OTHER not in Period(FIRST, OTHER)
    assert OTHER not in Period(OTHER, OTHER)


def test_an_unknown_edition_is_an_error() -> None:
    with pytest.raises(KeyError, match="2026-02-02"):
        state(THREE, "2026-02-02", FIRST)
    with pytest.raises(KeyError, match="2026-02-02"):
        period(THREE, "2026-02-02")


def test_what_comes_next() -> None:
    assert [one.edition.id for one in upcoming(THREE, FIRST)] == ["2026-06-01", "2026-09-01"]
    assert [one.edition.id for one in upcoming(CALLED_OFF, FIRST)] == ["2026-09-01"]
    assert upcoming(THREE, THIRD) == ()


def test_the_next_change_of_all_policies() -> None:
    terms = policy(edition(at("2026-04-01")), edition(at("2026-05-01"), withdrawn=True))
    archive = Archive(Ledger(), {"privacy": ENDED, "terms": terms})
    moment, changes = at("2026-01-01"), []
    while (change := next_change(archive, moment)) is not None:
        changes.append(change)
        moment = change
    assert changes == [FIRST, at("2026-04-01"), OTHER, THIRD, at("2027-01-01")]
    assert next_change(Archive(Ledger()), moment) is None


def test_both_sides_of_local_midnight() -> None:
    before = datetime(2026, 5, 31, 18, 59, 59, tzinfo=UTC)
    current = in_force(THREE, before)
    assert current is not None
    assert current.edition.id == "2026-02-01"
    current = in_force(THREE, before + SECOND)
    assert current is not None
    assert current.edition.id == "2026-06-01"


def test_the_recorded_instant_decides_and_not_a_later_time_zone_database() -> None:
    """Almaty moved from +06 to +05 on 1 March 2024; what was recorded before stays at 18:00Z."""
    recorded = datetime(2024, 4, 1, tzinfo=timezone(timedelta(hours=6)))
    by_the_later_database = datetime(2024, 4, 1, tzinfo=zone("Asia/Almaty"))
    assert by_the_later_database - recorded == timedelta(hours=1)
    record = policy(edition(at("2024-01-01")), edition(recorded))
    assert state(record, "2024-04-01", recorded) == State.IN_FORCE
    assert state(record, "2024-04-01", recorded - SECOND) == State.SCHEDULED
    assert new_id(record, recorded) == EditionId("2024-04-01", 2)


def test_which_edition_a_new_one_replaces() -> None:
    assert replaced(None, FIRST) is None
    assert replaced(THREE, FIRST) is None
    for effective, expected in [
        (at("2026-03-01"), "2026-02-01"),
        (THIRD - SECOND, "2026-06-01"),
        (at("2030-01-01"), "2026-09-01"),
    ]:
        before = replaced(THREE, effective)
        assert before is not None
        assert before.edition.id == expected
    before = replaced(CALLED_OFF, at("2026-07-01"))
    assert before is not None
    assert before.edition.id == "2026-02-01"


def test_an_edition_is_compared_with_what_it_replaced_unless_that_was_withdrawn() -> None:
    before = predecessor(THREE, "2026-09-01")
    assert before is not None
    assert before.edition.id == "2026-06-01"
    before = predecessor(CALLED_OFF, "2026-09-01")
    assert before is not None
    assert before.edition.id == "2026-02-01"
    assert predecessor(THREE, "2026-02-01") is None


def test_an_older_edition_added_later_changes_no_comparison() -> None:
    added = policy(*THREE.editions, edition(at("2026-07-01"), replaces="2026-06-01"))
    before = predecessor(added, "2026-09-01")
    assert before is not None
    assert before.edition.id == "2026-06-01"


def test_the_id_of_a_new_edition_is_its_local_date_and_counts_within_the_day() -> None:
    assert str(new_id(None, FIRST)) == "2026-02-01"
    assert str(new_id(THREE, FIRST)) == "2026-02-01-2"
    assert str(new_id(CALLED_OFF, at("2026-06-01", "12:00:00"))) == "2026-06-01-2"
    many = policy(*(edition(FIRST + n * SECOND, count=n + 1) for n in range(10)))
    assert str(new_id(many, FIRST)) == "2026-02-01-11"
    # 23:30 in UTC is the next day in Almaty: the offset of the instant says which day it is.
    late = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
    assert str(new_id(None, late)) == "2026-01-31"
    assert str(new_id(None, late.astimezone(timezone(timedelta(hours=5))))) == "2026-02-01"


START = at("2026-01-01")
hours = st.integers(0, 60).map(lambda number: START + timedelta(hours=number))
zones = st.sampled_from([UTC, timezone(timedelta(hours=5)), timezone(-timedelta(hours=11))])


@st.composite
def records(draw: st.DrawFn) -> PolicyRecord:
    """Any set of editions, some withdrawn, and a repeal that the ledger would take."""
    instants = draw(st.lists(hours, unique=True, min_size=1, max_size=8))
    editions = [
        edition(instant.astimezone(draw(zones)), withdrawn=draw(st.booleans()), count=number)
        for number, instant in enumerate(instants, 1)
    ]
    standing = [one.edition.effective for one in editions if one.withdrawn is None]
    ends = st.integers(1, 30).map(lambda number: max(standing) + timedelta(hours=number))
    return policy(*editions, repeal=draw(st.one_of(st.none(), ends)) if standing else None)


@settings(max_examples=examples(300))
@given(records(), hours, st.sampled_from([timedelta(), SECOND, -SECOND]))
def test_at_every_moment_from_the_first_to_the_repeal_exactly_one_is_in_force(
    record: PolicyRecord, hour: datetime, shift: timedelta
) -> None:
    moment = hour + shift
    states = [state(record, one.edition.id, moment) for one in record.editions]
    standing = [one.edition.effective for one in record.editions if one.withdrawn is None]
    begun = bool(standing) and moment >= min(standing)
    ended = record.repeal is not None and moment >= record.repeal.effective
    assert states.count(State.IN_FORCE) == (1 if begun and not ended else 0)
    assert states.count(State.REPEALED) == (1 if ended else 0)


@settings(max_examples=examples(300))
@given(records(), hours)
def test_all_questions_have_one_answer(record: PolicyRecord, moment: datetime) -> None:
    states = {one.edition.id: state(record, one.edition.id, moment) for one in record.editions}
    current = in_force(record, moment)
    held = [key for key, where in states.items() if where == State.IN_FORCE]
    assert held == ([current.edition.id] if current else [])
    assert held == [key for key in states if moment in period(record, key)]
    coming = [key for key, where in states.items() if where == State.SCHEDULED]
    assert coming == [one.edition.id for one in upcoming(record, moment)]
    withdrawn = [one.edition.id for one in record.editions if one.withdrawn is not None]
    assert withdrawn == [key for key, where in states.items() if where == State.WITHDRAWN]


@settings(max_examples=examples(200))
@given(records(), hours)
def test_nothing_changes_before_the_next_change(record: PolicyRecord, moment: datetime) -> None:
    archive = Archive(Ledger(), {"privacy": record})
    change = next_change(archive, moment)
    last = (change or moment + timedelta(days=9)) - SECOND
    before = in_force(record, moment)
    assert in_force(record, max(moment, last)) == before
    assert change is None or in_force(record, change) != before


@settings(max_examples=examples(100))
@given(st.lists(st.tuples(hours, st.booleans()), max_size=8))
def test_what_the_timeline_proposes_is_what_the_ledger_takes(
    planned: list[tuple[datetime, bool]],
) -> None:
    """In any order of recording: the id, the replaced edition, a withdrawal, the refusal."""
    recorded = START - timedelta(days=1)
    ledger, record = Ledger().append(OPEN, recorded), policy()
    for effective, withdrawn in planned:
        if any(one.edition.effective == effective and not one.withdrawn for one in record.editions):
            continue
        before, identity = replaced(record, effective), new_id(record, effective)
        replaces = before.edition.id if before else ""
        frozen = files("edition.json", "ru")
        act = Publish("privacy", str(identity), replaces, effective, None, frozen)
        ledger = ledger.append(act, recorded)
        if withdrawn:
            ledger = ledger.append(Withdraw("privacy", str(identity)), recorded)
        added = edition(effective, replaces=replaces, withdrawn=withdrawn, count=identity.count)
        record = policy(*record.editions, added)
    assert len(ledger.entries) == 1 + len(record.editions) + sum(
        one.withdrawn is not None for one in record.editions
    )
