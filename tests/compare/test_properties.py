"""What holds for any two texts, and how long it may take."""

import time
from collections.abc import Callable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from inforce.compare import (
    ComparedBlock,
    ComparedParagraph,
    Comparison,
    Departure,
    Entry,
    Kind,
    Mark,
    Piece,
    compare,
)
from inforce.compare.blocks import cells_of, compare_blocks, strand_of
from inforce.compare.tokens import Strand
from inforce.model import Block, Clause, Run, Text, plain

from ..frozen import strategies
from ..frozen.strategies import OFTEN
from .notation import text, told

IDS = "abcdefg"
LONGEST = 5
PHRASES = st.lists(
    st.sampled_from(
        ["данные", "и", "в", "<1.1>(#a)", "**сайт**", "`_ga`", "10 000", "*не*", "\\", ",", "срок."]
    ),
    max_size=8,
).map(" ".join)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Texts over the same few ids and words, so that two of them have much in common."""
    names = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=6))
    lines, depth = [], -1
    for number, name in enumerate(names, 1):
        depth = draw(st.integers(0, depth + 1))
        words, tombstone = draw(PHRASES), "!" if draw(st.booleans()) and not depth else ""
        lines.append(f"{'>' * depth}{name}{tombstone} {number}. {{T}} {words}")
    return text(" | ".join(lines))


MIRROR = {Kind.ADDED: Kind.REMOVED, Kind.REPEALED: Kind.RESTORED}
MIRROR |= {then: now for now, then in MIRROR.items()}


def looks(of: tuple[Run, ...]) -> list[object]:
    """Every character with its marks and where it leads."""
    strand = Strand(of)
    return [(strand.text[place], strand.look(place)) for place in range(len(strand.text))]


def joined(pieces: Iterator[Piece], side: str) -> tuple[Run, ...]:
    return tuple(run for piece in pieces for run in getattr(piece, side))


def all_pieces(block: ComparedBlock) -> Iterator[Piece]:
    if isinstance(block, ComparedParagraph):
        yield from block.pieces
    else:
        for row in (block.header, *block.rows):
            for cell in row.cells:
                yield from cell


def side_of(blocks: tuple[ComparedBlock, ...], without: Mark, side: str) -> list[object]:
    """One side of the blocks: what stands on the other side alone is taken away."""
    kept = [block for block in blocks if block.mark != without]
    return [_block_side(block, without, side) for block in kept]


def _block_side(block: ComparedBlock, without: Mark, side: str) -> object:
    if isinstance(block, ComparedParagraph):
        return [looks(joined(iter(block.pieces), side))]
    columns = [place for place, one in enumerate(block.columns) if one.mark != without]
    rows = [row for row in (block.header, *block.rows) if row.mark != without]
    return [looks(joined(iter(row.cells[place]), side)) for row in rows for place in columns]


def whole(blocks: tuple[Block, ...]) -> list[object]:
    return [[looks(cell) for cell in cells_of(block)] for block in blocks]


@OFTEN
@given(st.lists(strategies.blocks, max_size=3), st.lists(strategies.blocks, max_size=3))
def test_either_side_of_blocks_is_the_text_with_its_marks(
    old: list[Block], new: list[Block]
) -> None:
    compared = compare_blocks(tuple(old), tuple(new))
    assert side_of(compared, Mark.INSERTED, "old") == whole(tuple(old))
    assert side_of(compared, Mark.DELETED, "new") == whole(tuple(new))
    for block in compared:
        for piece in all_pieces(block):
            assert piece.old or piece.new
            if piece.mark == Mark.EQUAL:
                assert plain(piece.old).split() == plain(piece.new).split()


def clauses_of(entries: tuple[Entry, ...], without: Mark) -> list[object]:
    """The ids of one side as a tree; a clause stands where its side has it."""
    found: list[object] = []
    for entry in entries:
        if isinstance(entry, Departure):
            continue
        inside = clauses_of(entry.clauses, without)
        found += [[entry.id, inside]] if entry.mark != without else inside
    return found


def tree(clauses: tuple[Clause, ...]) -> list[object]:
    return [[one.id, tree(one.clauses)] for one in clauses]


def changed_kinds(comparison: Comparison) -> dict[str, set[Kind]]:
    return {one.id: set(one.kinds) for one in comparison.walk()}


@OFTEN
@given(texts(), texts())
def test_the_merged_order_holds_both_texts(old: Text, new: Text) -> None:
    comparison = compare(old, new)
    ids = [one.id for one in comparison.walk()]
    assert sorted(ids) == sorted({one.id for one in (*old.walk(), *new.walk())})
    assert clauses_of(comparison.clauses, Mark.DELETED) == tree(new.clauses)
    for one in comparison.walk():
        assert (one.mark == Mark.INSERTED) == (one.kinds == (Kind.ADDED,))
        assert (one.mark == Mark.DELETED) == (one.kinds == (Kind.REMOVED,))
        for clause, without, side in (
            (one.old, Mark.INSERTED, "old"),
            (one.new, Mark.DELETED, "new"),
        ):
            if clause:
                assert side_of(one.blocks, without, side) == whole(clause.blocks)


@OFTEN
@given(texts(), texts())
def test_a_comparison_is_the_mirror_of_its_reverse(old: Text, new: Text) -> None:
    there, back = compare(old, new), compare(new, old)
    mirrored = {
        name: {MIRROR.get(kind, kind) for kind in kinds}
        for name, kinds in changed_kinds(back).items()
    }
    assert changed_kinds(there) == mirrored
    reverse = {one.id: one for one in back.walk()}
    for one in there.walk():
        pieces = [(p.old, p.new) for block in one.blocks for p in all_pieces(block)]
        turned = [(p.new, p.old) for block in reverse[one.id].blocks for p in all_pieces(block)]
        assert sorted(map(repr, pieces)) == sorted(map(repr, turned))


@OFTEN
@given(st.one_of(texts(), strategies.texts()))
def test_a_text_does_not_differ_from_itself(one: Text) -> None:
    comparison = compare(one, one)
    assert not comparison.changed
    assert comparison.by_kind() == {}
    assert told(comparison) == ""


@OFTEN
@given(strategies.texts(), strategies.texts())
def test_any_texts_can_be_compared(old: Text, new: Text) -> None:
    assert compare(old, new).changed == compare(new, old).changed


@OFTEN
@given(texts(), texts())
def test_what_differs_is_told(old: Text, new: Text) -> None:
    same = whole_text(old) == whole_text(new)
    assert compare(old, new).changed != same


def whole_text(one: Text) -> object:
    return [
        (c.id, c.number, c.repealed, looks(c.title), whole(c.blocks), tree(c.clauses))
        for c in one.walk()
    ] + [[c.id for c in one.clauses]]


def test_by_kind_lists_the_changed_clauses() -> None:
    comparison = compare(text("a 1. x | b 2. y | c 3. z"), text("b 1. w | a 2. x | d 3. v"))
    found = {str(kind): [one.id for one in ones] for kind, ones in comparison.by_kind().items()}
    assert found == {
        "added": ["d"],
        "removed": ["c"],
        "moved": ["a"],
        "renumbered": ["b", "a"],
        "reworded": ["b"],
    }


def sentences(count: int, changed: str = "") -> str:
    words = "Оператор хранит данные посетителя не дольше чем нужно для цели их обработки и в"
    return ". ".join(f"{words} {number} срок{changed}" for number in range(count))


def long_text(changed: str) -> Text:
    """About 30 KB, each of whose clauses has a changed word."""
    lines = [f"c{number} {number}. {sentences(3, changed)}" for number in range(1, 80)]
    return text(" | ".join(lines))


def processor_time(work: Callable[[], object]) -> float:
    """How long some work keeps the processor."""
    strand_of.cache_clear()
    start = time.process_time()
    work()
    return time.process_time() - start


def count() -> int:
    """A simple work by which the machine and what else it does now are measured."""
    return sum(number * number for number in range(100_000))


def test_a_long_text_is_compared_quickly() -> None:
    """It takes about three times as long as the count; twice as much is too slow."""
    old, new = long_text(""), long_text(" до удаления")
    shares = (processor_time(lambda: compare(old, new)) / processor_time(count) for _ in range(10))
    assert min(shares) < LONGEST


def test_one_huge_clause_is_compared_in_time() -> None:
    old, new = text(f"a {sentences(300)}"), text(f"a {sentences(300, ' другой')}")
    start = time.process_time()
    assert compare(old, new).changed
    assert time.process_time() - start < 1
