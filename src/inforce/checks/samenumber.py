"""Two clauses that are cited by one number.

A number that is fixed with `number:` may be one that another clause has. Whoever cites it then
cites both, and the page leads to the first of them only.

Fails:

    - {id: scope, ru: Политика действует для всех.}
    - {id: terms, ru: Термины определены ниже.}
    - {id: rights, number: "2.", ru: Пользователь вправе отозвать согласие.}

Passes:

    - {id: scope, ru: Политика действует для всех.}
    - {id: terms, ru: Термины определены ниже.}
    - {id: rights, number: "2-1.", ru: Пользователь вправе отозвать согласие.}
"""

from collections.abc import Iterable, Iterator

from inforce.checks.context import Context
from inforce.model import WorkingClause
from inforce.problems import Problem

ID = "same-number"
SEVERITY = "error"


def check(context: Context) -> Iterator[Problem]:
    """A problem for the later one of each such pair, where it first stands."""
    policy, told = context.policy, set[str]()
    annexes = ((annex,) for annex in policy.annexes)
    groups = (policy.preamble, policy.clauses, *annexes)
    for language in policy.languages:
        for first, second in (pair for one in groups for pair in _pairs(context, language, one)):
            if second.id not in told:
                told.add(second.id)
                yield _problem(context, language, first, second)


def _pairs(
    context: Context, language: str, clauses: Iterable[WorkingClause]
) -> Iterator[tuple[WorkingClause, WorkingClause]]:
    """The clauses with the number of an earlier one: a sibling, or, where it is fixed, any `3.2`.

    A point `1)` stands in many clauses, and is cited with them.
    """
    seen: dict[tuple[str, str], WorkingClause] = {}
    for parent, clause in _with_parents(clauses, ""):
        label = context.numbers[language][clause.id].label
        anywhere = [("*", label)] if "." in label else []
        firsts = [seen.setdefault(key, clause) for key in ((parent, label), *anywhere)]
        for first in firsts if label else ():
            if first is not clause and (first is firsts[0] or first.number or clause.number):
                yield first, clause
                break


def _with_parents(
    clauses: Iterable[WorkingClause], parent: str
) -> Iterator[tuple[str, WorkingClause]]:
    for clause in clauses:
        yield parent, clause
        yield from _with_parents(clause.clauses, clause.id)


def _problem(
    context: Context, language: str, first: WorkingClause, second: WorkingClause
) -> Problem:
    label = context.numbers[language][second.id].label
    message = f"`{first.id}` in line {first.location.line} has the number {label} too [{language}]"
    hint = "Take `number:` away, or write one that no other clause has, such as `3-1`."
    place = next((one.location for one in second.number.values()), second.location)
    return Problem(place, ID, message, hint, SEVERITY)
