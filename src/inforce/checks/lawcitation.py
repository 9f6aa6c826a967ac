"""A law whose name, day of adoption and number do not belong together.

Some acts of Kazakhstan that policies often cite are known. Nothing is said of any other, nor
whether an act is still in force.

Fails:

    ru: Согласно Закону Республики Казахстан от 21 мая 2013 года № 94-VI «О персональных данных и
      их защите».

Passes:

    ru: Согласно Закону Республики Казахстан от 21 мая 2013 года № 94-V «О персональных данных и
      их защите».
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from inforce.checks.acts import BY_DAY_AND_NUMBER, BY_NAME, CODES, SHORTENED, Act, normal
from inforce.checks.context import Context
from inforce.checks.figures import dates
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.problems import Problem

ID = "law-citation"
SEVERITY = "error"

QUOTED = re.compile(r"[«“\"]([^«»“”\"]{5,160})[»”\"]")
NUMBER = re.compile(
    r"(?:№|\bN[o°]?\.?)[ \u00a0]?(?P<digits>\d{1,4})(?:[ \u00a0]?[-–—‑][ \u00a0]?"
    r"(?P<convocation>[IVXІХУ]{1,5}))?(?:[ \u00a0]?-?[ \u00a0]?(?:ЗРК|ҚРЗ|ZRK)\b)?(?![\w/])"
)
LETTERS = str.maketrans("ІХУ", "IXV")
# What may stand between a name, its day and its number.
BETWEEN = re.compile(
    r"(?:[\s,()*«“\"]|года|г\.|ж\.|жылғы|Закон\w*|Заң\w*|[РР]еспублик[иа]|Казахстан\w*|РК|ҚР"
    r"|Қазақстан|Республикасының|от\b|dated|of\b|the\b|Republic|Kazakhstan|Law|as\b|and\b)*"
)
CHANGED = re.compile(r"измен|дополн|өзгер|толықтыр|amend", re.IGNORECASE)
OF_KAZAKHSTAN = re.compile(r"Казахстан|\bРК\b|Қазақстан|\bҚР\b")
REACH = 60


@dataclass(frozen=True, slots=True)
class _Mark:
    """A day or a number at a place of the text; `value` is `2013-05-21` or `94-V`."""

    start: int
    end: int
    value: str
    is_date: bool


def check(context: Context) -> Iterator[Problem]:
    """An error for each citation of a known act in which something is wrong."""
    for one in context.passages:
        for offset, message, hint in islice(_wrong(one.shown, one.language), MOST_IN_ONE_TEXT):
            yield Problem(one.source.at(offset), ID, message, hint, SEVERITY)


def _wrong(text: str, language: str) -> Iterator[tuple[int, str, str]]:
    marks: list[_Mark] | None = None
    for start, end, name, acts in _named(text):
        marks = _marks(text) if marks is None else marks
        cited = _cited(text, start, end, marks)
        if acts:
            yield from _judged(acts, cited, language)
        else:
            yield from _misnamed(text, (start, end), name, cited, language)


def _named(text: str) -> Iterator[tuple[int, int, str, Sequence[Act]]]:
    """The names of acts, with the acts that they name; none where a quotation names none."""
    for match in QUOTED.finditer(text):
        act = BY_NAME.get(normal(match[1]))
        yield match.start(), match.end(), match[1], (act,) if act else ()
    for pattern, acts in CODES if "одекс" in text or "Code" in text else ():
        for match in pattern.finditer(text):
            yield match.start(), match.end(), match[0], acts


def _marks(text: str) -> list[_Mark]:
    found = [
        _Mark(one.offset, one.offset + len(one.written), one.value, is_date=True)
        for one in dates(text)
    ]
    for match in NUMBER.finditer(text):
        convocation = (match["convocation"] or "").translate(LETTERS)
        value = f"{match['digits']}-{convocation}" if convocation else match["digits"]
        found.append(_Mark(match.start(), match.end(), value, is_date=False))
    return sorted(found, key=lambda one: one.start)


def _cited(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Sequence[_Mark]:
    """The day and the number beside a name: those before it, else those behind it."""
    before: list[_Mark] = []
    edge = start
    for one in reversed([mark for mark in marks if start - 2 * REACH < mark.end <= start]):
        if not BETWEEN.fullmatch(text, one.end, edge):
            break
        before.append(one)
        edge = one.start
    if before and not CHANGED.search(text, max(0, edge - REACH), edge):
        return before[:2]
    behind: list[_Mark] = []
    edge = end
    for one in (mark for mark in marks if end <= mark.start < end + 2 * REACH):
        if not BETWEEN.fullmatch(text, edge, one.start):
            break
        behind.append(one)
        edge = one.end
    return behind[:2]


def _judged(
    acts: Sequence[Act], cited: Sequence[_Mark], language: str
) -> Iterator[tuple[int, str, str]]:
    wrong = [one for one in cited if not any(_fits(one, act) for act in acts)]
    if not wrong and cited and not any(all(_fits(one, act) for one in cited) for act in acts):
        wrong = [*cited]
    if wrong:
        what = "day" if wrong[0].is_date else "number"
        known = " or ".join(f"`{act.cited(language)}`" for act in acts)
        yield wrong[0].start, f"this law has another {what}", f"Write {known}."


def _fits(one: _Mark, act: Act) -> bool:
    if one.is_date:
        return one.value in (act.adopted.isoformat(), f"--{act.adopted:%m-%d}")
    return one.value in (act.number, act.number.split("-")[0])


def _misnamed(
    text: str, place: tuple[int, int], name: str, cited: Sequence[_Mark], language: str
) -> Iterator[tuple[int, str, str]]:
    """A quotation that stands where the name of a known act has to stand."""
    act = SHORTENED.get(language, {}).get(normal(name))
    near = text[max(0, place[0] - REACH) : place[1] + REACH]
    days = [one.value for one in cited if one.is_date]
    numbers = [one.value for one in cited if not one.is_date]
    if act is not None and OF_KAZAKHSTAN.search(near):
        known = act if not numbers or _fits(_number(cited), act) else None
    elif days and numbers and _is_title(name, language):
        known = BY_DAY_AND_NUMBER.get((days[0], numbers[0]))
    else:
        known = None
    if known is not None:
        hint = f"Write `{known.cited(language)}`."
        yield place[0], f"`{name}` is not the name of this law", hint


def _number(cited: Sequence[_Mark]) -> _Mark:
    return next(one for one in cited if not one.is_date)


def _is_title(name: str, language: str) -> bool:
    """Whether a quotation is made like the name of a law; English ones are translations."""
    return name.startswith(("О ", "Об ")) if language == "ru" else name.endswith("туралы")
