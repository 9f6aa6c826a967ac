"""What changed in the words of one clause, as HTML; written as in `render.redline`."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from inforce.compare import Difference, Wording
from inforce.compare.lives import difference_of
from inforce.model import Text
from inforce.render.redline_labels import RedlineLabels
from inforce.render.redline_pieces import PieceWriter
from inforce.render.text import PolicyLink, Writer

_NOTHING = Wording()


@dataclass(frozen=True, slots=True)
class LifeWriter:
    """Writes what changed from one text to another; the links are those of the two texts.

    `ids` are the clauses that are on the page, to which references may lead.
    """

    language: str
    ids: frozenset[str]
    labels: RedlineLabels

    def changed(self, one: Difference, old_link: PolicyLink, new_link: PolicyLink) -> Markup:
        """One wording against another."""
        labels = self.labels
        text = Text("", "", self.language, "")
        old, new = (Writer(text, link, labels.text) for link in (old_link, new_link))
        old.ids = new.ids = {*self.ids}
        writer = PieceWriter(old, new, labels.text.table, labels.deleted, labels.inserted)
        title = f"<p><strong>{writer.pieces(one.title)}</strong></p>\n" if one.title else ""
        words = title + writer.blocks(one.blocks) + writer.blocks(one.closing)
        html = f'<div class="inforce-redline" lang="{escape(self.language)}">\n{words}</div>\n'
        return Markup(html)  # noqa: S704 - escaped piece by piece

    def removed(self, wording: Wording, link: PolicyLink) -> Markup:
        """A wording that is there no more."""
        return self.changed(difference_of(wording, _NOTHING), link, link)
