"""HTML that is shown to readers as it is typed.

Tags and entities mean nothing in a source: `<br>` is shown as `<br>`.

Fails:

    ru: Телефон:&nbsp;<b>+7 (7172) 00-00-00</b>

Passes:

    ru: "Телефон: **+7 (7172) 00-00-00**"
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT, texts
from inforce.problems import Problem
from inforce.resolve import shown_pieces

ID = "html"
SEVERITY = "warning"

HTML = re.compile(r"</?[a-z][a-z0-9]{0,9}(?:\s[^<>\n]{0,200})?/?>|&(?:[a-z]{2,8}|#\d{1,6});", re.I)


def check(context: Context) -> Iterator[Problem]:
    """A warning for each tag and entity that readers would see."""
    for source in texts(context.policy):
        for offset, written in islice(_shown(source.text), MOST_IN_ONE_TEXT):
            yield Problem(
                source.at(offset),
                ID,
                f"`{written}` is shown as it is typed",
                "Take it away; bold is `**words**`, a line ends with `\\`, and a no-break space is "
                "typed as the character itself.",
                SEVERITY,
            )


def _shown(text: str) -> Iterator[tuple[int, str]]:
    for start, piece in shown_pieces(text) if HTML.search(text) else ():
        for match in HTML.finditer(piece):
            yield start + match.start(), match[0]
