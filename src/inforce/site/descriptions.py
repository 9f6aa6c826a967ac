"""What a page is about, in a sentence or two for those who find it in a list of results.

First where the document stands, in sentences that stay true as time passes; then how its text,
or what changed in it, begins. All in the reader's language: a text that is not in it is left out.
"""

import re
from collections.abc import Iterator

from inforce.model import Block, Paragraph, Text, plain
from inforce.render import Case, Words
from inforce.site.model import Kind, Page
from inforce.site.publication import PolicyStanding, Publication, Standing
from inforce.timeline import State

LONGEST = 160  # characters, about what is shown of it

_GAP = re.compile("[ \t\n]+")


def description(page: Page, publication: Publication, words: Words) -> str:
    """The description of a page: plain words on one line, at most LONGEST characters."""
    match page.kind:
        case Kind.HOME:
            text = _home(publication, words)
        case Kind.CHANGELOG:
            text = words("Everything published, amended or repealed here, newest first.")
        case Kind.DRAFT:
            text = words("Draft: a working text, neither published nor in force.")
        case Kind.HISTORY:
            text = words(
                "All editions of the document “%(title)s”, their dates and what they changed.",
                title=page.title,
            )
        case Kind.PARALLEL:
            text = words(
                "The document “%(title)s” in all its languages side by side, clause by clause.",
                title=page.title,
            )
        case Kind.CLAUSES:
            text = words(
                "How each clause of the document “%(title)s” changed, edition by edition.",
                title=page.title,
            )
        case Kind.CHANGES:
            text = words(
                "What this edition of the document “%(title)s” changes, word by word.",
                title=page.title,
            )
        case Kind.STATE:
            text = _state(publication.policies[page.address.policy], words)
        case Kind.POLICY | Kind.EDITION:
            text = " ".join(_edition(page, publication, words))
    return shortened(text)


def shortened(text: str) -> str:
    """The text on one line; cut between two words, with an ellipsis, where it is too long."""
    line = _GAP.sub(" ", text).strip()
    if len(line) <= LONGEST:
        return line
    cut = line[:LONGEST].rpartition(" ")[0] or line[: LONGEST - 1]
    return cut.rstrip(" ,;:.–") + "…"


def _home(publication: Publication, words: Words) -> str:
    policies = publication.policies.items()
    titles = [
        publication.title(policy, words.language)
        for policy, standing in policies
        if not standing.repealed
    ]
    return ", ".join(titles) or words("Nothing is published yet.")


def _state(policy: PolicyStanding, words: Words) -> str:
    """Why a policy is not in force."""
    if policy.repealed and policy.record.repeal:
        end = words.date(policy.record.repeal.effective.date(), Case.ON)
        return words("The document ceased to have effect on %(on)s.", on=end)
    for one in policy.upcoming:
        return words("Takes effect on %(on)s.", on=words.date(one.period.start.date(), Case.ON))
    return words(
        "This document is not in force: every edition was withdrawn before it took effect."
    )


def _edition(page: Page, publication: Publication, words: Words) -> Iterator[str]:
    standing = publication.policies[page.address.policy].standing[page.edition]
    shown = publication.shown(standing.record, page.address.language)
    yield _standing(standing, publication, words)
    if shown.record is None or shown.missing:
        yield words(
            "There is no text of this edition %(in_language)s.",
            in_language=words.inside(words.language),
        )
    elif page.kind is Kind.EDITION and shown.record.text.summary:
        yield _plain(shown.record.text.summary)
    else:
        yield _beginning(shown.record.text)


def _standing(standing: Standing, publication: Publication, words: Words) -> str:
    """Where an edition stands."""
    withdrawn, period = standing.record.withdrawn, standing.period
    if withdrawn is not None:
        day = words.date(publication.day(withdrawn), Case.ON)
        return words("Withdrawn on %(on)s, before it took effect.", on=day)
    if standing.state is State.SCHEDULED:
        day = words.date(period.start.date(), Case.ON)
        return words("This edition takes effect on %(on)s.", on=day)
    since = words.date(period.start.date(), Case.SINCE)
    if period.end is None:
        return words("In force from %(since)s.", since=since)
    until = words.date(period.end.date(), Case.UNTIL)
    if standing.state is State.IN_FORCE:
        return words("In force from %(since)s until %(until)s.", since=since, until=until)
    return words("Was in force from %(since)s until %(until)s.", since=since, until=until)


def _beginning(text: Text) -> str:
    """How a text begins: the paragraphs of its clauses, as many as can be shown."""
    found = ""
    for clause in text.walk():
        found = f"{found} {_plain(clause.blocks)}"
        if len(found) > LONGEST:
            break
    return found


def _plain(blocks: tuple[Block, ...]) -> str:
    return " ".join(plain(block.runs) for block in blocks if isinstance(block, Paragraph))
