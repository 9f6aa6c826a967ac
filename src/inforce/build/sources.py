"""What has to be right before a site is built."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inforce.problems import ContentError, Problem
from inforce.project import Project, load_project
from inforce.publish import check_sources

# These keep an edition from being published, as time passes without anybody's mistake in the
# text; what is in force stays what it is, and so the build goes on (design, section 4).
_LATE = frozenset({"effective", "notice", "waits"})


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
        yield replace(problem, severity="warning") if problem.check in _LATE else problem
