"""Citations in Russian: «подпункт 1) пункта 3.2 Политики конфиденциальности …».

The innermost part comes first and all others in the genitive; what an annex belongs to stands in
the dative (приложение № 1 к Правилам). An ordinal follows its noun, as in Kazakhstan's statutes
(абзац второй).
"""

from collections.abc import Mapping

from inforce.model import Status
from inforce.render.citation.russian_titles import declined, declined_operator
from inforce.render.citation.standing import Cited, quoted, without
from inforce.render.citation.steps import Names, Step, Unit
from inforce.timeline import State

# What each unit is called: nominative and genitive.
_UNITS: Mapping[Unit, tuple[str, str]] = {
    Unit.PREAMBLE: ("преамбула", "преамбулы"),
    Unit.ANNEX: ("приложение", "приложения"),
    Unit.CHAPTER: ("глава", "главы"),
    Unit.PART: ("часть", "части"),
    Unit.SECTION: ("раздел", "раздела"),
    Unit.SUBSECTION: ("подраздел", "подраздела"),
    Unit.ARTICLE: ("статья", "статьи"),
    Unit.SIGN: ("параграф", "параграфа"),
    Unit.CLAUSE: ("пункт", "пункта"),
    Unit.POINT: ("подпункт", "подпункта"),
    Unit.PARAGRAPH: ("абзац", "абзаца"),
}
NAMES = Names({**{forms[0]: unit for unit, forms in _UNITS.items()}, "§": Unit.SIGN})

_ONES = (
    *("первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой"),
    *("девятый", "десятый", "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый"),
    *("пятнадцатый", "шестнадцатый", "семнадцатый", "восемнадцатый", "девятнадцатый"),
)
_TENS = (
    *("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят"),
    "девяносто",
)
_TENTHS = (
    *("двадцатый", "тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый"),
    *("восьмидесятый", "девяностый"),
)


_NOTES = {
    Status.OFFICIAL: "; официальный перевод",
    Status.UNOFFICIAL: "; неофициальный перевод",
    Status.MACHINE: "; машинный перевод",
}


def where(steps: tuple[Step, ...]) -> str:
    """The part of a document that the steps lead to, the innermost first."""
    inner, *outer = reversed(steps)
    return " ".join((_part(inner, 0), *(_part(step, 1) for step in outer)))


def _part(step: Step, case: int) -> str:
    """A step in the nominative (0) or the genitive (1)."""
    if step.unit is Unit.PARAGRAPH:
        return _paragraphs(step, case)
    noun = _UNITS[step.unit][case]
    which = step.label or (quoted(step.title) if step.title else "")
    return f"{noun} {which}".rstrip()


def _paragraphs(step: Step, case: int) -> str:
    first, last = ordinal(step.first, case), ordinal(step.last, case)
    if step.first == step.last:
        return f"{_UNITS[Unit.PARAGRAPH][case]} {first}"
    return f"абзацы {first} {'и' if step.last == step.first + 1 else '–'} {last}"


def ordinal(number: int, case: int = 0) -> str:
    """The ordinal, masculine, in the nominative (0) or the genitive (1)."""
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10) if number > 19 else (0, number)
    if tens and not ones:
        return _declined_ordinal(_TENTHS[tens - 2], case)
    word = _declined_ordinal(_ONES[ones - 1], case)
    return f"{_TENS[tens - 2]} {word}" if tens else word


def _declined_ordinal(word: str, case: int) -> str:
    if not case:
        return word
    return "третьего" if word == "третий" else f"{word[:-2]}ого"


def frame(title: str, cited: Cited, annex: bool) -> tuple[str, str]:
    """What stands before and after the part: nothing, and the document with its edition."""
    operator = without(cited.operator, title)
    name = declined_operator(operator)
    document = " ".join(
        word for word in ("к" if annex else "", declined(title, dative=annex), name) if word
    )
    aside = f"{operator}, " if operator and not name else ""
    return "", f" {document} ({aside}{_edition(cited)}{_NOTES.get(cited.status, '')})"


def _edition(cited: Cited) -> str:
    number = f" № {cited.number}" if cited.number else ""
    adopted = f" от {cited.adopted:%d.%m.%Y}" if cited.adopted else ""
    bare = not (number or adopted)
    return f"редакция{number}{adopted}, {_standing(cited, bare)}"


def _standing(cited: Cited, bare: bool) -> str:
    """Where the edition stands; as a participle where nothing else tells it apart."""
    since = f"{cited.since:%d.%m.%Y}"
    if cited.withdrawn:
        verb = "отозванная" if bare else "отозвана"
        return f"{verb} {cited.withdrawn:%d.%m.%Y} до вступления в силу"
    match cited.state:
        case State.SCHEDULED:
            return f"{'вступающая' if bare else 'вступает'} в силу с {since}"
        case State.SUPERSEDED | State.REPEALED if cited.until:
            verb = "действовавшая" if bare else "действовала"
            return f"{verb} с {since} до {cited.until:%d.%m.%Y}"
        case _:
            return f"{'действующая' if bare else 'действует'} с {since}"
