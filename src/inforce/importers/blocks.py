"""Lines to paragraphs: what was wrapped at a margin or torn at the end of a page is one again."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from inforce.importers.joins import Join, Layout, Open, join_of
from inforce.importers.labels import Label
from inforce.importers.lines import Line
from inforce.importers.notes import Notes
from inforce.importers.tables import Rows

PAGE = re.compile(
    r"(?:стр(?:аница|\.)?|page|бет)?\s*\d{1,4}(?:\s*(?:из|of|/)\s*\d{1,4})?\s*[-–—]?", re.I
)
BROKEN_WORD = re.compile(r"[^\W\d_]-$")


def _offset(piece: tuple[int, int]) -> int:
    return piece[0]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an entry of a list, or a table.

    `text` are its words without its number and bullet. `pieces` are the places in `text` where
    a line of the file begins, with the number of the line; `places` are those of its lines.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    label: Label | None = None
    bullet: str = ""
    heading: int = 0
    indent: int = 0
    table: Rows | None = None
    places: tuple[int, ...] = ()

    @property
    def line(self) -> int:
        """The line in which the block begins."""
        return self.pieces[0][1]

    @property
    def last_line(self) -> int:
        """The line in which the block ends."""
        return self.pieces[-1][1]

    def line_at(self, offset: int) -> int:
        """The line of the character at `offset`."""
        index = bisect_right(self.pieces, offset, key=_offset)
        return self.pieces[max(index - 1, 0)][1]

    def cut(self, start: int, end: int) -> "Block":
        """The words from `start` to `end` as a paragraph without number and bullet."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        first, last = (bisect_right(self.pieces, at, key=_offset) for at in (start, end - 1))
        inside = ((at - start, line) for at, line in self.pieces[first:last])
        pieces = ((0, self.line_at(start)), *inside)
        return Block(text.strip(), pieces, indent=self.indent)

    def numbered(self, label: Label | None, bullet: str = "") -> "Block":
        """The same words behind a number or a bullet."""
        return replace(self, label=label, bullet=bullet)


def make_blocks(lines: Sequence[Line], notes: Notes) -> list[Block]:
    """The paragraphs of a document in their order."""
    layout = Layout.of(lines)
    drafts: list[_Draft] = []
    for index, line in enumerate(lines):
        if PAGE.fullmatch(line.text) and not line.table:
            message = f"this line holds only `{line.text}`: is it the number of a page?"
            notes.doubt(line.number, "page", message, "If so, delete it in the written source.")
        following = lines[index + 1] if index + 1 < len(lines) else None
        earlier = drafts[-2].open if len(drafts) > 1 else None
        before = drafts[-1].open if drafts else None
        join = join_of(earlier, before, line, following, layout) if before else Join.NONE
        if join is Join.NONE:
            drafts.append(_Draft(line))
        else:
            _note(join, drafts[-1].last_line, line.number, notes)
            drafts[-1].add(line, join, notes)
    return [draft.block() for draft in drafts]


class _Draft:
    """A paragraph that may go on."""

    def __init__(self, line: Line) -> None:
        self.first = line
        self.last = line
        self.text = line.text
        self.pieces = [(0, line.number)]
        self.places = [line.place]

    @property
    def open(self) -> Open:
        return Open(self.first, self.last, self.text)

    @property
    def last_line(self) -> int:
        return self.last.number

    def add(self, line: Line, join: Join, notes: Notes) -> None:
        words = line.text
        if line.label and join in (Join.WRAPPED, Join.TORN):
            words = f"{line.label.typed} {words}".strip()
        if line.bullet and join is Join.WRAPPED:
            words = f"{line.bullet} {words}"
        space = " " if self.text else ""
        if BROKEN_WORD.search(self.text) and words[:1].islower():
            space = ""
            hint = "If it is only one of the typesetter, delete it."
            notes.doubt(line.number, "hyphen", "a word goes on here behind a hyphen", hint)
        self.text += space + words
        self.pieces.append((len(self.text) - len(words), line.number))
        self.places.append(line.place)
        self.last = line

    def block(self) -> Block:
        line = self.first
        return Block(
            self.text, tuple(self.pieces), line.label, line.bullet, line.heading, line.indent,
            line.table,
            tuple(self.places),
        )  # fmt: skip


def _note(join: Join, before: int, line: int, notes: Notes) -> None:
    if join is Join.TORN:
        notes.say(line, "torn", f"the paragraph that stops in line {before} goes on here")
    elif join is Join.TORN_ENTRY:
        message = f"the paragraph that stops in line {before} goes on here; the bullet is none"
        notes.say(line, "torn", message)
