"""The working text as readers would see it: numbers, facts and references written out."""

from inforce.resolve.markup import escape, shown_pieces
from inforce.resolve.numbering import Number, cited, number_policy, places
from inforce.resolve.references import Lookup, is_address, nothing
from inforce.resolve.text import generated, resolve_text, same_words
from inforce.source.languages import LANGUAGES

__all__ = [
    "LANGUAGES",
    "Lookup",
    "Number",
    "cited",
    "escape",
    "generated",
    "is_address",
    "nothing",
    "number_policy",
    "places",
    "resolve_text",
    "same_words",
    "shown_pieces",
]
