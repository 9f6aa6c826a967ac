"""Where each policy stands at a moment, in the few facts that a line can hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from inforce.archive import EditionRecord, PolicyRecord
from inforce.model import WorkingPolicy
from inforce.project import Project
from inforce.publish.identity import identify
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

    `repealed` is set from the repeal on; `draft` says in words what the working text is, or is
    empty where it is what was published; `languages` are states by language: the status of the
    text in force, `missing` where it is not there, `pending` where it is announced.
    """

    policy: str
    in_force: Standing | None
    scheduled: tuple[Standing, ...]
    repealed: datetime | None
    draft: str
    languages: Mapping[str, str]


def overview(project: Project, moment: datetime) -> tuple[PolicyStatus, ...]:
    """The status of each policy, published or not, in alphabetical order."""
    names = sorted({*project.policies, *project.archive.policies})
    return tuple(_status(project, name, moment) for name in names)


def _status(project: Project, name: str, moment: datetime) -> PolicyStatus:
    working = project.policies.get(name)
    record = project.archive.policies.get(name)
    current = in_force(record, moment) if record else None
    repeal = record.repeal if record else None
    return PolicyStatus(
        policy=name,
        in_force=_standing(current) if current else None,
        scheduled=tuple(map(_standing, upcoming(record, moment))) if record else (),
        repealed=repeal.effective if repeal and repeal.effective <= moment else None,
        draft=_draft(working, record),
        languages=_languages(project.site.languages, working, current),
    )


def _standing(record: EditionRecord) -> Standing:
    edition = record.edition
    return Standing(edition.id, edition.number, edition.effective)


def _draft(working: WorkingPolicy | None, record: PolicyRecord | None) -> str:
    if working is None:
        return "no working text"
    if working.edition is None:
        return "the working text is a draft"
    if identify(working.edition, record) is None:
        return "the working text is not published yet"
    return ""


def _languages(
    languages: tuple[str, ...], working: WorkingPolicy | None, current: EditionRecord | None
) -> Mapping[str, str]:
    if current is not None:
        return {code: _state(code, current) for code in languages}
    declared = working.languages if working else {}
    return {
        code: ("pending" if declared[code].pending else str(declared[code].status))
        if code in declared
        else "missing"
        for code in languages
    }


def _state(code: str, record: EditionRecord) -> str:
    if record.texts.get(code):
        return str(record.texts[code][-1].status.status)
    declared = record.edition.languages.get(code)
    return "pending" if declared and declared.pending else "missing"
