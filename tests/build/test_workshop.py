import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inforce.build.workshop import BusyError, workshop, workshop_of

HOLD = """
import sys, time
from pathlib import Path
from inforce.build.workshop import workshop
with workshop(Path(sys.argv[1])) as shop:
    shop.site.mkdir()
    (shop.site / "half").write_text("a page")
    print("ready", flush=True)
    time.sleep(60)
"""


HEIR = """
import subprocess, sys, time
from pathlib import Path
from inforce.build.workshop import workshop
with workshop(Path(sys.argv[1])) as shop:
    heir = subprocess.Popen(["sleep", "60"], pass_fds=(shop.lock,), stdout=subprocess.DEVNULL)
    print(heir.pid, flush=True)
    time.sleep(60)
"""


def hold(live: Path) -> "subprocess.Popen[str]":
    """Another process that stands in the middle of a build of `live`."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(live)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def kill(child: "subprocess.Popen[str]") -> None:
    child.kill()
    child.communicate()


def test_it_stands_beside_the_live_folder_and_is_gone_afterwards(tmp_path: Path) -> None:
    with workshop(tmp_path / "site") as shop:
        assert shop.folder == tmp_path / ".inforce-build-site"
        assert not shop.site.exists()
        shop.site.mkdir()
    assert list(tmp_path.iterdir()) == []


def test_it_is_gone_after_an_error_as_well(tmp_path: Path) -> None:
    def fail() -> None:
        with workshop(tmp_path / "site") as shop:
            (shop.folder / "link").symlink_to("/nowhere")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_second_build_is_refused_and_told_who_is_at_work(tmp_path: Path) -> None:
    child = hold(tmp_path / "site")
    try:
        with pytest.raises(BusyError, match=f"process {child.pid}"), workshop(tmp_path / "site"):
            pass
        assert (workshop_of(tmp_path / "site") / "site" / "half").read_text() == "a page"
        with workshop(tmp_path / "other"):
            pass
    finally:
        kill(child)


def test_what_a_killed_build_left_is_removed_by_the_next(tmp_path: Path) -> None:
    kill(hold(tmp_path / "site"))
    assert (workshop_of(tmp_path / "site") / "site" / "half").exists()
    with workshop(tmp_path / "site") as shop:
        assert [path.name for path in shop.folder.iterdir()] == ["lock"]
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_outlives_its_killed_build_keeps_the_lock(tmp_path: Path) -> None:
    builder = subprocess.Popen(
        [sys.executable, "-c", HEIR, str(tmp_path / "site")], stdout=subprocess.PIPE, text=True
    )
    assert builder.stdout is not None
    heir = int(builder.stdout.readline())
    kill(builder)
    with pytest.raises(BusyError), workshop(tmp_path / "site"):
        pass
    os.kill(heir, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while True:
        try:
            with workshop(tmp_path / "site"):
                return
        except BusyError:
            assert time.monotonic() < deadline


def take_turns(live: Path, rounds: int) -> None:
    for _ in range(rounds):
        try:
            with workshop(live) as shop:
                shop.site.mkdir()  # fails where another process is inside as well
                shop.site.rmdir()
        except BusyError:
            continue


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_two_are_never_inside_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=take_turns, args=(tmp_path / "site", 200)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert list(tmp_path.iterdir()) == []
