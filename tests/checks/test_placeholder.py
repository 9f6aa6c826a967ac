"""Words of a template, and words that only look like it."""

import pytest

from inforce.checks import placeholder

from ..source.loading import SITE
from .finding import agree, pointed, problems

TEXTS = [
    ("ru", "Оператор – [НАЗВАНИЕ КОМПАНИИ].", ["[НАЗВ"]),
    ("ru", "в городе [ГОРОД], [указать адрес]", ["[ГОРОД]", "[указать"]),
    ("ru", "ТОО «Наименование компании»", ["«Наим"]),
    ("ru", "ТОО Название компании хранит", ["ТОО Наз"]),
    ("ru", "TODO: срок", ["TODO"]),
    ("ru", "Lorem, lorem ipsum dolor", ["lorem ipsum"]),
    ("ru", "срок – XXX дней, ХХХ тенге", ["XXX", "ХХХ"]),
    ("ru", "<Название компании> хранит", ["<Назв"]),
    ("ru", "info@example.com и www.yoursite.kz", ["info@", "www.your"]),
    ("ru", "%company_name%, 20% и 5%", ["%comp"]),
    ("ru", "{{company_name}}, `{{id}}`", ["{{comp"]),
    ("ru", "В форме: [ФИО] ____________", []),
    ("ru", "сведения: наименование компании, адрес, телефон", []),
    ("ru", "см. [1], [а] и [сноску]", []),
    ("ru", "[НАШ САЙТ](https://a.kz) и `[ГОРОД]`", []),
    ("ru", "в XXX веке, 50 % и 20%", []),
    ("ru", "a < b и c > d, {operator.name}", []),
    ("kk", "[КОМПАНИЯ АТАУЫ] өңдейді", ["[КОМП"]),
    ("kk", "«Компания атауы» ЖШС", ["«Комп"]),
    ("kk", "[мекенжайды көрсетіңіз]", ["[мек"]),
    ("kk", "компания атауы мен мекенжайы", []),
    ("en", "[Company Name] processes data", ["[Comp"]),
    ("en", "“Your Company” keeps data at yourdomain.com", ["“Your", "yourdomain"]),
    ("en", "your company, the company name and address", []),
    ("en", "[sic] and [2]", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_words_of_a_template(language: str, text: str, expected: list[str]) -> None:
    found = pointed(placeholder, language, text)
    assert agree(found, expected), found


def test_a_form_in_an_annex_is_meant() -> None:
    form = {"id": "form", "ru": "[ФИО], [подпись]"}
    assert problems(placeholder, {"ru": "x"}, annexes=[form]) == ()


def test_the_address_of_the_site_itself_is_meant() -> None:
    site = SITE.replace("https://policies.example/", "https://policies.example.com/")
    assert pointed(placeholder, "ru", "на example.com", site) == []
