"""Asterisks that are shown to readers as they are.

`**words**` is bold only where CommonMark takes it so: not with a space inside the asterisks, and
not where a letter follows a closing quotation mark and the asterisks.

Fails:

    ru: "** Важно ** и **«Сайт»**а"

Passes:

    ru: "**Важно** и «**Сайт**»"
"""

from collections.abc import Iterator

from inforce.checks.context import Context
from inforce.checks.words import texts
from inforce.problems import Problem
from inforce.resolve import shown_pieces

ID = "asterisks"
SEVERITY = "warning"


def check(context: Context) -> Iterator[Problem]:
    """A warning for each text in which `**` is left."""
    for source in texts(context.policy):
        pieces = shown_pieces(source.text) if "**" in source.text else ()
        left = next((start + piece.index("**") for start, piece in pieces if "**" in piece), None)
        if left is not None:
            yield Problem(
                source.at(left),
                ID,
                "`**` is shown as it is here, because it does not enclose a word",
                "Put the asterisks directly around the words, or take them away.",
                SEVERITY,
            )
