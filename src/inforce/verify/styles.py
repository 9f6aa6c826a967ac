"""Style rules that could hide words of a text, or add some.

Two places, two measures. A rule in a `style` element of the page that applies to the text, to
what is in it or around it, is refused whatever it says: looks belong into the style sheets. Of
the style sheets a page links to, the rules that plainly hide or add words are looked for. A rule
that only sets custom properties (`--x: …`) changes nothing by itself.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Parts of a page, and states of it, that no element has until it is shown to a reader.
_PSEUDO = re.compile(
    r"::[\w-]+|:(before|after|first-line|first-letter|hover|active|focus(-within|-visible)?|target"
    r"(-within)?|visited|link|any-link|checked)(?![\w(-])",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[{;]")
_BRACE = re.compile(r"[{}]")
_COMMA = re.compile(r"[(),]")
_QUOTED = re.compile(r"[\"'\\]")  # what stands in quotes could look like the end of a rule
_GROUPS = ("@media", "@supports", "@layer", "@container", "@scope", "@starting-style")

_ZERO = r"\s*:\s*(0+(\.0*)?|\.0+)[a-z%]*\s*(?=[;!}]|$)"
_HIDES = re.compile(
    r"(?:^|[;{\s])(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|content-visibility\s*:"
    rf"\s*hidden|(opacity|font-size|zoom|(max-)?(height|width|block-size|inline-size)){_ZERO}|"
    r"clip-path\s*:\s*(?!none)|clip\s*:\s*rect|(color|-webkit-text-fill-color)\s*:\s*transparent|"
    r"transform\s*:\s*scale[xy]?\(\s*0\b|text-indent\s*:\s*-\s*\d{3}|"
    r"(left|right|top|bottom|inset[\w-]*)\s*:\s*-\s*\d{3})",
    re.IGNORECASE,
)
_ADDS = re.compile(
    r"(?:^|[;{\s])content\s*:\s*[^;]*(\"[^\"]*\w|'[^']*\w|counter|attr)", re.IGNORECASE
)


class Rule(NamedTuple):
    """A rule: the elements that it is for, and what it sets."""

    selector: str
    body: str


def styled(tree: LexborHTMLParser, article: LexborNode) -> Iterator[str]:
    """The selectors of rules in the page's `style` elements that reach `article`."""
    for style in tree.css("style"):
        for rule in rules(style.text() or ""):
            if _is_unclear(rule.selector) or any(_reached(tree, rule.selector, article)):
                yield rule.selector


def concealing(tree: LexborHTMLParser, article: LexborNode, css: str) -> Iterator[str]:
    """The selectors of rules in a style sheet that plainly hide words of `article` or add some.

    A selector that cannot be read is passed over.
    """
    for rule in _suspects(css):
        found = [] if _QUOTED.search(rule.selector) else [*_reached(tree, rule.selector, article)]
        hides = _HIDES.search(rule.body) and any((node.text() or "").strip() for node in found)
        if hides or (_ADDS.search(rule.body) and any(_is_within(node, article) for node in found)):
            yield rule.selector


@lru_cache(maxsize=64)
def _suspects(css: str) -> tuple[Rule, ...]:
    """The rules of a style sheet that hide or add words somewhere."""
    return tuple(one for one in rules(css) if _HIDES.search(one.body) or _ADDS.search(one.body))


@lru_cache(maxsize=64)
def rules(css: str) -> tuple[Rule, ...]:
    """All rules that set anything but custom properties, each selector of a list by itself."""
    return tuple(_rules(_COMMENT.sub(" ", css)))


def _rules(css: str) -> Iterator[Rule]:
    at = 0
    while opening := _OPENING.search(css, at):
        prelude = css[at : opening.start()].strip()
        if opening[0] == ";":
            if prelude.startswith("@import"):
                yield Rule(prelude, "")  # whatever it brings cannot be seen here
            at = opening.end()
            continue
        end = _closing(css, opening.end())
        yield from _block(prelude, css[opening.end() : end])
        at = end + 1


def _block(prelude: str, body: str) -> Iterator[Rule]:
    if prelude.startswith(_GROUPS):
        yield from _rules(body)
    elif not prelude.startswith("@") and not _harmless(body):
        yield from (Rule(selector, body) for selector in _listed(prelude))


def _listed(prelude: str) -> Iterator[str]:
    """The selectors of a list; a comma in brackets does not part them."""
    depth, start = 0, 0
    for match in _COMMA.finditer(prelude):
        depth += {"(": 1, ")": -1, ",": 0}[match[0]]
        if match[0] == "," and not depth:
            yield prelude[start : match.start()].strip()
            start = match.end()
    yield prelude[start:].strip()


def _harmless(body: str) -> bool:
    """Whether a rule sets custom properties and nothing else."""
    return "{" not in body and all(
        not one.strip() or one.strip().startswith("--") for one in body.split(";")
    )


def _closing(css: str, start: int) -> int:
    """Where the block that is open at `start` ends."""
    depth = 1
    for match in _BRACE.finditer(css, start):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return match.start()
    return len(css)


def _is_unclear(selector: str) -> bool:
    """Whether it cannot be said which elements a selector is for."""
    return bool(_QUOTED.search(selector)) or _matching(LexborHTMLParser(""), selector) is None


def _matching(tree: LexborHTMLParser, selector: str) -> list[LexborNode] | None:
    try:
        return tree.css(_PSEUDO.sub("", selector) or "*")
    except SelectolaxError:
        return None


def _reached(tree: LexborHTMLParser, selector: str, article: LexborNode) -> Iterator[LexborNode]:
    """The elements that a selector is for, among the text's own, those in it and around it."""
    for node in _matching(tree, selector) or ():
        if _is_within(node, article) or _is_within(article, node):
            yield node


def _is_within(node: LexborNode, outer: LexborNode) -> bool:
    step: LexborNode | None = node
    while step is not None:
        if step.mem_id == outer.mem_id:
            return True
        step = step.parent
    return False
