"""Two texts of one policy compared: clause by clause by their ids, word by word inside."""

from inforce.compare.changes import (
    ComparedBlock,
    ComparedBlocks,
    ComparedClause,
    ComparedColumn,
    ComparedParagraph,
    ComparedPart,
    ComparedRow,
    ComparedTable,
    Comparison,
    Departure,
    Entry,
    Kind,
    Mark,
    Piece,
    Pieces,
    walk,
)
from inforce.compare.comparing import compare

__all__ = [
    "ComparedBlock",
    "ComparedBlocks",
    "ComparedClause",
    "ComparedColumn",
    "ComparedParagraph",
    "ComparedPart",
    "ComparedRow",
    "ComparedTable",
    "Comparison",
    "Departure",
    "Entry",
    "Kind",
    "Mark",
    "Piece",
    "Pieces",
    "compare",
    "walk",
]
