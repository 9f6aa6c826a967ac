"""Mappings and lists in braces and brackets, written out line by line.

What was typed is kept: only prose becomes a block, and what cannot stand without its braces is
put in quotes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from inforce.source.prose import INDENT, SPACES, block, quoted

PROSE_KEYS = ("closing", "summary")
TITLE_KEYS = ("title", "term")


def in_braces(node: Node) -> bool:
    """Whether a mapping or a list is written in braces or brackets."""
    return isinstance(node, (MappingNode, SequenceNode)) and bool(node.flow_style)


@dataclass(frozen=True, slots=True)
class Unfolding:
    """Writes the nodes of one file out; `comments` stand beside the ids of clauses."""

    text: str
    languages: frozenset[str]
    comments: Mapping[str, str]

    def has_comments(self, node: Node) -> bool:
        """Whether a comment stands somewhere inside the braces of `node`."""
        position, rest = node.start_mark.index, []
        for scalar in _scalars(node):
            rest.append(self.text[position : scalar.start_mark.index])
            position = scalar.end_mark.index
        rest.append(self.text[position : node.end_mark.index])
        return any("#" in piece for piece in rest)

    def entries(self, node: Node, column: int) -> str:
        """The entries of a list, each on lines of its own that begin at `column`."""
        entries = node.value if isinstance(node, SequenceNode) else ()
        return "".join(
            f"\n{' ' * column}- {self.keys(entry, column + INDENT).lstrip()}" for entry in entries
        )

    def keys(self, node: Node, column: int) -> str:
        """The keys of a clause or a part, each on a line of its own that begins at `column`."""
        if not isinstance(node, MappingNode):
            return self._raw(node)
        return "".join(self._pair(key, value, column) for key, value in node.value)

    def words(self, node: Node, column: int, *, prose: bool) -> str:
        """Words by language, each on a line of its own that begins at `column`."""
        pairs = node.value if isinstance(node, MappingNode) else ()
        return "".join(
            f"\n{' ' * column}{self._raw(key)}: {self._words(value, column, prose=prose)}"
            for key, value in pairs
        )

    def _pair(self, key: Node, value: Node, column: int) -> str:
        name = key.value if isinstance(key, ScalarNode) else ""
        start = f"\n{' ' * column}{self._raw(key)}:"
        if name == "clauses" and isinstance(value, SequenceNode):
            return start + (self.entries(value, column) or " []")
        if isinstance(value, MappingNode) and value.value:
            prose = name in PROSE_KEYS
            return start + self.words(value, column + INDENT, prose=prose)
        written = f"{start} {self._words(value, column, prose=name in self.languages)}"
        comment = self.comments.get(value.value, "") if name == "id" else ""
        return f"{written}  # {comment}" if comment else written

    def _words(self, value: Node, column: int, *, prose: bool) -> str:
        if prose and isinstance(value, ScalarNode) and value.value.strip(SPACES):
            return block(value.value, column + INDENT)
        return self._raw(value)

    def _raw(self, node: Node) -> str:
        """What was typed, on one line."""
        written: str = self.text[node.start_mark.index : node.end_mark.index]
        if "\n" in written and isinstance(node, ScalarNode):
            return quoted(node.value)
        return written


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """The scalars of `node` in their order, keys among them."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
    elif isinstance(node, SequenceNode):
        for entry in node.value:
            yield from _scalars(entry)
