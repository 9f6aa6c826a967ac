"""The slots of one document on their way to a working text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from inforce.citations import own_names
from inforce.importers.blocks import Block
from inforce.importers.ids import Ids
from inforce.importers.labels import Label, Style
from inforce.importers.lines import Format
from inforce.importers.notes import Notes
from inforce.importers.numbers import doubt_numbers, fixed_numbers, runs_through
from inforce.importers.phrases import DOCUMENT, kind_of, split_annex
from inforce.importers.placing import build_tree, is_title
from inforce.importers.plaintext import PlainText
from inforce.importers.references import Finder, Index
from inforce.importers.slots import Slots
from inforce.importers.terms import find_terms
from inforce.importers.tree import Node, settle, take_preamble
from inforce.importers.working import Writer
from inforce.model import LanguageStatus, Location, Marker, Source, Status, WorkingPolicy
from inforce.problems import ContentError, Problem

PREAMBLE = "preamble"
SLOTS = {
    "approval": "the note of approval",
    "place-date": "the place and the date",
    "signature": "the signature and the requisites",
}
# How a document without a title calls itself: `This privacy policy describes …`.
NAMES_ITSELF = re.compile(
    rf"\b(?:настоящ\w+|осы|this)\s+((?:[^\W\d_]+\s+){{0,5}}?[^\W\d_]*(?:{DOCUMENT.pattern})\w*"
    r"(?:\s+(?:конфиденциальности|of use))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """The clauses of a document: its preamble if it has one, its body, its annexes."""

    slots: Slots
    form: Format
    preamble: Node | None
    body: Node
    annexes: tuple[Node, ...]

    @classmethod
    def of(cls, slots: Slots, form: Format) -> "Draft":
        """The clauses of the document that `slots` are taken from."""
        body = build_tree(slots.body)
        preamble = take_preamble(body)
        settle(body)
        return cls(slots, form, preamble, body, tuple(map(_annex, slots.annexes)))

    def roots(self) -> Iterator[Node]:
        """The nodes that hold all the clauses, in reading order."""
        if self.preamble:
            yield self.preamble
        yield self.body
        yield from self.annexes

    def count(self) -> int:
        """How many clauses there are."""
        nodes = sum(1 for root in self.roots() for _ in root.walk())
        return nodes - 1  # the body stands for the document

    def recognise(self, notes: Notes) -> None:
        """Find the terms and the ids of all clauses, and the numbers that are doubtful."""
        ids = Ids(self.form)
        if self.preamble:
            self.preamble.id = PREAMBLE
            ids.taken.add(PREAMBLE)
        for root in self.roots():
            find_terms(root, self.form, notes)
            doubt_numbers(root, notes)
        clauses = (*(root for root in self.roots() if root is not self.body), *self.body.clauses)
        ids.give(clauses)

    def describe(self, notes: Notes) -> None:
        """Say what was recognised around the clauses, and where words follow their points."""
        slots = self.slots
        if slots.title:
            notes.say(slots.title.line, "slot", "taken as the title")
        for part in (*slots.preface, *slots.conclusions):
            notes.say(part.blocks[0].line, "slot", f"taken as {SLOTS[part.kind]}")
        if self.preamble:
            notes.say(self.preamble.line, "slot", "taken as the preamble")
        for annex in self.annexes:
            notes.say(annex.line, "slot", "taken as an annex")
        for node in (node for root in self.roots() for node in root.walk()):
            if closing := node.closing():
                notes.say(closing[0].line, "slot", "taken as the words after points")
            for block in (*node.texts(), *closing):
                if block.table:
                    notes.say(block.line, "slot", "taken as a table")

    def policy(
        self, file: str, language: str, policy: str, title: Source, notes: Notes
    ) -> WorkingPolicy:
        """The working text in `language`; call it after `recognise`."""
        continuous = runs_through(self.body)
        fixed: dict[Node, str] = {}
        for root in self.roots():
            fixed |= fixed_numbers(root, language, continuous=continuous and root is self.body)
        fixed |= {annex: annex.label.typed for annex in self.annexes if annex.label}
        writers = self._writers(file, language, fixed, title.text, notes)
        writer = next(writers)
        return WorkingPolicy(
            policy=policy,
            kind=kind_of(title.text),
            title={language: title},
            languages={language: LanguageStatus(Status.AUTHENTIC)},
            fallback=language,
            continuous=continuous,
            preface=writer.parts(self.slots.preface),
            preamble=(writer.clause(self.preamble, Marker.NONE),) if self.preamble else (),
            clauses=writer.clauses(self.body.clauses, Marker.DECIMAL),
            conclusions=writer.parts(self.slots.conclusions),
            annexes=tuple(
                annex_writer.clause(annex, Marker.NONE)
                for annex, annex_writer in zip(self.annexes, writers, strict=True)
            ),
        )

    def _writers(
        self, file: str, language: str, fixed: dict[Node, str], title: str, notes: Notes
    ) -> Iterator[Writer]:
        """The writer of the body, then that of each annex, which cites its own clauses first."""
        nodes = [node for root in self.roots() for node in root.walk()]
        texts = [block.text for node in nodes for block in node.texts()]
        body = Index.of(self.body.clauses, own_names(title, texts))
        body.add_annexes(self.annexes)
        for index in (body, *(body.within(annex) for annex in self.annexes)):
            finder = Finder(index, self.form, notes)
            yield Writer(file, language, self.form, fixed, finder.links)

    def title(self, file: str, given: str, notes: Notes) -> Source:
        """The document's title, or the one `given` for it where it has none.

        Raises ContentError where there is neither.
        """
        found = self.slots.title
        if found:
            if given:
                message = "the document has a title of its own, so that of --title is not used"
                notes.say(found.line, "title", message)
            words = self.form.plain(found.text)
            return Source(PlainText().source(words), Location(file, found.line))
        if not given:
            message = "the document has no title, and a policy needs one"
            raise ContentError([Problem(Location(file, 1), "title", message, self._advice())])
        message = f"the document has no title; “{given}” was given with --title"
        notes.doubt(1, "title", message, "All else stands as in the document.")
        return Source(PlainText().source(given), Location(file, 1))

    def _advice(self) -> str:
        for node in self.body.walk():
            for block in node.texts():
                if match := NAMES_ITSELF.search(self.form.plain(block.text)):
                    words = match[1][0].upper() + match[1][1:]
                    return f'Give it one; it calls itself so: --title "{words}"'
        return "Give it one with --title."


def _annex(blocks: Sequence[Block]) -> Node:
    """An annex: the word and the number of its heading are its number, the rest is its title."""
    heading, below = blocks[0], blocks[1:]
    typed, number, words = split_annex(heading.text) or ("", "", heading.text)
    if not words and below and is_title(below[0]):
        words, below = below[0].text, below[1:]
    # A heading alone is a title: a clause has to have more than a number.
    label = Label(Style.NONE, typed, (number,)) if words or below else None
    words = words if label else heading.text
    annex = build_tree(below)
    annex.block = replace(heading, text=words, label=label)
    annex.titled = bool(words)
    annex.name = typed
    settle(annex)
    return annex
