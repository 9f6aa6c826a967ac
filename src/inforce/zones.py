"""Time zones from the locked `tzdata` package, never from the machine.

A system's database may be years old: before 2024 Almaty was an hour further east, so a local
midnight would become another instant there.
"""

import zoneinfo
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from importlib import resources

from inforce.problems import InforceError


@cache
def zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone called `name`, such as `Asia/Almaty`; raises InforceError where there is none."""
    if name not in _names():
        raise InforceError(f"there is no time zone `{name}` in the tzdata package")
    file = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    with file.open("rb") as stream:
        return zoneinfo.ZoneInfo.from_file(stream, key=name)


@cache
def _names() -> frozenset[str]:
    lines = resources.files("tzdata").joinpath("zones").read_text("utf-8").splitlines()
    return frozenset(lines)


def is_zone(name: str) -> bool:
    """Whether the locked database has a zone of this name."""
    return name in _names()


def instant(local: datetime, name: str) -> datetime:
    """A local wall time as an instant with its fixed offset.

    A time that the clocks skip is read with the offset before the change, one that they show
    twice as the first of the two (PEP 495, `fold=0`).
    """
    aware = local.replace(tzinfo=zone(name)) if local.tzinfo is None else local
    return aware.replace(tzinfo=timezone(aware.utcoffset() or timedelta()))


def midnight(day: date, name: str) -> datetime:
    """The instant at which a local day begins."""
    return instant(datetime.combine(day, time()), name)


def local_day(moment: datetime, name: str) -> date:
    """The local date at a moment."""
    return moment.astimezone(zone(name)).date()


def in_zone(moment: datetime, name: str) -> datetime:
    """The same moment with the zone's offset at that time, as a fixed offset."""
    return instant(moment.astimezone(zone(name)), name)
