"""A document to a working text, with what was recognised, what is doubted, and the proof."""

from collections.abc import Sequence
from dataclasses import dataclass

from inforce.importers.blocks import Block, make_blocks
from inforce.importers.characters import Raw, clean
from inforce.importers.documents import split_documents
from inforce.importers.draft import Draft
from inforce.importers.errors import ChoiceError
from inforce.importers.lines import Format
from inforce.importers.markdown import Markdown, is_markdown
from inforce.importers.notes import Notes
from inforce.importers.plaintext import PlainText
from inforce.importers.proof import Proof, prove
from inforce.importers.runon import split_blocks
from inforce.importers.slots import Slots, take_apart
from inforce.model import Location, WorkingPolicy
from inforce.problems import ContentError, Problem
from inforce.resolve import number_policy
from inforce.source import dump_policy

MIXED_UP = "the marks of emphasis and links are in disorder, and were kept as they are typed"
MIXED_UP_HINT = "Look in the written source for `\\*` and `\\[`, and mend what is meant."
MARKDOWN_NAMES = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Found:
    """A document in a file: its title, perhaps empty, its lines, and how many clauses it has."""

    title: str
    first: int
    last: int
    clauses: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a document.

    `source` is the YAML of the working text. `doubts` are the places that someone should look at,
    `findings` say how the document was understood; both are in the order of its lines.
    `references` counts the links to the document's own clauses.
    """

    policy: WorkingPolicy
    source: str
    proof: Proof
    doubts: tuple[Problem, ...]
    findings: tuple[Problem, ...]
    references: int


def find_documents(data: str, *, file: str) -> tuple[Found, ...]:
    """The documents in the text `data`, in their order; none where it has no words."""
    read = _read(data, file)
    return tuple(_found(blocks, read.form) for blocks in read.documents if blocks)


def _found(blocks: Sequence[Block], form: Format) -> Found:
    draft = Draft.of(take_apart(blocks), form)
    title = form.plain(draft.slots.title.text) if draft.slots.title else ""
    return Found(title, blocks[0].line, blocks[-1].last_line, draft.count())


def import_document(
    data: str,
    *,
    file: str,
    language: str,
    policy: str,
    document: int | None = None,
    title: str = "",
) -> Imported:
    """The document in the text `data` of the file `file` as the working text of a policy.

    `document` chooses one of several, counted from 1; with 0, all of them are one document.
    `title` serves one that has none. Raises
    ChoiceError where the choice is still to be made, ContentError where there is nothing to
    import or no title.
    """
    read = _read(data, file)
    imported = _import(_chosen(read, document), file, language, policy, title)
    if imported.proof.holds or not isinstance(read.form, Markdown):
        return imported
    literal = _chosen(_read(data, file, Markdown(literal=True)), document)
    literal.notes.doubt(literal.raws[0].number, "markdown", MIXED_UP, MIXED_UP_HINT)
    second = _import(literal, file, language, policy, title)
    return second if second.proof.holds else imported


def _import(chosen: "_Chosen", file: str, language: str, policy: str, title: str) -> Imported:
    notes = chosen.notes
    slots = take_apart(chosen.blocks)
    draft = Draft.of(slots, chosen.form)
    if not draft.body.clauses:
        raise ContentError([Problem(Location(file, 1), "empty", "no clause was found here")])
    heading = draft.title(file, title, notes)
    draft.recognise(notes)
    draft.describe(notes)
    working = draft.policy(file, language, policy, heading, notes)
    source = _dump(working, language)
    lines = _in_order(chosen.raws, slots)
    proof = prove(lines, chosen.form, source, policy, language, titled=slots.title is not None)
    doubts, findings = (tuple(sorted(found)) for found in (notes.doubts, notes.findings))
    return Imported(working, source, proof, doubts, findings, notes.references)


def _dump(policy: WorkingPolicy, language: str) -> str:
    numbers = number_policy(policy, language)
    return dump_policy(policy, {key: one.printed for key, one in numbers.items() if one.printed})


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as its lines, and as the paragraphs of its documents."""

    raws: tuple[Raw, ...]
    form: Format
    documents: tuple[Sequence[Block], ...]
    notes: Notes


def _read(data: str, file: str, form: Format | None = None) -> _Read:
    notes = Notes(file)
    raws = clean(data, notes)
    if form is None:
        marked = file.lower().endswith(MARKDOWN_NAMES) or is_markdown(data)
        form = Markdown() if marked else PlainText()
    blocks = split_blocks(make_blocks(form.lines(raws), notes), notes)
    return _Read(raws, form, tuple(split_documents(blocks)), notes)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """One document of a file: its paragraphs, its lines, and the notes about them."""

    blocks: Sequence[Block]
    raws: Sequence[Raw]
    form: Format
    notes: Notes


def _chosen(read: _Read, number: int | None) -> _Chosen:
    count = len(read.documents)
    if number == 0:
        whole = [block for blocks in read.documents for block in blocks]
        return _Chosen(whole, read.raws, read.form, read.notes)
    if number is None and count > 1:
        raise ChoiceError(f"the file holds {count} documents; choose one with --document")
    number = number or 1
    if not 1 <= number <= count:
        raise ChoiceError(f"there is no document {number}: the file holds {count}")
    starts = [0, *(blocks[0].places[0] for blocks in read.documents[1:]), len(read.raws)]
    raws = read.raws[starts[number - 1] : starts[number]]
    notes = read.notes.within(raws[0].number, raws[-1].number)
    return _Chosen(read.documents[number - 1], raws, read.form, notes)


def _in_order(raws: Sequence[Raw], slots: Slots) -> list[Raw]:
    """The lines as the canonical text has them: the title before an approval that preceded it."""
    places = slots.title.places if slots.title else ()
    title = [raw for raw in raws if raw.place in places]
    return title + [raw for raw in raws if raw.place not in places]
