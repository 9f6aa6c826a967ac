"""A clause is cited that is not there.

The number was right once, or was copied from another document. Readers who look for it find
nothing, and nobody knows what applies. Articles and clauses of laws and of other documents are not
meant.

Fails:

    - id: term
      ru: Данные хранятся в течение срока, указанного в пункте 3.2.

Passes:

    - id: term
      ru: Данные хранятся в течение срока, указанного в пункте [](#period).
    - id: period
      ru: Срок хранения составляет один год.
"""

from collections.abc import Iterator

from inforce.checks.citing import typed
from inforce.checks.context import Context
from inforce.problems import Problem

ID = "dead-reference"
SEVERITY = "error"


def check(context: Context) -> Iterator[Problem]:
    """A problem for each number that no clause of the policy has."""
    for one in typed(context):
        if not one.clause:
            yield Problem(
                one.location,
                ID,
                f"“{one.words}” is cited here, but no clause has this number",
                "Name the clause that is meant by its id: `[](#id)`. If it is a clause of another "
                "document, name that document behind it.",
                SEVERITY,
            )
