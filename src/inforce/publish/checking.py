"""The check of the working texts: what would stop a publication, and what looks wrong."""

from collections.abc import Iterator
from datetime import datetime

from inforce.address import LEDGER
from inforce.checks import CHECKS
from inforce.problems import Problem
from inforce.project import Project, source_of
from inforce.publish.plan import make_plan


def check_sources(project: Project, moment: datetime) -> Iterator[Problem]:
    """Every problem of the working texts, those that would stop `publish` among them."""
    damaged = _damaged(project)
    for name, found in make_plan(project, moment).problems.items():
        yield from found if name not in damaged else project.broken.get(name, ())
    for policy in project.policies.values():
        for check in CHECKS:
            yield from check(policy)
    yield from _without_source(project)


def _damaged(project: Project) -> set[str]:
    """The policies whose editions are not all readable, so that nothing can be compared."""
    files = [one.location.file for one in project.damage if one.severity == "error"]
    if f"content/{LEDGER}" in files:
        return {*project.policies, *project.broken}
    return {file.split("/")[1] for file in files if "/editions/" in file}


def _without_source(project: Project) -> Iterator[Problem]:
    """A published policy whose working text is gone can no longer be changed."""
    for name, record in project.archive.policies.items():
        if record.repeal is None and name not in {*project.policies, *project.broken}:
            hint = "Restore the file to change the policy; `inforce repeal` ends it."
            message = "the working text is gone; what was published stays as it is"
            yield Problem(source_of(name), "no-source", message, hint, "warning")
