"""A quotation mark that is not closed, or closed by another kind.

`«` is closed by `»`, `“` by `”`, `„` by `“`, and `"` by another `"`. Where two quotations end
together, one `»` may close both.

Fails:

    ru: ТОО «Ромашка" обрабатывает данные.

Passes:

    ru: ТОО «Ромашка» обрабатывает данные.
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.problems import Problem

ID = "quotes"
SEVERITY = "warning"

# A `"` behind a figure is an inch.
MARK = re.compile(r"[«»“”„]|(?<!\d)\"|(?<=\d)\"(?=[^\"\n]*\")")
CLOSED_BY = {"«": "»", "“": "”", "„": "“"}
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\n))+")
KINDS = frozenset('«»“”„"')

Found = tuple[int, str, str]


def check(context: Context) -> Iterator[Problem]:
    """A warning for each mark that has no fitting one, paragraph by paragraph."""
    for one in context.passages:
        if KINDS & {*one.shown}:
            for offset, message, hint in islice(_wrong(one.shown), MOST_IN_ONE_TEXT):
                yield Problem(one.source.at(offset), ID, message, hint, SEVERITY)


def _wrong(text: str) -> Iterator[Found]:
    for paragraph in PARAGRAPH.finditer(text):
        yield from _of_paragraph(paragraph[0], paragraph.start())


def _of_paragraph(text: str, start: int) -> Iterator[Found]:
    opened: list[tuple[int, str]] = []
    last = ""
    for match in MARK.finditer(text):
        place, mark = start + match.start(), match[0]
        top = opened[-1][1] if opened else ""
        if _closes(top, mark):
            opened.pop()
            last = mark
        elif mark in "«„“" or (mark == '"' and not _is_end(text, match.start(), opened)):
            opened.append((place, mark))
        elif opened:
            opened.pop()
            yield _mixed(place, top, mark)
        else:
            yield place, f"`{mark}` closes a quotation that nothing opens", _hint_opening(mark)
    # One mark closes two quotations that end together.
    if (
        len(opened) == 1
        and opened[0][1] == "«"
        and last == "»"
        and _nested(text, opened[0][0], start)
    ):
        return
    for place, mark in opened:
        closing = CLOSED_BY.get(mark, mark)
        yield (
            place,
            f"`{mark}` opens a quotation that nothing closes",
            f"Close it with `{closing}`.",
        )


def _closes(top: str, mark: str) -> bool:
    if top == '"':
        return mark == '"'
    return CLOSED_BY.get(top) == mark or (top == "„" and mark == "”")


def _is_end(text: str, index: int, opened: list[tuple[int, str]]) -> bool:
    """Whether a straight mark stands behind a word, inside a quotation of another kind."""
    return (
        bool(opened)
        and index > 0
        and not text[index - 1].isspace()
        and text[index - 1] not in "(«„"
    )


def _nested(text: str, outer: int, start: int) -> bool:
    """Whether another quotation was opened inside the one at `outer`."""
    rest = text[outer - start + 1 :]
    return rest.count("«") == rest.count("»") > 0


def _mixed(place: int, opening: str, closing: str) -> Found:
    fitting = CLOSED_BY.get(opening, opening)
    return place, f"`{opening}` is closed by `{closing}` here", f"Close it with `{fitting}`."


def _hint_opening(mark: str) -> str:
    opening = {"»": "«", "”": "“"}.get(mark, mark)
    return f"Open it with `{opening}`, or take the mark away."
