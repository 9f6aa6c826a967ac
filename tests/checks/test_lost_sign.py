"""Question marks that stand for another sign, and questions."""

import pytest

from inforce.checks import lostsign

from .finding import agree, pointed

TEXTS = [
    ("ru", "(далее ? Пользователь)", ["? Поль"]),
    ("ru", "Сайт ? интернет-магазин", ["? интер"]),
    ("ru", "от 5?10 дней", ["?10"]),
    ("ru", "IP?адрес", ["?адрес"]),
    ("ru", "?Сайт? – страница", ["?Сайт"]),
    ("ru", "Сайт ? «Ромашка»", ["? «Ром"]),
    ("ru", "Как отозвать согласие? Напишите нам.", []),
    ("ru", "Что это ? Это сайт.", []),
    ("ru", "Куда обратиться?", []),
    ("ru", "«Кто мы?» и «Зачем?»", []),
    ("ru", "Зачем?! Затем.", []),
    ("ru", "https://a.kz/?a=1 и a.kz/x?b=2", []),
    ("ru", "[Зачем?](https://a.kz?x=1)", []),
    ("kk", "?аза?стан Республикасы", ["?аза", "?стан"]),
    ("kk", "бұдан әрі ? Оператор", ["? Опер"]),
    ("kk", "Қайда жүгінуге болады?", []),
    ("en", "the site (hereinafter ? the Site)", ["? the"]),
    ("en", "the User?s data", ["?s data"]),
    ("en", "Who are we? We are the Operator.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_lost_signs(language: str, text: str, expected: list[str]) -> None:
    found = pointed(lostsign, language, text)
    assert agree(found, expected), found
