"""Links from a review to the sources it speaks of."""

from dataclasses import dataclass
from urllib.parse import quote

from inforce.model import Location


@dataclass(frozen=True, slots=True)
class Links:
    """Where the sources can be read: `start` is what stands before the path of a file.

    It is the address of a commit's files on GitHub, or the path of the project from the top of
    its repository; each ends with a slash unless it is empty.
    """

    start: str = ""

    def to(self, place: Location) -> str:
        """The address of a place, with its line where that is known."""
        line = f"#L{place.line}" if place.line else ""
        return self.start + quote(place.file) + line
