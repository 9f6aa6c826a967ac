"""Local times as instants, from the locked database and not the machine's."""

import zoneinfo
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.problems import InforceError
from inforce.zones import in_zone, instant, is_zone, local_day, midnight, zone

ALMATY = "Asia/Almaty"


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2024, 2, 29), 18),
        (date(2024, 3, 1), 19),
        (date(2024, 3, 2), 19),
        (date(2026, 9, 1), 19),
    ],
)
def test_almaty_moved_an_hour_to_the_west_on_the_first_of_march_2024(day: date, hour: int) -> None:
    # Its clocks went back from 24:00 to 23:00, so that the last hour of February came twice.
    start = midnight(day, ALMATY)
    assert start.astimezone(UTC).hour == hour
    assert start.date() == day


@pytest.mark.parametrize(
    ("local", "name", "expected"),
    [
        ("2026-09-01T18:30", ALMATY, "2026-09-01T18:30:00+05:00"),
        ("2020-09-01T18:30", ALMATY, "2020-09-01T18:30:00+06:00"),
        ("2026-09-01T18:30:00+00:00", ALMATY, "2026-09-01T18:30:00+00:00"),
        ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T02:30:00+01:00"),
        ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T02:30:00+02:00"),
        ("2026-07-01T00:00", "UTC", "2026-07-01T00:00:00+00:00"),
    ],
    ids=["today", "before 2024", "with its offset", "skipped", "twice", "UTC"],
)
def test_a_local_time_becomes_an_instant_with_a_fixed_offset(
    local: str, name: str, expected: str
) -> None:
    found = instant(datetime.fromisoformat(local), name)
    assert found.isoformat() == expected
    assert isinstance(found.tzinfo, timezone)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 8, 31, 18, 59, 59, tzinfo=UTC), date(2026, 8, 31)),
        (datetime(2026, 8, 31, 19, 0, tzinfo=UTC), date(2026, 9, 1)),
    ],
)
def test_a_day_begins_at_local_midnight(moment: datetime, day: date) -> None:
    assert local_day(moment, ALMATY) == day


def test_a_moment_in_a_zone_is_the_same_moment() -> None:
    moment = datetime(2026, 9, 1, tzinfo=UTC)
    assert in_zone(moment, ALMATY) == moment
    assert in_zone(moment, ALMATY).utcoffset() == timedelta(hours=5)


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2199, 12, 31)), st.sampled_from([ALMATY, "Europe/Berlin"]))
def test_midnight_belongs_to_its_day_and_the_moment_before_to_the_day_before(
    day: date, name: str
) -> None:
    start = midnight(day, name)
    assert local_day(start, name) == day
    assert local_day(start - timedelta(hours=2), name) == day - timedelta(days=1)


@pytest.mark.parametrize("name", ["Asia/Almaty", "Asia/Qyzylorda", "UTC", "Europe/Berlin"])
def test_the_database_knows_these(name: str) -> None:
    assert is_zone(name)
    assert zone(name).key == name


@pytest.mark.parametrize(
    "name", ["", ".", "Asia", "asia/almaty", "Asia/Astana", "+05:00", "../../etc/passwd", "/etc"]
)
def test_no_other_name_opens_a_file(name: str) -> None:
    assert not is_zone(name)
    with pytest.raises(InforceError, match="no time zone"):
        zone(name)


def test_the_database_of_the_machine_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(key: str) -> zoneinfo.ZoneInfo:
        raise AssertionError(f"asked for {key}")

    zone.cache_clear()
    monkeypatch.setattr(zoneinfo, "ZoneInfo", type("Refusing", (zoneinfo.ZoneInfo,), {
        "__new__": staticmethod(refuse),
    }))  # fmt: skip
    monkeypatch.setattr(zoneinfo, "TZPATH", ())
    assert zone(ALMATY).key == ALMATY
    zone.cache_clear()
