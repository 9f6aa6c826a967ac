import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inforce.cli import main
from inforce.verify import FolderReader, check_age

from .small import NOW as BUILT
from .small import project, write

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def reader(folder: Path, said: str | None) -> FolderReader:
    if said is not None:
        (folder / "build.json").write_text(said)
    return FolderReader(folder)


def told(ago: timedelta) -> str:
    return json.dumps({"format": "inforce-build-v1", "moment": (NOW - ago).isoformat()})


HOURS = [(1, None, ""), (48, None, ""), (49, None, "warning"), (49, 2, "error"), (6, 0.25, "")]


@pytest.mark.parametrize(("hours", "days", "severity"), [*HOURS, (7, 0.25, "error"), (-1, 0, "")])
def test_a_site_may_be_so_old(
    tmp_path: Path, hours: int, days: float | None, severity: str
) -> None:
    site = reader(tmp_path, told(timedelta(hours=hours)))
    most = None if days is None else timedelta(days=days)
    found = [one.severity for one in check_age(site, NOW, most)]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(days=9, hours=5), "9 days before, as of 2026-11-11T19:00:00+00:00"),
        (timedelta(hours=30), "30 hours before, as of 2026-11-19T18:00:00+00:00"),
    ],
)
def test_the_age_is_told_with_the_moment(tmp_path: Path, age: timedelta, words: str) -> None:
    (problem,) = check_age(reader(tmp_path, told(age)), NOW, timedelta(1))
    assert problem.message == f"the site was built {words}"


UNSAID = [None, "", "{}", "[]", "null", '{"moment": 1}', '{"moment": "2026-11-21T00:00:00"}', "\0"]


@pytest.mark.parametrize("said", UNSAID)
def test_a_site_that_does_not_say_is_no_problem_until_somebody_asks(
    tmp_path: Path, said: str | None
) -> None:
    site = reader(tmp_path, said)
    assert [*check_age(site, NOW)] == []
    (problem,) = check_age(site, NOW, timedelta(2))
    assert (problem.severity, problem.message) == (
        "error",
        "the site does not say when it was built",
    )


def test_a_built_site_says_so_in_its_own_time_zone(tmp_path: Path) -> None:
    site = write(project(tmp_path / "project"), tmp_path / "site")
    told = json.loads((site / "build.json").read_text("utf-8"))
    assert told == {"format": "inforce-build-v1", "moment": "2026-11-21T00:00:00+05:00"}
    assert [*check_age(FolderReader(site), BUILT, timedelta(0))] == []


def run(root: Path, site: Path, *more: str) -> Result:
    options = ["--project", str(root), "verify", str(site), *more]
    return CliRunner().invoke(main, options)


def test_the_command_warns_and_fails_only_where_it_is_asked_to(tmp_path: Path) -> None:
    factory = project(tmp_path / "project")
    site = write(factory, tmp_path / "site")
    (site / "build.json").write_text('{"moment": "2026-11-18T00:02:00+05:00"}')
    warned = run(factory.root, site, "--at", "2026-11-21")
    assert warned.exit_code == 0
    assert "build.json: warning: the site was built 2 days before" in warned.stderr
    failed = run(factory.root, site, "--at", "2026-11-21", "--max-age", "2")
    assert (failed.exit_code, failed.stdout) == (1, "")
    assert run(factory.root, site, "--at", "2026-11-18", "--max-age", "2").exit_code == 0
    assert run(factory.root, site, "--max-age", "-1").exit_code == 2
