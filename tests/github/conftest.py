"""A remote and its clones in a temporary folder, and a `gh` that answers what a test wrote down."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from inforce.cli import main

from ..newsite import settle
from .workflows import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
EDITION = "edition:\n  number: {number}\n  effective: {effective}\n"
NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "bot",
    "GIT_AUTHOR_EMAIL": "bot@company.example",
    "GIT_COMMITTER_NAME": "bot",
    "GIT_COMMITTER_EMAIL": "bot@company.example",
}
GH = """#!{python}
import json, pathlib, sys
place = pathlib.Path({place!r})
words = sys.argv[1:]
given = sys.stdin.read() if "--input" in words else ""
with (place / "asked").open("a") as log:
    log.write(json.dumps({{"words": words, "given": given}}) + "\\n")
for part, answer in json.loads((place / "answers").read_text()).items():
    if part in " ".join(words):
        if answer.get("refusal"):
            sys.exit(answer["refusal"])
        sys.stdout.buffer.write(bytes.fromhex(answer["hex"]))
        sys.exit(0)
"""


@dataclass
class GitHub:
    """A `gh` on the path; `answers` are the bytes for the first words that are part of a call."""

    place: Path
    answers: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        program = self.place / "gh"
        program.write_text(GH.format(python=sys.executable, place=str(self.place)))
        program.chmod(0o755)
        self._keep()

    def answer(self, part: str, data: bytes | str | object) -> None:
        """What a call with these words gets: bytes, a line, or JSON."""
        words = data if isinstance(data, bytes | str) else json.dumps(data)
        raw = words.encode() if isinstance(words, str) else words
        self.answers[part] = {"hex": raw.hex()}
        self._keep()

    def refuse(self, part: str, words: str) -> None:
        self.answers[part] = {"refusal": words}
        self._keep()

    def _keep(self) -> None:
        (self.place / "answers").write_text(json.dumps(self.answers))

    def asked(self) -> list[tuple[str, str]]:
        """Each call: its words, and what it was given."""
        log = self.place / "asked"
        lines = log.read_text().splitlines() if log.exists() else []
        calls = map(json.loads, lines)
        return [(" ".join(call["words"]), call["given"]) for call in calls]


@dataclass
class Clone:
    """A checkout of the remote in which the scripts run as they do on GitHub."""

    root: Path
    path: str
    told: Mapping[str, str] = field(default_factory=dict)

    def run(self, command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run a step as a runner does: with bash, at the top of the checkout."""
        files = {name: str(self.root.parent / name) for name in ("GITHUB_STEP_SUMMARY",)}
        output = {"GITHUB_OUTPUT": str(self.root.parent / "GITHUB_OUTPUT")}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT")}
        return subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=self.root,
            env={**kept, **NOBODY, **files, **output, "PATH": self.path, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.root, env={**os.environ, **NOBODY}, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @property
    def summary(self) -> str:
        """The summary of the run so far."""
        return (self.root.parent / "GITHUB_STEP_SUMMARY").read_text("utf-8")

    @property
    def output(self) -> str:
        return (self.root.parent / "GITHUB_OUTPUT").read_text("utf-8")

    def source(self, policy: str = "privacy") -> Path:
        return self.root / "content" / policy / "policy.yml"

    def ledger(self) -> list[dict[str, Any]]:
        """The acts at the newest commit here."""
        path = self.root / "content" / "ledger.jsonl"
        return [*map(json.loads, path.read_text("utf-8").splitlines())] if path.exists() else []

    def declare(
        self, policy: str = "privacy", number: int = 1, effective: str = "on posting"
    ) -> None:
        """Give a working text an edition; one of another policy is a copy of the first."""
        path = self.source(policy)
        if not path.exists():
            path.parent.mkdir()
            text = self.source().read_text("utf-8").partition("\nedition:\n")[0]
            path.write_text(text.replace("policy: privacy", f"policy: {policy}"), "utf-8")
        text = path.read_text("utf-8").partition("\nedition:\n")[0]
        edition = EDITION.format(number=number, effective=effective)
        path.write_text(f"{text}\n{edition}", "utf-8")

    def push(self, message: str = "Change a text", branch: str = "main") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", f"HEAD:{branch}")


@dataclass
class Hub:
    """A bare remote with a site in it."""

    place: Path
    path: str

    @property
    def remote(self) -> Path:
        return self.place / "remote.git"

    def clone(self, name: str) -> Clone:
        folder = self.place / name
        folder.mkdir()
        root = folder / "checkout"
        subprocess.run(["git", "clone", "--quiet", str(self.remote), str(root)], check=True)
        environment_of(root)
        return Clone(root, self.path)

    def head(self) -> str:
        """The newest commit of the remote's main."""
        words = ["git", "--git-dir", str(self.remote), "rev-parse", "main"]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def environment_of(root: Path) -> None:
    """The environment that `scripts/install` would make, by way of the one that runs the tests."""
    programs = root / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "inforce", "mkdocs"):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec {Path(sys.executable).parent / name} "$@"\n')
        program.chmod(0o755)
    for lock in LOCKS:
        data = (root / lock).read_bytes() + (root / "pyproject.toml").read_bytes()
        mark = hashlib.sha256(data).hexdigest()[:16]
        (root / ".venv" / f"installed-{lock}-{mark}").touch()


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with a new site, the scripts and what they install by."""
    place = tmp_path_factory.mktemp("seed")
    root, bare = place / "site", place / "remote.git"
    assert CliRunner().invoke(main, ["new", str(root)]).exit_code == 0
    settle(root)
    shutil.copytree(ROOT / "scripts", root / "scripts")
    for name in ("pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, root)
    with (root / ".gitignore").open("a") as ignored:
        ignored.write("/.venv/\n/preview/\n/review.md\n")
    for words in (
        ["git", "init", "--quiet", "--initial-branch", "main"],
        ["git", "add", "--all"],
        ["git", "commit", "--quiet", "--message", "Begin"],
        ["git", "clone", "--quiet", "--bare", str(root), str(bare)],
    ):
        subprocess.run(words, cwd=root, env={**os.environ, **NOBODY}, check=True)
    return bare


@pytest.fixture
def gh(tmp_path: Path) -> GitHub:
    """A `gh` that answers nothing yet."""
    place = tmp_path / "programs"
    place.mkdir()
    return GitHub(place)


@pytest.fixture
def hub(seed: Path, tmp_path: Path, gh: GitHub) -> Hub:
    """A remote with a new site, nothing of it published."""
    place = tmp_path / "hub"
    shutil.copytree(seed, place / "remote.git")
    programs = [str(gh.place), str(Path(sys.executable).parent), os.environ["PATH"]]
    return Hub(place, os.pathsep.join(programs))


@pytest.fixture
def clone(hub: Hub) -> Clone:
    return hub.clone("ours")
