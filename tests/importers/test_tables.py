"""Tables of pipes and of columns stay tables, in the text of the clause before them."""

import pytest

from .outline import body, findings, outline

TABLE = "| Имя | Цель | ⏎ | --- | --- | ⏎ | sid | вход | ⏎ | _ga | учёт |"
DRAWN = {
    "GFM": "| Имя | Цель |\n|---|---|\n| sid | вход |\n| _ga | учёт |",
    "GFM without outer pipes": "Имя | Цель\n--- | ---\nsid | вход\n_ga | учёт",
    "pipes without a line below the header": "| Имя | Цель |\n| sid | вход |\n| _ga | учёт |",
    "a drawn frame": (
        "+-----+------+\n| Имя | Цель |\n+=====+======+\n| sid | вход |\n+-----+------+\n"
        "| _ga | учёт |\n+-----+------+"
    ),
    "tabs": "Имя\tЦель\nsid\tвход\n_ga\tучёт",
    "columns of blanks": "Имя      Цель\nsid      вход\n_ga      учёт",
}


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_a_table_stays_a_table(drawn: str) -> None:
    found = body(f"1. Cookies:\n\n{drawn}\n\nИ всё.\n\n2. Прочее.")
    assert outline(found) == [f"1. Cookies: ¶ {TABLE} ¶ И всё.", "2. Прочее."]
    assert findings(found, "slot")[1:] == ["5: taken as a table"]


def test_alignment_marks_and_uneven_rows_are_kept() -> None:
    drawn = "| a | b | c |\n|:--|:-:|--:|\n| **d** | e |\n| f | g \\| h | i | j |"
    assert outline(body(f"1. Слово:\n\n{drawn}", file="a.md")) == [
        "1. Слово: ¶ | a | b | c |  | ⏎ | :-- | :-: | --: | --- | ⏎ | **d** | e |  |  | ⏎ "
        "| f | g \\| h | i | j |"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.\tСлово.\n2.\tДва.",
        "1. Слово:\n•\tа;\n•\tб.",
        "1. Слово.\nДиректор          И. И. Иванов",
        "1. Слово | два.\n2. Три | четыре.",
    ],
)
def test_other_lines_are_no_table(text: str) -> None:
    assert "---" not in body(text).source


def test_a_table_in_a_plain_text_shows_every_sign() -> None:
    drawn = "| a*b | {c} |\n|---|---|\n| [d] | <e> |"
    assert outline(body(f"1. Слово:\n\n{drawn}"))[0].endswith(
        r"| a\*b | {{c} | ⏎ | --- | --- | ⏎ | \[d\] | \<e> |"
    )
