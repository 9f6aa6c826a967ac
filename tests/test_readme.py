"""The README's commands do what it says, in the order in which a newcomer would type them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENT = "УСЛОВИЯ\n\n1. Общие положения\n\n1.1. Условия действуют с момента размещения.\n"


def commands(heading: str) -> str:
    """The shell commands below a heading of the README."""
    section = re.split(r"^#{2,3} ", README, flags=re.MULTILINE)
    body = next(part for part in section if part.startswith(heading))
    return "\n".join(re.findall(r"```sh\n(.*?)```", body, re.DOTALL))


def run(script: str, folder: Path) -> str:
    """What the commands print; fails where one of them does."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example site of this repository."""
    for name in ("content", "pages", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_the_two_commands_are_scripts_of_this_repository() -> None:
    named = re.findall(r"^(scripts/\w+)", commands("Two commands"), re.MULTILINE)
    assert named == ["scripts/build", "scripts/test"]
    assert all(os.access(ROOT / name, os.X_OK) for name in named)


def test_ci_runs_the_test_command_alone() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    ours = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert ours == ["exec scripts/test"]


def test_a_new_site_takes_a_document_and_publishes_it(tmp_path: Path) -> None:
    assert "nothing is published yet" in run(commands("Start a site"), tmp_path)
    site = tmp_path / "policies"
    (site / "terms.txt").write_text(DOCUMENT, "utf-8")
    run(commands("Bring in a document"), site)
    source = site / "content" / "terms" / "policy.yml"
    edition = "edition:\n  number: 1\n  effective: on posting\n"
    source.write_text(source.read_text("utf-8") + edition, "utf-8")
    printed = run(commands("Change a text"), site)
    assert "publish terms" in printed
    assert "terms: edition No. 1, in force since" in printed


def test_what_applied_on_a_day_is_answered(example: Path) -> None:
    printed = run(commands("Answer what applied"), example)
    assert "2025 жылғы" in printed
    assert "privacy: No. 4 in force since 2030-01-01" in printed


def test_what_is_built_is_proved(example: Path) -> None:
    run("inforce build", example)
    printed = run(commands("Prove it"), example)
    assert "in force since" in printed
    assert '"edition":"2024-06-01"' in printed


def test_every_page_that_the_readme_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#]+)", README)
    assert [name for name in named if not (ROOT / name).exists()] == []
