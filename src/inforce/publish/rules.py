"""What has to hold before an edition may be frozen; each rule gives its problems."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from inforce.address import RESERVED
from inforce.archive import EditionRecord, PolicyRecord
from inforce.model import Edition, Location, Status, WorkingEdition, WorkingPolicy
from inforce.problems import Problem
from inforce.project import Project
from inforce.zones import local_day


def check_dates(
    edition: WorkingEdition,
    effective: datetime,
    record: PolicyRecord | None,
    moment: datetime,
    zone: str,
) -> Iterator[Problem]:
    """An edition takes effect after it is recorded, once, and before the policy's repeal."""
    place = edition.effective.location
    today = local_day(moment, zone)
    if edition.imported and edition.effective.instant is None:
        hint = "Write the date from which it was in force where it was published before."
        yield Problem(place, "effective", "an imported edition has a date of its own", hint)
    elif effective < moment and not edition.imported:
        hint = (
            f"Write {today + timedelta(days=1)} or later, or `on posting`; an edition that was "
            "published elsewhere before says so: `imported: {source: …}`."
        )
        yield Problem(place, "effective", f"{_shown(effective)} has already begun", hint)
    if edition.adopted and edition.adopted > max(effective.date(), today):
        message = f"the edition takes effect before it is adopted ({edition.adopted})"
        yield Problem(place, "effective", message, "Mend `adopted:` or `effective:`.")
    for one in record.editions if record else ():
        if one.edition.effective == effective and one.withdrawn is None:
            hint = f"Write another moment, or withdraw {one.edition.id} if it is still to come."
            message = f"edition {one.edition.id} takes effect at the same moment"
            yield Problem(place, "effective", message, hint)
    if record and record.repeal and effective >= record.repeal.effective:
        message = f"the policy is repealed as of {_shown(record.repeal.effective)}"
        yield Problem(place, "effective", message, "Publish a new text under another policy id.")


def check_number(edition: WorkingEdition) -> Iterator[Problem]:
    """An edition that takes effect on posting is known by its number alone."""
    if edition.effective.instant is None and not edition.number:
        message = "an edition that takes effect on posting needs a number"
        hint = "Write `number:`, so that it is known which edition is already published."
        yield Problem(edition.location, "number", message, hint)


def check_notice(
    edition: WorkingEdition,
    effective: datetime,
    record: PolicyRecord | None,
    moment: datetime,
    project: Project,
) -> Iterator[Problem]:
    """A substantive change is announced as long before it binds as `notice:` promises."""
    days = project.site.notice
    exempt = edition.imported or edition.change == "correction" or not (record and record.editions)
    if not days or exempt:
        return
    starts = [effective.date(), *(one.start for one in edition.applies)]
    earliest = local_day(moment, project.site.timezone) + timedelta(days=days)
    if max(starts) < earliest:
        message = f"readers are promised {days} days' notice of a substantive change"
        hint = (
            f"Write `effective: {earliest}` or later, or let it bind existing users from then: "
            f"`applies: [{{to: existing-users, from: {earliest}}}]`."
        )
        yield Problem(edition.effective.location, "notice", message, hint)


def check_languages(policy: WorkingPolicy) -> Iterator[Problem]:
    """The texts that stand in for others, or prevail over them, are there."""
    ready = {code for code, status in policy.languages.items() if not status.pending}
    if policy.fallback not in ready:
        message = f"the text that stands in for missing ones (`{policy.fallback}`) is pending"
        hint = "Name a language in `fallback:` whose text is ready."
        yield Problem(policy.location, "languages", message, hint)
    if policy.prevails in policy.languages and policy.prevails not in ready:
        message = f"the prevailing text (`{policy.prevails}`) is pending"
        yield Problem(policy.location, "languages", message, "It has to be published first.")
    authentic = {
        code for code, status in policy.languages.items() if status.status == Status.AUTHENTIC
    }
    if policy.prevails in policy.languages and policy.prevails not in authentic:
        message = f"`{policy.prevails}` prevails, but is not authentic"
        yield Problem(policy.location, "languages", message, "Write `authentic` for it.")


def check_tombstones(policy: WorkingPolicy, before: EditionRecord | None) -> Iterator[Problem]:
    """A published clause leaves only as a tombstone, and does not come back from one."""
    clauses = {clause.id: clause for clause in policy.walk()}
    for place in before.edition.walk() if before else ():
        clause = clauses.get(place.id)
        if clause is None:
            message = f"the clause `{place.id}` of edition {before and before.edition.id} is gone"
            hint = f"Keep `- id: {place.id}` with `repealed: true` in its place."
            yield Problem(policy.location.in_clause(place.id), "tombstone", message, hint)
        elif place.repealed and not clause.repealed:
            message = f"the clause `{place.id}` was repealed; its id never gets another meaning"
            hint = "Keep it repealed, and give the new clause an id of its own."
            yield Problem(clause.location, "tombstone", message, hint)


def check_aliases(policy: WorkingPolicy, project: Project) -> Iterator[Problem]:
    """An alias leads to one policy, and hides no page."""
    for other in project.policies.values():
        for alias in policy.aliases:
            top = alias.split("/")[1]
            if top == other.policy or top in RESERVED or top in project.site.languages:
                message = f"the alias `{alias}` would hide a page of this site"
                yield Problem(policy.location, "alias", message, "Choose another path.")
            elif other is not policy and alias in other.aliases:
                message = f"the alias `{alias}` already leads to `{other.policy}`"
                yield Problem(policy.location, "alias", message, "Keep it in one policy.")
    for record in project.archive.policies.values():
        taken = {alias for one in record.editions for alias in one.edition.aliases}
        if record.policy != policy.policy and taken & {f"/{policy.policy}/", *policy.aliases}:
            message = f"an address of this policy was published as an alias of `{record.policy}`"
            yield Problem(policy.location, "alias", message, "Choose another one.")


def check_edition_unchanged(
    policy: WorkingPolicy, edition: WorkingEdition, record: EditionRecord
) -> Iterator[Problem]:
    """What a published edition declares stays as it was published."""
    frozen = record.edition
    place = edition.location
    hint = "Give the new edition a number and a date of its own; what is published stays."
    if record.withdrawn is not None:
        message = f"edition {frozen.id} was withdrawn before it took effect"
        yield Problem(place, "edition", message, hint)
        return
    if edition.effective.instant not in (None, frozen.effective):
        message = (
            f"edition No. {frozen.number} was published with effect from {_shown(frozen.effective)}"
        )
        yield Problem(edition.effective.location, "edition", message, hint)
    for name, now, then in _facts(policy, edition, frozen):
        if now != then:
            message = f"`{name}` of the published edition {frozen.id} was `{then}`, now `{now}`"
            yield Problem(place, "edition", message, hint)


def _facts(
    policy: WorkingPolicy, edition: WorkingEdition, frozen: Edition
) -> Iterator[tuple[str, object, object]]:
    yield "adopted", edition.adopted, frozen.adopted
    yield "change", edition.change, frozen.change
    yield "applies", edition.applies, frozen.applies
    yield "imported", edition.imported, frozen.imported
    yield "prevails", policy.prevails, frozen.prevails
    yield "kind", policy.kind, frozen.kind
    for code, status in frozen.languages.items():
        now = policy.languages.get(code)
        if status.status == Status.AUTHENTIC and not status.pending:
            yield f"languages: {code}", now.status if now else None, status.status


def _shown(moment: datetime) -> str:
    """A moment as people write it: a date, with the time where it is not midnight."""
    day: date = moment.date()
    return f"{moment:%Y-%m-%d %H:%M}" if (moment.hour, moment.minute) != (0, 0) else str(day)


def changed_text(location: Location, record: EditionRecord, language: str) -> Problem:
    """The problem of an authentic text that differs from what was published of its edition."""
    message = f"the text differs from the published edition {record.edition.id} [{language}]"
    hint = (
        "Declare a new edition (a correction: `change: correction`, `effective: on posting`), "
        "or take `edition:` away while this is a draft."
    )
    return Problem(location, "changed-edition", message, hint)
