"""Citations in English: “clause 3.2, sub-clause 1) of the Privacy Policy …”.

The outermost part comes first, behind commas; a paragraph and a bullet stand before what holds
them (second paragraph of clause 3.2). An annex is one *to* its document.
"""

import re
from collections.abc import Mapping
from datetime import date

from inforce.model import Status
from inforce.render.citation.standing import Cited, without
from inforce.render.citation.steps import Names, Step, Unit
from inforce.render.dates import NO_BREAK, words_of_date
from inforce.timeline import State

_UNITS: Mapping[Unit, str] = {
    Unit.PREAMBLE: "preamble",
    Unit.ANNEX: "annex",
    Unit.CHAPTER: "chapter",
    Unit.PART: "part",
    Unit.SECTION: "section",
    Unit.SUBSECTION: "subsection",
    Unit.ARTICLE: "article",
    Unit.SIGN: "§",
    Unit.CLAUSE: "clause",
    Unit.POINT: "sub-clause",
    Unit.PARAGRAPH: "paragraph",
}
NAMES = Names(
    {
        **{word: unit for unit, word in _UNITS.items()},
        "appendix": Unit.ANNEX,
        "schedule": Unit.ANNEX,
        "exhibit": Unit.ANNEX,
        "paragraph": Unit.CLAUSE,
    }
)

_ONES = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NOTES = {
    Status.OFFICIAL: "; official translation",
    Status.UNOFFICIAL: "; unofficial translation",
    Status.MACHINE: "; machine translation",
}
# What begins a title that takes no article.
_ARTICLE = re.compile(r"(?:The|A|An)\s")
_PHRASE = re.compile(r"(?:About|How|What|Who|Why|When|Where|Your?|Our|We|My|This|It)\b|[^A-Z]")


def where(steps: tuple[Step, ...]) -> str:
    """The part of a document that the steps lead to."""
    outer, inner = steps[:1], steps[1:]
    if outer[0].unit not in (Unit.ANNEX, Unit.PREAMBLE):
        outer, inner = (), steps
    around = _around(outer[0], alone=not inner) if outer else ""
    return " of ".join(part for part in (*_within(inner), around) if part)


def _around(step: Step, *, alone: bool) -> str:
    if step.label:
        return f"{(step.word or 'annex').capitalize()} {step.label}"
    noun = step.word.lower() or _UNITS[step.unit]
    if step.title:
        return f"{noun} “{_inside(step.title)}”"
    return noun if alone else f"the {noun}"


def _within(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The steps within a document or an annex."""
    if steps and steps[-1].unit is Unit.PARAGRAPH:
        return _part(steps[-1], None), ", ".join(_each(steps[:-1]))
    return (", ".join(_each(steps)),)


def _each(steps: tuple[Step, ...]) -> list[str]:
    return [_part(step, before) for before, step in zip((None, *steps), steps, strict=False)]


def _part(step: Step, before: Step | None) -> str:
    if step.unit is Unit.PARAGRAPH:
        return _paragraphs(step)
    noun = step.word.lower() or _UNITS[step.unit]
    if step.unit is Unit.POINT and before is not None and before.unit is Unit.POINT:
        noun = "item"
    return f"{noun} {step.label or f'“{_inside(step.title)}”'}"


def _paragraphs(step: Step) -> str:
    if step.bullet:
        return f"{ordinal(step.bullet)} bullet point"
    first, last = ordinal(step.first), ordinal(step.last)
    if step.first == step.last:
        return f"{first} paragraph"
    return f"{first} {'and' if step.last == step.first + 1 else 'to'} {last} paragraphs"


def ordinal(number: int) -> str:
    """The ordinal in words, from the hundredth on in figures."""
    if number > 99:
        return f"{number}th"
    if number < 20:
        return _ONES[number - 1]
    tens, ones = divmod(number, 10)
    word = _TENS[tens - 2]
    return f"{word}-{_ONES[ones - 1]}" if ones else f"{word[:-1]}ieth"


def frame(title: str, cited: Cited, annex: bool, foreign: bool = False) -> tuple[str, str]:
    """What stands before and after the part: nothing, and the document with its edition.

    `foreign` says that the title is not English.
    """
    operator = without(cited.operator, title)
    of = f" of {operator}" if operator else ""
    note = _NOTES.get(cited.status, "")
    return "", f" {'to' if annex else 'of'} {named(title, foreign)}{of} ({_edition(cited)}{note})"


def named(title: str, foreign: bool = False) -> str:
    """The title with its article; in quotation marks where it is a phrase or not English."""
    title = " ".join(title.split()).removesuffix(".")
    if foreign or _PHRASE.match(title):
        return f"the document “{_inside(title)}”"
    return title if _ARTICLE.match(title) else f"the {title}"


def _inside(title: str) -> str:
    """A title within quotation marks: its own are single."""
    return title.replace("“", "‘").replace("”", "’")


def _edition(cited: Cited) -> str:
    number = f" No. {cited.number}" if cited.number else ""
    adopted = f" of {_date(cited.adopted)}" if cited.adopted else ""
    standing = _standing(cited)
    if number or adopted:
        return f"edition{number}{adopted}, {standing}"
    return f"edition {'that ' if standing.startswith('takes') else ''}{standing}"


def _standing(cited: Cited) -> str:
    """Where the edition stands."""
    if cited.withdrawn:
        return f"withdrawn on {_date(cited.withdrawn)} before it took effect"
    match cited.state:
        case State.SCHEDULED:
            return f"takes effect on {_date(cited.since)}"
        case State.SUPERSEDED | State.REPEALED if cited.until:
            return f"in force from {_date(cited.since)} until {_date(cited.until)}"
        case _:
            return f"in force from {_date(cited.since)}"


def _date(day: date) -> str:
    return words_of_date(day, "en").replace(NO_BREAK, " ")
