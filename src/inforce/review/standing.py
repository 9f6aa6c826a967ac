"""What a changed policy declares of its next edition, and what that means in time, in English."""

from collections.abc import Iterator
from datetime import date, datetime

from inforce.archive import EditionRecord
from inforce.archive.identity import identify
from inforce.ledger import Add, Correct, Publish
from inforce.model import Site
from inforce.render.dates import words_of_date
from inforce.report import inert
from inforce.review.changes import PolicyChange
from inforce.review.rules import days
from inforce.timeline import in_force, period, upcoming
from inforce.zones import in_zone, local_day


def new_edition(change: PolicyChange) -> EditionRecord | None:
    """The edition that would be published now; None where none would."""
    for step in change.steps:
        if isinstance(step.act, Publish):
            return change.record.edition(step.act.edition)
    return None


def rows(change: PolicyChange, site: Site, now: datetime) -> Iterator[tuple[str, str]]:
    """What is declared, as the rows of a table."""
    policy, new = change.after, new_edition(change)
    if policy is None:
        return
    yield "Edition", edition(change)
    declared = policy.edition
    if declared is None or not (new or _refused(change)):
        return
    if declared.adopted:
        yield "Adopted", day(declared.adopted)
    kinds = {"substantive": "substantive", "correction": "a correction: nothing changes in meaning"}
    yield "Change", kinds.get(declared.change, inert(declared.change))
    instant = declared.effective.instant
    if instant is None:
        yield "In force", "from the moment when it is published"
    else:
        yield "In force", f"from {day(in_zone(instant, site.timezone))}"
    for one in declared.applies:
        yield f"For {inert(one.to)}", f"from {day(one.start)}"
    yield "Notice", notice(change, site, now)
    yield "Until then", _meanwhile(change, now)


def edition(change: PolicyChange) -> str:
    """Which edition the working text is, and what publishing it would do."""
    policy = change.after
    declared = policy.edition if policy else None
    for step in change.steps:
        languages = ", ".join(step.languages)
        number = inert(change.record.edition(step.act.edition).edition.number)
        match step.act:
            case Publish():
                return f"No. {number}, new: it would be published as `{step.act.edition}`"
            case Add():
                return f"No. {number} stays; a text is added to it: {languages}"
            case Correct():
                return f"No. {number} stays; a translation is corrected in it: {languages}"
    if declared is None:
        return _draft(change)
    if _refused(change):
        number = f"No. {inert(declared.number)}" if declared.number else "A new one"
        return f"{number}: it cannot be published as it is; see the problems"
    known = identify(declared, change.record)
    number = inert(known.edition.number if known else declared.number)
    return f"No. {number} is published already; there is nothing to publish"


def _draft(change: PolicyChange) -> str:
    before = change.before.edition if change.before else None
    said = "None: without `edition:` this is a draft, and nothing of it is published"
    if before is None:
        return said
    number = f"No. {inert(before.number)}" if before.number else "The edition"
    if identify(before, change.record):
        return f"{said}. {number}, which it was, stays published"
    return f"{said}. {number}, which it was to be, is taken back"


def _refused(change: PolicyChange) -> bool:
    """Whether problems keep the declared edition from being published."""
    return not change.steps and any(one.severity == "error" for one in change.problems)


def notice(change: PolicyChange, site: Site, now: datetime) -> str:
    """Whether readers get the notice that the site promises them."""
    policy = change.after
    declared = policy.edition if policy else None
    if declared is None:
        return ""
    if change.replaces is None:
        return "none is needed: it is the first edition"
    if declared.change == "correction":
        return "none is promised of a correction"
    if not site.notice:
        return "none is promised on this site"
    left = (binding(change, now) - local_day(now, site.timezone)).days
    kept = "kept" if left >= site.notice else "**not kept**"
    return f"{days(site.notice)} promised, {days(max(left, 0))} if it is published today: {kept}"


def binding(change: PolicyChange, now: datetime) -> date:
    """The day from which the new edition binds all readers."""
    declared = change.after.edition if change.after else None
    instant = (declared.effective.instant if declared else None) or now
    starts = [one.start for one in declared.applies] if declared else []
    return max([instant.date(), *starts])


def _meanwhile(change: PolicyChange, now: datetime) -> str:
    new = new_edition(change)
    current = in_force(change.record, now)
    held = change.replaces if current is new else current
    said = f"{_name(held)} stays in force" if held else "nothing is in force"
    last = change.replaces.edition.effective if change.replaces else now
    starts = ((one.edition.effective, one) for one in upcoming(change.record, now))
    later = [f"from {day(start)} {_name(one)}" for start, one in starts if start <= last]
    return ", ".join((said, *later))


def _name(record: EditionRecord) -> str:
    one = record.edition
    return f"No. {inert(one.number)} (`{one.id}`)"


def timeline(change: PolicyChange, now: datetime) -> Iterator[str]:
    """What will be in force when, a line each, from now on."""
    new = new_edition(change)
    found: list[tuple[date, str]] = []
    for one in change.record.editions:
        held = period(change.record, one.edition.id)
        if one.withdrawn is not None or (held.end is not None and held.end <= now):
            continue
        name = f"{_name(one)}, new" if one is new else _name(one)
        since = "now" if held.start <= now else f"from {day(held.start)}"
        until = f" until {day(held.end)}" if held.end else ""
        found.append((max(held.start, now).date(), f"{since}{until}: {name}"))
        found += [
            (group.start, f"from {day(group.start)}: {name} binds {inert(group.to)} too")
            for group in one.edition.applies
            if group.start > now.date()
        ]
    if change.record.repeal:
        end = change.record.repeal.effective
        found.append((end.date(), f"from {day(end)}: nothing, the policy is repealed"))
    yield from (line for _, line in sorted(found, key=lambda one: one[0]))


def day(moment: date) -> str:
    """A date, or a moment with its time."""
    return words_of_date(moment, "en").replace("\u00a0", " ")
