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
