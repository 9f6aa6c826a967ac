"""What the importer has to say of a document, with the lines it concerns."""

from dataclasses import dataclass, field

from inforce.model import Location
from inforce.problems import Problem


@dataclass(slots=True)
class Notes:
    """The doubts about a document, and what was recognised in it, in the order of finding.

    `references` counts the links to the document's own clauses.
    """

    file: str
    doubts: list[Problem] = field(default_factory=list)
    findings: list[Problem] = field(default_factory=list)
    references: int = 0

    def doubt(self, line: int, check: str, message: str, hint: str = "") -> None:
        """Note a place that someone should look at."""
        place = Location(self.file, line)
        self.doubts.append(Problem(place, check, message, hint, "warning"))

    def say(self, line: int, check: str, message: str) -> None:
        """Note how a place was understood, which is no reason to doubt it."""
        self.findings.append(Problem(Location(self.file, line), check, message, "", "info"))

    def within(self, first: int, last: int) -> "Notes":
        """The notes about the lines from `first` to `last`, both included."""
        return Notes(
            self.file,
            [note for note in self.doubts if first <= note.location.line <= last],
            [note for note in self.findings if first <= note.location.line <= last],
        )
