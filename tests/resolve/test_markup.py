"""Inline text: what its marks mean, and what is text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.model import (
    Block,
    Break,
    Code,
    Emphasis,
    Link,
    Paragraph,
    Run,
    Source,
    Strong,
    Table,
    Words,
    plain,
)
from inforce.resolve import escape, nothing, shown_pieces
from inforce.resolve.markup import parse_blocks, parse_runs
from inforce.resolve.references import Interpreter

from ..source.loading import the_site

UNHURRIED = settings(deadline=None)


def interpreter(text: str) -> Interpreter:
    return Interpreter("privacy", Source(text), "ru", the_site(), {}, nothing)


def blocks(text: str) -> tuple[Block, ...]:
    found = interpreter(text)
    parsed = parse_blocks(text, found)
    assert found.problems == []
    return parsed


def runs(text: str) -> tuple[Run, ...]:
    """The runs of the one paragraph of a text."""
    (paragraph,) = blocks(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.runs


def strong(words: str) -> Strong:
    return Strong((Words(words),))


HERE = Link((Words("x"),), href="https://a.kz/")

INLINE = [
    ("words", "Один два", (Words("Один два"),)),
    ("strong", "a **b** c", (Words("a "), strong("b"), Words(" c"))),
    ("stress", "a *b* c", (Words("a "), Emphasis((Words("b"),)), Words(" c"))),
    ("both", "***a***", (Emphasis((strong("a"),)),)),
    ("strong before a comma", "**a**, b", (strong("a"), Words(", b"))),
    ("strong in a word", "а**б**в", (Words("а"), strong("б"), Words("в"))),
    ("a space inside", "** a **", (Words("** a **"),)),
    ("a quotation mark inside", "**«a»**б", (Words("**«a»**б"),)),
    ("a footnote", "5 * 3 *", (Words("5 * 3 *"),)),
    ("underscores", "_a_ __b__ ____", (Words("_a_ __b__ ____"),)),
    ("a blank in a form", "Я, ______________,", (Words("Я, ______________,"),)),
    ("code", "a `_ga *b*`", (Words("a "), Code("_ga *b*"))),
    ("code with a tick", "`` a`b ``", (Code("a`b"),)),
    ("a tick alone", "a ` b", (Words("a ` b"),)),
    ("strike", "~~a~~ ==b== ^c^", (Words("~~a~~ ==b== ^c^"),)),
    ("lines", "a\nb", (Words("a b"),)),
    ("lines of blanks", "a   \t b", (Words("a b"),)),
    ("a no-break space", "5\u00a0₸  x", (Words("5\u00a0₸ x"),)),
    ("a break of a backslash", "a\\\nb", (Words("a"), Break(), Words("b"))),
    ("a break of two spaces", "a  \nb", (Words("a"), Break(), Words("b"))),
    ("spaces around a break", "a   \n  b", (Words("a"), Break(), Words("b"))),
    ("a break in strong", "**a\\\nb**", (Strong((Words("a"), Break(), Words("b"))),)),
    ("a link", "[x](https://a.kz/)", (HERE,)),
    ("a link of strong", "[**x**](https://a.kz/)", (Link((strong("x"),), href="https://a.kz/"),)),
    ("strong of a link", "**[x](https://a.kz/)**", (Strong((HERE,)),)),
    ("an address", "<https://a.kz/>", (Link((Words("https://a.kz/"),), href="https://a.kz/"),)),
    ("a mailbox", "<a@b.kz>", (Link((Words("a@b.kz"),), href="mailto:a@b.kz"),)),
    ("an address alone", "https://a.kz/", (Words("https://a.kz/"),)),
    ("a link in pieces", "[x] (https://a.kz/) [y][z]", (Words("[x] (https://a.kz/) [y][z]"),)),
    ("a definition", "[x]: https://a.kz/", (Words("[x]: https://a.kz/"),)),
    ("a link in a link", "[[x](https://a.kz/) y](https://b.kz/)",
     (Words("["), HERE, Words(" y](https://b.kz/)"))),
    ("a picture", "![x](https://a.kz/)", (Words("!"), HERE)),
    ("a tag", "<b>a</b><br>", (Words("<b>a</b><br>"),)),
    ("a script", "<script>alert(1)</script>", (Words("<script>alert(1)</script>"),)),
    ("an entity", "a&nbsp;b &lt; &#65;", (Words("a&nbsp;b &lt; &#65;"),)),
    ("a comment of HTML", "<!-- a -->", (Words("<!-- a -->"),)),
    ("escapes", "\\*a\\* \\[b\\] \\\\ \\`", (Words("*a* [b] \\ `"),)),
    ("no escapes", "\\a C:\\б", (Words("\\a C:\\б"),)),
    ("brackets", "[a] (b) [c]", (Words("[a] (b) [c]"),)),
    ("a number", "1. a", (Words("1. a"),)),
    ("a bullet", "- a", (Words("- a"),)),
    ("a heading", "# a", (Words("# a"),)),
    ("a quotation", "> a", (Words("> a"),)),
    ("indented", "a\n        b", (Words("a b"),)),
    ("a line", "a\n---\nb", (Words("a --- b"),)),
    ("a heading below", "a\n===", (Words("a ==="),)),
    ("a fence", "```\na\n```", (Code("a"),)),
    ("quotes and dashes", "\"a\" -- 'b' ... (c)", (Words("\"a\" -- 'b' ... (c)"),)),
    ("a fact", "{operator.email}.", (Words("privacy@policies.example."),)),
    ("a fact of strong", "**{operator.bin}**", (strong("001240000123"),)),
    ("a fact in code", "`{operator.bin}`", (Code("001240000123"),)),
    ("a fact with marks in it", "{operator.motto}", (Words("Всё *честно*"),)),
    ("a brace", "{{a}", (Words("{a}"),)),
    ("an escaped brace", "\\{operator.bin}", (Words("{operator.bin}"),)),
    ("a fact behind a brace", "{{{operator.bin}}", (Words("{001240000123}"),)),
    ("a closing brace", "a } b }}", (Words("a } b }}"),)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in INLINE],
                         ids=[row[0] for row in INLINE])  # fmt: skip
def test_marks_mean_this_and_nothing_else(text: str, expected: tuple[Run, ...]) -> None:
    assert runs(text) == expected


def cell(text: str) -> tuple[Run, ...]:
    return (Words(text),) if text else ()


def table(align: str, *rows: str) -> Table:
    """A table of words; the rows are cells between bars."""
    header, *others = [tuple(cell(one) for one in row.split("|")) for row in rows]
    names = {"-": "", "l": "left", "r": "right", "c": "center"}
    return Table(tuple(names[sign] for sign in align), header, tuple(others))


TABLES = [
    ("bars all around", "| a | b |\n|---|---|\n| 1 | 2 |", table("--", "a|b", "1|2")),
    ("no outer bars", "a | b\n--|--\n1 | 2", table("--", "a|b", "1|2")),
    ("aligned", "|a|b|c|d|\n|:-|-:|:-:|-|", table("lrc-", "a|b|c|d")),
    ("a row too short", "|a|b|\n|-|-|\n|1|", table("--", "a|b", "1|")),
    ("a cell without words", "|a||\n|-|-|\n||2|", table("--", "a|", "|2")),
    ("an escaped bar", "|a|\n|-|\n|1 \\| 2|", Table(("",), (cell("a"),), ((cell("1 | 2"),),))),
    ("one column", "|a|\n|-|\n|1|", table("-", "a", "1")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TABLES],
                         ids=[row[0] for row in TABLES])  # fmt: skip
def test_a_table_is_spelt_as_in_gfm(text: str, expected: Table) -> None:
    assert blocks(text) == (expected,)


def test_the_cells_of_a_table_are_inline_text() -> None:
    (found,) = blocks("| **a** | [x](https://a.kz/) |\n|---|---|\n| `b` | {operator.bin} |")
    assert found == Table(
        ("", ""),
        ((strong("a"),), (HERE,)),
        (((Code("b"),), (Words("001240000123"),)),),
    )


def test_paragraphs_and_tables_follow_each_other() -> None:
    text = "Один\n\n\nдва\n| a |\n|---|\n| 1 |\n\nтри"
    assert [type(block).__name__ for block in blocks(text)] == [
        "Paragraph", "Paragraph", "Table", "Paragraph",
    ]  # fmt: skip
    assert blocks("") == blocks(" \n \n") == ()


@pytest.mark.parametrize(
    ("text", "place", "check", "words"),
    [
        (
            "|a|b|\n|-|-|\n| 1 | 2 | 3 |",
            "3:1",
            "table",
            "more cells than the table has columns (2)",
        ),
        ("|a|\n|-|\n|1|\n1|2", "4:1", "table", "columns (1)"),
        ('x [y](https://a.kz "Сайт")', "1:7", "link", "“Сайт” behind an address"),
        ("a " + "*b " * 10 + "c*" * 10, "1:3", "markup", "nested more than 6 times"),
    ],
)
def test_nothing_of_a_text_is_lost_in_silence(
    text: str, place: str, check: str, words: str
) -> None:
    found = interpreter(text)
    parse_blocks(text, found)
    location = found.problems[0].location
    assert [problem.check for problem in found.problems] == [check]
    assert f"{location.line + 1}:{location.column + 1}" == place
    assert words in found.problems[0].message
    assert found.problems[0].hint


def test_a_title_is_one_line() -> None:
    found = interpreter("")
    assert parse_runs("**О** \n сроках\\\n ", found) == (strong("О"), Words(" сроках\\"))
    assert parse_runs("| a |\n|---|", found) == (Words("| a | |---|"),)
    assert parse_runs(" ", found) == ()


SIGNS = "ab яқ1.,:;!?#-*_+=~`'\"<>()[]{}|\\/&@%^$№«»–\u00a0"


def single(text: str) -> str:
    return re.sub(" +", " ", text).strip(" ")


@UNHURRIED
@given(st.text(SIGNS, min_size=1, max_size=40).map(single).filter(lambda text: text.strip()))
def test_escaped_words_are_read_as_they_stand(text: str) -> None:
    (paragraph,) = blocks(escape(text))
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs) == text.strip()
    assert not any(isinstance(run, Link | Strong | Emphasis | Code) for run in paragraph.runs)


@UNHURRIED
@given(st.lists(st.text("ab*|`_\\ <[{", min_size=1, max_size=8), min_size=2, max_size=4))
def test_escaped_words_in_a_table_are_read_as_they_stand(cells: list[str]) -> None:
    words = [single(one) or "x" for one in cells]
    row = "|" + "|".join(f" {escape(one)} " for one in words) + "|"
    (found,) = blocks(f"{row}\n|{'---|' * len(words)}\n{row}")
    assert isinstance(found, Table)
    assert [plain(one) for one in found.header] == words
    assert [[plain(one) for one in line] for line in found.rows] == [words]


@UNHURRIED
@given(st.text(SIGNS, max_size=60))
def test_the_visible_letters_of_a_text_are_those_that_were_typed(text: str) -> None:
    found = parse_blocks(text.replace("{", "").replace("(", ""), interpreter(text))
    shown = "".join(plain(block.runs) for block in found if isinstance(block, Paragraph))
    if len(found) == sum(isinstance(block, Paragraph) for block in found):
        letters = re.findall(r"\w", text, re.ASCII)
        assert [sign for sign in letters if sign != "_"] == [
            sign for sign in re.findall(r"\w", shown, re.ASCII) if sign != "_"
        ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a **b** c", [(0, "a "), (4, "b"), (7, " c")]),
        ("`a` a", [(3, " a")]),
        ("\\*a", [(2, "a")]),
        ("[a](https://a.kz) b", [(1, "a"), (17, " b")]),
        ("a\nb\n\nc", [(0, "a"), (2, "b"), (5, "c")]),
        ("|a|b|\n|-|-|\n|1|2|", [(1, "a"), (3, "b"), (13, "1"), (15, "2")]),
    ],
)
def test_the_pieces_that_are_shown_as_typed_have_their_places(
    text: str, pieces: list[tuple[int, str]]
) -> None:
    assert list(shown_pieces(text)) == pieces
