"""A line of text that looks like an entry of a list.

Points are clauses: then each has a number, an address and a history of its own. A line that
begins with `1.`, `1)`, `-` or `#` is shown as text, run together with the line before it.

Fails:

    ru: |-
      Мы храним:
      - имя;
      - адрес.

Passes:

    ru: Мы храним
    clauses:
    - id: name
      marker: point
      ru: имя;
"""

import re
from collections.abc import Iterator

from inforce.checks.words import texts
from inforce.model import WorkingPolicy
from inforce.problems import Problem

ID = "list-like"

ENTRY = re.compile(r"^[ ]*(?:\d{1,3}[.)]|[-–—•*+]|#{1,6})[ ]", re.MULTILINE)


def check(policy: WorkingPolicy) -> Iterator[Problem]:
    """A warning for each such line."""
    for source in texts(policy):
        for match in ENTRY.finditer(source.text):
            yield Problem(
                source.at(match.start()),
                ID,
                "this line looks like an entry of a list, but is shown as text",
                "Make it a clause of its own under `clauses:`, with `marker: point` or `bullet`.",
                "warning",
            )
