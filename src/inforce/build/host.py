"""MkDocs as a process of its own: what it writes, how it ends, and how it is ended.

The same interpreter runs it, in a session of its own, so that it and all that it started can be
ended together. What it should know goes by environment: `INFORCE_AT` (the moment, ISO 8601 with
offset), `INFORCE_DRAFT` (`1` for previews of working texts).
"""

import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType

from inforce.problems import InforceError

Progress = Callable[[str], None]

_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_PATIENCE = 5.0  # seconds between asking a child to end and ending it
_TAIL = 40


class HostError(InforceError):
    """The site could not be built; the message ends with the last lines that MkDocs wrote."""


class Interrupted(InforceError):  # noqa: N818 - it says what happened; it is nobody's error
    """A signal asked the build to end."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be built: `out` is the folder to write, `lock` a descriptor to hand on."""

    project: Path
    config: Path
    out: Path
    moment: datetime
    draft: bool
    lock: int


def run_mkdocs(task: Task, progress: Progress) -> None:
    """Build the site of `task` with MkDocs; raises HostError where that fails."""
    command = [
        *(sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"),
        *("--config-file", str(task.config), "--site-dir", str(task.out)),
    ]
    run(command, task, progress)


def run(command: list[str], task: Task, progress: Progress) -> None:
    """Run a program to its end; raises HostError where it fails. What it warns of is progress."""
    with _started(command, task) as child:
        lines = deque(_read(child, progress), _TAIL)
        status = child.wait()
    if status:
        ended = f"was ended by signal {-status}" if status < 0 else f"ended with status {status}"
        raise HostError(f"MkDocs {ended}. Its last lines:\n" + "\n".join(lines))


def _read(child: "subprocess.Popen[str]", progress: Progress) -> Iterator[str]:
    assert child.stdout is not None  # noqa: S101 - it was asked for with PIPE
    for line in child.stdout:
        if line.startswith(("WARNING", "ERROR")):
            progress(line.rstrip())
        yield line.rstrip()


@contextmanager
def _started(command: list[str], task: Task) -> Iterator["subprocess.Popen[str]"]:
    child = None
    try:
        with unbroken():  # else a signal in here would leave a child that nobody knows
            child = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
                command,
                cwd=task.project,
                env=environment(task, os.environ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                pass_fds=(task.lock,),
                start_new_session=True,
                preexec_fn=_listen,
            )
        yield child
    finally:
        if child is not None:
            _end(child)


def _listen() -> None:
    """Let the signals through that the parent keeps waiting while it starts a child."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)


def environment(task: Task, base: Mapping[str, str]) -> dict[str, str]:
    """What the child knows: `base` and the task; dates that MkDocs writes follow the moment."""
    moment = task.moment.isoformat(timespec="seconds")
    own = {"INFORCE_AT": moment, "PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"}
    own |= {"INFORCE_DRAFT": "1"} if task.draft else {}
    stamp = {"SOURCE_DATE_EPOCH": str(int(task.moment.timestamp()))}
    kept = {name: value for name, value in base.items() if not name.startswith("INFORCE_")}
    return stamp | kept | own


def _end(child: "subprocess.Popen[str]") -> None:
    """End the child and all that it started, kindly first."""
    _signal(child, signal.SIGTERM)
    try:
        child.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _signal(child, signal.SIGKILL)
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


def _signal(child: "subprocess.Popen[str]", number: signal.Signals) -> None:
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        return


@contextmanager
def interruptible() -> Iterator[None]:
    """Within it, a first SIGINT, SIGTERM or SIGHUP raises Interrupted and later ones do nothing.

    So the clearing up that follows is not itself cut short.
    """

    def stop(number: int, _frame: FrameType | None) -> None:
        for each in _ENDINGS:
            signal.signal(each, signal.SIG_IGN)
        raise Interrupted(f"Interrupted by {signal.Signals(number).name}.")

    before = {number: signal.getsignal(number) for number in _ENDINGS}
    heard = [number for number in _ENDINGS if before[number] is not signal.SIG_IGN]  # nohup(1)
    for number in heard:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, before[number])


@contextmanager
def unbroken() -> Iterator[None]:
    """Within it, signals that would end the build wait."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
