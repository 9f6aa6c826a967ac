"""What the ledger says of each edition, brought together from its lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from inforce.address import edition_folder, text_files
from inforce.archive.records import TextAct
from inforce.ledger import (
    Add,
    Correct,
    Entry,
    Ledger,
    Publish,
    Redact,
    Withdraw,
    texts_of,
)
from inforce.model import LanguageStatus


@dataclass(frozen=True, slots=True)
class TextClaim:
    """A revision of a text as its line records it."""

    language: str
    revision: int
    recorded: datetime
    act: TextAct
    files: Mapping[str, str]
    seq: int
    status: LanguageStatus | None = None


@dataclass(slots=True)
class EditionClaim:
    """An edition as the ledger's lines record it; `lines` is the line of each file."""

    publish: Publish
    seq: int
    recorded: datetime
    files: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    texts: list[TextClaim] = field(default_factory=list)
    redacted: dict[str, Redact] = field(default_factory=dict)
    withdrawn: datetime | None = None

    @property
    def folder(self) -> PurePosixPath:
        """Where its files stand, relative to `content/`."""
        return edition_folder(self.publish.policy, self.publish.edition)

    def take(self, entry: Entry) -> None:
        """Note what a line says of this edition."""
        match entry.act:
            case Publish(files=files):
                self._take_texts(entry, "publish", files)
            case Add(files=files, status=status):
                self._take_texts(entry, "add", files, status)
            case Correct(files=files, status=status):
                self._take_texts(entry, "correct", files, status)
            case Withdraw():
                self.withdrawn = entry.recorded
            case Redact(files=files):
                self.redacted.update(dict.fromkeys(files, entry.act))

    def _take_texts(
        self,
        entry: Entry,
        act: TextAct,
        files: Mapping[str, str],
        status: LanguageStatus | None = None,
    ) -> None:
        self.files.update(files)
        self.lines.update(dict.fromkeys(files, entry.seq))
        for language, revision in texts_of(files):
            own = {name: files[name] for name in text_files(language, revision)}
            claim = TextClaim(language, revision, entry.recorded, act, own, entry.seq, status)
            self.texts.append(claim)


def claims(ledger: Ledger) -> tuple[EditionClaim, ...]:
    """Every edition that the ledger records, in the order of recording."""
    found: dict[tuple[str, str], EditionClaim] = {}
    for entry in ledger.entries:
        match entry.act:
            case Publish(policy=policy, edition=edition) as act:
                claim = EditionClaim(act, entry.seq, entry.recorded)
                found.setdefault((policy, edition), claim).take(entry)
            case Add() | Correct() | Withdraw() | Redact() as act:
                if known := found.get((act.policy, act.edition)):
                    known.take(entry)
    return tuple(found.values())
