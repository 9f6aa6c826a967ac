"""What is due for an edition that is published: texts added later, translations corrected."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from inforce.address import text_files
from inforce.archive import EditionRecord, PolicyRecord, TextRecord
from inforce.ledger import Add, Correct, texts_of
from inforce.model import LanguageStatus, Place, Status, Text, WorkingEdition, WorkingPolicy
from inforce.problems import Problem
from inforce.publish.freeze import digests, text_contents
from inforce.publish.step import Outcome, Step, has_errors
from inforce.publish.unchanged import (
    NEW_EDITION,
    as_ready,
    changed_text,
    check_declared,
    check_new_aliases,
    check_status,
    check_weight,
)
from inforce.resolve import Lookup, generated, places, same_words

Resolve = Callable[[str, Lookup], tuple[Text, tuple[Problem, ...]]]


def amend(
    policy: WorkingPolicy,
    edition: WorkingEdition,
    published: EditionRecord,
    record: PolicyRecord,
    resolve: Resolve,
    lookup: Lookup,
) -> Outcome:
    """What the working text of a published edition adds to it, and what it must not change.

    `resolve` gives the working text in a language, and what is wrong in it. A text that was not
    understood whole is not compared.
    """
    if not policy.sound:
        return Outcome()
    outcome = Outcome(problems=list(check_declared(policy, edition, published)))
    if published.withdrawn is not None:
        return outcome
    outcome.problems += check_weight(policy, published)
    outcome.problems += check_new_aliases(policy, record)
    amender = _Amender(policy, published, resolve, lookup, outcome)
    for language, status in policy.languages.items():
        amender.language(language, status)
    if outcome.steps and not has_errors(outcome.problems):
        amender.check_structure()
    return outcome


@dataclass(frozen=True, slots=True)
class _Amender:
    policy: WorkingPolicy
    published: EditionRecord
    resolve: Resolve
    lookup: Lookup
    outcome: Outcome

    def language(self, language: str, status: LanguageStatus) -> None:
        """Note what is due, or wrong, in one language."""
        revision = self._last_revision(language)
        if status.pending:
            self._check_pending(language)
        elif not revision:
            self._add(language, status)
        elif latest := self._held(language, revision):
            self._compare(language, status, latest)
        elif text_files(language, revision)[0] in self.published.redacted:
            self._after_redaction(language, status, revision)

    def _last_revision(self, language: str) -> int:
        """The last revision of a text, redacted or not; 0 where there is none."""
        texts = texts_of(self.published.files)
        return max((number for code, number in texts if code == language), default=0)

    def _held(self, language: str, revision: int) -> TextRecord | None:
        texts = self.published.texts.get(language, ())
        return next((one for one in texts if one.revision == revision), None)

    def _check_pending(self, language: str) -> None:
        texts = self.published.texts.get(language)
        if texts and texts[-1].status.status == Status.AUTHENTIC:
            message = f"`{language}` is published in edition {self.published.edition.id}"
            hint = "Take `pending: true` away; an authentic text does not become pending again."
            self._problem("languages", message, hint)

    def _add(self, language: str, status: LanguageStatus) -> None:
        text, problems = self.resolve(language, self.lookup)
        self.outcome.problems += problems
        if not has_errors(problems):
            self._step(Add, text, 1, status)

    def _compare(self, language: str, status: LanguageStatus, latest: TextRecord) -> None:
        working, _ = self.resolve(language, generated)
        if same_words(working, latest.text):
            self.outcome.problems += check_status(self.policy, language, status, latest.status)
            return
        text, problems = self.resolve(language, self.lookup)
        self.outcome.problems += problems
        if latest.status.status == Status.AUTHENTIC:
            problem = changed_text(self.policy, self.published, language, working, latest.text)
            self.outcome.problems.append(problem)
        elif not has_errors(problems):
            self._step(Correct, text, latest.revision + 1, status)

    def _after_redaction(self, language: str, status: LanguageStatus, revision: int) -> None:
        """The last revision was redacted: it must not come back, nor be replaced where it binds."""
        text, problems = self.resolve(language, self.lookup)
        self.outcome.problems += problems
        if has_errors(problems):
            return
        written = digests(text_contents(text, revision))
        name, _ = text_files(language, revision)
        if written[name] == self.published.files[name] or status.status == Status.AUTHENTIC:
            message = f"this text of edition {self.published.edition.id} was redacted [{language}]"
            hint = "Take out what must not be published, and declare a new edition."
            self._problem("redacted", message, hint)
        else:
            self._step(Correct, text, revision + 1, status)

    def _step(
        self, act: type[Add] | type[Correct], text: Text, revision: int, status: LanguageStatus
    ) -> None:
        files = text_contents(text, revision)
        said = self._said(text.language, status)
        line = act(text.policy, text.edition, digests(files), said)
        self.outcome.steps.append(Step(line, files, (text.language,)))

    def _said(self, language: str, status: LanguageStatus) -> LanguageStatus | None:
        """What the line has to say of a text, where `edition.json` does not say it."""
        declared = self.published.edition.languages.get(language)
        now = as_ready(status)
        return None if declared and as_ready(declared) == now else now

    def check_structure(self) -> None:
        """A text that comes later has the clauses of its edition."""
        edition = self.published.edition
        frozen = (edition.preamble, edition.clauses, edition.annexes)
        if [_shape(group) for group in places(self.policy)] != [_shape(group) for group in frozen]:
            message = f"the clauses are not those of the published edition {edition.id}"
            self._problem("edition", message, NEW_EDITION)

    def _problem(self, check: str, message: str, hint: str) -> None:
        self.outcome.problems.append(Problem(self.policy.location, check, message, hint))


def _shape(group: Iterable[Place]) -> list[object]:
    return [(place.id, place.repealed, _shape(place.clauses)) for place in group]
