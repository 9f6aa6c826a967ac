"""The clauses of a document as a working text."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from inforce.importers.blocks import Block
from inforce.importers.lines import Format, Link
from inforce.importers.numbers import marker_of
from inforce.importers.slots import Part
from inforce.importers.tables import Rows
from inforce.importers.tree import Node
from inforce.model import Localized, Location, Marker, Source, WorkingClause, WorkingPart

STROKES = {"left": ":--", "right": "--:", "center": ":-:", "": "---"}
BAR = re.compile(r"(?<!\\)\|")

# The links of a paragraph that stands in a clause.
Links = Callable[[Block, Node], tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes clauses in one language; `fixed` are the numbers to keep as they stand."""

    file: str
    language: str
    form: Format
    fixed: Mapping[Node, str]
    links: Links

    def clauses(self, nodes: Iterable[Node], default: Marker) -> tuple[WorkingClause, ...]:
        """The working clauses of `nodes`, whose marker is left out where it is `default`."""
        return tuple(self.clause(node, default) for node in nodes)

    def clause(self, node: Node, default: Marker) -> WorkingClause:
        """The working clause of `node` with all below it."""
        marker = marker_of(node)
        number = self.fixed.get(node, "")
        title = self.form.source(node.block.text) if node.titled else ""
        return WorkingClause(
            id=node.id,
            marker=None if marker is default else marker,
            number={"": self._source(number, node.line)} if number else {},
            title=self._localized(title, node.line),
            text=self._text(node.texts(), node),
            clauses=self.clauses(node.clauses, Marker.DECIMAL),
            closing=self._text(node.closing(), node),
            term=self._localized(node.term, node.line),
            location=Location(self.file, node.line, 0, node.id),
        )

    def parts(self, parts: Iterable[Part]) -> tuple[WorkingPart, ...]:
        """The working parts of what stands around the clauses."""
        return tuple(self._part(part) for part in parts)

    def _part(self, part: Part) -> WorkingPart:
        line = part.blocks[0].line
        text = "\n\n".join(self._block(block, ()) for block in part.blocks)
        return WorkingPart(part.kind, self._localized(text, line), Location(self.file, line))

    def _text(self, blocks: Sequence[Block], node: Node) -> Localized:
        if not blocks:
            return {}
        written = (self._block(block, self.links(block, node)) for block in blocks)
        return self._localized("\n\n".join(written), blocks[0].line)

    def _block(self, block: Block, links: tuple[Link, ...]) -> str:
        return self._table(block.table) if block.table else self.form.source(block.text, links)

    def _table(self, table: Rows) -> str:
        rows = ["| " + " | ".join(map(self._cell, row)) + " |" for row in table.cells]
        strokes = "| " + " | ".join(STROKES[align] for align in table.align) + " |"
        return "\n".join((rows[0], strokes, *rows[1:]))

    def _cell(self, words: str) -> str:
        return BAR.sub(r"\\|", self.form.source(words))

    def _localized(self, text: str, line: int) -> Localized:
        return {self.language: self._source(text, line)} if text else {}

    def _source(self, text: str, line: int) -> Source:
        return Source(text, Location(self.file, line))
