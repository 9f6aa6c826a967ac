"""Citations in Kazakh: «Құпиялылық саясатының 3.2-тармағының 1) тармақшасы …».

The outermost part comes first; each is possessed by the one before it, and all but the last stand
in the genitive. What an annex belongs to stands in the dative (Қағидаларға 1-қосымша). A number
is joined to its noun by a hyphen (3.2-тармағы), one with a bracket or in Roman figures is not
(1) тармақшасы, II бөлімі). An ordinal stands before its noun (екінші абзацы).
"""

from collections.abc import Mapping
from datetime import date

from inforce.model import Status
from inforce.render.citation.kazakh_titles import declined, genitive_of
from inforce.render.citation.standing import Cited, quoted, without
from inforce.render.citation.steps import Names, Step, Unit
from inforce.render.dates import NO_BREAK, Case, words_of_date
from inforce.timeline import State

# What each unit is called: by itself, and possessed by another.
_UNITS: Mapping[Unit, tuple[str, str]] = {
    Unit.PREAMBLE: ("преамбула", "преамбуласы"),
    Unit.ANNEX: ("қосымша", "қосымшасы"),
    Unit.CHAPTER: ("тарау", "тарауы"),
    Unit.PART: ("бөлік", "бөлігі"),
    Unit.SECTION: ("бөлім", "бөлімі"),
    Unit.SUBSECTION: ("кіші бөлім", "кіші бөлімі"),
    Unit.ARTICLE: ("бап", "бабы"),
    Unit.SIGN: ("параграф", "параграфы"),
    Unit.CLAUSE: ("тармақ", "тармағы"),
    Unit.POINT: ("тармақша", "тармақшасы"),
    Unit.PARAGRAPH: ("абзац", "абзацы"),
}
NAMES = Names({**{forms[0]: unit for unit, forms in _UNITS.items()}, "§": Unit.SIGN})

_ONES = (
    *("бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші"),
    "тоғызыншы",
)
_TENTHS = (
    *("оныншы", "жиырмасыншы", "отызыншы", "қырқыншы", "елуінші", "алпысыншы", "жетпісінші"),
    *("сексенінші", "тоқсаныншы"),
)
_TENS = ("он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_NOTES = {
    Status.OFFICIAL: "; ресми аударма",
    Status.UNOFFICIAL: "; бейресми аударма",
    Status.MACHINE: "; машиналық аударма",
}


def where(steps: tuple[Step, ...]) -> str:
    """The part of a document that the steps lead to, the outermost first."""
    *outer, inner = steps
    return " ".join((*(genitive_of(_part(step)) for step in outer), _part(inner)))


def _part(step: Step) -> str:
    if step.unit is Unit.PARAGRAPH:
        return _paragraphs(step)
    own, possessed = _UNITS[step.unit]
    if step.title:
        return f"{quoted(step.title)} {possessed}"
    # What an annex belongs to is in the dative, so the annex is nobody's.
    noun = own if step.unit is Unit.ANNEX else possessed
    if not step.label:
        return noun
    hyphen = step.label[0].isdigit() and step.label[-1].isalnum()
    return f"{step.label}{'-' if hyphen else ' '}{noun}"


def _paragraphs(step: Step) -> str:
    first, last = ordinal(step.first), ordinal(step.last)
    if step.first == step.last:
        return f"{first} абзацы".replace("- ", "-")
    joint = "және" if step.last == step.first + 1 else "–"
    return f"{first} {joint} {last} абзацтары".replace("- ", "-")


def ordinal(number: int) -> str:
    """The ordinal in words; from the hundredth on in figures, which a hyphen joins."""
    if number > 99:
        return f"{number}-"
    tens, ones = divmod(number, 10)
    if not ones:
        return _TENTHS[tens - 1]
    return f"{_TENS[tens - 1]} {_ONES[ones - 1]}" if tens else _ONES[ones - 1]


def frame(title: str, cited: Cited, annex: bool) -> tuple[str, str]:
    """What stands before and after the part: the document, and its edition."""
    operator = without(cited.operator, title)
    document = declined(title, dative=annex, possessed=bool(operator))
    before = f"{operator} {document} " if operator else f"{document} "
    return before, f" ({_edition(cited)}{_NOTES.get(cited.status, '')})"


def _edition(cited: Cited) -> str:
    number = f"№ {cited.number}" if cited.number else ""
    adopted = _date(cited.adopted, Case.OF) if cited.adopted else ""
    words = " ".join(word for word in (adopted, number, "редакция") if word)
    if not (number or adopted):
        return f"{_standing(cited, bare=True)} {words}"
    return f"{words}, {_standing(cited, bare=False)}"


def _standing(cited: Cited, *, bare: bool) -> str:
    """Where the edition stands; as a participle where nothing else tells it apart."""
    if cited.withdrawn:
        verb = "қайтарып алынған" if bare else "қайтарып алынды"
        return f"күшіне енгенге дейін {_date(cited.withdrawn, Case.ON)} кері {verb}"
    match cited.state:
        case State.SCHEDULED:
            return f"{_date(cited.since, Case.ON)} күшіне {'енетін' if bare else 'енеді'}"
        case State.SUPERSEDED | State.REPEALED if cited.until:
            since, until = _date(cited.since, Case.SINCE), _date(cited.until, Case.UNTIL)
            verb = "қолданылған" if bare else "қолданылды"
            return f"{since} бастап {until} дейін {verb}"
        case _:
            verb = "қолданылатын" if bare else "қолданылады"
            return f"{_date(cited.since, Case.SINCE)} бастап {verb}"


def _date(day: date, case: Case) -> str:
    return words_of_date(day, "kk", case).replace(NO_BREAK, " ")
