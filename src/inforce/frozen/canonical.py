"""`text-v1`, the canonical text: the visible words of a text, and nothing else.

Defined in docs/specification.md. It can never change: a digest of it is what people keep.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from inforce.model import (
    Block,
    Break,
    Clause,
    Code,
    Emphasis,
    Link,
    Paragraph,
    Run,
    Strong,
    Table,
    Text,
    Words,
    plain,
)

Runs = tuple[Run, ...]

SPACES = re.compile("[ \t\n\f\r]+")


def canonical_text(text: Text) -> bytes:
    """The canonical text `text-v1` of `text`, in UTF-8 with a line feed at the end."""
    units = (unit for unit in _units(text) if unit)
    words = "\n\n".join("\n".join(unit) for unit in units) + "\n"
    # Each string of a text is in form C, but two that meet may not be together.
    return unicodedata.normalize("NFC", words).encode()


def _units(text: Text) -> Iterator[list[str]]:
    """The units in reading order, each as its lines; a unit without words has none."""
    yield _line(text.title)
    for part in text.preface:
        yield _lines(part.blocks)
    for clause in (*text.preamble, *text.clauses):
        yield from _clause(clause)
    for part in text.conclusions:
        yield _lines(part.blocks)
    for clause in text.annexes:
        yield from _clause(clause)


def _clause(clause: Clause) -> Iterator[list[str]]:
    lines = _line(_visible(clause.title)) + _lines(clause.blocks)
    number = _line(clause.number)
    yield [" ".join(number + lines[:1]), *lines[1:]] if number else lines
    for below in clause.clauses:
        yield from _clause(below)
    yield _lines(clause.closing)


def _lines(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in _block(block)]


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield from _trimmed(_visible(runs))
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                cells = ["".join(_line(_visible(cell))) for cell in row]
                if any(cells):
                    yield "\t".join(cells)


def _trimmed(words: str) -> list[str]:
    """The lines of `words` that are not empty, each with single spaces and none at its ends."""
    return [line for part in words.split("\n") for line in _line(part)]


def _line(words: str) -> list[str]:
    """`words` as one line, or none where nothing is left."""
    line = SPACES.sub(" ", words).strip(" ")
    return [line] if line else []


def _visible(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run:
        case Words(words) | Code(words):
            return words.replace("\n", " ")
        case Break():
            return "\n"
        case Strong(runs) | Emphasis(runs):
            return _visible(runs)
        case Link(runs, href) if href and not _says(runs, href):
            return f"{_visible(runs)} <{href}>"
        case Link(runs):
            return _visible(runs)


def _says(runs: Runs, href: str) -> bool:
    """Whether the words of a link are its address already."""
    label = "".join(_line(plain(runs)))
    return label in (href, href.removeprefix("mailto:"), href.removeprefix("tel:"))
