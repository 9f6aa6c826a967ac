"""One text on one page, proved word for word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborNode

from inforce.archive import TextRecord
from inforce.model import Location
from inforce.problems import Problem
from inforce.verify.expected import Kind
from inforce.verify.links import site_target
from inforce.verify.marks import TEXT, Line, Mark, canonical, lines, tidy, words_of
from inforce.verify.page import Page, beside, hiding
from inforce.verify.recorded import Where, recorded_marks
from inforce.verify.shown import Shown, shown_text
from inforce.verify.styles import styled
from inforce.verify.words import first_difference

TEXT_ID = "_text"
NO_BREAK = "\u00a0"
REBUILD = "Build the site again; if that does not mend it, look for what changes the built pages."
_MOST_FAULTS = 5


@dataclass(frozen=True)
class Recorded:
    """A recorded text; `where` says where a reference in it leads on its page."""

    text: TextRecord
    where: Where

    @cached_property
    def marks(self) -> list[Mark]:
        """What a reader should meet."""
        return recorded_marks(self.text.text, self.where)

    @cached_property
    def arrangement(self) -> tuple[Mark, ...]:
        """The marks as they are compared, once the words are known to be the same."""
        return spaced(tidy(self.marks))

    @cached_property
    def words(self) -> list[str]:
        """The words of the canonical text."""
        return self.text.canonical.decode().split()

    @cached_property
    def clauses(self) -> list[str]:
        """For each of `words`, the clause that it stands in."""
        return [clause for _, clause in words_of(lines(self.marks))]

    @cached_property
    def anchors(self) -> list[tuple[str, str]]:
        """The clauses that can be had by number, with the ids that are made of it."""
        ids = {clause.id for clause in self.text.text.walk()}
        found = ((clause.id, clause.anchor) for clause in self.text.text.walk())
        return [(clause, anchor) for clause, anchor in found if anchor and anchor not in ids]

    def clause_at(self, index: int) -> str:
        """The clause of a word; of one after the end, that of the last."""
        return self.clauses[min(index, len(self.clauses) - 1)] if self.clauses else ""


def check_text(page: Page, base: str, recorded: Recorded, kind: Kind) -> Iterator[Problem]:
    """Everything by which a page of this kind differs from showing the recorded text."""
    if len(page.texts) != 1 or page.texts[0].tag != "article":
        message = f"the page shows {len(page.texts)} texts, not one in an `article`"
        yield _problem(page, "", "text", message)
        return
    article = page.texts[0]
    if other := _other_text(article, recorded):
        yield _problem(page, "", "text", other)
        return
    yield from _frame(page, recorded)

    def where(href: str) -> str:
        return str(site_target(base, page.path, href) or href)

    shown = shown_text(article, where)
    for fault in shown.faults[:_MOST_FAULTS]:
        yield _problem(page, fault.clause, "markup", fault.message)
    if left := shown.faults[_MOST_FAULTS:]:
        yield _problem(page, "", "markup", f"and {len(left)} more of this kind")
    differences = [*_compare(page, recorded, shown)]
    yield from differences
    yield from _check_terms(page, recorded, shown)
    yield from _check_ids(page, recorded, shown, kind is Kind.DATED)


def _other_text(article: LexborNode, recorded: Recorded) -> str:
    """Which text the page shows where it is not the one that it should, in words."""
    text, said = recorded.text.text, article.attributes
    names = ("data-policy", "data-edition", "data-language")
    found = tuple(said.get(name) or "" for name in names)
    if found == (text.policy, text.edition, text.language):
        return ""
    policy, edition, language = found
    return (
        f"the page shows `{policy}`, edition {edition}, in `{language}`; it has to show"
        f" `{text.policy}`, edition {text.edition}, in `{text.language}`"
    )


def _frame(page: Page, recorded: Recorded) -> Iterator[Problem]:
    """What the element of the text says of itself, and what could hide it as a whole."""
    article = page.texts[0]
    said = article.attributes
    for name, value in (("id", TEXT_ID), ("lang", recorded.text.text.language)):
        if said.get(name) != value:
            message = f"`{name}` of the text is `{said.get(name)}`, not `{value}`"
            yield _problem(page, "", "text", message)
    for reason in hiding(article):
        yield _problem(page, "", "hidden", f"the text may be hidden: {reason}")
    for words in beside(article):
        message = f"words that are not the edition's stand beside its text: “{_cut(words)}”"
        yield _problem(page, "", "beside", message, "Put them outside of the element around it.")
    for selector in styled(page.tree, article):
        message = f"a style rule inside of the page applies to the text: `{selector}`"
        yield _problem(page, "", "hidden", message, "Move it into a style sheet, or remove it.")


def _compare(page: Page, recorded: Recorded, shown: Shown) -> Iterator[Problem]:
    """The first difference: in the words, else in how they are arranged."""
    written = lines(shown.marks)
    if with_plain_spaces(canonical(written)) != with_plain_spaces(recorded.text.canonical):
        yield _words_differ(page, recorded, written)
    elif (arrangement := spaced(tidy(shown.marks))) != recorded.arrangement:
        yield _marks_differ(page, recorded.arrangement, arrangement)


def with_plain_spaces(text: bytes) -> bytes:
    """A canonical text where a no-break space counts as a space: a page may bind words with it."""
    return text.replace(NO_BREAK.encode(), b" ")


def spaced(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks with plain spaces in the place of no-break spaces."""
    return tuple(
        Mark(TEXT, mark.detail.replace(NO_BREAK, " "))
        if mark.kind == TEXT and NO_BREAK in mark.detail
        else mark
        for mark in marks
    )


def _words_differ(page: Page, recorded: Recorded, written: Sequence[Line]) -> Problem:
    difference = first_difference(recorded.words, [word for word, _ in words_of(written)])
    if difference is None:
        return _lines_differ(page, recorded, written)
    clause = recorded.clause_at(difference.index)
    return _problem(page, clause, "words", f"not the recorded words: {difference}")


def _lines_differ(page: Page, recorded: Recorded, written: Sequence[Line]) -> Problem:
    """The words are the same; paragraphs, cells or line breaks are not."""
    expected = with_plain_spaces(recorded.text.canonical).decode().split("\n")
    found = with_plain_spaces(canonical(written)).decode().split("\n")
    pairs = enumerate(zip(expected, found, strict=False))
    index = next((at for at, (one, other) in pairs if one != other), 0)
    words = len("\n".join(expected[:index]).split())
    message = (
        f"the words are the recorded ones, but not their paragraphs, lines, cells or spaces:"
        f" “{_cut(found[index])}” instead of “{_cut(expected[index])}”"
    )
    return _problem(page, recorded.clause_at(words), "words", message)


def _marks_differ(page: Page, recorded: Sequence[Mark], shown: Sequence[Mark]) -> Problem:
    """The words are the same; nesting, numbers, emphasis or links are not."""
    end = Mark("the end")
    pairs = zip((*recorded, end), (*shown, end), strict=False)
    index = next(at for at, (one, other) in enumerate(pairs) if one != other)
    clauses, words = [""], ""
    for mark in recorded[: index + 1]:
        if mark.kind == "section":
            clauses.append(mark.detail.partition(" ")[0])
        elif mark.kind == "/section":
            clauses.pop()
        words = mark.detail if mark.kind == TEXT else words
    there, here = (*shown, end)[index], (*recorded, end)[index]
    message = f"near “{_cut(words)}” stands {there}, where {here} was recorded"
    return _problem(page, clauses[-1], "structure", message)


def _check_terms(page: Page, recorded: Recorded, shown: Shown) -> Iterator[Problem]:
    """A link from a word leads to a clause that defines it: words that begin alike."""
    clauses = recorded.text.text.walk()
    defined = {f"#{one.id}": one.term.strip("«»“”\"'").split() for one in clauses if one.term}
    for link in shown.terms:
        words, term = link.words.split(), defined.get(link.href, [])
        pairs = zip(map(_start, words), map(_start, term), strict=False)
        if len(words) != len(term) or any(one != other for one, other in pairs):
            message = f"“{_cut(link.words)}” leads to `{link.href}`, which does not define it"
            yield _problem(page, link.clause, "term", message)


def _start(word: str) -> str:
    """How a word begins, which none of its forms changes."""
    return word[:2].replace("ё", "е")


def _check_ids(page: Page, recorded: Recorded, shown: Shown, numbers: bool) -> Iterator[Problem]:
    """No id of a clause stands twice; on dated pages (`numbers`), clauses have one by number."""
    for one in recorded.text.text.walk():
        yield from _doubled(page, one.id, one.id)
    wanted = recorded.anchors if numbers else []
    if shown.anchors != wanted:
        clause, anchor = min(set(wanted) ^ set(shown.anchors), default=("", ""))
        message = "the addresses of clauses by number are not the recorded ones"
        yield _problem(page, clause, "permalink", f"{message}: `#{anchor}`")
    for clause, anchor in shown.anchors:
        yield from _doubled(page, clause, anchor)


def _doubled(page: Page, clause: str, name: str) -> Iterator[Problem]:
    if page.ids[name] > 1:
        message = f"the id `{name}` stands {page.ids[name]} times on the page"
        yield _problem(page, clause, "permalink", message)


def _problem(page: Page, clause: str, check: str, message: str, hint: str = REBUILD) -> Problem:
    return Problem(Location(page.path, clause=clause), check, message, hint)


def _cut(words: str) -> str:
    return words if len(words) <= 80 else words[:79] + "…"
