"""Freezing what is due, and the acts that follow: the only writer of editions and the ledger."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from inforce.problems import ContentError
from inforce.project import Project, load_project
from inforce.publish.lifecycle import redact, repeal, withdraw
from inforce.publish.plan import Plan, Step, make_plan, opened
from inforce.publish.write import alone, record, record_step
from inforce.zones import in_zone

__all__ = [
    "Plan",
    "Step",
    "make_plan",
    "publish",
    "redact",
    "repeal",
    "withdraw",
]


def publish(root: Path, moment: datetime, done: Callable[[Step], None]) -> Plan:
    """Freeze and record everything that is due in the project at `root`; returns the plan.

    `done` is called after each act. Policies with problems are left as they were. Raises
    ContentError where what was published before is damaged, InforceError where it cannot write.
    """
    with alone(root / "content"):
        project = load_project(root)
        errors = [problem for problem in project.damage if problem.severity == "error"]
        if errors:
            raise ContentError(errors)
        plan = make_plan(project, moment)
        _carry_out(project, plan, moment, done)
    return plan


def _carry_out(
    project: Project, plan: Plan, moment: datetime, done: Callable[[Step], None]
) -> None:
    now = in_zone(moment.replace(microsecond=0), project.site.timezone)
    ledger = project.archive.ledger
    if plan.steps and not ledger.entries:
        ledger = opened(project, now)
        record(project.content, project.archive.ledger, ledger.entries[0].act, now)
    for step in plan.steps:
        ledger = record_step(project.content, ledger, step, now)
        done(step)
