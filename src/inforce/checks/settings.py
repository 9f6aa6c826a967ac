"""The severities and exemptions that the site and its policies set, applied to problems."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from inforce.model import CheckSetting, Exemption, Site, WorkingClause, WorkingPolicy
from inforce.problems import Problem

OFF = "off"


@dataclass(frozen=True)
class Settings:
    """What is set for the problems of one policy, whose edition has the number `edition`.

    Only the checks in `settable` heed it: what keeps a source from being read or a text from
    being frozen stays an error.
    """

    site: Site
    policy: WorkingPolicy
    settable: frozenset[str]
    edition: str = ""

    @cached_property
    def exemptions(self) -> tuple[Exemption, ...]:
        """Every exemption that the site and the policy write for this policy."""
        written = (one for check in self.site.checks.values() for one in check.exemptions)
        own = (*self.policy.exemptions, *(e for one in self.policy.walk() for e in one.exemptions))
        return (*(one for one in written if one.policy == self.policy.policy), *own)

    @cached_property
    def _around(self) -> Mapping[str, frozenset[str]]:
        """The ids of a clause and of all clauses around it, by its id."""
        groups = (self.policy.preamble, self.policy.clauses, self.policy.annexes)
        return {
            identity: around
            for group in groups
            for clause in group
            for identity, around in _with_outer(clause, frozenset())
        }

    def exempting(self, problem: Problem) -> tuple[Exemption, ...]:
        """The exemptions that let a problem pass."""
        if problem.check not in self.settable:
            return ()
        return tuple(one for one in self.exemptions if self._fits(one, problem))

    def _fits(self, exemption: Exemption, problem: Problem) -> bool:
        clause = problem.location.clause
        around = self._around.get(clause, frozenset((clause,)))
        return (
            exemption.check == problem.check
            and (not exemption.clause or exemption.clause in around)
            and exemption.edition in ("", self.edition)
        )

    def apply(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems as they are set; those that are let pass or switched off have `off`."""
        for problem in problems:
            if self.exempting(problem):
                yield replace(problem, severity=OFF)
            else:
                yield self._weighed(problem)

    def _weighed(self, problem: Problem) -> Problem:
        setting = self.site.checks.get(problem.check, CheckSetting())
        if problem.check in self.settable and setting.severity:
            return replace(problem, severity=setting.severity)
        return problem


def _with_outer(
    clause: WorkingClause, outer: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    around = outer | {clause.id}
    yield clause.id, around
    for below in clause.clauses:
        yield from _with_outer(below, around)
