"""What the redline of an edition against the one before it shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inforce.archive import TextRecord
from inforce.compare import ComparedClause, Comparison, Entry, Kind, compare
from inforce.render import Renderer
from inforce.render.naming import Path, bare, named, paths, telling
from inforce.render.redline import redline_html
from inforce.render.redline_labels import RedlineLabels
from inforce.site.model import Page
from inforce.site.publication import PolicyStanding, Publication, Standing
from inforce.site.references import References


@dataclass(frozen=True, slots=True)
class Pair:
    """An edition (`new`) and the one that it replaced (`old`).

    `texts` are the old and the new one, both in one language; None where no language has both.
    """

    old: Standing
    new: Standing
    wanted: str
    texts: tuple[TextRecord, TextRecord] | None

    @property
    def language(self) -> str:
        """The language of the texts; the wanted one where there are none."""
        return self.texts[1].text.language if self.texts else self.wanted

    @property
    def missing(self) -> bool:
        """Whether the wanted language has not both texts."""
        return self.texts is None or self.language != self.wanted


def pair(publication: Publication, policy: PolicyStanding, edition: str, wanted: str) -> Pair:
    """What is compared for readers of the language `wanted`.

    Where one of the texts is missing in it, both are those of the language that stands in for it.
    Raises ValueError for a first edition.
    """
    old, new = policy.compared_with(edition), policy.standing[edition]
    if old is None:
        raise ValueError(f"{policy.record.policy} {edition} replaced no other edition")
    of_new = new.record.edition
    order = (wanted, of_new.fallback, of_new.prevails, *publication.site.languages)
    both = (
        (old.record.texts[language][-1], new.record.texts[language][-1])
        for language in order
        if old.record.texts.get(language) and new.record.texts.get(language)
    )
    return Pair(old, new, wanted, next(both, None))


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of change, in the reader's words, and the clauses that it happened to.

    A clause is its id and its name: number, title or first words; two names where it has another
    number now.
    """

    kind: str
    clauses: tuple[tuple[str, str], ...]


def redline(
    publication: Publication, references: References, page: Page, renderer: Renderer
) -> Mapping[str, object]:
    """The context of the page's template."""
    policy = publication.policies[page.address.policy]
    found = pair(publication, policy, page.edition, page.address.language)
    labels = RedlineLabels.of(renderer.words)
    comparison = compare(found.texts[0].text, found.texts[1].text) if found.texts else None
    old, new = (
        references.link(page.address, one.record.edition.effective)
        for one in (found.old, found.new)
    )
    return {
        "policy": policy,
        "standing": found.new,
        "pair": found,
        "comparison": comparison,
        "rows": rows(comparison, labels.kinds) if comparison else (),
        "fragment": redline_html(comparison, old, new, labels) if comparison else "",
    }


def rows(comparison: Comparison, names: Mapping[Kind, str]) -> tuple[Row, ...]:
    """The changed clauses by kind; one that came or went with the clause around it is left out."""
    clauses = [
        clause
        for group in (comparison.preamble, comparison.clauses, comparison.annexes)
        for clause in _by_themselves(group, None)
    ]
    old, new = paths(comparison.old), paths(comparison.new)
    found = {
        kind: tuple((one.id, listed(one, old, new)) for one in clauses if kind in one.kinds)
        for kind in Kind
    }
    return tuple(Row(names[kind], ones) for kind, ones in found.items() if ones)


def _by_themselves(
    entries: Sequence[Entry], around: ComparedClause | None
) -> Iterator[ComparedClause]:
    for one in entries:
        if isinstance(one, ComparedClause):
            if not one.came_with(around):
                yield one
            yield from _by_themselves(one.clauses, one)


def listed(clause: ComparedClause, old: Mapping[str, Path], new: Mapping[str, Path]) -> str:
    """What a list calls a clause; `3.4 → 5.1` where it has another number now."""
    before, after = (bare(numbers.get(clause.id, ())) for numbers in (old, new))
    if clause.new is None:
        return named(clause.clause, before)
    name = named(telling(clause), after)
    return f"{before} → {name}" if before and before != after else name
