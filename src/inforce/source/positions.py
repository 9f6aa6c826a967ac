"""Where a character of a YAML value stands in its file.

A value in quotes or in folded lines is not what stands in the file: YAML joins its lines and
reads its escapes. What it never touches are the visible characters and their order, so the
character at an offset is found by counting those before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ruamel.yaml.events import ScalarEvent
from ruamel.yaml.nodes import ScalarNode

from inforce.source.prose import SPACES

SEEN = re.compile(r"[^ \t\n]")
IN_SINGLE_QUOTES = re.compile(r"''|[^ \t\n]")
IN_DOUBLE_QUOTES = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n|.)|[^ \t\n]"
)
# Escapes that stand for white space or, before the end of a line, for nothing (YAML 1.2.2, 5.7).
UNSEEN_ESCAPES = frozenset(
    {"\\n", "\\t", "\\ ", "\\\t", "\\\n", "\\x20", "\\x09", "\\x0a", "\\x0A"}
)
BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class Position:
    """A line and a column, both counted from 1."""

    line: int
    column: int


def start_of_text(node: ScalarNode, text: str) -> Position:
    """Where the first visible character of a value stands in the file `text`."""
    return _position(node, text, next(_seen(node, text), node.start_mark.index))


def is_verbatim(node: ScalarNode) -> bool:
    """Whether the lines of the value are the file's, so that columns can simply be counted."""
    value: str = node.value
    if node.style == "|":
        return value.lstrip("\n")[:1] not in SPACES
    length = node.end_mark.index - node.start_mark.index - (2 if node.style else 0)
    return node.style != ">" and "\n" not in value and length == len(value)


def place_of(node: ScalarNode | ScalarEvent, text: str, value: str, offset: int) -> Position:
    """Where the character at `offset` of `value` stands in the file `text`.

    `value` are the words of `node`, with their white space as it is or made single.
    """
    before = len(SEEN.findall(value, 0, offset))
    seen = next(islice(_seen(node, text), before, None), node.end_mark.index)
    return _position(node, text, seen)


def _position(node: ScalarNode | ScalarEvent, text: str, index: int) -> Position:
    """The line and the column of the character at `index`, which stands in `node`."""
    mark = node.start_mark
    breaks = text.count("\n", mark.index, index)
    if not breaks:
        return Position(mark.line + 1, mark.column + 1 + index - mark.index)
    return Position(mark.line + 1 + breaks, index - text.rfind("\n", mark.index, index))


def _seen(node: ScalarNode | ScalarEvent, text: str) -> Iterator[int]:
    """The indexes in the file of the visible characters of a value, in their order."""
    start, end = node.start_mark.index, node.end_mark.index
    pattern = SEEN
    if node.style in BLOCK_STYLES:
        start = text.find("\n", start, end) + 1 or end
    elif node.style:
        pattern = IN_SINGLE_QUOTES if node.style == "'" else IN_DOUBLE_QUOTES
        start, end = start + 1, end - 1
    for match in pattern.finditer(text, start, end):
        if match[0] not in UNSEEN_ESCAPES:
            yield match.start()
