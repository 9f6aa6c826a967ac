"""Runs as tokens: the words that are compared, and the way back from tokens to runs."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, groupby, pairwise

from inforce.compare.changes import Runs
from inforce.model import Break, Code, Emphasis, Link, Run, Strong, Words

SPACE = " "

_MONTHS = (
    "январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр"
    "|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
)
# A month that stands first; only English writes it so, and always with a capital.
_MONTH_FIRST = (
    "(?=[JFMASOND])(?:January|February|March|April|May|June|July|August|September|October"
    "|November|December)"
)
_NUMBER = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d++)(?:[.,:/-]\d+)*"
_LETTERS = r"\w\u0300-\u036f"

# A token is the first of these that fits: an address, a word with its hyphens (first those that
# can begin nothing else, since most do), white space, a date in words, an amount or a number, a
# word, and then any one sign.
_ADDRESSES = r"https?://[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]]|[\w.+-]++@\w[\w-]*(?:\.[\w-]+)+|"
_HYPHENS = rf"(?:[-‑'’][{_LETTERS}]+)*"
_REST = (
    rf"[^\W\dJFMASOND][{_LETTERS}]*{_HYPHENS}"
    r"|\s+"
    rf"|\d{{4}}\sжыл\w*\s\d{{1,2}}\s(?i:{_MONTHS})\w*"
    rf"|\d{{1,2}}\s(?i:{_MONTHS})\w*(?:\s\d{{4}}(?!\d))?"
    rf"|{_MONTH_FIRST}\s\d{{1,2}}(?:,\s\d{{4}})?(?!\w)"
    rf"|(?:[₸$€£]\s?)?{_NUMBER}(?!\w)(?:\s?[%₸$€£])?"
    rf"|[{_LETTERS}]+{_HYPHENS}"
    r"|."
)
_WITH_ADDRESSES = re.compile(_ADDRESSES + _REST, re.DOTALL)
_WITHOUT = re.compile(_REST, re.DOTALL)
_SPACES = re.compile(r"\s+")

# What a link leads to: (href, policy, clause); None for words that are no link.
Target = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of words looks, and where it leads."""

    marks: frozenset[str] = frozenset()
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class _Wrapper:
    """A run around others; `place` tells it apart from an equal one beside it."""

    place: int
    run: Strong | Emphasis | Link


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A run without runs inside, with those around it from the outside in."""

    text: str
    run: Words | Code | Break
    wrappers: tuple[_Wrapper, ...]

    @property
    def look(self) -> Look:
        """The marks and the target of these words."""
        names = [type(one.run).__name__ for one in self.wrappers if not isinstance(one.run, Link)]
        if not isinstance(self.run, Words):
            names.append(type(self.run).__name__)
        targets = (_target(one.run) for one in self.wrappers if isinstance(one.run, Link))
        return Look(frozenset(names), next(targets, None))


def _target(link: Link) -> Target:
    return link.href, link.policy, link.clause


class Strand:
    """Runs laid out in a line, so that any stretch of their visible words can be cut out."""

    def __init__(self, runs: Runs) -> None:
        self.runs = runs
        self.leaves = tuple(leaf for leaf in _leaves(runs, (), [0]) if leaf.text)
        self.text = "".join(leaf.text for leaf in self.leaves)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each leaf starts in the text."""
        places, place = [], 0
        for leaf in self.leaves:
            places.append(place)
            place += len(leaf.text)
        return tuple(places)

    @cached_property
    def looks(self) -> tuple[Look, ...]:
        """The look of each leaf."""
        return tuple(leaf.look for leaf in self.leaves)

    @cached_property
    def is_plain(self) -> bool:
        """Whether there are words without any mark, and nothing else."""
        return all(look == Look() for look in self.looks)

    @cached_property
    def refers(self) -> bool:
        """Whether there is a reference to a clause or a policy."""
        return any(map(_refers, self.looks))

    @cached_property
    def _tokens(self) -> list[str]:
        """The text in tokens; a reference to a clause is not one with what follows it."""
        addressed = "@" in self.text or "://" in self.text
        pattern = _WITH_ADDRESSES if addressed else _WITHOUT
        edges = [0, *self._edges(), len(self.text)]
        parts = (pattern.findall(self.text, *part) for part in pairwise(edges))
        return [token for part in parts for token in part]

    @cached_property
    def keys(self) -> list[str]:
        """The tokens as they are compared: white space and a line break are each `SPACE`."""
        return list(map(_key, self._tokens))

    @cached_property
    def places(self) -> list[int]:
        """Where each token starts in the text, and where the last one ends."""
        return list(accumulate(map(len, self._tokens), initial=0))

    @cached_property
    def words_at(self) -> list[int]:
        """Which of the tokens are no white space."""
        return [at for at, key in enumerate(self.keys) if key != SPACE]

    @cached_property
    def words(self) -> list[str]:
        """The tokens that are no white space."""
        return [key for key in self.keys if key != SPACE]

    def _edges(self) -> Iterator[int]:
        """Where a reference begins or ends, unless that is inside a word."""
        for place, before, after in zip(self.starts[1:], self.looks, self.looks[1:], strict=False):
            if before.target != after.target and (_refers(before) or _refers(after)):
                letters = self.text[place - 1 : place + 1]
                if not letters.isalpha():
                    yield place

    def look(self, place: int) -> Look:
        """The look of the character at a place."""
        return self.looks[bisect_right(self.starts, place) - 1]

    def shape(self, start: int, end: int) -> tuple[tuple[str, Look], ...]:
        """The words of a stretch with their looks."""
        parts = [(text, self.looks[index]) for index, text in self._stretch(start, end)]
        grouped = groupby(parts, key=lambda part: part[1])
        return tuple(("".join(text for text, _ in ones), look) for look, ones in grouped)

    def cut(self, start: int, end: int) -> Runs:
        """The runs of a stretch, with all that is around them."""
        if (start, end) == (0, len(self.text)):
            return self.runs
        leaf = self.leaves[bisect_right(self.starts, start) - 1]
        if leaf is self.leaves[bisect_right(self.starts, end - 1) - 1] and not leaf.wrappers:
            return (_shortened(leaf.run, self.text[start:end]),)
        leaves = [
            (_shortened(self.leaves[index].run, text), self.leaves[index].wrappers)
            for index, text in self._stretch(start, end)
        ]
        return _nested(leaves, 0)

    def _stretch(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The leaves of a stretch by index, each with its words inside it."""
        index = bisect_right(self.starts, start) - 1
        while start < end:
            begin, leaf = self.starts[index], self.leaves[index]
            stop = min(end, begin + len(leaf.text))
            yield index, leaf.text[start - begin : stop - begin]
            start, index = stop, index + 1


@lru_cache(maxsize=1 << 14)
def _key(token: str) -> str:
    return token if token.isalnum() else _SPACES.sub(SPACE, token)


def _refers(look: Look) -> bool:
    return look.target is not None and not look.target[0]


def _leaves(runs: Runs, around: tuple[_Wrapper, ...], count: list[int]) -> Iterator[_Leaf]:
    for run in runs:
        count[0] += 1
        match run:
            case Words(text) | Code(text):
                yield _Leaf(text, run, around)
            case Break():
                yield _Leaf("\n", run, around)
            case Strong(inside) | Emphasis(inside) | Link(inside):
                yield from _leaves(inside, (*around, _Wrapper(count[0], run)), count)


def _shortened(run: Words | Code | Break, text: str) -> Run:
    return run if isinstance(run, Break) else type(run)(text)


def _nested(leaves: list[tuple[Run, tuple[_Wrapper, ...]]], depth: int) -> Runs:
    runs: list[Run] = []
    groups = groupby(leaves, key=lambda leaf: leaf[1][depth] if leaf[1][depth:] else None)
    for wrapper, group in groups:
        if wrapper is None:
            runs.extend(run for run, _ in group)
        else:
            runs.append(_wrapped(wrapper.run, _nested(list(group), depth + 1)))
    return tuple(runs)


def _wrapped(around: Strong | Emphasis | Link, runs: Runs) -> Run:
    if isinstance(around, Link):
        return Link(runs, around.href, around.policy, around.clause)
    return type(around)(runs)
