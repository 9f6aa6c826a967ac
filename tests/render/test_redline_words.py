"""The comparison without HTML; `inforce diff` itself is tested in tests/commands."""

import pytest

from inforce.compare import compare
from inforce.render.redline_words import MARKDOWN, MARKS, redline_data, redline_words

from ..compare.notation import text

OLD = "a 3. | >b 3.2. | >>c 2) x | >>d – some words | e 4. | >f 4.1. | >>g 1) y"

# The new text, and what stands above the first change in it.
HEADINGS = [
    (
        "a 3. | >b 3.2. | >>d – some words | e 4. | >f 4.1. | >>g 1) y | >>c 5) x",
        "3.2. 2) → 4.1. 5) (c): moved, renumbered",
    ),
    (
        "a 3. | >b 3.2. | >>c 2) x | e 4. | >f 4.1. | >>g 1) y | >>d – some words",
        "some words (d): moved from 3.2. to 4.1.",
    ),
    (
        "a 3. | >b 3.2. | >>c 2) x | e 4. | >f 4.1. | >>g 1) y | ^d some words",
        "some words (d): moved from 3.2. to preamble, renumbered",
    ),
    (
        "a 3. | >b 3.2. | >>c 2) x | >>d! – Repealed. | e 4. | >f 4.1. | >>g 1) y",
        "some words (d): repealed",
    ),
]


@pytest.mark.parametrize(("new", "expected"), HEADINGS)
def test_a_heading_says_where_a_clause_belongs(new: str, expected: str) -> None:
    comparison = compare(text(OLD), text(new))
    assert redline_words(comparison, MARKS).splitlines()[0] == expected


def test_a_clause_without_number_and_words_is_called_by_its_id_once() -> None:
    comparison = compare(text(""), text("a"))
    assert redline_words(comparison, MARKS).splitlines()[0] == "a: added"
    assert redline_words(comparison, MARKDOWN).splitlines()[0] == "#### `a`: added"


def test_data_has_the_numbers_with_those_above() -> None:
    data = redline_data(compare(text("a 1. | >b 1) x"), text("a 1. | >b 1) x | >c 2) y")))
    clauses = data["clauses"]
    assert isinstance(clauses, list)
    assert [one["paths"] for one in clauses[0]["clauses"]] == [["1. 1)"] * 2, [None, "1. 2)"]]


# Both texts, and the words in a terminal.
LOOKS = [
    ("a 1. by <law>(#k1) x", "a 1. by <law>(#k2) x", "by law [-<#k1>-] {+<#k2>+} x"),
    ("a <s>(https://a.example/)", "a <s>(terms#b)", "s [-<https://a.example/>-] {+<terms#b>+}"),
    ("a <s>(terms)", "a s", "s [-<terms>-]"),
    ("a he **may** x", "a he *may* x", "he may [-<strong>-] {+<emphasis>+} x"),
    ("a he may x", "a he **`may`** x", "he may {+<code> <strong>+} x"),
    ("a [A; <s>(#b)]", "a [A; <s>(#c)]", "A\n    s [-<#b>-] {+<#c>+}"),
    ("a b\\c", "a b c", "b  [-<break>-]c"),
    ("a x\u00a0y", "a x y", "x y"),
]


@pytest.mark.parametrize(("old", "new", "expected"), LOOKS)
def test_words_that_look_otherwise_are_followed_by_both_looks(
    old: str, new: str, expected: str
) -> None:
    told = redline_words(compare(text(old), text(new)), MARKS)
    assert told.partition("\n    ")[2] == expected


def test_markdown_says_it_too() -> None:
    comparison = compare(text("a by <law>(#k1)"), text("a by <law>(#k2)"))
    told = redline_words(comparison, MARKDOWN).splitlines()[-1]
    assert told == "by law <del>\\<\\#k1\\></del> <ins>\\<\\#k2\\></ins>"


def test_data_has_both_looks() -> None:
    data = redline_data(compare(text("a by **<law>(#k1)** x"), text("a by <law>(#k2) x")))
    clauses = data["clauses"]
    assert isinstance(clauses, list)
    assert clauses[0]["blocks"][0]["paragraph"] == [["=", "by "], ["=", "law"], ["=", " x"]]
    assert clauses[0]["looks"] == [
        {
            "old": ({"words": "law", "marks": ("strong",), "to": "#k1"},),
            "new": ({"words": "law", "marks": (), "to": "#k2"},),
        }
    ]
