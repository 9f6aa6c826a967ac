"""What docs/publishing.md shows is what the program does."""

import re
import shlex
import textwrap
from pathlib import Path

import click
import pytest

from inforce.cli import main

from ..workplace import Workplace, errors, steps

DOCUMENT = Path(__file__).parents[2] / "docs" / "publishing.md"


def blocks(language: str) -> list[str]:
    """The blocks of code in a language."""
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)


def commands() -> list[str]:
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [line.partition(">")[0] for line in lines if line.startswith("inforce ")]


@pytest.mark.parametrize("line", commands())
def test_a_command_can_be_typed_as_it_stands(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ledger-2026.jsonl").touch()
    _, name, *words = shlex.split(line, comments=True)
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.make_context(name, words).args == []


EDITIONS = [block for block in blocks("yaml") if block.startswith("edition:")]


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_can_be_declared_as_it_stands(place: Workplace, edition: str) -> None:
    body = """\
        policy: privacy
        kind: privacy-policy
        title: {ru: Политика, kk: Саясат, en: Policy}
        languages: {ru: authentic, kk: authentic, en: unofficial}
        clauses:
        - id: scope
          ru: Для всех.
          kk: Барлығы үшін.
          en: For everybody.
        """
    place.write_text("privacy", textwrap.dedent(body) + edition)
    plan = place.plan(moment="2026-11-21")
    assert (len(steps(plan)), errors(plan)) == (1, [])


def test_the_document_shows_both_kinds_of_editions() -> None:
    assert len(EDITIONS) == 2
    assert len(commands()) >= 8


def test_every_link_inside_the_document_leads_somewhere() -> None:
    text = DOCUMENT.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
