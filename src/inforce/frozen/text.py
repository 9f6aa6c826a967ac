"""A text and its file `<language>.json`."""

import re
from collections.abc import Iterable
from typing import Any

from inforce.address import POLICY_ID
from inforce.frozen.errors import FrozenError
from inforce.frozen.writing import file_bytes, kept
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
)
from inforce.strict import (
    LANGUAGE,
    MalformedError,
    Object,
    Shape,
    decode,
    edition_id,
    fields,
    flag,
    items,
    many,
    mapping,
    one_of,
    string,
)

FORMAT = "inforce-text-v1"
ID = POLICY_ID
ANCHOR = re.compile(r"\S+")
# Nothing that a browser could run, and nothing that would end an address in HTML or in `<…>`.
HREF = re.compile(r'(?i:https?://(?![/?#])|mailto:|tel:)[^\s<>"\\]+')

TEXT = Shape.of(
    "format policy edition language title",
    "summary preface preamble clauses conclusions annexes",
)
CLAUSE = Shape.of("id", "number anchor title term repealed blocks clauses closing")
PART = Shape.of("kind blocks")
PARAGRAPH = Shape.of("type runs")
TABLE = Shape.of("type align header", "rows")
WORDS = Shape.of("type text")
RUNS = Shape.of("type runs")
BREAK = Shape.of("type")
LINK = Shape.of("type runs", "href policy clause")


def text_bytes(text: Text) -> bytes:
    """The file of `text`; raises FrozenError where it could not be read again as it is."""
    data = file_bytes(_write(text))
    if read_text(data) != text:
        raise FrozenError("the text would be read as another one")
    return data


def _write(text: Text) -> Object:
    return {
        "format": FORMAT,
        "policy": text.policy,
        "edition": text.edition,
        "language": text.language,
        "title": text.title,
        **kept(
            summary=_blocks(text.summary),
            preface=_parts(text.preface),
            preamble=_clauses(text.preamble),
            clauses=_clauses(text.clauses),
            conclusions=_parts(text.conclusions),
            annexes=_clauses(text.annexes),
        ),
    }


def _parts(parts: Iterable[Part]) -> list[Object]:
    return [{"kind": part.kind, "blocks": _blocks(part.blocks)} for part in parts]


def _clauses(clauses: Iterable[Clause]) -> list[Object]:
    return [_clause(clause) for clause in clauses]


def _clause(clause: Clause) -> Object:
    return kept(
        id=clause.id,
        number=clause.number,
        anchor=clause.anchor,
        title=_runs(clause.title),
        term=clause.term,
        repealed="true" if clause.repealed else "",
        blocks=_blocks(clause.blocks),
        clauses=_clauses(clause.clauses),
        closing=_blocks(clause.closing),
    )


def _blocks(blocks: Iterable[Block]) -> list[Object]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> Object:
    match block:
        case Paragraph(runs):
            return {"type": "paragraph", "runs": _runs(runs)}
        case Table(align, header, rows):
            return {
                "type": "table",
                "align": list(align),
                "header": [_runs(cell) for cell in header],
                **kept(rows=[[_runs(cell) for cell in row] for row in rows]),
            }


def _runs(runs: Iterable[Run]) -> list[Object]:
    return [_run(run) for run in runs]


def _run(run: Run) -> Object:
    match run:
        case Words(text):
            return {"type": "text", "text": text}
        case Code(text):
            return {"type": "code", "text": text}
        case Strong(runs):
            return {"type": "strong", "runs": _runs(runs)}
        case Emphasis(runs):
            return {"type": "emphasis", "runs": _runs(runs)}
        case Break():
            return {"type": "break"}
        case Link(runs, href, policy, clause):
            target = kept(href=href, policy=policy, clause=clause)
            return {"type": "link", "runs": _runs(runs), **target}


def read_text(data: bytes) -> Text:
    """The text in the file `data`; raises FrozenError where it is not well formed."""
    try:
        return _text(fields(decode(data), TEXT))
    except MalformedError as fault:
        raise FrozenError(fault.message, f"${fault.path}") from fault
    except RecursionError as error:
        raise FrozenError("the file is nested too deeply") from error


def _text(values: Object) -> Text:
    one_of(values, "format", (FORMAT,))
    text = Text(
        policy=string(values, "policy", POLICY_ID),
        edition=edition_id(values, "edition"),
        language=string(values, "language", LANGUAGE),
        title=string(values, "title"),
        summary=many(values, "summary", _read_block),
        preface=many(values, "preface", _read_part),
        preamble=many(values, "preamble", _read_clause),
        clauses=many(values, "clauses", _read_clause),
        conclusions=many(values, "conclusions", _read_part),
        annexes=many(values, "annexes", _read_clause),
    )
    check_ids(clause.id for clause in text.walk())
    return text


def check_ids(ids: Iterable[str]) -> None:
    """Raise MalformedError where an id stands twice."""
    seen: set[str] = set()
    for identity in ids:
        if identity in seen:
            raise MalformedError(f"the clause id `{identity}` stands twice")
        seen.add(identity)


def _read_part(value: object) -> Part:
    values = fields(value, PART)
    return Part(string(values, "kind", ID), many(values, "blocks", _read_block))


def _read_clause(value: object) -> Clause:
    values = fields(value, CLAUSE)
    return Clause(
        id=string(values, "id", ID),
        number=string(values, "number"),
        anchor=string(values, "anchor", ANCHOR),
        title=many(values, "title", _read_run),
        blocks=many(values, "blocks", _read_block),
        clauses=many(values, "clauses", _read_clause),
        closing=many(values, "closing", _read_block),
        term=string(values, "term"),
        repealed=flag(values, "repealed"),
    )


def _read_block(value: object) -> Block:
    if one_of(mapping(value), "type", ("paragraph", "table")) == "table":
        return _read_table(fields(value, TABLE))
    return Paragraph(many(fields(value, PARAGRAPH), "runs", _read_run))


def _read_table(values: Object) -> Table:
    table = Table(
        align=many(values, "align", _read_align),
        header=many(values, "header", _read_cell),
        rows=many(values, "rows", _read_row),
    )
    if any(len(cells) != len(table.header) for cells in (table.align, *table.rows)):
        raise MalformedError("the table does not have as many cells in each row as in its header")
    return table


def _read_align(value: object) -> str:
    if value not in ("", "left", "right", "center"):
        raise MalformedError("this has to be left, right, center or empty")
    return str(value)


def _read_row(value: object) -> tuple[tuple[Run, ...], ...]:
    return items(value, _read_cell)


def _read_cell(value: object) -> tuple[Run, ...]:
    return items(value, _read_run)


def _read_run(value: Any) -> Run:
    values = mapping(value)
    match values.get("type"):
        case "text":
            return Words(string(fields(values, WORDS), "text"))
        case "code":
            return Code(string(fields(values, WORDS), "text"))
        case "strong":
            return Strong(many(fields(values, RUNS), "runs", _read_run))
        case "emphasis":
            return Emphasis(many(fields(values, RUNS), "runs", _read_run))
        case "break":
            fields(values, BREAK)
            return Break()
        case "link":
            return _read_link(fields(values, LINK))
        case _:
            raise MalformedError("this is not a kind of run", ".type")


def _read_link(values: Object) -> Link:
    link = Link(
        runs=many(values, "runs", _read_run),
        href=string(values, "href", HREF),
        policy=string(values, "policy", POLICY_ID),
        clause=string(values, "clause", ID),
    )
    if bool(link.href) == bool(link.policy or link.clause):
        raise MalformedError("a link leads either to `href` or to `policy` and `clause`")
    if any(_holds_link(run) for run in link.runs):
        raise MalformedError("a link cannot stand inside a link")
    return link


def _holds_link(run: Run) -> bool:
    match run:
        case Link():
            return True
        case Strong(runs) | Emphasis(runs):
            return any(_holds_link(one) for one in runs)
        case _:
            return False
