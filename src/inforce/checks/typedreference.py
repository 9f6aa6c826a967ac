"""A number of a clause that is typed by hand.

A typed number stays as it is when a clause is added or moved, and from then on sends readers to the
wrong place. A reference, `[](#id)`, is the number that the clause has, and a link to it. Articles
and clauses of laws and of other documents are not meant.

Fails:

    - id: term
      ru: Данные хранятся год.
    - id: deletion
      ru: По истечении срока, указанного в пункте 1 настоящей Политики, данные уничтожаются.

Passes:

    - id: term
      ru: Данные хранятся год.
    - id: deletion
      ru: |-
        По истечении срока, указанного в пункте [](#term) настоящей Политики, данные уничтожаются
        по пункту 2 статьи 12 Закона «О персональных данных и их защите».
"""

from collections.abc import Iterator

from inforce.checks.citing import typed
from inforce.checks.context import Context
from inforce.problems import Problem

ID = "typed-reference"
SEVERITY = "warning"


def check(context: Context) -> Iterator[Problem]:
    """A problem for each such number that a clause has now."""
    for one in typed(context):
        if one.clause:
            yield Problem(
                one.location,
                ID,
                f"the number in “{one.words}” is typed by hand",
                f"Write `[](#{one.clause})` instead of `{one.label or one.number}`: it is that "
                "clause's number, whatever it becomes.",
                SEVERITY,
            )
