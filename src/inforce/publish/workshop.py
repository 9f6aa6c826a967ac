"""The place where a publication is made, and what becomes of it when the run breaks off.

A workshop is a folder beside the content: it holds the files of one act and the ledger as it will
be. The files are put in their place, then the ledger is exchanged in one step. So at every moment
the ledger is as it was before an act or as it is after it; and as long as a workshop holds a
ledger, the files of its last line do not count yet, and can be taken back.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from inforce.address import LEDGER, edition_folder
from inforce.ledger import Act, Add, Correct, Publish, parse
from inforce.problems import InforceError

PREFIX = ".inforce-publish-"

Freezing = Publish | Add | Correct


@contextmanager
def alone(content: Path) -> Iterator[None]:
    """Keeps every other publication of this content folder out, and clears up after a broken one.

    Raises InforceError where another one is running.
    """
    handle = os.open(content, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InforceError("another publication is running; try again when it is done") from error
    else:
        for workshop in _workshops(content):
            _clear(content, workshop)
        yield
    finally:
        os.close(handle)


@contextmanager
def workshop(content: Path) -> Iterator[Path]:
    """A new workshop, on the same file system as the content, and gone at the end.

    Raises InforceError where something cannot be written; then nothing is left in its place that
    was not recorded.
    """
    try:
        path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=content))
    except OSError as error:
        raise InforceError(f"{content} cannot be written: {error.strerror}") from error
    try:
        yield path
    except OSError as error:
        place = error.filename or content
        message = f"{place}: {error.strerror}; try again when that is mended"
        raise InforceError(message) from error
    finally:
        # What cannot be cleared away now is cleared away by the next run.
        with suppress(OSError):
            _clear(content, path)


def interrupted(content: Path) -> tuple[Freezing, ...]:
    """The acts whose files a broken run may have left behind without recording them."""
    found = (_unrecorded(content, one) for one in _workshops(content))
    return tuple(act for act in found if act is not None)


def folder_of(content: Path, act: Freezing) -> Path:
    """The folder of an edition; raises InforceError where it lies outside the content."""
    folder = content / edition_folder(act.policy, act.edition)
    for path in (folder, folder.parent, folder.parent.parent):
        if path.is_symlink():
            raise InforceError(f"{path} is a link to another place; put a folder there instead")
    return folder


def _workshops(content: Path) -> list[Path]:
    found = sorted(content.glob(f"{PREFIX}*"))
    return [path for path in found if path.is_dir() and not path.is_symlink()]


def _clear(content: Path, path: Path) -> None:
    act = _unrecorded(content, path)
    if act is not None:
        _take_back(folder_of(content, act), act)
    shutil.rmtree(path)


def _unrecorded(content: Path, path: Path) -> Freezing | None:
    """The act of the last line of a workshop's ledger, where that line is all that it adds.

    None where nothing was placed yet, where the act is recorded, or where the ledger has gone
    another way since: then someone else may have published what was placed.
    """
    longer, held = _bytes(path / LEDGER), _bytes(content / LEDGER)
    if not longer.startswith(held):
        return None
    ledger, problems = parse(longer, LEDGER)
    added: list[Act] = [entry.act for entry in ledger.entries[held.count(b"\n") :] if entry.prev]
    if problems or len(added) != 1 or not isinstance(added[0], Freezing):
        return None
    return added[0]


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _take_back(folder: Path, act: Freezing) -> None:
    if isinstance(act, Publish):
        if folder.exists():
            shutil.rmtree(folder)
    else:
        for name in act.files:
            (folder / name).unlink(missing_ok=True)
