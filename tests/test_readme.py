"""The README's commands do what it says, in the order in which a newcomer would type them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inforce.moments import parse_moment
from inforce.project import load_project
from inforce.publish import due

from .newsite import settle

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENT = "УСЛОВИЯ\n\n1. Общие положения\n\n1.1. Условия действуют с момента размещения.\n"


def commands(heading: str) -> str:
    """The shell commands below a heading of the README."""
    section = re.split(r"^#{2,3} ", README, flags=re.MULTILINE)
    body = next(part for part in section if part.startswith(heading))
    return "\n".join(re.findall(r"```sh\n(.*?)```", body, re.DOTALL))


def run(script: str, folder: Path, clone: Path) -> str:
    """What the commands print in a terminal that began in the clone; fails where one does."""
    programs = str(Path(sys.executable).parent)
    path = os.pathsep.join(one for one in os.environ["PATH"].split(os.pathsep) if one != programs)
    on_the_path = commands("Two commands").splitlines()[-1]
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f'{on_the_path}\ncd "{folder}"\n{script}'],
        cwd=clone,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with the programs that `scripts/build` installs."""
    folder = tmp_path / "inforce"
    folder.mkdir()
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


@pytest.fixture
def new_site(clone: Path) -> Path:
    """A site of one's own, with its company's facts."""
    assert "nothing is published yet" in run(commands("Start a site"), clone, clone)
    site = clone.parent / "policies"
    settle(site)
    return site


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example site of this repository."""
    site = tmp_path / "example"
    for name in ("content", "pages", "overrides"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copy(ROOT / "mkdocs.yml", site)
    return site


def test_the_two_commands_are_scripts_of_this_repository() -> None:
    named = re.findall(r"^(scripts/\w+)", commands("Two commands"), re.MULTILINE)
    assert named == ["scripts/build", "scripts/test"]
    assert all(os.access(ROOT / name, os.X_OK) for name in named)


def test_ci_runs_the_test_command_alone() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    ours = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert ours == ["exec scripts/test"]


def test_a_new_site_takes_a_document_and_publishes_it(new_site: Path, clone: Path) -> None:
    (new_site / "terms.txt").write_text(DOCUMENT, "utf-8")
    run(commands("Bring in a document"), new_site, clone)
    source = new_site / "content" / "terms" / "policy.yml"
    edition = "edition:\n  number: 1\n  effective: on posting\n"
    source.write_text(source.read_text("utf-8") + edition, "utf-8")
    printed = run(commands("Change a text"), new_site, clone)
    assert "publish terms" in printed
    assert "terms: edition No. 1, in force since" in printed


def test_the_edition_that_is_shown_can_be_declared_in_a_new_site(new_site: Path) -> None:
    (edition,) = re.findall(r"```yaml\n(edition:.*?)```", README, re.DOTALL)
    with (new_site / "content" / "privacy" / "policy.yml").open("a", encoding="utf-8") as source:
        source.write(edition)
    plan = due(load_project(new_site), parse_moment("2026-11-21", "Asia/Almaty"))
    assert (len(plan.steps), plan.problems) == (1, {})


def test_what_applied_on_a_day_is_answered(example: Path, clone: Path) -> None:
    printed = run(commands("Answer what applied"), example, clone)
    assert "2025 жылғы" in printed
    assert "privacy: No. 4 in force since 2030-01-01" in printed


def test_what_is_built_is_proved(example: Path, clone: Path) -> None:
    run("inforce build", example, clone)
    printed = run(commands("Prove it"), example, clone)
    assert "in force since" in printed
    assert '"edition":"2024-06-01"' in printed


def test_every_page_that_the_readme_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#]+)", README)
    assert [name for name in named if not (ROOT / name).exists()] == []
