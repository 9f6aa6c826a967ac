"""What clauses are called where they do not stand below those around them.

The number of a point means nothing without that of its clause, so a number stands with those
above it that it does not contain: `3.2. 1)`. `theme/assets/redline.js` has the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from inforce.compare import ComparedClause, Kind
from inforce.model import Clause, Paragraph, Table, Text, plain
from inforce.render.citation.steps import contains

MOST_NAMED = 5  # words that stand for a clause without number and title

# The numbers that tell a clause apart, the outermost first; none of a bullet.
Path = tuple[str, ...]

_WHOLE = re.compile(r"\d+(?:-\d+)?\.?")


def paths(text: Text) -> Mapping[str, Path]:
    """The numbers of each clause of a text, by its id."""
    found = dict(_paths(text.preamble, ()))
    through = _counted_through(text.clauses)
    for section in text.clauses:
        found |= _paths((section,), ())
        for one in section.clauses if through else ():
            if _WHOLE.fullmatch(one.number):
                found |= _paths((one,), ())
    return {**found, **dict(_paths(text.annexes, ()))}


def _paths(clauses: Sequence[Clause], above: Path) -> Iterator[tuple[str, Path]]:
    for clause in clauses:
        own = _path(clause.number, above)
        yield clause.id, own
        yield from _paths(clause.clauses, own or above)


def _path(number: str, above: Path) -> Path:
    if not any(map(str.isalnum, number)):
        return ()
    outer = above[-1].removesuffix(".") if above else ""
    inside = contains(number.removesuffix("."), outer)
    return (*(above[:-1] if inside else above), number)


def _counted_through(sections: Sequence[Clause]) -> bool:
    """Whether the numbers below the sections go on from one to the next, so that each is alone."""
    groups = [[one.number for one in section.clauses] for section in sections]
    below = [[one for one in group if _WHOLE.fullmatch(one)] for group in groups]
    numbers = [*(one.number for one in sections if one.number), *chain(*below)]
    return sum(map(bool, below)) > 1 and len({*numbers}) == len(numbers)


def full(path: Path) -> str:
    """The numbers as they are printed: `3.2. 1)`."""
    return " ".join(path)


def bare(path: Path) -> str:
    """The numbers without their full stops: `3.2 1)`."""
    return " ".join(one.rstrip(".") for one in path)


def named(clause: Clause, number: str) -> str:
    """The number and the title; the first words where there is neither."""
    name = " ".join(filter(None, (number, _title(clause))))
    return name if any(map(str.isalnum, name)) else beginning(clause)


def titled(clause: Clause, number: str) -> str:
    """The number, and the title or the first words."""
    return " ".join(filter(None, (number, _title(clause) or beginning(clause))))


def _title(clause: Clause) -> str:
    return " ".join(plain(clause.title).split())


def telling(clause: ComparedClause) -> Clause:
    """The side whose words tell what a clause is about: where it is repealed now, the old one."""
    return clause.old if clause.old and Kind.REPEALED in clause.kinds else clause.clause


def beginning(clause: Clause) -> str:
    """The first words of a clause, or its id where it has none.

    Those of its first paragraph; where it has only a table, of the head of that.
    """
    first = next((one for one in clause.blocks if isinstance(one, Paragraph)), None)
    words = plain(first.runs).split() if first else []
    if not words:
        words = _head(clause).split()
    if len(words) <= MOST_NAMED:
        return " ".join(words) or clause.id
    return " ".join(words[:MOST_NAMED]).rstrip(",") + "…"


def _head(clause: Clause) -> str:
    """The words at the head of the first table of a clause."""
    cells = next((one.header for one in clause.blocks if isinstance(one, Table)), ())
    return ", ".join(filter(None, (" ".join(plain(cell).split()) for cell in cells)))
