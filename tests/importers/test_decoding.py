"""Files in other encodings, files that are no text, and characters that no source may hold."""

import pytest

from inforce.importers import Notes, UnreadableError, decode
from inforce.importers.characters import clean

from .outline import body, doubts, outline

TEXT = "Құпиялылық саясаты — Политика"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_word(encoding: str) -> None:
    notes = Notes("a.txt")
    assert decode(TEXT.encode(encoding), "kk", notes) == TEXT
    assert notes.doubts == []


@pytest.mark.parametrize(
    ("encoding", "language", "text"),
    [("windows-1251", "ru", "Политика — «да»"), ("kz1048", "kk", TEXT), ("cp1252", "en", "Café")],
)
def test_the_old_encodings_of_windows_are_read_with_a_doubt(
    encoding: str, language: str, text: str
) -> None:
    notes = Notes("a.txt")
    assert decode(text.encode(encoding), language, notes) == text
    assert [doubt.check for doubt in notes.doubts] == ["encoding"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04rest", "a Word document"),
        (b"%PDF-1.7 rest", "a PDF"),
        (b"{\\rtf1 rest", "a rich text"),
        (b"\xd0\xcf\x11\xe0rest", "an old Word document"),
        (b"\xff\x00\x98\x98", "no text that can be read"),
        (b"\xff\xfea", "no text that can be read"),
        (b"a" * 2_000_001, "at most 2,000,000 are read"),
    ],
)
def test_what_is_no_text_is_refused_with_the_way_out(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        decode(data, "ru", Notes("a.txt"))


CHARACTERS = {
    "soft hyphens and zero width": ("сло\u00adво\u200b", "слово"),
    "a byte order mark inside": ("сло\ufeffво", "слово"),
    "bidirectional marks": ("\u202aслово\u202c", "слово"),
    "a control character": ("сло\x07во", "сло во"),
    "a decomposed letter": ("сло\u0438\u0306", "слой"),
    "a no-break space": ("сло\xa0во", "сло\xa0во"),
    "a private character": ("сло\ue123во", "слово"),
    "a variation selector": ("©\ufe0f", "©"),
}


@pytest.mark.parametrize(("text", "expected"), CHARACTERS.values(), ids=CHARACTERS)
def test_characters_become_those_a_source_may_hold(text: str, expected: str) -> None:
    (raw,) = clean(text, Notes("a.txt"))
    assert raw.text == expected


def test_the_lines_are_those_of_an_editor() -> None:
    raws = clean("a\r\nb\rc\fd\u2028e\n", Notes("a.txt"))
    assert [(raw.number, raw.text) for raw in raws] == [
        (1, "a"), (2, "b"), (3, "c"), (3, ""), (3, "d"), (3, ""), (3, "e"), (4, ""),
    ]  # fmt: skip


def test_a_lost_character_is_doubted_at_its_first_line() -> None:
    notes = Notes("a.txt")
    clean("a\nb\ue123\nc\ue123", notes)
    assert [(doubt.location.line, doubt.check) for doubt in notes.doubts] == [(2, "character")]


def test_invisible_characters_are_said_once() -> None:
    notes = Notes("a.txt")
    clean("a\u200b\nb\u200b", notes)
    assert [finding.location.line for finding in notes.findings] == [1]
    assert notes.doubts == []


def test_the_bullets_of_word_are_bullets() -> None:
    found = body("1. Список:\n\uf0b7 а;\n\uf0a7\tб.")
    assert outline(found) == ["1. Список:", "  – а;", "  – б."]
    assert doubts(found) == []


def test_a_page_break_tears_a_paragraph_as_an_empty_line_does() -> None:
    found = body("1. Общее\n1.1. Пользователь вправе получить сведения о том, какие\fданные есть.")
    assert outline(found)[1].endswith("о том, какие данные есть.")
