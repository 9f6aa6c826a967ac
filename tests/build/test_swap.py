import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inforce.build import swap
from inforce.build.swap import SwapError, mounted_below, obstacle, put

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux's")
is_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")


def folder(path: Path, words: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(words)
    return path


@pytest.fixture
def trial(tmp_path: Path) -> Path:
    path = tmp_path / ".trial"
    path.mkdir()
    return path


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A folder with a tmpfs mounted two levels down."""
    point = tmp_path / "live" / "a b"
    point.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", point], check=True)
    yield point
    subprocess.run(["umount", point], check=True)


def test_the_live_folder_and_the_new_one_change_places(tmp_path: Path) -> None:
    live, new = folder(tmp_path / "live", "old"), folder(tmp_path / "new", "new")
    put(new, live)
    assert (live / "index.html").read_text() == "new"
    assert (new / "index.html").read_text() == "old"


def test_a_first_site_is_put_where_nothing_was(tmp_path: Path) -> None:
    new = folder(tmp_path / "new", "new")
    put(new, tmp_path / "live")
    assert (tmp_path / "live" / "index.html").read_text() == "new"
    assert not new.exists()


def test_the_rights_of_the_live_folder_stay(tmp_path: Path) -> None:
    live, new = folder(tmp_path / "live", "old"), folder(tmp_path / "new", "new")
    live.chmod(0o751)
    put(new, live)
    assert stat.S_IMODE(live.stat().st_mode) == 0o751


def test_what_the_system_refuses_changes_nothing(tmp_path: Path) -> None:
    live, new = folder(tmp_path / "live", "old"), folder(tmp_path / "new", "new")
    inside = new / "inside"
    inside.mkdir()
    with pytest.raises(SwapError, match="--releases"):
        put(inside, new)  # no folder can be exchanged with one inside it
    assert (live / "index.html").read_text() == "old"
    assert (new / "index.html").read_text() == "new"


def test_nothing_stands_in_the_way_of_a_folder_or_of_nothing(tmp_path: Path, trial: Path) -> None:
    assert obstacle(tmp_path / "none", trial) == ""
    assert obstacle(folder(tmp_path / "live", "old"), trial) == ""
    assert list(trial.iterdir()) == []


def test_a_link_is_not_exchanged(tmp_path: Path, trial: Path) -> None:
    (tmp_path / "live").symlink_to(folder(tmp_path / "real", "old"))
    assert "is a link" in obstacle(tmp_path / "live", trial)


def test_a_system_without_the_call_says_so(
    tmp_path: Path, trial: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert obstacle(tmp_path / "live", trial) == (
        "This system cannot exchange two folders in one step."
    )


def test_a_file_system_that_cannot_exchange_is_found_by_trying(
    tmp_path: Path, trial: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(one: Path, other: Path) -> None:
        raise OSError(22, "Invalid argument", str(one), None, str(other))

    monkeypatch.setattr(swap, "exchange", refuse)
    assert "cannot exchange two folders (Invalid argument)" in obstacle(tmp_path / "live", trial)


@is_root
@pytest.mark.parametrize("live", ["live", "live/a b"])
def test_a_mount_point_at_or_below_the_live_folder_is_seen_before_the_build(
    tmp_path: Path, trial: Path, mounted: Path, live: str
) -> None:
    assert obstacle(tmp_path / live, trial) == (
        f"{mounted} is a mount point, and a mount point cannot be exchanged."
    )


@is_root
def test_a_mount_point_is_not_exchanged(tmp_path: Path, mounted: Path) -> None:
    (mounted / "index.html").write_text("old")
    with pytest.raises(SwapError, match=r"Device or resource busy|cross-device"):
        put(folder(tmp_path / "new", "new"), mounted)
    assert (mounted / "index.html").read_text() == "old"
    assert (tmp_path / "new" / "index.html").read_text() == "new"


def test_mount_points_are_read_as_the_kernel_writes_them(tmp_path: Path) -> None:
    lines = (
        "25 1 0:22 / / rw shared:1 - ext4 /dev/vda rw\n"
        f"26 25 0:23 /x {tmp_path}/a\\040b\\134c rw - ext4 /dev/vda rw\n"
        f"27 25 0:23 / {tmp_path}/ab rw - ext4 /dev/vda rw\n"
    )
    assert mounted_below(tmp_path / "a b\\c", lines) == (tmp_path / "a b\\c",)
    assert mounted_below(tmp_path / "a", lines) == ()
    assert mounted_below(tmp_path, lines) == (tmp_path / "a b\\c", tmp_path / "ab")
