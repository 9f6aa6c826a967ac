"""A reference from a clause to itself.

Readers who follow it are where they were. Most often the id of another clause was meant, or the
reference was copied together with the words around it.

Fails:

    - id: period
      ru: Срок хранения составляет один год.
    - id: deletion
      ru: По истечении срока, указанного в пункте [](#deletion), данные уничтожаются.

Passes:

    - id: period
      ru: Срок хранения составляет один год.
    - id: deletion
      ru: По истечении срока, указанного в пункте [](#period), данные уничтожаются.
"""

from collections.abc import Iterator

from inforce.checks.context import Context
from inforce.checks.referring import references
from inforce.problems import Problem

ID = "self-reference"
SEVERITY = "warning"


def check(context: Context) -> Iterator[Problem]:
    """A problem for each such reference."""
    for one in references(context.policy):
        if one.policy == context.policy.policy and one.clause == one.location.clause:
            yield Problem(
                one.location,
                ID,
                f"this reference leads to the clause in which it stands, `{one.clause}`",
                "Write the id of the clause that is meant, or “this clause” in words.",
                SEVERITY,
            )
