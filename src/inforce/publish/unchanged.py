"""What a published edition declared stays as it was published; each rule gives its problems."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from inforce.archive import EditionRecord, PolicyRecord
from inforce.model import (
    Approval,
    Clause,
    Edition,
    LanguageStatus,
    Location,
    Status,
    Text,
    WorkingEdition,
    WorkingPolicy,
)
from inforce.problems import Problem
from inforce.publish.freeze import frozen_approval
from inforce.publish.rules import shown
from inforce.resolve import same_words

NEW_EDITION = "Give the new edition a number and a date of its own; what is published stays."


def check_declared(
    policy: WorkingPolicy, edition: WorkingEdition, record: EditionRecord
) -> Iterator[Problem]:
    """The edition that `edition:` names was published with what it declares now."""
    frozen = record.edition
    place = edition.location
    if record.withdrawn is not None:
        message = f"edition {frozen.id} was withdrawn before it took effect"
        yield Problem(place, "withdrawn", message, NEW_EDITION)
        return
    if edition.effective.instant not in (None, frozen.effective):
        since = shown(frozen.effective)
        message = f"edition No. {frozen.number} was published with effect from {since}"
        yield Problem(edition.effective.location, "edition", message, NEW_EDITION)
    for name, now, then in _facts(policy, edition, frozen):
        if now != then:
            yield Problem(place, "edition", _differs(name, now, then, frozen.id), NEW_EDITION)


def _facts(
    policy: WorkingPolicy, edition: WorkingEdition, frozen: Edition
) -> Iterator[tuple[str, object, object]]:
    approved = frozen_approval(edition.approved) if edition.approved else None
    yield "adopted", edition.adopted, frozen.adopted
    yield "approved", approved, frozen.approved
    yield "change", edition.change, frozen.change
    yield "applies", edition.applies, frozen.applies
    yield "imported", edition.imported, frozen.imported
    yield "prevails", policy.prevails, frozen.prevails
    yield "kind", policy.kind, frozen.kind
    for code, status in frozen.languages.items():
        now = policy.languages.get(code)
        if status.status == Status.AUTHENTIC and not status.pending:
            yield f"languages: {code}", now.status if now else None, status.status


def _differs(name: str, now: object, then: object, edition: str) -> str:
    if isinstance(now, Approval) or isinstance(then, Approval):
        return f"`{name}` is not what it was in the published edition {edition}"
    return f"`{name}` was {_said(then)} in the published edition {edition}, now it is {_said(now)}"


def _said(value: object) -> str:
    if not value:
        return "not there"
    if isinstance(value, tuple):
        return f"`{', '.join(f'{one.to} from {one.start}' for one in value)}`"
    return f"`{value}`"


def check_weight(policy: WorkingPolicy, record: EditionRecord) -> Iterator[Problem]:
    """A text binds from its edition's first day, or was announced there as authentic."""
    for code, status in policy.languages.items():
        if status.status != Status.AUTHENTIC or status.pending:
            continue
        declared = record.edition.languages.get(code)
        latest = record.texts[code][-1].status.status if record.texts.get(code) else None
        announced = declared is not None and declared.status == Status.AUTHENTIC
        if not announced or latest not in (None, Status.AUTHENTIC):
            message = f"`{code}` cannot become authentic within edition {record.edition.id}"
            hint = "Write `official` or `unofficial` for it, and `authentic` in a new edition."
            yield Problem(policy.location, "languages", message, hint)


def check_new_aliases(policy: WorkingPolicy, record: PolicyRecord) -> Iterator[Problem]:
    """An alias becomes an address of the site with the edition that is frozen with it."""
    published = {alias for one in record.editions for alias in one.edition.aliases}
    for alias in policy.aliases:
        if alias not in published:
            message = f"the alias `{alias}` leads here from the next edition on"
            hint = "It is part of an edition; those before it were published without it."
            yield Problem(policy.location, "alias", message, hint, "warning")


def changed_text(
    policy: WorkingPolicy, record: EditionRecord, language: str, working: Text, frozen: Text
) -> Problem:
    """The problem of an authentic text that differs from what was published of its edition."""
    clauses, parts = _changed(working, frozen), _changed_parts(working, frozen)
    named = [*(f"the {part}" for part in parts), *(f"`{one}`" for one in clauses)]
    where = f" in {', '.join(named)}" if named else ""
    message = f"the text differs{where} from the published edition {record.edition.id} [{language}]"
    hint = (
        "Declare a new edition (a correction: `change: correction`, `effective: on posting`), "
        "or take `edition:` away while this is a draft."
    )
    return Problem(_place(policy, language, clauses, parts), "changed-edition", message, hint)


def _changed_parts(working: Text, frozen: Text) -> list[str]:
    """What differs around the clauses."""
    pairs = {
        "title": (working.title, frozen.title),
        "summary": (working.summary, frozen.summary),
        "preface": (working.preface, frozen.preface),
        "conclusions": (working.conclusions, frozen.conclusions),
    }
    return [name for name, (now, then) in pairs.items() if not same_words(now, then)]


def _changed(working: Text, frozen: Text) -> list[str]:
    """The ids of the clauses that differ, or stand in one of the texts only."""
    now, then = _own_words(working), _own_words(frozen)
    ids = dict.fromkeys([*now, *then])
    return [one for one in ids if not same_words(now.get(one), then.get(one))]


def _own_words(text: Text) -> Mapping[str, Clause]:
    return {clause.id: replace(clause, clauses=()) for clause in text.walk()}


def _place(policy: WorkingPolicy, language: str, clauses: list[str], parts: list[str]) -> Location:
    """The first clause that differs, else the first part that does."""
    places = [clause.location for clause in policy.walk() if clause.id in clauses]
    summary = policy.edition.summary if policy.edition else {}
    words = {"title": policy.title, "summary": summary}
    places += [words[one][language].location for one in parts if language in words.get(one, {})]
    standing = {"preface": policy.preface, "conclusions": policy.conclusions}
    places += [part.location for one in parts for part in standing.get(one, ())]
    return next(iter(places), policy.location)


def check_status(
    policy: WorkingPolicy, language: str, status: LanguageStatus, latest: LanguageStatus
) -> Iterator[Problem]:
    """What is said of a translation is recorded with its words, and waits for them to change."""
    if as_ready(status) != latest and Status.AUTHENTIC not in (status.status, latest.status):
        message = f"what `languages:` says of `{language}` is recorded when its text changes"
        hint = f"Until then readers see: {_status(latest)}."
        yield Problem(policy.location, "languages", message, hint, "warning")


def as_ready(status: LanguageStatus) -> LanguageStatus:
    """The status of a text that is there."""
    return replace(status, pending=False)


def _status(status: LanguageStatus) -> str:
    source = f", from {status.source}" if status.source else ""
    reviewed = f", reviewed {status.reviewed}" if status.reviewed else ""
    return f"{status.status}{source}{reviewed}"
