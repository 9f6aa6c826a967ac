"""Numbers that leave others out."""

import pytest

from inforce.checks import numbergap

from .finding import problems

# The numbers of siblings, as they are fixed (None counts), and those that leave others out.
ROWS = [
    ([None, None, "5."], ["5"]),
    (["1.", "2.", "9."], ["9"]),
    (["1.", "2.", "9.", "10.", "12."], ["9", "12"]),
    (["1.1.", "1.3."], ["1.3"]),
    (["1.9", "1.10"], []),
    (["1)", "3)"], ["3)"]),
    (["1.", "2.", "3."], []),
    (["5.", None], []),
    ([None, "1-1.", None], []),
    (["2.", "1."], []),
    (["1.", "1)"], []),
    (["2.9.", "3.1."], []),
    (["A", "C"], []),
    (["Приложение 1", "Приложение 3"], []),
    (["7."], []),
]


@pytest.mark.parametrize(("numbers", "expected"), ROWS)
def test_a_fixed_number_that_leaves_others_out_is_told(
    numbers: list[str | None], expected: list[str]
) -> None:
    clauses = [{"ru": "Слова."} | ({"number": one} if one else {}) for one in numbers]
    assert [one.message.split()[0] for one in problems(numbergap, *clauses)] == expected


def test_points_are_looked_at_too() -> None:
    points = [{"id": "a", "number": "1)", "ru": "да"}, {"id": "b", "number": "4)", "ru": "нет"}]
    [found] = problems(numbergap, {"ru": "Мы храним:", "clauses": points})
    assert found.location.clause == "b"
    assert found.message == "4) follows 1): the numbers between them are left out"


def test_a_number_that_leaves_others_out_in_two_languages_is_told_once() -> None:
    clauses = [{"ru": "Слова.", "kk": "Сөздер.", "number": one} for one in ("1.", "9.")]
    assert [one.location.clause for one in problems(numbergap, *clauses)] == ["c1"]
