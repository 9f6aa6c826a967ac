"""Reading `content/`: every frozen file against its digest, its inside against its line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from inforce.address import EDITION, LEDGER, text_files
from inforce.archive.agreement import edition_faults, status_faults, text_faults, text_status
from inforce.archive.claims import EditionClaim, TextClaim, claims
from inforce.archive.folder import ROOT, Folder
from inforce.archive.records import Archive, EditionRecord, PolicyRecord, TextRecord
from inforce.frozen import FrozenError, canonical_text, read_edition, read_text
from inforce.ledger import Ledger, Repeal, parse
from inforce.model import Edition, LanguageStatus
from inforce.problems import Problem


def load(content: Path) -> tuple[Archive, tuple[Problem, ...]]:
    """What the folder `content` says was published, and everything that is wrong with it.

    Without a ledger nothing was published yet. An edition whose `edition.json` is damaged is not
    in the archive, nor is a text whose file is damaged or redacted; so an archive is to be used
    only where no problem is an error.
    """
    folder = Folder(content)
    ledger = _ledger(folder)
    found = claims(ledger)
    records = [record for claim in found if (record := _Reader(folder, claim).edition())]
    folder.report_orphans(claim.folder for claim in found)
    return Archive(ledger, _policies(ledger, records)), tuple(sorted(folder.problems))


def _ledger(folder: Folder) -> Ledger:
    data = folder.ledger()
    if data is None:
        if any(folder.editions()):
            message = "the ledger is missing, but editions were published"
            folder.report(LEDGER, "frozen-missing", message)
        return Ledger()
    ledger, problems = parse(data, f"{ROOT}/{LEDGER}")
    folder.problems.extend(problems)
    return ledger


def _policies(ledger: Ledger, records: Iterable[EditionRecord]) -> Mapping[str, PolicyRecord]:
    repeals = {
        entry.act.policy: entry.act for entry in ledger.entries if isinstance(entry.act, Repeal)
    }
    editions: dict[str, list[EditionRecord]] = {}
    for record in records:
        editions.setdefault(record.edition.policy, []).append(record)
    return {
        policy: PolicyRecord(policy, _by_time(own), repeals.get(policy))
        for policy, own in editions.items()
    }


def _by_time(records: Iterable[EditionRecord]) -> tuple[EditionRecord, ...]:
    return tuple(sorted(records, key=lambda record: record.edition.effective))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the files of one edition."""

    folder: Folder
    claim: EditionClaim

    def edition(self) -> EditionRecord | None:
        """The record of the edition; None where its `edition.json` cannot be used."""
        files = self.folder.sound(self.claim)
        edition = self._edition(files[EDITION]) if EDITION in files else None
        if edition is None:
            return None
        return EditionRecord(
            edition=edition,
            recorded=self.claim.recorded,
            texts=self._texts(edition, files),
            withdrawn=self.claim.withdrawn,
            files=self.claim.files,
            redacted=self.claim.redacted,
        )

    def _report(self, name: str, message: str) -> None:
        self.folder.report(self.claim.folder / name, "frozen-content", message)

    def _edition(self, data: bytes) -> Edition | None:
        try:
            edition = read_edition(data)
        except FrozenError as error:
            self._report(EDITION, str(error))
            return None
        for message in edition_faults(edition, self.claim):
            self._report(EDITION, message)
        same = (edition.policy, edition.id) == (
            self.claim.publish.policy,
            self.claim.publish.edition,
        )
        return edition if same else None

    def _texts(
        self, edition: Edition, files: Mapping[str, bytes]
    ) -> Mapping[str, tuple[TextRecord, ...]]:
        """The texts by language, in the order of the edition's languages, then of the lines."""
        texts: dict[str, tuple[TextRecord, ...]] = dict.fromkeys(edition.languages, ())
        for claim in self.claim.texts:
            status = text_status(edition, claim)
            for message in status_faults(edition, claim, status):
                self._report(next(iter(claim.files)), message)
            record = self._text(edition, claim, status, files)
            if record is not None:
                texts[claim.language] = (*texts.get(claim.language, ()), record)
        return {language: revisions for language, revisions in texts.items() if revisions}

    def _text(
        self,
        edition: Edition,
        claim: TextClaim,
        status: LanguageStatus | None,
        files: Mapping[str, bytes],
    ) -> TextRecord | None:
        name, plain = text_files(claim.language, claim.revision)
        if name not in files or status is None:
            return None
        try:
            text = read_text(files[name])
        except FrozenError as error:
            self._report(name, str(error))
            return None
        for message in text_faults(text, claim, edition):
            self._report(name, message)
        canonical = canonical_text(text)
        if files.get(plain, canonical) != canonical:
            self._report(plain, f"these are not the words of `{name}`")
        return TextRecord(
            text, claim.revision, claim.recorded, claim.act, claim.files, canonical, status
        )
