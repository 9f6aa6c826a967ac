"""A question mark where another sign stood.

A program that did not know a dash, a quotation mark or a Kazakh letter wrote `?` for it.

Fails:

    ru: Интернет-магазин «Ромашка» (далее ? Сайт) хранит данные.

Passes:

    ru: Интернет-магазин «Ромашка» (далее – Сайт) хранит данные.
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.problems import Problem

ID = "lost-sign"
SEVERITY = "warning"

LOST = re.compile(
    r"(?<=\w)\?(?=\w)"  # 5?10, ?аза?стан
    r"|(?<![\w?!.\ue001])\?(?=\w{2})"  # ?Сайт, ?азақ
    r"|(?<=[^\s?!.])[ \u00a0]\?[ \u00a0](?=[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|[«\d(])"  # Сайт ? место
    r"|(?<=далее)[ \u00a0]\?|(?<=әрі)[ \u00a0]\?|(?<=hereinafter)[ \u00a0]\?"
)


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such mark."""
    for one in context.passages:
        if "?" in one.shown:
            for match in islice(LOST.finditer(one.shown), MOST_IN_ONE_TEXT):
                start = match.end() - len(match[0].lstrip())
                near = one.shown[max(0, start - 12) : start + 12].replace("\ue001", "…").strip()
                yield Problem(
                    one.source.at(start),
                    ID,
                    f"in `{near}` the `{match[0].strip()}` stands for a sign that was lost",
                    "Write the sign that was meant: a dash, a quotation mark, a letter.",
                    SEVERITY,
                )
