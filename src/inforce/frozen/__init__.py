"""The frozen files of a published edition: written once, read for ever."""

from inforce.frozen.canonical import canonical_text
from inforce.frozen.edition import edition_bytes, read_edition
from inforce.frozen.errors import FrozenError
from inforce.frozen.text import read_text, text_bytes

__all__ = [
    "FrozenError",
    "canonical_text",
    "edition_bytes",
    "read_edition",
    "read_text",
    "text_bytes",
]
