"""The characters of a foreign document brought to those that a source may hold."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.importers.notes import Notes
from inforce.source.characters import refused

# What ends a line or a page inside a line of the file; an editor does not count it.
BREAKS = "\f\v\x85\u2028\u2029"
# Bullets of the Symbol and Wingdings fonts, which Word saves as private characters.
SYMBOL_BULLETS = frozenset("\uf02d\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc")
LOST_CATEGORIES = frozenset({"Co", "Cn", "Cs"})


@dataclass(frozen=True, slots=True)
class Raw:
    """A line of the document, and the number that an editor shows beside it.

    `place` is its own: a page break makes two lines of one that an editor counts.
    """

    place: int
    number: int
    text: str


def clean(text: str, notes: Notes) -> tuple[Raw, ...]:
    """The lines of `text` in Unicode's normal form C, without what a source may not hold.

    Invisible characters go; a control character becomes a space. What cannot be shown at all
    (private and unassigned characters) goes with a doubt.
    """
    text = re.sub(r"\r\n?", "\n", text)
    suspects = {character for character in set(text) if _is_suspect(character)}
    replaced = text.translate({ord(one): _replacement(one) for one in suspects})
    _report(text, suspects, notes)
    lines = _split(unicodedata.normalize("NFC", replaced))
    return tuple(Raw(place, number, line) for place, (number, line) in enumerate(lines))


def _is_suspect(character: str) -> bool:
    return character in BREAKS or refused(character)


def _replacement(character: str) -> str:
    if character in BREAKS:
        return "\f"
    if character in SYMBOL_BULLETS:
        return "•"
    return " " if unicodedata.category(character) == "Cc" else ""


def _is_lost(character: str) -> bool:
    category = unicodedata.category(character)
    return category in LOST_CATEGORIES and character not in SYMBOL_BULLETS


def _report(text: str, suspects: set[str], notes: Notes) -> None:
    lost = {character for character in suspects if _is_lost(character)}
    unseen = suspects - lost - SYMBOL_BULLETS - frozenset(BREAKS)
    if not lost | unseen:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for character in sorted(lost.intersection(line)):
            message = f"the character U+{ord(character):04X} cannot be shown and was left out"
            notes.doubt(number, "character", message, "Look up in the original what stands here.")
        lost -= set(line)
        if found := unseen.intersection(line):
            codes = ", ".join(sorted(f"U+{ord(character):04X}" for character in found))
            notes.say(number, "character", f"invisible characters were left out: {codes}")
            unseen -= found


def _split(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        first, *others = line.split("\f")
        yield number, first
        for other in others:
            yield number, ""
            yield number, other
