"""The table of contents of a text."""

from dataclasses import dataclass

from inforce.model import Clause, Text, plain

LEVELS = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A titled clause: its number and title as plain words, its id, and those below it."""

    words: str
    id: str
    below: tuple["Heading", ...] = ()


def headings(text: Text) -> tuple[Heading, ...]:
    """The titled clauses of the two upper levels, in reading order."""
    return _headings((*text.preamble, *text.clauses, *text.annexes), LEVELS)


def _headings(clauses: tuple[Clause, ...], levels: int) -> tuple[Heading, ...]:
    if not levels:
        return ()
    return tuple(
        Heading(
            " ".join(word for word in (clause.number, plain(clause.title)) if word),
            clause.id,
            _headings(clause.clauses, levels - 1),
        )
        for clause in clauses
        if clause.title
    )
