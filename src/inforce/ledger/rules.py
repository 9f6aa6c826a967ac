"""Which act the ledger can take after what it holds already."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from inforce.ledger.acts import Act, Add, Correct, Open, Publish, Redact, Repeal, Withdraw
from inforce.ledger.lines import texts_of
from inforce.model import EditionId


class Fault(NamedTuple):
    """Why an act cannot stand where it stands, and what to do instead."""

    message: str
    hint: str = ""


class Recorded(Protocol):
    """What the rules look at in a line."""

    @property
    def act(self) -> Act:
        """What the line records."""

    @property
    def recorded(self) -> datetime:
        """When it was recorded."""


@dataclass(slots=True)
class _Edition:
    effective: datetime
    recorded: datetime
    files: dict[str, str]
    withdrawn: bool = False
    redacted: set[str] = field(default_factory=set)

    def revisions(self) -> Mapping[str, int]:
        """The last revision of each language."""
        return dict(sorted(texts_of(self.files)))


@dataclass(slots=True)
class _Policy:
    editions: dict[str, _Edition] = field(default_factory=dict)
    repeal: datetime | None = None

    @property
    def standing(self) -> dict[str, _Edition]:
        """The editions that were not withdrawn."""
        return {key: one for key, one in self.editions.items() if not one.withdrawn}

    def before(self, moment: datetime) -> str:
        """The edition that an edition effective at `moment` would replace; empty for none."""
        earlier = {key: one for key, one in self.standing.items() if one.effective < moment}
        return max(earlier, key=lambda key: earlier[key].effective, default="")

    def known_since(self) -> datetime | None:
        """From when this ledger itself says what was in force; before, it only reports."""
        starts = [max(one.effective, one.recorded) for one in self.standing.values()]
        return min(starts, default=None)


@dataclass(slots=True)
class History:
    """What the lines so far amount to."""

    opened: bool = False  # by `open`, or by another first line, which was a fault then
    policies: dict[str, _Policy] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[Recorded]) -> "History":
        """The history that these lines amount to."""
        history = cls()
        for line in lines:
            history.take(line.act, line.recorded)
        return history

    def take(self, act: Act, recorded: datetime) -> None:
        """Follow an act, as far as it can be followed."""
        self.opened = True
        match act:
            case Publish():
                policy = self.policies.setdefault(act.policy, _Policy())
                edition = _Edition(act.effective, recorded, dict(act.files))
                policy.editions.setdefault(act.edition, edition)
            case Repeal():
                if (known := self.policies.get(act.policy)) and known.repeal is None:
                    known.repeal = act.effective
            case Add() | Correct() | Withdraw() | Redact():
                if found := self._find(act.policy, act.edition):
                    _take_edition(found, act)

    def _find(self, policy: str, edition: str) -> _Edition | None:
        known = self.policies.get(policy)
        return known.editions.get(edition) if known else None

    def faults(self, act: Act, recorded: datetime) -> Iterator[Fault]:
        """Everything that keeps the ledger from taking this act now."""
        if isinstance(act, Open):
            if self.opened:
                yield Fault("the ledger was opened already", "`open` is its first line only.")
            return
        if not self.opened:
            yield Fault("the ledger was not opened", "Its first line has to be `open`.")
        match act:
            case Publish():
                policy = self.policies.get(act.policy, _Policy())
                yield from _publish_faults(policy, act, recorded)
            case Repeal():
                yield from self._repeal_faults(act, recorded)
            case _:
                yield from self._edition_faults(act, recorded)

    def _repeal_faults(self, act: Repeal, recorded: datetime) -> Iterator[Fault]:
        policy = self.policies.get(act.policy)
        if policy is None:
            yield Fault(f"no policy `{act.policy}` was published")
            return
        if policy.repeal is not None:
            yield Fault(f"`{act.policy}` was repealed already")
        for key, edition in policy.standing.items():
            if edition.effective >= act.effective:
                hint = "Withdraw it first, or repeal the policy later."
                yield Fault(f"the edition `{key}` would take effect after the repeal", hint)
        if not policy.before(act.effective):
            yield Fault("no edition takes effect before the repeal")
        yield from _past_faults(policy, act.effective, recorded)
        for successor in act.successors:
            if successor not in self.policies or successor == act.policy:
                hint = "Publish it first."
                yield Fault(f"the successor `{successor}` is not another published policy", hint)

    def _edition_faults(
        self, act: Add | Correct | Withdraw | Redact, recorded: datetime
    ) -> Iterator[Fault]:
        edition = self._find(act.policy, act.edition)
        if edition is None:
            yield Fault(f"no edition `{act.edition}` of `{act.policy}` was published")
            return
        match act:
            case Withdraw():
                yield from _withdraw_faults(edition, recorded)
            case Redact():
                yield from _redact_faults(edition, act)
            case Add() | Correct():
                yield from _text_faults(edition, act)


def _take_edition(edition: _Edition, act: Add | Correct | Withdraw | Redact) -> None:
    match act:
        case Withdraw():
            edition.withdrawn = True
        case Redact():
            edition.redacted.update(act.files)
        case Add() | Correct():
            edition.files = {**act.files, **edition.files}


def _publish_faults(policy: _Policy, act: Publish, recorded: datetime) -> Iterator[Fault]:
    if act.edition in policy.editions:
        yield Fault(f"the edition `{act.edition}` of `{act.policy}` was published already")
        return
    yield from _number_faults(policy, act)
    for key, edition in policy.standing.items():
        if edition.effective == act.effective:
            yield Fault(f"the edition `{key}` takes effect at the same instant")
    if policy.repeal is not None and act.effective >= policy.repeal:
        yield Fault(f"`{act.policy}` is repealed by then", "A repealed policy stays so.")
    before = policy.before(act.effective)
    if act.replaces != before:
        yield Fault(f"it has to replace {_named(before)}, not {_named(act.replaces)}")
    yield from _past_faults(policy, act.effective, recorded)
    for language, revision in texts_of(act.files):
        if revision != 1:
            yield Fault(f"a first text of `{language}` is not revision {revision}")


def _number_faults(policy: _Policy, act: Publish) -> Iterator[Fault]:
    identity = EditionId.parse(act.edition)
    if identity.count > 1:
        earlier = str(EditionId(identity.date, identity.count - 1))
        if earlier not in policy.editions:
            yield Fault(f"there is no edition `{earlier}` before `{act.edition}`")


def _named(edition: str) -> str:
    return f"`{edition}`" if edition else "none"


def _past_faults(policy: _Policy, effective: datetime, recorded: datetime) -> Iterator[Fault]:
    """What was in force while this ledger was kept cannot become another thing later."""
    since = policy.known_since()
    if since is not None and since < effective < recorded:
        yield Fault(
            f"it would take effect in the past ({effective.isoformat()}), when this ledger "
            f"already said what was in force",
            f"Only what took effect up to {since.isoformat()} can still be added.",
        )


def _withdraw_faults(edition: _Edition, recorded: datetime) -> Iterator[Fault]:
    if edition.withdrawn:
        yield Fault("the edition was withdrawn already")
    if recorded >= edition.effective:
        hint = "Publish a new edition, or repeal the policy."
        yield Fault(f"the edition took effect at {edition.effective.isoformat()}", hint)


def _redact_faults(edition: _Edition, act: Redact) -> Iterator[Fault]:
    for name, digest in act.files.items():
        if name not in edition.files:
            yield Fault(f"the edition has no file `{name}`")
        elif edition.files[name] != digest:
            yield Fault(f"the digest of `{name}` is not the recorded one")
        elif name in edition.redacted:
            yield Fault(f"`{name}` was redacted already")


def _text_faults(edition: _Edition, act: Add | Correct) -> Iterator[Fault]:
    if edition.withdrawn:
        yield Fault("the edition was withdrawn", "Nothing can be added to it.")
    ((language, revision),) = texts_of(act.files)
    last = edition.revisions().get(language, 0)
    if isinstance(act, Correct) and not last:
        yield Fault(f"the edition has no text `{language}` to correct", "It can be added.")
    elif isinstance(act, Add) and last:
        yield Fault(f"the edition has the text `{language}` already", "It can be corrected.")
    elif revision != last + 1:
        yield Fault(f"the next revision of `{language}` is {last + 1}, not {revision}")
