"""The working text: what people edit, in all languages at once, with source positions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from inforce.model.edition import Applies, LanguageStatus
from inforce.model.location import NOWHERE, Location


class Marker(StrEnum):
    """The kind of a clause's number; each kind counts by itself among siblings."""

    DECIMAL = "decimal"
    ORDINAL = "ordinal"
    POINT = "point"
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """A string as it is written in a source file, and where it starts there.

    `find` gives the place of the character at an offset where the file's lines are not the
    string's: in quotes with escapes, and in text that YAML folds.
    """

    text: str
    location: Location = field(default=NOWHERE, compare=False)
    find: Callable[[int], Location] | None = field(default=None, compare=False, repr=False)

    def at(self, offset: int) -> Location:
        """The place of the character at `offset`."""
        if self.find:
            return self.find(offset)
        before = self.text[:offset]
        line = self.location.line + before.count("\n")
        column = self.location.column + offset - (before.rfind("\n") + 1)
        return replace(self.location, line=line, column=column)


# A value by language; the key "" holds what is the same in every language.
Localized = Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Exemption:
    """A check that is not heeded somewhere, and why.

    `policy`, `clause` and `edition` (the number) narrow it down; where they are empty it holds
    everywhere. A clause is meant with all clauses below it.
    """

    check: str
    reason: str
    policy: str = ""
    clause: str = ""
    edition: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class CheckSetting:
    """What `content/site.yml` says of a check: its severity (empty: its own), its exemptions.

    `known` are names that the check may meet anywhere.
    """

    severity: str = ""
    exemptions: tuple[Exemption, ...] = ()
    known: tuple[str, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class WorkingClause:
    """A clause of the working text; `marker` is None where it is not written.

    `synced` are the languages whose words were looked at after a change of the others, and still
    say the same. `covers` are the points of the policy's profile that it meets.
    """

    id: str
    marker: Marker | None = None
    number: Localized = field(default_factory=dict)
    title: Localized = field(default_factory=dict)
    text: Localized = field(default_factory=dict)
    clauses: tuple["WorkingClause", ...] = ()
    closing: Localized = field(default_factory=dict)
    term: Localized = field(default_factory=dict)
    repealed: bool = False
    covers: tuple[Source, ...] = ()
    synced: tuple[Source, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)

    def walk(self) -> Iterator["WorkingClause"]:
        """This clause and all below it, in reading order."""
        yield self
        for clause in self.clauses:
            yield from clause.walk()


@dataclass(frozen=True, slots=True)
class WorkingPart:
    """What stands in the preface or the conclusions."""

    kind: str
    text: Localized
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Effective:
    """When an edition takes effect: `instant` with an offset, or None for `on posting`."""

    instant: datetime | None
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class WorkingApproval:
    """The act that approves an edition."""

    by: Localized = field(default_factory=dict)
    act: Localized = field(default_factory=dict)
    number: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class WorkingEdition:
    """What the `edition:` of a working text declares; `number` is empty where it is counted."""

    effective: Effective
    number: str = ""
    adopted: date | None = None
    approved: WorkingApproval | None = None
    applies: tuple[Applies, ...] = ()
    change: str = "substantive"
    summary: Localized = field(default_factory=dict)
    imported: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class WorkingPolicy:
    """A policy as its source says it; `edition` is None while the text is only a draft.

    `profile` names the list of contents that the law asks of it, if it follows one. `sound` is
    false where something in the source was not understood, so that parts may seem to be missing.
    """

    policy: str
    kind: str
    title: Localized
    languages: Mapping[str, LanguageStatus]
    prevails: str = "unstated"
    fallback: str = ""
    aliases: tuple[str, ...] = ()
    continuous: bool = False
    edition: WorkingEdition | None = None
    preface: tuple[WorkingPart, ...] = ()
    preamble: tuple[WorkingClause, ...] = ()
    clauses: tuple[WorkingClause, ...] = ()
    conclusions: tuple[WorkingPart, ...] = ()
    annexes: tuple[WorkingClause, ...] = ()
    profile: Source | None = None
    exemptions: tuple[Exemption, ...] = ()
    sound: bool = field(default=True, compare=False)
    location: Location = field(default=NOWHERE, compare=False)

    def walk(self) -> Iterator[WorkingClause]:
        """Every clause of the preamble, the body and the annexes, in reading order."""
        for group in (self.preamble, self.clauses, self.annexes):
            for clause in group:
                yield from clause.walk()


@dataclass(frozen=True, slots=True)
class Site:
    """What `content/site.yml` says: `url` ends with a slash, `languages[0]` stands at the root.

    `facts` are by dotted name (`operator.email`); `notice` is in days; `checks` are by the
    check's id.
    """

    url: str
    languages: tuple[str, ...]
    timezone: str
    facts: Mapping[str, Localized] = field(default_factory=dict)
    notice: int = 0
    checks: Mapping[str, CheckSetting] = field(default_factory=dict)
    location: Location = field(default=NOWHERE, compare=False)
