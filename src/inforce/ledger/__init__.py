"""The append-only list of all that was published, and the chain that seals it."""

from inforce.ledger.acts import (
    FORMAT,
    Act,
    Add,
    Correct,
    Open,
    Publish,
    Redact,
    Repeal,
    Withdraw,
)
from inforce.ledger.chain import Entry, Ledger, LedgerError, dump
from inforce.ledger.growth import grew_from
from inforce.ledger.lines import text_of, texts_of
from inforce.ledger.reading import parse

__all__ = [
    "FORMAT",
    "Act",
    "Add",
    "Correct",
    "Entry",
    "Ledger",
    "LedgerError",
    "Open",
    "Publish",
    "Redact",
    "Repeal",
    "Withdraw",
    "dump",
    "grew_from",
    "parse",
    "text_of",
    "texts_of",
]
