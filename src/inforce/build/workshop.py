"""The hidden folder beside the live one in which a new site is made.

It is `.inforce-build-<name>`; a lock on the file `lock` in it says whether a build is at work.
The system lets go of the lock when the last process of that build ends, however it ends, so what
a killed build left behind is known for certain and removed by the next one.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from inforce.problems import InforceError


class BusyError(InforceError):
    """Another build of the same folder is at work."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """A folder of our own: `site` is where the new site is to be made.

    A child process that inherits the descriptor `lock` holds the lock as well.
    """

    folder: Path
    lock: int

    @property
    def site(self) -> Path:
        """Where the new site is made; it does not exist yet."""
        return self.folder / "site"


def workshop_of(live: Path) -> Path:
    """The workshop of the live folder `live`, beside it."""
    return live.with_name(f".inforce-build-{live.name}")


@contextmanager
def workshop(live: Path) -> Iterator[Workshop]:
    """An empty workshop for `live`, removed at the end; raises BusyError, OSError."""
    folder = workshop_of(live)
    descriptor = _claim(folder)
    try:
        _empty(folder)
        yield Workshop(folder, descriptor)
    finally:
        try:
            _empty(folder)
            (folder / "lock").unlink()
            # A build that starts at this moment may have put its lock there already.
            with suppress(OSError):
                folder.rmdir()
        finally:
            os.close(descriptor)


def _claim(folder: Path) -> int:
    """A descriptor that holds the lock of `folder`."""
    while True:
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        try:
            descriptor = os.open(folder / "lock", flags, 0o600)
        except FileNotFoundError:
            continue  # the build before us has just cleared its folder away
        if _locked(descriptor, folder):
            return descriptor


def _locked(descriptor: int, folder: Path) -> bool:
    """Whether we now hold the lock that others see; closes `descriptor` where not."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
        os.close(descriptor)
        raise BusyError(
            f"Another build of {folder.name.removeprefix('.inforce-build-')} is at work"
            f" (process {holder or 'unknown'}): wait for its end."
        ) from None
    if not _still_there(descriptor, folder):
        os.close(descriptor)
        return False
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
    return True


def _still_there(descriptor: int, folder: Path) -> bool:
    """Whether the locked file is the one by that name, not one that was just removed."""
    try:
        return os.path.samestat(os.fstat(descriptor), (folder / "lock").stat())
    except FileNotFoundError:
        return False


def _empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.name == "lock":
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
