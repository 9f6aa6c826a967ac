"""Moments as people type them on a command line or in an environment variable."""

from datetime import UTC, datetime

from inforce.problems import InforceError
from inforce.zones import instant


def now() -> datetime:
    """The present moment; the only clock, read by the doors and passed in from there."""
    return datetime.now(UTC)


def parse_moment(text: str, timezone: str) -> datetime:
    """The instant that `text` writes: a date is its first moment in the site's time zone.

    Raises InforceError where it is neither a date nor a date with a time (RFC 3339).
    """
    try:
        return instant(datetime.fromisoformat(text), timezone)
    except ValueError as error:
        message = f"`{text}` is not a moment: write 2026-09-01 or 2026-09-01T18:00"
        raise InforceError(message) from error
