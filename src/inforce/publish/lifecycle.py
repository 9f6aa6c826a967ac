"""The rare acts: an edition taken back, a policy repealed, a file removed."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from inforce.address import LEDGER, edition_folder
from inforce.archive import EditionRecord, PolicyRecord
from inforce.ledger import Act, Redact, Repeal, Withdraw, dump
from inforce.problems import ContentError, InforceError
from inforce.project import Project
from inforce.publish.write import alone, record
from inforce.zones import in_zone, local_day


def withdraw(project: Project, policy: str, edition: str, reason: str, moment: datetime) -> Act:
    """Take a scheduled edition back; its page stays and says so.

    Raises InforceError where there is no such edition, or where it already took effect.
    """
    _edition(project, policy, edition)
    return _record(project, Withdraw(policy, edition, reason), moment)


def repeal(
    project: Project,
    policy: str,
    effective: datetime | None,
    successors: Iterable[str],
    reason: str,
    moment: datetime,
) -> Act:
    """End a policy as of `effective`, or at once where that is None; its pages stay.

    Raises InforceError where that is not possible.
    """
    _policy(project, policy)
    now = in_zone(moment.replace(microsecond=0), project.site.timezone)
    if effective is not None and effective < now:
        today = local_day(now, project.site.timezone)
        raise InforceError(f"{effective.isoformat()} has passed; today is {today}")
    return _record(project, Repeal(policy, effective or now, tuple(successors), reason), moment)


def redact(
    project: Project, policy: str, edition: str, names: Iterable[str], reason: str, moment: datetime
) -> Act:
    """Remove files of an edition, as a court orders; their digests and the reason stay.

    The line is recorded before the files go, so that an interruption leaves nothing unexplained.
    Raises InforceError where a file is not one of the edition's.
    """
    held = _edition(project, policy, edition)
    wanted = set(names)
    files = {name: digest for name, digest in held.files.items() if name in wanted}
    unknown = sorted(wanted - files.keys())
    if unknown or not files:
        known = ", ".join(sorted(held.files))
        raise InforceError(f"edition {edition} has no file {', '.join(unknown)}; it has {known}")
    folder = project.content / edition_folder(policy, edition)
    act = _record(project, Redact(policy, edition, files, reason), moment)
    for name, digest in files.items():
        path = folder / name
        if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            path.unlink()
    return act


def _record(project: Project, act: Act, moment: datetime) -> Act:
    errors = [problem for problem in project.damage if problem.severity == "error"]
    if errors:
        raise ContentError(errors)
    now = in_zone(moment.replace(microsecond=0), project.site.timezone)
    ledger = project.archive.ledger
    with alone(project.content):
        if (project.content / LEDGER).read_bytes() != dump(ledger):
            raise InforceError("something was published meanwhile; look at it and try again")
        record(project.content, ledger, act, now)
    return act


def _policy(project: Project, policy: str) -> PolicyRecord:
    record = project.archive.policies.get(policy)
    if record is None:
        known = ", ".join(project.archive.policies) or "none"
        raise InforceError(f"no policy `{policy}` was published; published are: {known}")
    return record


def _edition(project: Project, policy: str, edition: str) -> EditionRecord:
    record = _policy(project, policy)
    for one in record.editions:
        if one.edition.id == edition:
            return one
    known = ", ".join(one.edition.id for one in record.editions)
    raise InforceError(f"`{policy}` has no edition {edition}; it has {known}")
