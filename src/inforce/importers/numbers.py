"""The typed numbers: which do not follow, and which have to be kept as they stand."""

from dataclasses import dataclass, field

from inforce.importers.labels import Label, Style
from inforce.importers.letters import follows_letter
from inforce.importers.notes import Notes
from inforce.importers.tree import Node
from inforce.model import Marker, Source, WorkingClause, WorkingPolicy
from inforce.resolve import cited, number_policy
from inforce.resolve.numbering import PREFIX

KEPT = "The number was kept as it stands; look whether something is missing or misprinted here."
MARKERS = {
    Style.DOTTED: Marker.DECIMAL,
    Style.NAMED: Marker.DECIMAL,
    Style.POINT: Marker.POINT,
    Style.LETTER: Marker.LETTER,
    Style.ROMAN: Marker.ROMAN,
    Style.SMALL_ROMAN: Marker.ROMAN,
    Style.BULLET: Marker.BULLET,
    Style.NONE: Marker.NONE,
}


def marker_of(node: Node) -> Marker:
    """The kind of a clause's number in the model."""
    if node.style is not Style.WHOLE:
        return MARKERS[node.style]
    return Marker.ORDINAL if PREFIX.fullmatch(_cited(node.parent)) else Marker.DECIMAL


def _cited(node: Node | None) -> str:
    return cited(node.label.typed) if node and node.label else ""


def runs_through(root: Node) -> bool:
    """Whether the clauses `1.`, `2.`, … count through the sections without beginning anew."""
    sections = [section for section in root.clauses if section.titled and section.clauses]
    numbers = [clause.label for section in sections for clause in section.clauses if clause.label]
    if len(sections) < 2 or len(numbers) < 2 or any(s.style is Style.WHOLE for s in sections):
        return False
    counted = [str(number) for number in range(1, len(numbers) + 1)]
    whole = all(label.style is Style.WHOLE for label in numbers)
    return whole and [label.path for label in numbers] == counted


def fixed_numbers(root: Node, language: str, *, continuous: bool) -> dict[Node, str]:
    """The typed numbers that are not those which follow from the clause's place."""
    fixed: dict[Node, str] = {}
    shared: dict[Marker, int] = {}
    for node in root.walk():
        through = continuous and node.parent is root
        counts = shared if through else {}
        _fix_below(node, "" if through else _cited(node), counts, language, fixed)
    return fixed


def _fix_below(
    node: Node, prefix: str, counts: dict[Marker, int], language: str, fixed: dict[Node, str]
) -> None:
    for clause in node.clauses:
        marker = marker_of(clause)
        if not clause.label:
            continue
        typed = clause.label.typed
        if _computed(prefix, counts.get(marker, 0), marker, language) == typed:
            counts[marker] = counts.get(marker, 0) + 1
            continue
        fixed[clause] = typed
        own = cited(typed).removesuffix(")")
        if PREFIX.fullmatch(prefix) and marker is Marker.DECIMAL:
            own = own.removeprefix(f"{prefix}.")
        if own.isascii() and own.isdigit():
            counts[marker] = int(own)


def _computed(prefix: str, count: int, marker: Marker, language: str) -> str:
    """The number that the project gives a clause behind `count` others below `prefix`."""
    before = WorkingClause("before", marker, number={"": Source(str(count))})
    clauses = (*((before,) if count else ()), WorkingClause("clause", marker))
    if prefix:
        clauses = (WorkingClause("parent", number={"": Source(prefix)}, clauses=clauses),)
    policy = WorkingPolicy("policy", "policy", {}, {}, clauses=clauses)
    return number_policy(policy, language)["clause"].printed


def doubt_numbers(root: Node, notes: Notes) -> None:
    """Note each number that does not follow, and each level that is missing."""
    checker = _Checker(root, notes)
    for node in root.walk():
        checker.check(node)


@dataclass(slots=True)
class _Checker:
    """Looks at the typed numbers in reading order; `last` is the last number of each list."""

    root: Node
    notes: Notes
    last: dict[object, Label] = field(default_factory=dict)
    missing: set[tuple[str, ...]] = field(default_factory=set)

    def check(self, node: Node) -> None:
        """Look at the numbers of the clauses right below `node`."""
        other: Style | None = None
        for clause in node.clauses:
            if clause.label and clause.style is not Style.NONE:
                self._check(node, clause, clause.label, again=other not in (None, clause.style))
            other = clause.style

    def _check(self, parent: Node, clause: Node, label: Label, *, again: bool) -> None:
        if clause.style is Style.DOTTED:
            self._check_level(parent, clause, label)
            key: object = label.parts[:-1]
        else:
            key = (parent, clause.style, label.rank)
        last = self.last.get(key)
        before = last or self._before(clause, label)
        self.last[key] = self.last[clause.style, label.rank] = label
        first = label.parts[-1] in ("1", "а", "a", "i", "0")
        if follows(last, label) or (before and follows(before, label)) or (again and first):
            return
        after = f"`{last.path}`" if last else "nothing"
        message = f"the number `{label.path}` does not follow {after}"
        if last is None:
            message = f"the number `{label.path}` is the first here"
        self.notes.doubt(clause.line, "number", message, KEPT)

    def _before(self, clause: Node, label: Label) -> Label | None:
        """The last number in the section before, for clauses that count through sections."""
        if clause.style not in (Style.WHOLE, Style.NAMED) or marker_of(clause) is Marker.ORDINAL:
            return None
        return self.last.get((clause.style, label.rank))

    def _check_level(self, parent: Node, clause: Node, label: Label) -> None:
        above = label.parts[:-1]
        held = parent.label.parts if parent.label else ()
        if held == above or above in self.missing:
            return
        unnumbered = not parent.label and len(above) == 1
        sections = any(node.style is Style.WHOLE for node in self.root.clauses)
        if unnumbered and (parent.titled or not sections):
            return
        self.missing.add(above)
        message = f"`{label.path}` has no `{'.'.join(above)}` above it"
        self.notes.doubt(clause.line, "level", message, KEPT)


def follows(last: Label | None, label: Label) -> bool:
    """Whether `label` is the next number of its list after `last`, or the first."""
    own = label.parts[-1]
    if not own[0].isdigit():
        return follows_letter(last.parts[-1] if last else "", own)
    before = _count(last.parts[-1]) if last and last.parts[-1][0].isdigit() else (0, 0)
    number, inserted = _count(own)
    if inserted:
        return (number, inserted) == (before[0], before[1] + 1)
    return number == before[0] + 1


def _count(part: str) -> tuple[int, int]:
    """`3-1` as 3 and 1: what was inserted behind the third."""
    number, _, inserted = part.partition("-")
    return int(number), int(inserted or 0)
