"""A line of a document without the marks of its format, and what a format has to tell."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from inforce.importers.characters import Raw
from inforce.importers.labels import Label, read_label
from inforce.importers.signs import BULLETS, DASHES, is_rule
from inforce.importers.tables import Rows, take_table

TAB = 4
BLANKS = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words; `place` and `number` are those of the `Raw` line.

    `heading` is the level of a marked heading, 0 for any other line; `bullet` is the sign of a
    list's entry; `label` is the number, and `text` what stands after it. `table` makes it a whole
    table. `gap` says that an empty line stands before, `closed` that no other line belongs to its
    paragraph; `length` is that of the whole line.
    """

    place: int
    number: int
    text: str
    indent: int = 0
    heading: int = 0
    bullet: str = ""
    label: Label | None = None
    table: Rows | None = None
    gap: bool = False
    closed: bool = False
    length: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks at the start of a line say, and its text without them."""

    text: str
    heading: int = 0
    bullet: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a clause in the place of the characters from `start` to `end` of a paragraph.

    `words` are what the link shows; empty where they are the number of the clause.
    """

    start: int
    end: int
    clause: str
    words: str = ""


class Format(Protocol):
    """What the importer needs to know of a document's format."""

    def lines(self, raws: Sequence[Raw]) -> tuple[Line, ...]:
        """The lines with words, without their marks."""

    def source(self, text: str, links: Sequence[Link] = ()) -> str:
        """A paragraph as inline text of a source, with the links in it."""

    def marked(self, text: str) -> tuple[tuple[int, int], ...]:
        """The places in a paragraph in which no link can begin."""

    def plain(self, text: str) -> str:
        """The words of a paragraph without the marks of the format."""

    def visible(self, raw: str) -> str:
        """The words of lines of the file, in as many lines, for the proof that none is lost."""


def read_lines(raws: Sequence[Raw], read_marks: Callable[[str], Marks]) -> Iterator[Line]:
    """The lines with words in `raws`, each table as one of them."""
    position, gap = 0, False
    texts = [raw.text for raw in raws]
    while position < len(raws):
        if found := take_table(texts, position):
            rows, count = found
            raw = raws[position]
            yield Line(raw.place, raw.number, "", table=rows, gap=True)
            position, gap = position + count, True
            continue
        line = _line(raws[position], read_marks, gap)
        if line:
            yield line
        position, gap = position + 1, line is None


def _line(raw: Raw, read_marks: Callable[[str], Marks], gap: bool) -> Line | None:
    text = raw.text.rstrip()
    marks = read_marks(raw.text)
    if is_rule(text) or not marks.text.strip():
        return None
    single = BLANKS.sub(" ", marks.text).strip()
    label, words = read_label(single, heading=bool(marks.heading))
    return Line(
        place=raw.place,
        number=raw.number,
        text=words,
        indent=_indent(text),
        heading=marks.heading,
        bullet=marks.bullet,
        label=label,
        gap=gap,
        closed=marks.closed,
        length=len(text),
    )


def _indent(text: str) -> int:
    expanded = text.expandtabs(TAB)
    return len(expanded) - len(expanded.lstrip())


def take_bullet(text: str, signs: str = "") -> tuple[str, str]:
    """The bullet or dash at the start of `text`, or nothing, and the rest."""
    bare = text.strip()
    sign, rest = bare[:1], bare[1:]
    if not sign or sign not in BULLETS + DASHES + signs:
        return "", bare
    if sign in BULLETS or not rest or rest[0].isspace():
        return sign, rest.strip()
    return (sign, rest) if sign in DASHES and rest[0].isalpha() else ("", bare)
