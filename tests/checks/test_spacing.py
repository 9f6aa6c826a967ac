"""Spaces and full stops that are one too many."""

import pytest

from inforce.checks import spacing

from .finding import agree, pointed

TEXTS = [
    ("ru", "имя , адрес", [" , адрес"]),
    ("ru", "имя\u00a0; адрес", ["\u00a0; адрес"]),
    ("ru", "хранит имя .", [" ."]),
    ("ru", "следующее : имя", [" : имя"]),
    ("ru", "имя  и адрес", ["  и"]),
    ("ru", "имя \u00a0и адрес", [" \u00a0и"]),
    ("ru", "в 2026 г..", [".."]),
    ("ru", "имя.. Адрес", [".. Адрес"]),
    ("ru", "Сайт (далее – Сайт )", [" )"]),
    ("ru", "« Сайт»", ["« Сайт"]),
    ("ru", "Что такое сайт ?", [" ?"]),
    ("ru", "Правда !", [" !"]),
    ("ru", "имя, адрес; телефон: 5. Да! Нет? Вот…", []),
    ("ru", "файлы .pdf и домены .kz", []),
    ("ru", "и т.д. ... и т. п.", []),
    ("ru", "от 1..5 до ../файл", []),
    ("ru", "| a   | b |\n| --- | :-: |\n| 1   | 2  3 |", []),
    ("ru", "имя  \nадрес", []),
    ("ru", "имя\n  адрес", []),
    ("ru", "{operator.email}, [здесь](https://a.kz/a..b), `a  b , c`.", []),
    ("ru", "{operator.email} , да", [" , да"]),
    ("ru", "сумма – , если", []),
    ("kk", "аты , мекенжайы", [" , мек"]),
    ("kk", "2026 ж. 1 қыркүйек", []),
    ("kk", "жойылады..", [".."]),
    ("en", "the name , the address", [" , the"]),
    ("en", "the data .", [" ."]),
    ("en", "e.g. the “Site” (the site)", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_spaces(language: str, text: str, expected: list[str]) -> None:
    found = pointed(spacing, language, text)
    assert agree(found, expected), found
