"""Style rules inside of a page that reach its text.

A rule that only sets custom properties (`--x: …`) changes nothing by itself. Any other rule of a
`style` element that applies to the text, to what is in it or around it could hide words or add
some, so it is refused as a whole: looks belong into the style sheets.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Parts of a page, and states of it, that no element has until it is shown to a reader.
_PSEUDO = re.compile(
    r"::[\w-]+|:(before|after|first-line|first-letter|hover|active|focus(-within|-visible)?|target"
    r"(-within)?|visited|link|any-link|checked)(?![\w(-])",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[{;]")
_QUOTED = re.compile(r"[\"'\\]")  # what stands in quotes could look like the end of a rule
_BRACE = re.compile(r"[{}]")
_GROUPS = ("@media", "@supports", "@layer", "@container", "@scope", "@starting-style")


def styled(tree: LexborHTMLParser, article: LexborNode) -> Iterator[str]:
    """The selectors of rules in the page's `style` elements that reach `article`."""
    near: set[int] = set()
    for style in tree.css("style"):
        for selector in selectors(style.text() or ""):
            near = near or _near(article)
            if _reaches(tree, selector, near):
                yield selector


@lru_cache(maxsize=256)
def selectors(css: str) -> tuple[str, ...]:
    """The selectors of all rules that set anything but custom properties."""
    return tuple(_selectors(_COMMENT.sub(" ", css)))


def _selectors(css: str) -> Iterator[str]:
    at = 0
    while at < len(css):
        opening = _OPENING.search(css, at)
        if opening is None:
            return
        prelude = css[at : opening.start()].strip()
        if opening[0] == ";":
            if prelude.startswith("@import"):
                yield prelude  # whatever it brings cannot be seen here
            at = opening.end()
            continue
        end = _closing(css, opening.end())
        yield from _rule(prelude, css[opening.end() : end])
        at = end + 1


def _rule(prelude: str, body: str) -> Iterator[str]:
    if prelude.startswith(_GROUPS):
        yield from _selectors(body)
    elif not prelude.startswith("@") and not _harmless(body):
        yield prelude


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


def _near(article: LexborNode) -> set[int]:
    """The text's element, all in it and all around it."""
    found = {node.mem_id for node in article.traverse()}
    parent = article.parent
    while parent is not None:
        found.add(parent.mem_id)
        parent = parent.parent
    return found


def _reaches(tree: LexborHTMLParser, selector: str, near: set[int]) -> bool:
    """Whether a rule applies to one of the elements; one that cannot be read does."""
    if _QUOTED.search(selector):
        return True
    try:
        found = tree.css(_PSEUDO.sub("", selector) or "*")
    except SelectolaxError:
        return True
    return any(node.mem_id in near for node in found)
