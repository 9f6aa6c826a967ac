"""A line of text that looks like an entry of a list.

Points are clauses: then each has a number, an address and a history of its own. A line that
begins with `1.`, `1)`, `а)`, `-` or `#` is shown as text, run together with the line before it.
A number at the beginning of a text stands beside the one that the clause gets by itself.

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
    - id: address
      marker: point
      ru: адрес.
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT, prose
from inforce.problems import Problem

ID = "list-like"
SEVERITY = "warning"

ENTRY = re.compile(
    r"^[ \t]*("
    r"\d{1,3}(?:\.\d{1,3})*[.)]"  # 1. 1.1. 1)
    r"|(?<![\s\S])\d{1,3}(?:\.\d{1,3})+"  # 1.1 at the beginning of a text
    r"|[a-zа-яёәғқңөұүһі]\)|[IVX]{1,5}[.)]"  # а) IV.
    r"|[-–—•*+]|#{1,6}"
    r")[ \t\u00a0]",
    re.MULTILINE,
)


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such line."""
    for source in prose(context.policy):
        for match in islice(ENTRY.finditer(source.text), MOST_IN_ONE_TEXT):
            yield Problem(
                source.at(match.start(1)),
                ID,
                f"`{match[1]}` looks like an entry of a list here, but is shown as text",
                "Make it a clause of its own under `clauses:`, with `marker: point` or `bullet`, "
                "and leave the number out.",
                SEVERITY,
            )
