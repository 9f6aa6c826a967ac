"""Several documents in one file."""

import pytest

from inforce.importers import ChoiceError, Found, find_documents, import_document

from .outline import outline

TWO = (
    "ПОЛЬЗОВАТЕЛЬСКОЕ СОГЛАШЕНИЕ\n\n1. Общее\n\n1.1. Слово.\n\n1.2. Слово.\n\n2. Права\n\n"
    "2.1. Слово.\n\nПОЛИТИКА КОНФИДЕНЦИАЛЬНОСТИ\n\nг. Астана\n\n1. Общее\n\n1.1. Второе слово.\n"
)


def take(number: int | None) -> list[str]:
    return outline(import_document(TWO, file="a.txt", language="ru", policy="p", document=number))


def test_what_was_found_is_listed() -> None:
    assert find_documents(TWO, file="a.txt") == (
        Found("ПОЛЬЗОВАТЕЛЬСКОЕ СОГЛАШЕНИЕ", 1, 11, 5),
        Found("ПОЛИТИКА КОНФИДЕНЦИАЛЬНОСТИ", 13, 19, 2),
    )


def test_one_is_chosen() -> None:
    assert take(1)[-1] == "  2.1. Слово."
    assert take(2) == ["place-date: г. Астана", "1. <Общее>", "  1.1. Второе слово."]


def test_all_can_be_taken_as_one() -> None:
    assert "<ПОЛИТИКА КОНФИДЕНЦИАЛЬНОСТИ> г. Астана" in take(0)


@pytest.mark.parametrize(
    ("number", "words"),
    [(None, "2 documents; choose one"), (3, "no document 3: the file holds 2")],
)
def test_the_choice_has_to_be_made(number: int | None, words: str) -> None:
    with pytest.raises(ChoiceError, match=words):
        take(number)


def test_doubts_are_those_of_the_chosen_document() -> None:
    text = TWO.replace("1.2. Слово", "1.7. Слово")
    for number, expected in ((1, ["number"]), (2, [])):
        found = import_document(text, file="a.txt", language="ru", policy="p", document=number)
        assert [doubt.check for doubt in found.doubts] == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Соглашение\n\n## 1. Общее\n\n1.1. А.\n\n## Политика\n\n### 1. Общее\n\n1.1. Б.",
        "# Соглашение\n\n1. А.\n\n# Приложение к нему\n\n1. Б.\n\n# Оферта\n\n1. В.",
    ],
)
def test_headings_behind_which_numbers_begin_anew_part_documents(text: str) -> None:
    assert len(find_documents(text, file="a.md")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "ПРАВИЛА\n\n1. Общее\n\n1.1. А.\n\nПриложение № 1. Политика\n\n1. Б.",
        "ПРАВИЛА\n\nОБЩЕЕ\n\n1. А.\n\nУСЛОВИЯ ОПЛАТЫ\n\n1. Б.\n\nПРАВИЛА ДОСТАВКИ\n\n1. В.",
        "ПОЛОЖЕНИЕ\n\nГлава 1\nУСЛОВИЯ\n\n1. А.\n\nГлава 2\nПРАВИЛА\n\n1. Б.",
        "ПРАВИЛА\n\n1. Общее\n\n1.1. А.\n\nУСЛОВИЯ\n\n2. Права\n\n2.1. Б.",
        "",
    ],
)
def test_other_headings_part_no_documents(text: str) -> None:
    assert len(find_documents(text, file="a.txt")) <= 1
