"""Problems as lines for a terminal, with their count at the end."""

from collections.abc import Iterable

from inforce.problems import Problem

COUNTED = ("error", "warning", "note")


def text(problems: Iterable[Problem]) -> str:
    """A problem in a line, how to mend it below, and the count; empty where there is none."""
    found = list(problems)
    return "".join(f"{problem}\n" for problem in found) + (f"{summary(found)}\n" if found else "")


def summary(problems: Iterable[Problem]) -> str:
    """How many there are: `1 error, 2 warnings`; notes are counted where there are any."""
    severities = [problem.severity for problem in problems]
    counts = {one: severities.count(one) for one in COUNTED}
    told = (one for one in COUNTED if one != "note" or counts[one])
    return ", ".join(f"{counts[one]} {one}{'' if counts[one] == 1 else 's'}" for one in told)
