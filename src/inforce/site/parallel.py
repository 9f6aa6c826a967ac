"""What the page of a policy's languages side by side shows.

It shows the edition in force. An address that was published stays, so the page of a policy that
is not in force shows the edition that is next to come, or else the last there was, and its notice
says where that edition stands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from inforce.archive import EditionRecord, TextRecord
from inforce.model import Text
from inforce.render import Labels, Renderer, Words, language_name
from inforce.render.parallel import Column, parallel_rows
from inforce.site.model import Page
from inforce.site.publication import Publication, Shown
from inforce.site.references import References


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its text, and whether that one prevails."""

    record: TextRecord
    prevails: bool

    @property
    def language(self) -> str:
        """The language of the column."""
        return self.record.text.language


def parallel(
    publication: Publication, references: References, page: Page, renderer: Renderer
) -> Mapping[str, object]:
    """The context of the page's template."""
    policy = publication.policies[page.address.policy]
    standing = policy.standing[page.edition]
    edition = standing.record.edition
    reader = page.address.language
    texts = side_by_side(publication, standing.record, reader)
    columns = [
        Column(
            one.text,
            references.link(page.address, edition.effective, one.text.language),
            _labels(renderer.words, one.text),
        )
        for one in texts
    ]
    return {
        "policy": policy,
        "standing": standing,
        "heads": [Head(one, edition.prevails == one.text.language) for one in texts],
        "absent": tuple(_absent(publication, standing.record)),
        "rows": parallel_rows(edition, columns),
    }


def side_by_side(
    publication: Publication, record: EditionRecord, reader: str
) -> tuple[TextRecord, ...]:
    """The texts that an edition has, that in the reader's language first."""
    order = dict.fromkeys((reader, *publication.site.languages, *record.texts))
    return tuple(record.texts[one][-1] for one in order if record.texts.get(one))


def _absent(publication: Publication, record: EditionRecord) -> Iterator[Shown]:
    """The languages in which the edition has no text."""
    for language in dict.fromkeys((*publication.site.languages, *record.edition.languages)):
        shown = publication.shown(record, language)
        if shown.missing:
            yield shown


def _labels(words: Words, text: Text) -> Labels:
    """A table in a text is told from those beside it by its language."""
    labels = Labels.of(words)
    return replace(labels, table=f"{labels.table}, {language_name(text.language)}")
