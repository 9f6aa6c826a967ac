import unicodedata

import pytest

from inforce.source.characters import ALLOWED_CONTROLS, refused
from inforce.strict import REFUSED, MalformedError, check_string, write_instant
from tests.ledger.samples import at


@pytest.mark.parametrize(
    "text", ["Құжат №1", "a\u00a0b", "–«»₸", '\\"<>&', "e\u0336", "😀", "\u202f"]
)
def test_what_a_reader_can_see_is_allowed(text: str) -> None:
    check_string(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a\nb", "U+000A"),
        ("a\tb", "U+0009"),
        ("\x00", "U+0000"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("co\u00adop", "U+00AD"),
        ("\u200b", "U+200B"),
        ("\u200d", "U+200D"),
        ("\u200f", "U+200F"),
        ("\u2028", "U+2028"),
        ("\u202e", "U+202E"),
        ("\u2060", "U+2060"),
        ("\u2069", "U+2069"),
        ("\ufeff", "U+FEFF"),
        ("\ud800", "U+D800"),
        ("\ue000", "U+E000"),
        ("\uffff", "U+FFFF"),
        ("\U0010fffd", "U+10FFFD"),
        ("\U000e0041", "U+E0041"),
        ("\u0438\u0306", "normal form C"),
    ],
)
def test_what_a_reader_cannot_see_is_refused(text: str, named: str) -> None:
    with pytest.raises(MalformedError) as caught:
        check_string(text)
    assert named in str(caught.value)


def test_what_the_sources_may_hold_can_be_frozen() -> None:
    """A line feed and a tab become breaks and cells before; nothing else is refused only here."""
    unfrozen = {chr(code) for code in range(0x110000) if REFUSED.match(chr(code))}
    assert {character for character in unfrozen if not refused(character)} == ALLOWED_CONTROLS


def test_what_is_refused_does_not_depend_on_the_version_of_unicode() -> None:
    assigned_later = [0x0378, 0x1CCF0, 0x323B0, 0xE0200]
    assert [unicodedata.category(chr(code)) for code in assigned_later][:1] == ["Cn"]
    for code in assigned_later:
        check_string(chr(code))


def test_an_instant_has_one_spelling() -> None:
    assert write_instant(at("2026-09-01")) == "2026-09-01T00:00:00+05:00"
