"""A redline proved: without what is deleted it reads as the new text, without what is inserted as
the old one, clause by clause.

Where a link leads is not compared, so the addresses that text-v1 writes behind labels are left
out on both sides. A clause that moved stands at its new place, so only the new text has to stand
in its own order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from inforce.model import Block, Clause, Location, Paragraph, Text, plain
from inforce.problems import Problem
from inforce.timeline import predecessor
from inforce.verify.expected import Expected, Stand
from inforce.verify.notices import check_notices
from inforce.verify.page import Page, hiding
from inforce.verify.text import REBUILD

REDLINE = "article.inforce-redline"
_ADDRESS = re.compile(r"<(?:https?|mailto|tel):[^>\s]*>", re.IGNORECASE)
_HIDING = (
    ":is([hidden], [style], [inert], [aria-hidden], script, style, template, noscript, iframe)"
)
# What is said around the words of the two texts.
_AROUND = frozenset({"change", "departure", "spoken"})
_OUTSIDE = "_outside"  # what stands in no clause: the title, the preface, the conclusions

# The words of each clause, those of the text around them under `_OUTSIDE`, in reading order.
Words = dict[str, str]


def check_redline(page: Page, expected: Expected, stand: Stand) -> Iterator[Problem]:
    """Everything by which the page differs from comparing the two recorded texts."""
    record = expected.edition
    assert record is not None  # noqa: S101 - only editions have such pages
    own = expected.texts.get(expected.address.language)
    yield from check_notices(page, expected, own, translated=False)
    if page.indexed():
        yield _problem(page, "", "noindex", "search engines may take it for the text itself")
    if page.texts:
        yield _problem(page, "", "text", "a text stands on a page that has none")
    pair = recorded_pair(expected, stand)
    articles = page.tree.css(REDLINE)
    if len(articles) != (pair is not None):
        yield _problem(page, "", "text", f"the page has {len(articles)} redlines")
    elif pair is not None:
        article = articles[0]
        within = (f"`{one.tag}` in it" for one in article.css(_HIDING))
        for reason in (*hiding(article), *within):
            yield _problem(page, "", "hidden", f"the redline may be hidden: {reason}")
        yield from _check_sides(page, article, *pair)


def recorded_pair(expected: Expected, stand: Stand) -> tuple[Text, Text] | None:
    """The old and the new text; None where no language has both.

    In the reader's language, else in the one that stands in for it (design, section 4).
    """
    new = expected.edition
    policy = stand.archive.policies[new.edition.policy] if new else None
    old = predecessor(policy, new.edition.id) if policy and new else None
    if old is None or new is None:
        return None
    edition = new.edition
    order = (expected.address.language, edition.fallback, edition.prevails, *stand.languages)
    both = (one for one in order if old.texts.get(one) and new.texts.get(one))
    language = next(both, None)
    return (old.texts[language][-1].text, new.texts[language][-1].text) if language else None


def _check_sides(page: Page, article: LexborNode, old: Text, new: Text) -> Iterator[Problem]:
    for without, text, name in (("ins", old, "old"), ("del", new, "new")):
        shown, recorded = _Side(without).of(article), _recorded(text)
        if name == "new" and [*shown] != [*recorded]:
            yield _problem(page, "", "structure", "its clauses do not stand as in the new text")
        for clause in dict.fromkeys((*recorded, *shown)):
            if shown.get(clause, "") != recorded.get(clause, ""):
                message = f"without `{without}` it does not read as the {name} text"
                yield _problem(page, clause.removeprefix(_OUTSIDE), "words", message)


@dataclass
class _Side:
    """One side of a redline: its words without those in the elements `without`."""

    without: str
    clauses: list[str] = field(default_factory=lambda: [_OUTSIDE])
    words: dict[str, list[str]] = field(default_factory=lambda: {_OUTSIDE: []})

    def of(self, article: LexborNode) -> Words:
        self.walk(article)
        joined = {clause: _line("".join(words)) for clause, words in self.words.items()}
        return {clause: words for clause, words in joined.items() if words or clause == _OUTSIDE}

    def walk(self, node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                self.words[self.clauses[-1]].append(child.text_content or "")
            elif child.tag == "section":
                self.section(child)
            elif child.tag == "br":
                self.words[self.clauses[-1]].append(" ")
            elif not self.left_out(child):
                self.walk(child)
                self.words[self.clauses[-1]].append("" if child.tag in _INLINE else " ")

    def section(self, section: LexborNode) -> None:
        clause = section.attributes.get("id") or ""
        self.clauses.append(clause)
        self.words.setdefault(clause, [])
        self.walk(section)
        self.clauses.pop()

    def left_out(self, node: LexborNode) -> bool:
        classes = (node.attributes.get("class") or "").split()
        return node.tag in (self.without, "summary") or bool(_AROUND.intersection(classes))


_INLINE = frozenset({"ins", "del", "strong", "em", "code", "a", "span"})


def _line(words: str) -> str:
    return "".join(_ADDRESS.sub("", words).split())


def _recorded(text: Text) -> Words:
    outside = [text.title]
    for part in (*text.preface, *text.conclusions):
        outside += _blocks(part.blocks)
    return {_OUTSIDE: _line(" ".join(outside)), **dict(_clauses(text))}


def _clauses(text: Text) -> Iterator[tuple[str, str]]:
    for clause in text.walk():
        if words := _line(" ".join(_own(clause))):
            yield clause.id, words


def _own(clause: Clause) -> list[str]:
    title = [clause.number, plain(clause.title)]
    return [*title, *_blocks(clause.blocks), *_blocks(clause.closing)]


def _blocks(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(plain(block.runs))
        else:
            found += [plain(cell) for row in (block.header, *block.rows) for cell in row]
    return found


def _problem(page: Page, clause: str, check: str, message: str) -> Problem:
    return Problem(Location(page.path, clause=clause), check, message, REBUILD)
