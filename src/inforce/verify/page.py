"""What a page of HTML says of itself: its ids, links, canonical address and texts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

TEXTS = ".inforce-text"
NOTICES = "div.inforce-notice"

# The attributes that lead to another address, and where they may stand.
_LEADING = "[href], [src], [poster], [data], [action]"
_ATTRIBUTES = ("href", "src", "poster", "data", "action")

# What hides an element of a notice, or could.
_HIDDEN = ":is([hidden], [style], [aria-hidden], [inert], details, template, dialog, noscript)"

# What may stand around a text. Anything else (`details`, `template`, `dialog`, …) may hide it.
_AROUND = frozenset({"html", "body", "main", "div", "article", "section"})
_AROUND_ATTRIBUTES = frozenset({"class", "id", "lang", "dir"})


@dataclass(frozen=True)
class Page:
    """A parsed page; `path` is its file on the site."""

    path: str
    tree: LexborHTMLParser

    @classmethod
    def parse(cls, path: str, data: bytes) -> "Page":
        """The page in `data`, read as UTF-8 as a browser reads it."""
        return cls(path, LexborHTMLParser(data.decode("utf-8", "replace")))

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id stands on the page."""
        return Counter(node.attributes.get("id") or "" for node in self.tree.css("[id]"))

    @cached_property
    def texts(self) -> list[LexborNode]:
        """The elements that hold the text of an edition."""
        return self.tree.css(TEXTS)

    @property
    def language(self) -> str:
        """The language that the page says it is in."""
        html = self.tree.css_first("html")
        return (html.attributes.get("lang") or "") if html else ""

    def links(self) -> Iterator[str]:
        """Every address on the page, as it is written."""
        for node in self.tree.css(_LEADING):
            attributes = node.attributes
            for name in _ATTRIBUTES:
                if value := attributes.get(name):
                    yield value

    def charset(self) -> str:
        """The character encoding that the page says it has, in small letters."""
        return next(iter(self._values("meta[charset]", "charset")), "").lower()

    def canonical(self) -> list[str]:
        """What the page calls its canonical address; it should do so once."""
        return self._values('link[rel="canonical" i]', "href")

    def alternates(self) -> list[str]:
        """The languages in which the page says that it exists."""
        return self._values('link[rel="alternate" i][hreflang]', "hreflang")

    def sheets(self) -> list[str]:
        """The addresses of the style sheets that the page links to."""
        return self._values('link[rel~="stylesheet" i]', "href")

    def refresh(self) -> list[str]:
        """Where the page sends its reader by itself: `0; url=…`."""
        return self._values('meta[http-equiv="refresh" i]', "content")

    def indexed(self) -> bool:
        """Whether search engines may keep the page."""
        values = ",".join(self._values('meta[name="robots" i]', "content")).lower()
        return not {"noindex", "none"} & {word.strip() for word in values.split(",")}

    def _values(self, selector: str, attribute: str) -> list[str]:
        return [node.attributes.get(attribute) or "" for node in self.tree.css(selector)]

    def notices(self) -> dict[str, str]:
        """The words of each notice that a reader sees, by its name (`scheduled`, `missing`)."""
        found: dict[str, str] = {}
        for node in self.tree.css(NOTICES):
            names = (node.attributes.get("class") or "").split()
            name = next((one for one in names if one.startswith("inforce-notice--")), "")
            if not (node.css_matches(_HIDDEN) or node.css(_HIDDEN) or any(hiding(node))):
                found[name.removeprefix("inforce-notice--")] = node.text(separator=" ")
        return found


def beside(article: LexborNode) -> Iterator[str]:
    """The words that stand directly beside a text and are none of our own parts of a page."""
    parent = article.parent
    for node in parent.iter(include_text=True) if parent is not None else ():
        words = " ".join((node.text() or "").split())
        if words and not node.is_comment_node and not _is_own(node):
            yield words


def _is_own(node: LexborNode) -> bool:
    """Whether it is a part of a page that inforce makes; a clause is in a text or nowhere."""
    if not node.is_element_node:
        return False
    classes = (node.attributes.get("class") or "").split()
    ours = any(name.startswith("inforce-") for name in classes)
    return ours and ("inforce-text" in classes or not node.css(".clause"))


def hiding(node: LexborNode) -> Iterator[str]:
    """What around an element could hide it, each in words; itself, it is not looked at."""
    parent = node.parent
    while parent is not None and parent.is_element_node:
        tag = parent.tag or ""
        if tag not in _AROUND:
            yield f"it stands inside of `{tag}`"
        for name in parent.attributes:
            if name not in _AROUND_ATTRIBUTES and not name.startswith("data-"):
                yield f"`{tag}` around it has the attribute `{name}`"
        parent = parent.parent
