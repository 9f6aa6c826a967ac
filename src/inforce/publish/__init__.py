"""Freezing what is due, and the acts that follow: the only writer of editions and the ledger."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from inforce.project import Project, content_of, load_project
from inforce.publish.checking import check_sources, contexts, due
from inforce.publish.lifecycle import find_policy, redact, repeal, withdraw
from inforce.publish.plan import Plan, opened
from inforce.publish.readiness import require_sound
from inforce.publish.step import Step
from inforce.publish.workshop import alone, interrupted
from inforce.publish.write import record_step
from inforce.zones import in_zone

__all__ = [
    "Plan",
    "Step",
    "check_sources",
    "contexts",
    "dry_run",
    "due",
    "find_policy",
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
    with alone(content_of(root)):
        project = load_project(root)
        require_sound(project, moment)
        plan = due(project, moment)
        _carry_out(project, plan, moment, done)
    return plan


def dry_run(root: Path, moment: datetime) -> Plan:
    """What `publish` would do now; raises what it would raise."""
    project = load_project(root)
    require_sound(project, moment, unrecorded=interrupted(project.content))
    return due(project, moment)


def _carry_out(
    project: Project, plan: Plan, moment: datetime, done: Callable[[Step], None]
) -> None:
    """Record the steps; the first of all is recorded together with the opening of the ledger."""
    if not plan.steps:
        return
    now = in_zone(moment.replace(microsecond=0), project.site.timezone)
    ledger = opened(project, now)
    for step in plan.steps:
        ledger = record_step(project.content, ledger, step, now)
        done(step)
