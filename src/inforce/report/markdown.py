"""Problems as Markdown, such as for the summary of a run on GitHub."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from inforce.problems import Problem
from inforce.report.inert import inert
from inforce.report.summary import summary

_CODE = re.compile(r"(`[^`\n]+`)")
_MEANT = r"\`*_[]<>~|#&"


def markdown(problems: Iterable[Problem]) -> str:
    """The count, and a list for each file with how to mend each problem; empty without any.

    What the problems quote stands there as words: nothing of it becomes a link, a picture or HTML.
    """
    found = sorted(problems)
    if not found:
        return ""
    parts = [f"**{summary(found)}**"]
    for file, those in groupby(found, key=lambda problem: problem.location.file):
        heading = f"### {_words(file)}\n\n" if file else ""
        parts.append(heading + "\n".join(line for one in those for line in _item(one)))
    return "\n\n".join(parts) + "\n"


def _item(problem: Problem) -> Iterator[str]:
    place = problem.location
    where = ", ".join(
        [
            *([f"line {place.line}"] if place.line else []),
            *([f"clause {_words(place.clause)}"] if place.clause else []),
        ]
    )
    place_and = f" {where}:" if where else ":"
    check = _words(problem.check)
    yield f"- **{problem.severity}**{place_and} {_words(problem.message)} ({check})"
    if problem.hint:
        yield f"  - To mend it: {_words(problem.hint)}"


def _words(text: str) -> str:
    """The text on one line, with what stands in backticks as code and the rest as it is typed."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(part if at % 2 else inert(part, _MEANT) for at, part in enumerate(parts))
