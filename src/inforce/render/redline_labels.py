"""The words around those of a redline, in the language of its page."""

from collections.abc import Mapping
from dataclasses import dataclass

from inforce.compare import Kind
from inforce.render.labels import Labels
from inforce.render.words import Words, message

KINDS: Mapping[Kind, str] = {
    Kind.ADDED: message("Added"),
    Kind.REMOVED: message("Removed"),
    Kind.REPEALED: message("Repealed"),
    Kind.RESTORED: message("Restored"),
    Kind.MOVED: message("Moved"),
    Kind.RENUMBERED: message("Renumbered"),
    Kind.RETITLED: message("Title changed"),
    Kind.REWORDED: message("Text changed"),
    Kind.REREFERENCED: message("Numbers in references updated"),
    Kind.RELINKED: message("Link leads elsewhere"),
    Kind.REFORMATTED: message("Formatting changed"),
}


@dataclass(frozen=True, slots=True)
class RedlineLabels:
    """The words around those of the text, in the reader's language."""

    text: Labels
    kinds: Mapping[Kind, str]
    deleted: str
    inserted: str
    unchanged: str
    departed: str
    previous: str
    next: str

    @classmethod
    def of(cls, words: Words) -> "RedlineLabels":
        """The labels in the language of `words`."""
        return cls(
            text=Labels.of(words),
            kinds={kind: words(name) for kind, name in KINDS.items()},
            deleted=words("deleted:"),
            inserted=words("inserted:"),
            unchanged=words("Unchanged:"),
            departed=words("Moved from here:"),
            previous=words("Previous change"),
            next=words("Next change"),
        )
