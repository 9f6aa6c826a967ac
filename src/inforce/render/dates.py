"""Dates as the sentences of each language need them.

Months come from the CLDR through babel; Kazakh writes the case on the month («1 қыркүйектен
бастап»), which the CLDR does not know.
"""

from datetime import date, datetime, time
from enum import StrEnum
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_timezone_gmt, get_timezone_location

from inforce.zones import zone

NO_BREAK = "\u00a0"

# The pattern of a full date (Unicode TR 35), as legal texts of the language write it.
PATTERNS = {
    "ru": "d\u00a0MMMM y\u00a0'года'",
    "kk": "y\u00a0'жылғы' d\u00a0MMMM",
    "en": "d\u00a0MMMM y",
}


class Case(StrEnum):
    """How a date stands in a sentence: by itself, since it, until it, on it, or of it."""

    PLAIN = "plain"
    SINCE = "since"
    UNTIL = "until"
    ON = "on"
    OF = "of"


# Kazakh endings by case, for the months January to December: ablative, dative, locative, and
# the adjective made of the locative.
KAZAKH = {
    Case.SINCE: [
        "дан",
        "нан",
        "дан",
        "ден",
        "дан",
        "нан",
        "ден",
        "дан",
        "тен",
        "нан",
        "дан",
        "нан",
    ],
    Case.UNTIL: ["ға", "ға", "ға", "ге", "ға", "ға", "ге", "ға", "ке", "ға", "ға", "ға"],
    Case.ON: ["да", "да", "да", "де", "да", "да", "де", "да", "те", "да", "да", "да"],
    Case.OF: [
        *("дағы", "дағы", "дағы", "дегі", "дағы", "дағы"),
        *("дегі", "дағы", "тегі", "дағы", "дағы", "дағы"),
    ],
}


def words_of_date(day: date, language: str, case: Case = Case.PLAIN) -> str:
    """The date (or the moment: then with its time, save at midnight) in words."""
    plain = day.date() if isinstance(day, datetime) else day
    return _day(plain, language, case) + _time(day)


@cache
def _day(day: date, language: str, case: Case) -> str:
    pattern = PATTERNS.get(language, "long")
    written = format_date(day, pattern, _locale(language)).replace("\u202f", NO_BREAK)
    if language == "kk" and case in KAZAKH:
        written += KAZAKH[case][day.month - 1]
    return written


def short_date(day: date, language: str) -> str:
    """The date in a narrow place, the whole year in figures: `01.09.2026` or `1 Sep 2026`."""
    skeleton = "yMMMd" if language == "en" else "yMd"
    locale = Locale("en", "GB") if language == "en" else _locale(language)
    written = format_skeleton(skeleton, day, locale=locale)
    return written.replace("\u202f", NO_BREAK).replace(" ", NO_BREAK)


def zone_city(name: str, language: str) -> str:
    """What the city is called by which a time zone has its name (CLDR)."""
    return get_timezone_location(zone(name), locale=_locale(language), return_city=True)


def _time(day: date) -> str:
    """The time of a moment and its zone, where the moment is not the first of a day."""
    if not isinstance(day, datetime) or day.time() == time():
        return ""
    zone = get_timezone_gmt(day, "long", "en").replace("GMT", "UTC")
    return f" ({day:%H:%M}, {zone})"


def _locale(language: str) -> Locale:
    """The locale whose month names are used; English where the CLDR has none."""
    try:
        return Locale.parse(language, sep="-")
    except UnknownLocaleError:
        return Locale("en")


@cache
def language_name(language: str, reader: str = "") -> str:
    """What a language is called in the reader's, or in itself; its code where nobody knows."""
    name = _locale(reader or language).languages.get(language) or language
    return name if reader else name[0].upper() + name[1:]
