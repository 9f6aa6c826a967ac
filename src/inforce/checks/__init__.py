"""One file a check: its docstring is its documentation, `ID` its name, `check` its work.

To add one, write the file and put it into `CHECKS`.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from inforce.checks import listlike, markup
from inforce.model import WorkingPolicy
from inforce.problems import Problem
from inforce.project import Project
from inforce.publish import make_plan

Check = Callable[[WorkingPolicy], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (listlike.check, markup.check)


def check_sources(project: Project, moment: datetime) -> Iterator[Problem]:
    """Every problem of the working texts, those that would stop `publish` among them."""
    for found in make_plan(project, moment).problems.values():
        yield from found
    for policy in project.policies.values():
        for check in CHECKS:
            yield from check(policy)
