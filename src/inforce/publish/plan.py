"""What `publish` would freeze now, and what keeps it from freezing the rest.

Pure: it reads no clock and writes nothing. `write` carries a plan out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from inforce.archive import EditionRecord, PolicyRecord
from inforce.ledger import Add, Correct, Ledger, LedgerError, Open, Publish
from inforce.model import LanguageStatus, Status, Text, WorkingEdition, WorkingPolicy
from inforce.problems import Problem
from inforce.project import Project
from inforce.publish.freeze import (
    Files,
    digests,
    edition_contents,
    frozen_edition,
    number_of,
    text_contents,
)
from inforce.publish.identity import identify
from inforce.publish.referents import lookup_at
from inforce.publish.rules import (
    changed_text,
    check_aliases,
    check_dates,
    check_edition_unchanged,
    check_languages,
    check_notice,
    check_number,
    check_tombstones,
)
from inforce.resolve import Lookup, generated, resolve_text, same_words
from inforce.timeline import new_id, replaced
from inforce.zones import in_zone


@dataclass(frozen=True, slots=True)
class Step:
    """One act to record, with the files that it freezes and the languages of its texts."""

    act: Publish | Add | Correct
    files: Files
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The acts that are due, and the problems by policy; a policy with problems has no act."""

    steps: tuple[Step, ...]
    problems: Mapping[str, tuple[Problem, ...]]


@dataclass(slots=True)
class _Outcome:
    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def make_plan(project: Project, moment: datetime) -> Plan:
    """What is due at `moment`, the time at which it would be recorded.

    A policy is frozen only where nothing is wrong with it, and with what it refers to: where the
    new edition of one policy cannot be published, those that need its clauses wait too.
    """
    now = in_zone(moment.replace(microsecond=0), project.site.timezone)
    held: set[str] = set()
    while True:
        planner = _Planner(project, now, frozenset(held))
        outcomes = {name: planner.outcome(policy) for name, policy in project.policies.items()}
        stopped = {name for name, outcome in outcomes.items() if _errors(outcome.problems)}
        if stopped <= held:
            return _plan(project, outcomes)
        held |= stopped


def _plan(project: Project, outcomes: Mapping[str, _Outcome]) -> Plan:
    steps: list[Step] = []
    problems: dict[str, tuple[Problem, ...]] = {}
    for name in sorted({*outcomes, *project.broken}):
        outcome = outcomes.get(name, _Outcome())
        found = (*project.broken.get(name, ()), *outcome.problems)
        if found:
            problems[name] = tuple(sorted(set(found)))
        if not _errors(found):
            steps.extend(outcome.steps)
    return Plan(tuple(steps), problems)


def opened(project: Project, moment: datetime) -> Ledger:
    """The project's ledger, with its first line where there is none yet."""
    ledger, site = project.archive.ledger, project.site
    if ledger.entries:
        return ledger
    return ledger.append(Open(site.url, site.languages[0], site.timezone), moment)


def _errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


@dataclass(frozen=True, slots=True)
class _Planner:
    project: Project
    now: datetime
    held: frozenset[str]

    def outcome(self, policy: WorkingPolicy) -> _Outcome:
        """The steps and the problems of one policy."""
        outcome = self._outcome(policy)
        if not _errors(outcome.problems):
            outcome.problems += self._unrecordable(policy, outcome.steps)
        return outcome

    def _unrecordable(self, policy: WorkingPolicy, steps: Iterable[Step]) -> Iterator[Problem]:
        """Why the ledger would not take the steps, as a problem of the sources."""
        try:
            ledger = opened(self.project, self.now)
            for step in steps:
                ledger = ledger.append(step.act, self.now)
        except LedgerError as error:
            place = policy.edition.location if policy.edition else policy.location
            yield Problem(place, "ledger", str(error))

    def _outcome(self, policy: WorkingPolicy) -> _Outcome:
        record = self.project.archive.policies.get(policy.policy)
        edition = policy.edition
        if edition is None:
            return _Outcome(problems=self._draft_problems(policy))
        published = identify(edition, record)
        if published is None:
            return self._new_edition(policy, edition, record)
        return self._known_edition(policy, edition, published)

    def _draft_problems(self, policy: WorkingPolicy) -> list[Problem]:
        _, problems = self._texts(policy, self._lookup(self.now, drafts=True), "")
        return problems

    def _new_edition(
        self, policy: WorkingPolicy, edition: WorkingEdition, record: PolicyRecord | None
    ) -> _Outcome:
        effective = edition.effective.instant or self.now
        before = replaced(record, effective)
        edition_id = str(new_id(record, effective))
        texts, problems = self._texts(policy, self._lookup(effective), edition_id)
        problems += check_number(edition)
        problems += check_dates(edition, effective, record, self.now, self.project.site.timezone)
        problems += check_notice(edition, effective, record, self.now, self.project)
        problems += check_languages(policy)
        problems += check_tombstones(policy, before)
        problems += check_aliases(policy, self.project)
        frozen = frozen_edition(
            policy,
            edition,
            self.project.site,
            edition_id=edition_id,
            effective=effective,
            number=number_of(edition, record),
            replaces=before.edition.id if before else "",
        )
        files = edition_contents(frozen, texts)
        act = Publish(
            policy.policy, frozen.id, frozen.replaces, effective, frozen.adopted, digests(files)
        )
        return _Outcome([Step(act, files, tuple(texts))], problems)

    def _known_edition(
        self, policy: WorkingPolicy, edition: WorkingEdition, record: EditionRecord
    ) -> _Outcome:
        outcome = _Outcome(problems=list(check_edition_unchanged(policy, edition, record)))
        if record.withdrawn is not None:
            return outcome
        lookup = self._lookup(record.edition.effective)
        for language, status in policy.languages.items():
            if status.pending and language not in record.texts:
                continue
            text, problems = self._text(policy, language, lookup, record.edition.id)
            outcome.problems += problems
            if language not in record.texts:
                outcome.steps.append(self._addition(text, status, record))
            elif not self._is_frozen(policy, language, record):
                self._correct(policy, text, status, record, outcome)
        return outcome

    def _is_frozen(self, policy: WorkingPolicy, language: str, record: EditionRecord) -> bool:
        text, _ = self._text(policy, language, generated, record.edition.id)
        return same_words(text, record.texts[language][-1].text)

    def _addition(self, text: Text, status: LanguageStatus, record: EditionRecord) -> Step:
        files = text_contents(text)
        said = _status_to_record(text.language, status, record)
        act = Add(text.policy, text.edition, digests(files), said)
        return Step(act, files, (text.language,))

    def _correct(
        self,
        policy: WorkingPolicy,
        text: Text,
        status: LanguageStatus,
        record: EditionRecord,
        outcome: _Outcome,
    ) -> None:
        latest = record.texts[text.language][-1]
        if latest.status.status == Status.AUTHENTIC:
            outcome.problems.append(changed_text(policy.location, record, text.language))
            return
        files = text_contents(text, latest.revision + 1)
        said = _status_to_record(text.language, status, record)
        act = Correct(text.policy, text.edition, digests(files), said)
        outcome.steps.append(Step(act, files, (text.language,)))

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

    def _lookup(self, moment: datetime, *, drafts: bool = False) -> Lookup:
        planned = {
            name: (policy, self._effective(policy))
            for name, policy in self.project.policies.items()
            if drafts or (policy.edition is not None and name not in self.held)
        }
        return lookup_at(moment, self.project.archive, planned)

    def _effective(self, policy: WorkingPolicy) -> datetime:
        edition = policy.edition
        return (edition and edition.effective.instant) or self.now


def _status_to_record(
    language: str, status: LanguageStatus, record: EditionRecord
) -> LanguageStatus | None:
    """What a ledger line has to say of a text's status, where `edition.json` does not say it.

    A text that the edition did not declare cannot become authentic later: any word that binds is
    part of an edition from its first day, or was announced there as pending.
    """
    declared = record.edition.languages.get(language)
    now = replace(status, pending=False)
    if declared is None:
        return replace(now, status=min(now.status, Status.OFFICIAL, key=_rank))
    return None if replace(declared, pending=False) == now else replace(now, status=declared.status)


def _rank(status: Status) -> int:
    return -list(Status).index(status)
