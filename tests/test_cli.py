"""The command line as a whole: help, exit codes, and no traceback for a user's mistake."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from inforce.cli import main

from .workplace import Workplace, policy

COMMANDS = {
    name: main.get_command(click.Context(main), name) or click.Command(None)
    for name in main.list_commands(click.Context(main))
}
FIRST = {"number": "1", "effective": "on posting"}
ON_A_PROJECT = {
    "at": ["2026-09-01", "privacy"],
    "build": [],
    "check": [],
    "format": [],
    "publish": [],
    "redact": ["privacy", "2026-09-01", "ru.json", "ru.txt", "--reason", "x"],
    "repeal": ["privacy", "--reason", "x"],
    "status": [],
    "withdraw": ["privacy", "2026-09-01", "--reason", "x"],
}


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def parameters() -> Iterator[tuple[str, click.Parameter]]:
    for name, command in COMMANDS.items():
        yield from ((name, parameter) for parameter in command.params)


def test_every_command_is_listed_with_what_it_does() -> None:
    ran = run("--help")
    assert ran.exit_code == 0
    for name in COMMANDS:
        (line,) = (one for one in ran.stdout.splitlines() if one.startswith(f"  {name} "))
        assert len(line.split()) > 3


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    ran = run(name, "--help")
    assert ran.exit_code == 0
    assert ran.stdout.startswith(f"Usage: main {name} ")
    help_text = COMMANDS[name].help or ""
    assert help_text.strip().endswith(".")
    assert all(len(line) <= 80 for line in ran.stdout.splitlines())


def test_every_option_explains_itself() -> None:
    silent = [
        f"{command} {option.name}"
        for command, option in parameters()
        if isinstance(option, click.Option) and not option.help
    ]
    assert silent == []


def test_every_argument_is_named_in_the_help() -> None:
    silent = [
        f"{command} {argument.name}"
        for command, argument in parameters()
        if isinstance(argument, click.Argument)
        and argument.make_metavar(click.Context(COMMANDS[command])).strip("[].")
        not in (COMMANDS[command].help or "")
    ]
    assert silent == []


@pytest.mark.parametrize(("name", "words"), ON_A_PROJECT.items())
def test_a_folder_without_content_is_said(name: str, words: list[str], tmp_path: Path) -> None:
    ran = run("--project", str(tmp_path), name, *words)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"there is no folder {tmp_path}/content; name the project with" in ran.stderr


@pytest.mark.parametrize(("name", "words"), ON_A_PROJECT.items())
def test_content_that_is_a_file_is_said(name: str, words: list[str], tmp_path: Path) -> None:
    (tmp_path / "content").touch()
    assert run("--project", str(tmp_path), name, *words).exit_code == 2


@pytest.mark.parametrize(("name", "words"), ON_A_PROJECT.items())
@pytest.mark.parametrize("text", [None, "", "[", "url: x", "- url"])
def test_a_site_file_that_cannot_be_used_is_named(
    name: str, words: list[str], text: str | None, tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()
    if text is not None:
        (tmp_path / "content" / "site.yml").write_text(text)
    ran = run("--project", str(tmp_path), name, *words)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith("content/site.yml:")


@pytest.mark.parametrize("project", ["nowhere", "file"])
def test_a_project_that_is_no_folder_is_said(project: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = run("--project", str(tmp_path / project), "check")
    assert ran.exit_code == 2
    assert "Directory" in ran.stderr


@pytest.mark.parametrize(
    "words",
    [["no-such-command"], ["check", "--no-such-option"], ["at"], ["status", "--format", "x"]],
)
def test_a_wrong_call_is_explained(words: list[str]) -> None:
    ran = run(*words)
    assert ran.exit_code == 2
    assert ran.stderr.startswith("Usage: main ")


@pytest.mark.parametrize(("name", "words"), ON_A_PROJECT.items())
def test_a_folder_in_the_place_of_a_file_is_said(
    name: str, words: list[str], place: Workplace
) -> None:
    (place.content / "site.yml").unlink()
    (place.content / "site.yml").mkdir()
    ran = run("--project", str(place.root), name, *words)
    assert ran.exit_code == 1
    assert "the file cannot be read: Is a directory" in ran.stderr


@pytest.mark.parametrize("name", ["publish", "redact", "repeal"])
def test_no_permission_to_write_is_said(
    name: str, place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.publish(policy(edition=FIRST))
    place.write(policy("terms", edition=FIRST))

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    ran = run("--project", str(place.root), name, *ON_A_PROJECT[name])
    assert ran.exit_code == 2
    assert ran.stderr == f"inforce: {place.content} cannot be written: Permission denied\n"


def test_no_permission_to_read_is_said(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    place.publish(policy(edition=FIRST))
    open_ = Path.open

    def refuse(path: Path, *rest: Any, **more: Any) -> object:
        if path.name in ("policy.yml", "ru.json"):
            raise PermissionError(13, "Permission denied", str(path))
        return open_(path, *rest, **more)

    monkeypatch.setattr(Path, "open", refuse)
    ran = run("--project", str(place.root), "check")
    assert ran.exit_code == 1
    assert ran.stderr.count("the file cannot be read: Permission denied") == 2


def test_the_program_runs_as_a_program(place: Workplace) -> None:
    place.write(policy(edition=FIRST))
    command = [str(Path(sys.executable).with_name("inforce")), "--project", str(place.root)]
    ran = subprocess.run([*command, "publish"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("publish privacy ")
    ran = subprocess.run([*command, "at"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")


def test_a_reader_that_goes_away_is_no_mistake(place: Workplace) -> None:
    place.write(policy(edition=FIRST))
    inforce = Path(sys.executable).with_name("inforce")
    shell = f"{inforce} --project {place.root} status | true"
    ran = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert ran.stderr == ""
