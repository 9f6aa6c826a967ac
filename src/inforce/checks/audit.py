"""Exceptions and settings that name nothing, or that nothing needs any more."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from inforce.archive import PolicyRecord
from inforce.checks.settings import Settings
from inforce.model import Exemption, Location, Site, WorkingPolicy
from inforce.problems import Problem

ID = "exception"
UNUSED = "Take it away, so that it does not hide a mistake that is made later."


def audit_site(site: Site, known: Collection[str], settable: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the checks that the site names; `known` are all ids."""
    for check, setting in site.checks.items():
        yield from _check_name(check, setting.location, known, settable)


def audit_policies(site: Site, policies: Collection[str]) -> Iterator[Problem]:
    """The exemptions of the site for policies that do not exist."""
    for setting in site.checks.values():
        for one in setting.exemptions:
            if one.policy not in policies:
                hint = _perhaps(one.policy, policies) or "Write the id of a policy of this site."
                message = f"there is no policy `{one.policy}`"
                yield Problem(one.location, ID, message, hint)


def audit_policy(
    settings: Settings,
    record: PolicyRecord | None,
    found: Iterable[Problem],
    known: Collection[str],
) -> Iterator[Problem]:
    """What is wrong with the exemptions of a policy in which `found` were found.

    `found` are all its problems, those that were let pass among them.
    """
    used = {id(one) for problem in found for one in settings.exempting(problem)}
    own = {id(one) for one in _beside(settings.policy)}
    for one in settings.exemptions:
        wrong = [
            *(_check_name(one.check, one.location, known, settings.settable)
              if id(one) in own else ()),
            *_check_place(one, settings, record),
        ]  # fmt: skip
        yield from wrong
        if not wrong and id(one) not in used and not _is_past(one, settings, record):
            message = f"nothing is excepted here: `{one.check}` finds nothing"
            yield Problem(one.location, ID, message, UNUSED, "warning")


def _beside(policy: WorkingPolicy) -> Iterator[Exemption]:
    yield from policy.exemptions
    for clause in policy.walk():
        yield from clause.exemptions


def _check_name(
    check: str, place: Location, known: Collection[str], settable: Collection[str]
) -> Iterator[Problem]:
    if check not in known:
        hint = _perhaps(check, settable) or "Write the name that stands at the end of its messages."
        yield Problem(place, ID, f"there is no check `{check}`", hint)
    elif check not in settable:
        message = f"`{check}` cannot be switched off or excepted"
        yield Problem(place, ID, message, "It stops a publication: mend what it finds.")


def _check_place(
    exemption: Exemption, settings: Settings, record: PolicyRecord | None
) -> Iterator[Problem]:
    clauses = {clause.id for clause in settings.policy.walk()}
    if exemption.clause and exemption.clause not in clauses:
        message = f"there is no clause `{exemption.clause}` in `{exemption.policy}`"
        hint = _perhaps(exemption.clause, clauses) or "Take the exception away, if it has gone."
        yield Problem(exemption.location, ID, message, hint)
    if exemption.edition and exemption.edition not in {settings.edition, *_numbers(record)}:
        message = f"`{exemption.policy}` has no edition No. {exemption.edition}"
        hint = "Write the number of the edition, as `edition:` says it."
        yield Problem(exemption.location, ID, message, hint)


def _is_past(exemption: Exemption, settings: Settings, record: PolicyRecord | None) -> bool:
    """Whether it is for an edition that is published: then it stays, and tells why."""
    return bool(exemption.edition) and exemption.edition in _numbers(record)


def _numbers(record: PolicyRecord | None) -> set[str]:
    return {one.edition.number for one in record.editions} if record else set()


def _perhaps(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, [*known], 1)
    return f"Write `{close[0]}`." if close else ""
