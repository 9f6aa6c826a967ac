"""Citations of the document's own clauses become links; those of laws stay words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from inforce.citations import Chain, Cited, Group, Level, find_chains
from inforce.importers.blocks import Block
from inforce.importers.labels import Style, roman_value
from inforce.importers.lines import Format, Link
from inforce.importers.lists import is_entry
from inforce.importers.notes import Notes
from inforce.importers.tree import Node
from inforce.resolve import cited

ARTICLE_RANK = 4
RANKS = {"раздел": 1, "бөлім": 1, "глав": 2, "тарау": 2, "chapter": 2, "section": 3}
HINT = "The words were kept as they stand, without a link."


@dataclass(slots=True)
class Index:
    """The clauses of a document by what cites them; points by their clause and number.

    `names` are the words by which the document names itself.
    """

    names: str
    paths: dict[str, Node] = field(default_factory=dict)
    named: dict[tuple[int, str], Node] = field(default_factory=dict)
    romans: dict[str, Node] = field(default_factory=dict)
    annexes: dict[str, Node] = field(default_factory=dict)
    points: dict[tuple[Node, str], Node] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Iterable[Node], names: str) -> "Index":
        """The clauses at and below `roots`."""
        index = cls(names)
        for root in roots:
            for node in root.walk():
                index._add(node)
        return index

    def within(self, annex: Node) -> "Index":
        """The same document as its annex cites it: the annex's own clauses come first."""
        own = Index.of(annex.clauses, self.names)
        return Index(
            self.names,
            self.paths | own.paths,
            self.named | own.named,
            self.romans | own.romans,
            self.annexes,
            self.points | own.points,
        )

    def add_annexes(self, annexes: Iterable[Node]) -> None:
        """Let each annex be cited by the number in its heading, else by its place."""
        for position, annex in enumerate(annexes, 1):
            number = annex.label.parts[0] if annex.label else ""
            self.annexes.setdefault(number or str(position), annex)

    def _add(self, node: Node) -> None:
        label = node.label
        if label is None:
            return
        if is_entry(node):
            if node.parent:
                self.points.setdefault((node.parent, label.parts[0]), node)
        elif node.style is Style.NAMED:
            self.named.setdefault((label.rank, label.parts[0]), node)
        elif node.style is Style.ROMAN:
            self.romans.setdefault(label.parts[0], node)
        else:
            self.paths.setdefault(label.path, node)

    def section(self, words: str, number: str, level: Level) -> Node | None:
        """The section, chapter or article that `words` cite by `number`."""
        rank = next((rank for word, rank in RANKS.items() if word in words.casefold()), 1)
        rank = ARTICLE_RANK if level is Level.ARTICLE else rank
        value = number if number.isdigit() else str(roman_value(number))
        found = self.named.get((rank, value))
        if found or not number.isdigit():
            return found or self.romans.get(value)
        return self.paths.get(number)

    def point(self, around: Iterable[Node], number: str) -> Node | None:
        """The point `number` of the first clause in `around` that has one."""
        found = (self.points.get((node, number.lower())) for node in around)
        return next((point for point in found if point), None)

    def knows_articles(self) -> bool:
        """Whether the document itself is made of articles."""
        return any(rank == ARTICLE_RANK for rank, _ in self.named)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the links of one document's paragraphs."""

    index: Index
    form: Format
    notes: Notes

    def links(self, block: Block, node: Node) -> tuple[Link, ...]:
        """The links to clauses in a paragraph of the clause `node`, in order and apart."""
        found: list[Link] = []
        articles = self.index.knows_articles()
        for chain in find_chains(block.text):
            if not chain.cites_others(self.index.names, has_articles=articles):
                for at in range(len(chain.groups)):
                    found += self._group(block, node, chain, at)
        links = _outside(sorted(found, key=_start), self.form.marked(block.text))
        self.notes.references += len(links)
        return links

    def _group(self, block: Block, node: Node, chain: Chain, at: int) -> Iterator[Link]:
        group = chain.groups[at]
        for one in self._numbers(block.text, group):
            target = self._target(node, chain, at, one.number)
            if target:
                yield _link(block.text, one, target)
            elif self._is_doubtful(chain, at, one.number):
                what = block.text[one.start : one.end]
                if len(group.numbers) == 1:
                    what = block.text[group.start : group.end].rstrip(".")
                message = f"“{what}” is cited here, but the document has no such clause"
                self.notes.doubt(block.line_at(one.start), "reference", message, HINT)

    def _numbers(self, text: str, group: Group) -> Iterator[Cited]:
        """The numbers of a group; `3-1` is one number where the document has it."""
        numbers = iter(group.numbers)
        for one in numbers:
            following = re.match(r"-(\d+)", text[one.end : one.end + 5])
            inserted = f"{one.number}-{following[1]}" if following else ""
            if following and inserted in self.index.paths:
                next(numbers, None)
                yield Cited(inserted, one.start, one.end + following.end())
            else:
                yield one

    def _target(self, node: Node, chain: Chain, at: int, number: str) -> Node | None:
        group = chain.groups[at]
        if "." in number:
            return self.index.paths.get(number)
        match group.level:
            case Level.ANNEX:
                return self.index.annexes.get(number)
            case Level.PART:
                return None
            case Level.SECTION | Level.ARTICLE:
                words = chain.text[group.start : group.end]
                return self.index.section(words, number, group.level)
        if container := self._container(chain, at):
            return self.index.point([container], number)
        whole = None if group.level is Level.POINT else self.index.paths.get(number)
        return whole or self.index.point(reversed(node.path()), number)

    def _container(self, chain: Chain, at: int) -> Node | None:
        group = chain.container(at)
        return self.index.paths.get(group.numbers[0].number) if group else None

    def _is_doubtful(self, chain: Chain, at: int, number: str) -> bool:
        """Whether a citation that leads nowhere should be looked at."""
        group = chain.groups[at]
        if "." in number or not number.isdigit():
            return "." in number
        match group.level:
            case Level.POINT:
                return self._container(chain, at) is not None
            case Level.PART:
                return False
            case Level.ANNEX if "№" in chain.text[group.start : group.end]:
                return True
        return chain.is_plain


def _start(link: Link) -> int:
    return link.start


def _outside(links: Iterable[Link], marked: Iterable[tuple[int, int]]) -> tuple[Link, ...]:
    """The links that do not touch a place in `marked`; both are in order."""
    kept: list[Link] = []
    places = iter(marked)
    place = next(places, None)
    for link in links:
        while place and place[1] <= link.start:
            place = next(places, None)
        if not (place and place[0] < link.end) and not (kept and link.start < kept[-1].end):
            kept.append(link)
    return tuple(kept)


def _link(text: str, one: Cited, target: Node) -> Link:
    """The link in the place of a number, with the author's words where it would show others."""
    shown = cited(target.label.typed) if target.label else ""
    for before, after in ((0, 0), (0, 1), (1, 1)):
        start, end = max(one.start - before, 0), one.end + after
        if text[start:end] == shown:
            return Link(start, end, target.id)
    return Link(one.start, one.end, target.id, text[one.start : one.end])
