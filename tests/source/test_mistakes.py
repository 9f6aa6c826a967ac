"""What an author gets to read for each mistake: where, what is wrong, how to mend it.

The tables stand in `mistakes/*.txt`. Before the first `===` is the source around the mistakes,
with `…` in the place of each; then a name, the lines with the mistake, and what is told, its
lines counted from the first of those lines.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from inforce.problems import Problem

from .loading import in_clauses, load, read_site, told

FOLDER = Path(__file__).parent / "mistakes"
Loader = Callable[[str], tuple[object, tuple[Problem, ...]]]
LOADERS: dict[str, Loader] = {"site": read_site}


def mistakes() -> Iterator[ParameterSet]:
    """The file, the source around, the mistake and what is told of each."""
    for path in sorted(FOLDER.glob("*.txt")):
        around, *cases = path.read_text("utf-8").split("=== ")
        for case in cases:
            name, _, rest = case.partition("\n")
            mistake, _, report = rest.rpartition("---\n")
            yield pytest.param(path.stem, around, mistake, report, id=f"{path.stem}: {name}")


def report(problems: tuple[Problem, ...], first: int) -> str:
    return "".join(
        f"{one.location.line - first}:{one.location.column}"
        f"{f' ({one.location.clause})' if one.location.clause else ''}: "
        f"{one.message} [{one.check}]\n    {one.hint}\n"
        for one in problems
    )


@pytest.mark.parametrize(("file", "around", "mistake", "expected"), [*mistakes()])
def test_a_mistake_is_told_with_its_place_and_its_mend(
    file: str, around: str, mistake: str, expected: str
) -> None:
    before, _, after = around.partition("…\n")
    _, problems = LOADERS.get(file, load)(before + mistake + after)
    assert report(problems, before.count("\n")) == expected
    assert all(one.hint for one in problems)
    name = "content/site.yml" if file == "site" else "content/privacy/policy.yml"
    assert {one.location.file for one in problems} == {name}


def test_all_mistakes_of_a_file_are_told_at_once_in_their_order() -> None:
    source = """\
policy: terms
kind: Terms
title: Условия
languages: [ru]
prevails: fr
aliases: [x]
edition: {effective: soon, change: big}
preface:
- ru: x
clauses:
- id: A
  marker: dots
- ru: x
  repealed: 1
conclusions: x
"""
    working, problems = load(source)
    assert working is not None
    assert told(problems) == [
        "1:9 - policy-id",
        "2:7 - value",
        "3:8 - type",
        "4:12 - type",
        "5:11 - value",
        "6:11 - alias",
        "7:22 - date",
        "7:36 - value",
        "9:3 - missing",
        "11:7 - clause-id",
        "12:11 a value",
        "13:3 - missing",
        "14:13 - value",
        "15:14 - type",
    ]


def test_what_was_understood_stays_beside_the_problems() -> None:
    working, problems = load(in_clauses("- id: a\n  marker: dots\n  ru: Текст\n"))
    assert told(problems) == ["7:11 a value"]
    assert working is not None
    assert working.clauses[0].text["ru"].text == "Текст"


def test_clauses_have_at_most_eight_levels() -> None:
    levels = (f"{'  ' * level}- id: c{level}\n{'  ' * level}  clauses:\n" for level in range(8))
    deepest = "{0}- id: {1}\n{0}  ru: x\n"
    eighth = "".join([*levels][:7]) + deepest.format("  " * 7, "end")
    assert load(in_clauses(eighth))[1] == ()
    levels = (f"{'  ' * level}- id: c{level}\n{'  ' * level}  clauses:\n" for level in range(8))
    _, problems = load(in_clauses("".join(levels) + deepest.format("  " * 8, "end")))
    assert told(problems) == ["22:17 c7 depth"]


def test_a_text_has_at_most_as_many_characters_as_people_read_at_once() -> None:
    _, problems = load(in_clauses(f"- id: a\n  ru: {'я' * 100_001}\n"))
    assert told(problems) == ["7:7 a limit"]
    assert "Split it into clauses" in problems[0].hint
