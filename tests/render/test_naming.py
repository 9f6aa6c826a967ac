import pytest

from inforce.compare import compare
from inforce.render.naming import bare, full, named, paths, telling, titled

from ..compare.notation import text

# The text, a clause of it, and its numbers.
PATHS = [
    ("a 1. | >b 1.1. | >>c 1) x", "a", "1."),
    ("a 1. | >b 1.1. | >>c 1) x", "b", "1.1."),
    ("a 1. | >b 1.1. | >>c 1) x", "c", "1.1. 1)"),
    ("a 1. | >b 1.1. | >>c 1) x | >>>d а) y", "d", "1.1. 1) а)"),
    ("a 1. | >b 1.1. | >>c – x", "c", ""),
    ("a 1. | >b 1.1. | >>c x | >>>d 1) y", "d", "1.1. 1)"),
    ("a 1. | >b 1.1. | >>c – x | >>>d 1) y", "d", "1.1. 1)"),
    ("a 1. | b 10. | >c 10.1. x", "c", "10.1."),
    ("a 1. | >b 5.1. x", "b", "1. 5.1."),
    ("a 1. | >b 1. | c 2. | >d 1. x", "d", "2. 1."),
    # What is counted through all sections says enough by itself, unless a section has the number.
    ("a {A} | >b 1. | c {C} | >d 2. x | >>e 1) y", "e", "2. 1)"),
    ("a Приложение 1 | >b 1. | c Приложение 2 | >d 2. x | >>e 1) y", "e", "2. 1)"),
    ("a 1. | >b 1. | c 2. | >d 2. x", "d", "2. 2."),
    ("+a Приложение 1 | >b 1. | >>c 1.1. x", "c", "Приложение 1 1.1."),
    ("+a Приложение 1 | >b 1. | +c Приложение 2 | >d 2. x", "d", "Приложение 2 2."),
    ("^a 1. | >b 1) x", "b", "1. 1)"),
]


@pytest.mark.parametrize(("notation", "name", "expected"), PATHS)
def test_a_number_stands_with_those_that_it_needs(notation: str, name: str, expected: str) -> None:
    assert full(paths(text(notation))[name]) == expected


NAMES = [
    ("a 1. {A} x", "1. A", "1. A"),
    ("a 1. x y", "1.", "1. x y"),
    ("a – x y", "x y", "x y"),
    ("a – {A} x", "A", "A"),
    ("a {*B* <c>(#a)} x", "B c", "B c"),
    ("a one two three four five six", *["one two three four five…"] * 2),
    ("a", "a", "a"),
    ("a 3.4. [Цель, Срок; 1, 2]", "3.4.", "3.4. Цель, Срок"),
    ("a – [The aim of it, Six words, More; 1, 2, 3]", *["The aim of it, Six…"] * 2),
    (
        "a – [One, Two, Three, Four, Five, Six; 1, 2, 3, 4, 5, 6]",
        *["One, Two, Three, Four, Five…"] * 2,
    ),
]


@pytest.mark.parametrize(("notation", "short", "long"), NAMES)
def test_a_clause_has_its_number_and_words(notation: str, short: str, long: str) -> None:
    one = text(notation)
    number = full(paths(one)["a"])
    assert (named(one.clauses[0], number), titled(one.clauses[0], number)) == (short, long)


def test_in_a_list_numbers_end_without_a_full_stop() -> None:
    assert bare(("Приложение 1", "3.2.", "1)")) == "Приложение 1 3.2 1)"


def test_what_is_repealed_now_is_told_by_its_old_words() -> None:
    one = next(compare(text("a – Old words"), text("a! – Repealed.")).walk())
    assert named(telling(one), "") == "Old words"
    other = next(compare(text("a! – Repealed."), text("a – Old words")).walk())
    assert named(telling(other), "") == "Old words"
