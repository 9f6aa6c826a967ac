"""The workflows of this repository as data."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
FILES = sorted((GITHUB / "workflows").glob("*.yml"))
NAMES = [path.stem for path in FILES]


@cache
def workflow(name: str) -> Mapping[str, Any]:
    """A workflow by the name of its file."""
    path = GITHUB / "workflows" / f"{name}.yml"
    loaded: Mapping[str, Any] = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    return loaded


def source(name: str) -> str:
    return (GITHUB / "workflows" / f"{name}.yml").read_text("utf-8")


def triggers(name: str) -> set[str]:
    return set(workflow(name)["on"])


def jobs(name: str) -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = workflow(name)["jobs"]
    return found


def steps(name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every step with the name of its job."""
    for job, said in jobs(name).items():
        for step in said["steps"]:
            yield job, step


def commands(name: str, job: str | None = None) -> list[str]:
    """What the steps of a workflow, or of one job in it, run."""
    return [step["run"] for one, step in steps(name) if "run" in step and job in (None, one)]
