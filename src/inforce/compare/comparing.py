"""The comparison of two texts, put together."""

from itertools import chain

from inforce.compare.blocks import SOME, aligned, cells_of, compare_blocks, compare_runs, words_of
from inforce.compare.changes import (
    ComparedBlocks,
    ComparedClause,
    ComparedPart,
    Comparison,
    Departure,
    Entry,
    Kind,
    Mark,
    Pieces,
    Runs,
)
from inforce.compare.kinds import clause_kinds, in_order, part_kinds, pieces_of
from inforce.compare.references import Citations
from inforce.compare.trees import GROUPS, Trees
from inforce.model import Clause, Part, Text, Words

Parts = tuple[Part, ...]


def compare(old: Text, new: Text) -> Comparison:
    """What changed from `old` to `new`, two texts of one policy in one language.

    Clauses are matched by their ids alone. The summary of an edition, its id and the anchors of
    its clauses are no part of what is compared.
    """
    work = _Work(Trees.of(old, new), Citations(old, new))
    preamble, clauses, annexes = map(work.entries, GROUPS)
    return Comparison(
        old=old,
        new=new,
        title=compare_runs(_runs(old.title), _runs(new.title)),
        title_kinds=(Kind.RETITLED,) if old.title.split() != new.title.split() else (),
        preface=compare_parts(old.preface, new.preface, work.citations),
        preamble=preamble,
        clauses=clauses,
        conclusions=compare_parts(old.conclusions, new.conclusions, work.citations),
        annexes=annexes,
    )


def _runs(title: str) -> Runs:
    return (Words(title),) if title else ()


class _Work:
    """What is known of both texts while they are compared."""

    def __init__(self, trees: Trees, citations: Citations) -> None:
        self.trees = trees
        self.citations = citations

    def entries(self, name: str) -> tuple[Entry, ...]:
        """What stands below a clause or in a group."""
        return tuple(
            Departure(self.trees.old.clauses[one]) if left else self._clause(one)
            for one, left in self.trees.order(name)
        )

    def _clause(self, name: str) -> ComparedClause:
        old, new = self.trees.old.clauses.get(name), self.trees.new.clauses.get(name)
        title = compare_runs(old.title if old else (), new.title if new else ())
        blocks = compare_blocks(old.blocks if old else (), new.blocks if new else ())
        closing = compare_blocks(old.closing if old else (), new.closing if new else ())
        kinds = self._kinds(old, new, title, (*blocks, *closing))
        return ComparedClause(name, kinds, old, new, title, blocks, closing, self.entries(name))

    def _kinds(
        self, old: Clause | None, new: Clause | None, title: Pieces, blocks: ComparedBlocks
    ) -> tuple[Kind, ...]:
        if old is None or new is None:
            return (Kind.ADDED,) if new else (Kind.REMOVED,)
        pieces = chain(title, pieces_of(blocks))
        kinds = clause_kinds(old, new, pieces, self.citations)
        return in_order([*kinds, Kind.MOVED] if new.id in self.trees.moved else kinds)


def compare_parts(old: Parts, new: Parts, citations: Citations) -> tuple[ComparedPart, ...]:
    """The parts of both sides in one order; only parts of one kind are matched."""
    words, others = ([_part_words(part) for part in parts] for parts in (old, new))
    return tuple(
        _part(None if i is None else old[i], None if j is None else new[j], citations)
        for i, j in aligned(words, others, SOME)
    )


def _part(old: Part | None, new: Part | None, citations: Citations) -> ComparedPart:
    before, after = old.blocks if old else (), new.blocks if new else ()
    blocks = compare_blocks(before, after)
    name = new.kind if new else old.kind if old else ""
    if old is None:
        return ComparedPart(name, Mark.INSERTED, (Kind.ADDED,), blocks)
    if new is None:
        return ComparedPart(name, Mark.DELETED, (Kind.REMOVED,), blocks)
    kinds = part_kinds(before, after, pieces_of(blocks), citations)
    return ComparedPart(name, Mark.EQUAL, in_order(kinds), blocks)


def _part_words(part: Part) -> tuple[str, tuple[str, ...]]:
    return part.kind, tuple(word for block in part.blocks for word in words_of(cells_of(block)))
