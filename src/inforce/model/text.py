"""One edition in one language, with nothing left to interpret.

Every number, fact and word of a reference is written out: what stands here is what a reader
sees. The same values are made from the working text and read from a frozen `ru.json`.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Visible text without any mark."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text of strong importance."""

    runs: tuple["Run", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text."""

    runs: tuple["Run", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text that is typed or read by a machine, such as the name of a cookie."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words: outside (`href`), or to a clause, a policy, or a policy's clause.

    Exactly one of these holds: `href` is set; `clause` alone (this policy); `policy` with or
    without `clause`.
    """

    runs: tuple["Run", ...]
    href: str = ""
    policy: str = ""
    clause: str = ""


Run = Words | Strong | Emphasis | Code | Break | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of inline text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `align` has `left`, `right`, `center` or the empty string for each column.

    Each cell is a tuple of runs; every row has as many cells as the header.
    """

    align: tuple[str, ...]
    header: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it reads in one language.

    `number` is printed as it stands (`1.1.`, `2)`, `–`, or empty); `anchor` is its path on a
    dated page (`3.2`, `3.2-1`, `a1-1.1`, or empty). `closing` are the words after the
    subordinate clauses. `term` is the word that the clause defines, as it stands in its text.
    """

    id: str
    number: str = ""
    anchor: str = ""
    title: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    clauses: tuple["Clause", ...] = ()
    closing: tuple[Block, ...] = ()
    term: str = ""
    repealed: bool = False

    def walk(self) -> Iterator["Clause"]:
        """This clause and all below it, in reading order."""
        yield self
        for clause in self.clauses:
            yield from clause.walk()


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in the preface or the conclusions: `kind` is `place-date`, `signature`, …"""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An edition in one language. The order of the fields is Akoma Ntoso's reading order."""

    policy: str
    edition: str
    language: str
    title: str
    summary: tuple[Block, ...] = ()
    preface: tuple[Part, ...] = ()
    preamble: tuple[Clause, ...] = ()
    clauses: tuple[Clause, ...] = ()
    conclusions: tuple[Part, ...] = ()
    annexes: tuple[Clause, ...] = ()

    def walk(self) -> Iterator[Clause]:
        """Every clause of the preamble, the body and the annexes, in reading order."""
        for group in (self.preamble, self.clauses, self.annexes):
            for clause in group:
                yield from clause.walk()


def plain(runs: tuple[Run, ...]) -> str:
    """The visible words of `runs`; a line break is a line feed, a link only its label."""
    return "".join(_plain(run) for run in runs)


def _plain(run: Run) -> str:
    match run:
        case Words(text) | Code(text):
            return text
        case Break():
            return "\n"
        case Strong(runs) | Emphasis(runs) | Link(runs):
            return plain(runs)
