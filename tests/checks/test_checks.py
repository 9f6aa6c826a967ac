"""The checks of words: what each warns of, and what it lets pass."""

from datetime import UTC, datetime

import pytest

from inforce.checks import Check, Context, html, languages, listlike, markup, tablelike
from inforce.problems import Problem

from ..source.loading import HEAD, in_clauses, load_sound, the_site, told

MOMENT = datetime(2030, 1, 1, tzinfo=UTC)
# The line of the text that the tables give, and the column before it.
ABOVE, LEFT = 7, 4


def check(module: Check, source: str) -> tuple[Problem, ...]:
    return tuple(module.check(Context(load_sound(source), the_site(), MOMENT)))


def in_text(text: str) -> str:
    return in_clauses("- id: a\n  ru: |-\n    " + text.replace("\n", "\n    ") + "\n")


def places(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{one.location.line - ABOVE}:{one.location.column - LEFT}" for one in problems]


LISTS = [
    ("1. Один", ["1:1"]),
    ("1) Один", ["1:1"]),
    ("1.1. Один", ["1:1"]),
    ("1.1 Один", ["1:1"]),
    ("5.3.2 Один", ["1:1"]),
    ("а) Один\nә) екі", ["1:1", "2:1"]),
    ("IV. Один", ["1:1"]),
    ("- Один", ["1:1"]),
    ("– Один\n— два\n• три\n* четыре\n+ пять", ["1:1", "2:1", "3:1", "4:1", "5:1"]),
    ("# Один\n### Два", ["1:1", "2:1"]),
    ("Мы храним:\n  - имя;\n\n- адрес", ["2:3", "4:1"]),
    ("1.\u00a0Один", ["1:1"]),
    ("Один\n3.10 раза", []),
    ("2026. Один", []),
    ("1,5 % от суммы", []),
    ("-5 °C", []),
    ("#5", []),
    ("---", []),
    ("\\- Один", []),
    ("\\1. Один", []),
    ("Один – два - три", []),
    ("и) то же", ["1:1"]),
    ("(а) Один", []),
    ("**1.** Один", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lines_that_look_like_a_list(text: str, expected: list[str]) -> None:
    assert places(check(listlike, in_text(text))) == expected


ASTERISKS = [
    ("**Важно**", []),
    ("** Важно **", ["1:1"]),
    ("**Важно **", ["1:1"]),
    ("**a** и **«b»**c", ["1:9"]),
    ("**a**\n** b", ["2:1"]),
    ("`**`", []),
    ("\\*\\*", []),
    ("5 * 3", []),
]


@pytest.mark.parametrize(("text", "expected"), ASTERISKS)
def test_asterisks_that_are_left(text: str, expected: list[str]) -> None:
    assert places(check(markup, in_text(text))) == expected


HTML = [
    ("Один<br>два", ["1:5"]),
    ("<b>a</b>", ["1:1", "1:5"]),
    ('<a href="https://a.kz">', ["1:1"]),
    ("a&nbsp;b &#160; c", ["1:2", "1:10"]),
    ("`<b>` и <b>", ["1:9"]),
    ("\\<b>", []),
    ("<https://a.kz/> <a@b.kz>", []),
    ("a < b > c, AT&T; «a» & b", []),
    ("Один &copy 2", []),
]


@pytest.mark.parametrize(("text", "expected"), HTML)
def test_html_that_is_shown(text: str, expected: list[str]) -> None:
    assert places(check(html, in_text(text))) == expected


TABLES = [
    ("| a | b |\n|---|---|\n| 1 | 2 |", []),
    ("| a | b |\n|---|\n| 1 | 2 |", ["2:1"]),
    ("| a | b |\n\n|---|---|\n| 1 | 2 |", ["3:1"]),
    ("a | b\n--|--|--", ["2:1"]),
    ("a | b", []),
    ("---", []),
    ("`|---|`", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables_that_are_none(text: str, expected: list[str]) -> None:
    assert places(check(tablelike, in_text(text))) == expected


def test_titles_are_read_too_where_their_marks_are() -> None:
    source = in_clauses("- {id: a, title: {ru: '** a <br>'}, ru: x}\n")
    assert told(check(markup, source)) == ["6:24 a asterisks"]
    assert told(check(html, source)) == ["6:29 a html"]


def test_all_prose_is_read() -> None:
    line = "{ru: '- x'}"
    source = f"""\
{HEAD}edition: {{effective: on posting, summary: {line}}}
preface: [{{kind: place-date, ru: '- x'}}]
preamble: [{{id: a, ru: '- x'}}]
clauses: [{{id: b, ru: y, clauses: [{{id: c, ru: '- x'}}], closing: {line}}}]
conclusions: [{{kind: signature, ru: '- x'}}]
annexes: [{{id: d, ru: '- x'}}]
"""
    lines = sorted(one.location.line for one in check(listlike, source))
    assert lines == [5, 6, 7, 8, 8, 9, 10]


UNREAD = """\
- {id: a, ru: x, kk: x}
- {id: b, ru: x, kk: x, term: {en: x, ru: x}}
"""


def test_each_language_that_is_not_published_is_told_once() -> None:
    problems = check(languages, in_clauses(UNREAD))
    assert told(problems) == ["6:22 a language", "7:36 b language"]
    assert [one.message.split("`")[1] for one in problems] == ["kk", "en"]


def test_a_text_of_many_such_lines_tells_the_first_twenty() -> None:
    assert len(check(listlike, in_text("- x\n" * 1000))) == 20
    assert len(check(html, in_text("<b> " * 1000))) == 20
