"""What a reader sees of a text, and the words by which two texts are compared."""

import re
import unicodedata

from inforce.frozen import canonical_text
from inforce.importers.signs import BULLETS, DASHES
from inforce.model import Site, Source, Text, WorkingClause, WorkingPolicy
from inforce.problems import Problem
from inforce.resolve import nothing, resolve_text

# Words, numbers, and each sign of punctuation by itself.
TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
# Signs that set words apart: bullets, dashes, frames of tables, brackets of links.
UNCOUNTED = frozenset(BULLETS + DASHES + "#|<>[]+")
# Marks that may stand inside a word: those of emphasis, of code, and the backslash.
INSIDE = str.maketrans("", "", "*_`\\")


def words(text: str) -> list[str]:
    """The words, numbers and punctuation of `text`, without bullets, dashes and marks."""
    bare = unicodedata.normalize("NFC", text.translate(INSIDE))
    return [token for token in TOKEN.findall(bare) if token not in UNCOUNTED]


def site(language: str) -> Site:
    """A site in one language that has no facts, so that braces are only braces."""
    return Site("https://import.example/", (language,), "UTC")


def shown(policy: WorkingPolicy, language: str) -> tuple[Text, tuple[Problem, ...]]:
    """The policy as readers of `language` would see it, and what is wrong with it."""
    return resolve_text(policy, language, site(language), nothing)


def shows_words(source: str, visible: str) -> bool:
    """Whether inline text shows the words of `visible`, and nothing is wrong with it."""
    clause = WorkingClause("clause", text={"ru": Source(source)})
    policy = WorkingPolicy("policy", "policy", {}, {}, preamble=(clause,))
    text, problems = shown(policy, "ru")
    return not problems and words(canonical_text(text).decode()) == words(visible)
