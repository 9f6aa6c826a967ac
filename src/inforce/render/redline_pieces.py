"""What a redline writes inside of clauses: runs, paragraphs and tables with their marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from inforce.compare import (
    ComparedBlock,
    ComparedBlocks,
    ComparedParagraph,
    ComparedRow,
    ComparedTable,
    Mark,
    Piece,
    Pieces,
)
from inforce.model import Emphasis, Link, Run, Strong
from inforce.render.text import Writer


@dataclass(frozen=True, slots=True)
class PieceWriter:
    """Writes the words of two texts with marks; `old` and `new` write those of each side.

    `deleted` and `inserted` are said before marked words to those who hear the page; where they
    are empty, nothing is. `table` is what a table is called.
    """

    old: Writer
    new: Writer
    table: str = ""
    deleted: str = ""
    inserted: str = ""

    def blocks(self, blocks: ComparedBlocks) -> str:
        """Paragraphs and tables."""
        return "".join(map(self._block, blocks))

    def _block(self, block: ComparedBlock) -> str:
        if isinstance(block, ComparedParagraph):
            return f"<p>{self.pieces(block.pieces)}</p>\n"
        header = self._row(block, block.header, '<th scope="col"', "</th>")
        rows = "".join(self._row(block, row, "<td", "</td>") for row in block.rows)
        body = f"<tbody>\n{rows}</tbody>\n" if rows else ""
        return (
            f'<div class="table" role="group" tabindex="0" aria-label="{escape(self.table)}">\n'
            f'<table class="inforce-table">\n<thead>\n{header}</thead>\n{body}</table>\n</div>\n'
        )

    def _row(self, table: ComparedTable, row: ComparedRow, start: str, end: str) -> str:
        written = "".join(
            f"{start}{_aligned(column.align)}>{self.pieces(cell)}{end}"
            for cell, column in zip(row.cells, table.columns, strict=True)
        )
        return f"<tr>{written}</tr>\n"

    def pieces(self, pieces: Pieces) -> str:
        """Inline text."""
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> str:
        match piece.mark:
            case Mark.DELETED:
                return self.marked(Mark.DELETED, self.old.runs(piece.old))
            case Mark.INSERTED:
                return self.marked(Mark.INSERTED, self.new.runs(piece.new))
            case Mark.EQUAL:
                return self.new.runs(piece.new) + self._addresses(piece)

    def _addresses(self, piece: Piece) -> str:
        """Both addresses of a link whose words stayed."""
        old, new = (list(_addresses(runs)) for runs in (piece.old, piece.new))
        if old == new:
            return ""
        sides = ((Mark.DELETED, old), (Mark.INSERTED, new))
        return "".join(
            " " + self.marked(mark, escape(" ".join(f"<{one}>" for one in hrefs)))
            for mark, hrefs in sides
            if hrefs
        )

    def marked(self, mark: Mark, words: str) -> str:
        """Words (as HTML) that stand on one side only."""
        deleted = mark == Mark.DELETED
        name, label = ("del", self.deleted) if deleted else ("ins", self.inserted)
        if not label:
            return f"<{name}>{words}</{name}>"
        return (
            f'<{name}><span class="spoken">[{escape(label)} </span>{words}'
            f'<span class="spoken">]</span></{name}>'
        )


def _aligned(side: str) -> str:
    return f' class="{side}"' if side else ""


def _addresses(runs: Sequence[Run]) -> Iterator[str]:
    for run in runs:
        if isinstance(run, Link) and run.href:
            yield run.href
        elif isinstance(run, Strong | Emphasis):
            yield from _addresses(run.runs)
