"""The settings of the checks for one policy of a project."""

from inforce.archive.identity import identify
from inforce.checks import SETTABLE, Settings
from inforce.model import WorkingPolicy
from inforce.project import Project
from inforce.publish.freeze import number_of


def settings_of(policy: WorkingPolicy, project: Project) -> Settings:
    """The severities and exceptions that hold for the working text of `policy`."""
    return Settings(project.site, policy, SETTABLE, _number(policy, project))


def _number(policy: WorkingPolicy, project: Project) -> str:
    """The number of the edition that the working text declares; empty for a draft."""
    record = project.archive.policies.get(policy.policy)
    if policy.edition is None:
        return ""
    published = identify(policy.edition, record)
    return published.edition.number if published else number_of(policy.edition, record)
