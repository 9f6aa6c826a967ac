"""A number that leaves out those between it and the one before.

Where 9 follows 5, a reader looks for what stood between: sections that were lost as the text was
copied, or a number mistyped. A number that follows from the place leaves out nothing; one that is
fixed with `number:` can. If the gap is meant, because the sections were taken out long ago, make an
exception that says so.

Fails:

    - {id: scope, number: "1.", ru: Политика действует для всех.}
    - {id: rights, number: "4.", ru: Пользователь вправе отозвать согласие.}

Passes:

    - {id: scope, number: "1.", ru: Политика действует для всех.}
    - {id: rights, number: "2.", ru: Пользователь вправе отозвать согласие.}
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from inforce.checks.context import Context
from inforce.model import WorkingClause
from inforce.problems import Problem

ID = "number-gap"
SEVERITY = "warning"

# What stands before the last whole number of a label, the number, and what closes it.
_COUNTED = re.compile(r"(?P<before>(?:\d{1,6}\.)*)(?P<last>\d{1,6})(?P<after>[.)]?)")


def check(context: Context) -> Iterator[Problem]:
    """A warning for each fixed number that does not follow the one before it."""
    policy, told = context.policy, set[str]()
    groups = [policy.preamble, policy.clauses, policy.annexes]
    groups += [clause.clauses for clause in policy.walk()]
    for language in policy.languages:
        for clause, now, before in (gap for one in groups for gap in _gaps(context, language, one)):
            if clause.id not in told:
                told.add(clause.id)
                yield _problem(clause, now, before)


def _gaps(
    context: Context, language: str, siblings: Sequence[WorkingClause]
) -> Iterator[tuple[WorkingClause, str, str]]:
    """The clauses whose fixed number leaves some out, with it and the number before it."""
    numbers = context.numbers[language]
    counted = [
        (one, found)
        for one in siblings
        if (found := _COUNTED.fullmatch(numbers[one.id].label)) is not None
    ]
    for (_, before), (clause, now) in pairwise(counted):
        alike = before["before"] == now["before"] and before["after"] == now["after"]
        if alike and clause.number and int(now["last"]) > int(before["last"]) + 1:
            yield clause, now[0], before[0]


def _problem(clause: WorkingClause, now: str, before: str) -> Problem:
    place = next((one.location for one in clause.number.values()), clause.location)
    message = f"{now} follows {before}: the numbers between them are left out"
    hint = "Take `number:` away, so that it follows from the place, or put in what is missing."
    return Problem(place, ID, message, hint, SEVERITY)
