"""Words of a template, and words that only look like it."""

from pathlib import Path

import pytest

from inforce.checks import placeholder

from ..newsite import STARTER, fill_in
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
    ("ru", "Lorem ipsum dolor sit amet", ["Lorem"]),
    ("ru", "Todo: дописать", ["Todo"]),
    ("ru", "ХХ дней, XX рабочих дней и хх\u00a0часов", ["ХХ", "XX", "хх"]),
    ("ru", "ХХ.ХХ.2026, XX.XX.XXXX, 20ХХ года", ["ХХ.ХХ.2026", "XX.XX.XXXX", "20ХХ"]),
    ("ru", "с дд.мм.гггг, до ДД.ММ.ГГГГ", ["дд.мм.гггг", "ДД.ММ.ГГГГ"]),
    ("ru", "Срок: ??? дней", ["???"]),
    ("ru", "в XX веке, глава XX и XX Олимпийские игры; том XX", []),
    ("ru", "дата в формате ДД.ММ.ГГГГ; что это??", []),
    ("kk", "ХХ жұмыс күні, XX ай, кк.аа.жжжж", ["ХХ", "XX", "кк.аа"]),
    ("kk", "ХХ ғасырда, XX тарау", []),
    ("en", "within XX business days from dd/mm/yyyy", ["XX", "dd/mm"]),
    ("en", "Article XX. The XX century", []),
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
    form = {"id": "form", "ru": "[ФИО], [подпись], дд.мм.гггг"}
    assert problems(placeholder, {"ru": "x"}, annexes=[form]) == ()


def test_the_address_of_the_site_itself_is_meant() -> None:
    site = SITE.replace("https://policies.example/", "https://policies.example.com/")
    assert pointed(placeholder, "ru", "на example.com", site) == []


ROOT = Path(__file__).parents[2]


def of_site(site: str) -> list[str]:
    """What is found in `content/site.yml`, as the lines to which it points."""
    found = problems(placeholder, {"ru": "x"}, site=site)
    assert all(one.location.file == "content/site.yml" for one in found)
    return [site.splitlines()[one.location.line - 1].strip() for one in found]


def test_every_fact_of_a_new_site_has_to_be_replaced() -> None:
    site = STARTER.read_text("utf-8")
    facts = [line.strip() for line in site.partition("\noperator:\n")[2].splitlines()]
    address = "url: https://policies.company.example/"
    assert of_site(site) == [address, *(line for line in facts if line != "name:")]


def test_what_is_left_of_it_is_found_in_an_address_too() -> None:
    assert of_site(SITE + "  press: press@company.example\n") == ["press: press@company.example"]


@pytest.mark.parametrize(
    "site",
    [
        SITE,
        (ROOT / "content" / "site.yml").read_text("utf-8"),
        fill_in(STARTER.read_text("utf-8")),
        SITE + "  host: my-company.example\n  other: company.example.kz\n  phone2: '00000000000'\n",
    ],
)
def test_the_facts_of_a_company_are_meant(site: str) -> None:
    assert of_site(site) == []
