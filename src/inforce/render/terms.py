"""Where a text uses a word that one of its clauses defines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from inforce.model import Text
from inforce.render.forms import forms

_SPACE = r"[ \u00a0]+"
# A word begins where nothing belongs to it from the left, and ends likewise: no part of another
# word, of a compound (`Site-wide`), or of an address (`Site.example`).
_BEGIN = r"(?<![\w@/])(?<!\w[-’'.])"
_END = r"(?![\w@/])(?![-.]\w)"


class Span(NamedTuple):
    """A term in some words, from its first letter to behind its last, and who defines it."""

    start: int
    end: int
    clause: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The words that the clauses of a text define; each group of the pattern is of one clause."""

    pattern: "re.Pattern[str]"
    clauses: tuple[str, ...]
    language: str

    def find(self, words: str, met: set[str]) -> Iterator[Span]:
        """The terms in some words, each one once; those of the clauses in `met` are passed over.

        The clauses of those that are found are added to `met`.
        """
        plain = words.replace("ё", "е").replace("Ё", "Е") if self.language == "ru" else words
        for found in self.pattern.finditer(plain):
            clause = self.clauses[(found.lastindex or 1) - 1]
            if clause not in met:
                met.add(clause)
                yield Span(found.start(), found.end(), clause)


def terms_of(text: Text) -> Terms | None:
    """The terms of a text; None where it defines none.

    Of two clauses that define one word the first does; of two terms that begin alike the longer
    one is found.
    """
    found: dict[str, str] = {}
    for clause in text.walk():
        term = " ".join(clause.term.split())
        if term and not clause.repealed:
            found.setdefault(term, clause.id)
    if not found:
        return None
    ordered = sorted(found, key=lambda term: (-len(term.split()), -len(term), term))
    groups = "|".join(f"({_phrase(term, text.language)})" for term in ordered)
    pattern = re.compile(f"{_BEGIN}(?:{groups}){_END}")
    return Terms(pattern, tuple(found[term] for term in ordered), text.language)


def _phrase(term: str, language: str) -> str:
    """A pattern of a term in its forms, word by word."""
    words = term.strip("«»“”\"'").split()
    last = len(words) - 1
    return _SPACE.join(forms(word, language, last=at == last) for at, word in enumerate(words))
