"""A folder takes another's place in one atomic step.

Linux exchanges two folders with renameat2(2) and RENAME_EXCHANGE: whoever looks at the path sees
the whole old folder or the whole new one. Where that cannot be done, `obstacle` says why before
anything is built, and `inforce.build.releases` is the way around it.
"""

import ctypes
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from inforce.problems import InforceError

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_MOUNTS = Path("/proc/self/mountinfo")


class SwapError(InforceError):
    """The live folder cannot be replaced; it is as it was."""


def exchange(one: Path, other: Path) -> None:
    """Let two existing paths change places at once; raises OSError as renameat2(2) does."""
    failed = _libc().renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def put(new: Path, live: Path) -> None:
    """Put the folder `new` at `live`, durably; what was live then stands at `new`.

    Raises SwapError where the system refuses; then both folders are as they were.
    """
    try:
        flush(new)
        if live.is_dir():
            shutil.copymode(live, new)
            exchange(new, live)
        else:
            new.rename(live)
    except OSError as error:
        raise SwapError(f"{live} cannot be exchanged ({error.strerror}). {RELEASES}") from error
    sync_folder(live.parent)
    sync_folder(new.parent)


def flush(folder: Path) -> None:
    """Write everything of the file system that holds `folder` to disk; raises OSError.

    After a power cut the new name must not lead to files whose bytes never arrived. One
    syncfs(2) does what thousands of fsync(2) would, and also reports a disk that ran full late.
    """
    if not sys.platform.startswith("linux"):
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if _libc().syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


RELEASES = (
    "With --releases each build gets a folder of its own, and one link leads to the newest: "
    "that works everywhere."
)


def obstacle(live: Path, trial: Path) -> str:
    """Why the folder `live` could not be exchanged, in a sentence; empty where it can be.

    `trial` is an empty folder beside `live` in which the exchange is tried out.
    """
    if live.is_symlink():
        return f"{live} is a link, not a folder."
    mounts = mounted_below(live, _MOUNTS.read_text("utf-8") if _MOUNTS.exists() else "")
    if mounts:
        return f"{mounts[0]} is a mount point, and a mount point cannot be exchanged."
    if live.exists() and live.stat().st_dev != live.parent.stat().st_dev:
        return f"{live} is on another file system than the folder around it."
    return _no_right(live) or _no_exchange(trial)


def _no_right(live: Path) -> str:
    """Why this user may not move `live` (a folder that moves is itself written: its `..`)."""
    if not live.exists():
        return ""
    if not os.access(live, os.W_OK | os.X_OK):
        return f"{live} may not be moved by this user."
    parent = live.parent.stat()
    owners = (0, parent.st_uid, live.stat().st_uid)
    if parent.st_mode & stat.S_ISVTX and os.geteuid() not in owners:
        return f"{live} belongs to another user, and {live.parent} lets only owners move things."
    return ""


def _no_exchange(trial: Path) -> str:
    if not sys.platform.startswith("linux") or not hasattr(_libc(), "renameat2"):
        return "This system cannot exchange two folders in one step."
    one, other = trial / "one", trial / "other"
    one.mkdir()
    other.mkdir()
    try:
        exchange(one, other)
    except OSError as error:
        return f"The file system of {trial.parent} cannot exchange two folders ({error.strerror})."
    finally:
        one.rmdir()
        other.rmdir()
    return ""


def mounted_below(folder: Path, mountinfo: str) -> tuple[Path, ...]:
    """The mount points at or below `folder`, by the text of /proc/self/mountinfo (proc(5)).

    A bind mount from the same file system is seen by nothing else, and one further down would
    be emptied together with the old folder.
    """
    absolute = Path(os.path.realpath(folder))
    points = (Path(_unescape(line.split(" ")[4])) for line in _lines(mountinfo))
    return tuple(sorted(point for point in points if point.is_relative_to(absolute)))


def _lines(mountinfo: str) -> Iterable[str]:
    return (line for line in mountinfo.split("\n") if line.count(" ") > 4)


def _unescape(field: str) -> str:
    """A space, tab, line feed and backslash stand in mountinfo as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
