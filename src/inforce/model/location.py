"""Where in the sources something stands."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file: lines and columns count from 1, 0 means unknown.

    `file` is relative to the repository; `clause` is the id of the clause around the place.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    clause: str = ""

    def in_clause(self, clause: str) -> "Location":
        """The same place, said to be inside `clause`."""
        return replace(self, clause=clause)

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n]
        place = ":".join([self.file, *numbers])
        return f"{place} ({self.clause})" if self.clause else place


NOWHERE = Location()
