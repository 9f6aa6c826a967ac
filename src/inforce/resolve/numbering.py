"""The number of each clause, which follows from its place.

Each kind of marker counts by itself among siblings, so that bullets and unnumbered paragraphs
do not disturb the clause after them. A fixed whole number restarts the count; any other label
does not advance it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from inforce.model import Localized, Marker, Place, WorkingClause, WorkingPolicy

LETTERS = {
    "ru": "абвгдежзиклмнопрстуфхцчшщэюя",
    "kk": "аәбвгғдежзикқлмноөпрстуұүфхһшыіэюя",
}
LATIN = "abcdefghijklmnopqrstuvwxyz"
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
BULLET = "–"
# Above this a fixed number is a year or an article of something else, and no count.
MAX_COUNT_DIGITS = 4
# A number that the numbers of subordinate clauses are appended to.
PREFIX = re.compile(r"\d+([.-]\d+)*")


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a clause in one language.

    `printed` is what stands before the clause (`1.1.`), `label` how it is cited (`1.1`), `parent`
    the label of the nearest numbered clause around it, `anchor` its path on a dated page.
    """

    printed: str = ""
    label: str = ""
    parent: str = ""
    anchor: str = ""


def number_policy(policy: WorkingPolicy, language: str) -> Mapping[str, Number]:
    """The number of each clause of the policy by its id."""
    count = _Count() if policy.continuous else None
    scope = _Scope(language, sections=count)
    # Where two clauses would have one anchor it is the body's, so the body comes first here.
    numbers = dict(_number_all(policy.clauses, Marker.DECIMAL, scope))
    numbers |= _number_annexes(policy.annexes, language)
    numbers |= _number_all(policy.preamble, Marker.NONE, _Scope(language))
    return _unique_anchors(numbers)


def _number_annexes(
    annexes: Iterable[WorkingClause], language: str
) -> Iterator[tuple[str, Number]]:
    count = _Count()
    for position, annex in enumerate(annexes, 1):
        scope = _Scope(language, annex=f"a{position}")
        own, below = _number(annex, _marker(annex, Marker.NONE), scope, count)
        yield annex.id, replace(own, anchor=scope.annex)
        yield from _number_all(annex.clauses, Marker.DECIMAL, replace(below, path=""))


@dataclass(slots=True)
class _Count:
    """How far each kind of marker has counted among siblings."""

    last: dict[Marker, int] = field(default_factory=dict)

    def next(self, marker: Marker) -> int:
        self.last[marker] = self.last.get(marker, 0) + 1
        return self.last[marker]


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the clauses of one level inherit.

    `annex` begins the anchors in an annex; `sections` is set above continuously numbered
    clauses, `shared` among them.
    """

    language: str
    annex: str = ""
    prefix: str = ""
    parent: str = ""
    path: str = ""
    sections: _Count | None = None
    shared: _Count | None = None


def _number_all(
    clauses: Iterable[WorkingClause], default: Marker, scope: _Scope
) -> Iterator[tuple[str, Number]]:
    count = scope.shared or _Count()
    for clause in clauses:
        number, below = _number(clause, _marker(clause, default), scope, count)
        yield clause.id, number
        yield from _number_all(clause.clauses, Marker.DECIMAL, below)


def _marker(clause: WorkingClause, default: Marker) -> Marker:
    return clause.marker or default


def _number(
    clause: WorkingClause, marker: Marker, scope: _Scope, count: _Count
) -> tuple[Number, _Scope]:
    fixed = fixed_label(clause.number, scope.language)
    prefix = "" if scope.shared else scope.prefix
    printed = fixed or _computed(marker, prefix, count, scope.language)
    if fixed:
        _restart(fixed, marker, prefix, count)
    label = "" if marker == Marker.BULLET and not fixed else cited(printed)
    path = _path(label, scope)
    below = _Scope(
        language=scope.language,
        annex=scope.annex,
        prefix=label if PREFIX.fullmatch(label) else "",
        parent=label or scope.parent,
        path=path or scope.path,
        shared=scope.sections,
    )
    anchor = "-".join(part for part in (scope.annex, path) if path and part)
    return Number(printed, label, scope.parent, anchor), below


def fixed_label(number: Localized, language: str) -> str:
    """The label that the author wrote for a clause, or the empty string."""
    source = number.get(language) or number.get("")
    return source.text.strip() if source else ""


def cited(printed: str) -> str:
    """A number as it is cited: without its final full stop."""
    return printed.removesuffix(".")


def _computed(marker: Marker, prefix: str, count: _Count, language: str) -> str:
    index = count.next(marker)
    match marker:
        case Marker.DECIMAL:
            return f"{prefix}.{index}." if prefix else f"{index}."
        case Marker.ORDINAL:
            return f"{index}."
        case Marker.POINT:
            return f"{index})"
        case Marker.LETTER:
            return f"{_letter(index, language)})"
        case Marker.ROMAN:
            return f"{_roman(index)}."
        case Marker.BULLET:
            return BULLET
        case Marker.NONE:
            return ""


def _letter(index: int, language: str) -> str:
    """а, б, … and after the last letter аа, бб, …"""
    letters = LETTERS.get(language.partition("-")[0], LATIN)
    return letters[(index - 1) % len(letters)] * ((index - 1) // len(letters) + 1)


def _roman(index: int) -> str:
    digits = []
    for value, sign in ROMAN:
        digits.append(sign * (index // value))
        index %= value
    return "".join(digits)


def _restart(fixed: str, marker: Marker, prefix: str, count: _Count) -> None:
    own = cited(fixed).removesuffix(")")
    if prefix and marker == Marker.DECIMAL:
        own = own.removeprefix(f"{prefix}.")
    if own.isascii() and own.isdigit() and len(own) <= MAX_COUNT_DIGITS:
        count.last[marker] = int(own)


def _path(label: str, scope: _Scope) -> str:
    """The full path of a clause: its own number where that holds the parent's, else both."""
    own = label.removesuffix(")")
    if not own or not re.fullmatch(r"[\w.-]+", own):
        return ""
    if scope.prefix and re.match(re.escape(scope.prefix) + r"[.-]", own):
        return own
    return f"{scope.path}-{own}" if scope.path else own


def _unique_anchors(numbers: Mapping[str, Number]) -> Mapping[str, Number]:
    """The numbers with each anchor kept once: by the clause that prints it, else by the first."""
    owners: dict[str, str] = {}
    for exact in (True, False):
        for identity, number in numbers.items():
            if number.anchor and (number.anchor == number.label) == exact:
                owners.setdefault(number.anchor, identity)
    return {
        identity: number
        if owners.get(number.anchor) == identity and number.anchor not in numbers
        else Number(number.printed, number.label, number.parent)
        for identity, number in numbers.items()
    }


def places(policy: WorkingPolicy) -> tuple[tuple[Place, ...], tuple[Place, ...], tuple[Place, ...]]:
    """The structure of the preamble, the clauses and the annexes."""
    return (
        _places(policy.preamble, Marker.NONE),
        _places(policy.clauses, Marker.DECIMAL),
        _places(policy.annexes, Marker.NONE),
    )


def _places(clauses: Iterable[WorkingClause], default: Marker) -> tuple[Place, ...]:
    return tuple(
        Place(
            id=clause.id,
            marker=_marker(clause, default),
            fixed=bool(clause.number),
            repealed=clause.repealed,
            clauses=_places(clause.clauses, Marker.DECIMAL),
        )
        for clause in clauses
    )
