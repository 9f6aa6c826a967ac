"""A comparison without HTML: for a terminal, as GitHub's Markdown, and as data for programs.

The words around the text are English, as all that the command prints.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from inforce.compare import (
    ComparedBlock,
    ComparedBlocks,
    ComparedClause,
    ComparedParagraph,
    ComparedPart,
    Comparison,
    Departure,
    Entry,
    Kind,
    Mark,
    Piece,
    Pieces,
)
from inforce.compare.kinds import pieces_of
from inforce.compare.trees import Tree
from inforce.model import plain
from inforce.render import looks
from inforce.render.naming import Path, full, named, paths, telling
from inforce.report import inert

FORMAT = "inforce-diff-1"

_SIGNS = {Mark.EQUAL: "=", Mark.DELETED: "-", Mark.INSERTED: "+"}


@dataclass(frozen=True, slots=True)
class Style:
    """How words are written: those that stay, those of each side, and the line above a change.

    `heading` takes the number or the first words, the id, and the kinds.
    """

    kept: Callable[[str], str]
    deleted: Callable[[str], str]
    inserted: Callable[[str], str]
    heading: Callable[[str, str, str], str]
    indent: str = ""


MARKS = Style(
    kept=str,
    deleted=lambda words: f"[-{words}-]",
    inserted=lambda words: f"{{+{words}+}}",
    heading=lambda number, name, kinds: f"{_headed(number, name)}: {kinds}",
    indent="    ",
)


def redline_words(comparison: Comparison, style: Style) -> str:
    """The changed parts one below the other, each under its heading; empty if nothing changed."""
    return "\n\n".join(redline_parts(comparison, style))


def redline_parts(comparison: Comparison, style: Style) -> Iterator[str]:
    """Each changed part under its heading, in the merged reading order."""
    return ("\n".join(part) for part in _changes(comparison, style))


def _changes(comparison: Comparison, style: Style) -> Iterator[list[str]]:
    if comparison.title_kinds:
        kinds = ", ".join(comparison.title_kinds)
        yield [style.heading("", "title", kinds), style.indent + _words(comparison.title, style)]
    yield from _parts(comparison.preface, style)
    names = _Names(comparison)
    yield from _entries((*comparison.preamble, *comparison.clauses), names, style)
    yield from _parts(comparison.conclusions, style)
    yield from _entries(comparison.annexes, names, style)


def _parts(parts: Sequence[ComparedPart], style: Style) -> Iterator[list[str]]:
    for part in parts:
        if part.kinds:
            heading = style.heading("", part.name, ", ".join(part.kinds))
            yield [heading, *_lines(part.blocks, style)]


class _Names:
    """What the clauses of a comparison are called."""

    def __init__(self, comparison: Comparison) -> None:
        self.sides = [
            (paths(text), Tree.of(text).above) for text in (comparison.old, comparison.new)
        ]

    def called(self, entry: ComparedClause) -> str:
        """Its numbers, or how it begins where it has none."""
        return self._arrow(entry) or named(telling(entry), "")

    def kinds(self, entry: ComparedClause) -> str:
        """What happened to it, and from where it moved where the numbers do not say it."""
        kinds = {kind: str(kind) for kind in entry.kinds}
        if Kind.MOVED in kinds and "→" not in self._arrow(entry):
            old, new = (self._around(above[entry.id], found) for found, above in self.sides)
            if old != new:
                kinds[Kind.MOVED] = f"moved from {old} to {new}"
        return ", ".join(kinds.values())

    def paths(self, entry: ComparedClause) -> list[str | None]:
        """Its numbers of the old and the new text with those above; None where it is not there."""
        return [full(found[entry.id]) if entry.id in found else None for found, _ in self.sides]

    def _arrow(self, entry: ComparedClause) -> str:
        return " → ".join(dict.fromkeys(filter(None, self.paths(entry))))

    def _around(self, name: str, found: Mapping[str, Path]) -> str:
        return full(found.get(name, ())) or name.removeprefix("_")


def _entries(entries: Sequence[Entry], names: _Names, style: Style) -> Iterator[list[str]]:
    for entry in entries:
        if isinstance(entry, Departure):
            continue
        if entry.kinds:
            heading = style.heading(names.called(entry), entry.id, names.kinds(entry))
            yield [heading, *_body(entry, style)]
        yield from _entries(entry.clauses, names, style)


def _body(entry: ComparedClause, style: Style) -> Iterator[str]:
    if entry.title:
        yield style.indent + _words(entry.title, style)
    if any(_differs(block) for block in (*entry.blocks, *entry.closing)) or not entry.title:
        yield from _lines((*entry.blocks, *entry.closing), style)


def _differs(block: ComparedBlock) -> bool:
    if isinstance(block, ComparedParagraph):
        return any(piece.old != piece.new for piece in block.pieces)
    rows = (block.header, *block.rows)
    return any(piece.old != piece.new for row in rows for cell in row.cells for piece in cell)


def _lines(blocks: ComparedBlocks, style: Style) -> Iterator[str]:
    """Each paragraph and each row of a table as a line, those of Markdown with a blank one."""
    for block in blocks:
        if not style.indent:
            yield ""
        if isinstance(block, ComparedParagraph):
            yield style.indent + _words(block.pieces, style)
        else:
            rows = (block.header, *block.rows)
            written = [[_words(cell, style) for cell in row.cells] for row in rows]
            yield from _table(written, style)


def _table(rows: list[list[str]], style: Style) -> Iterator[str]:
    if style.indent:
        yield from (style.indent + " | ".join(row) for row in rows)
    else:
        ruled = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
        yield from (f"| {' | '.join(row)} |" for row in ruled)


def _words(pieces: Pieces, style: Style) -> str:
    write = {Mark.EQUAL: style.kept, Mark.DELETED: style.deleted, Mark.INSERTED: style.inserted}
    return "".join(
        write[piece.mark](plain(piece.runs).replace("\n", " ")) + _look(piece, style)
        for piece in pieces
    )


def _look(piece: Piece, style: Style) -> str:
    """Behind words that lead elsewhere or have other marks, both addresses or the marks."""
    found = looks.change(piece)
    if found is None:
        return ""
    old, new = looks.named(found.old), looks.named(found.new)
    sides = ((style.deleted, old), (style.inserted, new))
    return "".join(f" {write(names)}" for write, names in sides if names)


def _headed(number: str, name: str) -> str:
    return f"{number} ({name})" if number not in ("", name) else name


_BARE = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def _around(sign: str, tag: str) -> Callable[[str], str]:
    """Puts `sign` around words where Markdown sees it as a mark, else the tag."""

    def write(words: str) -> str:
        found = _BARE.fullmatch(words)
        before, inside, after = found.groups() if found else ("", words, "")
        if inside and inside[0].isalnum() and inside[-1].isalnum():
            return f"{before}{sign}{inert(inside)}{sign}{after}"
        return f"<{tag}>{inert(words)}</{tag}>"

    return write


MARKDOWN = Style(
    kept=inert,
    deleted=_around("~~", "del"),
    inserted=_around("**", "ins"),
    heading=lambda number, name, kinds: " ".join(
        ["####", *([inert(number)] if number not in ("", name) else []), f"`{name}`: {kinds}\n"]
    ),
)


def redline_data(comparison: Comparison) -> Mapping[str, object]:
    """The comparison as data for JSON; documented in docs/diff.md, and only ever added to.

    A list of pieces is pairs of `=`, `-` or `+` and the visible words.
    """
    names = _Names(comparison)
    return {
        "format": FORMAT,
        "policy": comparison.new.policy,
        "language": comparison.new.language,
        "changed": comparison.changed,
        "counts": {str(kind): len(ones) for kind, ones in comparison.by_kind().items()},
        "title": _pieces(comparison.title),
        "preface": [_part(part) for part in comparison.preface],
        "preamble": [_entry(entry, names) for entry in comparison.preamble],
        "clauses": [_entry(entry, names) for entry in comparison.clauses],
        "conclusions": [_part(part) for part in comparison.conclusions],
        "annexes": [_entry(entry, names) for entry in comparison.annexes],
    }


def _part(part: ComparedPart) -> Mapping[str, object]:
    return {
        "part": part.name,
        "kinds": list(map(str, part.kinds)),
        "blocks": list(map(_block, part.blocks)),
        "looks": _looks(pieces_of(part.blocks)),
    }


def _entry(entry: Entry, names: _Names) -> Mapping[str, object]:
    if isinstance(entry, Departure):
        return {"id": entry.id, "departed": True}
    return {
        "id": entry.id,
        "kinds": list(map(str, entry.kinds)),
        "numbers": [one.number if one else None for one in (entry.old, entry.new)],
        "paths": names.paths(entry),
        "title": _pieces(entry.title),
        "blocks": list(map(_block, entry.blocks)),
        "clauses": [_entry(one, names) for one in entry.clauses],
        "closing": list(map(_block, entry.closing)),
        "looks": _looks((*entry.title, *pieces_of((*entry.blocks, *entry.closing)))),
    }


def _block(block: ComparedBlock) -> Mapping[str, object]:
    mark = _SIGNS[block.mark]
    if isinstance(block, ComparedParagraph):
        return {"mark": mark, "paragraph": _pieces(block.pieces)}
    return {
        "mark": mark,
        "columns": [_SIGNS[column.mark] for column in block.columns],
        "rows": [
            {"mark": _SIGNS[row.mark], "cells": list(map(_pieces, row.cells))}
            for row in (block.header, *block.rows)
        ],
    }


def _pieces(pieces: Pieces) -> list[list[str]]:
    return [[_SIGNS[piece.mark], plain(piece.runs)] for piece in pieces]


def _looks(pieces: Iterable[Piece]) -> list[Mapping[str, object]]:
    """The words that lead elsewhere or have other marks, with how they look on each side."""
    return [asdict(one) for one in map(looks.change, pieces) if one]
