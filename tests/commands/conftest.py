"""The command line on a fresh project, at a moment that the test sets."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from click.testing import CliRunner, Result

from inforce.cli import main

from ..workplace import NOON, Workplace, at

WITH_A_CLOCK = (*("check", "diff", "publish", "redact", "repeal", "review", "status", "withdraw"),)


@dataclass
class Shell:
    """Runs a command on a project."""

    place: Workplace
    set_clock: Callable[[str], None]

    def __call__(self, *words: str, moment: str = NOON) -> Result:
        self.set_clock(moment)
        result = CliRunner().invoke(main, ["--project", str(self.place.root), *words])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result


@pytest.fixture
def run(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """`run("publish", "--dry-run")` is `inforce publish --dry-run` in `place`."""

    def set_clock(moment: str) -> None:
        for name in WITH_A_CLOCK:
            module = importlib.import_module(f"inforce.commands.{name}")
            monkeypatch.setattr(module, "now", lambda: at(moment))

    return Shell(place, set_clock)
