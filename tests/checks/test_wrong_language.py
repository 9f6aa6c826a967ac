"""Texts in another language than their key says, and texts of which that cannot be told."""

import pytest

from inforce.checks import wronglanguage

from .finding import agree, pointed, problems

TEXTS = [
    ("ru", "Деректер бір жыл бойы сақталады.", ["Деректер"]),
    ("ru", "Құпиялылық саясаты және пайдалану шарттары", ["Құпия"]),
    ("ru", "Жалпы ережелер мен ұғымдар", ["Жалпы"]),
    ("ru", "The data are kept for a year.", ["The data"]),
    ("ru", "Terms of use", ["Terms"]),
    ("ru", "Данные хранятся год.\n\nДеректер бір жыл бойы сақталады.", ["Деректер"]),
    ("ru", "г. Астана, ул. Ұлы Дала, 5, ЖК «Өркен»", []),
    ("ru", "Оператор", []),
    ("ru", "Google Analytics, Meta Pixel", []),
    ("ru", "Google Ads of Google LLC", []),
    ("ru", "Нажмите «Деректерімді өңдеуге келісемін және растаймын».", []),
    ("ru", "«Мен дербес деректерімді өңдеуге келісемін»", []),
    ("ru", "Закон опубликован в газете «Егемен Қазақстан».", []),
    ("ru", "Наурызбай батыр, Әл-Фараби, Қабанбай батыр", []),
    ("ru", "{operator.name} `the name of the cookie`", []),
    ("kk", "Данные хранятся в течение одного года.", ["Данные"]),
    ("kk", "Общие положения", ["Общие"]),
    ("kk", "Права и обязанности Пользователя", ["Права"]),
    ("kk", "Срок\n\nСоглашение с настоящей политикой", ["Соглашение"]),
    ("kk", "The Operator keeps the data.", ["The"]),
    ("kk", "Оператор", []),
    ("kk", "Сайт", []),
    ("kk", "Астана қ.", []),
    ("kk", "Саясат", []),
    ("kk", "Операторлар мен лицензиялар", []),
    ("kk", "Бұл сайтта «Общие положения и условия пользования сайтом» орналасқан", []),
    ("kk", "«Почта банкі», Достоевский к-сі, 5", []),
    ("kk", "Google Analytics", []),
    ("kk", "Жалпы ережелер", []),
    ("en", "Общие положения", ["Общие"]),
    ("en", "Деректер бір жыл бойы сақталады", ["Дер"]),
    ("en", "The button says «Я согласен на обработку данных».", []),
    ("en", "Write to ТОО.", []),
    ("en", "ТОО", []),
    ("en", "Privacy policy", []),
    ("en", "The site of Үлгі", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_texts_in_another_language(language: str, text: str, expected: list[str]) -> None:
    found = pointed(wronglanguage, language, text)
    assert agree(found, expected), found


def test_both_languages_are_named() -> None:
    (problem,) = problems(wronglanguage, {"kk": "Данные хранятся в течение одного года."})
    assert problem.message == "this is Russian, under `kk:`"
    assert problem.hint.startswith("Write it in Kazakh")
