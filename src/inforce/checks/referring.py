"""The references of a working text, for the checks that look at them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.checks.words import tagged
from inforce.model import Location, WorkingPolicy

CODE = re.compile(r"`[^`\n]+`")
TARGET = re.compile(r"\]\((?P<policy>[a-z][a-z0-9-]*)?#(?P<clause>[a-z][a-z0-9-]*)\)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a clause; `location` is that of its target and names the clause around it."""

    policy: str
    clause: str
    location: Location


def references(policy: WorkingPolicy) -> Iterator[Reference]:
    """Every reference to a clause, of this policy or of another one, in all languages."""
    for _, source in tagged(policy):
        if "](" in source.text:
            text = CODE.sub(lambda match: " " * len(match[0]), source.text)
            for match in TARGET.finditer(text):
                place = source.at(match.start() + 2)
                yield Reference(match["policy"] or policy.policy, match["clause"], place)
