"""The numbers that authors type before headings, clauses and points."""

import re
from dataclasses import dataclass
from enum import StrEnum

from inforce.importers.signs import is_capitals, is_headline


class Style(StrEnum):
    """How a number is written."""

    DOTTED = "dotted"  # 1.1, 1.1., 1.1.1.
    WHOLE = "whole"  # 1.
    POINT = "point"  # 1), (1)
    LETTER = "letter"  # а), (a), a.
    ROMAN = "roman"  # I.
    SMALL_ROMAN = "small-roman"  # i), (i)
    NAMED = "named"  # Глава 1., Section 1, 1-бөлім
    BULLET = "bullet"
    NONE = "none"


LISTS = frozenset({Style.POINT, Style.LETTER, Style.SMALL_ROMAN, Style.BULLET})


@dataclass(frozen=True, slots=True)
class Label:
    """A number as it was typed, and its parts: `2.12.1.` is `("2", "12", "1")`.

    `rank` orders the named ones: a chapter stands above an article.
    """

    style: Style
    typed: str
    parts: tuple[str, ...]
    rank: int = 0

    @property
    def path(self) -> str:
        """The parts as they are cited: `2.12.1`."""
        return ".".join(self.parts)


PART = r"(?:0|[1-9]\d{0,2})"
DOTTED = re.compile(
    rf"({PART}(?:-\d{{1,2}})?(?:\.{PART}(?:-\d{{1,2}})?)+)(?:([.)])(?!\d)|(?=\s|$))"
)
WHOLE = re.compile(r"([1-9]\d{0,2}(?:-\d{1,2})?)\.(?=\s|$|[^\W\d_]|[«“\"(*])")
BARE = re.compile(r"([1-9]\d{0,2})(?=\s+\S)")
POINT = re.compile(r"\(?([1-9]\d{0,2}(?:-\d{1,2})?)\)")
SMALL_ROMAN = re.compile(r"(\(?)([ivx]{1,5})\)")
LETTER = re.compile(r"\(?([^\W\d_])\)|([a-z])\.(?=\s)")
ROMAN = re.compile(r"([IVXLІХ]{1,7})\.(?=\s|$)")
NAMED = re.compile(
    r"(?P<word>раздел|часть|глава|параграф|§|статья|part|section|chapter|article|clause)"
    r"\s*№?\s*(?P<number>[1-9]\d{0,2}|[IVXLІХ]{1,7}|[ivx]{1,5})\b(?P<end>[.:]|\s+[–—-](?=\s))?(?=\s|$)",
    re.IGNORECASE,
)
NAMED_KAZAKH = re.compile(
    r"(?P<number>[1-9]\d{0,2})\s?-\s?(?P<word>бөлім|бөлік|тарау|бап)(?P<end>[.:]|\s+[–—-](?=\s))?(?=\s|$)",
    re.IGNORECASE,
)
# After a number, these make it a quantity: `2.5 млн тенге`.
QUANTITY = re.compile(
    r"\s*(?:%|млн|млрд|тыс|тенге|руб|доллар|час|дн|год|лет|мес|км|кг|мб|гб|теңге|сағат|күн|жыл"
    r"|million|billion|thousand|tenge|usd|eur|hours?|days?|months?|years?|percent|mb|gb)\b",
    re.IGNORECASE,
)
RANKS = {
    "раздел": 1, "часть": 1, "part": 1, "бөлім": 1, "бөлік": 1,
    "глава": 2, "chapter": 2, "тарау": 2,
    "параграф": 3, "§": 3, "section": 3,
    "статья": 4, "article": 4, "clause": 4, "бап": 4,
}  # fmt: skip
LATIN_FORM = str.maketrans("ІХ", "IX")


def read_label(text: str, *, heading: bool = False) -> tuple[Label | None, str]:
    """The number at the start of `text`, or None, and the words after it.

    In a heading a number may stand without any mark: `1 General`.
    """
    for pattern, style in ((DOTTED, Style.DOTTED), (WHOLE, Style.WHOLE), (POINT, Style.POINT)):
        if match := pattern.match(text):
            return _numbered(match, style, text)
    if match := SMALL_ROMAN.match(text):
        label = Label(Style.SMALL_ROMAN, match[0], (match[2],))
        return label, text[match.end() :].strip()
    if match := LETTER.match(text):
        label = Label(Style.LETTER, match[0], ((match[1] or match[2]).lower(),))
        return label, text[match.end() :].strip()
    return _upper(text, heading)


def _numbered(match: re.Match[str], style: Style, text: str) -> tuple[Label | None, str]:
    rest = text[match.end() :]
    if style is Style.DOTTED and not match[2] and ("-" in match[1] or QUANTITY.match(rest)):
        return None, text
    return Label(style, match[0], tuple(match[1].split("."))), rest.strip()


def _upper(text: str, heading: bool) -> tuple[Label | None, str]:
    if match := ROMAN.match(text):
        number = str(roman_value(match[1].translate(LATIN_FORM)))
        rest = text[match.end() :].strip()
        if number != "0" and (match[1] not in "L" or heading):
            return Label(Style.ROMAN, match[0], (number,)), rest
    for pattern in (NAMED, NAMED_KAZAKH):
        if (match := pattern.match(text)) and (found := _named(match, text, heading)):
            return found
    if match := BARE.match(text):
        rest = text[match.end() :].strip()
        if heading or is_capitals(rest):
            return Label(Style.WHOLE, match[1], (match[1],)), rest
    return None, text


def _named(match: re.Match[str], text: str, heading: bool) -> tuple[Label, str] | None:
    """A chapter or an article: not the words `Статья 5 Закона …` that begin a sentence."""
    rest = text[match.end() :].strip()
    if not (heading or match["end"] or not rest or is_headline(rest)):
        return None
    number = match["number"].translate(LATIN_FORM)
    value = number if number.isdigit() else str(roman_value(number.upper()))
    if value == "0":
        return None
    typed = " ".join(match[0].split())
    return Label(Style.NAMED, typed, (value,), RANKS[match["word"].lower()]), rest


def roman_value(text: str) -> int:
    """The value of a roman number in capitals; 0 where it is none."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    total = 0
    for sign, following in zip(text, f"{text[1:]} ", strict=True):
        value = values.get(sign, 0)
        total += -value if value < values.get(following, 0) else value
    return total if re.fullmatch(r"(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", text) else 0
