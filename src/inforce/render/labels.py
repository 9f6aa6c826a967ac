"""The words around those of a text, in the language of its page."""

from dataclasses import dataclass

from inforce.render.words import Words


@dataclass(frozen=True, slots=True)
class Labels:
    """What assistive technology calls the parts that have no words, in the reader's language."""

    permalink: str
    table: str

    @classmethod
    def of(cls, words: Words) -> "Labels":
        """The labels in the language of `words`."""
        return cls(permalink=words("Link to clause"), table=words("Table"))
