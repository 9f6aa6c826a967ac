"""What has to be right before a site is built."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inforce.problems import ContentError, Problem
from inforce.project import Project, load_project
from inforce.publish import check_sources

# These keep the working text from being published, as time passes or an edition is withdrawn or
# redacted, without anybody's mistake in the text. What is in force stays what it is, and has to be
# shown as it now stands; so the build goes on (design, section 4).
_HELD_BACK = frozenset({"effective", "notice", "redacted", "waits", "withdrawn"})


def sound_project(root: Path, moment: datetime) -> tuple[Project, tuple[Problem, ...]]:
    """The project in the folder `root`, with what its sources are warned of.

    Raises ContentError, with every problem at once, where one of them is an error.
    """
    project = load_project(root)
    problems = tuple(sorted({*project.damage, *_eased(check_sources(project, moment))}))
    if any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    return project, problems


def _eased(problems: Iterable[Problem]) -> Iterator[Problem]:
    for problem in problems:
        yield replace(problem, severity="warning") if problem.check in _HELD_BACK else problem
