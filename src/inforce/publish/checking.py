"""The check of the working texts: what would stop a publication, and what looks wrong."""

from collections.abc import Iterator
from datetime import datetime

from inforce.checks import CHECKS
from inforce.problems import Problem
from inforce.project import Project, source_of
from inforce.publish.plan import make_plan


def check_sources(project: Project, moment: datetime) -> Iterator[Problem]:
    """Every problem of the working texts, those that would stop `publish` among them."""
    for found in make_plan(project, moment).problems.values():
        yield from found
    for policy in project.policies.values():
        for check in CHECKS:
            yield from check(policy)
    yield from _without_source(project)


def _without_source(project: Project) -> Iterator[Problem]:
    """A published policy whose working text is gone can no longer be changed."""
    for name, record in project.archive.policies.items():
        if record.repeal is None and name not in {*project.policies, *project.broken}:
            hint = "Restore the file to change the policy; `inforce repeal` ends it."
            message = "the working text is gone; what was published stays as it is"
            yield Problem(source_of(name), "no-source", message, hint, "warning")
