"""Clauses that a text cites by a number which was typed by hand, for the checks of references."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT, tagged
from inforce.citations import Chain, Cited, Group, Level, find_chains, own_names
from inforce.model import Location, Source
from inforce.resolve import Number

# What is not the author's own words: code, links with their words, facts.
NOT_WORDS = re.compile(
    r"`[^`\n]+`|\[[^\[\]\n]{0,300}\]\((?:#(?P<clause>[a-z0-9-]{1,200})|[^()\s]{0,2000})\)"
    r"|<[^<>\s]+>|\{[^{}\n]+\}"
)
# Stands for such a character; no letter, no digit, no white space.
MASK = "\ufffc"
# A text without one of these cites nothing; much faster than the patterns.
NUMBER = re.compile(r"\d|\b[IVX]+\b|[^\W\d_]\)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that was typed by hand, as it stands in the citation `words`.

    `clause` is the id of the clause that has it now, or empty; `label` is how a reference to that
    clause is shown.
    """

    location: Location
    words: str
    number: str
    clause: str = ""
    label: str = ""


@lru_cache(maxsize=4)
def typed(context: Context) -> tuple[Typed, ...]:
    """Every number of a clause of this policy that is typed in its words, in all its languages."""
    readers = {code: _Reader(context, code) for code in context.policy.languages}
    return tuple(
        one
        for language, source in tagged(context.policy)
        if language in readers and NUMBER.search(NOT_WORDS.sub("", source.text))
        for one in islice(readers[language].find(source), MOST_IN_ONE_TEXT)
    )


@dataclass(frozen=True)
class _Reader:
    """Finds the typed numbers in the texts of one language."""

    context: Context
    language: str

    @cached_property
    def names(self) -> str:
        """The words by which the policy names itself."""
        policy = self.context.policy
        title = policy.title[self.language].text if self.language in policy.title else ""
        found = (source.text for code, source in tagged(policy) if code == self.language)
        return own_names(title, found)

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """The ids of the clauses by their path on a page: `3.2`, `3.2-1`, `a1-2`."""
        numbers = self.context.numbers[self.language]
        return {number.anchor.lower(): name for name, number in numbers.items() if number.anchor}

    def find(self, source: Source) -> Iterator[Typed]:
        """The typed numbers of one text."""
        text, linked = _words(source.text)
        for chain in find_chains(text):
            if not chain.cites_others(self.names):
                for at in range(len(chain.groups)):
                    yield from self._of_group(source, chain, at, linked)

    def _of_group(
        self, source: Source, chain: Chain, at: int, linked: Mapping[int, str]
    ) -> Iterator[Typed]:
        group = chain.groups[at]
        for one in self._numbers(chain.text, group):
            if one.start in linked:
                continue
            clause = self._target(source.location.clause, chain, at, one.number, linked)
            if clause or _is_certain(chain, at, one.number):
                words = _cited(chain.text, group, one)
                label = self.context.numbers[self.language].get(clause, Number()).label
                place = source.at(one.start)
                yield Typed(place, words, one.number, clause, label)

    def _numbers(self, text: str, group: Group) -> Iterator[Cited]:
        """The numbers of a group; `3-1` is one number where a clause has it."""
        numbers = iter(group.numbers)
        for one in numbers:
            following = re.match(r"-(\d+)", text[one.end : one.end + 5])
            inserted = f"{one.number}-{following[1]}" if following else ""
            if following and inserted in self.anchors:
                next(numbers, None)
                yield Cited(inserted, one.start, one.end + following.end())
            else:
                yield one

    def _target(
        self, around: str, chain: Chain, at: int, number: str, linked: Mapping[int, str]
    ) -> str:
        """The id of the clause that a number cites, or empty."""
        group = chain.groups[at]
        if group.level is Level.PART:
            return ""
        if group.level is Level.ANNEX:
            return self.anchors.get(f"a{number}", "")
        if container := chain.container(at):
            first = container.numbers[0]
            path = self._path(linked[first.start]) if first.start in linked else first.number
            return self.anchors.get(f"{path}-{number}".lower(), "")
        own = self._path(around)
        paths = _paths(own, number.lower(), group.level)
        return next((self.anchors[path] for path in paths if path in self.anchors), "")

    def _path(self, clause: str) -> str:
        return self.context.numbers[self.language].get(clause, Number()).anchor.lower()


def _words(text: str) -> tuple[str, Mapping[int, str]]:
    """The text without what is not its words, as long as it was, and the clauses it refers to.

    A reference stands there as a number of as many characters, so that the words around it are
    read with it; the clauses are by the offsets of these numbers.
    """
    linked: dict[int, str] = {}

    def mask(match: re.Match[str]) -> str:
        length = len(match[0])
        if not match["clause"]:
            return MASK * length
        linked[match.start() + 1 - length % 2] = match["clause"]
        return " " * (1 - length % 2) + "0" + ".0" * ((length - 1) // 2)

    return NOT_WORDS.sub(mask, text), linked


def _paths(own: str, number: str, level: Level) -> Iterator[str]:
    """Where a number may lead that is cited in the clause `own`; the nearest place first."""
    annex = re.match(r"a\d+-", own)
    if level is not Level.POINT or "." in number:
        yield from (f"{annex[0]}{number}" if annex else number, number)
    if level in (Level.POINT, Level.CLAUSE) and "." not in number:
        yield from (f"{path}-{number}" for path in _upwards(own))


def _upwards(path: str) -> Iterator[str]:
    """A path and those of the clauses around it: `3.2-1`, `3.2`, `3`."""
    while path:
        yield path
        path = re.sub(r"(?:^|[-.])[^-.]*$", "", path)


def _is_certain(chain: Chain, at: int, number: str) -> bool:
    """Whether a number that no clause has can be nothing but the number of a clause."""
    if "." in number:
        return True
    if not number.isdigit() or not chain.is_plain:
        return False
    group = chain.groups[at]
    return group.level in (Level.CLAUSE, Level.SECTION) and bool(chain.own or chain.document)


def _cited(text: str, group: Group, one: Cited) -> str:
    """The words of a citation as a message shows them."""
    if len(group.numbers) > 1:
        return text[one.start : one.end]
    return " ".join(text[group.start : group.end].split()).rstrip(".")
