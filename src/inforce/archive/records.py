"""What was published, as the ledger and the frozen files say together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from inforce.ledger import Ledger, Open, Redact, Repeal
from inforce.model import Edition, LanguageStatus, Text

TextAct = Literal["publish", "add", "correct"]


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A revision of a text: what was recorded of it, and its canonical text as bytes.

    `revision` counts from 1; `act` is what brought the revision; `files` are the digests of its
    two files by name; `status` is the text's weight at this revision.
    """

    text: Text
    revision: int
    recorded: datetime
    act: TextAct
    files: Mapping[str, str]
    canonical: bytes
    status: LanguageStatus


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """A published edition with the revisions of its texts, oldest first, by language.

    `withdrawn` is the moment when its withdrawal was recorded. `files` are the digests of all its
    files by name, those that were redacted among them; `redacted` is by file name.
    """

    edition: Edition
    recorded: datetime
    texts: Mapping[str, tuple[TextRecord, ...]] = field(default_factory=dict)
    withdrawn: datetime | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    redacted: Mapping[str, Redact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PolicyRecord:
    """All editions of a policy, ordered by effective instant, and its repeal."""

    policy: str
    editions: tuple[EditionRecord, ...]
    repeal: Repeal | None = None

    def edition(self, edition_id: str) -> EditionRecord:
        """The edition with this id; raises KeyError where there is none."""
        for record in self.editions:
            if record.edition.id == edition_id:
                return record
        raise KeyError(edition_id)


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything that was published: the ledger and, by policy id, its editions."""

    ledger: Ledger
    policies: Mapping[str, PolicyRecord] = field(default_factory=dict)

    @property
    def opening(self) -> Open | None:
        """The act of the ledger's first line; None while nothing is published."""
        return self.ledger.opening

    @property
    def base(self) -> str:
        """The base address that the ledger was opened with; empty while nothing is published."""
        return self.opening.base if self.opening else ""

    @property
    def root(self) -> str:
        """The root language that the ledger was opened with; empty while nothing is published."""
        return self.opening.root if self.opening else ""

    @property
    def timezone(self) -> str:
        """The time zone that the ledger was opened with; empty while nothing is published."""
        return self.opening.timezone if self.opening else ""
