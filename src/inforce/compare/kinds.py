"""What happened to a clause or a part, told from both of its forms and the pieces between."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from inforce.compare.blocks import cells_of, strand_of
from inforce.compare.changes import (
    ComparedBlock,
    ComparedParagraph,
    Kind,
    Piece,
    Runs,
)
from inforce.compare.references import Citations
from inforce.compare.tokens import Look, Strand, Target
from inforce.model import Block, Clause, Paragraph, Table

Blocks = tuple[Block, ...]

_OTHER_WORDS = frozenset({Kind.RETITLED, Kind.REWORDED, Kind.REREFERENCED})


def in_order(kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """Each of the kinds once, in the order of `Kind`."""
    found = {*kinds}
    return tuple(kind for kind in Kind if kind in found)


def clause_kinds(
    old: Clause, new: Clause, pieces: Iterable[Piece], citations: Citations
) -> set[Kind]:
    """What happened to a clause that stands on both sides, apart from its place.

    `pieces` are those of its title and its blocks. What a tombstone says in place of the clause
    is part of the repeal.
    """
    kinds = {Kind.RENUMBERED} if old.number != new.number else set[Kind]()
    if old.repealed != new.repealed:
        return {*kinds, Kind.REPEALED if new.repealed else Kind.RESTORED}
    bodies = (
        (_titled(old), _titled(new), Kind.RETITLED),
        (old.blocks, new.blocks, Kind.REWORDED),
        (old.closing, new.closing, Kind.REWORDED),
    )
    for before, after, kind in bodies:
        kinds |= _body_kinds(before, after, kind, citations)
    if old.term != new.term and not kinds & _OTHER_WORDS:
        kinds.add(Kind.REFORMATTED)
    return kinds | _looks(pieces)


def part_kinds(
    old: Blocks, new: Blocks, pieces: Iterable[Piece], citations: Citations
) -> set[Kind]:
    """What happened to a part of the preface or the conclusions that stands on both sides."""
    return _body_kinds(old, new, Kind.REWORDED, citations) | _looks(pieces)


def pieces_of(blocks: Iterable[ComparedBlock]) -> Iterator[Piece]:
    """Every piece of compared blocks."""
    for block in blocks:
        if isinstance(block, ComparedParagraph):
            yield from block.pieces
        else:
            for row in (block.header, *block.rows):
                for cell in row.cells:
                    yield from cell


def _titled(clause: Clause) -> Blocks:
    return (Paragraph(clause.title),) if clause.title else ()


def _body_kinds(old: Blocks, new: Blocks, kind: Kind, citations: Citations) -> set[Kind]:
    """`kind` where words differ, else what else differs."""
    if old == new:
        return set()
    strands = [[strand_of(runs) for block in one for runs in cells_of(block)] for one in (old, new)]
    words = _words_kind(strands[0], strands[1], citations, kind)
    if words:
        return {words}
    kinds = {Kind.REFORMATTED} if _form(old) != _form(new) else set()
    if not kinds and _targets(old) != _targets(new):
        kinds.add(Kind.RELINKED)
    return kinds


def _words_kind(
    old: Sequence[Strand], new: Sequence[Strand], citations: Citations, kind: Kind
) -> Kind | None:
    """`kind` where the words differ, or that only the numbers of references do; else None."""
    words, others = ([word for one in side for word in one.words] for side in (old, new))
    if words == others:
        return None
    if not any(one.refers for one in (*old, *new)):
        return kind
    masked = [
        [word for strand in strands for word in citations.masked(strand, side)]
        for side, strands in enumerate((old, new))
    ]
    return Kind.REREFERENCED if masked[0] == masked[1] else kind


def _looks(pieces: Iterable[Piece]) -> set[Kind]:
    """Whether words that stand on both sides lead elsewhere, or have other marks."""
    kinds = set()
    for piece in pieces:
        if piece.old and piece.new and piece.old != piece.new:
            old, new = (list(_token_looks(strand_of(runs))) for runs in (piece.old, piece.new))
            if [look.target for look in old] != [look.target for look in new]:
                kinds.add(Kind.RELINKED)
            if [look.marks for look in old] != [look.marks for look in new]:
                kinds.add(Kind.REFORMATTED)
    return kinds


def _token_looks(strand: Strand) -> Iterator[Look]:
    for at in strand.words_at:
        yield from map(strand.look, range(strand.places[at], strand.places[at + 1]))


def _form(blocks: Blocks) -> tuple[object, ...]:
    """The paragraphs and tables with their words and marks, wherever their links lead."""
    return tuple(
        (
            type(block).__name__,
            block.align if isinstance(block, Table) else (),
            len(block.rows) if isinstance(block, Table) else 0,
            tuple(map(_marked, cells_of(block))),
        )
        for block in blocks
    )


def _marked(runs: Runs) -> tuple[tuple[str, frozenset[str]], ...]:
    strand = strand_of(runs)
    shape = strand.shape(0, len(strand.text))
    grouped = groupby(shape, key=lambda part: part[1].marks)
    return tuple(("".join(text for text, _ in ones), marks) for marks, ones in grouped)


def _targets(blocks: Blocks) -> list[tuple[str, Target]]:
    """The words of the links with what they lead to."""
    strands = (strand_of(runs) for block in blocks for runs in cells_of(block))
    shapes = (part for strand in strands for part in strand.shape(0, len(strand.text)))
    return [(text, look.target) for text, look in shapes if look.target]
