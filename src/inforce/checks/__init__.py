"""One file a check: its docstring is its documentation, `ID` its name, `check` its work.

To add one, write the file and put it into `CHECKS`.
"""

from collections.abc import Callable, Iterator

from inforce.checks import html, languages, listlike, markup, tablelike
from inforce.model import WorkingPolicy
from inforce.problems import Problem

Check = Callable[[WorkingPolicy], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    html.check,
    languages.check,
    listlike.check,
    markup.check,
    tablelike.check,
)
