"""Numbers that are written in words, in Russian, Kazakh and English."""

import re
from collections.abc import Iterator, Mapping

RUSSIAN = {
    r"один|одного|одной|одному|одну|одним": 1,
    r"два|две|двух|двум|двумя|двое": 2,
    r"три|тр[её]х|тр[её]м|тремя": 3,
    r"четыре|четыр[её]х|четыр[её]м|четырьмя": 4,
    r"пять|пяти|пятью": 5,
    r"шесть|шести|шестью": 6,
    r"семь|семи": 7,
    r"восемь|восьми|восемью": 8,
    r"девять|девяти|девятью": 9,
    r"десять|десяти|десятью": 10,
    r"одиннадцат[ьи]ю?": 11,
    r"двенадцат[ьи]ю?": 12,
    r"тринадцат[ьи]ю?": 13,
    r"четырнадцат[ьи]ю?": 14,
    r"пятнадцат[ьи]ю?": 15,
    r"шестнадцат[ьи]ю?": 16,
    r"семнадцат[ьи]ю?": 17,
    r"восемнадцат[ьи]ю?": 18,
    r"девятнадцат[ьи]ю?": 19,
    r"двадцат[ьи]ю?": 20,
    r"тридцат[ьи]ю?": 30,
    r"сорока?": 40,
    r"пят(?:ь|и|ью)десят(?:и|ью)?": 50,
    r"шест(?:ь|и|ью)десят(?:и|ью)?": 60,
    r"сем(?:ь|и|ью)десят(?:и|ью)?": 70,
    r"вос(?:емь|ьми)десят(?:и|ью)?": 80,
    r"девяност[оа]": 90,
    r"сто|ста": 100,
    r"двести|двухсот": 200,
    r"триста|тр[её]хсот": 300,
    r"пятьсот|пятисот": 500,
    r"тысяч[аиуей]{0,2}": 1000,
}
KAZAKH = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9,
    "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70,
    "сексен": 80, "тоқсан": 90, "жүз": 100, "мың": 1000,
}  # fmt: skip
ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
# `десятидневный`, `трёхлетнего`: a number and a measure in one word.
MEASURE = r"(?:дневн|суточн|месячн|недельн|летн|часов|кратн)\w{1,3}"


def _pattern(words: Mapping[str, int], behind: str = "") -> re.Pattern[str]:
    groups = "|".join(f"(?P<n{value}>{names})" for names, value in words.items())
    return re.compile(rf"\b(?:{groups}){behind}\b", re.IGNORECASE)


PATTERNS = {
    "ru": _pattern(RUSSIAN, f"(?:{MEASURE})?"),
    "kk": _pattern(KAZAKH),
    "en": _pattern(ENGLISH),
}
# What may stand between the words of one number.
JOINED = re.compile(r"(?:[ \u00a0\n-]|[ \u00a0]and[ \u00a0])?")


def words_as_numbers(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """The numbers in words: value, offset and the words."""
    return tuple(_joined(text, language))


def _joined(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    value = start = end = 0
    for match in PATTERNS[language].finditer(text) if language in PATTERNS else ():
        one = int((match.lastgroup or "n0")[1:])
        together = _sum(value, one) if value and JOINED.fullmatch(text, end, match.start()) else 0
        if value and not together:
            yield value, start, text[start:end]
        if not together:
            start = match.start()
        value, end = together or one, match.end()
    if value:
        yield value, start, text[start:end]


def _sum(value: int, one: int) -> int:
    """What two words of a number are together; 0 where they are two numbers."""
    if one in (100, 1000) and value < one:
        return value * one
    if value >= 100 and value % 100 == 0 and one < 100:
        return value + one
    if value % 100 >= 10 and value % 10 == 0 and one < 10:
        return value + one
    return 0
