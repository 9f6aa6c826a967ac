"""Whatever ends a build, and whenever: the live folder is all old or all new, never in between."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from inforce.build import Interrupted, Order, Releases, build, host, interruptible
from inforce.build.host import Progress, Task, run
from tests.build.conftest import Made
from tests.build.trees import tree

# Newer interpreters warn of a fork beside threads; the test runner's own thread does no harm.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

# What the interpreter reports of itself wherever a build touches the file system (PEP 578).
TOUCHING = ("open", "os.", "shutil.", "fcntl.", "ctypes.", "pathlib.", "tempfile.", "glob.")
STAGES = ("checking", "building", "verifying", "putting")


def silent(message: str) -> None:
    pass


def in_a_child(work: Callable[[], object]) -> int:
    """How a forked process ended that did `work`: with 0, 1, or minus the signal."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Watch:
    """Does something at one of the times that this process touches the file system.

    `stage` begins the message from which the times are counted.
    """

    def __init__(self, stage: str, number: int, act: Callable[[], object]) -> None:
        self.stage = stage
        self.left = number
        self.act = act
        self.counting = False
        sys.addaudithook(self.touched)

    def progress(self, message: str) -> None:
        self.counting = self.counting or message.startswith(self.stage)

    def touched(self, event: str, arguments: object) -> None:
        if self.counting and event.startswith(TOUCHING):
            self.left -= 1
            if self.left == 0:
                self.act()


def send(number: signal.Signals) -> Callable[[], None]:
    return lambda: os.kill(os.getpid(), number)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("number", [1, 2, 4, 7, 16, 60])
def test_killed_at_any_moment_the_live_folder_is_whole(
    made: Made, live: Path, order: Order, stage: str, number: int
) -> None:
    old = tree(live)

    def work() -> None:
        watch = Watch(stage, number, send(signal.SIGKILL))
        build(order, watch.progress, made.host)

    ended = in_a_child(work)
    assert ended in (-signal.SIGKILL, 0)
    assert tree(live) in (old, tree(made.site))
    build(order, silent, made.host)
    assert tree(live) == tree(made.site)
    assert list(live.parent.iterdir()) == [live]


def test_the_moments_lie_on_both_sides_of_the_swap(made: Made, live: Path, order: Order) -> None:
    old, seen = tree(live), list[bool]()
    for number in range(1, 13):
        work = partial(_kill_while_putting, made, order, number)
        assert in_a_child(work) == -signal.SIGKILL
        seen.append(tree(live) == old)
        shutil.rmtree(live)
        shutil.copytree(made.site, live)
        (live / "changelog" / "index.html").write_text("the old page")
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {True, False}


def _kill_while_putting(made: Made, order: Order, number: int) -> None:
    build(order, Watch("putting", number, send(signal.SIGKILL)).progress, made.host)


@pytest.mark.parametrize("number", [1, 3, 5, 6, 7, 8, 12])
def test_a_killed_release_leaves_a_link_that_leads_to_a_whole_site(
    made: Made, order: Order, number: int
) -> None:
    build(replace(order, releases=Releases("1")), silent, made.host)

    def work() -> None:
        watch = Watch("putting", number, send(signal.SIGKILL))
        build(replace(order, releases=Releases("2", keep=1)), watch.progress, made.host)

    assert in_a_child(work) in (-signal.SIGKILL, 0)
    assert tree(order.live) == tree(made.site)
    built = build(replace(order, releases=Releases("3", keep=1)), silent, made.host)
    assert order.live.resolve() == built.folder
    assert sorted(path.name for path in order.live.parent.iterdir()) == ["site", "site.releases"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("stage", STAGES)
def test_asked_to_end_it_clears_up(
    made: Made, live: Path, order: Order, stage: str, number: signal.Signals
) -> None:
    old = tree(live)

    def work() -> None:
        watch = Watch(stage, 3, send(number))
        with interruptible(), pytest.raises(Interrupted, match=number.name):
            build(order, watch.progress, made.host)

    assert in_a_child(work) == 0
    assert tree(live) == (tree(made.site) if stage == "putting" else old)
    assert list(live.parent.iterdir()) == [live]


def sleep(task: Task, progress: Progress) -> None:
    """A host that never ends, that has a child of its own, and that both ignore SIGTERM."""
    (task.out / "half").mkdir(parents=True)
    run(["sh", "-c", "trap '' TERM; sleep 1000 & echo WARNING $!; wait; wait"], task, progress)


def test_what_the_host_started_is_ended_too(
    live: Path, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "_PATIENCE", 0.2)
    old, said = tree(live), list[str]()

    def progress(message: str) -> None:
        said.append(message)
        if message.startswith("WARNING"):
            os.kill(os.getpid(), signal.SIGTERM)

    with interruptible(), pytest.raises(Interrupted):
        build(order, progress, sleep)
    assert tree(live) == old
    assert list(live.parent.iterdir()) == [live]
    grandchild = int(said[-1].split()[1])
    assert not alive(grandchild)


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended and waits to be noticed does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_signals_are_heard_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(Interrupted), interruptible():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_signal_that_is_to_be_ignored_still_is() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with interruptible():
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
