"""What `publish` would freeze now, and what keeps it from freezing the rest.

Pure: it reads no clock and writes nothing. `write` carries a plan out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from inforce.archive import EditionRecord, PolicyRecord
from inforce.archive.identity import identify
from inforce.checks import OFF
from inforce.frozen import FrozenError
from inforce.ledger import Ledger, LedgerError, Open, Publish
from inforce.model import Text, WorkingEdition, WorkingPolicy
from inforce.problems import Problem
from inforce.project import Project
from inforce.publish.amend import amend
from inforce.publish.freeze import digests, edition_contents, frozen_edition, number_of
from inforce.publish.referents import lookup_at
from inforce.publish.rehearsal import rehearse
from inforce.publish.rules import (
    check_aliases,
    check_dates,
    check_languages,
    check_notice,
    check_number,
    check_place_in_time,
    check_tombstones,
)
from inforce.publish.settings import settings_of
from inforce.publish.step import Outcome, Step, has_errors
from inforce.resolve import Lookup, resolve_text
from inforce.timeline import new_id, replaced
from inforce.zones import in_zone

# What the checks find in a policy, asked only where something would be frozen.
Mistakes = Callable[[str], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Plan:
    """The acts that are due, and the problems by policy; a policy with errors has no act.

    `passed` are the problems, by policy, that an exception in the sources lets pass.
    """

    steps: tuple[Step, ...]
    problems: Mapping[str, tuple[Problem, ...]]
    passed: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


def make_plan(project: Project, moment: datetime, mistakes: Mistakes) -> Plan:
    """What is due at `moment`, the time at which it would be recorded.

    Errors among the `mistakes` keep what is due from being frozen, but for the words of what was
    published elsewhere before: they are entered as they were.

    Nothing can be recorded before the last line of the ledger: for a clock that is behind it, the
    plan is that of the line's moment.

    A policy is frozen only where nothing is wrong with it, and with what it refers to: where the
    new edition of one policy cannot be published, those that need its clauses wait too.
    """
    recorded = (entry.recorded for entry in project.archive.ledger.entries[-1:])
    now = in_zone(max((moment.replace(microsecond=0), *recorded)), project.site.timezone)
    own = outcomes = _outcomes(project, now, frozenset(), mistakes)
    held = _stopped(own) | {name for name, found in project.broken.items() if has_errors(found)}
    while held:
        outcomes = _outcomes(project, now, held, mistakes)
        if (stopped := _stopped(outcomes)) <= held:
            break
        held |= stopped
    return _plan(project, {name: _waiting(one, own[name]) for name, one in outcomes.items()})


def _outcomes(
    project: Project,
    now: datetime,
    held: frozenset[str],
    mistakes: Mistakes,
) -> Mapping[str, Outcome]:
    planner = _Planner(project, now, held, mistakes)
    return {name: planner.outcome(policy) for name, policy in project.policies.items()}


def _stopped(outcomes: Mapping[str, Outcome]) -> frozenset[str]:
    return frozenset(name for name, one in outcomes.items() if has_errors(one.problems))


def _waiting(outcome: Outcome, own: Outcome) -> Outcome:
    """The outcome, where a reference that fails only because another policy waits is told apart."""
    hint = "The new edition of that policy cannot be published yet: mend that one first."
    problems = [
        one
        if one.check != "reference" or one in own.problems
        else replace(one, check="waits", hint=hint)
        for one in outcome.problems
    ]
    return Outcome(outcome.steps, problems)


def _plan(project: Project, outcomes: Mapping[str, Outcome]) -> Plan:
    steps: list[Step] = []
    problems: dict[str, tuple[Problem, ...]] = {}
    passed: dict[str, tuple[Problem, ...]] = {}
    for name in sorted({*outcomes, *project.broken}):
        outcome = outcomes.get(name, Outcome())
        found = sorted({*project.broken.get(name, ()), *outcome.problems})
        if stand := tuple(one for one in found if one.severity != OFF):
            problems[name] = stand
        if off := tuple(one for one in found if one.severity == OFF):
            passed[name] = off
        if not has_errors(found):
            steps.extend(outcome.steps)
    return Plan(tuple(steps), problems, passed)


def opened(project: Project, moment: datetime) -> Ledger:
    """The project's ledger, with its first line where there is none yet."""
    ledger, site = project.archive.ledger, project.site
    if ledger.entries:
        return ledger
    return ledger.append(Open(site.url, site.languages[0], site.timezone), moment)


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans at a moment; nothing that is new in a policy of `held` will be published."""

    project: Project
    now: datetime
    held: frozenset[str]
    mistakes: Mistakes

    def outcome(self, policy: WorkingPolicy) -> Outcome:
        """The steps and the problems of one policy."""
        try:
            outcome = self._outcome(policy)
            if not has_errors(outcome.problems):
                outcome.problems += self._unrecordable(policy, outcome.steps)
                outcome.problems += self._mistaken(policy, outcome.steps)
        except (FrozenError, LedgerError) as error:
            return Outcome(problems=[_unfit(policy, str(error))])
        return outcome

    def _unrecordable(self, policy: WorkingPolicy, steps: list[Step]) -> Iterator[Problem]:
        """Why a step would not be sound once it is recorded, as a problem of the sources."""
        if not steps:
            return
        ledger = opened(self.project, self.now)
        for step in steps:
            published = self._published(policy)
            for message in rehearse(ledger, step, published, self.now):
                yield _unfit(policy, message)

    def _mistaken(self, policy: WorkingPolicy, steps: list[Step]) -> Iterator[Problem]:
        """What the checks call an error in a text that would be frozen now, or in its facts."""
        imported = policy.edition and policy.edition.imported
        for problem in self.mistakes(policy.policy) if steps else ():
            own = problem.location.file == policy.location.file
            if problem.severity == "error" and not (imported and own):
                yield problem

    def _record(self, policy: WorkingPolicy) -> PolicyRecord | None:
        return self.project.archive.policies.get(policy.policy)

    def _published(self, policy: WorkingPolicy) -> EditionRecord | None:
        return identify(policy.edition, self._record(policy)) if policy.edition else None

    def _outcome(self, policy: WorkingPolicy) -> Outcome:
        record, edition, published = self._record(policy), policy.edition, self._published(policy)
        if edition is None:
            return self._draft(policy)
        if published is None or record is None:
            return self._new(policy, edition, record)
        lookup = self._lookup(published.edition.effective)
        return amend(
            policy,
            edition,
            published,
            record,
            lambda language, names: self._text(policy, language, names, published.edition.id),
            lookup,
        )

    def _draft(self, policy: WorkingPolicy) -> Outcome:
        lookup = lookup_at(
            self.now,
            self.project.archive,
            {name: (one, self._effective(one)) for name, one in self.project.policies.items()},
        )
        _, problems = self._texts(policy, lookup, "")
        return Outcome(problems=problems)

    def _new(
        self, policy: WorkingPolicy, edition: WorkingEdition, record: PolicyRecord | None
    ) -> Outcome:
        effective = self._effective(policy)
        texts, problems = self._texts(policy, self._lookup(effective), self._new_id(policy))
        broken = self._broken_rules(policy, edition, effective, record)
        problems += settings_of(policy, self.project).apply(broken)
        if has_errors(problems) or has_errors(self.project.broken.get(policy.policy, ())):
            return Outcome(problems=problems)
        return Outcome([self._freeze(policy, edition, record, texts)], problems)

    def _broken_rules(
        self,
        policy: WorkingPolicy,
        edition: WorkingEdition,
        effective: datetime,
        record: PolicyRecord | None,
    ) -> Iterator[Problem]:
        before = replaced(record, effective)
        yield from check_number(edition, effective, record)
        yield from check_dates(edition, effective, self.now, self.project.site.timezone)
        yield from check_place_in_time(edition, effective, record)
        yield from check_notice(edition, effective, record, self.now, self.project)
        yield from check_languages(policy)
        yield from check_tombstones(policy, edition, before, record)
        yield from check_aliases(policy, self.project)

    def _freeze(
        self,
        policy: WorkingPolicy,
        edition: WorkingEdition,
        record: PolicyRecord | None,
        texts: Mapping[str, Text],
    ) -> Step:
        effective = self._effective(policy)
        before = replaced(record, effective)
        frozen = frozen_edition(
            policy,
            edition,
            self.project.site,
            edition_id=self._new_id(policy),
            effective=effective,
            number=number_of(edition, record),
            replaces=before.edition.id if before else "",
        )
        files = edition_contents(frozen, texts)
        act = Publish(
            policy.policy, frozen.id, frozen.replaces, effective, frozen.adopted, digests(files)
        )
        return Step(act, files, tuple(texts))

    def _new_id(self, policy: WorkingPolicy) -> str:
        return str(new_id(self._record(policy), self._effective(policy)))

    def _effective(self, policy: WorkingPolicy) -> datetime:
        """When the working text takes effect, with the offset of the site's local time."""
        declared = policy.edition.effective.instant if policy.edition else None
        return in_zone(declared or self.now, self.project.site.timezone)

    def _texts(
        self, policy: WorkingPolicy, lookup: Lookup, edition_id: str
    ) -> tuple[dict[str, Text], list[Problem]]:
        """The texts that are ready, by language, and what is wrong in them."""
        texts: dict[str, Text] = {}
        problems: list[Problem] = []
        for language, status in policy.languages.items():
            if not status.pending:
                texts[language], found = self._text(policy, language, lookup, edition_id)
                problems += found
        return texts, problems

    def _text(
        self, policy: WorkingPolicy, language: str, lookup: Lookup, edition_id: str
    ) -> tuple[Text, tuple[Problem, ...]]:
        return resolve_text(policy, language, self.project.site, lookup, edition_id)

    def _lookup(self, moment: datetime) -> Lookup:
        """What other policies say at a moment, with the editions that are published now."""
        planned = {
            name: (policy, self._effective(policy))
            for name, policy in self.project.policies.items()
            if policy.edition and name not in self.held and self._published(policy) is None
        }
        return lookup_at(moment, self.project.archive, planned)


def _unfit(policy: WorkingPolicy, message: str) -> Problem:
    place = policy.edition.location if policy.edition else policy.location
    return Problem(place, "ledger", f"this cannot be published: {message}")
