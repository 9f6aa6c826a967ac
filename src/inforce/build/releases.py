"""A folder a release, and one link that leads to the newest: the way that works everywhere.

`site` is then a link into `site.releases/`. A link is replaced by rename(2), which every POSIX
system does in one step.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from inforce.build.swap import SwapError, flush, sync_folder


def folder_of(live: Path) -> Path:
    """Where the releases of the link `live` stand."""
    return live.with_name(f"{live.name}.releases")


def obstacle(live: Path) -> str:
    """Why `live` could not be made to lead to a release, in a sentence; empty where it can."""
    folder = folder_of(live)
    if live.exists() and not live.is_symlink():
        return (
            f"{live} is a folder, and --releases makes it a link. Do this once:"
            f" mkdir -p {folder} && mv {live} {folder}/0 && ln -s {folder.name}/0 {live}"
        )
    if live.is_symlink() and live.readlink().parts[:-1] != (folder.name,):
        return f"{live} is a link that leads somewhere else than into {folder.name}/."
    if folder.exists() and folder.stat().st_dev != live.parent.stat().st_dev:
        return f"{folder} is on another file system than the folder around it."
    return ""


def put(new: Path, live: Path, stamp: str, keep: int) -> Path:
    """Make `new` the release `stamp`, let `live` lead to it, keep the last `keep`.

    Returns the release's folder. Raises SwapError where the system refuses; then `live` leads
    where it led.
    """
    folder = folder_of(live)
    try:
        flush(new)
        folder.mkdir(exist_ok=True)
        release = _free(folder, stamp)
        link = new.with_name("link")
        link.symlink_to(Path(folder.name, release.name))
        new.rename(release)
        link.replace(live)
    except OSError as error:
        raise SwapError(f"{live} cannot be led to a new release ({error.strerror}).") from error
    sync_folder(folder)
    sync_folder(live.parent)
    for old in _spare(folder, release, keep):
        shutil.rmtree(old)
    return release


def _free(folder: Path, stamp: str) -> Path:
    """The folder of a new release; two within one second are told apart by a number."""
    count = 1
    while (release := folder / (stamp if count == 1 else f"{stamp}-{count}")).exists():
        count += 1
    return release


def _spare(folder: Path, current: Path, keep: int) -> Iterator[Path]:
    """The releases before the last `keep`; their names are instants, so that names sort them."""
    others = sorted(entry for entry in folder.iterdir() if entry.is_dir() and entry != current)
    yield from others[: max(0, len(others) - keep + 1)]
