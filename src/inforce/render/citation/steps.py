"""Which steps lead to a clause: section 3, clause 2, its second paragraph.

The steps are the same in every language; what each is called, and in which order and case, is
its grammar's. A step whose number is in the number below it is left out: 3.2 needs no section 3.

Paragraphs and bullets have no number, so they are counted, as Kazakhstan's lawyers count them
(абзац): from the first paragraph of what holds them, all that is not numbered, however
deep, and none of what is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from inforce.model import Block, Clause, Edition, Marker, Paragraph, Text, plain


class Unit(Enum):
    """What a part of a document is called."""

    PREAMBLE = auto()
    ANNEX = auto()
    CHAPTER = auto()
    PART = auto()
    SECTION = auto()
    SUBSECTION = auto()
    ARTICLE = auto()
    SIGN = auto()  # §
    CLAUSE = auto()
    POINT = auto()
    PARAGRAPH = auto()


# What may stand around an article, whose numbers go through a whole document.
_AROUND = frozenset({Unit.CHAPTER, Unit.PART, Unit.SECTION, Unit.SUBSECTION})
_LISTED = (Marker.POINT, Marker.LETTER)


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a document: `label` is its number as it is cited, else `title` tells it apart.

    `word` is what the number itself calls it (`Schedule`). Of a PARAGRAPH, `first` and `last`
    count its paragraphs from 1, and `bullet` counts it among the bullets, or is 0.
    """

    unit: Unit
    label: str = ""
    title: str = ""
    word: str = ""
    first: int = 0
    last: int = 0
    bullet: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """The words that a number may have in itself (`Статья 5.`, `5-бап`), by what they say."""

    units: Mapping[str, Unit]

    def read(self, label: str) -> Step | None:
        """The step that a label names; None where it has none of the words."""
        words = "|".join(re.escape(word) for word in sorted(self.units, key=len, reverse=True))
        pattern = rf"(?P<w1>{words})(?!\w)\s*(?P<n1>.*)|(?P<n2>.+?)[\s-]*(?<!\w)(?P<w2>{words})"
        found = re.fullmatch(pattern, label, re.IGNORECASE)
        if found is None:
            return None
        word = found["w1"] or found["w2"]
        number = (found["n1"] or found["n2"] or "").strip()
        return Step(self.units[word.lower()], number, word=word)


def cited_steps(text: Text, edition: Edition, names: Names) -> Mapping[str, tuple[Step, ...]]:
    """The steps to each clause by its id, the outermost first."""
    reader = _Reader(names, {place.id: place.marker for place in edition.walk()})
    found = dict(reader.preamble(text.preamble))
    body = dict(reader.below(text.clauses, (), _Count()))
    found |= {identity: _unique(steps) for identity, steps in _through(body).items()}
    for annex in text.annexes:
        steps = (reader.annex(annex, len(text.annexes)),)
        below = dict(reader.below(annex.clauses, (), _Count(_paragraphs(annex.blocks))))
        found[annex.id] = steps
        found |= {identity: (*steps, *_unique(path)) for identity, path in below.items()}
    return found


@dataclass(slots=True)
class _Count:
    """How many paragraphs and bullets there were so far below one numbered part."""

    paragraphs: int = 0
    bullets: int = 0


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the steps of one text."""

    names: Names
    markers: Mapping[str, str] = field(default_factory=dict)

    def preamble(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[str, tuple[Step, ...]]]:
        """A preamble of one paragraph is cited as a whole."""
        start = (Step(Unit.PREAMBLE),)
        below = self.below(clauses, start, _Count())
        if len(clauses) == 1 and not _label(clauses[0]):
            yield clauses[0].id, start
            count = _Count(_paragraphs(clauses[0].blocks))
            below = self.below(clauses[0].clauses, start, count)
        for identity, steps in below:
            yield identity, _unique(steps)

    def annex(self, clause: Clause, count: int) -> Step:
        """An annex by its number; one without any by its title, where there are others."""
        label, title = _label(clause), _title(clause)
        named = self.names.read(label) or self._numbered_in(title)
        if named and named.unit is Unit.ANNEX and (named.label or count == 1):
            return named
        if label and not named:
            return Step(Unit.ANNEX, label)
        word = named.word if named else ""
        return Step(Unit.ANNEX, title="" if count == 1 else title or clause.id, word=word)

    def _numbered_in(self, title: str) -> Step | None:
        """The number of an annex that stands in its title: `Приложение № 1. Форма`."""
        start = re.match(r"(?:\w+\s+(?:№\s*|No\.?\s*)?[\dA-ZА-Я]{1,2}\b|№?\s*\d+\s*-\s*\w+)", title)
        step = self.names.read(start[0]) if start else None
        return step if step and step.unit is Unit.ANNEX else None

    def below(
        self, clauses: Iterable[Clause], above: tuple[Step, ...], count: _Count
    ) -> Iterator[tuple[str, tuple[Step, ...]]]:
        """The steps to each of the clauses and all below them."""
        for clause in clauses:
            step = self._step(clause, above, count)
            own = _flat(above, step)
            yield clause.id, own
            if step.unit is Unit.PARAGRAPH:
                yield from self.below(clause.clauses, own, count)
                count.paragraphs += _paragraphs(clause.closing)
            else:
                inner = _Count(_paragraphs(clause.blocks))
                yield from self.below(clause.clauses, own, inner)

    def _step(self, clause: Clause, above: tuple[Step, ...], count: _Count) -> Step:
        label, title = _label(clause), _title(clause)
        if not label and not title:
            return self._counted(clause, count)
        if named := self.names.read(label):
            return named
        unit = self._unit(clause, label, above)
        if not label or _is_words(label):
            return Step(unit, title=label or title)
        return Step(unit, label)

    def _unit(self, clause: Clause, label: str, above: tuple[Step, ...]) -> Unit:
        marker = self.markers.get(clause.id, "")
        if label and (marker in _LISTED or label.endswith(")")):
            return Unit.POINT if above else Unit.CLAUSE
        if not above and (clause.title or marker == Marker.ROMAN):
            return Unit.SECTION
        if clause.title and above[-1].unit is Unit.SECTION and self._holds_clauses(clause):
            return Unit.SUBSECTION
        inside = [one.label for one in above if one.unit in (Unit.CLAUSE, Unit.POINT)]
        return Unit.POINT if inside and not contains(label, inside[-1]) else Unit.CLAUSE

    def _holds_clauses(self, clause: Clause) -> bool:
        """Whether there are clauses below it, and not only points."""
        numbers = ((one.id, _label(one)) for one in clause.clauses)
        return any(
            label and not label.endswith(")") and self.markers.get(identity) not in _LISTED
            for identity, label in numbers
        )

    def _counted(self, clause: Clause, count: _Count) -> Step:
        first = count.paragraphs + 1
        count.paragraphs += max(1, _paragraphs(clause.blocks))
        bullet = 0
        if clause.number or self.markers.get(clause.id) == Marker.BULLET:
            count.bullets += 1
            bullet = count.bullets
        return Step(Unit.PARAGRAPH, first=first, last=count.paragraphs, bullet=bullet)


def contains(label: str, other: str) -> bool:
    """Whether one number has another in it: 3.2 has 3."""
    return bool(other) and label.startswith(f"{other}.")


def _is_words(label: str) -> bool:
    """Whether a label has a word that is none of the known ones, and no Roman figure."""
    return not re.fullmatch("[IVXLCDM.]+", label) and re.search(r"[^\W\d_]{2}", label) is not None


def _label(clause: Clause) -> str:
    """A number as it is cited, without its full stop; nothing where it is only a sign."""
    number = clause.number.removesuffix(".").strip()
    return number if any(sign.isalnum() or sign == "§" for sign in number) else ""


def _title(clause: Clause) -> str:
    return " ".join(plain(clause.title).split())


def _paragraphs(blocks: tuple[Block, ...]) -> int:
    return sum(isinstance(block, Paragraph) for block in blocks)


def _flat(above: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """A paragraph within a paragraph is one of what holds both."""
    if step.unit is Unit.PARAGRAPH and above and above[-1].unit is Unit.PARAGRAPH:
        return (*above[:-1], step)
    if above and above[-1].unit is Unit.PARAGRAPH:
        outer = replace(above[-1], first=above[-1].last)
        return (*above[:-1], outer, step)
    return (*above, step)


def _unique(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps without those that a number further in already says."""
    return tuple(
        step
        for position, step in enumerate(steps)
        if not any(_says(inner, step) for inner in steps[position + 1 :])
    )


def _says(inner: Step, outer: Step) -> bool:
    return contains(inner.label, outer.label) or (
        inner.unit is Unit.ARTICLE and outer.unit in _AROUND
    )


def _through(body: Mapping[str, tuple[Step, ...]]) -> Mapping[str, tuple[Step, ...]]:
    """The steps of a body; where its clauses are counted through all sections, without those."""
    clauses = [steps for steps in body.values() if _is_clause_of_section(steps)]
    alone = [steps for steps in body.values() if len(steps) == 1 and steps[0].unit is Unit.CLAUSE]
    labels = [steps[-1].label for steps in (*clauses, *alone)]
    if len({steps[0] for steps in clauses}) < 2 or len(set(labels)) < len(labels):
        return body
    heads = {steps[:2] for steps in clauses}
    return {
        identity: steps[1:] if steps[:2] in heads else steps for identity, steps in body.items()
    }


def _is_clause_of_section(steps: tuple[Step, ...]) -> bool:
    """Whether they lead to a clause that has a number of its own in a section."""
    if len(steps) != 2 or steps[0].unit not in _AROUND or steps[1].unit is not Unit.CLAUSE:
        return False
    return bool(steps[1].label) and not contains(steps[1].label, steps[0].label)
