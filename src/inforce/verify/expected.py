"""Every page and file that the ledger implies, and what has to be on it.

Derived from the archive and the design's section 5 alone, not from the code that makes the site.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inforce.address import LEDGER, Address
from inforce.archive import Archive, EditionRecord, PolicyRecord, TextRecord
from inforce.timeline import State, in_force, predecessor, state


class Kind(StrEnum):
    """What a page is for."""

    HOME = "home"
    CHANGELOG = "changelog"
    CANONICAL = "canonical"
    DATED = "dated"
    CHANGES = "changes"
    HISTORY = "history"
    PARALLEL = "parallel"
    CLAUSES = "clauses"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Expected:
    """A page that has to be there.

    `edition` is the edition that it has to show, None where it shows none; `canonical` is the
    address that search engines have to be told, of an alias the address that it leads to.
    """

    kind: Kind
    address: Address
    canonical: Address
    edition: EditionRecord | None = None
    state: State | None = None

    @property
    def texts(self) -> Mapping[str, TextRecord]:
        """The texts of its edition as they are now, by language."""
        held = self.edition.texts if self.edition else {}
        return {language: found[-1] for language, found in held.items() if found}


@dataclass(frozen=True, slots=True)
class Stand:
    """What a site has to show: its archive, as of a moment, and where.

    `base` is the site's base address; the first of `languages` stands at its root.
    """

    archive: Archive
    base: str
    languages: tuple[str, ...]
    moment: datetime

    @property
    def root(self) -> str:
        """The language whose pages stand at the root."""
        return self.languages[0]

    def text(self, record: EditionRecord, wanted: str) -> TextRecord | None:
        """The text that readers of a language see: theirs, else the one that stands in for it.

        None where no text of the edition is left.
        """
        edition = record.edition
        order = (wanted, edition.fallback, edition.prevails, *self.languages, *record.texts)
        return next((record.texts[one][-1] for one in order if record.texts.get(one)), None)

    def reference(self, record: EditionRecord, language: str, policy: str, clause: str) -> str:
        """Where a reference in an edition leads, as `path#fragment`; empty where nowhere.

        The edition that was in force when the referring one took effect, else the nearest that
        has the clause, else the policy's history (design, section 3.2).
        """
        other = self.archive.policies.get(policy)
        if other is None:
            return ""
        effective = record.edition.effective
        held = [one for one in other.editions if one.withdrawn is None and _holds(one, clause)]
        then = in_force(other, effective)
        if then in held:
            held = [then]
        if not held:
            return Address(language, policy, view="history").output(self.root)
        near = min(held, key=lambda one: abs(one.edition.effective - effective))
        path = Address(language, policy, near.edition.id).output(self.root)
        return f"{path}#{clause}" if clause else path

    def pages(self) -> Iterator[Expected]:
        """Every page that has to be there, in each language."""
        for record in self.archive.policies.values():
            states = {one.edition.id: self._state(record, one) for one in record.editions}
            for language in self.languages:
                yield from self._policy(record, states, language)
        for language in self.languages:
            yield _plain(Kind.HOME, Address(language))
            yield _plain(Kind.CHANGELOG, Address(language, view="changelog"))

    def _state(self, record: PolicyRecord, one: EditionRecord) -> State:
        return state(record, one.edition.id, self.moment)

    def _policy(
        self, record: PolicyRecord, states: Mapping[str, State], language: str
    ) -> Iterator[Expected]:
        main = Address(language, record.policy)
        current = in_force(record, self.moment)
        yield Expected(Kind.CANONICAL, main, main, current, State.IN_FORCE if current else None)
        yield _plain(Kind.HISTORY, Address(language, record.policy, view="history"))
        shown = self._shown(record, states)
        for kind in (Kind.PARALLEL, Kind.CLAUSES):
            address = Address(language, record.policy, view=kind)
            yield Expected(kind, address, address, shown, states[shown.edition.id])
        for one in record.editions:
            own, where = Address(language, record.policy, one.edition.id), states[one.edition.id]
            canonical = main if where is State.IN_FORCE else own
            yield Expected(Kind.DATED, own, canonical, one, where)
            if predecessor(record, one.edition.id):
                changes = Address(language, record.policy, one.edition.id, view="changes")
                yield Expected(Kind.CHANGES, changes, changes, one, where)
        for alias in sorted({alias for one in record.editions for alias in one.edition.aliases}):
            yield Expected(Kind.ALIAS, Address(language, alias.strip("/")), main)

    def _shown(self, record: PolicyRecord, states: Mapping[str, State]) -> EditionRecord:
        """The edition that the pages show which are not of one: that in force, else the next to
        come, else the last there was.
        """
        by_state: dict[State, list[EditionRecord]] = {}
        for one in record.editions:
            by_state.setdefault(states[one.edition.id], []).append(one)
        coming = by_state.get(State.SCHEDULED, [])[:1]
        past = [one for one in record.editions if one.withdrawn is None] or [*record.editions]
        return [*by_state.get(State.IN_FORCE, []), *coming, past[-1]][0]

    def files(self) -> Iterator[tuple[str, str]]:
        """The path on the site and the recorded SHA-256 of every frozen file."""
        for record in self._editions():
            edition = record.edition
            for name in sorted(record.files.keys() - record.redacted.keys()):
                yield frozen_path(edition.policy, edition.id, name), record.files[name]

    def redacted(self) -> Iterator[str]:
        """The paths on the site of files that may no longer be there."""
        for record in self._editions():
            for name in sorted(record.redacted):
                yield frozen_path(record.edition.policy, record.edition.id, name)

    def _editions(self) -> Iterator[EditionRecord]:
        return (one for record in self.archive.policies.values() for one in record.editions)

    def addresses(self) -> frozenset[str]:
        """The paths of everything that has to be there, as files on the site."""
        pages = (page.address.output(self.root) for page in self.pages())
        ledger = [LEDGER] if self.archive.ledger.entries else []
        return frozenset([*pages, *(path for path, _ in self.files()), *ledger])


def _holds(record: EditionRecord, clause: str) -> bool:
    return not clause or any(place.id == clause for place in record.edition.walk())


def frozen_path(policy: str, edition: str, name: str) -> str:
    """Where a frozen file stands on the site."""
    return Address("", policy, edition, file=name).path("")


def _plain(kind: Kind, address: Address) -> Expected:
    return Expected(kind, address, address)


def languages_of(archive: Archive, shown: Iterable[str] = ()) -> tuple[str, ...]:
    """The languages that an archive names and a site shows, the root language first."""
    named = (
        language
        for record in archive.policies.values()
        for one in record.editions
        for language in (*one.edition.languages, *one.texts)
    )
    return tuple(dict.fromkeys([archive.root, *shown, *named]))
