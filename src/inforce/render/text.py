"""An edition's text as HTML: the one fragment that every page shows it by.

Everything is escaped, and nothing but the elements, attributes and classes in `GRAMMAR` and
`CLASSES` is ever written, so that a verifier can refuse all else. The fragment is::

    text      article.inforce-text #_text [lang data-policy data-edition data-language]:
              h1, div.preface*, clause*, div.conclusion*, clause*       (reading order)
    clause    section.clause (.numbered .titled .repealed .annex) #<clause id>:
              span.anchor? #<number path>, a.permalink, head, block*, clause*, div.closing?
    head      h2 … h6 (span.number? and the title), or with no title, span.number as the first
              thing in the first block, which is an otherwise empty p.label where that is a table
    block     p, or div.table around a table
    runs      text, strong, em, code, br, a

- `div.preface` and `div.conclusion` have `data-kind` and hold blocks; `div.closing` holds the
  words after the subordinate clauses. The annexes are the clauses with the class `annex`.
- `a.permalink` (`href="#<clause id>"`, `aria-label`) and `span.anchor` are empty: they add no
  word. Only pages of one edition have `span.anchor`.
- `span.number` holds the number as text, and one space stands between it and what follows.
- A link is `a.external` (http, https, mailto or tel; shows its label, `href` is the address),
  `a.clause` (`href="#<clause id>"`) or `a.policy` (to another policy on this site). A link that
  leads nowhere is only its words.
- The first time that a clause uses a word which another one defines, `a.term` leads there
  (`inforce.render.terms`). It is no part of the recorded text.
- The visible words, read in this order, are those of text-v1, where a label that differs from
  its address is followed by `<address>`. Some spaces between them are no-break spaces.
"""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from markupsafe import escape

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
from inforce.render.labels import Labels
from inforce.render.spaces import bound
from inforce.render.terms import Terms, terms_of

TEXT_ID = "_text"  # no clause id begins with an underscore
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
DEEPEST_HEADING = 6

_NONE: frozenset[str] = frozenset()

# The attributes that each element may have.
GRAMMAR: Mapping[str, frozenset[str]] = {
    "article": frozenset({"class", "id", "lang", "data-policy", "data-edition", "data-language"}),
    "section": frozenset({"class", "id"}),
    **{f"h{level}": _NONE for level in range(1, DEEPEST_HEADING + 1)},
    "div": frozenset({"class", "data-kind", "role", "tabindex", "aria-label"}),
    "p": frozenset({"class"}),
    "span": frozenset({"class", "id"}),
    "a": frozenset({"class", "href", "aria-label"}),
    "strong": _NONE,
    "em": _NONE,
    "code": _NONE,
    "br": _NONE,
    "table": frozenset({"class"}),
    "thead": _NONE,
    "tbody": _NONE,
    "tr": _NONE,
    "th": frozenset({"class", "scope"}),
    "td": frozenset({"class"}),
}

# The classes that each element may have.
CLASSES: Mapping[str, frozenset[str]] = {
    "article": frozenset({"inforce-text"}),
    "section": frozenset({"clause", "numbered", "titled", "repealed", "annex"}),
    "div": frozenset({"preface", "conclusion", "closing", "table"}),
    "p": frozenset({"label"}),
    "span": frozenset({"number", "anchor"}),
    "a": frozenset({"permalink", "external", "clause", "policy", "term"}),
    "table": frozenset({"inforce-table"}),
    "th": frozenset({"left", "right", "center"}),
    "td": frozenset({"left", "right", "center"}),
}

# The address of a clause of another policy (or with an empty clause, of the policy) as seen
# from the page; None where it leads nowhere.
PolicyLink = Callable[[str, str], str | None]


def text_html(text: Text, link: PolicyLink, labels: Labels, *, anchors: bool = False) -> str:
    """The text as an HTML fragment (see the module); `anchors` adds those by number."""
    return Writer(text, link, labels, anchors=anchors).article()


def blocks_html(blocks: tuple[Block, ...], link: PolicyLink, labels: Labels, language: str) -> str:
    """Paragraphs and tables outside of a text, such as the summary of an edition."""
    return Writer(Text("", "", language, ""), link, labels).blocks(blocks)


class Writer:
    """Writes one text, whole (`article`) or clause by clause (`head`, `blocks`)."""

    def __init__(
        self, text: Text, link: PolicyLink, labels: Labels, *, anchors: bool = False
    ) -> None:
        self.text = text
        self.link = link
        self.labels = labels
        self.ids = {clause.id for clause in text.walk()}
        self.anchors = anchors
        self.terms: Terms | None = None
        # The clauses whose terms need no link here; None where there are no such links at all.
        self.met: set[str] | None = None

    def article(self) -> str:
        """The whole text."""
        text = self.text
        self.terms = terms_of(text)
        language = escape(text.language)
        return "".join(
            (
                f'<article class="inforce-text" id="{TEXT_ID}" lang="{language}"'
                f' data-policy="{escape(text.policy)}" data-edition="{escape(text.edition)}"'
                f' data-language="{language}">\n<h1>{escape(text.title)}</h1>\n',
                *(self._part(part, "preface") for part in text.preface),
                *(self._clause(clause, 2) for clause in (*text.preamble, *text.clauses)),
                *(self._part(part, "conclusion") for part in text.conclusions),
                *(self._clause(clause, 2, " annex") for clause in text.annexes),
                "</article>\n",
            )
        )

    def _part(self, part: Part, name: str) -> str:
        blocks = self.blocks(part.blocks)
        return f'<div class="{name}" data-kind="{escape(part.kind)}">\n{blocks}</div>\n'

    def _clause(self, clause: Clause, level: int, extra: str = "") -> str:
        classes = "".join(
            name
            for name, holds in (
                (" numbered", clause.number),
                (" titled", clause.title),
                (" repealed", clause.repealed),
            )
            if holds
        )
        identity = escape(clause.id)
        met = {clause.id}
        return "".join(
            (
                f'<section class="clause{classes}{extra}" id="{identity}">\n',
                self._anchor(clause),
                f'<a class="permalink" href="#{identity}"'
                f' aria-label="{escape(self._permalink(clause))}"></a>\n',
                self._linked(met, lambda: self.head(clause, level)),
                *(self._clause(below, level + 1) for below in clause.clauses),
                self._linked(met, lambda: self._closing(clause)),
                "</section>\n",
            )
        )

    def _linked(self, met: set[str] | None, write: Callable[[], str]) -> str:
        """What `write` writes, with links to the definitions of words, or without any."""
        before, self.met = self.met, met
        written = write()
        self.met = before
        return written

    def _permalink(self, clause: Clause) -> str:
        return f"{self.labels.permalink} {clause.number or clause.id}"

    def _anchor(self, clause: Clause) -> str:
        if not self.anchors or not clause.anchor or clause.anchor in self.ids:
            return ""
        return f'<span class="anchor" id="{escape(clause.anchor)}"></span>\n'

    def head(self, clause: Clause, level: int) -> str:
        """The number, the title and the text of a clause; its title is a heading of `level`."""
        number = f'<span class="number">{escape(clause.number)}</span>' if clause.number else ""
        if clause.title:
            name = f"h{min(level, DEEPEST_HEADING)}"
            words = self._linked(None, lambda: self.runs(clause.title))
            head = (
                f"<{name}>{number} {words}</{name}>\n" if number else f"<{name}>{words}</{name}>\n"
            )
            return head + self.blocks(clause.blocks)
        if not number:
            return self.blocks(clause.blocks)
        first, rest = clause.blocks[:1], clause.blocks[1:]
        if first and isinstance(first[0], Paragraph):
            return f"<p>{number} {self.runs(first[0].runs)}</p>\n" + self.blocks(rest)
        return f'<p class="label">{number}</p>\n' + self.blocks(clause.blocks)

    def _closing(self, clause: Clause) -> str:
        if not clause.closing:
            return ""
        return f'<div class="closing">\n{self.blocks(clause.closing)}</div>\n'

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """Paragraphs and tables."""
        return "".join(
            f"<p>{self.runs(block.runs)}</p>\n"
            if isinstance(block, Paragraph)
            else self._table(block)
            for block in blocks
        )

    def _table(self, table: Table) -> str:
        header = self._row(table.header, table.align, '<th scope="col"', "</th>")
        rows = "".join(self._row(row, table.align, "<td", "</td>") for row in table.rows)
        body = f"<tbody>\n{rows}</tbody>\n" if rows else ""
        return (
            f'<div class="table" role="group" tabindex="0"'
            f' aria-label="{escape(self.labels.table)}">\n'
            f'<table class="inforce-table">\n<thead>\n{header}</thead>\n{body}</table>\n</div>\n'
        )

    def _row(
        self, cells: tuple[tuple[Run, ...], ...], align: tuple[str, ...], start: str, end: str
    ) -> str:
        written = "".join(
            f"{start}{_aligned(side)}>{self.runs(cell)}{end}"
            for cell, side in zip(cells, align, strict=True)
        )
        return f"<tr>{written}</tr>\n"

    def runs(self, runs: tuple[Run, ...]) -> str:
        """Inline text."""
        return "".join([self._run(run) for run in runs])

    def _run(self, run: Run) -> str:
        match run:
            case Words(text):
                return self._words(text)
            case Strong(runs):
                return f"<strong>{self.runs(runs)}</strong>"
            case Emphasis(runs):
                return f"<em>{self.runs(runs)}</em>"
            case Code(text):
                return f"<code>{escape(text)}</code>"
            case Break():
                return "<br>"
            case Link():
                return self._link(run)

    def _words(self, words: str) -> str:
        shown = bound(words, self.text.language)
        if self.terms is None or self.met is None:
            return escape(shown)
        parts, at = [], 0
        for span in self.terms.find(words, self.met):
            term = escape(shown[span.start : span.end])
            link = f'<a class="term" href="#{escape(span.clause)}">{term}</a>'
            parts += [escape(shown[at : span.start]), link]
            at = span.end
        return "".join([*parts, escape(shown[at:])])

    def _link(self, link: Link) -> str:
        kind, href = self._target(link)
        words = self._linked(None, lambda: self.runs(link.runs))
        return f'<a class="{kind}" href="{escape(href)}">{words}</a>' if href else words

    def _target(self, link: Link) -> tuple[str, str | None]:
        if link.href:
            return "external", link.href if urlsplit(link.href).scheme in SCHEMES else None
        if link.policy:
            return "policy", self.link(link.policy, link.clause)
        return "clause", f"#{link.clause}" if link.clause in self.ids else None


def _aligned(side: str) -> str:
    return f' class="{side}"' if side else ""
