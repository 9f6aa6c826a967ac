"""Typed numbers: which are kept as they stand, and which are doubted."""

import pytest

from .outline import body, doubts, outline

DOUBTED = {
    "a section that does not follow": (
        "1. Раздел\n1.1. А.\n2. Раздел\n2.1. Б.\n9. Раздел\n9.1. В.",
        ["7: the number `9` does not follow `2`"],
    ),
    "a clause that does not follow": (
        "1. Раздел\n1.1. А.\n1.3. Б.\n1.4. В.",
        ["5: the number `1.3` does not follow `1.1`"],
    ),
    "a number twice": (
        "1. Раздел\n1.1. А.\n1.2. Б.\n1.2. В.\n1.3. Г.",
        ["6: the number `1.2` does not follow `1.2`"],
    ),
    "a first clause that is not the first": (
        "1. Раздел\n1.2. А.\n1.3. Б.",
        ["4: the number `1.2` is the first here"],
    ),
    "a missing level, said once": (
        "1. Раздел\n1.1. А.\n2. Раздел\n2.1.1. Б.\n2.1.2. В.\n2.1.3. Г.",
        ["6: `2.1.1` has no `2.1` above it"],
    ),
    "the number of another section": (
        "1. Раздел\n1.1. А.\n2. Раздел\n7.1. Б.\n7.2. В.",
        ["6: `7.1` has no `7` above it"],
    ),
    "a point that does not follow": (
        "1. Раздел:\n1) а;\n3) б.",
        ["5: the number `3` does not follow `1`"],
    ),
    "a letter that does not follow": (
        "1. Раздел:\nа) а;\nв) б.",
        ["5: the number `в` does not follow `а`"],
    ),
    "a point among ordinary numbers": (
        "1. Раздел\n1.1. А:\n1. б;\n2. в;\n4. г.\n1.2. Д.",
        ["7: the number `4` does not follow `2`"],
    ),
    "an inserted number without the one before it": (
        "1. Раздел\n1.1. А.\n1.3-1. Б.",
        ["5: the number `1.3-1` does not follow `1.1`"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DOUBTED.values(), ids=DOUBTED)
def test_a_number_that_does_not_follow_is_doubted(text: str, expected: list[str]) -> None:
    assert doubts(body(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. Раздел\n1.1 А.\n1.2 Б.\n2. Раздел\n2.1 В.",
        "1. Раздел\n1.1. А.\n1.1-1. Б.\n1.1-2. В.\n1.2. Г.\n1-1. Раздел\n1-1.1. Д.\n2. Раздел",
        "1. А:\nа) б;\nб) в;\nв) г;\nг) д;\nд) е;\nе) ж;\nё) з;\nж) и;\nз) к;\nи) л;\nй) м;\nк) н.",
        "1. А:\nа) б;\nб) в;\nв) г;\nг) д;\nд) е;\nе) ж;\nж) з;\nз) и;\nи) к;\nк) л.",
        "1. А:\n1) б;\n2) в.\n2. Г:\n1) д;\n2) е.",
        "1. А:\n1) б;\n2) в.\nИ ещё:\n1) г;\n2) д.",
        "I. ПЕРВЫЙ\n1. А.\n2. Б.\nII. ВТОРОЙ\n3. В.",
        "I. ПЕРВЫЙ\n1. А.\n2. Б.\nII. ВТОРОЙ\n1. В.",
        "Глава 1. Первая\n1.1. А.\n1.2. Б.\nГлава 2. Вторая\n2.1. В.",
        "ПЕРВЫЙ\n\n1.1. А.\n\n1.2. Б.\n\nВТОРОЙ\n\n2.1. В.",
        "1.1. А.\n1.2. Б.\n2.1. В.",
    ],
)
def test_a_sound_document_is_not_doubted(text: str) -> None:
    assert doubts(body(text)) == []


def test_a_typed_number_that_differs_is_kept_and_the_count_goes_on_from_it() -> None:
    text = "1. Раздел\n1.1 А.\n1.2. Б.\n5. Раздел\n5.4. В.\n5.5. Г:\n3) д;\n4) е.\n6. Раздел"
    assert outline(body(text)) == [
        "1. <Раздел>",
        "  1.1! А.",
        "  1.2. Б.",
        "5.! <Раздел>",
        "  5.4.! В.",
        "  5.5. Г:",
        "    3)! д;",
        "    4) е.",
        "6. <Раздел>",
    ]


def test_clauses_of_a_missing_level_are_all_kept_as_typed() -> None:
    lines = outline(body("4. Раздел\n4.1.1. А.\n4.1.2. Б.\n4.2. В."))
    assert lines[1:] == ["  4.1.1.! А.", "  4.1.2.! Б.", "  4.2.! В."]
