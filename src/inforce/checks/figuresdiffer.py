"""A number, a date or a telephone number that differs between the languages of a clause.

A period of `10 дней` in one language and of fifteen days in another is a dispute to come. The
languages are compared with the prevailing one. Numbers in words and in figures are the same, and so
are `1 сентября 2026 года` and `01.09.2026`, `10 000` and `10,000`, `3,5 %` and `3.5%`. The numbers
of references follow from the places of the clauses, and are not compared.

Fails:

    ru: Ответ даётся в течение 10 рабочих дней.
    kk: Жауап 15 жұмыс күні ішінде беріледі.

Passes:

    ru: Ответ даётся в течение 10 рабочих дней.
    kk: Жауап он жұмыс күні ішінде беріледі.
"""

import re
from collections.abc import Iterator, Sequence

from inforce.checks.context import Context
from inforce.checks.figures import Figure, figures
from inforce.checks.passages import Passage, by_unit
from inforce.problems import Problem

ID = "figures-differ"
SEVERITY = "error"

NAMES = {"ru": "Russian", "kk": "Kazakh", "en": "English"}
REFERENCE = re.compile(r"\[[^\[\]]*\]\((?:[a-z][a-z0-9-]*)?(?:#[a-z][a-z0-9-]*)?\)")
# One may be an article, and is left out in a year, a month, a day.
NO_WEIGHT = frozenset(("0", "1"))
# Words that say a number without naming it.
SAID = {
    "2": r"\b(?:об[ае]|дважды|both|twice|double|either|екеу|қос|вдвое|екі есе|парн)",
    "3": r"төрттен үш",
    "6": r"полгод|полугод|жарты ?жыл|half",
    "7": r"недел|апта|week",
    "12": r"\bгод|\bлет\b|жыл|year|полдень|түс|noon|месяц",
    "14": r"недел|апта|week|fortnight",
    "18": r"совершеннолет|кәмелет|\bof age|minor|adult",
    "20": r"\b[XХ]{2}[IІ]?\b",
    "21": r"двадцать перв|жиырма бірінші|twenty-first",
    "24": r"сут[ок]|тәулік|day|круглосуточ",
    "90": r"квартал|тоқсан|quarter",
    "100": r"полность|толық|full",
    "1/2": r"половин|жарты|half",
    "1/3": r"\bтреть|одн\w+ трет|үштен бір|\bthird",
    "2/3": r"дв\w+ трет|үштен екі|two[ -]thirds",
    "1/4": r"четверт|төрттен бір|quarter",
    "3/4": r"тр\w+ четверт|төрттен үш|three[ -](?:quarter|fourth)",
}
SAYING = {value: re.compile(words, re.IGNORECASE) for value, words in SAID.items()}

Found = Sequence[tuple[Passage, Figure]]


def check(context: Context) -> Iterator[Problem]:
    """An error for each clause and language, at the first value that differs."""
    ready = context.ready
    policy = context.policy
    base = next((one for one in (policy.prevails, policy.fallback, *ready) if one in ready), "")
    for texts in by_unit(context.passages).values() if len(ready) > 1 else ():
        if base not in texts:
            continue
        ours = _figures(texts[base])
        for code in ready:
            if code != base and code in texts:
                yield from _compared(texts[base], ours, texts[code], base)


def _figures(passages: Sequence[Passage]) -> Found:
    return [(one, figure) for one in passages for figure in figures(_prose(one), one.language)]


def _prose(one: Passage) -> str:
    """The text without the words of references, whose numbers follow from places."""
    if "](" not in one.source.text:
        return one.shown
    pieces, end = [], 0
    for match in REFERENCE.finditer(one.source.text):
        pieces += [one.shown[end : match.start()], " " * len(match[0])]
        end = match.end()
    return "".join((*pieces, one.shown[end:]))


def _compared(
    texts: Sequence[Passage], ours: Found, others: Sequence[Passage], base: str
) -> Iterator[Problem]:
    theirs = _figures(others)
    more, less = _missing(theirs, ours, texts), _missing(ours, theirs, others)
    if not more and not less:
        return
    passage, figure = more[0] if more else (others[0], None)
    here = ", ".join(dict.fromkeys(f"`{one.written}`" for _, one in more[:5]))
    there = ", ".join(dict.fromkeys(f"`{one.written}`" for _, one in less[:5]))
    name = NAMES[base]
    if here and there:
        message = f"{here} stands here, {there} in the {name} text"
    elif here:
        message = f"{here} stands here, but not in the {name} text"
    else:
        message = f"{there} of the {name} text does not stand here"
    hint = "Say the same in all languages."
    place = passage.source.at(figure.offset if figure else 0)
    yield Problem(place, ID, f"{message} [{passage.language}]", hint, SEVERITY)


def _missing(found: Found, others: Found, texts: Sequence[Passage]) -> list[tuple[Passage, Figure]]:
    """The values of one language that the other does not have in any form."""
    values = {one.value for _, one in others}
    numbers = values | {part for _, one in others for part in one.parts}
    yearless = {one.yearless for _, one in others}
    return [
        (passage, one)
        for passage, one in found
        if one.value not in numbers | yearless
        and _counts(one)
        and not (one.parts and set(one.parts) <= values)
        and not (one.yearless in values and one.parts[0] in numbers)
        and not _is_said(one, texts)
    ]


def _counts(one: Figure) -> bool:
    if one.value in NO_WEIGHT:
        return False
    # `5 мың` is written half in words; a hundred and a thousand alone may belong to a figure.
    return not one.spelled or (int(one.value) > 2 and one.value not in ("100", "1000"))


def _is_said(one: Figure, texts: Sequence[Passage]) -> bool:
    words = SAYING.get(one.value)
    return words is not None and any(words.search(text.shown) for text in texts)
