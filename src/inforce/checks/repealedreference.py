"""A reference to a clause that is repealed.

The clause keeps its number, and the reference leads there, but readers find nothing except that it
is repealed: what refers to it may have lost its meaning.

Fails:

    - id: fax
      repealed: true
    - id: withdrawal
      ru: Согласие отзывается способом, указанным в пункте [](#fax).

Passes:

    - id: fax
      repealed: true
    - id: mail
      ru: Заявления принимаются по почте.
    - id: withdrawal
      ru: Согласие отзывается способом, указанным в пункте [](#mail).
"""

from collections.abc import Iterator

from inforce.checks.context import Context
from inforce.checks.referring import references
from inforce.model import WorkingPolicy
from inforce.problems import Problem

ID = "repealed-reference"
SEVERITY = "warning"


def check(context: Context) -> Iterator[Problem]:
    """A problem for each such reference, to this policy or to the working text of another."""
    policies = {**context.policies, context.policy.policy: context.policy}
    repealed = {name: _repealed(policy) for name, policy in policies.items()}
    for one in references(context.policy):
        if one.clause in repealed.get(one.policy, ()):
            yield Problem(
                one.location,
                ID,
                f"the clause `{one.clause}` is repealed",
                "Refer to the clause that took its place, or change the sentence.",
                SEVERITY,
            )


def _repealed(policy: WorkingPolicy) -> frozenset[str]:
    return frozenset(clause.id for clause in policy.walk() if clause.repealed)
