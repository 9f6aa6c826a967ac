"""Markdown: headings, bullets, emphasis, code, links and autolinks keep their meaning.

Only what our own inline text knows is kept as a mark; anything else is shown as it is typed.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inforce.importers.characters import Raw
from inforce.importers.labels import read_label
from inforce.importers.lines import Line, Link, Marks, read_lines, take_bullet
from inforce.importers.plaintext import linked
from inforce.importers.shown import shows_words
from inforce.importers.signs import is_headline
from inforce.resolve import is_address
from inforce.source.characters import refused

HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+(.*?))??(?:\s+#+)?\s*")
UNDERLINE = re.compile(r"\s{0,3}(={3,}|-{3,})\s*")
QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
ESCAPED_START = re.compile(r"^(\d{1,3})\\([.)])|^\\([-+*#>])")
EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?=\S)")
STRONG = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")
ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
CODE = r"(?P<code>(?P<ticks>`+)(?!`)[^`\n]+(?P=ticks)(?!`))"
AUTOLINK = r"(?P<auto><(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@:]+@[^\s<>@]+)>)"
LINK = r"(?P<link>\[(?P<words>[^\[\]]*)\]\((?P<href>[^()\s<>]+)\))"
ESCAPE = r"(?P<escape>\\[!-/:-@\[-`{-~])"
MARKED = re.compile("|".join((CODE, AUTOLINK, LINK, ESCAPE)))
# Underscores that mark emphasis in Markdown; in our sources only asterisks do.
UNDERSCORES = re.compile(r"(?<![\w_\\])(_{1,2})(?=[^\s_])([^_\n]*[^\s_])\1(?![\w_])")
LITERAL = re.compile(r"[\[\]<]")
MARKS = re.compile(r"(?<!\\)[*`]|(?<![\w\\])_|(?<!\\)_(?!\w)|\\(?=[!-/:-@\[-`{-~])")
FOUND = re.compile(
    r"^\s{0,3}#{1,6}\s+\S|^\S.*\n={3,}\s*$|\[[^\[\]]+\]\((?:https?:|mailto:)|(?<!\*)\*\*[^\s*][^*\n]*\*\*(?!\*)",
    re.MULTILINE,
)


def is_markdown(text: str) -> bool:
    """Whether a plain text is written in Markdown: it has headings, links or strong words."""
    return FOUND.search(text) is not None


@dataclass(frozen=True, slots=True)
class Markdown:
    """A Markdown document.

    With `literal`, emphasis, code and links are shown as they are typed: what one paragraph of
    a document in disorder means may depend on where another ends.
    """

    literal: bool = False

    def lines(self, raws: Sequence[Raw]) -> tuple[Line, ...]:
        """The lines with words, without their marks."""
        return tuple(read_lines(list(_underlined(raws)), _marks))

    def source(self, text: str, links: Sequence[Link] = ()) -> str:
        """A paragraph with what our inline text knows kept as a mark, and the links in it."""
        if self.literal:
            return linked(text, links)
        if MARKED.search(text) and not shows_words(_inline(text), _seen(text)):
            return linked(text, links, _seen)
        return "".join(_written(text, links))

    def marked(self, text: str) -> tuple[tuple[int, int], ...]:
        """The places of code, links and autolinks, in which no link can begin."""
        return () if self.literal else tuple(mark.span() for mark in MARKED.finditer(text))

    def plain(self, text: str) -> str:
        """The words of a paragraph without marks."""
        return MARKS.sub("", text if self.literal else _seen(text)).strip()

    def visible(self, raw: str) -> str:
        """The words that a reader of the Markdown sees, in as many lines."""
        return _decoded(raw) if self.literal else _seen(_decoded(raw))


def _decoded(text: str) -> str:
    """`text` with character references and HTML's line breaks written out, in as many lines."""
    return BREAK.sub(" ", ENTITY.sub(lambda entity: _character(entity[0]), text))


def _character(entity: str) -> str:
    decoded = unicodedata.normalize("NFC", html.unescape(entity))
    shows = all(one.isprintable() or one == "\xa0" for one in decoded)
    return entity if not shows or any(map(refused, decoded)) else decoded


def _seen(text: str) -> str:
    """`text` with each link as text-v1 writes it: its words, and then its address."""
    return MARKED.sub(_seen_mark, text)


def _seen_mark(mark: re.Match[str]) -> str:
    if not _is_link(mark):
        return mark[0]
    if mark["auto"]:
        return mark[0][1:-1]
    words, href = mark["words"], mark["href"]
    label = " ".join(MARKS.sub("", words).split())
    alike = label in (href, href.removeprefix("mailto:"), href.removeprefix("tel:"))
    return words if alike else f"{words} <{href}>"


def _is_link(mark: re.Match[str]) -> bool:
    """Whether our sources can have the link; otherwise its signs are shown as they stand."""
    if mark["auto"]:
        href = mark[0][1:-1]
        return is_address(href if ":" in href else f"mailto:{href}")
    return bool(mark["link"]) and is_address(mark["href"])


def _underlined(raws: Sequence[Raw]) -> Iterator[Raw]:
    """The lines with headings that a line of strokes underlines written with `#` instead."""
    previous = ""
    for raw, following in zip(raws, [*raws[1:], Raw(0, 0, "")], strict=True):
        text = _decoded(raw.text)
        stroke = UNDERLINE.fullmatch(following.text)
        if stroke and not previous.strip() and is_headline(text) and "|" not in text:
            text = f"{'#' if stroke[1].startswith('=') else '##'} {text.strip()}"
        previous = raw.text
        yield Raw(raw.place, raw.number, text)


def _marks(text: str) -> Marks:
    closed = text.endswith("  ") or text.rstrip().endswith("\\")
    text = QUOTE.sub("", text, count=1).rstrip().removesuffix("\\")
    if heading := HEADING.fullmatch(text):
        words = _numbered(_unescaped(_unwrapped(heading[2] or "")))
        return Marks(words, heading=len(heading[1]), closed=True)
    bullet, rest = take_bullet(text, "*+")
    rest = _unescaped(rest)
    if not bullet and (title := _bold_heading(rest)):
        return Marks(title, heading=6, closed=True)
    return Marks(_numbered(rest), bullet=bullet, closed=closed)


def _unescaped(text: str) -> str:
    """`text` without the backslash that keeps its start from being a number or a bullet."""
    return ESCAPED_START.sub(lambda start: start[0].replace("\\", ""), text)


def _unwrapped(text: str) -> str:
    strong = STRONG.fullmatch(text.strip())
    return strong[2] if strong else text.strip()


def _bold_heading(text: str) -> str:
    """The words of a line that is bold from its start to its end, as a heading is."""
    words = _unwrapped(text)
    if words == text.strip():
        return ""
    return words if is_headline(read_label(words, heading=True)[1]) else ""


def _numbered(text: str) -> str:
    """`text` with its number before the marks of emphasis: `**1.1. Rights**` has it inside."""
    mark = EMPHASISED.match(text)
    if not mark:
        return text
    label, rest = read_label(text[mark.end() :])
    if label is None:
        return text
    rest = rest.removeprefix(mark[1]) if rest.startswith(mark[1]) else f"{mark[1]}{rest}"
    return f"{label.typed} {rest.strip()}"


def _written(text: str, links: Sequence[Link]) -> Iterator[str]:
    position = 0
    for link in links:
        yield _inline(text[position : link.start])
        yield f"[{_inline(link.words)}](#{link.clause})"
        position = link.end
    yield _inline(text[position:])


def _inline(text: str) -> str:
    """A piece of a paragraph whose marks keep their meaning, with all other signs literal."""
    written, position = [], 0
    for mark in MARKED.finditer(text):
        written.append(_literal(text[position : mark.start()]))
        written.append(_mark(mark))
        position = mark.end()
    return "".join([*written, _literal(text[position:])])


def _mark(mark: re.Match[str]) -> str:
    if (mark["link"] or mark["auto"]) and not _is_link(mark):
        return _literal(mark[0])
    return mark[0].replace("{", "{{")


def _literal(text: str) -> str:
    text = UNDERSCORES.sub(lambda found: "*" * len(found[1]) + found[2] + "*" * len(found[1]), text)
    return LITERAL.sub(r"\\\g<0>", text.replace("{", "{{"))
