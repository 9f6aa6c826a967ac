"""What the clauses of other policies are called, for references between policies.

A reference leads to the edition that was in force when the referring edition takes effect, else
to the nearest that has the clause (design, section 3.2).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from inforce.archive import Archive, EditionRecord
from inforce.model import Clause, Text, WorkingPolicy
from inforce.resolve import Lookup, Number, cited, number_policy


@dataclass(frozen=True, slots=True)
class _Referent:
    """An edition that may be referred to, published or about to be."""

    effective: datetime
    numbers: Callable[[str], Mapping[str, Number]]


def lookup_at(
    moment: datetime, archive: Archive, planned: Mapping[str, tuple[WorkingPolicy, datetime]]
) -> Lookup:
    """The numbers of other policies for an edition that takes effect at `moment`.

    `planned` are the working texts that are published in the same run, with their instants.
    """

    def lookup(policy: str, clause: str, language: str) -> Number | None:
        referents = [*_published(archive, policy), *_planned(planned, policy)]
        if not clause:
            return Number() if referents else None
        for referent in sorted(referents, key=lambda one: _distance(one.effective, moment)):
            number = referent.numbers(language).get(clause)
            if number is not None:
                return number
        return None

    return lookup


def _distance(effective: datetime, moment: datetime) -> tuple[bool, float]:
    """Sorts the edition in force first, then those before it and after it by their distance."""
    later = effective > moment
    return later, abs((effective - moment).total_seconds())


def _planned(
    planned: Mapping[str, tuple[WorkingPolicy, datetime]], policy: str
) -> Iterator[_Referent]:
    if policy in planned:
        working, effective = planned[policy]
        yield _Referent(effective, lambda language: number_policy(working, language))


def _published(archive: Archive, policy: str) -> Iterator[_Referent]:
    record = archive.policies.get(policy)
    for edition in record.editions if record else ():
        if edition.withdrawn is None:
            yield _Referent(edition.edition.effective, _numbers_of(edition))


def _numbers_of(record: EditionRecord) -> Callable[[str], Mapping[str, Number]]:
    def numbers(language: str) -> Mapping[str, Number]:
        revisions = record.texts.get(language) or record.texts.get(record.edition.fallback) or ()
        return dict(_numbers(revisions[-1].text)) if revisions else {}

    return numbers


def _numbers(text: Text) -> Iterator[tuple[str, Number]]:
    for group in (text.preamble, text.clauses, text.annexes):
        for clause in group:
            yield from _below(clause, "")


def _below(clause: Clause, parent: str) -> Iterator[tuple[str, Number]]:
    label = cited(clause.number) if any(sign.isalnum() for sign in clause.number) else ""
    yield clause.id, Number(clause.number, label, parent, clause.anchor)
    for one in clause.clauses:
        yield from _below(one, label or parent)
