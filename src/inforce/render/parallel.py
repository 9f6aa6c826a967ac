"""The texts of an edition side by side: a row a clause, a cell a language.

The cells of a language, read from the top down, are its text: the title, the preface, every
clause with its number, title and words, what stands after its subordinate clauses, the
conclusions and the annexes. What is in a cell is the same HTML as in the text itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from markupsafe import Markup, escape

from inforce.model import Clause, Edition, Part, Place, Text
from inforce.render.labels import Labels
from inforce.render.text import PolicyLink, Writer

TITLE_LEVEL = 2  # the page's own heading stands above those of the texts
DEEPEST_INDENT = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A text, where its references to other policies lead, and the labels within it."""

    text: Text
    link: PolicyLink
    labels: Labels


@dataclass(frozen=True, slots=True)
class Row:
    """A row: `id` and `name` (its number, else the id) are those of its clause, or empty.

    `classes` are those of its looks. A cell holds HTML; it is None where the text has no such
    clause, and empty where there is nothing to be said.
    """

    cells: tuple[Markup | None, ...]
    id: str = ""
    name: str = ""
    classes: str = ""


def parallel_rows(edition: Edition, columns: Sequence[Column]) -> tuple[Row, ...]:
    """The rows of these texts of an edition, clauses in the order of its structure."""
    return tuple(_Rows(columns).all(edition)) if columns else ()


@dataclass
class _Rows:
    """Goes through all texts at once."""

    columns: Sequence[Column]
    writers: list[Writer] = field(init=False)
    clauses: list[dict[str, Clause]] = field(init=False)

    def __post_init__(self) -> None:
        self.writers = [Writer(one.text, one.link, one.labels) for one in self.columns]
        self.clauses = [{it.id: it for it in one.text.walk()} for one in self.columns]

    def all(self, edition: Edition) -> Iterator[Row]:
        texts = [one.text for one in self.columns]
        titles = (f"<h{TITLE_LEVEL}>{escape(one.title)}</h{TITLE_LEVEL}>\n" for one in texts)
        yield Row(tuple(map(Markup, titles)), classes="inforce-title")
        yield from self.parts([one.preface for one in texts])
        yield from self.places((*edition.preamble, *edition.clauses))
        yield from self.parts([one.conclusions for one in texts])
        yield from self.places(edition.annexes, "inforce-annex")

    def parts(self, parts: Sequence[tuple[Part, ...]]) -> Iterator[Row]:
        for found in zip_longest(*parts):
            cells = [
                writer.blocks(part.blocks) if part else ""
                for writer, part in zip(self.writers, found, strict=True)
            ]
            yield Row(tuple(map(Markup, cells)), classes="inforce-part")

    def places(
        self, places: Sequence[Place], name: str = "", depth: int = 1, indent: int = 0
    ) -> Iterator[Row]:
        for place in places:
            found = [clauses.get(place.id) for clauses in self.clauses]
            yield self.clause(place, found, name, depth, indent)
            titled = any(one.title for one in found if one)
            below = indent if titled else min(indent + 1, DEEPEST_INDENT)
            yield from self.places(place.clauses, "", depth + 1, below)
            yield from self.closing(found, indent)

    def clause(
        self, place: Place, found: Sequence[Clause | None], name: str, depth: int, indent: int
    ) -> Row:
        cells = tuple(
            Markup(writer.head(clause, TITLE_LEVEL + depth)) if clause else None  # noqa: S704 - escaped
            for writer, clause in zip(self.writers, found, strict=True)
        )
        number = next((one.number for one in found if one and one.number), "")
        looks = (name, "inforce-repealed" if place.repealed else "", _indented(indent))
        return Row(cells, place.id, number or place.id, " ".join(filter(None, looks)))

    def closing(self, found: Sequence[Clause | None], indent: int) -> Iterator[Row]:
        """The words after the subordinate clauses, where there are any."""
        cells = [
            writer.blocks(clause.closing) if clause else ""
            for writer, clause in zip(self.writers, found, strict=True)
        ]
        if any(cells):
            yield Row(tuple(map(Markup, cells)), classes=_indented(indent))


def _indented(indent: int) -> str:
    return f"inforce-indent-{indent}" if indent else ""
