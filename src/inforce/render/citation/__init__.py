"""A clause as a lawyer cites it: its place, its document, whose it is, and which edition.

Each language has a grammar of its own, because a citation is declined and ordered otherwise in
each; one that has none is cited in English.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from inforce.model import Edition, Text
from inforce.render.citation import english, kazakh, russian
from inforce.render.citation.standing import Cited
from inforce.render.citation.steps import Names, Step, cited_steps

__all__ = ["Citations", "Cited", "citations"]


class _Grammar(NamedTuple):
    """How a language calls the parts of a document, and what stands around them."""

    names: Names
    where: Callable[[tuple[Step, ...]], str]
    frame: Callable[[str, Cited, bool], tuple[str, str]]


_FOREIGN = _Grammar(english.NAMES, english.where, partial(english.frame, foreign=True))
_GRAMMARS: Mapping[str, _Grammar] = {
    "ru": _Grammar(russian.NAMES, russian.where, russian.frame),
    "kk": _Grammar(kazakh.NAMES, kazakh.where, kazakh.frame),
    "en": _Grammar(english.NAMES, english.where, english.frame),
}


@dataclass(frozen=True, slots=True)
class Citations:
    """Citations that begin and end alike: `places` are by clause id."""

    before: str
    after: str
    places: Mapping[str, str]

    def of(self, clause: str) -> str:
        """The citation of a clause; raises KeyError where it is not among these."""
        return self.before + self.places[clause] + self.after


def citations(text: Text, edition: Edition, cited: Cited) -> tuple[Citations, Citations]:
    """The citations of all clauses of a text in its own language: the body's and the annexes'.

    `edition` has the kinds of the numbers. An annex belongs *to* its document, so that the words
    around it are others.
    """
    grammar = _GRAMMARS.get(text.language.partition("-")[0], _FOREIGN)
    steps = cited_steps(text, edition, grammar.names)
    annexed = {one.id for annex in text.annexes for one in annex.walk()}

    def group(inside: bool) -> Citations:
        before, after = grammar.frame(text.title, cited, inside)
        found = {one: path for one, path in steps.items() if (one in annexed) == inside}
        return Citations(before, after, {one: grammar.where(path) for one, path in found.items()})

    return group(False), group(True)
