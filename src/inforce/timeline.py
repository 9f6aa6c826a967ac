"""Which edition stands where at a moment; pure, and without a clock.

The instants that the ledger recorded decide. No time zone is looked up here, so that no later
database moves an edition.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inforce.archive.records import Archive, EditionRecord, PolicyRecord
from inforce.model import EditionId


class State(StrEnum):
    """Where an edition stands at a moment."""

    SCHEDULED = "scheduled"
    IN_FORCE = "in-force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class Period:
    """The time from `start` up to but without `end`; without an end where `end` is None."""

    start: datetime
    end: datetime | None = None

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment and (self.end is None or moment < self.end)


def period(record: PolicyRecord, edition_id: str) -> Period:
    """When an edition is in force: until the next one or the repeal.

    Empty (it ends as it starts) for an edition that was withdrawn. Raises KeyError where the
    policy has no such edition.
    """
    edition = record.edition(edition_id)
    start = edition.edition.effective
    if edition.withdrawn is not None:
        return Period(start, start)
    ends = [one.edition.effective for one in _after(record, edition)]
    if record.repeal is not None:
        ends.append(max(start, record.repeal.effective))
    return Period(start, min(ends, default=None))


def _standing(record: PolicyRecord) -> Iterator[EditionRecord]:
    return (one for one in record.editions if one.withdrawn is None)


def _after(record: PolicyRecord, edition: EditionRecord) -> Iterator[EditionRecord]:
    start = edition.edition.effective
    return (one for one in _standing(record) if one.edition.effective > start)


def state(record: PolicyRecord, edition_id: str, moment: datetime) -> State:
    """Where an edition stands at a moment, by all that is recorded now.

    A withdrawn edition is withdrawn at every moment. Of a repealed policy the last edition is
    repealed, those before it are superseded.
    """
    if record.edition(edition_id).withdrawn is not None:
        return State.WITHDRAWN
    held = period(record, edition_id)
    if moment < held.start:
        return State.SCHEDULED
    if moment in held:
        return State.IN_FORCE
    repeal = record.repeal
    return State.REPEALED if repeal and held.end == repeal.effective else State.SUPERSEDED


def in_force(record: PolicyRecord, moment: datetime) -> EditionRecord | None:
    """The edition in force at a moment; None before the first and from the repeal on."""
    if record.repeal is not None and moment >= record.repeal.effective:
        return None
    return _last_until(record, moment)


def _last_until(record: PolicyRecord, moment: datetime) -> EditionRecord | None:
    begun = [one for one in _standing(record) if one.edition.effective <= moment]
    return max(begun, key=lambda one: one.edition.effective, default=None)


def upcoming(record: PolicyRecord, moment: datetime) -> tuple[EditionRecord, ...]:
    """The editions that take effect after a moment, the next one first."""
    return tuple(one for one in _standing(record) if one.edition.effective > moment)


def replaced(record: PolicyRecord | None, effective: datetime) -> EditionRecord | None:
    """The edition that one which takes effect at `effective` would replace; None for the first.

    An edition recorded later can take effect earlier, so this is the one before it in time.
    """
    standing = _standing(record) if record else ()
    earlier = [one for one in standing if one.edition.effective < effective]
    return max(earlier, key=lambda one: one.edition.effective, default=None)


def predecessor(record: PolicyRecord, edition_id: str) -> EditionRecord | None:
    """The edition that this one is compared with: what it replaced, or, where that was withdrawn
    before it took effect, what that one replaced. None for a first edition.
    """
    replaces = record.edition(edition_id).edition.replaces
    while replaces and record.edition(replaces).withdrawn is not None:
        replaces = record.edition(replaces).edition.replaces
    return record.edition(replaces) if replaces else None


def new_id(record: PolicyRecord | None, effective: datetime) -> EditionId:
    """The id of a new edition: the local date of `effective`, by its own offset, and the next
    number of that day.
    """
    day = effective.date().isoformat()
    ids = [EditionId.parse(one.edition.id) for one in record.editions] if record else []
    return EditionId(day, max((one.count for one in ids if one.date == day), default=0) + 1)


def next_change(archive: Archive, moment: datetime) -> datetime | None:
    """The first instant after a moment at which another edition, or none, is in force."""
    return min((at for at in _changes(archive) if at > moment), default=None)


def _changes(archive: Archive) -> Iterator[datetime]:
    for record in archive.policies.values():
        yield from (one.edition.effective for one in _standing(record))
        if record.repeal is not None:
            yield record.repeal.effective
