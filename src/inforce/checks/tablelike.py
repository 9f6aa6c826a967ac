"""Lines of a table that are shown as text.

A table needs a line of dashes with as many columns as its header, directly below it.

Fails:

    ru: |-
      | Данные | Срок |
      |---|
      | Имя | год |

Passes:

    ru: |-
      | Данные | Срок |
      |---|---|
      | Имя | год |
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT, prose
from inforce.problems import Problem
from inforce.resolve import shown_pieces

ID = "table-like"
SEVERITY = "warning"

DASHES = re.compile(r"[ \t]*(\|[ \t]*:?-+[-:| \t]*|:?-+:?[ \t]*\|[-:| \t]*)")


def check(context: Context) -> Iterator[Problem]:
    """A warning for each line of dashes and bars that no table was made of."""
    for source in prose(context.policy):
        pieces = shown_pieces(source.text) if "|" in source.text else ()
        lines = (start for start, piece in pieces if DASHES.fullmatch(piece))
        for start in islice(lines, MOST_IN_ONE_TEXT):
            yield Problem(
                source.at(start),
                ID,
                "these lines look like a table, but are shown as text",
                "Give the line of dashes as many columns as the header directly above it has.",
                SEVERITY,
            )
