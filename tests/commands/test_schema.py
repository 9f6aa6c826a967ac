"""`inforce schema`, and the schemas that a project keeps for its editors."""

import json
from pathlib import Path

import pytest

from inforce.commands.schema import POINTER, SCHEMAS, stale_schemas, text

from ..workplace import Workplace, policy
from .conftest import Shell

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("words", "title"), [
    (["schema"], "A policy of inforce"),
    (["schema", "policy"], "A policy of inforce"),
    (["schema", "site"], "A site of inforce"),
])  # fmt: skip
def test_a_schema_is_printed(run: Shell, words: list[str], title: str) -> None:
    ran = run(*words)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["title"] == title


def test_the_schemas_are_written_once(place: Workplace, run: Shell) -> None:
    ran = run("schema", "--write")
    assert ran.stdout.count("written: ") == 2
    for name in SCHEMAS:
        assert (place.content / ".schema" / f"{name}.json").read_text("utf-8") == text(name)
    assert run("schema", "--write").stdout == ""
    assert run("check").exit_code == 0


def test_the_example_and_a_new_project_have_them(tmp_path: Path, run: Shell) -> None:
    assert run("new", str(tmp_path / "new")).exit_code == 0
    for content in (ROOT / "content", tmp_path / "new" / "content"):
        assert [*stale_schemas(content)] == []
        for source in content.glob("*/policy.yml"):
            assert source.read_text("utf-8").startswith(POINTER)
        first = (content / "site.yml").read_text("utf-8").split("\n")[0]
        assert first == "# yaml-language-server: $schema=.schema/site.json"


def test_format_keeps_them_up_to_date_where_they_are(place: Workplace, run: Shell) -> None:
    place.write(policy())
    run("format")
    assert run("format").stdout == ""
    run("schema", "--write")
    path = place.content / ".schema" / "site.json"
    path.write_text("{}")
    ran = run("format", "--check")
    assert (ran.exit_code, ran.stdout) == (1, "not up to date: content/.schema/site.json\n")
    ran = run("format")
    assert (ran.exit_code, ran.stdout) == (0, "written: content/.schema/site.json\n")
    assert run("format", "--check").exit_code == 0


def test_an_imported_text_names_its_schema_where_there_is_one(
    place: Workplace, run: Shell, tmp_path: Path
) -> None:
    document = tmp_path / "terms.txt"
    document.write_text("Правила\n\n1. Общее\n\n1.1. Это правила сайта.\n", "utf-8")
    words = ("import", str(document), "--language", "ru", "--policy")
    assert run(*words, "terms").exit_code == 0
    assert "$schema" not in (place.content / "terms" / "policy.yml").read_text("utf-8")
    run("schema", "--write")
    assert run(*words, "rules").exit_code == 0
    assert (place.content / "rules" / "policy.yml").read_text("utf-8").startswith(POINTER)
