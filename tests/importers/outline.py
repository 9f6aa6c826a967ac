"""What the importer made of a document, in lines that a test can show whole."""

from collections.abc import Iterator

from inforce.importers import Imported, import_document
from inforce.model import WorkingClause, WorkingPart
from inforce.resolve import number_policy


def imported(text: str, *, language: str = "ru", file: str = "document.txt") -> Imported:
    """The document `text` without a title of its own, imported and proven."""
    found = import_document(text, file=file, language=language, policy="privacy")
    assert found.proof.holds, found.proof
    return found


def body(text: str, *, language: str = "ru", file: str = "document.txt") -> Imported:
    """The document of which `text` is all but the title."""
    title = "# Правила" if file.endswith(".md") else "Правила"
    return imported(f"{title}\n\n{text}", language=language, file=file)


def outline(found: Imported, language: str = "ru") -> list[str]:
    """A line for each part and clause: its number, `!` if that is fixed, title, text.

    Subordinate clauses are set in; paragraphs are parted by `¶`; `+` begins closing words.
    """
    lines = Lines(found, language)
    return [*lines.all()]


class Lines:
    """Writes the lines of one imported document."""

    def __init__(self, found: Imported, language: str) -> None:
        self.policy = found.policy
        self.language = language
        self.numbers = number_policy(found.policy, language)

    def all(self) -> Iterator[str]:
        for part in self.policy.preface:
            yield self.part(part)
        for clause in (*self.policy.preamble, *self.policy.clauses):
            yield from self.clause(clause, "")
        for part in self.policy.conclusions:
            yield self.part(part)
        for clause in self.policy.annexes:
            yield from self.clause(clause, "annex: ")

    def part(self, part: WorkingPart) -> str:
        return f"{part.kind}: {part.text[self.language].text}".replace("\n\n", " ¶ ")

    def clause(self, clause: WorkingClause, indent: str) -> Iterator[str]:
        number = self.numbers[clause.id].printed + "!" * bool(clause.number)
        title = f"<{clause.title[self.language].text}>" if clause.title else ""
        text = clause.text[self.language].text if clause.text else ""
        words = " ".join(part for part in (number, title, text) if part)
        yield (indent + words).replace("\n\n", " ¶ ").replace("\n", " ⏎ ")
        indent = indent.replace("annex: ", "")
        for below in clause.clauses:
            yield from self.clause(below, f"{indent}  ")
        if clause.closing:
            yield f"{indent}+ {clause.closing[self.language].text}".replace("\n\n", " ¶ ")


def doubts(found: Imported) -> list[str]:
    """The doubts, each with its line."""
    return [f"{doubt.location.line}: {doubt.message}" for doubt in found.doubts]


def findings(found: Imported, check: str) -> list[str]:
    """What was recognised by one kind of reading, each with its line."""
    return [f"{one.location.line}: {one.message}" for one in found.findings if one.check == check]
