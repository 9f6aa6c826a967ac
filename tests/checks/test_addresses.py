"""Addresses that are not the operator's, and those that are none."""

import pytest

from inforce.checks import foreignaddress, noaddress

from ..source.loading import SITE
from .finding import agree, pointed, problems

OWN = SITE.replace("privacy@policies.example", "daisy.kz@gmail.com") + "  site: www.daisy.kz\n"

FOREIGN = [
    ("ru", "на info@lutik.kz", ["info@lutik"]),
    ("ru", "сайт lutik.kz и www.Lutik.kz", ["lutik", "www.Lutik"]),
    ("ru", "[здесь](https://lutik.kz/terms)", ["https://lutik"]),
    ("ru", "<https://lutik.kz>, https://my.lutik.kz.", ["https://lutik", "https://my"]),
    ("ru", "на lutik@gmail.com", ["lutik@"]),
    ("ru", "на daisy.kz@gmail.com", []),
    ("ru", "на сайте daisy.kz, my.daisy.kz, WWW.DAISY.KZ", []),
    ("ru", "info@daisy.kz, https://policies.example/privacy/", []),
    ("ru", "https://adilet.zan.kz/rus/docs/Z1300000094, egov.kz, www.gov.kz", []),
    ("ru", "https://policies.google.com/privacy, yandex.ru/legal", []),
    ("ru", "файл cookie `_ga` ставит `lutik.kz`", []),
    ("ru", "policy.pdf, т.е., и т.д., 10.5", []),
    ("ru", "{operator.email} и {operator.site}, {operator.site}-те", []),
    ("ru", "notdaisy.kz", ["notdaisy"]),
    ("kk", "лютик.қаз сайтында", ["лютик"]),
    ("kk", "lutik.kz-те және daisy.kz-те", ["lutik"]),
    ("en", "at lutik.kz.", ["lutik.kz."]),
    ("en", "See daisy.kz. Then", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOREIGN)
def test_addresses_of_others(language: str, text: str, expected: list[str]) -> None:
    found = pointed(foreignaddress, language, text, OWN)
    assert agree(found, expected), found


def test_the_site_names_what_it_knows() -> None:
    known = "checks: {foreign-address: {known: [{name: lutik.kz, reason: оплата}]}}\n"
    assert pointed(foreignaddress, "ru", "my.lutik.kz, a@lutik.kz, rosa.kz", OWN + known) == [
        "rosa.kz"
    ]


def test_an_address_is_told_once_in_a_text() -> None:
    assert len(problems(foreignaddress, {"ru": "lutik.kz, lutik.kz", "kk": "lutik.kz"})) == 2


NONE = [
    ("ru", "на https//daisy.kz", ["https//"]),
    ("ru", "http:/daisy.kz и http;//daisy.kz", ["http:/", "http;"]),
    ("ru", "https:// daisy.kz", ["https:// "]),
    ("ru", "htttps://daisy.kz", ["htttps"]),
    ("ru", "на www.daisy и дальше", ["www.daisy"]),
    ("ru", "на www,daisy.kz", ["www,"]),
    ("ru", "на daisy,kz", ["daisy,kz"]),
    ("ru", "info@daisy,kz", ["info@daisy,kz"]),
    ("ru", "info@daisy", ["info@daisy"]),
    ("ru", "info@daisy.", ["info@daisy."]),
    ("ru", "info@daisy..kz, info@@daisy.kz", ["info@daisy..", "info@@"]),
    ("ru", "info@ daisy.kz", ["info@ "]),
    ("ru", "dаisy.kz", ["dаisy"]),  # Cyrillic а
    ("ru", "daisy..kz", ["daisy..kz"]),
    ("ru", "daisy.kz, info@daisy.kz. https://daisy.kz/a,b?c=http://x.kz", []),
    ("ru", "языки ru,kk,en, ru,kz; слово.Com и дом.рф", []),
    ("ru", "Instagram @daisy, Telegram @daisy_bot, 5 @ 3", []),
    ("ru", "`info@daisy` и `http:/`", []),
    ("ru", "www.daisy.kz. Дальше www.daisy.kz/a", []),
    ("kk", "daisy.кz сайтында", ["daisy.кz"]),
    ("kk", "дала.қаз, daisy.kz-те", []),
    ("en", "at http//daisy.kz", ["http//"]),
    ("en", "and/or, etc.. http and https", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), NONE)
def test_what_is_no_address(language: str, text: str, expected: list[str]) -> None:
    found = pointed(noaddress, language, text)
    assert agree(found, expected), found


def test_the_letter_is_named() -> None:
    (problem,) = problems(noaddress, {"ru": "dаisy.kz"})
    assert problem.hint == "Type it again in Latin letters: `а` (U+0430) is Cyrillic."
