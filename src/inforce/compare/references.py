"""The numbers inside references, which follow the clauses that they lead to."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from inforce.compare.tokens import Strand, Target
from inforce.model import Clause, Text, Words

# The number of a reference, whatever it is: told apart only by what the reference leads to.
Word = str | Target


class Citations:
    """How the clauses of two texts may be cited, and which of them are cited otherwise now."""

    def __init__(self, old: Text, new: Text) -> None:
        self._texts = (old, new)

    @cached_property
    def _cited(self) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
        old, new = (
            dict(_cited((*text.preamble, *text.clauses, *text.annexes))) for text in self._texts
        )
        return old, new

    def masked(self, strand: Strand, side: int) -> Iterator[Word]:
        """The words of the old (0) or new (1) side, with what a renumbering changes left out."""
        last: Word = ""
        for token in strand.tokens:
            if token.is_space:
                continue
            target = strand.look(token.start).target
            if target and self._is_number(token.key, target, side):
                if last != target:
                    yield target
                last = target
            else:
                yield token.key
                last = token.key

    def _is_number(self, word: str, target: Target, side: int) -> bool:
        href, policy, clause = target
        if href or not clause:
            return False
        if policy:
            return any(map(str.isdigit, word))
        old, new = (cited.get(clause, frozenset()) for cited in self._cited)
        return old != new and word in (old, new)[side]


def _cited(
    clauses: Iterable[Clause], around: frozenset[str] = frozenset()
) -> Iterator[tuple[str, frozenset[str]]]:
    """The words of the numbers of each clause and of those around it."""
    for clause in clauses:
        words = around | {*_words(clause.number), *_words(clause.anchor)}
        yield clause.id, words
        yield from _cited(clause.clauses, words)


def _words(number: str) -> Iterator[str]:
    return (token.key for token in Strand((Words(number),)).tokens if not token.is_space)
