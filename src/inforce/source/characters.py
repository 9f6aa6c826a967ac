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
# Blank letters that Unicode counts as letters or marks: Hangul fillers, the combining joiner,
# variation selectors, the Braille blank.
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}
LIMIT = 20


def refused(character: str) -> bool:
    """Whether a source may not hold this character."""
    if character in ALLOWED_CONTROLS:
        return False
    return character in INVISIBLE or unicodedata.category(character) in REFUSED_CATEGORIES


def check_characters(text: str, file: str) -> tuple[Problem, ...]:
    """A problem for each refused character of a source file, the first twenty of them."""
    suspects = {character for character in set(text) if refused(character)}
    if not suspects:
        return ()
    found = _find(text, file, suspects)
    return tuple(problem for problem, _ in zip(found, range(LIMIT), strict=False))


def _find(text: str, file: str, suspects: set[str]) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if character in suspects:
                name = unicodedata.name(character, "a character without a name")
                yield Problem(
                    Location(file, number, column),
                    "character",
                    f"U+{ord(character):04X} ({name}) cannot be seen by a reader",
                    "Delete it; if a no-break space was meant, write U+00A0.",
                )
