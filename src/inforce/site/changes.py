"""The ledger as readers see it: what happened, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inforce.ledger import (
    Act,
    Add,
    Correct,
    Entry,
    Open,
    Publish,
    Redact,
    Repeal,
    Withdraw,
    text_of,
)
from inforce.site.publication import Publication, Standing


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the ledger: its local date, the name of the act, the edition that it concerns.

    `language` is that of a text that was added or corrected, or empty.
    """

    recorded: date
    name: str
    act: Publish | Add | Correct | Withdraw | Repeal | Redact
    standing: Standing | None = None
    language: str = ""


def changes(publication: Publication) -> tuple[Change, ...]:
    """Every act on a policy that can be read, newest first."""
    return tuple(_changes(publication))


def _changes(publication: Publication) -> Iterator[Change]:
    for entry in reversed(publication.archive.ledger.entries):
        act = entry.act
        if isinstance(act, Open) or act.policy not in publication.policies:
            continue
        editions = publication.policies[act.policy].standing
        standing = None if isinstance(act, Repeal) else editions.get(act.edition)
        yield _change(publication, entry, act, standing)


def _change(
    publication: Publication,
    entry: Entry,
    act: Publish | Add | Correct | Withdraw | Repeal | Redact,
    standing: Standing | None,
) -> Change:
    language = _language(act) if isinstance(act, Add | Correct) else ""
    return Change(
        publication.day(entry.recorded), type(act).__name__.lower(), act, standing, language
    )


def _language(act: Act) -> str:
    names = (text_of(name) for name in getattr(act, "files", ()))
    return next((found[0] for found in names if found), "")
