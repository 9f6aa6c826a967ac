"""Quotation marks that do not fit, and those that do."""

import pytest

from inforce.checks import quotes

from .finding import agree, pointed, problems

TEXTS = [
    ("ru", 'ТОО «Ромашка" хранит', ['" хранит']),
    ("ru", "ТОО «Ромашка хранит", ["«Ромашка"]),
    ("ru", "ТОО Ромашка» хранит", ["» хранит"]),
    ("ru", 'ТОО "Ромашка» хранит', ["» хранит"]),
    ("ru", "«Ромашка” и «Лютик»", ["” и"]),
    ("ru", "«Один\n\nДва»", ["«Один", "»"]),
    ("ru", 'Сайт "Ромашка хранит', ['"Ромашка']),
    ("ru", "«Сайт» и «Ромашка»", []),
    ("ru", 'Система ("пиксель") и "скрипт"', []),
    ("ru", "«Компания «Ромашка»", []),
    ("ru", "«Компания «Ромашка»»", []),
    ("ru", "«Компания „Ромашка“»", []),
    ("ru", "«Компания “Ромашка”»", []),
    ("ru", '«Компания "Ромашка"»', []),
    ("ru", 'Экран 15" и шире', []),
    ("ru", "Не `«` и не {operator.name}", []),
    ("kk", '«Түймедақ" ЖШС', ['" ЖШС']),
    ("kk", "«Түймедақ» ЖШС", []),
    ("en", "“Site means", ["“Site"]),
    ("en", 'the “User" means', ['" means']),
    ("en", "Users” data", ["” data"]),
    ("en", "“Site” means the User’s ‘own’ site", []),
    ("en", 'the "Site" and the "User"', []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_quotation_marks(language: str, text: str, expected: list[str]) -> None:
    found = pointed(quotes, language, text)
    assert agree(found, expected), found


def test_the_fitting_mark_is_told() -> None:
    (problem,) = problems(quotes, {"ru": 'ТОО «Ромашка"'})
    assert problem.message == '`«` is closed by `"` here'
    assert problem.hint == "Close it with `»`."
