"""What a reader meets in a text, in order: elements that begin and end, and words.

Both sides of the proof are brought to this form by separate ways: a recorded text
(`inforce.verify.recorded`) and a page (`inforce.verify.shown`). From it follows the canonical
text `text-v1`, word by word with the clause that each line belongs to.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

TEXT = "text"
END = "/"
_SPACES = re.compile("[ \t\n\r\f]+")  # what HTML takes for one space; U+00A0 is not among them
_EDGES = " \t\n\r\f"

_BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "p.label"})
_OWN_UNIT = frozenset({"h1", "div.preface", "div.conclusion", "div.closing", "section"})


class Mark(NamedTuple):
    """An element that begins (`kind` and what tells it apart), one that ends, or words.

    `kind` is the element with its leading class (`section`, `h2`, `span.number`, `a.external`),
    `/` and the same where it ends, or `text`. `detail` is the clause id with its further classes,
    the target of a link, the alignment of a cell, or the words.
    """

    kind: str
    detail: str = ""

    def __str__(self) -> str:
        return f"“{self.detail}”" if self.kind == TEXT else f"{self.kind} {self.detail}".strip()


class Line(NamedTuple):
    """A line of the canonical text and the clause that it stands in, empty outside of clauses."""

    clause: str
    words: str
    opens: bool  # whether it is the first of its unit


@cache
def begins(kind: str) -> Mark:
    """An element that begins and has nothing to be told apart by."""
    return Mark(kind)


@cache
def ends(kind: str) -> Mark:
    """An element that ends."""
    return Mark(END + kind)


def one_space(words: str) -> str:
    """The words with every run of white space as one space."""
    # Asked this way, because almost no text is uneven and there may be a million of them.
    uneven = "  " in words or "\n" in words or "\t" in words or "\r" in words or "\f" in words
    return _SPACES.sub(" ", words) if uneven else words


def tidy(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks with neighbouring words as one, without white space at their edges.

    Where an element begins, before or after a space, makes no difference; whether there is a
    space at all is seen in the canonical text.
    """
    found: list[Mark] = []
    words: list[str] = []
    for mark in marks:
        if mark.kind == TEXT:
            words.append(mark.detail)
            continue
        if words:
            _add_words(found, words)
        found.append(mark)
    _add_words(found, words)
    return tuple(found)


def _add_words(found: list[Mark], words: list[str]) -> None:
    joined = one_space("".join(words)).strip(_EDGES)
    words.clear()
    if joined:
        found.append(Mark(TEXT, joined))


def lines(marks: Iterable[Mark]) -> tuple[Line, ...]:
    """The lines of the canonical text `text-v1` (docs/specification.md) that the marks spell."""
    writer = _Writer()
    for mark in marks:
        writer.take(mark)
    return tuple(writer.lines)


def canonical(written: Sequence[Line]) -> bytes:
    """The canonical text of these lines."""
    parts = ("\n" * (1 + line.opens) + line.words for line in written)
    return ("".join(parts).removeprefix("\n\n") + "\n").encode()


@dataclass(slots=True)
class _Writer:
    """Writes lines; `number` is printed before the first line of its unit."""

    lines: list[Line] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    number: str = ""
    opens: bool = True
    row: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    starts: list[tuple[int, str]] = field(default_factory=list)

    def take(self, mark: Mark) -> None:
        match mark.kind:
            case "text":
                self.pieces.append(mark.detail)
            case "br":
                self.pieces.append("\n")
            case "section":
                self._unit()
                self.clauses.append(mark.detail.partition(" ")[0])
            case "a.external":
                self.starts.append((len(self.pieces), mark.detail))
            case "/a.external":
                self._link(*self.starts.pop())
            case "/span.number":
                self.number = " ".join(self._lines())
            case kind:
                self._boundary(kind)

    def _boundary(self, kind: str) -> None:
        """Any other element: where a block, a cell, a row or a unit ends or begins."""
        if kind.startswith(END) and kind[1:] in _BLOCKS:
            found = self._lines()
            self._write([" ".join(found)] if found and kind.startswith("/h") else found)
        elif kind in ("/th", "/td"):
            self.row.append(" ".join(self._lines()))
        elif kind == "/tr":
            self._write(["\t".join(self.row)] if any(self.row) else [])
            self.row.clear()
        elif kind in _OWN_UNIT or kind[1:] in _OWN_UNIT:
            self._unit()
            if kind == "/section":
                self.clauses.pop()

    def _unit(self) -> None:
        """A unit ends; a number that had no words after it is a line of its own."""
        if self.number:
            self._write([""])
        self.opens = True

    def _lines(self) -> list[str]:
        """The lines that were collected, without empty ones."""
        composed = unicodedata.normalize("NFC", "".join(self.pieces)).split("\n")
        self.pieces.clear()
        trimmed = (one_space(line).strip(_EDGES) for line in composed)
        return [line for line in trimmed if line]

    def _write(self, found: list[str]) -> None:
        for line in found:
            words = " ".join(part for part in (self.number, line) if part)
            if words:
                self.lines.append(Line(self.clauses[-1] if self.clauses else "", words, self.opens))
                self.number, self.opens = "", False

    def _link(self, start: int, href: str) -> None:
        """An outside link is followed by its address, unless it is its own label."""
        label = one_space("".join(self.pieces[start:])).strip(_EDGES)
        if label not in (href, href.removeprefix("mailto:"), href.removeprefix("tel:")):
            self.pieces.append(f" <{href}>")


def words_of(written: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """Each word with the clause that it stands in."""
    for line in written:
        for word in line.words.split():
            yield word, line.clause
