"""The check of the working texts: what would stop a publication, and what looks wrong."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from inforce.address import LEDGER
from inforce.checks import OFF, SETTABLE, Context, rules, run
from inforce.checks.audit import audit_policies, audit_policy, audit_site
from inforce.model import WorkingPolicy
from inforce.problems import Problem
from inforce.project import Project, source_of
from inforce.publish.plan import Plan, make_plan
from inforce.publish.referents import lookup_at
from inforce.publish.settings import settings_of
from inforce.zones import in_zone


def check_sources(project: Project, moment: datetime) -> Iterator[Problem]:
    """Every problem of the working texts, those that would stop `publish` among them."""
    found = {one.policy.policy: (one, _weighed(project, one)) for one in contexts(project, moment)}
    plan = make_plan(project, moment, lambda name: found[name][1])
    damaged = _damaged(project)
    for name in {*plan.problems} - {*project.policies}:
        yield from plan.problems[name]
    for context, problems in found.values():
        yield from _of_policy(project, context, problems, plan, damaged)
    yield from _without_source(project)
    yield from audit_site(project.site, rules(), SETTABLE)
    known = {*project.policies, *project.broken, *project.archive.policies}
    yield from audit_policies(project.site, known)


def due(project: Project, moment: datetime) -> Plan:
    """What `publish` would freeze at a moment, and what keeps it from freezing the rest."""
    known = {one.policy.policy: one for one in contexts(project, moment)}
    return make_plan(project, moment, cache(lambda name: _weighed(project, known[name])))


def _weighed(project: Project, context: Context) -> tuple[Problem, ...]:
    """What the checks find in a policy, as its settings weigh it."""
    return tuple(settings_of(context.policy, project).apply(run(context)))


def _of_policy(
    project: Project,
    context: Context,
    checked: tuple[Problem, ...],
    plan: Plan,
    damaged: set[str],
) -> Iterator[Problem]:
    """The problems of one policy, as its settings weigh them, and those of the settings."""
    name = context.policy.policy
    settings = settings_of(context.policy, project)
    broken = project.broken.get(name, ())
    found = [*checked, *broken]
    if name not in damaged:
        found += (*plan.problems.get(name, ()), *plan.passed.get(name, ()))
    yield from dict.fromkeys(problem for problem in found if problem.severity != OFF)
    if not broken and name not in damaged:
        yield from audit_policy(settings, context.record, found, rules())


def contexts(project: Project, moment: datetime) -> Iterator[Context]:
    """Each working text with what its checks may look at."""
    site, archive = project.site, project.archive
    now = in_zone(moment, site.timezone)
    planned = {name: (one, _effective(one, now)) for name, one in project.policies.items()}
    for policy, effective in planned.values():
        lookup = lookup_at(effective, archive, planned)
        yield Context(policy, site, now, project.policies, archive, lookup)


def _effective(policy: WorkingPolicy, now: datetime) -> datetime:
    """When the working text takes effect; a draft, as if it were posted now."""
    return (policy.edition.effective.instant if policy.edition else None) or now


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
