"""What has to be right before a site is built.

The site shows what was published. A working text that is broken tonight must not keep an edition
that takes effect at midnight from its address, so its problems are told and the build goes on. It
stops where what was published is damaged, where `site.yml` cannot be used, and, when working
texts are to be previewed, at every error in them.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inforce.problems import ContentError, Problem
from inforce.project import Project, load_project
from inforce.publish import check_sources


def sound_project(
    root: Path, moment: datetime, *, draft: bool = False
) -> tuple[Project, tuple[Problem, ...]]:
    """The project in the folder `root`, with what the build warns of.

    Raises ContentError, with every problem at once, where one of them stops the build.
    """
    project = load_project(root)
    texts = tuple(check_sources(project, moment))
    if _errors(project.damage) or (draft and _errors(texts)):
        raise ContentError({*project.damage, *texts})
    eased = (replace(problem, severity="warning") for problem in texts)
    return project, tuple(sorted({*project.damage, *eased}))


def _errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
