"""Runs an act again and again on copies of a project, and breaks it off at every step.

A program of its own, because it forks and limits itself:
`python -m tests.publish.interrupt MODE ACT TEMPLATE OUT` prints the number of copies that it made
in the folder OUT, one for each point; the last one was not interrupted. Files are not written
through to the disk here: no test can see that, and it takes most of the time.
"""

import errno
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from inforce.problems import InforceError
from inforce.publish import publish, redact, repeal, withdraw

from ..workplace import at

DONE, REFUSED, BUSY, SURVIVED = 0, 3, 4, 5
LATER = at("2026-09-03T10:00")
EVENTS = {"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"}
SIZES = range(0, 12_000, 400)

Act = Callable[[Path], object]

ACTS: dict[str, Act] = {
    "publish": lambda root: publish(root, LATER, lambda step: None),
    "withdraw": lambda root: withdraw(root, "privacy", "2027-01-01", "postponed", LATER),
    "repeal": lambda root: repeal(root, "privacy", at("2028-01-01"), [], "closed", LATER),
    "redact": lambda root: redact(
        root, "privacy", "2026-09-01", ["en.json", "en.txt"], "leaked", LATER
    ),
}


def kill(point: int) -> None:
    """Die at the `point`th step, as by a power failure."""
    _at(range(point, point + 1), lambda: os.kill(os.getpid(), signal.SIGKILL))


def fail(point: int) -> None:
    """Let the `point`th step fail, and the ones after it work."""
    _at(range(point, point + 1), _no_space)


def fill(point: int) -> None:
    """From the `point`th step on, let everything fail that needs space."""
    _at(range(point, sys.maxsize), _no_space, {"open", "os.mkdir"})


def limit(point: int) -> None:
    """Let no file grow beyond a size."""
    size = SIZES[point - 1] if point <= len(SIZES) else resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


MODES = {"kill": kill, "fail": fail, "fill": fill, "limit": limit}


stopped: list[int] = []  # the points that were reached, in the process of one attempt


def _no_space() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _at(points: range, stop: Callable[[], None], events: set[str] = EVENTS) -> None:
    passed = iter(range(1, sys.maxsize))

    def hook(event: str, details: tuple[object, ...]) -> None:
        if event in EVENTS and _changes(event, details):
            point = next(passed)
            if point in points and event in events:
                stopped.append(point)
                stop()

    sys.addaudithook(hook)


def _changes(event: str, details: tuple[object, ...]) -> bool:
    """Whether a step changes something in the project; modules are read at first use, too."""
    return event != "open" or "x" in str(details[1])


def attempt(prepare: Callable[[], None], act: Act, root: Path) -> int:
    """What became of an act in a process of its own: a code, or minus a signal."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    prepare()
    try:
        act(root)
    except (InforceError, OSError) as error:
        os._exit(BUSY if "another publication" in str(error) else REFUSED)
    os._exit(SURVIVED if stopped else DONE)


def everywhere(mode: str, act: Act, template: Path, out: Path) -> Iterator[int]:
    """Interrupt at the first point, the second, …, until the act is done all the same."""
    for point in range(1, 1000):
        root = out / str(point)
        shutil.copytree(template, root)
        code = attempt(lambda point=point: MODES[mode](point), act, root)  # type: ignore[misc]
        yield code
        if code == DONE:
            return


def race(act: Act, template: Path, out: Path, runners: int) -> Iterator[int]:
    """Several processes at once on one copy."""
    root = out / "1"
    shutil.copytree(template, root)
    children = []
    for _ in range(runners):
        child = os.fork()
        if not child:
            os._exit(attempt(lambda: None, act, root))
        children.append(child)
    for child in children:
        yield os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(mode: str, act: str, template: str, out: str) -> None:
    """Print the code of each attempt."""
    os.fsync = lambda handle: None  # type: ignore[assignment]
    places = (Path(template), Path(out))
    codes = race(ACTS[act], *places, 6) if mode == "race" else everywhere(mode, ACTS[act], *places)
    print(*codes)


if __name__ == "__main__":
    main(*sys.argv[1:])
