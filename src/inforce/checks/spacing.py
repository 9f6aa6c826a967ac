"""A space too many, or two full stops.

A space before a comma or a full stop may begin a line with that sign. Double spaces are left over
from typing; in a table, and where the lines of a text are set in, they mean something to the author
and are let be.

Fails:

    ru: Оператор хранит имя , адрес и телефон..

Passes:

    ru: Оператор хранит имя, адрес и телефон.
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.problems import Problem

ID = "spacing"
SEVERITY = "warning"

SPACE = "[ \u00a0\u202f]"
WRONG = re.compile(
    rf"(?P<double>(?<=[^\s|]){SPACE}{{2,}}(?=[^\s|]))"
    # not `.kz` or `.pdf`, not `...`, not a fraction, not the colons of a table
    rf"|(?P<before>(?<=[^\s|,.;:!?–—-]){SPACE}(?:[,;!]|\.(?![\w.])|:(?![\w)(-])|\?(?={SPACE}*$))"
    rf"|(?<=[^\s|]){SPACE}[)\]»”](?![\w]))"
    rf"|(?P<after>[(«„]{SPACE}(?=\S))"
    r"|(?P<stops>(?<![./\d\\])\.\.(?![./\d])|(?<=\d)\.\.(?!\S)|,,(?!\w)|;;)",
    re.MULTILINE,
)
TABLE = re.compile(r"^[ \t]*\|", re.MULTILINE)


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such place."""
    for one in context.passages:
        for match in islice(WRONG.finditer(one.shown), MOST_IN_ONE_TEXT):
            message, hint = _words(match)
            if message:
                yield Problem(one.source.at(match.start()), ID, message, hint, SEVERITY)


def _words(match: re.Match[str]) -> tuple[str, str]:
    written = match[0]
    if match["double"]:
        if TABLE.match(match.string, match.string.rfind("\n", 0, match.start()) + 1):
            return "", ""
        return "two spaces stand here", "Take one away."
    if match["before"]:
        return f"a space stands before `{written[-1]}`", "Take it away."
    if match["after"]:
        return f"a space stands behind `{written[0]}`", "Take it away."
    return f"`{written}` stands here", f"Keep one `{written[0]}`."
