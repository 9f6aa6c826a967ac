"""Which rules are not what they were: promises, settings of checks, exceptions, facts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from inforce.checks import rules
from inforce.model import CheckSetting, Exemption, Site
from inforce.project import Project

Rules = Mapping[str, str]

_NOTHING = Site("", (), "")


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule by its name; `before` and `after` are empty where there was or is none."""

    name: str
    before: str
    after: str


def changed_rules(base: Project | None, head: Project) -> tuple[RuleChange, ...]:
    """The rules that differ, those first that concern most; all of them where `base` is None.

    Of a policy that cannot be read any more or is taken away, nothing is told.
    """
    start = base or replace(head, site=_NOTHING, policies={})
    kept = {name: one for name, one in start.policies.items() if name in head.policies}
    start = replace(start, policies=kept)
    return tuple(one for read in _KINDS for one in _differing(read(start), read(head)))


def _differing(before: Rules, after: Rules) -> Iterator[RuleChange]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            yield RuleChange(name, old, new)


def days(count: int) -> str:
    """A number of days."""
    return "1 day" if count == 1 else f"{count} days"


def _site(project: Project) -> Rules:
    site = project.site
    return {
        "notice": days(site.notice) if site.notice else "",
        "url": site.url,
        "languages": ", ".join(site.languages),
        "timezone": site.timezone,
    }


def _severities(project: Project) -> Rules:
    """The severity of each check, its own where none is set."""
    own = {name: rule.severity for name, rule in rules().items()}
    checks = project.site.checks
    return {
        f"severity of {name}": checks.get(name, CheckSetting()).severity or own.get(name, "")
        for name in sorted({*own, *checks})
    }


def _exceptions(project: Project) -> Rules:
    """The reason of each exception, wherever it is written."""
    found: dict[str, str] = {}
    for one in _exemptions(project):
        clause = f", clause {one.clause}" if one.clause else ""
        edition = f", No. {one.edition}" if one.edition else ""
        name = f"exception from {one.check} for {one.policy}{clause}{edition}"
        found[name] = "; ".join(filter(None, (found.get(name), one.reason)))
    return found


def _exemptions(project: Project) -> Iterator[Exemption]:
    for setting in project.site.checks.values():
        yield from setting.exemptions
    for policy in project.policies.values():
        yield from policy.exemptions
        for clause in policy.walk():
            yield from clause.exemptions


def _known(project: Project) -> Rules:
    checks = project.site.checks
    return {f"known to {name}": ", ".join(one.known) for name, one in checks.items() if one.known}


def _of_policies(project: Project) -> Rules:
    """What a policy says of itself that checks believe."""
    found: dict[str, str] = {}
    for name, policy in project.policies.items():
        if policy.profile:
            found[f"profile of {name}"] = policy.profile.text
        for clause in policy.walk():
            place = f"{name}, clause {clause.id}"
            said = {"covers": clause.covers, "synced": clause.synced}
            found |= {
                f"{key} of {place}": ", ".join(one.text for one in values)
                for key, values in said.items()
                if values
            }
    return found


def _facts(project: Project) -> Rules:
    return {
        f"{name} ({code})" if code else name: source.text
        for name, localized in project.site.facts.items()
        for code, source in localized.items()
    }


_KINDS: tuple[Callable[[Project], Rules], ...] = (
    _site,
    _severities,
    _exceptions,
    _known,
    _of_policies,
    _facts,
)
