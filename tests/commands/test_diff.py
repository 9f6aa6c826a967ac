import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from inforce.cli import main
from inforce.commands import diff as module
from inforce.compare import ComparedParagraph, Mark, Pieces, compare
from inforce.model import Text, plain
from inforce.publish import withdraw
from inforce.render.redline_words import MARKDOWN, redline_words

from ..compare.notation import text
from ..compare.test_properties import texts
from ..frozen.strategies import OFTEN
from ..workplace import Workplace, at, clause, policy
from .conftest import Shell

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "diff.md").read_text("utf-8")

FIRST = clause("a", "Ten days")
SECOND = clause("a", "Thirty days")
THIRD = clause("a", "Forty days")
OLD = {"number": "1", "effective": "2020-05-01", "imported": {"source": "our old site"}}
NEW = {"number": "2", "effective": "on posting"}


@pytest.fixture
def published(place: Workplace) -> Workplace:
    place.publish(policy("privacy", FIRST, edition=OLD))
    place.publish(policy("privacy", SECOND, edition=NEW), moment="2026-09-02T15:00")
    return place


LATER = "2026-09-03T12:00"
LAST = (
    "privacy (ru): 2020-05-01 → 2026-09-02\n\n1. (a): reworded\n    [-Ten-]{+Thirty+} days (ru)\n"
)
DRAFT = (
    "privacy (ru): 2026-09-02 → working\n\n1. (a): reworded\n    [-Thirty-]{+Forty+} days (ru)\n"
)


def test_the_last_change_is_shown_where_the_working_text_changes_nothing(
    published: Workplace, run: Shell
) -> None:
    ran = run("diff", "privacy", moment=LATER)
    assert (ran.exit_code, ran.stdout) == (0, LAST)


def test_what_the_working_text_changes_is_shown_first(published: Workplace, run: Shell) -> None:
    published.write(policy("privacy", THIRD))
    ran = run("diff", "privacy", moment=LATER)
    assert (ran.exit_code, ran.stdout) == (0, DRAFT)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["2020-05-01", "2026-09-02"], "2020-05-01 → 2026-09-02"),
        (["2026-09-02", "2020-05-01"], "2026-09-02 → 2020-05-01"),
        (["2021-01-01", "2026-12-01"], "2020-05-01 → 2026-09-02"),
        (["2021-01-01T10:00", "working"], "2020-05-01 → working"),
        (["working", "2021-01-01"], "working → 2020-05-01"),
        (["2020-05-01"], "2020-05-01 → working"),
    ],
)
def test_texts_are_named_by_edition_by_date_or_as_working(
    published: Workplace, run: Shell, words: list[str], names: str
) -> None:
    ran = run("diff", "privacy", *words, moment=LATER)
    assert ran.stdout.splitlines()[0] == f"privacy (ru): {names}"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["terms"], "no policy `terms` was published; published are: privacy"),
        (["privacy", "yesterday"], "`yesterday` is no edition of `privacy`, no date and not"),
        (["privacy", "2019-01-01"], "no edition of `privacy` was in force on 2019-01-01: the"),
        (["privacy", "--language", "de"], "`de` is not a language of this site; it has ru, kk"),
    ],
)
def test_what_cannot_be_compared_is_said(
    published: Workplace, run: Shell, words: list[str], told: str
) -> None:
    ran = run("diff", *words, moment=LATER)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"inforce: {told}")


def test_one_edition_alone_cannot_be_compared(place: Workplace, run: Shell) -> None:
    place.publish(policy("privacy", FIRST, edition=NEW))
    ran = run("diff", "privacy", moment=LATER)
    assert ran.exit_code == 2
    assert "there is nothing to compare" in ran.stderr


def test_a_broken_working_text_is_a_problem_of_the_content(
    published: Workplace, run: Shell
) -> None:
    published.write_text("privacy", "policy: privacy\nclauses: 5\n")
    ran = run("diff", "privacy", moment=LATER)
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert run("diff", "privacy", "2020-05-01", "2026-09-02", moment=LATER).exit_code == 0


def test_a_withdrawn_edition_is_said_to_be_one(published: Workplace, run: Shell) -> None:
    third = {"number": "3", "effective": "2027-01-01"}
    published.publish(policy("privacy", THIRD, edition=third), moment="2026-09-03T09:00")
    withdraw(published.root, "privacy", "2027-01-01", "postponed", at("2026-09-03T10:00"))
    sides = ("diff", "privacy", "2027-01-01", "2026-09-02")
    named = "2027-01-01 (withdrawn before it took effect) → 2026-09-02"
    assert run(*sides, moment=LATER).stdout.splitlines()[0] == f"privacy (ru): {named}"
    assert f": {named}\n" in run(*sides, "--format", "markdown", moment=LATER).stdout
    page = run(*sides, "--format", "html", moment=LATER).stdout
    assert "<h1>privacy (ru): 2027-01-01 (отозвана до вступления в силу) → 2026-09-02</h1>" in page
    data = json.loads(run(*sides, "--format", "json", moment=LATER).stdout)
    assert (data["old"], data["withdrawn"]) == ("2027-01-01", ["2027-01-01"])


def test_equal_texts_have_no_differences(published: Workplace, run: Shell) -> None:
    ran = run("diff", "privacy", "2026-09-02", moment=LATER)
    assert ran.stdout == "privacy (ru): 2026-09-02 → working\n\nThere are no differences.\n"


def test_colours_stand_where_they_are_seen_and_wanted(
    published: Workplace, run: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = module._terminal()
    assert style.deleted("x") == "[-x-]"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in module._terminal().deleted("x")
    monkeypatch.setenv("NO_COLOR", "1")
    assert module._terminal().deleted("x") == "[-x-]"


def test_html_is_a_document_that_needs_nothing_else(published: Workplace, run: Shell) -> None:
    ran = run("diff", "privacy", "--format", "html", "--language", "kk", moment=LATER)
    tree = LexborHTMLParser(ran.stdout)
    assert ran.stdout.startswith("<!doctype html>\n")
    assert [node.attributes["lang"] for node in tree.css("html")] == ["kk"]
    assert tree.css("link, script, img, [src]") == []
    assert [node.text() for node in tree.css(".kind")] == ["Мәтіні өзгерді"]


def test_json_says_all(published: Workplace, run: Shell) -> None:
    data = json.loads(run("diff", "privacy", "--format", "json", moment=LATER).stdout)
    assert data == {
        "format": "inforce-diff-1",
        "policy": "privacy",
        "language": "ru",
        "changed": True,
        "counts": {"reworded": 1},
        "title": [["=", "Policy (ru)"]],
        "preface": [],
        "preamble": [],
        "clauses": [
            {
                "id": "a",
                "kinds": ["reworded"],
                "numbers": ["1.", "1."],
                "paths": ["1.", "1."],
                "title": [],
                "blocks": [
                    {
                        "mark": "=",
                        "paragraph": [["-", "Ten"], ["+", "Thirty"], ["=", " days (ru)"]],
                    }
                ],
                "clauses": [],
                "closing": [],
                "looks": [],
            }
        ],
        "conclusions": [],
        "annexes": [],
        "old": "2020-05-01",
        "new": "2026-09-02",
        "withdrawn": [],
    }
    table = DOCUMENT.partition("## JSON")[2].partition("A clause has")[0]
    assert {*data} == {*re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.*?) \|", table, re.M)))}


MARKED = [
    ("a one two", "a one three", "one ~~two~~**three**"),
    ("a имя", "a имя, почта", "имя<ins>, почта</ins>"),
    ("a x one [y_", "a x two [y_", r"x ~~one~~**two** \[y\_"),
    ("a 1. <b>(#a) x", "a 1. <b>(#a) y", "b ~~x~~**y**"),
    ("a [A; 1]", "a [A; 2]", "| ~~1~~**2** |"),
]


@pytest.mark.parametrize(("old", "new", "expected"), MARKED)
def test_markdown_marks_words_where_github_sees_it(old: str, new: str, expected: str) -> None:
    assert redline_words(compare(text(old), text(new)), MARKDOWN).splitlines()[-1] == expected


GITHUB = MarkdownIt("commonmark", {"html": True}).enable("strikethrough")
TAGS = {"old": "ins, strong", "new": "del, s"}


def shown(markdown: str, side: str) -> str:
    tree = LexborHTMLParser(f"<body>{GITHUB.render(markdown)}")
    for node in tree.css(TAGS[side]):
        node.decompose()
    return "".join(tree.body.text().split()) if tree.body else ""


def written(pieces: Pieces) -> str:
    write = {
        Mark.EQUAL: MARKDOWN.kept,
        Mark.DELETED: MARKDOWN.deleted,
        Mark.INSERTED: MARKDOWN.inserted,
    }
    return "".join(write[one.mark](plain(one.runs).replace("\n", " ")) for one in pieces)


@OFTEN
@given(texts(), texts())
def test_markdown_shows_either_side(old: Text, new: Text) -> None:
    for entry in compare(old, new).walk():
        for block in entry.blocks:
            assert isinstance(block, ComparedParagraph)
            for side in TAGS:
                runs = [run for one in block.pieces for run in getattr(one, side)]
                expected = "".join(plain(tuple(runs)).split())
                assert shown(f"x{written(block.pieces)}", side) == f"x{expected}"


COMMANDS = [line for line in DOCUMENT.splitlines() if line.startswith("inforce ")]


@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_of_the_document_run(line: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    words = shlex.split(line.partition(">")[0])[1:]
    ran = CliRunner().invoke(main, ["--project", str(tmp_path), *words])
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout


def test_the_document_shows_every_format() -> None:
    assert {"markdown", "html", "json"} <= {*" ".join(COMMANDS).split()}
