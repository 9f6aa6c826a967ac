"""What the page of all editions knows, so that any two of them can be compared on it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from inforce.render import Words
from inforce.render.redline import RedlineLabels
from inforce.site.addresses import To
from inforce.site.model import Page
from inforce.site.publication import PolicyStanding, Publication, Standing
from inforce.site.wordings import comparable


@dataclass(frozen=True, slots=True)
class Choice:
    """An edition that can be chosen: the languages of its texts, and which the reader would get.

    `order` are the languages in which it is compared with an earlier one, the best first.
    """

    standing: Standing
    languages: tuple[str, ...]
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparing:
    """The editions to choose from, newest first, the two to begin with, and what the script says.

    `others` are the languages that may stand in for the reader's.
    """

    choices: tuple[Choice, ...]
    old: str
    new: str
    others: tuple[str, ...]
    said: Markup


def comparing(
    publication: Publication, page: Page, policy: PolicyStanding, words: Words
) -> Comparing | None:
    """What is there to compare; None where no two editions have texts in one language."""
    found = comparable(policy)
    if not found:
        return None
    language = page.address.language
    choices = tuple(_choice(publication, one, language) for one in reversed(policy.editions))
    old, new = _first_pair(policy)
    others = tuple(one for one in found if one != language)
    said = _said(publication, page, words, found)
    return Comparing(choices, old, new, others, said)


def _choice(publication: Publication, standing: Standing, language: str) -> Choice:
    record = standing.record
    edition = record.edition
    order = (language, edition.fallback, edition.prevails, *publication.site.languages)
    held = tuple(one for one, texts in record.texts.items() if texts)
    return Choice(standing, held, tuple(dict.fromkeys(order)))


def _first_pair(policy: PolicyStanding) -> tuple[str, str]:
    """The edition in force and the one before it; where there is none, the next one and it."""
    ids = [one.record.edition.id for one in policy.editions]
    shown = policy.shown.record.edition.id
    before = policy.compared_with(shown)
    return (before.record.edition.id, shown) if before else (ids[0], ids[1])


def _said(
    publication: Publication, page: Page, words: Words, languages: Mapping[str, object]
) -> Markup:
    """The words and addresses that the script needs, as JSON that may stand in a `script`."""
    to = To(page.address, publication.root)
    labels = RedlineLabels.of(words)
    data = {
        "language": page.address.language,
        "home": to.home(),
        "files": {one: to.wordings(page.address.policy, one) for one in languages},
        "kinds": labels.kinds,
        "deleted": labels.deleted,
        "inserted": labels.inserted,
        "unchanged": labels.unchanged,
        "departed": labels.departed,
        "previous": labels.previous,
        "next": labels.next,
        "table": labels.text.table,
        "loading": words("Comparing…"),
        "changes": words("Number of changes:"),
        "failed": words("The comparison could not be loaded. Try once more."),
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.replace("<", "\\u003c"))  # noqa: S704 - nothing in it ends the element
