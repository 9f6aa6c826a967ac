import pytest

from inforce.verify.words import Difference, first_difference

LONG = "a b c d e f g h i j k l m n o p q r s t"

# The recorded words, those on the page, and what is said of the first difference.
DIFFERENCES = [
    ("a b c", "a x c", "after “a” the page reads “x c”, but the recorded text is “b c”"),
    ("a b", "x b", "at the start the page reads “x b”, but the recorded text is “a b”"),
    ("a b c", "a b", "after “a b” the page ends where the recorded text goes on: “c”"),
    ("a b", "a b c", "after “a b” the recorded text ends, but the page goes on: “c”"),
    ("a", "", "at the start the page ends where the recorded text goes on: “a”"),
    (
        LONG,
        LONG.replace("j", "x"),
        "after “… d e f g h i” the page reads “x k l m n o p q …”, "
        "but the recorded text is “j k l m n o p q …”",
    ),
]


@pytest.mark.parametrize(("recorded", "shown", "message"), DIFFERENCES)
def test_the_first_difference_is_shown_with_the_words_around_it(
    recorded: str, shown: str, message: str
) -> None:
    assert str(first_difference(recorded.split(), shown.split())) == message


def test_the_same_words_do_not_differ() -> None:
    assert first_difference(["a", "b"], ["a", "b"]) is None


def test_the_words_before_a_difference_are_counted() -> None:
    assert first_difference(["a", "b"], ["a", "c"]) == Difference(1, "a", "b", "c")
