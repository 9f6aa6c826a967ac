import os
import sys
from pathlib import Path

import pytest

from inforce.build.host import HostError, Task, environment, run
from tests.factory import day


@pytest.fixture
def task(tmp_path: Path) -> Task:
    lock = os.open(tmp_path / "lock", os.O_CREAT | os.O_RDWR)
    return Task(tmp_path, tmp_path / "mkdocs.yml", tmp_path / "out", day("2026-11-21"), False, lock)


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_moment_and_the_drafts_are_told_by_environment(task: Task) -> None:
    told = environment(task, {"PATH": "/bin", "INFORCE_DRAFT": "1", "INFORCE_AT": "2001-01-01"})
    assert told == {
        "PATH": "/bin",
        "INFORCE_AT": "2026-11-21T00:00:00+05:00",
        "SOURCE_DATE_EPOCH": "1795201200",
        "PYTHONUNBUFFERED": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
    drafts = Task(task.project, task.config, task.out, task.moment, True, task.lock)
    assert environment(drafts, {})["INFORCE_DRAFT"] == "1"


def test_a_date_for_reproducible_output_that_is_set_already_stays(task: Task) -> None:
    assert environment(task, {"SOURCE_DATE_EPOCH": "5"})["SOURCE_DATE_EPOCH"] == "5"


def test_what_the_host_warns_of_is_progress(task: Task) -> None:
    said: list[str] = []
    run(python("print('INFO: a'); print('WARNING: b'); print('ERROR: c')"), task, said.append)
    assert said == ["WARNING: b", "ERROR: c"]


def test_a_failure_ends_with_the_last_lines(task: Task) -> None:
    with pytest.raises(HostError) as caught:
        run(python("[print(n) for n in range(99)]; raise SystemExit(2)"), task, print)
    lines = str(caught.value).splitlines()
    assert lines[0] == "MkDocs ended with status 2. Its last lines:"
    assert lines[1:] == [str(number) for number in range(59, 99)]


def test_a_host_that_was_killed_failed(task: Task) -> None:
    with pytest.raises(HostError, match="ended by signal 9"):
        run(python("import os; os.kill(os.getpid(), 9)"), task, print)


def test_it_runs_in_the_project_and_holds_the_lock(task: Task) -> None:
    code = f"import os; print('WARNING', os.getcwd(), os.fstat({task.lock}).st_ino)"
    said: list[str] = []
    run(python(code), task, said.append)
    assert said == [f"WARNING {task.project} {os.fstat(task.lock).st_ino}"]
