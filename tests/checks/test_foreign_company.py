"""Companies that are not the operator, and quotations that are no company."""

import pytest

from inforce.checks import SETTABLE, foreignaddress, foreigncompany
from inforce.source.exemptions import OF_NAMES

from ..source.loading import SITE
from .finding import agree, pointed, problems

TEXTS = [
    ("ru", "ТОО «Лютик» хранит", ["ТОО «Лю"]),
    ("ru", 'АО "Лютик-Банк" и ИП «Роза»', ["АО", "ИП"]),
    ("ru", "Товарищество с ограниченной ответственностью «Лютик»", ["Товар"]),
    ("ru", "Акционерным обществом «Лютик»", ["Акцион"]),
    ("ru", "ИП Иванов И.И. хранит", ["ИП Иванов"]),
    ("ru", "ТОО «Лютик» и ТОО «Лютик»", ["ТОО"]),
    ("ru", "ТОО «Ромашка» и ТОО «РОМАШКА»", []),
    ("ru", "{operator.name} хранит", []),
    ("ru", "газета «Лютик», раздел «Оплата», кнопка «Выход»", []),
    ("ru", "регистрация ТОО, АО и ИП", []),
    ("ru", "участник ТОО вправе", []),
    ("kk", "«Сарыгүл» ЖШС сақтайды", ["«Сары"]),
    ("kk", "«Сарыгүл Банкі» АҚ-ның", ["«Сары"]),
    ("kk", "«Түймедақ» ЖШС, «Түймедақ» жауапкершілігі шектеулі серіктестігі", []),
    ("kk", "«Сарыгүл» бөлімі", []),
    ("en", "Buttercup LLP keeps", ["Buttercup"]),
    ("en", "The Google LLC and “Rose” JSC", ["The Goo", "“Rose”"]),
    ("en", "LLP “Buttercup”", ["LLP"]),
    ("en", "Daisy LLP and “Daisy” LLP", []),
    ("en", "an LLP or LLC, Inc. and others", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_companies(language: str, text: str, expected: list[str]) -> None:
    found = pointed(foreigncompany, language, text)
    assert agree(found, expected), found


def test_only_checks_of_names_know_names() -> None:
    assert {*OF_NAMES} == {foreigncompany.ID, foreignaddress.ID} <= SETTABLE


def test_the_site_names_whom_it_knows() -> None:
    known = "checks: {foreign-company: {known: [{name: ТОО «Лютик», reason: доставка}]}}\n"
    text = {"ru": "ТОО «Лютик» и ТОО «Роза»"}
    (problem,) = problems(foreigncompany, text, site=SITE + known)
    assert problem.message == "`ТОО «Роза»` is not the operator"
