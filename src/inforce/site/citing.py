"""How each clause of a page is cited, as data for the menu beside it (`assets/cite.js`)."""

import json
from collections.abc import Iterator

from markupsafe import Markup

from inforce.archive import TextRecord
from inforce.model import Edition, Text
from inforce.render.citation import Citations, Cited, citations
from inforce.site import addresses
from inforce.site.coming import states_to_come
from inforce.site.publication import Publication, Standing
from inforce.site.suggesting import Sources


def citing(
    publication: Publication, standing: Standing, record: TextRecord, sources: Sources
) -> Markup:
    """The citations of a text as JSON that may stand in a `script` element.

    What all citations have in common is there once: each of `groups` is what stands before and
    after its clauses, and the place of each clause by id. `link` is the permanent page of the
    edition in the language of the text. `then` is what stands around the clauses of each group
    from an instant on, at which the edition will stand elsewhere. `source`, where readers may edit
    the working text, is its address and the line of each clause that is still there.
    """
    text, edition = record.text, standing.record.edition
    data: dict[str, object] = {
        "edition": edition.id,
        "language": text.language,
        "link": _link(publication, edition, text),
        "groups": [
            [one.before, one.after, one.places] for one in _groups(publication, standing, record)
        ],
    }
    if then := list(_then(publication, standing, record)):
        data["then"] = then
    if shown := sources.shown(edition.policy):
        ids = {clause.id for clause in text.walk()}
        lines = {one: line for one, line in sources.lines[edition.policy].items() if one in ids}
        data["source"] = [shown, lines]
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.replace("<", "\\u003c"))  # noqa: S704 - nothing in it ends the element


def _groups(publication: Publication, standing: Standing, record: TextRecord) -> list[Citations]:
    """The citations of a text, by what they have in common."""
    found = citations(record.text, standing.record.edition, cited(publication, standing, record))
    return [one for one in found if one.places]


def _then(
    publication: Publication, standing: Standing, record: TextRecord
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """What stands before and after the clauses of each group from each instant to come on."""
    edition = standing.record.edition
    for at, _ in states_to_come(publication.policies[edition.policy], standing):
        later = publication.at(at)
        groups = _groups(later, later.policies[edition.policy].standing[edition.id], record)
        yield at.isoformat(), [(one.before, one.after) for one in groups]


def cited(publication: Publication, standing: Standing, record: TextRecord) -> Cited:
    """What a citation says of an edition in the language of a text."""
    edition, period, withdrawn = standing.record.edition, standing.period, standing.record.withdrawn
    return Cited(
        edition.number,
        edition.adopted,
        standing.state,
        edition.effective.date(),
        period.end.date() if period.end else None,
        publication.day(withdrawn) if withdrawn else None,
        record.status.status,
        _operator(publication, record.text.language),
    )


def _operator(publication: Publication, language: str) -> str:
    """What the operator is called in a language; empty where that is not known."""
    names = publication.site.facts.get("operator.name", {})
    name = names.get(language) or names.get("")
    return name.text if name else ""


def _link(publication: Publication, edition: Edition, text: Text) -> str:
    root, languages = publication.root, publication.site.languages
    language = text.language if text.language in languages else root
    page = addresses.edition(language, edition.policy, edition.id)
    return page.url(publication.site.url, root)
