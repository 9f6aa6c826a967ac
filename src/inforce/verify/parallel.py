"""The texts of an edition side by side: each column, read from the top down, is a recorded text."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import zip_longest

from selectolax.lexbor import LexborNode

from inforce.archive import EditionRecord, TextRecord
from inforce.model import Location
from inforce.problems import Problem
from inforce.verify.expected import Expected, Stand
from inforce.verify.links import site_target
from inforce.verify.marks import END, Mark, canonical, lines, tidy, words_of
from inforce.verify.notices import check_notices
from inforce.verify.page import Page, hiding
from inforce.verify.shown import Fault, shown_cell
from inforce.verify.text import REBUILD, Recorded, spaced, with_plain_spaces
from inforce.verify.words import first_difference

TABLE = "table.inforce-columns"
_MOST_FAULTS = 5

# A text is a tree of clauses under headings, a column a list of cells.
_TREE = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "section"}
    | {"div.preface", "div.conclusion", "div.closing"}
)
_ROW_ATTRIBUTES = frozenset({"role", "id", "class"})
_CELL_ATTRIBUTES = frozenset({"role", "class", "lang", "data-head"})


def check_parallel(page: Page, expected: Expected, stand: Stand) -> Iterator[Problem]:
    """Everything by which the page differs from showing the texts of its edition."""
    record = expected.edition
    assert record is not None  # noqa: S101 - a policy has editions
    reader = expected.address.language
    texts = expected.texts
    yield from check_notices(page, expected, texts.get(reader), translated=False)
    if page.indexed():
        yield _problem(page, "", "noindex", "search engines may take it for the text itself")
    tables = page.tree.css(TABLE)
    if len(tables) != bool(texts):
        yield _problem(page, "", "text", f"the page has {len(tables)} tables of texts")
    elif texts:
        yield from _check_table(page, tables[0], record, texts, stand, reader)


def _check_table(
    page: Page,
    table: LexborNode,
    record: EditionRecord,
    texts: Mapping[str, TextRecord],
    stand: Stand,
    reader: str,
) -> Iterator[Problem]:
    for reason in hiding(table):
        yield _problem(page, "", "hidden", f"the texts may be hidden: {reason}")
    heads = [cell for row in _rows(table, "thead") for cell in _cells(row)]
    languages = [head.attributes.get("data-language") or "" for head in heads]
    if sorted(languages) != sorted(texts) or (reader in texts and languages[0] != reader):
        yield _problem(page, "", "text", f"the columns are {', '.join(languages)}")
        return
    yield from _check_prevailing(page, heads, record)
    rows = _rows(table, "tbody")
    yield from _check_rows(page, rows, len(languages))
    for index, language in enumerate(languages):
        known = language if language in stand.languages else reader
        where = partial(stand.reference, record, known)
        column = [(row.attributes.get("id") or "", _cells(row)[index:]) for row in rows]
        cells = [(clause, found[0]) for clause, found in column if found]
        yield from _check_column(page, stand.base, Recorded(texts[language], where), cells)


def _rows(table: LexborNode, group: str) -> list[LexborNode]:
    """The rows of a table's head or body; the cells hold tables of their own."""
    groups = (node for node in table.iter() if node.tag == group)
    return [row for node in groups for row in node.iter() if row.tag == "tr"]


def _cells(row: LexborNode) -> list[LexborNode]:
    """The cells of a row without the first, which holds its permalink."""
    return [node for node in row.iter() if node.tag in ("td", "th")][1:]


def _check_prevailing(
    page: Page, heads: Iterable[LexborNode], record: EditionRecord
) -> Iterator[Problem]:
    for head in heads:
        language = head.attributes.get("data-language")
        marked = "data-prevails" in head.attributes
        if marked != (language == record.edition.prevails):
            message = f"the column `{language}` is {'' if marked else 'not '}marked as prevailing"
            yield _problem(page, "", "notice", message)


def _check_rows(page: Page, rows: Iterable[LexborNode], count: int) -> Iterator[Problem]:
    """Every row has its cells and nothing that could hide them; no id stands twice."""
    for row in rows:
        clause = row.attributes.get("id") or ""
        cells = _cells(row)
        if len(cells) != count:
            message = f"a row has {len(cells)} cells for {count} texts"
            yield _problem(page, clause, "markup", message)
        if clause and page.ids[clause] > 1:
            message = f"the id `{clause}` stands {page.ids[clause]} times on the page"
            yield _problem(page, clause, "permalink", message)
        strange = set(row.attributes) - _ROW_ATTRIBUTES
        strange |= {name for cell in cells for name in set(cell.attributes) - _CELL_ATTRIBUTES}
        for name in sorted(strange):
            message = (
                f"the attribute `{name}` does not belong to a row or a cell: it may hide words"
            )
            yield _problem(page, clause, "markup", message)


def _check_column(
    page: Page, base: str, recorded: Recorded, cells: Iterable[tuple[str, LexborNode]]
) -> Iterator[Problem]:
    language = recorded.text.text.language
    ids = {one.id for one in recorded.text.text.walk()}

    def where(href: str) -> str:
        return str(site_target(base, page.path, href) or href)

    marks: list[Mark] = []
    faults: list[Fault] = []
    for clause, cell in cells:
        if clause and clause not in ids:
            continue  # what stands in it says that there is no such clause
        if cell.child is not None and cell.attributes.get("lang") != language:
            said = cell.attributes.get("lang")
            faults.append(Fault(clause, f"a cell of the text in `{language}` is in `{said}`"))
        found = shown_cell(cell, clause, where)
        faults += found.faults
        faults += [Fault(clause, f"“{one.words}” leads to a definition") for one in found.terms]
        marks += [Mark("section", clause), *found.marks, Mark(END + "section")]
    for fault in faults[:_MOST_FAULTS]:
        yield _problem(page, fault.clause, "markup", fault.message)
    yield from _compare(page, recorded, marks)


def _compare(page: Page, recorded: Recorded, marks: list[Mark]) -> Iterator[Problem]:
    """The first difference: in the words, else in paragraphs, tables, emphasis and links."""
    language = recorded.text.text.language
    written = lines(marks)
    if with_plain_spaces(canonical(written)) != with_plain_spaces(recorded.text.canonical):
        shown = [word for word, _ in words_of(written)]
        difference = first_difference(recorded.words, shown)
        clause = recorded.clause_at(difference.index) if difference else ""
        message = f"the column `{language}` is not the recorded words: {difference or 'its lines'}"
        yield _problem(page, clause, "words", message)
        return
    pairs = zip_longest(_flat(recorded.arrangement), _flat(spaced(tidy(marks))))
    for one, other in pairs:
        if one != other:
            message = f"in the column `{language}` stands {other}, where {one} was recorded"
            yield _problem(page, "", "structure", message)
            return


def _flat(marks: Iterable[Mark]) -> list[Mark]:
    """The marks without those of the tree."""
    return [mark for mark in marks if mark.kind.removeprefix(END) not in _TREE]


def _problem(page: Page, clause: str, check: str, message: str) -> Problem:
    return Problem(Location(page.path, clause=clause), check, message, REBUILD)
