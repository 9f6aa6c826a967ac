"""The changes that one steps through in a redline."""

from collections.abc import Sequence

from inforce.compare import ComparedClause, Comparison, Departure, Entry, Kind


def steps(comparison: Comparison) -> int:
    """How many changes there are to step through: the last one is `#change-<n>`."""
    parts = sum(bool(part.kinds) for part in comparison.parts)
    groups = (comparison.preamble, comparison.clauses, comparison.annexes)
    clauses = sum(_clause_steps(group, None) for group in groups)
    return parts + clauses + bool(comparison.title_kinds)


def _clause_steps(entries: Sequence[Entry], around: ComparedClause | None) -> int:
    clauses = [one for one in entries if isinstance(one, ComparedClause)]
    return sum(is_step(one, around) + _clause_steps(one.clauses, one) for one in clauses)


def is_step(clause: ComparedClause, around: ComparedClause | None) -> bool:
    """Whether a clause below `around` is a change of its own to step to."""
    if not clause.kinds or clause.kinds == (Kind.RENUMBERED,):
        return False
    return not clause.came_with(around)


def says_the_same(entry: Entry) -> bool:
    """Whether nothing but numbers changed in a clause and all below it."""
    if isinstance(entry, Departure) or {*entry.kinds} - {Kind.RENUMBERED}:
        return False
    return all(map(says_the_same, entry.clauses))
