"""What is known of an edition apart from its words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import total_ordering


@total_ordering
@dataclass(frozen=True, slots=True)
class EditionId:
    """The local date on which an edition takes effect; a second one that day is `…-2`."""

    date: str
    count: int = 1

    @classmethod
    def parse(cls, text: str) -> "EditionId":
        """The id that `text` writes; raises ValueError where it is none."""
        match = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:-([2-9]|[1-9]\d+))?", text)
        if match is None:
            raise ValueError(f"not an edition id: {text!r}")
        date.fromisoformat(match[1])
        return cls(match[1], int(match[2] or 1))

    def __str__(self) -> str:
        return self.date if self.count == 1 else f"{self.date}-{self.count}"

    def __lt__(self, other: "EditionId") -> bool:
        return (self.date, self.count) < (other.date, other.count)


class Status(StrEnum):
    """The weight of a text in one language."""

    AUTHENTIC = "authentic"
    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """What an edition says of a language: its status, and of a translation, where it is from.

    `pending` means that the text was not ready when the edition was declared.
    """

    status: Status
    pending: bool = False
    source: str = ""
    reviewed: date | None = None


@dataclass(frozen=True, slots=True)
class Applies:
    """From when an edition binds a group of readers, where that is later than it takes effect."""

    to: str
    start: date


@dataclass(frozen=True, slots=True)
class Approval:
    """The act that approved an edition: `by` and `act` are words by language."""

    by: Mapping[str, str] = field(default_factory=dict)
    act: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A clause in the structure of an edition: who it is and what stands below it.

    `marker` is the kind of its number; `fixed` is true where the number is a label written by
    the author instead of counted.
    """

    id: str
    marker: str
    fixed: bool = False
    repealed: bool = False
    clauses: tuple["Place", ...] = ()

    def walk(self) -> Iterator["Place"]:
        """This place and all below it, in reading order."""
        yield self
        for place in self.clauses:
            yield from place.walk()


@dataclass(frozen=True, slots=True)
class Edition:
    """A published edition: everything that is the same in all of its languages.

    `effective` is an instant with its offset. `replaces` is the id of the edition before it, or
    empty. `imported` names the source of an edition that was published elsewhere before.
    `prevails` is a language, `equal` or `unstated`. `address` is absolute.
    """

    policy: str
    id: str
    kind: str
    number: str
    effective: datetime
    languages: Mapping[str, LanguageStatus]
    prevails: str
    fallback: str
    address: str
    change: str = "substantive"
    adopted: date | None = None
    approved: Approval | None = None
    applies: tuple[Applies, ...] = ()
    replaces: str = ""
    imported: str = ""
    aliases: tuple[str, ...] = ()
    preamble: tuple[Place, ...] = ()
    clauses: tuple[Place, ...] = ()
    annexes: tuple[Place, ...] = ()

    def walk(self) -> Iterator[Place]:
        """Every clause of the preamble, the body and the annexes, in reading order."""
        for group in (self.preamble, self.clauses, self.annexes):
            for place in group:
                yield from place.walk()
