"""All that was published, seen at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from inforce.archive import Archive, EditionRecord, PolicyRecord, TextRecord
from inforce.ledger import Redact, Withdraw, text_of
from inforce.model import Site
from inforce.site.model import Draft
from inforce.timeline import Period, State, period, predecessor, state
from inforce.zones import local_day


@dataclass(frozen=True, slots=True)
class Standing:
    """An edition and where it stands.

    `before` is the edition in force up to its start, `after` the one from its end on.
    """

    record: EditionRecord
    state: State
    period: Period
    before: EditionRecord | None = None
    after: EditionRecord | None = None


@dataclass(frozen=True)
class PolicyStanding:
    """A policy: its editions ordered by effective instant, the one in force, those to come."""

    record: PolicyRecord
    editions: tuple[Standing, ...]

    @cached_property
    def standing(self) -> Mapping[str, Standing]:
        """Where each edition stands, by id."""
        return {one.record.edition.id: one for one in self.editions}

    def compared_with(self, edition: str) -> Standing | None:
        """The edition that a redline compares this one with; None for a first edition."""
        before = predecessor(self.record, edition)
        return self.standing[before.edition.id] if before else None

    @cached_property
    def current(self) -> Standing | None:
        """The edition in force."""
        return next((one for one in self.editions if one.state is State.IN_FORCE), None)

    @cached_property
    def upcoming(self) -> tuple[Standing, ...]:
        """The scheduled editions, the next one first."""
        return tuple(one for one in self.editions if one.state is State.SCHEDULED)

    @cached_property
    def last(self) -> Standing:
        """The last edition that was or will be in force, else the last one of all."""
        valid = [one for one in self.editions if one.state is not State.WITHDRAWN]
        return (valid or self.editions)[-1]

    @property
    def shown(self) -> Standing:
        """The edition that gives the policy its title: in force, else to come, else the last."""
        return self.current or next(iter(self.upcoming), self.last)

    @property
    def repealed(self) -> bool:
        """Whether the policy has ended."""
        return self.record.repeal is not None and self.current is None and not self.upcoming

    @property
    def complete(self) -> bool:
        """Whether the earliest edition held here is the first one there was."""
        number = self.editions[0].record.edition.number
        return not (number.isdecimal() and int(number) > 1)


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that stands on a page of an edition for readers of the language `wanted`.

    `record` is None where no text is left; `redaction` says why the wanted one is gone.
    """

    wanted: str
    record: TextRecord | None
    redaction: Redact | None = None

    @property
    def language(self) -> str:
        """The language of the text; the wanted one where there is none."""
        return self.record.text.language if self.record else self.wanted

    @property
    def missing(self) -> bool:
        """Whether the wanted text is not there."""
        return self.record is None or self.language != self.wanted


@dataclass(frozen=True)
class Publication:
    """An archive with its site's settings at a moment; `drafts` are working texts to preview."""

    archive: Archive
    site: Site
    moment: datetime
    drafts: tuple[Draft, ...] = ()
    _later: dict[datetime, "Publication"] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def at(self, moment: datetime) -> "Publication":
        """The same, seen at another moment."""
        if moment not in self._later:
            self._later[moment] = replace(self, moment=moment)
        return self._later[moment]

    @property
    def root(self) -> str:
        """The language whose pages stand at the root."""
        return self.site.languages[0]

    @cached_property
    def policies(self) -> Mapping[str, PolicyStanding]:
        """Where each published policy stands, by id, in the order of their first publication."""
        return {
            policy: PolicyStanding(record, _standings(record, self.moment))
            for policy, record in self.archive.policies.items()
            if record.editions
        }

    @cached_property
    def _withdrawals(self) -> Mapping[tuple[str, str], Withdraw]:
        acts = (entry.act for entry in self.archive.ledger.entries)
        return {(act.policy, act.edition): act for act in acts if isinstance(act, Withdraw)}

    def withdrawal(self, record: EditionRecord) -> Withdraw | None:
        """The act that withdrew an edition."""
        return self._withdrawals.get((record.edition.policy, record.edition.id))

    def shown(self, record: EditionRecord, wanted: str) -> Shown:
        """The text of an edition for readers of a language: that one, or what stands in for it."""
        edition = record.edition
        order = (wanted, edition.fallback, edition.prevails, *self.site.languages, *record.texts)
        texts = (record.texts[language][-1] for language in order if record.texts.get(language))
        return Shown(wanted, next(texts, None), _redaction(record, wanted))

    def titled(self, policy: str, language: str) -> Shown:
        """The text that gives a published policy its title for readers of a language now."""
        return self.shown(self.policies[policy].shown.record, language)

    def title(self, policy: str, language: str) -> str:
        """The title of a policy as readers of a language see it now; its id where it has none.

        One that is not published yet has the title of its draft.
        """
        if policy not in self.policies:
            return next(
                (one.title(language) for one in self.drafts if one.policy == policy), policy
            )
        record = self.titled(policy, language).record
        return record.text.title if record else policy

    def day(self, moment: datetime) -> date:
        """The local date of a moment that is not the site's own wall time."""
        return local_day(moment, self.site.timezone)


def _redaction(record: EditionRecord, language: str) -> Redact | None:
    acts = (act for name, act in record.redacted.items() if (text_of(name) or "")[0] == language)
    return next(acts, None)


def _standings(record: PolicyRecord, moment: datetime) -> tuple[Standing, ...]:
    valid = [one for one in record.editions if one.withdrawn is None]
    before = dict(zip((one.edition.id for one in valid), [None, *valid], strict=False))
    after = dict(zip((one.edition.id for one in valid), [*valid[1:], None], strict=False))
    return tuple(
        Standing(
            one,
            state(record, one.edition.id, moment),
            period(record, one.edition.id),
            before.get(one.edition.id),
            after.get(one.edition.id),
        )
        for one in record.editions
    )
