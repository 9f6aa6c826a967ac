"""Every kind of problem has a name, a page and examples that tell the truth."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import inforce
from inforce.checks import CHECKS, SETTABLE, rules
from inforce.checks.rules import Rule

from .examples import example, look_at

ALL = [pytest.param(rule, id=name) for name, rule in rules().items()]


def with_example(heading: str) -> list[ParameterSet]:
    """The rules that have such an example."""
    return [pytest.param(rule, id=name) for name, rule in rules().items() if example(rule, heading)]


@pytest.mark.parametrize("rule", with_example("Fails"))
def test_the_example_that_fails_is_told(rule: Rule, tmp_path: Path) -> None:
    found = [one for one in look_at(rule, "Fails", tmp_path) if one.check == rule.id]
    assert found
    assert {one.severity for one in found} <= {rule.severity, "warning"}
    assert all(one.message and one.hint and one.location.line for one in found)


@pytest.mark.parametrize("rule", with_example("Passes"))
def test_the_example_that_passes_has_no_problem_at_all(rule: Rule, tmp_path: Path) -> None:
    assert [str(one) for one in look_at(rule, "Passes", tmp_path)] == []


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_has_words_and_examples(rule: Rule) -> None:
    assert rule.title
    assert len(rule.text.split("\n\n")) > 1
    assert rule.severity in ("error", "warning", "note")
    assert bool(example(rule, "Fails")) == bool(example(rule, "Passes"))
    if rule.id in {check.ID for check in CHECKS}:
        assert example(rule, "Fails")


def test_no_two_checks_have_one_name() -> None:
    names = [check.ID for check in CHECKS]
    assert len({*names}) == len(names)
    assert {*names} <= SETTABLE <= rules().keys()


def test_every_file_with_a_check_is_run() -> None:
    folder = Path(inforce.__file__).parent / "checks"
    found = {
        path.stem for path in folder.glob("*.py") if "\nSEVERITY = " in path.read_text("utf-8")
    }
    assert found == {check.__name__.rpartition(".")[2] for check in CHECKS}  # type: ignore[attr-defined]


# Calls that name a check, in the first or the second place.
NAMING = ("Problem", "problem", "_problem", "warn", "report", "add", "identifier")
NAME = re.compile(r"[a-z]+(-[a-z]+)*")
ROOMS = ("source", "resolve", "publish", "archive", "ledger", "frozen", "project.py", "checks",
         "kept.py")  # fmt: skip


def named(room: Path) -> Iterator[str]:
    """The checks that the calls in a room name."""
    for path in [room] if room.suffix else room.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call):
                function = getattr(node.func, "attr", getattr(node.func, "id", ""))
                for one in node.args[:2] if function in NAMING else ():
                    if isinstance(one, ast.Constant) and NAME.fullmatch(str(one.value)):
                        yield str(one.value)


def test_every_problem_that_can_be_told_has_a_page() -> None:
    found = {name for room in ROOMS for name in named(Path(inforce.__file__).parent / room)}
    assert len(found) > 50
    assert found - rules().keys() == set()
    assert rules().keys() - found - {check.ID for check in CHECKS} - ELSEWHERE == set()


# Named by a constant, or by another word of the same call.
ELSEWHERE = {"exception", "waits"}
