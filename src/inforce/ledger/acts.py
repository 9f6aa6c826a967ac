"""What a line of the ledger can record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from inforce.model import LanguageStatus

FORMAT = "inforce-ledger-v1"


@dataclass(frozen=True, slots=True)
class Open:
    """The first line: the base address, the root language and the time zone of the site."""

    base: str
    root: str
    timezone: str
    format: str = FORMAT


@dataclass(frozen=True, slots=True)
class Publish:
    """An edition is published.

    `replaces` is the edition that stood before it when it was recorded, or empty; `effective` is
    an instant with the offset of the site's local time; `files` are digests (SHA-256, lowercase
    hexadecimal) by file name.
    """

    policy: str
    edition: str
    replaces: str
    effective: datetime
    adopted: date | None = None
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Add:
    """A text that was not ready when its edition was published.

    `status` says what the text is where `edition.json` does not say it, or says it no longer: for
    a language that the edition does not declare, or for a translation reviewed since.
    """

    policy: str
    edition: str
    files: Mapping[str, str]
    status: LanguageStatus | None = None


@dataclass(frozen=True, slots=True)
class Correct:
    """A new revision of a text that is not authentic; the earlier one stays.

    `status` is as in `Add`, and says nothing of other revisions.
    """

    policy: str
    edition: str
    files: Mapping[str, str]
    status: LanguageStatus | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A scheduled edition is taken back before it takes effect."""

    policy: str
    edition: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Repeal:
    """A policy ends at an instant; `successors` are the policies that take its place."""

    policy: str
    effective: datetime
    successors: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Redact:
    """Files of an edition are removed; their digests and the reason stay."""

    policy: str
    edition: str
    files: Mapping[str, str]
    reason: str


Act = Open | Publish | Add | Correct | Withdraw | Repeal | Redact
