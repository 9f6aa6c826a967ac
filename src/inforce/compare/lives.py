"""The life of each clause of a policy: its wordings through the editions, in one language.

What is kept grows with the changes and not with the pairs of editions: each clause has its
distinct wordings and the differences between them, each edition a tree that names one wording
of each clause. Any two editions can be put side by side from that, without comparing anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, permutations

from inforce.compare.blocks import compare_blocks, compare_runs
from inforce.compare.changes import ComparedBlocks, Kind, Pieces, Runs
from inforce.compare.kinds import clause_kinds, in_order, pieces_of
from inforce.compare.references import Citations
from inforce.compare.trees import letters
from inforce.model import Block, Clause, Part, Text, Words

# What has no id of its own; no id of a clause begins with an underscore.
TITLE = "_title"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a clause says, whatever its number and place."""

    title: Runs = ()
    blocks: tuple[Block, ...] = ()
    closing: tuple[Block, ...] = ()
    term: str = ""
    repealed: bool = False

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return letters(self.title, (*self.blocks, *self.closing))


@dataclass(frozen=True, slots=True)
class Difference:
    """How one wording differs from another; `kinds` say nothing of number and place."""

    kinds: tuple[Kind, ...]
    title: Pieces
    blocks: ComparedBlocks
    closing: ComparedBlocks


@dataclass(frozen=True, slots=True)
class Turn:
    """From `edition` on, `wording` (an index) stands in place of `replaced`; None is no clause."""

    edition: str
    wording: int | None
    replaced: int | None


@dataclass(frozen=True, slots=True)
class ClauseLife:
    """A clause through the editions.

    `wordings` stand in the order in which they first appeared; the same words may come back.
    `turns` begin with the edition that brought the clause. `numbers` are by edition.
    `differences` are by the indices of two wordings, the old one first, in both directions.

    The title is the clause `_title`; a part of the preface or the conclusions is
    `_preface.<kind>.<n>` or `_conclusions.<kind>.<n>`, the n-th of its kind.
    """

    id: str
    wordings: tuple[Wording, ...]
    turns: tuple[Turn, ...]
    numbers: Mapping[str, str]
    differences: Mapping[tuple[int, int], Difference]


@dataclass(frozen=True, slots=True)
class Place:
    """A clause in an edition: which of its wordings stands there, under which number."""

    id: str
    number: str
    anchor: str
    wording: int
    clauses: tuple["Place", ...] = ()


@dataclass(frozen=True, slots=True)
class EditionTree:
    """The places of one edition in reading order; `title` and the parts are places as well."""

    edition: str
    title: Place
    preface: tuple[Place, ...]
    preamble: tuple[Place, ...]
    clauses: tuple[Place, ...]
    conclusions: tuple[Place, ...]
    annexes: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PolicyLife:
    """All editions of a policy in one language, and the lives of all clauses by id."""

    editions: tuple[EditionTree, ...]
    clauses: Mapping[str, ClauseLife]


def policy_life(texts: Sequence[Text]) -> PolicyLife:
    """The life of a policy, of whose editions `texts` are the ones in one language, oldest first.

    Clauses stand in the order in which they first appeared.
    """
    known: dict[str, list[Wording]] = {}
    trees = tuple(_tree(text, known) for text in texts)
    places = [{place.id: place for place in _places(tree)} for tree in trees]
    lives = {}
    for name, wordings in known.items():
        numbers = {
            tree.edition: there[name].number
            for tree, there in zip(trees, places, strict=True)
            if name in there
        }
        turns = tuple(_turns(name, trees, places))
        first = {turn.wording: turn.edition for turn in reversed(turns)}
        by_edition = {text.edition: text for text in texts}
        origins = [by_edition[first[number]] for number in range(len(wordings))]
        lives[name] = ClauseLife(
            name, tuple(wordings), turns, numbers, _differences(wordings, origins)
        )
    return PolicyLife(trees, lives)


def _tree(text: Text, known: dict[str, list[Wording]]) -> EditionTree:
    title = Wording(blocks=(), title=(Words(text.title),) if text.title else ())

    def place(clause: Clause) -> Place:
        wording = Wording(clause.title, clause.blocks, clause.closing, clause.term, clause.repealed)
        index = _index(clause.id, wording, known)
        below = tuple(map(place, clause.clauses))
        return Place(clause.id, clause.number, clause.anchor, index, below)

    def parts(group: str, found: tuple[Part, ...]) -> tuple[Place, ...]:
        names = [
            f"_{group}.{part.kind}.{sum(one.kind == part.kind for one in found[: at + 1])}"
            for at, part in enumerate(found)
        ]
        return tuple(
            Place(name, "", "", _index(name, Wording(blocks=part.blocks), known))
            for name, part in zip(names, found, strict=True)
        )

    return EditionTree(
        text.edition,
        Place(TITLE, "", "", _index(TITLE, title, known)),
        parts("preface", text.preface),
        tuple(map(place, text.preamble)),
        tuple(map(place, text.clauses)),
        parts("conclusions", text.conclusions),
        tuple(map(place, text.annexes)),
    )


def _index(name: str, wording: Wording, known: dict[str, list[Wording]]) -> int:
    wordings = known.setdefault(name, [])
    if wording not in wordings:
        wordings.append(wording)
    return wordings.index(wording)


def _places(tree: EditionTree) -> Iterator[Place]:
    groups = (tree.preface, tree.preamble, tree.clauses, tree.conclusions, tree.annexes)
    yield tree.title
    for place in chain(*groups):
        yield from _below(place)


def _below(place: Place) -> Iterator[Place]:
    yield place
    for one in place.clauses:
        yield from _below(one)


def _turns(
    name: str, trees: Sequence[EditionTree], places: Sequence[Mapping[str, Place]]
) -> Iterator[Turn]:
    before: int | None = None
    for tree, there in zip(trees, places, strict=True):
        now = there[name].wording if name in there else None
        if now != before:
            yield Turn(tree.edition, now, before)
        before = now


def _differences(
    wordings: Sequence[Wording], origins: Sequence[Text]
) -> Mapping[tuple[int, int], Difference]:
    """`origins` are the texts in which each wording first stood."""
    return {
        (i, j): _difference(wordings[i], wordings[j], Citations(origins[i], origins[j]))
        for i, j in permutations(range(len(wordings)), 2)
    }


def difference_of(old: Wording, new: Wording) -> Difference:
    """How two wordings differ, whatever texts they are from."""
    nothing = Text("", "", "", "")
    return _difference(old, new, Citations(nothing, nothing))


def _difference(old: Wording, new: Wording, citations: Citations) -> Difference:
    title = compare_runs(old.title, new.title)
    blocks = compare_blocks(old.blocks, new.blocks)
    closing = compare_blocks(old.closing, new.closing)
    pieces = chain(title, pieces_of(blocks), pieces_of(closing))
    kinds = clause_kinds(_clause(old), _clause(new), pieces, citations)
    return Difference(in_order(kinds), title, blocks, closing)


def _clause(wording: Wording) -> Clause:
    return Clause(
        "",
        title=wording.title,
        blocks=wording.blocks,
        closing=wording.closing,
        term=wording.term,
        repealed=wording.repealed,
    )
