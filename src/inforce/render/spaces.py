"""No-break spaces, where a line should not end: put in as a text is shown, never recorded.

What must stay together follows each language's manuals: A. E. Milchin and L. K. Cheltsova,
«Справочник издателя и автора», for Russian; for English, New Hart's Rules. Kazakh has no manual
that settles it, and its short words stand behind what they belong to, so only numbers and dashes
are bound.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

NO_BREAK = "\u00a0"

# A space is bound that follows one of these words.
_SHORT: Mapping[str, str] = {
    "ru": "а|без|в|во|для|до|за|и|из|к|ко|на|не|ни|но|о|об|от|по|под|при|с|со|у",
    "en": "a|an|the|of|to|in|by|or",
}
# ... or an abbreviation with its full stop,
_ABBREVIATED: Mapping[str, str] = {
    "ru": "абз|г|гл|д|им|обл|п|пп|рис|см|ст|стр|т|табл|ул|ч",
    "en": "art|cl|no|nos|p|pp|para|sec",
}
# ... or that stands between one of these words and a number,
_NUMBERED: Mapping[str, str] = {
    "ru": r"(?:под)?пункт\w*|стат(?:ь|е)\w*|част[ьией]\w*|глав\w+|раздел\w*|приложени\w+|абзац\w*",
    "en": "annex|articles?|chapter|clauses?|paragraphs?|part|schedule|sections?|subclauses?",
}
# ... or between a number and one of these.
_COUNTED: Mapping[str, str] = {
    "ru": "г\\.|гг\\.|год|лет|месяц|недел|дн|день|рабоч|календарн|час|минут|секунд|тенге|тыс|млн|"
    "млрд|руб|процент|раз|МРП|₸|%|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|"
    "ноябр|декабр",
    "kk": "жыл|ай|апта|күн|жұмыс|сағат|минут|секунд|теңге|мың|млн|млрд|пайыз|рет|АЕК|₸|%|қаңтар|"
    "ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан",
    "en": "years?|months?|weeks?|days?|business|working|calendar|hours?|minutes?|seconds?|tenge|"
    "percent|per|times|KZT|₸|%|January|February|March|April|May|June|July|August|September|"
    "October|November|December",
}
_SPACED_THOUSANDS = frozenset({"ru", "kk"})


def bound(words: str, language: str) -> str:
    """The words with some of their spaces as no-break spaces; those at the ends stay."""
    if language not in _COUNTED or " " not in words:
        return words
    before, *rest = words.split(" ")
    parts = [before]
    for after in rest:
        held = _ends(before, language) & _begins(after, language)
        parts += (NO_BREAK if held else " ", after)
        before = after
    return "".join(parts)


@lru_cache(maxsize=1 << 14)
def _ends(word: str, language: str) -> int:
    """The rules that hold what follows this word, as bits."""
    rules = enumerate(_rules(language))
    return sum(1 << number for number, (left, _) in rules if left.search(word))


@lru_cache(maxsize=1 << 14)
def _begins(word: str, language: str) -> int:
    """The rules by which this word is held, as bits."""
    rules = enumerate(_rules(language))
    return sum(1 << number for number, (_, right) in rules if right.match(word))


@cache
def _rules(language: str) -> tuple[tuple["re.Pattern[str]", "re.Pattern[str]"], ...]:
    """What stands before a space that is bound, and what after it."""
    rules = [("[№§]", r"\w"), (r"\S", r"[—–]\Z"), (r"\d", f"(?:{_COUNTED[language]})")]
    if language in _SPACED_THOUSANDS:
        rules.append((r"\d", r"\d{3}(?!\d)"))
    ends = (
        (_SHORT, "", r"\S"),
        (_ABBREVIATED, r"\.", "[0-9A-ZА-ЯЁ«]"),
        (_NUMBERED, "", r"\d"),
    )
    for table, end, after in ends:
        if words := table.get(language):
            rules.append((rf"(?<![\w-])(?i:{words}){end}", after))
    return tuple((re.compile(rf"(?:{left})\Z"), re.compile(right)) for left, right in rules)
