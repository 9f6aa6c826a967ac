"""The page on which every clause tells its life: since when it reads as it does, and what it said.

All editions that took effect, or will, are in it, in one language: the reader's, or the one that
stands in for it in the edition in force.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from inforce.compare import ClauseLife, EditionTree, Kind, Place, PolicyLife, policy_life
from inforce.compare.kinds import in_order
from inforce.compare.trees import Tree
from inforce.model import Clause, Text
from inforce.render import PolicyLink, Renderer
from inforce.render.lives import LifeWriter
from inforce.render.naming import full, paths, titled
from inforce.render.redline_labels import RedlineLabels
from inforce.site.model import Page
from inforce.site.publication import PolicyStanding, Publication, Standing
from inforce.site.references import References


@dataclass(frozen=True, slots=True)
class Turn:
    """From an edition on a clause reads, or is numbered, otherwise, or stands elsewhere.

    `what` are the reader's words for it, none in the first text. `number` is its number there
    with those above it, `html` what changed in its words; `gone` says that it is not there any
    more.
    """

    standing: Standing
    what: tuple[str, ...]
    number: str
    html: Markup
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """A clause with its turns, the newest first; `name` is its number and title, or first words."""

    id: str
    name: str
    number: str
    turns: tuple[Turn, ...]


def clauses(
    publication: Publication, references: References, page: Page, renderer: Renderer
) -> Mapping[str, object]:
    """The context of the page's template."""
    policy = publication.policies[page.address.policy]
    shown = publication.shown(policy.shown.record, page.address.language)
    lives = _Lives(
        references,
        page,
        policy,
        _texts(policy, shown.language),
        RedlineLabels.of(renderer.words),
    )
    present = [clause.id for clause in shown.record.text.walk()] if shown.record else []
    others = [one for one in lives.ids if one not in {*present}]
    valid = (one for one in policy.editions if one.record.withdrawn is None)
    return {
        "policy": policy,
        "standing": policy.shown,
        "shown": shown,
        "present": tuple(map(lives.life, present)),
        "others": tuple(map(lives.life, others)),
        "absent": [one for one in valid if not one.record.texts.get(shown.language)],
    }


def _texts(policy: PolicyStanding, language: str) -> tuple[Text, ...]:
    """The texts in a language of all editions that took effect or will, and of the one shown."""
    held = (one for one in policy.editions if not one.record.withdrawn or one is policy.shown)
    found = (one.record.texts.get(language, ()) for one in held)
    return tuple(texts[-1].text for texts in found if texts)


@dataclass(frozen=True, slots=True)
class _Stand:
    """A clause in a text: which wording, its own number, and what it is below (`around`).

    `number` is its own with those above that it needs; they may change where it does not.
    """

    wording: int
    own: str
    around: str
    number: str


@dataclass(frozen=True)
class _Lives:
    """Tells the life of each clause of a policy, from its texts in one language."""

    references: References
    page: Page
    policy: PolicyStanding
    texts: Sequence[Text]
    labels: RedlineLabels

    @cached_property
    def known(self) -> PolicyLife:
        return policy_life(self.texts)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The clauses in the order in which they first appeared."""
        return tuple(one for one in self.known.clauses if not one.startswith("_"))

    @cached_property
    def places(self) -> Sequence[Mapping[str, _Stand]]:
        """How the clauses of each text stand there, by id."""
        pairs = zip(self.texts, self.known.editions, strict=True)
        return [_stands(text, tree) for text, tree in pairs]

    @cached_property
    def names(self) -> Mapping[str, tuple[str, str]]:
        """What each clause is called, and its number, in the newest text that has it.

        One that is repealed is called by the words that it had.
        """
        said: dict[str, Clause] = {}
        found: dict[str, tuple[str, str]] = {}
        last = self.policy.shown.record.edition.id
        order = sorted(
            zip(self.texts, self.places, strict=True), key=lambda it: it[0].edition == last
        )
        for text, places in order:
            numbers = paths(text)
            for one in text.walk():
                if not one.repealed or one.id not in said:
                    said[one.id] = one
                name = titled(said[one.id], full(numbers[one.id]))
                found[one.id] = (name, places[one.id].number)
        return found

    @cached_property
    def writer(self) -> LifeWriter:
        language = self.texts[0].language if self.texts else ""
        return LifeWriter(language, frozenset(self.ids), self.labels)

    def life(self, name: str) -> Life:
        """The life of a clause."""
        called, number = self.names[name]
        turns = tuple(self.turns(self.known.clauses[name]))
        return Life(name, called, number, turns[::-1])

    def turns(self, life: ClauseLife) -> Iterator[Turn]:
        """The oldest one first."""
        before: _Stand | None = None
        last: tuple[str, _Stand] | None = None
        for text, places in zip(self.texts, self.places, strict=True):
            now = places.get(life.id)
            if not _same(now, before):
                came = before is None
                yield self.turn(life, text.edition, last, now, came)
            before = now
            last = (text.edition, now) if now else last

    def turn(
        self,
        life: ClauseLife,
        edition: str,
        last: tuple[str, _Stand] | None,
        now: _Stand | None,
        came: bool,
    ) -> Turn:
        standing = self.policy.standing[edition]
        if last is None:
            kinds = [] if edition == self.texts[0].edition else [Kind.ADDED]
            return Turn(standing, self.called(kinds), now.number if now else "", Markup())
        was, old = last[1], self.link(last[0])
        if now is None:
            html = self.writer.removed(life.wordings[was.wording], old)
            return Turn(standing, self.called([Kind.REMOVED]), was.number, html, gone=True)
        kinds = [Kind.ADDED] if came else []
        html = Markup()
        if now.wording != was.wording:
            difference = life.differences[was.wording, now.wording]
            kinds += difference.kinds
            html = self.writer.changed(difference, old, self.link(edition))
        if not came:
            kinds += [Kind.MOVED] if now.around != was.around else []
            kinds += [Kind.RENUMBERED] if now.own != was.own else []
        return Turn(standing, self.called(kinds), now.number, html)

    def called(self, kinds: Sequence[Kind]) -> tuple[str, ...]:
        return tuple(self.labels.kinds[kind] for kind in in_order(kinds))

    def link(self, edition: str) -> PolicyLink:
        """Where the references to other policies lead from an edition."""
        effective = self.policy.standing[edition].record.edition.effective
        return self.references.link(self.page.address, effective)


def _same(one: _Stand | None, other: _Stand | None) -> bool:
    """Whether a clause says the same under the same number at the same place."""
    if one is None or other is None:
        return one is other
    return replace(one, number="") == replace(other, number="")


def _stands(text: Text, tree: EditionTree) -> Mapping[str, _Stand]:
    """How the clauses of a text stand there; a bullet has the number of what it is below."""
    above, numbers = Tree.of(text).above, paths(text)

    def standing(place: Place) -> _Stand:
        around = above[place.id]
        path = numbers[place.id]
        if place.number and not path:
            path = (*numbers.get(around, ()), place.number)
        return _Stand(place.wording, place.number, around, full(path))

    found = _walk((*tree.preamble, *tree.clauses, *tree.annexes))
    return {place.id: standing(place) for place in found}


def _walk(places: Sequence[Place]) -> Iterator[Place]:
    for place in places:
        yield place
        yield from _walk(place.clauses)
