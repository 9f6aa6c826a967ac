"""Defined words: defined twice, never used, and used without their capital."""

from typing import Any

import pytest

from inforce.checks import Check, termcase, termtwice, termunused

from .finding import problems


def told(check: Check, *clauses: dict[str, Any]) -> list[str]:
    return [one.message for one in problems(check, *clauses)]


def defines(term: str, text: str, code: str = "ru") -> dict[str, Any]:
    return {code: text, "term": {code: term}}


SITE = defines("Сайт", "Сайт – страница в сети")
USER = defines("Пользователь", "Пользователь – посетитель")
TWICE: list[tuple[list[dict[str, Any]], list[str]]] = [
    ([SITE, SITE], ["`Сайт` is defined by `c0` already [ru]"]),
    ([SITE, SITE, SITE], ["`Сайт` is defined by `c0` already [ru]"] * 2),
    ([SITE, defines("САЙТ", "САЙТ – это")], ["`САЙТ` is defined by `c0` already [ru]"]),
    ([SITE, defines("«Сайт»", "«Сайт» – это")], ["`«Сайт»` is defined by `c0` already [ru]"]),
    ([SITE, USER], []),
    ([SITE, defines("Сайт партнёра", "Сайт партнёра – это")], []),
    ([SITE, {"ru": "Сайт – это"}], []),
    ([SITE, defines("Сайт", "Сайт – бет", "kk")], []),
]


@pytest.mark.parametrize(("clauses", "expected"), TWICE)
def test_words_defined_twice(clauses: list[dict[str, Any]], expected: list[str]) -> None:
    codes = {code for one in clauses for code in ("ru", "kk") if code in one}
    full = [{**dict.fromkeys(codes, "x"), **one} for one in clauses]
    found = told(termtwice, *full)
    assert found == expected


UNUSED: list[tuple[dict[str, Any], str, list[str]]] = [
    (USER, "Данные хранятся", ["`Пользователь` is defined, but not used [ru]"]),
    (USER, "Данные Пользователей хранятся", []),
    (USER, "данные пользователя хранятся", []),
    (defines("Получатель", "Получатель – лицо"), "передаются Получателем", []),
    (defines("Продавец", "Продавец – лицо"), "передаются Продавцу", []),
    (defines("Персональные данные", "Персональные данные – это"), "персональных данных", []),
    (defines("Персональные данные", "Персональные данные – это"), "данные", ["`Персональные"]),
    (defines("Cookie", "Cookie – файл"), "файлы cookie-сайтов", []),
    (defines("Закон", "(далее – Закон)"), "по Закону", []),
    (defines("Сайт", "Сайт – страница. На Сайте есть корзина"), "Данные", []),
    (defines("Сайт", "Сайт – это Сайт"), "Данные", ["`Сайт` is"]),
    (defines("Пайдаланушы", "Пайдаланушы – тұлға", "kk"), "Пайдаланушының деректері", []),
    (defines("Саясат", "(бұдан әрі – Саясат)", "kk"), "Саясаттың мәтіні", []),
    (defines("Алушы", "Алушы – тұлға", "kk"), "деректер сақталады", ["`Алушы` is"]),
    (defines("User", "“User” means a visitor", "en"), "the Users’ data", []),
    (defines("Recipient", "“Recipient” means a person", "en"), "the data", ["`Recipient` is"]),
]


@pytest.mark.parametrize(("definition", "text", "expected"), UNUSED)
def test_words_never_used(definition: dict[str, Any], text: str, expected: list[str]) -> None:
    code = next(code for code in ("ru", "kk", "en") if code in definition)
    found = told(termunused, definition, {code: text})
    assert len(found) == len(expected), found
    assert all(one.startswith(begin) for one, begin in zip(found, expected, strict=True)), found


RU = "Имя Пользователя и адрес Пользователя, права Пользователя. " * 2
KK = "Оның Пайдаланушының аты, мұнда Пайдаланушының мекенжайы. " * 3
EN = "The name of the User and the rights of the User. " * 3
CASE: list[tuple[dict[str, Any], str, list[str]]] = [
    (USER, RU + "Отказ пользователя.", ["`пользователя` has"]),
    (USER, RU + "Данные другого пользователя.", []),
    (USER, RU + "Отказ пользователя, имя пользователя.", []),
    (USER, RU + "Отказ пользователям.", []),
    (USER, RU, []),
    (USER, "Имя Пользователя. Отказ пользователя.", []),
    (defines("Закон", "Закон – это"), "По Закону, в Законе. " * 5 + "в законе", []),
    (defines("адрес", "адрес – это"), "Адрес, на Адрес, в Адрес. " * 5 + "в адрес", []),
    (defines("Сайт", "Сайт – это"), "на Сайте, о Сайте. " * 5 + "и сайты", []),
    (defines("Сайт", "Сайт – это"), "на Сайте, о Сайте. " * 5 + "и на сайте", ["`сайте` has"]),
    (defines("Сайт", "Сайт – это"), "на Сайте, о Сайте. " * 5 + "`сайте`", []),
    (defines("Пайдаланушы", "Бұл – Пайдаланушы", "kk"), KK + "Ол пайдаланушының", ["`пайд"]),
    (defines("Пайдаланушы", "Бұл – Пайдаланушы", "kk"), KK + "басқа пайдаланушының", []),
    (defines("Пайдаланушы", "Бұл – Пайдаланушы", "kk"), KK + "бір пайдаланушы аты", []),
    (defines("User", "The “User” is", "en"), EN + "Rights of the user.", ["`user` has"]),
    (defines("User", "The “User” is", "en"), EN + "A right of a user.", []),
    (defines("User", "The “User” is", "en"), EN + "The site's own user.", []),
]


@pytest.mark.parametrize(("definition", "text", "expected"), CASE)
def test_words_without_their_capital(
    definition: dict[str, Any], text: str, expected: list[str]
) -> None:
    code = next(code for code in ("ru", "kk", "en") if code in definition)
    found = told(termcase, definition, {code: text})
    assert len(found) == len(expected), found
    assert all(one.startswith(begin) for one, begin in zip(found, expected, strict=True)), found
