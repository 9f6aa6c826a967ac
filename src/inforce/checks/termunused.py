"""A word that is defined and never used.

Often the definition came with a text that was copied, or the text uses another word for the same.

Fails:

    - id: partner
      ru: Партнёр – лицо, с которым заключён договор.
      term: Партнёр
    - id: scope
      ru: Политика распространяется на всех посетителей.

Passes:

    - id: partner
      ru: Партнёр – лицо, с которым заключён договор.
      term: Партнёр
    - id: scope
      ru: Данные передаются только Партнёрам.
"""

from collections.abc import Iterator

from inforce.checks.context import Context
from inforce.checks.terms import Term, places, terms
from inforce.problems import Problem

ID = "term-unused"
SEVERITY = "warning"


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such word, once for all languages in which it is not used."""
    unused: dict[str, list[Term]] = {}
    for term in terms(context):
        if not _is_used(term, context):
            unused.setdefault(term.clause, []).append(term)
    for found in unused.values():
        first = found[0]
        languages = ", ".join(term.language for term in found)
        yield Problem(
            first.source.location.in_clause(first.clause),
            ID,
            f"`{first.source.text}` is defined, but not used [{languages}]",
            "Take the definition away, or use its word in the text.",
            SEVERITY,
        )


def _is_used(term: Term, context: Context) -> bool:
    """Whether the word stands in another clause, or in its own in a second sentence."""
    own = 0
    for one, match in places(term, context.passages):
        if one.clause and one.clause != term.clause:
            return True
        if one.clause == term.clause and one.kind != "title":
            own += ". " in one.shown and one.shown.index(". ") < match.start()
    return own > 0
