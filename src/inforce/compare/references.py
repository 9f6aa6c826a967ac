"""The numbers inside references, which follow the clauses that they lead to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import groupby

from inforce.citations.groups import Group, Level, find_groups
from inforce.compare.tokens import Strand, Target
from inforce.model import Clause, Text, Words

# The number of a reference, whatever it is: told apart only by what the reference leads to.
Word = str | Target

_NUMBER = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*|[^\W\d]|[IVX]{1,5}")
_LABEL = re.compile(rf"({_NUMBER.pattern})[.)]?")
# What follows a number by which something is counted.
_COUNTED = re.compile(r"(?:\s*|[-‑–])[\w%₸$€£]")


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
        cited = _cited_of_others(strand)
        for word, at in zip(strand.words, strand.words_at, strict=True):
            start = strand.places[at]
            target = strand.look(start).target
            foreign = start in cited and _NUMBER.fullmatch(word)
            if target and (foreign or self._is_number(word, target, side)):
                if last != target:
                    yield target
                last = target
            else:
                yield word
                last = word

    def _is_number(self, word: str, target: Target, side: int) -> bool:
        href, policy, clause = target
        if href or policy or not clause:
            return False
        old, new = (cited.get(clause, ()) for cited in self._cited)
        return old != new and any(word in _words(number) for number in (old, new)[side])


def _cited_of_others(strand: Strand) -> frozenset[int]:
    """Where numbers of other policies' clauses begin.

    Their real numbers are not known here, so a number counts only where the words around it call
    it a clause's, or where it is all the words of the reference and nothing is counted by it.
    """
    if not any(_leads_out(look.target) for look in strand.looks):
        return frozenset()
    named = (at for group in find_groups(strand.text) for at in _named(group, strand))
    return frozenset([*named, *_alone(strand)])


def _leads_out(target: Target | None) -> bool:
    return bool(target and not target[0] and target[1] and target[2])


def _named(group: Group, strand: Strand) -> Iterator[int]:
    """The number beside the word that cites it, in each reference; a part may be of anything."""
    beside = -1 if group.start == group.numbers[0].start else 0
    by_target = groupby(group.numbers, key=lambda number: strand.look(number.start).target)
    for target, numbers in by_target:
        if _leads_out(target) and group.level is not Level.PART:
            yield list(numbers)[beside].start


def _alone(strand: Strand) -> Iterator[int]:
    start = 0
    whole = strand.shape(0, len(strand.text))
    for target, parts in groupby(whole, key=lambda part: part[1].target):
        end = start + sum(len(text) for text, _ in parts)
        alone = _LABEL.fullmatch(strand.text, start, end)
        if alone and _leads_out(target) and not _COUNTED.match(strand.text, end):
            yield start
        start = end


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
    return frozenset(Strand((Words(number),)).words)
