"""A recorded text as the marks that its page should show.

This is written from the grammar that `inforce.render.text` documents, without its code: that the
two agree is what makes the proof one.
"""

from collections.abc import Callable, Iterable

from inforce.model import (
    Block,
    Break,
    Clause,
    Code,
    Emphasis,
    Link,
    Paragraph,
    Part,
    Run,
    Strong,
    Table,
    Text,
    Words,
)
from inforce.verify.marks import TEXT, Mark, begins, ends, one_space

_DEEPEST = 6

Runs = tuple[Run, ...]

# Where a reference to another policy and its clause leads: `path#fragment`, or nothing.
Where = Callable[[str, str], str]


def recorded_marks(text: Text, where: Where) -> list[Mark]:
    """What a reader of `text` should meet, in order."""
    walk = _Walk(where, frozenset(clause.id for clause in text.walk()))
    walk.text(text)
    return walk.marks


def clause_classes(clause: Clause, annex: bool) -> str:
    """The classes of a clause's element beyond `clause`, in alphabetical order."""
    named = (
        ("annex", annex),
        ("numbered", clause.number),
        ("repealed", clause.repealed),
        ("titled", clause.title),
    )
    return " ".join([name for name, holds in named if holds])


class _Walk:
    """Goes through one text; `marks` are what was met so far."""

    def __init__(self, where: Where, ids: frozenset[str]) -> None:
        self.where = where
        self.ids = ids
        self.marks: list[Mark] = []

    def begin(self, kind: str, detail: str = "") -> None:
        self.marks.append(Mark(kind, detail) if detail else begins(kind))

    def words(self, words: str) -> None:
        self.marks.append(Mark(TEXT, one_space(words)))

    def end(self, kind: str) -> None:
        self.marks.append(ends(kind))

    def text(self, text: Text) -> None:
        self.begin("h1")
        self.words(text.title)
        self.end("h1")
        self.parts("div.preface", text.preface)
        for clause in (*text.preamble, *text.clauses):
            self.clause(clause, 2)
        self.parts("div.conclusion", text.conclusions)
        for clause in text.annexes:
            self.clause(clause, 2, annex=True)

    def parts(self, kind: str, parts: Iterable[Part]) -> None:
        for part in parts:
            self.begin(kind, part.kind)
            self.blocks(part.blocks)
            self.end(kind)

    def clause(self, clause: Clause, level: int, annex: bool = False) -> None:
        self.begin("section", f"{clause.id} {clause_classes(clause, annex)}".strip())
        self.head(clause, level)
        for below in clause.clauses:
            self.clause(below, level + 1)
        if clause.closing:
            self.begin("div.closing")
            self.blocks(clause.closing)
            self.end("div.closing")
        self.end("section")

    def head(self, clause: Clause, level: int) -> None:
        """The number, the title and the text before the subordinate clauses."""
        blocks = clause.blocks
        if clause.title:
            self.line(f"h{min(level, _DEEPEST)}", clause.number, clause.title)
        elif clause.number and blocks and isinstance(blocks[0], Paragraph):
            self.line("p", clause.number, blocks[0].runs)
            blocks = blocks[1:]
        elif clause.number:
            self.line("p.label", clause.number, ())
        self.blocks(blocks)

    def line(self, kind: str, number: str, runs: Iterable[Run]) -> None:
        self.begin(kind)
        if number:
            self.begin("span.number")
            self.words(number)
            self.end("span.number")
        self.runs(runs)
        self.end(kind)

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self.line("p", "", block.runs)
            else:
                self.table(block)

    def table(self, table: Table) -> None:
        self.begin("div.table")
        self.begin("table")
        self.rows("thead", "th", [table.header], table.align)
        if table.rows:
            self.rows("tbody", "td", table.rows, table.align)
        self.end("table")
        self.end("div.table")

    def rows(
        self, group: str, kind: str, rows: Iterable[tuple[Runs, ...]], align: tuple[str, ...]
    ) -> None:
        self.begin(group)
        for row in rows:
            self.begin("tr")
            for cell, side in zip(row, align, strict=True):
                self.begin(kind, side)
                self.runs(cell)
                self.end(kind)
            self.end("tr")
        self.end(group)

    def runs(self, runs: Iterable[Run]) -> None:
        for run in runs:
            self.run(run)

    def run(self, run: Run) -> None:
        match run:
            case Words(words):
                self.words(words)
            case Break():
                self.begin("br")
            case Code(words):
                self.begin("code")
                self.words(words)
                self.end("code")
            case Strong(runs):
                self.within("strong", "", runs)
            case Emphasis(runs):
                self.within("em", "", runs)
            case Link():
                self.link(run)

    def within(self, kind: str, detail: str, runs: Iterable[Run]) -> None:
        self.begin(kind, detail)
        self.runs(runs)
        self.end(kind)

    def link(self, link: Link) -> None:
        """A link as far as it leads somewhere, else only its words."""
        if link.href:
            self.within("a.external", link.href, link.runs)
        elif link.policy and (target := self.where(link.policy, link.clause)):
            self.within("a.policy", target, link.runs)
        elif not link.policy and link.clause in self.ids:
            self.within("a.clause", link.clause, link.runs)
        else:
            self.runs(link.runs)
