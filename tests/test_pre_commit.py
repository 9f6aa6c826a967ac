"""The hooks that other repositories take from this one."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from inforce.cli import COMMANDS, main

from .workplace import Workplace, policy

ROOT = Path(__file__).parents[1]
HOOKS: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
ALL = [pytest.param(one, id=one["id"]) for one in HOOKS]
# What pre-commit requires of a hook, and what these need beside it.
KEYS = {"id", "name", "description", "entry", "language", "files", "pass_filenames"}


def test_there_are_these_hooks() -> None:
    assert [one["id"] for one in HOOKS] == ["inforce-check", "inforce-format"]


@pytest.mark.parametrize("hook", ALL)
def test_a_hook_runs_a_command_that_there_is(hook: dict[str, Any], place: Workplace) -> None:
    program, *words = shlex.split(hook["entry"])
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert program in scripts
    assert words[0] in COMMANDS
    place.write(policy())
    ran = CliRunner().invoke(main, ["--project", str(place.root), *words])
    assert ran.exit_code == 0, ran.output


@pytest.mark.parametrize("hook", ALL)
def test_a_hook_is_installed_from_the_package_and_reads_the_whole_project(
    hook: dict[str, Any],
) -> None:
    assert hook.keys() == KEYS
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False


@pytest.mark.parametrize("hook", ALL)
def test_a_hook_runs_where_sources_change(hook: dict[str, Any]) -> None:
    for name in ("content/site.yml", "content/privacy/policy.yml", "legal/content/site.yml"):
        assert re.search(hook["files"], name)
    for name in ("README.md", "src/policy.yml", "my-content/site.yml"):
        assert not re.search(hook["files"], name)


def test_the_documentation_names_the_hooks() -> None:
    text = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert all(f"- id: {one['id']}" in text for one in HOOKS)
