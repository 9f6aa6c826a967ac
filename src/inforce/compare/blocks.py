"""Paragraphs and tables compared: which belong together, and the words inside."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from inforce.compare.alignment import alike, merged
from inforce.compare.changes import (
    ComparedBlock,
    ComparedBlocks,
    ComparedColumn,
    ComparedParagraph,
    ComparedRow,
    ComparedTable,
    Mark,
    Piece,
    Pieces,
    Runs,
)
from inforce.compare.tokens import Strand
from inforce.compare.words import compare_strands
from inforce.model import Block, Paragraph, Table

# Two blocks, rows or columns with less in common than this are two different ones.
LEAST_ALIKE = 0.3
# ... unless they are of a kind of which there is no other.
SOME = 0.01

Words = tuple[str, ...]
Cells = Sequence[Runs]
Kinded = tuple[str, Words]
Places = Sequence[tuple[int | None, int | None]]


def compare_blocks(old: tuple[Block, ...], new: tuple[Block, ...]) -> ComparedBlocks:
    """The blocks of both sides in one order."""
    if old == new:
        return tuple(_block(block, block) for block in new)
    if len(old) == len(new) == 1 and type(old[0]) is type(new[0]):
        return (_block(old[0], new[0]),)
    words, others = (
        [(type(block).__name__, words_of(cells_of(block))) for block in blocks]
        for blocks in (old, new)
    )
    order = aligned(words, others)
    return tuple(
        _block(None if i is None else old[i], None if j is None else new[j]) for i, j in order
    )


def compare_runs(old: Runs, new: Runs) -> Pieces:
    """The pieces of the runs of both sides."""
    if old == new:
        return (Piece(old, new),) if new else ()
    return compare_strands(strand_of(old), strand_of(new))


@lru_cache(maxsize=2048)
def strand_of(runs: Runs) -> Strand:
    """The runs laid out; kept for a while, since they are looked at more than once."""
    return Strand(runs)


def cells_of(block: Block) -> Cells:
    """The runs of a paragraph, or of each cell of a table."""
    if isinstance(block, Paragraph):
        return (block.runs,)
    return tuple(cell for row in (block.header, *block.rows) for cell in row)


def words_of(cells: Cells) -> Words:
    """The words of several runs, without the spaces between them."""
    return tuple(chain.from_iterable(strand_of(runs).words for runs in cells))


def aligned(old: Sequence[Kinded], new: Sequence[Kinded], least: float = 0) -> Places:
    """Both sides in one order, matched by their words; only what is of one kind is matched.

    Two of one kind belong together by at least `least`, however different their words are; so do
    two where each side has only one.
    """
    least = least or (SOME if len(old) == len(new) == 1 else 0)
    counts, others = ([Counter(words) for _, words in side] for side in (old, new))

    def likeness(i: int, j: int) -> float:
        same_kind = old[i][0] == new[j][0]
        return _share(counts[i], others[j]) or least if same_kind else 0

    return merged(len(old), len(new), alike(old, new, likeness))


def _share(old: "Counter[str]", new: "Counter[str]") -> float:
    """The share of the words that stand on both sides; 0 where it is too small."""
    if old == new:
        return 1
    share = 2 * (old & new).total() / (old.total() + new.total())
    return share if share >= LEAST_ALIKE else 0


def _block(old: Block | None, new: Block | None) -> ComparedBlock:
    mark = _mark(old, new)
    if isinstance(old, Table) or isinstance(new, Table):
        tables = [one if isinstance(one, Table) else _NO_TABLE for one in (old, new)]
        return _table(tables[0], tables[1], mark)
    before, after = (one.runs if one else () for one in (old, new))
    return ComparedParagraph(mark, compare_runs(before, after))


_NO_TABLE = Table((), (), ())


def _mark(old: object, new: object) -> Mark:
    if old is None:
        return Mark.INSERTED
    return Mark.DELETED if new is None else Mark.EQUAL


def _table(old: Table, new: Table, mark: Mark) -> ComparedTable:
    columns = _columns(old, new)
    return ComparedTable(
        mark,
        tuple(_column(old, new, i, j) for i, j in columns),
        _row(old.header, new.header, columns, mark),
        tuple(
            _row(
                old.rows[i] if i is not None else (),
                new.rows[j] if j is not None else (),
                columns,
                _mark(i, j),
            )
            for i, j in _rows(old, new, columns)
        ),
    )


def _columns(old: Table, new: Table) -> Places:
    """The columns of both sides, matched by their headings, then by the words in them."""
    headings, others = ([words_of((cell,)) for cell in table.header] for table in (old, new))
    counts, other_counts = _column_counts(old), _column_counts(new)

    def likeness(i: int, j: int) -> float:
        return _share(counts[i], other_counts[j])

    return merged(len(headings), len(others), alike(headings, others, likeness))


def _column_counts(table: Table) -> "list[Counter[str]]":
    rows = (table.header, *table.rows)
    places = range(len(table.header))
    return [Counter(words_of([row[place] for row in rows])) for place in places]


def _rows(old: Table, new: Table, columns: Places) -> Places:
    """The rows of both sides, matched by the columns that stand on both."""
    kept = [(i, j) for i, j in columns if i is not None and j is not None]
    return aligned(
        [("", words_of([row[i] for i, _ in kept])) for row in old.rows],
        [("", words_of([row[j] for _, j in kept])) for row in new.rows],
    )


def _column(old: Table, new: Table, i: int | None, j: int | None) -> ComparedColumn:
    if j is not None:
        return ComparedColumn(_mark(i, j), new.align[j])
    return ComparedColumn(Mark.DELETED, old.align[i] if i is not None else "")


def _row(old: Cells, new: Cells, columns: Places, mark: Mark) -> ComparedRow:
    cells = (
        compare_runs(
            old[i] if old and i is not None else (), new[j] if new and j is not None else ()
        )
        for i, j in columns
    )
    return ComparedRow(mark, tuple(cells))
