"""Citations of the document's own clauses become links; those of laws stay words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from inforce.importers.blocks import Block
from inforce.importers.citations import Cited, Group, Level, find_groups
from inforce.importers.labels import Style, roman_value
from inforce.importers.lines import Format, Link
from inforce.importers.lists import is_entry
from inforce.importers.notes import Notes
from inforce.importers.phrases import annex_number
from inforce.importers.tree import Node
from inforce.resolve import cited

# What may stand between the citations of one chain: `п. 3 ст. 8`, `clause 1 of section 5`.
BETWEEN = re.compile(r"\s*(?:,|и|and|of|of the|в|in)?\s*", re.IGNORECASE)
WINDOW = 100
DOCUMENTS = (
    r"соглашен|политик|договор|оферт|правил|положен|регламент|услов|соглас|инструкц|устав|поряд"
    r"|policy|agreement|terms|conditions|contract|rules|offer|notice|consent|statement"
    r"|саясат|келісім|шарт|ереже|қағида"
)
LAWS = (
    r"закон(?:а|у|ом|е|ов|ами|ах)\b|кодекс(?:а|у|ом|е|ов)\b|приказ(?:а|у|ом|е)\b|конституци[ию]"
    r"|постановлени(?:я|ю|ем|и)\b|указ(?:а|у|ом|е)\b|конвенци[ию]|директив|регламента ес\b"
    r"|(?-i:ГК|НК|КоАП|УК|ТК|GDPR)\b"
)
OWN = r"настоящ\w+|данн\w+|эт\w+|нашего|нашей|осы|this|these|our"
ADJECTIVE = r"[^\W\d_]+(?:ого|его|ых|их|ой|ей|ым|им|ому|ему|ом|ем|ую)"
# Documents in the genitive: in the nominative they begin the next sentence.
GENITIVE = (
    r"соглашени[яй]|политики|договора|оферты|правил|положени[яй]|регламента|условий|согласи[яй]"
    r"|инструкции|устава|порядка"
)
# The words behind a citation that say what it cites.
AFTER = re.compile(
    rf"\s*(?:(?P<own>(?:{OWN})\b)\s*)?"
    rf"(?:(?:{ADJECTIVE}\s+){{0,2}}?(?:(?P<law>{LAWS})|(?P<document>(?:{GENITIVE})\b)))?",
    re.IGNORECASE,
)
AFTER_ENGLISH = re.compile(
    rf"\s*(?:of|in|under|to)\s+(?:(?P<own>(?:{OWN})\b)\s*|the\s+|an?\s+)?(?:[\w’'-]+\s+){{0,6}}?"
    rf"(?:(?P<law>(?-i:Law|Act|Code|Regulations?|GDPR|Directive|Constitution)\b)"
    rf"|(?P<document>(?:{DOCUMENTS})\w*))",
    re.IGNORECASE,
)
# In Kazakh the document stands before the citation, in the genitive.
BEFORE = re.compile(
    rf"(?:(?P<own>(?:{OWN})\b)\s+)?(?:[^\W\d_]+\s+)??"
    r"(?:(?P<law>(?:заң|кодекс|бұйры|қаулы|конституция)\w*)"
    rf"|(?P<document>(?:{DOCUMENTS})\w*(?:ның|нің|дың|дің|тың|тің)))\s*$",
    re.IGNORECASE,
)
KAZAKH = re.compile(r"тарма|бөлі|тарау|ба[пб]|қосымша")
SELF_NAMED = re.compile(rf"(?:настоящ\w+|осы|this)\s+(?:[^\W\d_]+\s+){{0,2}}?(?:{DOCUMENTS})", re.I)
RANKS = {"раздел": 1, "бөлім": 1, "глав": 2, "тарау": 2, "chapter": 2, "section": 3}


@dataclass(slots=True)
class Index:
    """The clauses of a document, and of each annex, by what cites them.

    `names` are the words by which the document names itself.
    """

    names: str
    paths: dict[str, Node] = field(default_factory=dict)
    named: dict[tuple[int, str], Node] = field(default_factory=dict)
    romans: dict[str, Node] = field(default_factory=dict)
    annexes: dict[str, Node] = field(default_factory=dict)

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
        )

    def add_annexes(self, annexes: Iterable[Node]) -> None:
        """Let each annex be cited by the number in its heading, else by its place."""
        for position, annex in enumerate(annexes, 1):
            number = annex_number(annex.block.text) or str(position)
            self.annexes.setdefault(number, annex)

    def _add(self, node: Node) -> None:
        label = node.label
        if label is None or is_entry(node):
            return
        if node.style is Style.NAMED:
            self.named.setdefault((label.rank, label.parts[0]), node)
        elif node.style is Style.ROMAN:
            self.romans.setdefault(label.parts[0], node)
        else:
            self.paths.setdefault(label.path, node)


def own_names(title: str, texts: Iterable[str]) -> str:
    """The words by which a document names itself, in small letters."""
    found = [match[0] for text in texts for match in SELF_NAMED.finditer(text)]
    return " ".join([title, *found]).casefold()


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the links of one document's paragraphs."""

    index: Index
    form: Format
    notes: Notes

    def links(self, block: Block, node: Node) -> tuple[Link, ...]:
        """The links to clauses in a paragraph of the clause `node`."""
        marked = self.form.marked(block.text)
        found: list[Link] = []
        for chain in _chains(block.text, find_groups(block.text)):
            if not self._cites_others(block.text, chain):
                for group in chain:
                    found += self._group(block, node, chain, group)
        return tuple(
            link
            for link in sorted(found, key=lambda link: link.start)
            if not any(start < link.end and link.start < end for start, end in marked)
        )

    def _cites_others(self, text: str, chain: Sequence[Group]) -> bool:
        """Whether a chain of citations is of a law or of another document."""
        law, document, own = _around(text, chain)
        if law:
            return True
        if document and not own:
            stem = re.match(DOCUMENTS, document, re.IGNORECASE)
            return stem is not None and stem[0].casefold() not in self.index.names
        articles = any(group.level in (Level.ARTICLE, Level.PART) for group in chain)
        named = any(rank == ARTICLE_RANK for rank, _ in self.index.named)
        return articles and not (named or own)

    def _group(
        self, block: Block, node: Node, chain: Sequence[Group], group: Group
    ) -> Iterator[Link]:
        for one in self._numbers(block.text, group):
            target = self._target(block.text, node, chain, group, one.number)
            if target:
                yield _link(block.text, one, target)
            elif self._is_doubtful(block.text, chain, group, one.number):
                what = f"`{block.text[one.start : one.end]}`"
                message = f"a clause {what} is cited here, but there is none"
                hint = "The words were kept as they stand, without a link."
                self.notes.doubt(block.line_at(one.start), "reference", message, hint)

    def _numbers(self, text: str, group: Group) -> Iterator[Cited]:
        """The numbers of a group; `3-1` is one number where the document has it."""
        numbers = list(group.numbers)
        while numbers:
            one = numbers.pop(0)
            if numbers and text[one.end : numbers[0].start] == "-":
                inserted = f"{one.number}-{numbers[0].number}"
                if inserted in self.index.paths:
                    one = Cited(inserted, one.start, numbers.pop(0).end)
            yield one

    def _target(
        self, text: str, node: Node, chain: Sequence[Group], group: Group, number: str
    ) -> Node | None:
        if "." in number:
            return self.index.paths.get(number)
        match group.level:
            case Level.ANNEX:
                return self.index.annexes.get(number)
            case Level.PART:
                return None
            case Level.SECTION | Level.ARTICLE:
                return self._section(text[group.start : group.end], number, group.level)
        container = self._container(chain, group)
        if container or group.level is Level.POINT:
            around = [container] if container else reversed(node.path())
            return next((found for one in around if (found := _point(one, number))), None)
        return self.index.paths.get(number) or next(
            (found for one in reversed(node.path()) if (found := _point(one, number))), None
        )

    def _section(self, words: str, number: str, level: Level) -> Node | None:
        rank = next((rank for word, rank in RANKS.items() if word in words.casefold()), 1)
        rank = ARTICLE_RANK if level is Level.ARTICLE else rank
        value = number if number.isdigit() else str(roman_value(number))
        found = self.index.named.get((rank, value))
        if found or not number.isdigit():
            return found or self.index.romans.get(value)
        return self.index.paths.get(number)

    def _container(self, chain: Sequence[Group], group: Group) -> Node | None:
        """The clause that a point stands in: `подпункт 1) пункта 3.2`."""
        at = chain.index(group)
        for other in (*chain[at + 1 :], *reversed(chain[:at])):
            if other.level is Level.CLAUSE and len(other.numbers) == 1 and other is not group:
                return self.index.paths.get(other.numbers[0].number)
        return None

    def _is_doubtful(self, text: str, chain: Sequence[Group], group: Group, number: str) -> bool:
        """Whether a citation that leads nowhere should be looked at."""
        if "." in number:
            return True
        if not number.isdigit():
            return False
        if group.level is Level.POINT:
            return self._container(chain, group) is not None
        if group.level is Level.ANNEX:
            return bool(self.index.annexes) or "№" in text[group.start : group.end]
        if group.level is Level.PART:
            return False
        _, document, own = _around(text, chain)
        ends = not text[chain[-1].end :].strip() or text[chain[-1].end :].lstrip()[0] in ",;:.)"
        return bool(own or document or ends or text[chain[-1].end - 1] == ".")


ARTICLE_RANK = 4


def _chains(text: str, groups: Sequence[Group]) -> Iterator[list[Group]]:
    chain: list[Group] = []
    for group in groups:
        if chain and not BETWEEN.fullmatch(text[chain[-1].end : group.start]):
            yield chain
            chain = []
        chain.append(group)
    if chain:
        yield chain


def _around(text: str, chain: Sequence[Group]) -> tuple[str, str, str]:
    """What the words around a chain of citations name: a law, a document, and whether its own."""
    start, end = chain[0].start, chain[-1].end
    if KAZAKH.search(text[start:end]):
        match = BEFORE.search(text[max(start - WINDOW, 0) : start])
    else:
        window = text[end : end + WINDOW]
        match = AFTER_ENGLISH.match(window) or AFTER.match(window)
    if match is None:
        return "", "", ""
    return match["law"] or "", match["document"] or "", match["own"] or ""


def _point(node: Node, number: str) -> Node | None:
    """The point of a clause by its number or letter, at any depth above other clauses."""
    for clause in node.clauses:
        listed = is_entry(clause)
        if clause.label and listed and clause.label.parts[0] == number.lower():
            return clause
    return None


def _link(text: str, one: Cited, target: Node) -> Link:
    """The link in the place of a number, with the author's words where it would show others."""
    typed = target.label.typed if target.label else ""
    start, end = one.start, one.end
    for before, after in ((0, 0), (0, 1), (1, 1)):
        if text[max(start - before, 0) : end + after] == cited(typed):
            return Link(start - before, end + after, target.id)
    return Link(start, end, target.id, text[start:end])
