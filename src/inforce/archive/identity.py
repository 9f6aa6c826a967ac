"""Which published edition the `edition:` of a working text means."""

from inforce.archive.records import EditionRecord, PolicyRecord
from inforce.model import WorkingEdition


def identify(edition: WorkingEdition, record: PolicyRecord | None) -> EditionRecord | None:
    """The published edition with the same number, or, without one, the same instant.

    None where `edition` is not published yet.
    """
    editions = record.editions if record else ()
    if edition.number:
        found = (one for one in editions if one.edition.number == edition.number)
    else:
        instant = edition.effective.instant
        found = (one for one in editions if one.edition.effective == instant)
    # An edition that was withdrawn may share its instant with the one that took its place.
    return min(found, key=lambda one: one.withdrawn is not None, default=None)
