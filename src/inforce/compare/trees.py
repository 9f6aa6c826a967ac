"""Where the clauses of two texts stand: what stayed, what moved, and the order to read both in."""

from collections.abc import Iterator
from dataclasses import dataclass

from inforce.compare.alignment import staying
from inforce.model import Block, Clause, Paragraph, Run, Text, plain

# The places of the clauses that stand in no other; no id of a clause begins with an underscore.
GROUPS = ("_preamble", "_clauses", "_annexes")


@dataclass(frozen=True, slots=True)
class Tree:
    """The clauses of a text by id, the ids below each clause or group, and what each is below."""

    clauses: dict[str, Clause]
    below: dict[str, list[str]]
    above: dict[str, str]

    @classmethod
    def of(cls, text: Text) -> "Tree":
        """The tree of a text."""
        tree = cls({}, {}, {})
        groups = (text.preamble, text.clauses, text.annexes)
        for name, group in zip(GROUPS, groups, strict=True):
            tree._grow(name, group)
        return tree

    def _grow(self, name: str, group: tuple[Clause, ...]) -> None:
        self.below[name] = [clause.id for clause in group]
        for clause in group:
            self.clauses[clause.id] = clause
            self.above[clause.id] = name
            self._grow(clause.id, clause.clauses)


@dataclass(frozen=True, slots=True)
class Trees:
    """Both trees, and the ids of the clauses that moved."""

    old: Tree
    new: Tree
    moved: frozenset[str]

    @classmethod
    def of(cls, old: Text, new: Text) -> "Trees":
        """The trees of both texts."""
        before, after = Tree.of(old), Tree.of(new)
        return cls(before, after, frozenset(_moved(before, after)))

    def order(self, name: str) -> Iterator[tuple[str, bool]]:
        """The ids below a clause or a group, with whether it is a place that a clause left.

        What is only old follows what stood before it and has stayed.
        """
        after: dict[str, list[str]] = {"": []}
        last = ""
        for one in self.old.below.get(name, ()):
            if self._stays(one):
                last = one
                after[last] = []
            else:
                after[last].append(one)
        for one in ("", *self.new.below.get(name, ())):
            if one:
                yield one, False
            if one not in self.moved:
                yield from ((left, left in self.moved) for left in after.get(one, ()))

    def _stays(self, one: str) -> bool:
        return one in self.new.clauses and one not in self.moved


def _moved(old: Tree, new: Tree) -> Iterator[str]:
    both = old.clauses.keys() & new.clauses.keys()
    yield from (one for one in both if old.above[one] != new.above[one])
    for name, ids in new.below.items():
        kept = [one for one in ids if old.above.get(one) == name]
        if len(kept) > 1:
            before = [one for one in old.below[name] if new.above.get(one) == name]
            stayed = staying(before, kept, lambda one: _size(old, one) + _size(new, one))
            yield from (one for one in kept if one not in stayed)


def _size(tree: Tree, name: str) -> int:
    """How many letters a clause has, with those below it."""
    return sum(letters(one.title, (*one.blocks, *one.closing)) for one in tree.clauses[name].walk())


def letters(title: tuple[Run, ...], blocks: tuple[Block, ...]) -> int:
    """How many letters a clause has by itself, which is its weight among those that may move."""
    return len(plain(title)) + sum(map(_letters, blocks))


def _letters(block: Block) -> int:
    if isinstance(block, Paragraph):
        return len(plain(block.runs))
    return sum(len(plain(cell)) for row in (block.header, *block.rows) for cell in row)
