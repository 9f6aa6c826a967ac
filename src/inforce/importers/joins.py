"""Whether a line goes on with the paragraph before it, or begins one of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from inforce.importers.labels import LISTS, Label, Style
from inforce.importers.lines import Line
from inforce.importers.phrases import is_place_date, is_requisite, split_annex
from inforce.importers.signs import (
    DASHES,
    breaks_off,
    ending,
    is_capitals,
    is_headline,
    starts_small,
)

# A paragraph that stops without a full stop is torn if it is at least so long.
TORN = 120
TORN_BEFORE_SMALL = 60
WRAPPED = 40
MIN_WRAPPED_LINES = 3
SLACK = 8
# A citation whose number is still to come: `согласно п.`, `пп. 4.1 и`.
CITES = re.compile(
    r"(?:\b(?:п|пп|п\.\s?п|ст|ч|подп|cl|art|sec)\.|\b(?:пункт|подпункт|раздел|глав|стать|част"
    r"|clause|section|article|paragraph)\w*|№)"
    r"(?:\s*\d+(?:\.\d+)*\.?\)?\s*(?:,|и|или|and|or|және|-|–))*\s*$",
    re.IGNORECASE,
)


class Join(Enum):
    """How a line belongs to the paragraph before it."""

    NONE = "a paragraph of its own"
    WRAPPED = "the next line of the paragraph"
    TORN = "the rest of a paragraph that a page or an empty line tore apart"
    TORN_ENTRY = "such a rest, with a bullet that is none"


@dataclass(frozen=True, slots=True)
class Open:
    """A paragraph as far as it was read: its first line, its last line, its words."""

    first: Line
    last: Line
    text: str

    @property
    def kind(self) -> Style | None:
        """The kind of list that the paragraph is an entry of."""
        if self.first.label:
            return self.first.label.style if self.first.label.style in LISTS else None
        return Style.BULLET if self.first.bullet else None

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph can only be a heading."""
        label = self.first.label
        if self.first.heading or (split_annex(self.text) is not None and is_headline(self.text)):
            return True
        if label and label.style in (Style.WHOLE, Style.NAMED, Style.ROMAN):
            return is_headline(self.text)
        return is_capitals(self.text) and is_headline(self.text)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a document are set: the width at which they are wrapped, 0 for none.

    `spaced` says that empty lines part the paragraphs, `loose` that their author often leaves out
    the final stop, so that its absence tells nothing.
    """

    width: int = 0
    spaced: bool = False
    loose: bool = False

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Layout":
        """The layout of a document, from the lines that go on in the middle of a sentence."""
        pairs = list(pairwise(lines))
        starts = [following for _, following in pairs if following.label or following.gap]
        spaced = sum(line.gap for line in starts) * 2 > len(starts)
        return cls(_width(pairs), spaced, _is_loose(pairs))

    def fills(self, line: Line, following: Line) -> bool:
        """Whether the next word would not have found room in `line`."""
        word = len(following.text.split(" ", 1)[0])
        return self.width > 0 and line.length <= self.width + SLACK < line.length + 1 + word + SLACK


def _width(pairs: Sequence[tuple[Line, Line]]) -> int:
    """The width at which most of the lines end that stop in the middle of a sentence."""
    broken = sorted(line.length for line, following in pairs if _runs_on(line, following))
    if len(broken) < MIN_WRAPPED_LINES:
        return 0
    width = broken[len(broken) * 19 // 20]
    near = sum(width * 3 // 4 <= length <= width + SLACK for length in broken)
    return width if near * 2 >= len(broken) else 0


def _is_loose(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Whether more than a fifth of the long paragraphs end without a sign before a capital."""
    ends = [
        (line, following)
        for line, following in pairs
        if line.length >= TORN and (following.gap or following.label)
    ]
    bare = [
        line
        for line, following in ends
        if not (ending(line.text) or breaks_off(line.text) or starts_small(following.text))
    ]
    return len(bare) * 5 > len(ends)


def _runs_on(line: Line, following: Line) -> bool:
    marked = following.label or following.bullet or following.heading or following.table
    if marked or following.gap or line.heading or line.table:
        return False
    return starts_small(following.text) and not ending(line.text)


def join_of(
    earlier: Open | None, before: Open, line: Line, following: Line | None, layout: Layout
) -> Join:
    """How `line` belongs to the paragraph `before` it.

    `earlier` is the paragraph before that one, `following` the line behind.
    """
    if line.heading or before.first.heading or line.table or before.first.table:
        return Join.NONE
    if before.last.closed and not line.gap:
        return Join.NONE
    if is_place_date(line.text) or is_place_date(before.text):
        return Join.NONE
    if line.label:
        return _join_label(before, line, line.label, layout)
    if line.bullet:
        return _join_entry(before, line, following, layout)
    if line.text[:1].isdigit() and CITES.search(before.text[-60:]):
        return Join.TORN if line.gap else Join.WRAPPED
    if earlier and (line.gap or not layout.width) and _closes(earlier, before, line, following):
        return Join.NONE
    if line.gap:
        return _join_far(before, line, layout)
    return Join.WRAPPED if _is_near(before, line, layout) else Join.NONE


def _join_label(before: Open, line: Line, label: Label, layout: Layout) -> Join:
    """A number at the start of a line may stand in the middle of a sentence: `пункт` / `2.6.`."""
    if line.bullet or ending(before.text) or before.is_heading:
        return Join.NONE
    if CITES.search(before.text[-60:]):
        return Join.TORN if line.gap else Join.WRAPPED
    middle = label.style in LISTS and label.typed.startswith("(") and starts_small(line.text)
    fills = not line.gap and layout.fills(before.last, line)
    return Join.WRAPPED if middle and fills and before.text else Join.NONE


def _join_entry(before: Open, line: Line, following: Line | None, layout: Layout) -> Join:
    """A bullet that stands alone in the middle of a sentence is none."""
    alone = not (following and following.bullet and not following.label)
    in_list = bool(before.first.bullet) and before.first.label is None
    if not alone or in_list or ending(before.text) or before.is_heading or not before.text:
        return Join.NONE
    if not starts_small(line.text):
        return Join.NONE
    if not line.gap and line.bullet in DASHES and layout.fills(before.last, line):
        return Join.WRAPPED
    return Join.TORN_ENTRY if len(before.text) >= TORN or breaks_off(before.text) else Join.NONE


def _closes(earlier: Open, before: Open, line: Line, following: Line | None) -> bool:
    """Whether a line in small letters is the words after a list, whose last entry has no sign."""
    kind = before.kind
    listed = kind is not None and kind is earlier.kind and ending(earlier.text) == ";"
    if not listed or breaks_off(before.text) or ending(before.text):
        return False
    goes_on = following is not None and Open(following, following, "").kind is kind
    return ending(line.text) == "." and not goes_on


def _join_far(before: Open, line: Line, layout: Layout) -> Join:
    if ending(before.text) or not before.text:
        return Join.NONE
    broken = breaks_off(before.text)
    if starts_small(line.text):
        long = len(before.text) >= TORN_BEFORE_SMALL and not before.is_heading
        return Join.TORN if broken or long else Join.NONE
    if before.is_heading or is_headline(line.text) or is_requisite(line.text):
        return Join.NONE
    if broken:
        return Join.TORN if len(before.text) >= WRAPPED else Join.NONE
    return Join.TORN if len(before.text) >= TORN and not layout.loose else Join.NONE


def _is_near(before: Open, line: Line, layout: Layout) -> bool:
    """Whether a line that follows without an empty line goes on with the paragraph."""
    end, fills = ending(before.text), layout.fills(before.last, line)
    if not before.text:
        return bool(before.first.label)
    if end in (":", ";"):
        return fills and starts_small(line.text)
    if end and not starts_small(line.text):
        return fills and layout.spaced
    if starts_small(line.text):
        return before.last.length >= WRAPPED or breaks_off(before.text) or before.is_heading
    if is_requisite(before.text) and is_requisite(line.text):
        return False
    if is_capitals(line.text) and is_capitals(before.text):
        return not before.first.label or is_headline(line.text)
    if breaks_off(before.text) or fills:
        return True
    return len(before.text) >= TORN and not (is_headline(line.text) or is_requisite(line.text))
