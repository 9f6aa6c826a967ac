"""What readers must be told of a changed policy, with the words to send them."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from inforce.address import Address
from inforce.archive import EditionRecord
from inforce.model import Site
from inforce.render import Words
from inforce.render.announcement import Announcement, announcement
from inforce.report import inert
from inforce.review.changes import PolicyChange
from inforce.review.standing import binding, day, new_edition, notice


def must_be_told(change: PolicyChange, site: Site, now: datetime) -> Iterator[str]:
    """What has to be said to readers, a line each; nothing where no edition is published."""
    new = new_edition(change)
    if new is None:
        yield "Nothing yet: no edition would be published."
        return
    edition = new.edition
    if edition.imported:
        yield "Nothing: the edition was published elsewhere before."
        return
    if change.replaces is None:
        yield f"There is a new document from {day(edition.effective)}."
    elif edition.change == "correction":
        yield "Nothing has to be sent: it is a correction, and the pages show it."
        return
    else:
        yield f"There is a new edition from {day(edition.effective)}."
        yield f"Notice: {notice(change, site, now)}."
        if site.notice:
            last = binding(change, now) - timedelta(days=site.notice)
            yield f"The last day to tell them is {day(last)}."
    for one in edition.applies:
        yield f"It binds {inert(one.to)} from {day(one.start)} on."


def announcements(change: PolicyChange, site: Site) -> Iterator[tuple[str, str]]:
    """The notice to readers by language; none where nothing has to be sent."""
    new = new_edition(change)
    if new is None or new.edition.imported or new.edition.change == "correction":
        return
    for code in site.languages:
        yield code, announcement(Words.load(code), _told(change, new, site, code))


def _told(change: PolicyChange, new: EditionRecord, site: Site, code: str) -> Announcement:
    edition, text = new.edition, change.texts.get(code)
    shown = text or change.texts.get(edition.fallback) or next(iter(change.texts.values()))
    declared = change.after.edition if change.after else None
    known = declared is not None and declared.effective.instant is not None
    own = Address(code, edition.policy, edition.id)
    changes = Address(code, edition.policy, edition.id, view="changes")
    root = site.languages[0]
    titles = change.source.title
    title = titles.get(code) or titles.get("")
    before = change.replaces.edition.effective if change.replaces else new.recorded
    return Announcement(
        title=title.text if title else shown.title,
        since=edition.effective if known else None,
        read=own.url(site.url, root),
        compare=changes.url(site.url, root) if change.replaces else "",
        between=before if before > new.recorded else None,
        summary=text.summary if text else (),
        applies=edition.applies,
        prevails=_other(edition.prevails, code, edition.languages),
    )


def _other(prevails: str, code: str, languages: object) -> str:
    known = isinstance(languages, dict) and prevails in languages
    return prevails if known and prevails != code else ""


def fenced(words: str) -> str:
    """The words as they are: in a block of code nothing is a mention or a link."""
    longest = max((len(one) for one in re.findall(r"`{3,}", words)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{words.rstrip()}\n{fence}\n"
