"""The words that the clauses of a policy define, and where they stand again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.checks.context import Context
from inforce.checks.passages import Passage
from inforce.model import Source

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a clause defines, in one language."""

    clause: str
    language: str
    source: Source

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, without quotation marks."""
        return tuple(WORD.findall(self.source.text))

    @property
    def key(self) -> str:
        """The words in one form, by which two terms are told to be the same."""
        return " ".join(self.words).casefold().replace("ё", "е")


def terms(context: Context) -> Iterator[Term]:
    """Every defined word in every language whose text is ready, in reading order."""
    for clause in context.policy.walk():
        for code in context.ready if clause.term and not clause.repealed else ():
            source = clause.term.get(code) or clause.term.get("")
            if source is not None and WORD.search(source.text):
                yield Term(clause.id, code, source)


def pattern(term: Term) -> re.Pattern[str]:
    """Finds a term in any of its forms, whatever its case.

    Each word is known by its beginning; its ending may be another one (`Пользователь`,
    `Пользователями`; `Саясат`, `Саясаттың`).
    """
    begins = (re.escape(_stem(word)) + r"\w*" for word in term.words)
    return re.compile(r"(?<!\w)" + r"[\s*«»“”\"-]+".join(begins), re.IGNORECASE)


def _stem(word: str) -> str:
    """The letters of a word that its forms share: at least three, most of a long one."""
    return word[: max(3, round(len(word) * 0.7))] if len(word) > 3 else word


def places(term: Term, passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Where a term stands in the texts of its language, its own definition among them."""
    wanted = pattern(term)
    for one in passages:
        if one.language == term.language:
            for match in wanted.finditer(one.shown):
                yield one, match
