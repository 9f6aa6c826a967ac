"""A working text to the text of one language, with facts, numbers and references written out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass

from inforce.model import (
    Block,
    Clause,
    Localized,
    Location,
    Paragraph,
    Part,
    Run,
    Site,
    Table,
    Text,
    Words,
    WorkingClause,
    WorkingPart,
    WorkingPolicy,
    plain,
)
from inforce.problems import Problem
from inforce.resolve.markup import parse_blocks, parse_runs
from inforce.resolve.numbering import Number, number_policy
from inforce.resolve.references import Interpreter, Lookup
from inforce.resolve.words import REPEALED

# Stands for the generated words of a reference to another policy; no source can hold it.
GENERATED = "\ue000"
# What a clause may be called in a reference: a number or a short mark, but no words around it.
LABEL = r"(?:[№§] ?)?\S+"
# What an edition says of itself: it is short, and no reason to leave a whole language out.
SUMMARY, APPROVAL = "the summary of the edition", "who or what approves the edition"
OF_EDITION = (SUMMARY, APPROVAL)


def resolve_text(
    policy: WorkingPolicy, language: str, site: Site, lookup: Lookup, edition: str = ""
) -> tuple[Text, tuple[Problem, ...]]:
    """The working text in `language` as it would be frozen, and everything that is wrong in it.

    What is missing in the language is a problem and is left out of the text.
    """
    resolver = _Resolver(policy.policy, language, site, number_policy(policy, language), lookup)
    resolver.check_approval(policy)
    text = Text(
        policy=policy.policy,
        edition=edition,
        language=language,
        title=plain(resolver.runs(policy.title, policy.location, "the title")),
        summary=resolver.summary(policy),
        preface=resolver.parts(policy.preface),
        preamble=resolver.clauses(policy.preamble, "preamble"),
        clauses=resolver.clauses(policy.clauses, "clause"),
        conclusions=resolver.parts(policy.conclusions),
        annexes=resolver.clauses(policy.annexes, "annex"),
    )
    return text, tuple(dict.fromkeys(resolver.problems))


@dataclass(frozen=True, slots=True)
class _Resolver:
    policy: str
    language: str
    site: Site
    numbers: Mapping[str, Number]
    lookup: Lookup
    problems: list[Problem] = field(default_factory=list)

    def summary(self, policy: WorkingPolicy) -> tuple[Block, ...]:
        edition = policy.edition
        if edition is None:
            return ()
        return self.blocks(edition.summary, edition.location, SUMMARY)

    def check_approval(self, policy: WorkingPolicy) -> None:
        """The words of an approval are there in each language, and are only words."""
        edition = policy.edition
        if edition is None or edition.approved is None:
            return
        for words in (edition.approved.by, edition.approved.act):
            source = words.get(self.language)
            if words and source is None:
                self._missing(edition.location, APPROVAL)
            elif source and "{" in source.text:
                hint = "Write the words out, instead of a fact in braces."
                message = "facts are not written out in `approved:`"
                self._problem(source.location, "fact", message, hint)

    def parts(self, parts: Iterable[WorkingPart]) -> tuple[Part, ...]:
        return tuple(
            Part(part.kind, self.blocks(part.text, part.location, f"the {part.kind}"))
            for part in parts
        )

    def clauses(self, clauses: Iterable[WorkingClause], kind: str) -> tuple[Clause, ...]:
        return tuple(self._clause(clause, kind) for clause in clauses)

    def _clause(self, clause: WorkingClause, kind: str) -> Clause:
        number = self.numbers.get(clause.id, Number())
        place = clause.location
        if clause.number and "" not in clause.number and self.language not in clause.number:
            self._missing(place, "the number")
        if clause.repealed:
            return self._tombstone(clause, kind, number)
        if not (clause.title or clause.text or clause.clauses):
            self._problem(place, "empty", "the clause is empty", "Write its text, or repeal it.")
        blocks = self.blocks(clause.text, place, "the text")
        resolved = Clause(
            id=clause.id,
            number=number.printed,
            anchor=number.anchor,
            title=self.runs(clause.title, place, "the title"),
            blocks=blocks,
            clauses=self.clauses(clause.clauses, "clause"),
            closing=self.blocks(clause.closing, place, "the closing words"),
            term=self._term(clause),
        )
        self._check_term(clause, resolved)
        return resolved

    def _tombstone(self, clause: WorkingClause, kind: str, number: Number) -> Clause:
        if clause.text or clause.clauses or clause.closing or clause.term:
            hint = "Keep only `id:`, `repealed: true`, and what gives it its number and title."
            message = "a repealed clause has no text of its own; its sentence is written for it"
            self._problem(clause.location, "repealed", message, hint)
        sentence = REPEALED[self.language][kind]
        return Clause(
            id=clause.id,
            number=number.printed,
            anchor=number.anchor,
            title=self.runs(clause.title, clause.location, "the title"),
            blocks=(Paragraph((Words(sentence),)),),
            repealed=True,
        )

    def _term(self, clause: WorkingClause) -> str:
        source = clause.term.get(self.language) or clause.term.get("")
        if clause.term and source is None:
            self._missing(clause.location, "the term")
        return source.text.strip() if source else ""

    def _check_term(self, working: WorkingClause, clause: Clause) -> None:
        if clause.term and clause.term.casefold() not in _visible(clause).casefold():
            source = working.term.get(self.language) or working.term[""]
            message = f"the term “{clause.term}” does not stand in the text of its clause"
            hint = "Write the word in the form in which the clause defines it."
            self._problem(source.location, "term", message, hint)

    def blocks(self, words: Localized, place: Location, what: str) -> tuple[Block, ...]:
        interpreter = self._interpreter(words, place, what)
        return parse_blocks(interpreter.source.text, interpreter) if interpreter else ()

    def runs(self, words: Localized, place: Location, what: str) -> tuple[Run, ...]:
        interpreter = self._interpreter(words, place, what)
        return parse_runs(interpreter.source.text, interpreter) if interpreter else ()

    def _interpreter(self, words: Localized, place: Location, what: str) -> Interpreter | None:
        source = words.get(self.language)
        if source is None:
            if words:
                self._missing(place, what)
            return None
        return Interpreter(
            self.policy,
            source,
            self.language,
            self.site,
            self.numbers,
            self.lookup,
            self.problems,
        )

    def _missing(self, place: Location, what: str) -> None:
        hint = f"Write it under `{self.language}:`."
        if what not in OF_EDITION:
            hint = f"{hint[:-1]}, or mark the language as `pending: true`."
        self._problem(place, "missing-text", f"{what} is missing in this language", hint)

    def _problem(self, place: Location, check: str, message: str, hint: str) -> None:
        self.problems.append(Problem(place, check, f"{message} [{self.language}]", hint))


def _visible(clause: Clause) -> str:
    lines = [clause.title]
    for block in (*clause.blocks, *clause.closing):
        match block:
            case Paragraph(runs):
                lines.append(runs)
            case Table(header=header, rows=rows):
                lines.extend(cell for row in (header, *rows) for cell in row)
    return " ".join(plain(runs) for runs in lines)


def generated(policy: str, clause: str, language: str) -> Number | None:
    """The lookup that marks what another policy's numbers generate, for `same_words`."""
    return Number(GENERATED, GENERATED, GENERATED)


def same_words(working: object, frozen: object) -> bool:
    """Whether a text resolved with `generated` reads as a frozen one.

    Other policies may have been renumbered since: the words that a reference took from them are
    frozen, and do not count as a change of this policy.
    """
    if isinstance(working, str) and isinstance(frozen, str):
        return _reads(working, frozen)
    if isinstance(working, tuple) and isinstance(frozen, tuple):
        pairs = zip(working, frozen, strict=False)
        return len(working) == len(frozen) and all(same_words(old, new) for old, new in pairs)
    if is_dataclass(working) and type(working) is type(frozen):
        names = (one.name for one in fields(working))
        return all(same_words(getattr(working, name), getattr(frozen, name)) for name in names)
    return working == frozen


def _reads(working: str, frozen: str) -> bool:
    if GENERATED not in working:
        return working == frozen
    written = map(re.escape, working.split(GENERATED))
    return re.fullmatch(LABEL.join(written), frozen, re.DOTALL) is not None
