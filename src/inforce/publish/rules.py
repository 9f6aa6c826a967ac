"""What has to hold before a new edition may be frozen; each rule gives its problems."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from inforce.archive import EditionRecord, PolicyRecord
from inforce.model import Place, Status, WorkingClause, WorkingEdition, WorkingPolicy
from inforce.problems import Problem
from inforce.project import Project
from inforce.zones import local_day


def shown(moment: datetime) -> str:
    """A moment as people write it: a date, with the time where it is not midnight."""
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return f"{moment:%Y-%m-%d}" if midnight else f"{moment:%Y-%m-%d %H:%M}"


def check_dates(
    edition: WorkingEdition, effective: datetime, moment: datetime, zone: str
) -> Iterator[Problem]:
    """An edition takes effect after it is recorded, and not before it is adopted."""
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
        yield Problem(place, "effective", f"{shown(effective)} has already begun", hint)
    if edition.adopted and edition.adopted > max(effective.date(), today):
        message = f"the edition takes effect before it is adopted ({edition.adopted})"
        yield Problem(place, "effective", message, "Mend `adopted:` or `effective:`.")
    for one in edition.applies if edition.effective.instant is None else ():
        if one.start < today:
            message = f"it binds `{one.to}` from {one.start}, before it takes effect"
            yield Problem(place, "applies", message, f"Write {today} or later in `applies:`.")


def check_place_in_time(
    edition: WorkingEdition, effective: datetime, record: PolicyRecord | None
) -> Iterator[Problem]:
    """An edition takes effect at a moment of its own, and before the policy's repeal."""
    place = edition.effective.location
    for one in _standing(record):
        if one.edition.effective == effective:
            hint = f"Write another moment, or withdraw {one.edition.id} if it is still to come."
            message = f"edition {one.edition.id} takes effect at the same moment"
            yield Problem(place, "effective", message, hint)
        elif one.edition.effective > effective and not edition.imported:
            message = (
                f"edition {one.edition.id} takes effect later, and was made before this one: "
                "what changes here does not change there"
            )
            hint = "If it lacks the change, withdraw it and publish it again under a new number."
            yield Problem(place, "scheduled", message, hint, "warning")
    if record and record.repeal and effective >= record.repeal.effective:
        message = f"the policy is repealed as of {shown(record.repeal.effective)}"
        yield Problem(place, "effective", message, "Publish a new text under another policy id.")


def check_number(
    edition: WorkingEdition, effective: datetime, record: PolicyRecord | None
) -> Iterator[Problem]:
    """An edition has a number where its place in time does not give it one."""
    if edition.number:
        return
    if edition.effective.instant is None:
        message = "an edition that takes effect on posting needs a number"
        hint = "Write `number:`, so that it is known which edition is already published."
        yield Problem(edition.location, "number", message, hint)
    elif any(one.edition.effective > effective for one in _standing(record)):
        message = "this edition needs a number: those that take effect later have theirs"
        hint = "Write `number:`, as the edition is cited."
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
    exempt = edition.imported or edition.change == "correction" or not _standing(record)
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


def _standing(record: PolicyRecord | None) -> list[EditionRecord]:
    return [one for one in record.editions if one.withdrawn is None] if record else []


def check_languages(policy: WorkingPolicy) -> Iterator[Problem]:
    """The texts that stand in for others, or prevail over them, are there."""
    ready = {code for code, status in policy.languages.items() if not status.pending}
    if policy.languages and policy.fallback not in ready:
        message = f"the text that stands in for missing ones (`{policy.fallback}`) is pending"
        hint = "Name a language in `fallback:` whose text is ready."
        yield Problem(policy.location, "languages", message, hint)
    if policy.prevails in policy.languages:
        if policy.prevails not in ready:
            message = f"the prevailing text (`{policy.prevails}`) is pending"
            yield Problem(policy.location, "languages", message, "It has to be published first.")
        if policy.languages[policy.prevails].status != Status.AUTHENTIC:
            message = f"`{policy.prevails}` prevails, but is not authentic"
            yield Problem(policy.location, "languages", message, "Write `authentic` for it.")


def check_tombstones(
    policy: WorkingPolicy,
    edition: WorkingEdition,
    before: EditionRecord | None,
    record: PolicyRecord | None,
) -> Iterator[Problem]:
    """A published clause leaves only as a tombstone, and its id never comes back.

    What stood below a clause leaves with it. An imported edition reads as it was published, so
    clauses may have left it without a trace. In a source that was not understood whole, nothing is
    known to be gone.
    """
    if before is None or record is None or not policy.sound:
        return
    clauses = {clause.id: clause for clause in policy.walk()}
    groups = (before.edition.preamble, before.edition.clauses, before.edition.annexes)
    gone = (
        [] if edition.imported else [place for group in groups for place in _gone(group, clauses)]
    )
    for place in gone:
        message = f"the clause `{place.id}` of edition {before.edition.id} is gone"
        hint = f"Keep `- id: {place.id}` with `repealed: true` in its place."
        yield Problem(policy.location.in_clause(place.id), "tombstone", message, hint)
    dead = _dead(before, record)
    for clause in clauses.values():
        if clause.id in dead and not clause.repealed:
            message = f"the clause `{clause.id}` was repealed; its id never gets another meaning"
            hint = "Give the new clause an id of its own."
            yield Problem(clause.location, "tombstone", message, hint)


def _gone(places: Iterable[Place], clauses: dict[str, WorkingClause]) -> Iterator[Place]:
    for place in places:
        clause = clauses.get(place.id)
        if clause is None:
            yield place
        elif not clause.repealed:
            yield from _gone(place.clauses, clauses)


def _dead(before: EditionRecord, record: PolicyRecord) -> set[str]:
    """The ids that are repealed in the edition before, with those that ever stood below them."""
    until = before.edition.effective
    places = [
        place
        for one in _standing(record)
        if one.edition.effective <= until
        for place in one.edition.walk()
    ]
    repealed = {place.id for place in before.edition.walk() if place.repealed}
    below = {one.id for place in places if place.id in repealed for one in place.walk()}
    return below - {place.id for place in before.edition.walk() if not place.repealed}


def check_aliases(policy: WorkingPolicy, project: Project) -> Iterator[Problem]:
    """An alias leads to one policy, and hides no page."""
    for alias in policy.aliases:
        top = _top(alias)
        if top in project.policies or top in project.archive.policies:
            message = f"the alias `{alias}` would hide a page of `{top}`"
            yield Problem(policy.location, "alias", message, "Choose another path.")
    for other in project.policies.values():
        for alias in policy.aliases:
            if other is not policy and alias in other.aliases:
                message = f"the alias `{alias}` already leads to `{other.policy}`"
                yield Problem(policy.location, "alias", message, "Keep it in one policy.")
    for record in project.archive.policies.values():
        if record.policy != policy.policy:
            yield from _taken(policy, record)


def _taken(policy: WorkingPolicy, record: PolicyRecord) -> Iterator[Problem]:
    taken = {alias for one in record.editions for alias in one.edition.aliases}
    for alias in sorted(taken & set(policy.aliases)):
        message = f"the alias `{alias}` was published for `{record.policy}`, and stays there"
        yield Problem(policy.location, "alias", message, "Choose another path.")
    for alias in sorted(taken):
        if _top(alias) == policy.policy:
            message = f"the address of this policy was published as an alias of `{record.policy}`"
            hint = f"`{alias}` leads there for ever; choose another id for this policy."
            yield Problem(policy.location, "alias", message, hint)


def _top(alias: str) -> str:
    return alias.split("/")[1]
