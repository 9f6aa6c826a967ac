"""Where each policy stands at a moment, in the few facts that a line can hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from inforce.archive import EditionRecord, PolicyRecord
from inforce.archive.identity import identify
from inforce.ledger import texts_of
from inforce.model import LanguageStatus
from inforce.project import Project
from inforce.timeline import in_force, upcoming


@dataclass(frozen=True, slots=True)
class Standing:
    """An edition and the instant from which it is in force."""

    edition: str
    number: str
    since: datetime


@dataclass(frozen=True, slots=True)
class PolicyStatus:
    """A policy at a moment.

    `repealed` is the instant from which the policy no longer applies, which may be still to come.
    `draft` says in words what the working text is, or is empty where it is what was published;
    `languages` are states by language: the status of the text in force, `missing` where it is not
    there, `pending` where it is announced, `redacted` where it was removed.
    """

    policy: str
    in_force: Standing | None
    scheduled: tuple[Standing, ...]
    repealed: datetime | None
    draft: str
    languages: Mapping[str, str]


def overview(project: Project, moment: datetime) -> tuple[PolicyStatus, ...]:
    """The status of each policy, published or not, in alphabetical order."""
    names = sorted({*project.policies, *project.broken, *project.archive.policies})
    return tuple(_status(project, name, moment) for name in names)


def _status(project: Project, name: str, moment: datetime) -> PolicyStatus:
    record = project.archive.policies.get(name)
    current = in_force(record, moment) if record else None
    return PolicyStatus(
        policy=name,
        in_force=_standing(current) if current else None,
        scheduled=tuple(map(_standing, upcoming(record, moment))) if record else (),
        repealed=record.repeal.effective if record and record.repeal else None,
        draft=_draft(project, name, record),
        languages={code: _state(project, name, code, current) for code in project.site.languages},
    )


def _standing(record: EditionRecord) -> Standing:
    edition = record.edition
    return Standing(edition.id, edition.number, edition.effective)


def _draft(project: Project, name: str, record: PolicyRecord | None) -> str:
    working = project.policies.get(name)
    if name in project.broken:
        return "the working text has mistakes"
    if working is None:
        return "no working text"
    if working.edition is None:
        return "the working text is a draft"
    published = identify(working.edition, record)
    if published is None:
        return "the working text is not published yet"
    if published.withdrawn is not None:
        return "the working text is that of a withdrawn edition"
    return ""


def _state(project: Project, name: str, code: str, current: EditionRecord | None) -> str:
    if current is None:
        working = project.policies.get(name)
        return _declared(working.languages.get(code) if working else None, ready=True)
    if current.texts.get(code):
        return str(current.texts[code][-1].status.status)
    if code in dict(texts_of(current.redacted)):
        return "redacted"
    return _declared(current.edition.languages.get(code), ready=False)


def _declared(status: LanguageStatus | None, *, ready: bool) -> str:
    if status is None or not (ready or status.pending):
        return "missing"
    return "pending" if status.pending else str(status.status)
