"""An existing source into the one style, by the smallest edits of its text.

Comments, blank lines and the order of keys stay where the author put them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from inforce.source.document import Document
from inforce.source.positions import BLOCK_STYLES

INDENT = 2
PROSE_KEYS = ("closing", "summary")
CLAUSE_LISTS = ("preamble", "clauses", "annexes")
PART_LISTS = ("preface", "conclusions")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the characters from `start` to `end` with `text`."""

    start: int
    end: int
    text: str


def format_policy(document: Document, languages: Iterable[str], numbers: Mapping[str, str]) -> str:
    """The text of a policy's source in the one style.

    `numbers` are by clause id, and are written as comments beside the ids.
    """
    text = "\n".join(document.lines)
    formatter = _Formatter(document, text, frozenset(languages), numbers)
    for edit in sorted(formatter.policy(), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return "\n".join(line.rstrip() if line.isspace() else line for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class _Formatter:
    document: Document
    text: str
    languages: frozenset[str]
    numbers: Mapping[str, str]

    def policy(self) -> Iterator[Edit]:
        for key, value in _pairs(self.document.root):
            if key.value in CLAUSE_LISTS:
                yield from self._clauses(value)
            elif key.value in PART_LISTS:
                for item in _items(value):
                    yield from self._texts(item)
            elif key.value == "title":
                yield from self._localized(key, value, block=False)
            elif key.value == "edition":
                for name, words in _pairs(value):
                    if name.value in PROSE_KEYS:
                        yield from self._localized(name, words, block=True)

    def _clauses(self, node: Node) -> Iterator[Edit]:
        for item in _items(node):
            yield from self._texts(item)
            for key, value in _pairs(item):
                if key.value == "id":
                    yield from self._comment(value)
                elif key.value == "clauses":
                    yield from self._clauses(value)
                elif key.value == "title":
                    yield from self._localized(key, value, block=False)
                elif key.value in PROSE_KEYS:
                    yield from self._localized(key, value, block=True)

    def _texts(self, item: Node) -> Iterator[Edit]:
        """The words that stand directly under the languages of a clause or a part."""
        for key, value in _pairs(item):
            if key.value in self.languages and not _in_braces(item):
                yield from self._prose(key, value)

    def _localized(self, key: Node, value: Node, *, block: bool) -> Iterator[Edit]:
        if not isinstance(value, MappingNode):
            return
        if _in_braces(value):
            yield from self._unfolded(key, value, block=block)
        elif block:
            for code, words in _pairs(value):
                yield from self._prose(code, words)

    def _unfolded(self, key: Node, value: MappingNode, *, block: bool) -> Iterator[Edit]:
        """A mapping in braces, written a line a language; one with comments inside stays."""
        start, end = key.end_mark.index, value.end_mark.index
        if "#" in self.text[start:end] and "\n" in self.text[start:end]:
            return
        column = key.start_mark.column + INDENT
        lines = [
            f"\n{' ' * column}{code.value}: "
            + (_block(words.value, column + INDENT) if block else _scalar(words.value))
            for code, words in value.value
        ]
        comment, end = self._behind(value)
        yield Edit(start, end, f":{comment}" + "".join(lines))

    def _prose(self, key: Node, value: Node) -> Iterator[Edit]:
        if not isinstance(value, ScalarNode) or not value.value.strip():
            return
        start, end = value.start_mark.index, value.end_mark.index
        body = _block(value.value, key.start_mark.column + INDENT)
        if value.style in BLOCK_STYLES:
            written = self.text[start:end]
            header, _, rest = written.partition("\n")
            comment = header.partition("#")[2]
            remark = f"  #{comment}" if comment else ""
            tail = rest[len(rest.rstrip()) :]
            wanted = "|-" + remark + body.removeprefix("|-") + tail
        else:
            written = self.text[start:end]
            remark, end = self._behind(value)
            wanted = "|-" + remark + body.removeprefix("|-")
        if written != wanted:
            yield Edit(start, end, wanted)

    def _behind(self, value: Node) -> tuple[str, int]:
        """The comment behind a value on its last line, and where that line ends."""
        rest = self.document.lines[value.end_mark.line][value.end_mark.column :]
        comment = rest.strip()
        return (f"  {comment}" if comment else ""), value.end_mark.index + len(rest)

    def _comment(self, value: Node) -> Iterator[Edit]:
        """The number beside an id; words that the author wrote there stay behind it."""
        number = self.numbers.get(value.value, "")
        line = self.document.lines[value.end_mark.line]
        written = line[value.end_mark.column :]
        words = written.strip().removeprefix("#").split()
        kept = words[1:] if words and _is_number(words[0]) else words
        comment = " ".join([*([number] if number else []), *kept])
        wanted = f"  # {comment}" if comment else ""
        if written != wanted:
            end = value.end_mark.index
            yield Edit(end, end + len(written), wanted)


def _in_braces(node: Node) -> bool:
    return isinstance(node, MappingNode) and bool(node.flow_style)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or (word.endswith((")", ".")) and len(word) <= len("xviii."))


def _block(text: str, column: int) -> str:
    indent = " " * column
    lines = [line if line.endswith("  ") else line.rstrip() for line in text.strip().split("\n")]
    return "|-" + "".join(f"\n{indent}{line}" if line else "\n" for line in lines)


def _scalar(text: str) -> str:
    """A title on one line; in quotes, which are right whatever it holds."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    if isinstance(node, MappingNode):
        yield from node.value


def _items(node: Node) -> Iterator[Node]:
    if isinstance(node, SequenceNode):
        yield from node.value
