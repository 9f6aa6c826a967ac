"""The life of a policy as data from which a script puts any two editions side by side.

`theme/assets/compare.js` reads it and writes what `render.redline` would. Everything is written
once, however many editions say it: a clause has its wordings and of each two of them what the
redline has between the beginning and the end that it shares with the new wording (`cut`), a
place is a clause with its number, its wording and the places below it, an edition is places. What
depends on the reader's page is left to the script: what is said around marked words, the name of
a table, and the addresses of other policies, which stand as `policy#clause`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from inforce.compare import ClauseLife, ComparedPart, Difference, Place, Wording, policy_life
from inforce.compare.comparing import compare_parts
from inforce.compare.lives import TITLE
from inforce.compare.references import Citations
from inforce.model import Part, Text
from inforce.render.labels import Labels
from inforce.render.redline_pieces import PieceWriter
from inforce.render.text import Writer

FORMAT = "inforce-wordings-v1"

# Where a reference to `policy` and `clause` leads from an edition (its id): the address below the
# home page of the reader's language, or None.
Leads = Callable[[str, str, str], str | None]

Data = dict[str, object]


def wordings(texts: Sequence[Text], leads: Leads) -> Data:
    """The editions of a policy of which `texts` are those in one language, oldest first."""
    return _Wordings(texts, leads).data()


def cut(html: str, of: str) -> tuple[int, str, int]:
    """How much of `of` stands before and after what is only in `html`, and what that is.

    Lengths are in UTF-16 code units, as scripts count them. So what is kept of two wordings does
    not grow with the length of the clause.
    """
    start = _shared(html, of)
    end = _shared(html[start:][::-1], of[start:][::-1])
    middle = html[start : len(html) - end]
    return _units(html[:start]), middle, _units(html[len(html) - end :])


def _shared(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


@dataclass
class _Wordings:
    """Writes one policy in one language."""

    texts: Sequence[Text]
    leads: Leads
    writer: PieceWriter = field(init=False)
    cited: dict[str, tuple[str, str]] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    written: list[Sequence[object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        language = self.texts[0].language if self.texts else ""
        writer = Writer(Text("", "", language, ""), self.reference, Labels("", ""))
        writer.ids = {clause.id for text in self.texts for clause in text.walk()}
        self.writer = PieceWriter(writer, writer)

    def reference(self, policy: str, clause: str) -> str:
        """How a reference to another policy stands in the data."""
        name = f"{policy}#{clause}" if clause else policy
        self.cited[name] = policy, clause
        return name

    def data(self) -> Data:
        life = policy_life(self.texts)
        lives = [one for name, one in life.clauses.items() if not name.startswith("_")]
        order = {one.id: number for number, one in enumerate(lives)}
        preface, of_preface = self.parts([text.preface for text in self.texts])
        conclusions, of_conclusions = self.parts([text.conclusions for text in self.texts])
        editions: list[Data] = [
            {
                "id": tree.edition,
                "title": tree.title.wording,
                "preface": of_preface[at],
                "preamble": self.below(tree.preamble, order),
                "clauses": self.below(tree.clauses, order),
                "conclusions": of_conclusions[at],
                "annexes": self.below(tree.annexes, order),
            }
            for at, tree in enumerate(life.editions)
        ]
        return {
            "format": FORMAT,
            "language": self.texts[0].language if self.texts else "",
            "title": self.clause(life.clauses[TITLE]) if self.texts else {},
            "preface": preface,
            "conclusions": conclusions,
            "clauses": [{"id": one.id, **self.clause(one)} for one in lives],
            "places": self.written,
            "editions": editions,
            "references": self.references(),
        }

    def below(self, places: Sequence[Place], order: Mapping[str, int]) -> list[int]:
        """The positions of places; one that is like an earlier one with all below it is that."""
        found = []
        for place in places:
            inner = self.below(place.clauses, order)
            entry = (order[place.id], place.number, place.wording, inner)
            if repr(entry) not in self.places:
                self.places[repr(entry)] = len(self.written)
                self.written.append(entry)
            found.append(self.places[repr(entry)])
        return found

    def clause(self, life: ClauseLife) -> Data:
        wordings = [self.wording(one) for one in life.wordings]
        differences = {
            f"{i},{j}": self.difference(one, wordings[j])
            for (i, j), one in life.differences.items()
        }
        found: Data = {"wordings": wordings}
        return {**found, "differences": differences} if differences else found

    def wording(self, wording: Wording) -> Data:
        writer = self.writer.new
        found = {
            "title": writer.runs(wording.title),
            "blocks": writer.blocks(wording.blocks),
            "closing": writer.blocks(wording.closing),
            "letters": wording.letters,
        }
        return {name: value for name, value in found.items() if value}

    def difference(self, one: Difference, new: Data) -> Data:
        """What is another than in the new wording, of each of its three parts that is."""
        written = {
            "title": self.writer.pieces(one.title),
            "blocks": self.writer.blocks(one.blocks),
            "closing": self.writer.blocks(one.closing),
        }
        found: Data = {"kinds": one.kinds} if one.kinds else {}
        for name, html in written.items():
            of = str(new.get(name, ""))
            if html != of:
                found[name] = cut(html, of)
        return found

    def parts(self, groups: Sequence[tuple[Part, ...]]) -> tuple[Data, list[int]]:
        """The distinct parts around the clauses, how they differ, and which each text has."""
        versions = list(dict.fromkeys(groups))
        numbers = [versions.index(one) for one in groups]
        origins = [self.texts[numbers.index(number)] for number in range(len(versions))]

        def compared(i: int, j: int) -> list[Data]:
            citations = Citations(origins[i], origins[j])
            return [self.part(one) for one in compare_parts(versions[i], versions[j], citations)]

        same = {f"{i},{i}": compared(i, i) for i in range(len(versions))}
        pairs = permutations(range(len(versions)), 2)
        return {**same, **{f"{i},{j}": compared(i, j) for i, j in pairs}}, numbers

    def part(self, part: ComparedPart) -> Data:
        blocks = self.writer.blocks(part.blocks)
        found: Data = {"name": part.name, "blocks": blocks}
        return {**found, "kinds": part.kinds} if part.kinds else found

    def references(self) -> Data:
        """For each reference, from which edition on (its position) it leads where."""
        return {name: self.changes(*of) for name, of in sorted(self.cited.items())}

    def changes(self, policy: str, clause: str) -> list[tuple[int, str | None]]:
        found: list[tuple[int, str | None]] = []
        for at, text in enumerate(self.texts):
            address = self.leads(text.edition, policy, clause)
            if not found or found[-1][1] != address:
                found.append((at, address))
        return found
