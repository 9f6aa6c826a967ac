"""Every kind of problem has a name, a page and examples that tell the truth."""

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

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
