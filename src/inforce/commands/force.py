"""What is in force, or why nothing is, in one line."""

from datetime import datetime

from inforce.archive import Archive, PolicyRecord
from inforce.timeline import in_force, period, upcoming


def in_force_line(archive: Archive, moment: datetime) -> str:
    """Each policy with the edition in force: `privacy: edition No. 3, in force since 2026-09-01`.

    Where none is in force it says since when the policy is repealed, or from when it will be.
    """
    lines = (_policy(record, moment) for record in archive.policies.values())
    return " · ".join(lines) or "nothing is published yet"


def _policy(record: PolicyRecord, moment: datetime) -> str:
    current = in_force(record, moment)
    if current is not None:
        start = _day(period(record, current.edition.id).start)
        return f"{record.policy}: {_named(current.edition.number)}, in force since {start}"
    if record.repeal is not None and moment >= record.repeal.effective:
        return f"{record.policy}: repealed as of {_day(record.repeal.effective)}"
    coming = upcoming(record, moment)
    if coming:
        edition = coming[0].edition
        return f"{record.policy}: {_named(edition.number)}, not before {_day(edition.effective)}"
    return f"{record.policy}: nothing in force"


def none_in_force(record: PolicyRecord, moment: datetime) -> str:
    """Why no edition of a policy is in force at a moment, where none is."""
    repeal = record.repeal
    if repeal is not None and moment >= repeal.effective:
        reason = f" ({repeal.reason})" if repeal.reason else ""
        instead = f"; in its place: {', '.join(repeal.successors)}" if repeal.successors else ""
        return f"repealed as of {_day(repeal.effective)}{reason}{instead}"
    for first in upcoming(record, moment):
        edition = first.edition
        named = f"{edition.id}, {_named(edition.number)}"
        return f"the first one held here is {named}, in force from {_day(edition.effective)}"
    return "every one was withdrawn before it took effect"


def _named(number: str) -> str:
    return f"edition No. {number}" if number else "edition"


def _day(moment: datetime) -> str:
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return f"{moment:%Y-%m-%d}" if midnight else moment.isoformat(timespec="minutes")
