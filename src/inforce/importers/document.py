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

MARKDOWN_NAMES = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Found:
    """A document in a file: its title, perhaps empty, and its first and last line."""

    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a document.

    `source` is the YAML of the working text. `doubts` are the places that someone should look at,
    `findings` say how the document was understood; both are in the order of its lines.
    """

    policy: WorkingPolicy
    source: str
    proof: Proof
    doubts: tuple[Problem, ...]
    findings: tuple[Problem, ...]


def find_documents(data: str, *, file: str) -> tuple[Found, ...]:
    """The documents in the text `data`, in their order; none where it has no words."""
    return tuple(
        Found(title.text if title else "", blocks[0].line, blocks[-1].last_line)
        for blocks in _read(data, file).documents
        if blocks
        for title in [take_apart(blocks).title]
    )


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

    `document` chooses one of several, counted from 1; `title` serves one that has none. Raises
    ChoiceError where the choice is still to be made, ContentError where there is nothing to
    import or no title.
    """
    read = _read(data, file)
    blocks, raws, notes = _chosen(read, document)
    slots = take_apart(blocks)
    draft = Draft.of(slots, read.form)
    if not draft.body.clauses:
        raise ContentError([Problem(Location(file, 1), "empty", "no clause was found here")])
    heading = draft.title(file, title, notes)
    draft.recognise(notes)
    working = draft.policy(file, language, policy, heading, notes)
    source = _dump(working, language)
    lines = _in_order(raws, slots)
    proof = prove(lines, read.form, source, policy, language, titled=slots.title is not None)
    doubts, findings = (tuple(sorted(found)) for found in (notes.doubts, notes.findings))
    return Imported(working, source, proof, doubts, findings)


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


def _read(data: str, file: str) -> _Read:
    notes = Notes(file)
    raws = clean(data, notes)
    marked = file.lower().endswith(MARKDOWN_NAMES) or is_markdown(data)
    form: Format = Markdown() if marked else PlainText()
    blocks = split_blocks(make_blocks(form.lines(raws), notes), notes)
    return _Read(raws, form, tuple(split_documents(blocks)), notes)


def _chosen(read: _Read, number: int | None) -> tuple[Sequence[Block], Sequence[Raw], Notes]:
    """The paragraphs, the lines and the notes of one document."""
    count = len(read.documents)
    if number is None and count > 1:
        raise ChoiceError(f"the file holds {count} documents; choose one with --document")
    number = number or 1
    if not 1 <= number <= count:
        raise ChoiceError(f"there is no document {number}: the file holds {count}")
    first = read.documents[number - 1][0].line if number > 1 else 1
    last = read.documents[number][0].line - 1 if number < count else read.raws[-1].number
    raws = [raw for raw in read.raws if first <= raw.number <= last]
    return read.documents[number - 1], raws, read.notes.within(first, last)


def _in_order(raws: Sequence[Raw], slots: Slots) -> list[Raw]:
    """The lines as the canonical text has them: the title before an approval that preceded it."""
    lines = {line for _, line in slots.title.pieces} if slots.title else set()
    title = [raw for raw in raws if raw.number in lines]
    return title + [raw for raw in raws if raw.number not in lines]
