"""Characters that no source may hold: they are invisible, or turn the reading order.

A reader must see every character that a digest covers (Unicode TR 36 and TR 39 on spoofing;
CVE-2021-42574 on bidirectional marks).
"""

import unicodedata
from collections.abc import Iterator

from inforce.model import Location
from inforce.problems import Problem

ALLOWED_CONTROLS = frozenset("\n\t")
# Control, format (bidirectional marks and zero-width characters among them), surrogate,
# private use, unassigned, line separator, paragraph separator.
REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# What Unicode counts as letters, marks or symbols, though it shows nothing: the rest of
# Default_Ignorable_Code_Point, and the Braille blank.
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180f\u2800\u3164\uffa0") | {
    chr(code)
    for block in (range(0x180B, 0x180E), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
    for code in block
}
LOST = "\N{REPLACEMENT CHARACTER}"
LIMIT = 20


def refused(character: str) -> bool:
    """Whether a source may not hold this character."""
    if character in ALLOWED_CONTROLS:
        return False
    return character in INVISIBLE or unicodedata.category(character) in REFUSED_CATEGORIES


def is_suspect(character: str) -> bool:
    """Whether a character is refused, or stands for a letter that was lost."""
    return character == LOST or refused(character)


def check_characters(text: str, file: str) -> tuple[Problem, ...]:
    """A problem for each refused character of a source file, the first twenty of them."""
    suspects = {character for character in set(text) if is_suspect(character)}
    if not suspects:
        return ()
    found = _find(text, file, suspects)
    return tuple(problem for problem, _ in zip(found, range(LIMIT), strict=False))


def _find(text: str, file: str, suspects: set[str]) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if character in suspects:
                yield refusal(Location(file, number, column), character)


def refusal(place: Location, character: str) -> Problem:
    """The problem of a refused character at its place."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    shown = f"{code} ({name})" if name else code
    if character == LOST:
        hint = "A letter was lost when the file was saved: write it again."
        return Problem(place, "character", f"{shown} is not a letter", hint)
    if unicodedata.category(character) == "Co":
        hint = "It comes from a symbol font: write the sign itself, such as `•` or `–`."
        return Problem(place, "character", f"{shown} looks different on each computer", hint)
    hint = "Delete it, with the key Delete or Backspace; a no-break space is U+00A0."
    return Problem(place, "character", f"{shown} cannot be seen by a reader", hint)
