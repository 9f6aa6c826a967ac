"""Moments as people type them on a command line or in an environment variable."""

from datetime import UTC, datetime

from inforce.problems import InforceError
from inforce.source.edition import MOMENT
from inforce.source.fields import parse_day
from inforce.zones import in_zone, instant


def now() -> datetime:
    """The present moment, to the second: the only clock, read by the doors and passed on."""
    return datetime.now(UTC).replace(microsecond=0)


def parse_moment(text: str, timezone: str) -> datetime:
    """The instant that `text` writes, with the zone's offset; a date is its first moment there.

    Raises InforceError where it is neither a date nor a date with a time (RFC 3339).
    """
    try:
        match = MOMENT.fullmatch(text)
        if match is None or parse_day(match["day"]) is None:
            raise ValueError
        return in_zone(instant(datetime.fromisoformat(text), timezone), timezone)
    except ValueError as error:
        message = f"`{text}` is not a moment: write 2026-09-01 or 2026-09-01T18:00"
        raise InforceError(message) from error
