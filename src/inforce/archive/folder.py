"""The files below `content/`, each checked against the digest that the ledger holds."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from inforce.address import LEDGER
from inforce.archive.claims import EditionClaim
from inforce.ledger import text_of
from inforce.model import Location
from inforce.problems import Problem

ROOT = "content"
RESTORE = "Restore it from an earlier copy; a published file never changes."
REMOVE = "Remove it; only `inforce` writes here."
INTERRUPTED = (
    "If `inforce publish` was interrupted, the next one replaces it. If the end of the ledger was "
    "cut off, restore the ledger: `inforce check --base REF` shows it."
)
LINK = "it is a link to another place; only regular files and folders are read"


@dataclass(slots=True)
class Folder:
    """The folder `content/` that is read, and the problems found in it so far."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def report(
        self, file: str | PurePosixPath, check: str, message: str, hint: str = RESTORE
    ) -> None:
        """Note a problem with a file or folder, named relative to the root."""
        self.problems.append(Problem(Location(f"{ROOT}/{file}"), check, message, hint))

    def warn(self, file: str | PurePosixPath, check: str, message: str, hint: str) -> None:
        """Note what does no harm, but should not be."""
        place = Location(f"{ROOT}/{file}")
        self.problems.append(Problem(place, check, message, hint, "warning"))

    def ledger(self) -> bytes | None:
        """The bytes of the ledger; None where there is no such file."""
        path = self.root / LEDGER
        if not path.exists() and not path.is_symlink():
            return None
        return self._read(PurePosixPath(LEDGER))

    def _read(self, file: PurePosixPath) -> bytes | None:
        path = self.root / file
        try:
            return path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            self.report(file, "frozen-file", f"the file cannot be read: {reason}")
            return None

    def sound(self, claim: EditionClaim) -> dict[str, bytes]:
        """The files of an edition that are what the ledger says, by name.

        Each file that is changed or missing, and each that should not be there, is reported.
        A redacted file is never read.
        """
        present = self._names(claim)
        for name in present - claim.files.keys():
            self._report_extra(claim, name)
        for name in present & claim.redacted.keys():
            message = "the file was redacted and is still here; it is not published"
            self.warn(claim.folder / name, "frozen-redacted", message, "Remove it.")
        found = {}
        for name in sorted(claim.files.keys() - claim.redacted.keys()):
            data = self._checked(claim, name, name in present)
            if data is not None:
                found[name] = data
        return found

    def _names(self, claim: EditionClaim) -> set[str]:
        path = self.root / claim.folder
        for part in (path, path.parent, path.parent.parent):
            if part.is_symlink():
                self.report(part.relative_to(self.root).as_posix(), "frozen-extra", LINK)
                return set()
        return {one.name for one in self._listed(path)}

    def _listed(self, path: Path) -> list[Path]:
        """What stands in a folder, in order of name; nothing where there is no folder."""
        try:
            return sorted(path.iterdir()) if path.is_dir() else []
        except OSError as error:
            reason = error.strerror or str(error)
            file = path.relative_to(self.root).as_posix()
            self.report(file, "frozen-file", f"the folder cannot be read: {reason}")
            return []

    def _report_extra(self, claim: EditionClaim, name: str) -> None:
        file = claim.folder / name
        if text_of(name):
            message = "no line of the ledger names this text"
            self.warn(file, "frozen-orphan", message, INTERRUPTED)
        else:
            self.report(file, "frozen-extra", "no line of the ledger names this file", REMOVE)

    def _checked(self, claim: EditionClaim, name: str, present: bool) -> bytes | None:
        file, line = claim.folder / name, claim.lines[name]
        if not present:
            message = f"the file is missing, though line {line} of the ledger records it"
            self.report(file, "frozen-missing", message)
            return None
        if (self.root / file).is_symlink():
            self.report(file, "frozen-extra", LINK)
            return None
        data = self._read(file)
        if data is None or hashlib.sha256(data).hexdigest() == claim.files[name]:
            return data
        message = f"the file was changed: its digest is not the one in line {line} of the ledger"
        self.report(file, "frozen-changed", message)
        return None

    def report_orphans(self, known: Iterable[PurePosixPath]) -> None:
        """Report what stands among the editions without a line in the ledger."""
        folders = set(known)
        for path in self.editions():
            file = PurePosixPath(path.relative_to(self.root).as_posix())
            if file in folders:
                continue
            if path.is_dir() and not path.is_symlink():
                message = "no line of the ledger names this edition"
                self.warn(file, "frozen-orphan", message, INTERRUPTED)
            else:
                self.report(file, "frozen-extra", "no line of the ledger names this", REMOVE)

    def editions(self) -> Iterator[Path]:
        """Everything that stands directly in an `editions/` folder."""
        for editions in sorted(self.root.glob("*/editions")):
            yield from self._listed(editions)
