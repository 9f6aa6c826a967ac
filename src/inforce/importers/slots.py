"""What stands around the clauses of a document: title, preface, signatures, annexes."""

from collections.abc import Sequence
from dataclasses import dataclass

from inforce.importers.blocks import Block
from inforce.importers.labels import Style
from inforce.importers.phrases import (
    APPROVAL,
    REQUISITES_HEADING,
    SIGNATURE,
    is_place_date,
    is_requisite,
    names_document,
    split_annex,
)
from inforce.importers.signs import ending, is_capitals, is_headline

MAX_HEAD = 12
HEADED = (Style.WHOLE, Style.NAMED, Style.ROMAN)


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs that stand together before or after the clauses."""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Slots:
    """A document taken apart; `title` is None where it has none.

    Each annex begins with the block of its heading.
    """

    title: Block | None
    preface: tuple[Part, ...]
    body: tuple[Block, ...]
    conclusions: tuple[Part, ...]
    annexes: tuple[tuple[Block, ...], ...]


def take_apart(blocks: Sequence[Block]) -> Slots:
    """The slots of a document; each of its blocks stands in exactly one."""
    body, annexes = _annexes(blocks)
    head = _head(body)
    at = _title(body[:head], [block.heading for block in body])
    title = body[at] if at is not None else None
    before = body[:at] if at is not None else ()
    rest = body[at + 1 :] if at is not None else body
    dated = _count_dates(rest)
    preface = (
        *_parts(before, "approval"),
        *_parts(rest[:dated], "place-date"),
    )
    end = _conclusions(rest, dated)
    dates = all(is_place_date(block.text) for block in rest[end:])
    conclusions = _parts(rest[end:], "place-date" if dates else "signature")
    return Slots(title, preface, tuple(rest[dated:end]), conclusions, annexes)


def _parts(blocks: Sequence[Block], kind: str) -> tuple[Part, ...]:
    return (Part(kind, tuple(blocks)),) if blocks else ()


def _annexes(blocks: Sequence[Block]) -> tuple[Sequence[Block], tuple[tuple[Block, ...], ...]]:
    starts = [index for index, block in enumerate(blocks) if index and _opens_annex(block)]
    if not starts:
        return blocks, ()
    ends = [*starts[1:], len(blocks)]
    annexes = tuple(tuple(blocks[start:end]) for start, end in zip(starts, ends, strict=True))
    return blocks[: starts[0]], annexes


def _opens_annex(block: Block) -> bool:
    plain = not (block.label or block.bullet or block.table)
    return plain and split_annex(block.text) is not None and is_headline(block.text)


def _head(blocks: Sequence[Block]) -> int:
    """How many blocks stand before the first number, at most a few."""
    for index, block in enumerate(blocks[:MAX_HEAD]):
        if block.label or block.bullet or block.table:
            return index
    return min(len(blocks), MAX_HEAD)


def _title(head: Sequence[Block], levels: Sequence[int]) -> int | None:
    """The place of the title among the first blocks: what names a document, else a headline.

    `levels` are those of all the headings: one among others of its level is no title.
    """
    able = [index for index, block in enumerate(head) if _could_be_title(block)]
    named = [index for index in able if names_document(head[index].text)]
    marked = [index for index in able if head[index].heading == 1]
    capitals = [index for index in able if is_capitals(head[index].text)]
    alone = [index for index in able if levels.count(head[index].heading or -1) < 2]
    for found in (named, marked, capitals, alone):
        if found and _all_before(head[: found[0]]):
            return found[0]
    return None


def _could_be_title(block: Block) -> bool:
    if not any(map(str.isalnum, block.text)) or is_place_date(block.text):
        return False
    return block.heading > 0 or is_headline(block.text, 300)


def _all_before(blocks: Sequence[Block]) -> bool:
    """Whether the blocks before a title are such as stand there: who approved it, where, when."""
    lines = [block for block in blocks if len(block.text) <= 200 and not block.heading]
    return len(lines) == len(blocks) and (
        not blocks or any(APPROVAL.search(b.text) or is_requisite(b.text) for b in blocks)
    )


def _count_dates(blocks: Sequence[Block]) -> int:
    count = 0
    while count < len(blocks) and _is_plain(blocks[count]) and is_place_date(blocks[count].text):
        count += 1
    return count


def _is_plain(block: Block) -> bool:
    return not (block.label or block.bullet or block.table or block.heading)


def _conclusions(blocks: Sequence[Block], first: int) -> int:
    """Where the signatures and requisites at the end of a document begin."""
    start = len(blocks)
    while start > first and _is_closing_line(blocks[start - 1]):
        start -= 1
    if start > first and _heads_requisites(blocks[start - 1]):
        return start - 1
    while start < len(blocks) and not _is_signed(blocks[start]):
        start += 1
    return start if _may_end(blocks[first:start], blocks[start:]) else len(blocks)


def _is_closing_line(block: Block) -> bool:
    if block.table:
        return True
    return _is_plain(block) and (is_requisite(block.text) or is_headline(block.text))


def _is_signed(block: Block) -> bool:
    if block.table:
        return any(SIGNATURE.search(cell) for row in block.table.cells for cell in row)
    return is_requisite(block.text)


def _heads_requisites(block: Block) -> bool:
    plain = not (block.label or block.bullet or block.table)
    return plain and REQUISITES_HEADING.fullmatch(block.text.strip()) is not None


def _may_end(blocks: Sequence[Block], rest: Sequence[Block]) -> bool:
    """Whether the clauses may end with `blocks`, so that `rest` is not the text of a section."""
    if not blocks or ending(blocks[-1].text) == ":":
        return False
    if any(SIGNATURE.search(block.text) or block.table for block in rest):
        return not _is_heading(blocks[-1])
    labelled = [block for block in blocks if block.heading or (block.label and not block.bullet)]
    return bool(labelled) and not _is_heading(labelled[-1])


def _is_heading(block: Block) -> bool:
    if block.heading or is_capitals(block.text):
        return True
    label = block.label
    return label is not None and label.style in HEADED and is_headline(block.text)
