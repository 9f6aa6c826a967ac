"""The same problems as text, as GitHub's commands, as JSON and as SARIF."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from inforce.checks import CHECKS, rules
from inforce.model import Location
from inforce.problems import Problem
from inforce.report import FORMATS, annotations, document, markdown, sarif, summary, text

FILE = "content/privacy/policy.yml"
PROBLEMS = (
    Problem(Location(FILE), "no-source", "the text is gone", "Restore it.", "warning"),
    Problem(Location(FILE, 3), "tombstone", "gone", severity="error"),
    Problem(Location(FILE, 7, 5, "scope"), "list-like", "100% a\r\nb", "Write: c, d.", "note"),
    Problem(Location("a b/ә:,%.yml", 1, 2), "never-heard-of", "x: y, z", "w"),
)
SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8"))
OWN = json.loads((files("inforce.report") / "schema" / "problems-v1.json").read_text("utf-8"))


def problem(*, check: str = "html", line: int = 1, **more: Any) -> Problem:
    place = Location(FILE, line, 1, more.pop("clause", "scope"))
    return Problem(place, check, more.pop("message", "x"), "y", **more)


def test_text_is_for_people() -> None:
    assert text(PROBLEMS[1:3]) == (
        f"{FILE}:3: error: gone [tombstone]\n"
        f"{FILE}:7:5 (scope): note: 100% a\r\nb [list-like]\n"
        "    Write: c, d.\n"
        "1 error, 0 warnings, 1 note\n"
    )
    assert text(()) == ""


COUNTS = [
    ([], "0 errors, 0 warnings"),
    (["error"], "1 error, 0 warnings"),
    (["warning", "error", "error"], "2 errors, 1 warning"),
    (["note", "note", "warning", "warning"], "0 errors, 2 warnings, 2 notes"),
]


@pytest.mark.parametrize(("severities", "expected"), COUNTS)
def test_problems_are_counted(severities: list[str], expected: str) -> None:
    assert summary(problem(severity=one) for one in severities) == expected


COMMANDS = [
    f"::warning file={FILE},title=no-source::the text is gone%0ARestore it.",
    f"::error file={FILE},line=3,title=tombstone::gone",
    f"::notice file={FILE},line=7,col=5,title=list-like in scope::100%25 a%0D%0Ab%0AWrite: c, d.",
    "::error file=a b/ә%3A%2C%25.yml,line=1,col=2,title=never-heard-of::x: y, z%0Aw",
]


@pytest.mark.parametrize(("one", "expected"), [*zip(PROBLEMS, COMMANDS, strict=True)])
def test_github_reads_a_command_for_each_problem(one: Problem, expected: str) -> None:
    assert annotations([one]) == f"{expected}\n"


def test_no_words_of_a_problem_end_its_command_or_begin_another() -> None:
    wild = problem(message="a\n::error::b\r::stop-commands::x%0A", clause="x::y,z=1%\n")
    written = annotations([wild])
    assert written.count("\n") == 1
    assert "\r" not in written
    properties, _, message = written.removeprefix("::error ").partition("::")
    assert "," not in properties.rpartition("title=")[2]
    assert message.startswith("a%0A::error::b%0D::stop-commands::x%250A")


def test_json_is_as_its_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(OWN)
    for problems in ((), PROBLEMS):
        jsonschema.validate(json.loads(document(problems)), OWN)
    whole = json.loads(document(PROBLEMS))
    assert whole["counts"] == {"error": 2, "warning": 1, "note": 1}
    assert whole["problems"][0]["line"] is None
    assert whole["problems"][2] == {
        "check": "list-like",
        "severity": "note",
        "file": FILE,
        "line": 7,
        "column": 5,
        "clause": "scope",
        "message": "100% a\r\nb",
        "hint": "Write: c, d.",
    }


def test_the_schema_takes_nothing_else() -> None:
    whole = json.loads(document(PROBLEMS))
    for wrong in ({"line": 0}, {"severity": "off"}, {"check": "A"}, {"more": 1}, {"message": ""}):
        broken = {**whole, "problems": [{**whole["problems"][0], **wrong}]}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, OWN)


def log(problems: Any) -> Any:
    whole = json.loads(sarif(problems))
    jsonschema.Draft4Validator(SCHEMA).validate(whole)
    return whole["runs"][0]


def test_sarif_is_as_the_standard_says() -> None:
    assert log(())["results"] == []
    run = log(PROBLEMS)
    assert [one["level"] for one in run["results"]] == ["warning", "error", "note", "error"]
    third, fourth = run["results"][2:]
    assert third["message"]["text"] == "100% a\r\nb\nWrite: c, d."
    assert third["locations"][0] == {
        "physicalLocation": {
            "artifactLocation": {"uri": FILE, "uriBaseId": "SRCROOT"},
            "region": {"startLine": 7, "startColumn": 5},
        },
        "logicalLocations": [
            {"name": "scope", "fullyQualifiedName": "privacy#scope", "kind": "clause"}
        ],
    }
    place = fourth["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "a%20b/%D3%99%3A%2C%25.yml"
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"]


def test_sarif_explains_each_kind_of_problem_once() -> None:
    run = log((*PROBLEMS, *PROBLEMS))
    named = [one["id"] for one in run["tool"]["driver"]["rules"]]
    assert named == ["list-like", "never-heard-of", "no-source", "tombstone"]
    for result in run["results"]:
        assert named[result["ruleIndex"]] == result["ruleId"]
    help_ = run["tool"]["driver"]["rules"][0]["help"]
    assert "marker: point" in help_["text"]
    assert "```yaml" in help_["markdown"]


def test_every_rule_can_be_explained() -> None:
    found = log([problem(check=name) for name in rules()])
    assert len(found["tool"]["driver"]["rules"]) == len(rules()) > len(CHECKS)


def fingerprints(*problems: Problem) -> list[str]:
    return [one["partialFingerprints"]["problem/v1"] for one in log(problems)["results"]]


def test_a_fingerprint_stays_where_lines_are_added_and_tells_all_else_apart() -> None:
    (first,) = fingerprints(problem())
    assert fingerprints(problem(line=99)) == [first]
    others = fingerprints(
        problem(), problem(), problem(check="x"), problem(message="z"), problem(clause="b")
    )
    assert others[0] == first
    assert len({*others}) == 5


def test_every_format_ends_its_last_line() -> None:
    assert all(FORMATS[name](PROBLEMS).endswith("\n") for name in FORMATS)


def test_markdown_lists_each_file_with_how_to_mend() -> None:
    assert markdown(PROBLEMS[1:3]) == (
        "**1 error, 0 warnings, 1 note**\n\n"
        "### content/privacy/policy.yml\n\n"
        "- **error** line 3: gone (tombstone)\n"
        "- **note** line 7, clause scope: 100% a b (list-like)\n"
        "  - To mend it: Write: c, d.\n"
    )
    assert markdown(()) == ""


def test_markdown_takes_no_words_of_a_problem_for_markup() -> None:
    wild = problem(message="write `a_b`, not <img> [x](y)\n# *z* _a_ `", check="x_y")
    assert ("write `a_b`, not \\<img\\> \\[x\\](y) \\# \\*z\\* \\_a\\_ \\` (x\\_y)") in markdown(
        [wild]
    )
