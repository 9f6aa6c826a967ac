"""The working texts as previews, and what is wrong in their sources."""

from collections.abc import Mapping
from datetime import datetime

from inforce.model import Text, WorkingPolicy
from inforce.problems import Problem
from inforce.project import Project
from inforce.publish.referents import lookup_at
from inforce.resolve import Lookup, resolve_text
from inforce.site.model import Draft


def drafts(project: Project, moment: datetime) -> tuple[Draft, ...]:
    """A preview of each working text, of those that cannot be read only the problems."""
    planned = {name: (policy, moment) for name, policy in project.policies.items()}
    lookup = lookup_at(moment, project.archive, planned)
    names = sorted({*project.policies, *project.broken})
    return tuple(_draft(project, name, lookup) for name in names)


def _draft(project: Project, name: str, lookup: Lookup) -> Draft:
    problems = list(project.broken.get(name, ()))
    policy = project.policies.get(name)
    texts = _texts(policy, project, lookup, problems) if policy else {}
    return Draft(name, texts, tuple(sorted(set(problems))))


def _texts(
    policy: WorkingPolicy, project: Project, lookup: Lookup, problems: list[Problem]
) -> Mapping[str, Text]:
    """The texts of the languages that are ready; what is wrong in them goes to `problems`."""
    texts = {}
    for language, status in policy.languages.items():
        if not status.pending:
            texts[language], found = resolve_text(policy, language, project.site, lookup)
            problems.extend(found)
    return texts
