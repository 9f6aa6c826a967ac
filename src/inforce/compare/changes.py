"""What a comparison of two texts of one policy holds; values only, shown elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from inforce.model import Clause, Run, Text

Runs = tuple[Run, ...]


class Mark(StrEnum):
    """On which side something stands: on both, on the old one, or on the new one."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


class Kind(StrEnum):
    """What happened to a clause; several may hold at once.

    - `ADDED`, `REMOVED`: it stands in one of the texts only;
    - `REPEALED`, `RESTORED`: it became a tombstone, or stopped being one;
    - `MOVED`: it has another parent, or another place among its siblings;
    - `RENUMBERED`: another number is printed before it;
    - `RETITLED`, `REWORDED`: the words of its title, or of its text, are others;
    - `REREFERENCED`: only numbers within references are others, since the clauses that they
      lead to were renumbered;
    - `RELINKED`: the same words lead elsewhere;
    - `REFORMATTED`: the same words have other marks, paragraphs or spaces.
    """

    ADDED = "added"
    REMOVED = "removed"
    REPEALED = "repealed"
    RESTORED = "restored"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    RETITLED = "retitled"
    REWORDED = "reworded"
    REREFERENCED = "rereferenced"
    RELINKED = "relinked"
    REFORMATTED = "reformatted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Runs that stand on one side, or the same words on both.

    The `old` runs of all pieces in their order are the old text with its marks, the `new` ones
    the new text. Where both sides have runs, the words are equal (any space counts as a space);
    marks and the targets of links may differ.
    """

    old: Runs = ()
    new: Runs = ()

    @property
    def mark(self) -> Mark:
        """On which side the words stand."""
        if self.old and self.new:
            return Mark.EQUAL
        return Mark.DELETED if self.old else Mark.INSERTED

    @property
    def runs(self) -> Runs:
        """The runs to show: the new ones, or the old ones where there are no new ones."""
        return self.new or self.old


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """A paragraph; `mark` says whether it stands on both sides."""

    mark: Mark
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """A column of a table; `align` is that of the new side where it stands there."""

    mark: Mark
    align: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row of a table, with a cell for each of the table's compared columns.

    A cell is empty where its row and its column do not stand on one side together.
    """

    mark: Mark
    cells: tuple[Pieces, ...]


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """A table with the columns and rows of both sides; the header stands on the table's sides."""

    mark: Mark
    columns: tuple[ComparedColumn, ...]
    header: ComparedRow
    rows: tuple[ComparedRow, ...]


ComparedBlock = ComparedParagraph | ComparedTable
ComparedBlocks = tuple[ComparedBlock, ...]


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """A part of the preface or the conclusions; `name` is its kind (`place-date`, …)."""

    name: str
    mark: Mark
    kinds: tuple[Kind, ...]
    blocks: ComparedBlocks


@dataclass(frozen=True, slots=True)
class ComparedClause:
    """A clause and what happened to it; `kinds` stand in the order of `Kind`, none if nothing.

    `old` or `new` is None where the clause does not stand in that text. `clauses` are those
    below it in the merged reading order.
    """

    id: str
    kinds: tuple[Kind, ...]
    old: Clause | None
    new: Clause | None
    title: Pieces
    blocks: ComparedBlocks
    closing: ComparedBlocks
    clauses: tuple["Entry", ...]

    @property
    def mark(self) -> Mark:
        """On which side the clause stands."""
        if self.old and self.new:
            return Mark.EQUAL
        return Mark.DELETED if self.old else Mark.INSERTED

    @property
    def clause(self) -> Clause:
        """The clause as it is, or as it was where it is removed."""
        return self.new or cast(Clause, self.old)

    def came_with(self, around: "ComparedClause | None") -> bool:
        """Whether it was added or removed together with the clause `around` it."""
        return around is not None and self.mark is not Mark.EQUAL and self.mark is around.mark

    def walk(self) -> Iterator["ComparedClause"]:
        """This clause and all below it, in the merged reading order."""
        yield self
        yield from walk(self.clauses)


@dataclass(frozen=True, slots=True)
class Departure:
    """The place that a moved clause left; the clause itself stands at its new place."""

    old: Clause

    @property
    def id(self) -> str:
        """The id of the clause."""
        return self.old.id


Entry = ComparedClause | Departure


def walk(entries: tuple[Entry, ...]) -> Iterator[ComparedClause]:
    """The clauses among `entries` and all below them, in the merged reading order."""
    for entry in entries:
        if isinstance(entry, ComparedClause):
            yield from entry.walk()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts of one policy in one language, in the merged reading order.

    That is the order of the new text, with removed clauses where they stood and a `Departure`
    where a moved clause stood. `title_kinds` is empty or holds `Kind.RETITLED`.
    """

    old: Text
    new: Text
    title: Pieces
    title_kinds: tuple[Kind, ...]
    preface: tuple[ComparedPart, ...]
    preamble: tuple[Entry, ...]
    clauses: tuple[Entry, ...]
    conclusions: tuple[ComparedPart, ...]
    annexes: tuple[Entry, ...]

    def walk(self) -> Iterator[ComparedClause]:
        """Every clause of both texts once, in the merged reading order."""
        for group in (self.preamble, self.clauses, self.annexes):
            yield from walk(group)

    @property
    def parts(self) -> tuple[ComparedPart, ...]:
        """The parts of the preface and the conclusions."""
        return (*self.preface, *self.conclusions)

    @property
    def changed(self) -> bool:
        """Whether anything differs; the summary of an edition is no part of its text."""
        return bool(
            self.title_kinds
            or any(part.kinds for part in self.parts)
            or any(clause.kinds for clause in self.walk())
        )

    def by_kind(self) -> Mapping[Kind, tuple[ComparedClause, ...]]:
        """The changed clauses by kind, in the order of `Kind`; a kind without any is left out."""
        clauses = tuple(self.walk())
        found = {kind: tuple(one for one in clauses if kind in one.kinds) for kind in Kind}
        return {kind: ones for kind, ones in found.items() if ones}
