"""An existing source into the one style, by the smallest edits of its text.

Comments, blank lines and the order of keys stay where the author put them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from inforce.source.document import Document
from inforce.source.positions import BLOCK_STYLES
from inforce.source.prose import INDENT, SPACES, block
from inforce.source.unfolding import PROSE_KEYS, TITLE_KEYS, Unfolding, in_braces

CLAUSE_LISTS = ("preamble", "clauses", "annexes")
PART_LISTS = ("preface", "conclusions")
# A comment that is nothing but a number was written here, as the clause's number then was.
NUMBER = re.compile(
    r"\d{1,3}(?:[.-]\d{1,3})*[.)]|\d{1,3}(?:[.-]\d{1,3})+|[IVXLC]{1,7}\.|\w{1,3}\)|–"
)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the characters from `start` to `end` with `text`."""

    start: int
    end: int
    text: str


def format_policy(document: Document, languages: Iterable[str], numbers: Mapping[str, str]) -> str:
    """The text of a policy's source in the one style.

    `numbers` are by clause id, and are written as comments beside the ids; words that the author
    put there stay behind them.
    """
    text = document.text
    known = frozenset(languages)
    formatter = _Formatter(text, known, numbers, Unfolding(text, known, numbers))
    for edit in sorted(formatter.policy(document.root), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    lines = (line if line.strip(SPACES) else "" for line in text.split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class _Formatter:
    text: str
    languages: frozenset[str]
    numbers: Mapping[str, str]
    unfolding: Unfolding

    def policy(self, root: Node) -> Iterator[Edit]:
        for key, value in _pairs(root):
            if key.value in CLAUSE_LISTS:
                yield from self._list(key, value, clauses=True)
            elif key.value in PART_LISTS:
                yield from self._list(key, value, clauses=False)
            elif key.value == "edition":
                for name, words in _pairs(value):
                    yield from self._localized(name, words)
            else:
                yield from self._localized(key, value)

    def _list(self, key: Node, value: Node, *, clauses: bool) -> Iterator[Edit]:
        if in_braces(value) and value.value:
            column = key.start_mark.column
            yield from self._unfolded(key, value, self.unfolding.entries(value, column))
            return
        for item in _items(value):
            if in_braces(item):
                yield from self._unfolded_item(item)
                continue
            for name, words in _pairs(item):
                yield from self._value(name, words, clauses=clauses)

    def _value(self, key: Node, value: Node, *, clauses: bool) -> Iterator[Edit]:
        if key.value in self.languages:
            yield from self._prose(key, value)
        elif clauses and key.value == "id":
            yield from self._comment(value)
        elif clauses and key.value == "clauses":
            yield from self._list(key, value, clauses=True)
        else:
            yield from self._localized(key, value)

    def _localized(self, key: Node, value: Node) -> Iterator[Edit]:
        prose = key.value in PROSE_KEYS
        if key.value not in (*PROSE_KEYS, *TITLE_KEYS) or not isinstance(value, MappingNode):
            return
        if in_braces(value):
            column = key.start_mark.column + INDENT
            yield from self._unfolded(key, value, self.unfolding.words(value, column, prose=prose))
        elif prose:
            for code, words in value.value:
                yield from self._prose(code, words)

    def _unfolded(self, key: Node, value: Node, lines: str) -> Iterator[Edit]:
        """A value in braces, written line by line; one with comments inside stays as it is."""
        between = self.text[key.end_mark.index : value.start_mark.index]
        if "#" not in between and not self.unfolding.has_comments(value):
            remark, end = self._behind(value)
            yield Edit(key.end_mark.index, end, f":{remark}{lines}")

    def _unfolded_item(self, item: Node) -> Iterator[Edit]:
        if not item.value or self.unfolding.has_comments(item):
            return
        column = item.start_mark.column
        remark, end = self._behind(item)
        below = f"\n{' ' * column}{remark.strip()}" if remark else ""
        lines = self.unfolding.keys(item, column).lstrip()
        yield Edit(item.start_mark.index, end, lines + below)

    def _prose(self, key: Node, value: Node) -> Iterator[Edit]:
        if not isinstance(value, ScalarNode) or not value.value.strip(SPACES):
            return
        start, end = key.end_mark.index, value.end_mark.index
        between, _, below = self.text[start : value.start_mark.index].partition("\n")
        if "#" in below:
            return
        remarks = [between.partition("#")[2]]
        tail = ""
        if value.style in BLOCK_STYLES:
            written = self.text[value.start_mark.index : end]
            remarks.append(written.partition("\n")[0].partition("#")[2])
            tail = written[len(written.rstrip(SPACES)) :]
        else:
            remark, end = self._behind(value)
            remarks.append(remark.strip().removeprefix("#"))
        said = " # ".join(words for remark in remarks if (words := remark.strip()))
        body = block(value.value, key.start_mark.column + INDENT).removeprefix("|-")
        wanted = f": |-{f'  # {said}' if said else ''}{body}{tail}"
        if self.text[start:end] != wanted:
            yield Edit(start, end, wanted)

    def _behind(self, value: Node) -> tuple[str, int]:
        """The comment behind a value on its last line, and where that line ends."""
        end = value.end_mark.index
        rest = self.text[end:].partition("\n")[0]
        comment = rest.strip(SPACES)
        return (f"  {comment}" if comment else ""), end + len(rest)

    def _comment(self, value: Node) -> Iterator[Edit]:
        """The number beside an id; words that the author wrote there stay behind it."""
        end = value.end_mark.index
        written = self.text[end:].partition("\n")[0]
        words = written.strip(SPACES).removeprefix("#").strip(SPACES)
        number = self.numbers.get(value.value, "")
        first, _, others = words.partition(" # ")
        kept = others if first == number or NUMBER.fullmatch(first) else words
        comment = " # ".join(part for part in (number, kept) if part)
        wanted = f"  # {comment}" if comment else ""
        if written != wanted:
            yield Edit(end, end + len(written), wanted)


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """The keys that are words, with their values."""
    if isinstance(node, MappingNode) and not in_braces(node):
        yield from (pair for pair in node.value if isinstance(pair[0], ScalarNode))


def _items(node: Node) -> Iterator[Node]:
    if isinstance(node, SequenceNode):
        yield from node.value
