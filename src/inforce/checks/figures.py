"""Numbers, dates and telephone numbers in a text, in one form for all languages."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from inforce.checks.numerals import words_as_numbers

MONTHS = (
    "январ|қаңтар|January", "феврал|ақпан|February", "март|наурыз|March", "апрел|сәуір|April",
    r"ма[йяею]\b|мамыр|May\b", "июн|маусым|June", "июл|шілде|July", "август|тамыз|August",
    "сентябр|қыркүйек|September", "октябр|қазан|October", "ноябр|қараша|November",
    "декабр|желтоқсан|December",
)  # fmt: skip
MONTH_OF = [re.compile(names) for names in MONTHS]
S = r"[ \u00a0\u202f\n]*"
NAME = f"(?:{'|'.join(MONTHS)})"
DATE = re.compile(
    rf"(?P<y1>\d{{4}}){S}(?:жылғы|жылдың|жыл|ж\.){S}[«“\"]?(?P<d1>\d{{1,2}})[»”\"]?"
    rf"(?:-?(?:ші|шы|інші|ыншы))?{S}(?P<m1>{NAME})[а-яёәғқңөұүһі]*"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:-?(?:го|е|st|nd|rd|th|ші|шы))?[»”\"]?(?:{S}of)?{S}"
    rf"(?P<m2>{NAME})[а-яёәғқңөұүһі]*(?:,?{S}(?P<y2>\d{{4}}))?"
    r"|(?<![\d.])(?P<d3>\d{1,2})[./](?P<m3>\d{1,2})[./](?P<y3>\d{4})(?![\d.]\d)"
    r"|(?<![\d-])(?P<y4>\d{4})-(?P<m4>\d\d)-(?P<d4>\d\d)(?![\d-])"
    rf"|(?P<m5>{NAME}){S}(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,{S}(?P<y5>\d{{4}})"
)
PHONE = re.compile(r"(?<![\w])\+?\d(?:[ ()\u00a0-]{0,3}\d){9,14}(?!\d)")
NUMBER = re.compile(
    r"(?<![A-Za-z\d])(?<![A-Za-z][-–‑])"
    r"(?P<figures>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)"
    r"(?P<after>(?:st|nd|rd|th)\b)?(?![A-Za-zА-ЯЁ])"
    r"(?:[ \u00a0]?(?P<times>тыс|мың|thousand|млн|миллион|million|млрд|миллиард|billion))?"
    r"(?P<evening>(?::\d\d)?[ \u00a0]?p\.?m\b)?"
)
GROUPED = re.compile(r"\d{1,3}(?:([ \u00a0\u202f.,])\d{3})(?:\1\d{3})*")
# Always, and the numbers of entries that are typed at the beginning of a line.
NO_NUMBERS = re.compile(r"24/7|^[ \t]*\d{1,3}[.)][ \t]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value as it stands at an offset: `2026-09-01`, `--09-01`, `tel:…`, or a number.

    `spelled` says whether it is written in words.
    """

    value: str
    offset: int
    written: str
    spelled: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The numbers that a date is made of; none for any other value."""
        if not re.fullmatch(r"(\d{4}|-)-\d\d-\d\d", self.value):
            return ()
        year, day = self.value[:-6], str(int(self.value[-2:]))
        return (day,) if year == "-" else (year, day)


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The values of a text in their order, those in words at the end."""
    spelled = words_as_numbers(text, language)
    if not any(letter.isdigit() for letter in text):
        return tuple(Figure(str(value), at, word, spelled=True) for value, at, word in spelled)
    text = NO_NUMBERS.sub(lambda match: " " * len(match[0]), text)
    found, text = _taken(text, DATE, _date)
    phones, text = _taken(text, PHONE, _phone)
    return (
        *found,
        *phones,
        *(_number(match) for match in NUMBER.finditer(text)),
        *(Figure(str(value), at, word, spelled=True) for value, at, word in spelled),
    )


def dates(text: str) -> Iterator[Figure]:
    """The dates of a text."""
    for match in DATE.finditer(text):
        value = _date(match)
        if value:
            yield Figure(value, match.start(), match[0])


def _taken(
    text: str, pattern: re.Pattern[str], value_of: Callable[[re.Match[str]], str]
) -> tuple[list[Figure], str]:
    """The values of a kind, and the text without them."""
    found: list[Figure] = []

    def take(match: re.Match[str]) -> str:
        value = value_of(match)
        if not value:
            return match[0]
        found.append(Figure(value, match.start(), match[0].strip()))
        return " " * len(match[0])

    return found, pattern.sub(take, text)


def _date(match: re.Match[str]) -> str:
    for index in "12345":
        if match[f"d{index}"]:
            month, day = _month(match[f"m{index}"]), int(match[f"d{index}"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{match[f'y{index}'] or '-'}-{month:02}-{day:02}"
    return ""


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return next((at for at, name in enumerate(MONTH_OF, 1) if name.match(written)), 0)


def _phone(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match[0])
    return f"tel:{digits}" if len(digits) > 9 and not GROUPED.fullmatch(match[0]) else ""


def _number(match: re.Match[str]) -> Figure:
    written = match["figures"]
    if GROUPED.fullmatch(written):
        value = re.sub(r"\D", "", written)
    else:
        value = written.replace(",", ".")
        if value.count(".") == 1:
            value = value.rstrip("0").rstrip(".")
    value = value.lstrip("0") or "0"
    if value.startswith("."):
        value = f"0{value}"
    return Figure(_scaled(value, match), match.start(), match[0].strip())


def _scaled(value: str, match: re.Match[str]) -> str:
    if match["evening"] and value.isdigit() and int(value) < 12:
        return str(int(value) + 12)
    if not match["times"] or value.count(".") > 1:
        return value
    factor = _factor(match["times"])
    return f"{float(value) * factor:.0f}"


def _factor(word: str) -> int:
    if word in ("тыс", "мың", "thousand"):
        return 1_000
    return 1_000_000_000 if word in ("млрд", "миллиард", "billion") else 1_000_000
