"""The index of each language: the texts that readers of that language see, clause by clause.

Only editions in force are in it. A text that stands in for one that is missing keeps its own
language, so that its words are found as words of that language.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from inforce.address import Address
from inforce.model import Block, Clause, Paragraph, Part, Text, plain
from inforce.site import File, Publication
from inforce.site.addresses import policy

FOLDER = "search"


@dataclass(frozen=True, slots=True)
class Section:
    """A place that can be found: a clause, or a heading of another page, by its `id`.

    `number` is the number as readers cite it (`2.1. 4)`), `anchor` as they may type it (`2.1-4`).
    `term` is the word that a clause defines, `above` the position of the section it stands in.
    """

    id: str
    number: str = ""
    anchor: str = ""
    title: str = ""
    text: str = ""
    term: str = ""
    above: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its sections in reading order; `path` is below the address of the site.

    `about` is the same for one document in all languages; `text` stands before its sections.
    """

    path: str
    about: str
    language: str
    title: str
    text: str = ""
    sections: tuple[Section, ...] = ()


def indexes(publication: Publication, own: Mapping[str, Sequence[Page]]) -> Iterator[File]:
    """The index of each language as a file; `own` are other pages of the site, by language."""
    languages = publication.site.languages
    for language in languages:
        pages = (*_policies(publication, language), *own.get(language, ()))
        others = [other for other in languages if other != language]
        yield File(Address(view=FOLDER, file=f"{language}.json"), index(language, others, pages))


def index(language: str, others: Sequence[str], pages: Sequence[Page]) -> bytes:
    """The index of one language as JSON; fields that are empty are left out."""
    written = {"language": language, "others": others, "pages": [_written(page) for page in pages]}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()


def _written(page: Page) -> dict[str, object]:
    sections = [
        {key: value for key, value in asdict(section).items() if value not in ("", None)}
        for section in page.sections
    ]
    return {**asdict(page), "sections": sections}


def _policies(publication: Publication, language: str) -> Iterator[Page]:
    for name, standing in publication.policies.items():
        if standing.current is None:
            continue
        record = publication.shown(standing.current.record, language).record
        if record is not None:
            path = policy(language, name).path(publication.root)
            yield _page(path, record.text)


def _page(path: str, text: Text) -> Page:
    sections: list[Section] = []
    _add((*text.preamble, *text.clauses, *text.annexes), None, "", "", sections)
    around = "\n".join(_words(part.blocks) for part in _around(text))
    return Page(path, text.policy, text.language, text.title, around, tuple(sections))


def _around(text: Text) -> tuple[Part, ...]:
    return (*text.preface, *text.conclusions)


def _add(
    clauses: Sequence[Clause], above: int | None, number: str, anchor: str, found: list[Section]
) -> None:
    """Append the clauses and all below them; `number` and `anchor` are those of what is above.

    The number of a point means nothing alone, so those above it go before it.
    """
    for clause in clauses:
        is_point = anchor and clause.anchor.startswith(f"{anchor}-")
        cited = clause.number if clause.anchor else ""  # a dash is no number
        full = f"{number} {cited}" if is_point else cited
        place = len(found)
        found.append(
            Section(
                clause.id,
                full,
                clause.anchor,
                plain(clause.title),
                _words((*clause.blocks, *clause.closing)),
                clause.term,
                above,
            )
        )
        _add(clause.clauses, place, full or number, clause.anchor or anchor, found)


def _words(blocks: Sequence[Block]) -> str:
    """The visible words; a row of a table is a line."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield plain(block.runs)
    else:
        for row in (block.header, *block.rows):
            yield " · ".join(plain(cell) for cell in row)
