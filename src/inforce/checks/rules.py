"""Everything that `inforce check` may find, by its id, with its documentation.

A check's documentation is the docstring of its file. What is required of every source, and is
found while it is read, resolved, planned or compared with what was published, is documented in
`requirements/<id>.md`, in the same form.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

from inforce.checks.context import Context
from inforce.problems import Problem

# Requirements that may be set and excepted like checks, with their own severity.
SETTABLE_REQUIREMENTS = {"notice": "error", "scheduled": "warning"}
WARNINGS = frozenset({"frozen-orphan", "no-source"})


class Check(Protocol):
    """A module that looks for one kind of mistake; its docstring is its documentation."""

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        """What it looks for, why, an example that fails and one that passes."""

    @property
    def ID(self) -> str:  # noqa: N802
        """Its name, in `content/site.yml` and at the end of its messages."""

    @property
    def SEVERITY(self) -> str:  # noqa: N802
        """What its problems are if nobody says otherwise: `error`, `warning` or `note`."""

    @property
    def check(self) -> Callable[[Context], Iterator[Problem]]:
        """Finds the problems of one policy."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of problem: its documentation, and whether its severity and exceptions can be set.

    The first paragraph of `text` is one sentence or so; `Fails:` and `Passes:` begin examples.
    """

    id: str
    severity: str
    text: str
    settable: bool

    @property
    def title(self) -> str:
        """The first paragraph, on one line, without its full stop."""
        return " ".join(self.text.split("\n\n")[0].split()).removesuffix(".")


def rule_of(check: Check) -> Rule:
    """The rule that a check is."""
    return Rule(check.ID, check.SEVERITY, inspect.cleandoc(check.__doc__ or ""), settable=True)


@cache
def requirements() -> Mapping[str, Rule]:
    """What is required of every source, by id."""
    folder = files("inforce.checks") / "requirements"
    texts = {
        path.name.removesuffix(".md"): path.read_text("utf-8").strip() for path in folder.iterdir()
    }
    return {name: _requirement(name, text) for name, text in sorted(texts.items())}


def _requirement(name: str, text: str) -> Rule:
    severity = SETTABLE_REQUIREMENTS.get(name, "warning" if name in WARNINGS else "error")
    return Rule(name, severity, text, name in SETTABLE_REQUIREMENTS)
