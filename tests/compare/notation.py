"""Texts and comparisons in a line, so that a test reads as a table.

A text is clauses between bars: `a 1. First | >b 1.1. second` is `b` below `a`. Before the id
stand `>` for each level, `^` for the preamble and `+` for an annex; behind it stand `!` for a
tombstone, then the number, `{a title}`, the paragraphs between `/`, and `// ` before closing
words. `# Title`, `@kind words` and `~kind words` are the title, the preface, the conclusions.
In words stand **strong**, *stressed*, `code`, `<words>(target)` for a link, `\\` for a line break
and `[A, B; 1, 2]` for a table.

A comparison is its changed parts in the merged order: the id, the kinds, and what became of
the words, if those changed. `(a)` is the place that `a` left.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from inforce.compare import (
    ComparedBlocks,
    ComparedClause,
    ComparedParagraph,
    ComparedPart,
    ComparedTable,
    Comparison,
    Departure,
    Entry,
    Mark,
    Piece,
    Pieces,
)
from inforce.model import (
    Block,
    Break,
    Clause,
    Code,
    Emphasis,
    Link,
    Paragraph,
    Part,
    Run,
    Strong,
    Table,
    Text,
    Words,
    plain,
)

CLAUSE = re.compile(
    r"(?P<group>[\^+]?)(?P<depth>>*)(?P<id>[a-z][a-z0-9-]*)(?P<repealed>!?)"
    r"(?: (?P<number>\d[\d.-]*[.)]|[а-яa-z]\)|–|Приложение \d))?"
    r"(?: \{(?P<title>[^}]*)\})?(?: (?P<blocks>(?!//).*?))?(?: ?// (?P<closing>.*))?"
)
RUN = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<stress>.+?)\*|`(?P<code>.+?)`|<(?P<label>.+?)>\((?P<to>.*?)\)"
    r"|(?P<break>\\)|(?P<words>[^*`<\\]+)"
)


def text(notation: str, language: str = "ru") -> Text:
    """The text that is written so."""
    title, parts, clauses = "", {"@": list[Part](), "~": list[Part]()}, list[tuple[str, Clause]]()
    for line in filter(None, (one.strip(" ") for one in notation.split("|"))):
        if line.startswith("#"):
            title = line[2:]
        elif line[0] in parts:
            kind, _, words = line[1:].partition(" ")
            parts[line[0]].append(Part(kind, blocks(words)))
        else:
            found = CLAUSE.fullmatch(line)
            assert found, line
            clauses.append((found["group"], clause(found)))
            _nest(clauses, len(found["depth"]))
    groups = {
        sign: tuple(one for group, one in clauses if group == sign) for sign in ("^", "", "+")
    }
    return Text(
        "privacy",
        "2026-09-01",
        language,
        title,
        preface=tuple(parts["@"]),
        preamble=groups["^"],
        clauses=groups[""],
        conclusions=tuple(parts["~"]),
        annexes=groups["+"],
    )


def _nest(clauses: list[tuple[str, Clause]], depth: int) -> None:
    """Put the last clause below the one before it, as deep as it says."""
    if depth:
        _, last = clauses.pop()
        group, around = clauses[-1]
        clauses[-1] = (group, _within(around, last, depth))


def _within(around: Clause, last: Clause, depth: int) -> Clause:
    if depth > 1:
        last = _within(around.clauses[-1], last, depth - 1)
        return replace(around, clauses=(*around.clauses[:-1], last))
    return replace(around, clauses=(*around.clauses, last))


def clause(found: "re.Match[str]") -> Clause:
    number = found["number"] or ""
    return Clause(
        found["id"],
        number,
        number.rstrip(".)"),
        runs(found["title"] or ""),
        blocks(found["blocks"] or ""),
        closing=blocks(found["closing"] or ""),
        repealed=bool(found["repealed"]),
    )


def blocks(notation: str) -> tuple[Block, ...]:
    return tuple(block(one) for one in re.split(" / ", notation)) if notation else ()


def block(notation: str) -> Block:
    if not notation.startswith("["):
        return Paragraph(runs(notation))
    header, *rows = (
        tuple(runs(cell.strip(" ")) for cell in row.split(",")) for row in notation[1:-1].split(";")
    )
    return Table(("",) * len(header), header, tuple(rows))


def runs(notation: str) -> tuple[Run, ...]:
    return tuple(_run(found) for found in RUN.finditer(notation))


def _run(found: "re.Match[str]") -> Run:
    if found["strong"]:
        return Strong(runs(found["strong"]))
    if found["stress"]:
        return Emphasis(runs(found["stress"]))
    if found["code"]:
        return Code(found["code"])
    if found["label"]:
        return _link(runs(found["label"]), found["to"])
    return Break() if found["break"] else Words(found["words"])


def _link(label: tuple[Run, ...], target: str) -> Link:
    if ":" in target:
        return Link(label, href=target)
    policy, _, clause = target.partition("#")
    return Link(label, policy=policy, clause=clause)


def told(comparison: Comparison) -> str:
    """The changed parts of a comparison."""
    return " | ".join(_told(comparison))


def _told(comparison: Comparison) -> Iterator[str]:
    if comparison.title_kinds:
        yield f"# {marked(comparison.title)}"
    yield from _parts("@", comparison.preface)
    yield from _entries((*comparison.preamble, *comparison.clauses))
    yield from _parts("~", comparison.conclusions)
    yield from _entries(comparison.annexes)


def _parts(sign: str, parts: tuple[ComparedPart, ...]) -> Iterator[str]:
    for part in parts:
        if part.kinds:
            yield f"{sign}{part.name} {', '.join(part.kinds)}: {_blocks(part.blocks)}"


def _entries(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Departure):
            yield f"({entry.id})"
            continue
        if entry.kinds:
            words = _words(entry)
            yield f"{entry.id} {', '.join(entry.kinds)}" + (f": {words}" if words else "")
        yield from _entries(entry.clauses)


def _words(entry: ComparedClause) -> str:
    title = f"{{{marked(entry.title)}}}" if _changed(entry.title) else ""
    closing = f"// {_blocks(entry.closing)}" if entry.closing else ""
    changed = any(_differs(one) for one in (*entry.blocks, *entry.closing))
    words = f"{_blocks(entry.blocks)} {closing}".strip(" ") if changed else ""
    return f"{title} {words}".strip(" ")


def _changed(pieces: Pieces) -> bool:
    return any(piece.mark != Mark.EQUAL for piece in pieces)


def _differs(block: ComparedParagraph | ComparedTable) -> bool:
    if isinstance(block, ComparedParagraph):
        return block.mark != Mark.EQUAL or _changed(block.pieces)
    rows = (block.header, *block.rows)
    return any(row.mark != Mark.EQUAL or any(map(_changed, row.cells)) for row in rows)


def _blocks(compared: ComparedBlocks) -> str:
    return " / ".join(
        marked(one.pieces) if isinstance(one, ComparedParagraph) else _table(one)
        for one in compared
    )


def _table(table: ComparedTable) -> str:
    rows = (table.header, *table.rows)
    return "[" + "; ".join(", ".join(map(marked, row.cells)) for row in rows) + "]"


def marked(pieces: Pieces) -> str:
    """The words with what was deleted and inserted among them."""
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    words = plain(piece.runs).replace("\n", "\\")
    match piece.mark:
        case Mark.DELETED:
            return f"[-{words}-]"
        case Mark.INSERTED:
            return f"{{+{words}+}}"
        case Mark.EQUAL:
            return words
