"""A review is as short as a comment may be, and cut between its parts only."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.review.fitting import Cuttable, Piece, fitted

from ..workplace import clause, words
from .conftest import SCOPE, SECOND, TERM, Desk, privacy

URL = "https://github.com/dala/policies/actions/runs/1"
MANY = 40


@pytest.fixture
def long(desk: Desk) -> Desk:
    """Many clauses of many words, all new, in three languages."""
    many = [clause(f"c{n}", f"Words {n} " * 130, title=words(f"Clause {n}")) for n in range(MANY)]
    desk.write(privacy(SCOPE, TERM, *many, edition=SECOND))
    return desk


def test_a_comment_holds_65536_characters(long: Desk) -> None:
    told = long.review("--summary", URL)
    assert 60_000 < len(told) <= 65_536
    left = re.findall(r"_Left out here: (\d+) of (\d+) changed parts\. (.*)_\n", told)
    assert {whole for _, _, whole in left} == {f"See [the whole review]({URL})."}
    assert [count == total for count, total, _ in left] == [False, True]


@pytest.mark.parametrize("limit", [65_536, 30_000, 12_000])
def test_tables_and_notices_stay(long: Desk, limit: int) -> None:
    told = long.review("--limit", str(limit))
    assert len(told) <= limit
    for kept in (
        "| Notice |",
        "### What changes",
        "### Readers must be told",
        "new edition of the",
    ):
        assert kept in told
    assert told.count("```") == 6


def test_nothing_is_cut_inside(long: Desk) -> None:
    whole, cut = long.review("--limit", "0"), long.review("--limit", "40000")
    assert whole.count("<details") == whole.count("</details>") == cut.count("</details>")
    paragraphs = {*whole.split("\n\n")}
    new = [one for one in cut.split("\n\n") if one not in paragraphs]
    assert [one for one in new if not re.search(r"_Left out here|and \d+ more|^- ", one)] == []


def test_where_nothing_else_has_room_the_policies_are_named(long: Desk) -> None:
    told = long.review("--limit", "1200")
    assert len(told) <= 1200
    assert "(`privacy`)" in told
    assert "There is too much to show here." in told


PIECES = st.lists(
    st.text(max_size=30)
    | st.builds(
        Cuttable, st.just("x"), st.lists(st.text(max_size=40)).map(tuple), st.integers(0, 2)
    )
)


@given(PIECES, st.integers(0, 2000))
def test_the_limit_holds_where_what_stays_has_room(pieces: list[Piece], limit: int) -> None:
    least = sum(len(one) + 1 if isinstance(one, str) else len(one.written(0, "")) + 2
                for one in pieces)  # fmt: skip
    assert len(fitted(pieces, limit, "y")) <= max(limit, least)


def test_the_text_that_prevails_is_kept_first() -> None:
    first, other = (Cuttable(name, ("a" * 50,), rank) for rank, name in enumerate("xy"))
    told = fitted([other, first], 260, "")
    assert ("a" * 50) in told
    assert "_Left out here: 1 of 1" in told.partition("y</summary>")[2].partition("</details>")[0]
