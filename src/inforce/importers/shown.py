"""What a reader sees of a text, and the words by which two texts are compared."""

import re

from inforce.frozen import canonical_text
from inforce.importers.signs import BULLETS, DASHES
from inforce.model import Site, Source, Text, WorkingClause, WorkingPolicy
from inforce.problems import Problem
from inforce.resolve import nothing, resolve_text

# Words, numbers, and each sign of punctuation by itself.
TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
# Signs that only set words apart or mark them up: bullets, dashes, frames, Markdown's marks.
UNCOUNTED = frozenset(BULLETS + DASHES + "*#`\\|<>[]+")


def words(text: str) -> list[str]:
    """The words, numbers and punctuation of `text`, without bullets, dashes and marks."""
    return [token for token in TOKEN.findall(text) if token not in UNCOUNTED]


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
