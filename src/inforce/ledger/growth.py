"""Whether a ledger only grew since an earlier copy of it."""

from inforce.address import LEDGER
from inforce.model import Location
from inforce.problems import Problem

FILE = f"content/{LEDGER}"
HINT = "Nothing that was recorded can be taken back: restore the lines of the earlier copy."


def grew_from(old: bytes, new: bytes, file: str = FILE) -> tuple[Problem, ...]:
    """What keeps `new` from being `old` with lines added; nothing where it is.

    `file` is what problems call the newer copy. Both are read as bytes: whether they are sound
    in themselves is for `parse` to say.
    """
    before, after = _lines(old), _lines(new)
    for number, line in enumerate(before, 1):
        if number > len(after):
            message = f"the end is cut off: lines {number} to {len(before)} of the earlier copy"
            return (_problem(file, number, f"{message} are missing"),)
        if line != after[number - 1]:
            message = f"line {number} is not the line {number} of the earlier copy"
            return (_problem(file, number, message),)
    return ()


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def _problem(file: str, number: int, message: str) -> Problem:
    return Problem(Location(file, number), "ledger-growth", message, HINT)
