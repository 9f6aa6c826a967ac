"""Several documents in one file: each begins with a title behind which the numbers start anew."""

from collections.abc import Sequence

from inforce.importers.blocks import Block
from inforce.importers.labels import LISTS, Style
from inforce.importers.phrases import annex_number, names_document
from inforce.importers.signs import is_capitals, is_headline

SECTIONS = (Style.WHOLE, Style.DOTTED, Style.ROMAN, Style.NAMED)


def split_documents(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The blocks of each document in the file."""
    starts = [0]
    numbered = False
    for index, block in enumerate(blocks):
        if numbered and _is_title(block) and _starts_anew(blocks[index + 1 :]):
            starts.append(index)
            numbered = False
        numbered = numbered or (block.label is not None and block.label.style in SECTIONS)
    ends = [*starts[1:], len(blocks)]
    return [blocks[start:end] for start, end in zip(starts, ends, strict=True)]


def _is_title(block: Block) -> bool:
    if block.label or block.bullet or block.table or annex_number(block.text) is not None:
        return False
    marked = block.heading == 1 or (block.heading and names_document(block.text))
    plain = names_document(block.text) and (is_capitals(block.text) or len(block.text) < 100)
    return bool(marked) or (is_headline(block.text) and plain)


def _starts_anew(blocks: Sequence[Block]) -> bool:
    """Whether the first number of a section or clause in `blocks` is 1 or 1.1."""
    for block in blocks:
        if block.label and block.label.style not in LISTS:
            return set(block.label.parts) == {"1"}
    return False
