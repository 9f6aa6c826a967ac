"""Ids of clauses: readable, unique, and the same when something is added elsewhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.address import POLICY_ID
from inforce.importers.ids import slug

from .outline import body


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Общие положения", "obshchie-polozheniya"),
        ("ПРАВА ПОЛЬЗОВАТЕЛЯ", "prava-polzovatelya"),
        ("Объём, съёмка и подъезд", "obem-semka-i-podezd"),
        ("Жеке деректерді өңдеу", "zheke-derekterdi-ongdeu"),
        ("Құқықтар, үміт, ұстаным, ғылым, һәм, ән", "quqyqtar-umit-ustanym-gylym-ham-an"),
        ("The User's rights", "the-users-rights"),
        ("Cookies & IP-адрес", "cookies-ip-adres"),
        ("Использование файлов cookies и аналогичных технологий", "ispolzovanie-faylov-cookies"),
        ("Who we are", "who-we-are"),
        ("2026", ""),
        ("«—»", ""),
        ("權利", ""),
    ],
)
def test_a_title_in_latin_letters(words: str, expected: str) -> None:
    assert slug(words) == expected


@given(st.text(max_size=200))
def test_a_slug_is_short_and_an_id_or_nothing(words: str) -> None:
    found = slug(words)
    assert len(found) <= 40
    assert not found or POLICY_ID.fullmatch(found)


def ids(text: str) -> list[str]:
    return [clause.id for clause in body(text).policy.walk()]


def test_a_clause_without_a_title_is_named_by_its_place() -> None:
    text = (
        "1. Общее\n1.1. А:\n1.1.1. Б.\n1.2. В:\n1) г;\n2) д.\n1.3. Е:\n- ж;\n- з.\n1.4. И:\nа) к;\n"
        "1. л;\n2. м.\nН."
    )
    assert ids(text) == [
        "obshchee", "clause-1-1", "clause-1-1-1", "clause-1-2", "clause-1-2-p1", "clause-1-2-p2",
        "clause-1-3", "clause-1-3-b1", "clause-1-3-b2", "clause-1-4", "clause-1-4-la",
        "clause-1-4-p1", "clause-1-4-p2",
    ]  # fmt: skip


def test_a_definition_is_named_by_its_word() -> None:
    assert ids("1. Термины\n1.1. «Личные данные» — сведения.\n1.2. Иное.") == [
        "terminy",
        "lichnye-dannye",
        "clause-1-2",
    ]


def test_equal_titles_are_told_apart_by_their_numbers() -> None:
    text = "1. Права\n1.1. А.\n2. Права\n2.1. Б.\n3. Термины\n3.1. «Права» — то, что можно."
    assert ids(text) == ["prava", "clause-1-1", "prava-2", "clause-2-1", "terminy", "prava-3-1"]


def test_a_heading_has_the_word_before_a_definition_of_it() -> None:
    text = "1. Термины\nПрава — это то, что можно.\n2. Права\n2.1. А."
    assert ids(text) == ["terminy", "prava-term", "prava", "clause-2-1"]


@pytest.mark.parametrize("added", ["5. Новый раздел\n5.1. Слово.", "4.2. Ещё слово:\n- а;\n- б."])
def test_what_is_added_behind_changes_no_other_id(added: str) -> None:
    text = "1. Общее\n1.1. А:\n- б;\n- в.\n4. Права\n4.1. «Сайт» — страницы.\n"
    before, after = ids(text), ids(text + added)
    assert after[: len(before)] == before


def test_ids_are_unique_whatever_repeats() -> None:
    found = ids("1. Права\n1.1. А.\n1.1. Б.\n1. Права\n1.1. В.\n" + "ПРАВА\n\nСлово.\n\n" * 30)
    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", one) for one in found)
