"""The numbers inside references, which follow the clauses that they lead to."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from inforce.compare.tokens import Strand, Target
from inforce.model import Clause, Text, Words

# The number of a reference, whatever it is: told apart only by what the reference leads to.
Word = str | Target


class Citations:
    """How the clauses of two texts may be cited, and which of them are cited otherwise now."""

    def __init__(self, old: Text, new: Text) -> None:
        self._texts = (old, new)

    @cached_property
    def _cited(self) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
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
        old, new = (cited.get(clause, ()) for cited in self._cited)
        return old != new and any(word in _words(number) for number in (old, new)[side])


def _cited(
    clauses: Iterable[Clause], around: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The numbers of each clause and of those around it, as they are printed and as paths."""
    for clause in clauses:
        numbers = (*around, clause.number, clause.anchor)
        yield clause.id, numbers
        yield from _cited(clause.clauses, numbers)


@lru_cache(maxsize=1024)
def _words(number: str) -> frozenset[str]:
    strand = Strand((Words(number),))
    return frozenset(token.key for token in strand.tokens if not token.is_space)
