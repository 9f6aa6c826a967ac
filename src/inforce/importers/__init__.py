"""Documents in plain text or Markdown to working texts, without losing a word."""

from inforce.importers.decoding import decode
from inforce.importers.document import Found, Imported, find_documents, import_document
from inforce.importers.errors import ChoiceError, UnreadableError
from inforce.importers.notes import Notes
from inforce.importers.proof import Difference, Proof

__all__ = [
    "ChoiceError",
    "Difference",
    "Found",
    "Imported",
    "Notes",
    "Proof",
    "UnreadableError",
    "decode",
    "find_documents",
    "import_document",
]
