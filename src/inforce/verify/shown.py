"""A text as its page shows it: the marks that a reader meets, and whatever should not be there.

Only the elements, attributes and classes that a text needs are let through, each only where it
belongs; the first of anything else is a fault, because an element that is not known could hide
words or show others.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from inforce.verify.marks import TEXT, Mark, begins, ends, one_space

_WORDS = frozenset({"strong", "em", "code", "br", "a.external", "a.clause", "a.policy"})
# A link to the definition of a word is no part of the recorded text; it stands in no other link.
_TERM = frozenset({"a.term"})
_BLOCKS = frozenset({"p", "div.table"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

# What may stand directly in what; only the elements that hold words let text through.
INSIDE: Mapping[str, frozenset[str]] = {
    "article": frozenset({"h1", "div.preface", "section", "div.conclusion"}),
    "section": _BLOCKS
    | _HEADINGS
    | {"span.anchor", "a.permalink", "p.label", "section", "div.closing"},
    "div.preface": _BLOCKS,
    "div.conclusion": _BLOCKS,
    "div.closing": _BLOCKS,
    "div.table": frozenset({"table"}),
    "table": frozenset({"thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "h1": _WORDS,
    **dict.fromkeys(_HEADINGS, _WORDS | {"span.number"}),
    "p": _WORDS | _TERM | {"span.number"},
    "p.label": frozenset({"span.number"}),
    **dict.fromkeys(("th", "td", "strong", "em"), _WORDS | _TERM),
    "a.external": _WORDS,
    "a.clause": _WORDS,
    "a.policy": _WORDS,
    "a.term": frozenset(),
    "code": frozenset(),
    "span.number": frozenset(),
    "span.anchor": frozenset(),
    "a.permalink": frozenset(),
    "br": frozenset(),
}

_WITH_WORDS = _WORDS | _TERM | _HEADINGS | {"h1", "p", "th", "td", "span.number"}

# The attributes of each kind, and of those whose value is fixed, the value.
ATTRIBUTES: Mapping[str, Mapping[str, str | None]] = {
    "article": dict.fromkeys(
        ("class", "id", "lang", "data-policy", "data-edition", "data-language")
    ),
    "section": {"class": None, "id": None},
    "div.preface": {"class": None, "data-kind": None},
    "div.conclusion": {"class": None, "data-kind": None},
    "div.closing": {"class": None},
    "div.table": {"class": None, "role": "group", "tabindex": "0", "aria-label": None},
    "table": {"class": "inforce-table"},
    "th": {"class": None, "scope": "col"},
    "td": {"class": None},
    "p.label": {"class": None},
    "span.number": {"class": None},
    "span.anchor": {"class": None, "id": None},
    "a.permalink": {"class": None, "href": None, "aria-label": None},
    "a.external": {"class": None, "href": None},
    "a.clause": {"class": None, "href": None},
    "a.policy": {"class": None, "href": None},
    "a.term": {"class": None, "href": None},
}

# The elements whose kind is told by their class.
_CLASSED = frozenset({"div", "span", "a"})
_CLAUSE_CLASSES = frozenset({"numbered", "titled", "repealed", "annex"})
_SIDES = frozenset({"left", "right", "center"})

# Where an address on the page leads: `path#fragment`.
Where = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that does not belong there, and the clause that it stands in."""

    clause: str
    message: str


@dataclass(frozen=True, slots=True)
class TermLink:
    """A word that leads to its definition: where it stands, where it leads, and the word."""

    clause: str
    href: str
    words: str


@dataclass(slots=True)
class Shown:
    """A text as a page shows it; `anchors` are the clause ids with their ids by number."""

    marks: list[Mark] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    anchors: list[tuple[str, str]] = field(default_factory=list)
    terms: list[TermLink] = field(default_factory=list)


def shown_text(article: LexborNode, where: Where) -> Shown:
    """What a reader of the element `article` meets, in order, and what should not be in it."""
    walk = _Walk(where)
    walk.check_attributes("article", article.attributes)
    walk.children("article", article)
    return walk.shown


def shown_cell(cell: LexborNode, clause: str, where: Where) -> Shown:
    """What a reader of a cell meets that shows a clause, or another piece of a text, by itself."""
    walk = _Walk(where)
    walk.clauses.append(clause)
    walk.children("section", cell)
    return walk.shown


class _Walk:
    """Goes through the element of one text."""

    def __init__(self, where: Where) -> None:
        self.where = where
        self.shown = Shown()
        self.clauses: list[str] = []

    @property
    def clause(self) -> str:
        return self.clauses[-1] if self.clauses else ""

    def fault(self, message: str) -> None:
        self.shown.faults.append(Fault(self.clause, message))

    def children(self, kind: str, parent: LexborNode) -> None:
        for node in _children(parent):
            if node.is_text_node:
                self.words(kind, node.text_content or "")
            elif not node.is_comment_node:
                self.element(kind, node)

    def words(self, kind: str, words: str) -> None:
        if kind in _WITH_WORDS:
            self.shown.marks.append(Mark(TEXT, one_space(words)))
        elif words.strip(" \t\n\r\f"):
            self.fault(f"words stand directly in `{kind}`: “{words.strip()[:60]}”")
            self.shown.marks.append(Mark(TEXT, one_space(words)))

    def element(self, parent: str, node: LexborNode) -> None:
        attributes = node.attributes
        kind = kind_of(node.tag or "", attributes.get("class") or "")
        if kind not in INSIDE[parent]:
            self.fault(f"`{_spelled(node)}` does not belong into `{parent}`")
            return
        if attributes:
            self.check_attributes(kind, attributes)
        if kind in ("span.anchor", "a.permalink"):
            self.mark_only(kind, node, attributes)
            return
        if kind == "a.term":
            link = TermLink(self.clause, attributes.get("href") or "", node.text())
            self.shown.terms.append(link)
            self.children(kind, node)
            return
        if kind == "section":
            self.clauses.append(attributes.get("id") or "")
        detail = self.detail(kind, attributes) if attributes else ""
        self.shown.marks.append(Mark(kind, detail) if detail else begins(kind))
        if kind != "br":
            self.children(kind, node)
            self.shown.marks.append(ends(kind))
        if kind == "section":
            self.clauses.pop()

    def check_attributes(self, kind: str, attributes: Mapping[str, str | None]) -> None:
        allowed = ATTRIBUTES.get(kind, {})
        for name, value in attributes.items():
            if name not in allowed:
                self.fault(f"the attribute `{name}` does not belong to `{kind}`: it may hide words")
            elif allowed[name] is not None and value != allowed[name]:
                self.fault(f"`{name}` of `{kind}` has to be `{allowed[name]}`, not `{value}`")

    def mark_only(self, kind: str, node: LexborNode, attributes: Mapping[str, str | None]) -> None:
        """An element that only marks a place: it has to be empty."""
        if node.child is not None:
            self.fault(f"`{kind}` has to be empty")
        if kind == "span.anchor":
            self.shown.anchors.append((self.clause, attributes.get("id") or ""))
        elif attributes.get("href") != f"#{self.clause}":
            self.fault(f"the permalink leads to `{attributes.get('href')}`, not to its own clause")

    def detail(self, kind: str, attributes: Mapping[str, str | None]) -> str:
        """What tells this element from others of its kind."""
        href = attributes.get("href") or ""
        match kind:
            case "section":
                return f"{self.clause} {self.classes(attributes)}".strip()
            case "a.external":
                return href
            case "a.clause":
                return href.removeprefix("#") if href.startswith("#") else href
            case "a.policy":
                return self.where(href)
            case "div.preface" | "div.conclusion":
                return attributes.get("data-kind") or ""
            case "th" | "td":
                return self.side(attributes)
            case _:
                return ""

    def classes(self, attributes: Mapping[str, str | None]) -> str:
        """The classes of a clause beyond `clause`, in alphabetical order."""
        found = set((attributes.get("class") or "").split())
        if "clause" not in found or found - _CLAUSE_CLASSES - {"clause"}:
            self.fault(f"a clause does not have the class `{attributes.get('class')}`")
        return " ".join(sorted(found - {"clause"}))

    def side(self, attributes: Mapping[str, str | None]) -> str:
        side = attributes.get("class") or ""
        if "class" in attributes and side not in _SIDES:
            self.fault(f"a cell does not have the class `{side}`")
        return side


def kind_of(tag: str, classes: str) -> str:
    """The kind of an element: its tag, and what its class says where that decides."""
    if tag in _CLASSED or (tag == "p" and classes):
        return f"{tag}.{classes}"
    return tag


def _children(parent: LexborNode) -> Iterator[LexborNode]:
    node = parent.first_child
    while node is not None:
        yield node
        node = node.next


def _spelled(node: LexborNode) -> str:
    """The element's own tag as it is written, shortened."""
    html = (node.html or "").partition(">")[0] + ">"
    return html if len(html) <= 80 else html[:79] + "…"
