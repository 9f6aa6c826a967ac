"""Several documents in one file: each begins with a title behind which the numbers start anew."""

from collections.abc import Sequence
from itertools import islice

from inforce.importers.blocks import Block
from inforce.importers.labels import LISTS, Style
from inforce.importers.phrases import is_place_date, names_document, split_annex
from inforce.importers.signs import is_capitals, is_headline

MAX_TITLE = 200
SECTIONS = (Style.WHOLE, Style.DOTTED, Style.ROMAN, Style.NAMED)


def split_documents(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The blocks of each document in the file."""
    starts = [0]
    numbered = headed = False
    for index, block in enumerate(blocks):
        named = index > 0 and _names_chapter(blocks[index - 1])
        if numbered and not (headed or named) and _is_title(block):
            if _starts_anew(blocks, index + 1):
                starts.append(index)
                numbered = False
        elif not numbered:
            # Headings without numbers part the sections of this document, not documents.
            section = _is_heading(block) and not names_document(block.text)
            headed = index > starts[-1] and (headed or section)
        numbered = numbered or (block.label is not None and block.label.style in SECTIONS)
    ends = [*starts[1:], len(blocks)]
    return [blocks[start:end] for start, end in zip(starts, ends, strict=True)]


def _names_chapter(block: Block) -> bool:
    """Whether only the number of a chapter stands here, so that its heading follows."""
    return block.label is not None and block.label.style is Style.NAMED and not block.text


def _is_heading(block: Block) -> bool:
    plain = not (block.label or block.bullet or block.table or is_place_date(block.text))
    return plain and (block.heading > 0 or (is_capitals(block.text) and is_headline(block.text)))


def _is_title(block: Block) -> bool:
    if block.label or block.bullet or block.table or split_annex(block.text) is not None:
        return False
    named = names_document(block.text)
    if block.heading:
        return block.heading == 1 or named
    return named and len(block.text) <= MAX_TITLE and is_headline(block.text)


def _starts_anew(blocks: Sequence[Block], start: int) -> bool:
    """Whether the first number of a section or clause from `start` on is 1 or 1.1."""
    for block in islice(blocks, start, None):
        if block.label and block.label.style not in LISTS:
            return set(block.label.parts) == {"1"}
    return False
