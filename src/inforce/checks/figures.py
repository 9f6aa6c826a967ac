"""Numbers, dates and telephone numbers in a text, in one form for all languages."""

import re
from collections.abc import Callable, Iterable, Iterator
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
# The first day of `1–31 мая`, `с 1 по 31 мая`, `1 and 15 May`, whose month stands at the second.
JOIN = rf"{S}(?:[–—-]|(?:по|до|и|to|through|until|and|мен|пен|бен|және)\b){S}"
FIRST = rf"(?:(?P<f{{}}>\d{{{{1,2}}}})(?:-?(?:го|st|nd|rd|th|ден|дан|нен|нан|тен|тан))?{JOIN})?"
DATE = re.compile(
    rf"(?P<y1>\d{{4}}){S}(?:жылғы|жылдың|жыл|ж\.){S}[«“\"]?{FIRST.format(1)}(?P<d1>\d{{1,2}})"
    rf"[»”\"]?(?:-?(?:ші|шы|інші|ыншы))?{S}(?P<m1>{NAME})[а-яёәғқңөұүһі]*"
    rf"|(?<!\d)(?<!\d[.,:/]){FIRST.format(2)}(?P<d2>\d{{1,2}})(?:-?(?:го|е|st|nd|rd|th|ші|шы))?"
    rf"[»”\"]?(?:{S}of)?{S}(?P<m2>{NAME})[а-яёәғқңөұүһі]*(?:,?{S}(?P<y2>\d{{4}}))?"
    r"|(?<![\d.])(?P<d3>\d{1,2})[./](?P<m3>\d{1,2})[./](?P<y3>\d{4})(?![\d.]\d)"
    r"|(?<![\d-])(?P<y4>\d{4})-(?P<m4>\d\d)-(?P<d4>\d\d)(?![\d-])"
    rf"|(?P<m5>{NAME}){S}{FIRST.format(5)}(?P<d5>\d{{1,2}})(?!\d|[.,]\d)(?:st|nd|rd|th)?"
    rf"(?:,{S}(?P<y5>\d{{4}}))?"
)
CENTURY = re.compile(rf"\b(?P<roman>[IІVXХ]{{1,6}})\b(?={S}(?:век|ғасыр|centur))")
YEAR_MONTH_DAY = re.compile(r"(\d{4}|-)-\d\d-\d\d")
ROMAN = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}
PHONE = re.compile(r"(?<![\w])\+?\d(?:[ ()\u00a0-]{0,3}\d){9,14}(?!\d)")
EVENING = r"[ \u00a0]?(?:p\.?m\b\.?|(?:час(?:ов|а)?[ \u00a0])?вечера\b)"
NUMBER = re.compile(
    r"(?<![A-Za-z\d])(?<![A-Za-z][-–‑])"
    r"(?:кешкі[ \u00a0](?:сағат[ \u00a0])?(?=(?P<kazakh_evening>\d)))?"
    r"(?P<figures>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|(?<!/)\d{1,2}/\d{1,2}(?![\d/])|\d+(?:[.,]\d+)*)"
    r"(?P<after>(?:st|nd|rd|th)\b)?(?![A-Za-zА-ЯЁ])"
    r"(?:[ \u00a0]?(?P<times>тыс|мың|thousand|млн|миллион|million|млрд|миллиард|billion))?"
    rf"(?P<evening>(?<!:\d\d)(?:{EVENING}|(?=:\d\d{EVENING})))?"
)
# `12 500`, and with a sign of another kind before them its hundredths: `12,500.50`.
GROUPED = re.compile(
    r"(?P<whole>\d{1,3}(?P<sign>[ \u00a0\u202f.,])\d{3}(?:(?P=sign)\d{3})*)"
    r"(?:(?!(?P=sign))[.,](?P<rest>\d+))?"
)
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
        """The numbers that a date or a fraction is made of; none for any other value."""
        if "/" in self.value:
            return tuple(self.value.split("/"))
        if not self.yearless:
            return ()
        year, day = self.value[:-6], str(int(self.value[-2:]))
        return (day,) if year == "-" else (year, day)

    @property
    def yearless(self) -> str:
        """A date without its year; empty for any other value."""
        return f"-{self.value[-6:]}" if YEAR_MONTH_DAY.fullmatch(self.value) else ""


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """The values of a text in their order, those in words at the end."""
    spelled = words_as_numbers(text, language)
    centuries, text = _taken(text, CENTURY, _century)
    if not any(letter.isdigit() for letter in text):
        return (*centuries, *_in_words(spelled))
    text = NO_NUMBERS.sub(lambda match: " " * len(match[0]), text)
    found, text = _taken(text, DATE, _dates)
    phones, text = _taken(text, PHONE, _phone)
    numbers = (_number(match) for match in NUMBER.finditer(text))
    return (*found, *phones, *numbers, *centuries, *_in_words(spelled))


def _in_words(spelled: Iterable[tuple[int, int, str]]) -> Iterator[Figure]:
    return (Figure(str(value), at, word, spelled=True) for value, at, word in spelled)


def dates(text: str) -> Iterator[Figure]:
    """The dates of a text; of a range, its end."""
    for match in DATE.finditer(text):
        for value in _dates(match)[-1:]:
            yield Figure(value, match.start(), match[0])


def _taken(
    text: str, pattern: re.Pattern[str], values_of: Callable[[re.Match[str]], tuple[str, ...]]
) -> tuple[list[Figure], str]:
    """The values of a kind, and the text without them."""
    found: list[Figure] = []

    def take(match: re.Match[str]) -> str:
        values = values_of(match)
        found.extend(Figure(value, match.start(), match[0].strip()) for value in values)
        return " " * len(match[0]) if values else match[0]

    return found, pattern.sub(take, text)


def _dates(match: re.Match[str]) -> tuple[str, ...]:
    """A date, behind the day that a range in its month begins with."""
    for index in "12345":
        if match[f"d{index}"]:
            month, day = _month(match[f"m{index}"]), int(match[f"d{index}"])
            first = int((index in "125" and match[f"f{index}"]) or day)
            if 1 <= month <= 12 and 1 <= day <= 31 and 1 <= first <= 31:
                value = f"{match[f'y{index}'] or '-'}-{month:02}-{day:02}"
                return (value,) if first == day else (f"--{month:02}-{first:02}", value)
    return ()


def _century(match: re.Match[str]) -> tuple[str, ...]:
    """The number of a century, whose Roman figures may be Cyrillic letters."""
    signs = [ROMAN[sign] for sign in match["roman"]]
    pairs = zip(signs, [*signs[1:], 0], strict=True)
    return (str(sum(-one if one < after else one for one, after in pairs)),)


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return next((at for at, name in enumerate(MONTH_OF, 1) if name.match(written)), 0)


def _phone(match: re.Match[str]) -> tuple[str, ...]:
    digits = re.sub(r"\D", "", match[0])
    if len(digits) < 10 or GROUPED.fullmatch(match[0]):
        return ()
    if len(digits) == 11 and match[0].startswith("8"):  # as it is dialled within the country
        digits = f"7{digits[1:]}"
    return (f"tel:{digits}",)


def _number(match: re.Match[str]) -> Figure:
    written = match["figures"]
    if grouped := GROUPED.fullmatch(written):
        value = ".".join((re.sub(r"\D", "", grouped["whole"]), grouped["rest"] or ""))
    else:
        value = written.replace(",", ".")
    if value.count(".") == 1:
        value = value.rstrip("0").rstrip(".")
    value = value.lstrip("0") or "0"
    if value.startswith("."):
        value = f"0{value}"
    return Figure(_scaled(value, match), match.start(), match[0].strip())


def _scaled(value: str, match: re.Match[str]) -> str:
    evening = match["evening"] is not None or match["kazakh_evening"]
    if evening and value.isdigit() and int(value) < 12:
        return str(int(value) + 12)
    if not match["times"] or value.count(".") > 1 or "/" in value:
        return value
    factor = _factor(match["times"])
    return f"{float(value) * factor:.0f}"


def _factor(word: str) -> int:
    if word in ("тыс", "мың", "thousand"):
        return 1_000
    return 1_000_000_000 if word in ("млрд", "миллиард", "billion") else 1_000_000
