"""A word that two clauses define.

A reader cannot know which of the two meanings holds.

Fails:

    - id: user
      ru: Пользователь – посетитель сайта.
      term: Пользователь
    - id: client
      ru: Пользователь – покупатель.
      term: Пользователь

Passes:

    - id: user
      ru: Пользователь – посетитель сайта.
      term: Пользователь
    - id: client
      ru: Покупатель – Пользователь, который сделал заказ. Покупатель платит, Пользователь нет.
      term: Покупатель
"""

from collections.abc import Iterator

from inforce.checks.context import Context
from inforce.checks.terms import terms
from inforce.problems import Problem

ID = "term-twice"
SEVERITY = "warning"


def check(context: Context) -> Iterator[Problem]:
    """A warning for each definition after the first, once for all languages."""
    first: dict[tuple[str, str], str] = {}
    told: set[str] = set()
    for term in terms(context):
        before = first.setdefault((term.language, term.key), term.clause)
        if before != term.clause and term.clause not in told:
            told.add(term.clause)
            yield Problem(
                term.source.location.in_clause(term.clause),
                ID,
                f"`{term.source.text}` is defined by `{before}` already [{term.language}]",
                "Define it once, or give the second meaning a word of its own.",
                SEVERITY,
            )
