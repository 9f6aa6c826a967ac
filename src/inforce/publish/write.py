"""Carrying acts out: files first, each written once, then the line that makes them count.

Interrupted at any point, the ledger is as it was before an act or as it is after it. Files
without a line were never published, and the next run replaces them.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from inforce.address import LEDGER, edition_folder
from inforce.ledger import Act, Ledger, Publish, dump
from inforce.problems import InforceError
from inforce.publish.freeze import Files
from inforce.publish.plan import Step

WORKSHOP = ".inforce-publish-"


@contextmanager
def alone(content: Path) -> Iterator[None]:
    """Keeps every other publication of this content folder out; raises InforceError if one runs."""
    handle = os.open(content, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InforceError("another publication is running; try again when it is done") from error
    else:
        for left in content.glob(f"{WORKSHOP}*"):
            shutil.rmtree(left)
        yield
    finally:
        os.close(handle)


def record_step(content: Path, ledger: Ledger, step: Step, moment: datetime) -> Ledger:
    """Freeze the files of a step and record it; returns the longer ledger.

    Raises InforceError where a file cannot be written; then nothing is recorded.
    """
    folder = content / edition_folder(step.act.policy, step.act.edition)
    with _workshop(content) as workshop:
        _write_all(workshop, step.files)
        if isinstance(step.act, Publish):
            _place_folder(workshop, folder)
        else:
            _place_files(workshop, folder, step.files)
        return record(content, ledger, step.act, moment)


def record(content: Path, ledger: Ledger, act: Act, moment: datetime) -> Ledger:
    """Record an act; returns the longer ledger. The file is exchanged in one step."""
    longer = ledger.append(act, moment)
    with _workshop(content) as workshop:
        _write_all(workshop, {LEDGER: dump(longer)})
        (workshop / LEDGER).replace(content / LEDGER)
        _sync(content)
    return longer


@contextmanager
def _workshop(content: Path) -> Iterator[Path]:
    """A folder beside the files to be written, on the same file system, gone at the end."""
    try:
        path = Path(tempfile.mkdtemp(prefix=WORKSHOP, dir=content))
    except OSError as error:
        raise InforceError(f"{content} cannot be written: {error.strerror}") from error
    try:
        yield path
    except OSError as error:
        message = f"nothing was recorded: {error.filename or content}: {error.strerror}"
        raise InforceError(message) from error
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _write_all(folder: Path, files: Files) -> None:
    for name, data in files.items():
        with (folder / name).open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    _sync(folder)


def _place_folder(workshop: Path, folder: Path) -> None:
    """Put a whole edition in its place; what an interrupted run left there never counted."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir()
    _place_files(workshop, folder, (path.name for path in workshop.iterdir()))
    _sync(folder.parent)


def _place_files(workshop: Path, folder: Path, names: Iterable[str]) -> None:
    for name in list(names):
        (workshop / name).replace(folder / name)
    _sync(folder)


def _sync(folder: Path) -> None:
    """Make the entries of a folder outlast a power failure."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
