"""Latin and Cyrillic letters in one word.

They look alike and are not the same: such a word is not found by a search, is read wrongly by a
screen reader, and breaks at the end of a line. Often a Latin `ə` or `i` stands for the Kazakh `ә`
or `і`. The parts of a word with a hyphen are words of their own: `IP-адрес`, `cookie-ді`.

Fails:

    kk: Дербес деректер Қазақстан Республикасында cақталады.

Passes:

    kk: Дербес деректер, соның ішінде IP-мекенжай, Қазақстан Республикасында сақталады.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.model import Location
from inforce.problems import Problem

ID = "mixed-letters"
SEVERITY = "error"

LATIN = "AaBCcEeHIiKkMmOoPpTXxYy" + "ƏəÖöÜüĞğËëÏïĪī"
CYRILLIC = "АаВСсЕеНІіКкМмОоРрТХхУу" + "ӘәӨөҮүҒғЁёЇїӢӣ"
TO_CYRILLIC = str.maketrans(LATIN + "h", CYRILLIC + "һ")
TO_LATIN = str.maketrans("АаВСсЕеНһІіКкМмОоРрТХхУуӘә", "AaBCcEeHhIiKkMmOoPpTXxYyƏə")
# Letters of other alphabets that are typed for Kazakh ones.
STRANGE = str.maketrans("ӊѳҝҕӉѲҜҔοαΟΑ", "ңөқғҢӨҚҒоаОА")
SCRIPTS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek"}

LATIN_LETTER = "A-Za-z\u00aa-\u024f\u0259\u018f"
CYRILLIC_LETTER = "\u0400-\u052f"
MIXED = re.compile(
    rf"(?<![^\W\d_])[^\W\d_]*?(?:[{LATIN_LETTER}][{CYRILLIC_LETTER}]"
    rf"|[{CYRILLIC_LETTER}][{LATIN_LETTER}])[^\W\d_]*"
    r"|(?<![^\W\d_])[^\W\d_]*?[ӊѳҝҕӉѲҜҔοαΟΑ][^\W\d_]*"
)
ANY_MIX = re.compile(
    rf"[{LATIN_LETTER}][{CYRILLIC_LETTER}]|[{CYRILLIC_LETTER}][{LATIN_LETTER}]|[ӊѳҝҕӉѲҜҔοαΟΑ]"
)
# `№ 266-IIIЗРК`, `SMSка`: an abbreviation with something behind it.
ABBREVIATED = re.compile(r"[IVX]+(?:ЗРК|ҚРЗ)|[A-Z]{2,}[\u0430-\u052f]+")


def check(context: Context) -> Iterator[Problem]:
    """An error for each such word in which one alphabet is meant."""
    for one in context.passages:
        if ANY_MIX.search(one.shown):
            found = (
                problem
                for match in MIXED.finditer(one.shown)
                if (problem := _problem(match, one.source.at, one.language))
            )
            yield from islice(found, MOST_IN_ONE_TEXT)


def _problem(match: re.Match[str], at: Callable[[int], Location], language: str) -> Problem | None:
    word = match[0]
    meant = _meant(word, language)
    if meant is None:
        return None
    wrong = [index for index, letter in enumerate(word) if letter != meant[index]]
    letters = dict.fromkeys(word[index] for index in wrong)
    named = ", ".join(f"{_script(letter)} `{letter}` (U+{ord(letter):04X})" for letter in letters)
    message = f"in `{word}` stands the {named}"
    hint = f"Write `{meant}`, all in {_script(meant[wrong[0]])} letters."
    return Problem(at(match.start() + wrong[0]), ID, message, hint, SEVERITY)


def _meant(word: str, language: str) -> str | None:
    """The word in one alphabet; None where it is not a mistake that can be seen."""
    if ABBREVIATED.fullmatch(word):
        return None
    known = word.translate(STRANGE)
    cyrillic, latin = known.translate(TO_CYRILLIC), known.translate(TO_LATIN)
    candidates = [one for one in (cyrillic, latin) if len({_script(letter) for letter in one}) == 1]
    if len(candidates) == 2:
        return latin if language == "en" or _is_roman(latin) else cyrillic
    return candidates[0] if candidates and candidates[0] != word else None


def _is_roman(word: str) -> bool:
    return not set(word) - set("IVXLCDM")


def _script(letter: str) -> str:
    first = unicodedata.name(letter, "").split(" ")[0]
    return SCRIPTS.get(first, first.capitalize())
