"""Where a text says that the edition in force is found."""

import time
from collections.abc import Mapping
from typing import Any

import pytest

from inforce.checks import contents, currentaddress

from ..source.loading import SITE
from .finding import problems

HERE = "https://policies.example/privacy/"
SAYS = {
    "ru": "Действующая редакция Политики постоянно доступна по адресу {}.",
    "kk": "Саясаттың қолданыстағы редакциясы {} мекенжайында тұрақты қолжетімді.",
    "en": "The current version of the Policy is always available at {}.",
}
OWN = {"ru": HERE, "kk": "https://policies.example/kk/privacy/",
       "en": "https://policies.example/en/privacy/"}  # fmt: skip
LANGUAGES = [*SAYS]


def told(clause: Mapping[str, Any], **more: Any) -> list[str]:
    """The languages and severities of what is found."""
    found = problems(currentaddress, clause, **more)
    return [f"{one.message[-3:-1]} {one.severity}" for one in found]


def said(address: str) -> dict[str, str]:
    return {code: text.format(address) for code, text in SAYS.items()}


RIGHT = [
    f"<{HERE}>",
    f"[на сайте]({HERE})",
    "policies.example/privacy",
    "`policies.example/privacy/`",
    "<https://policies.example/privacy>",
    f"<{HERE}index.html>",
    f"<{HERE}#scope>",
    "<https://policies.example/policy/>",
    "HTTPS://POLICIES.EXAMPLE/PRIVACY/",
]


@pytest.mark.parametrize("address", RIGHT)
def test_the_address_of_the_policy_at_the_root_or_an_alias_is_right(address: str) -> None:
    assert told(said(address), aliases=["/policy/"]) == []


def test_the_address_in_the_language_of_the_text_is_right_and_in_a_third_one_wrong() -> None:
    assert told({code: text.format(OWN[code]) for code, text in SAYS.items()}) == []
    assert told(said(OWN["en"])) == ["ru warning", "kk warning"]


WRONG = [
    "<https://policies.example/>",
    "<https://policies.example/terms/>",
    "<https://policies.example/privacy/2026-09-01/>",
    "<https://policies.example/privacy/history/>",
    "<https://policies.example/privacy.pdf>",
    "<https://policies.example/privacy-old/>",
    "<http://policies.example/privacy/>",
    "<https://old.policies.example/privacy/>",
    "<https://other.example/?to=policies.example/privacy/>",
    "<https://policies.example/policy/>",
    "Астана, Улги, 1",
]


@pytest.mark.parametrize("address", WRONG)
def test_any_other_address_is_told_in_each_language(address: str) -> None:
    found = told(said(address))
    assert found == [f"{code} warning" for code in LANGUAGES]


def test_the_right_address_is_in_the_hint_and_the_wrong_one_is_the_place() -> None:
    clause = {"ru": SAYS["ru"].format("<https://a.example/x>")}
    (problem,) = problems(currentaddress, clause)
    assert f"Write `<{HERE}>`." in problem.hint
    assert "except it" in problem.hint
    assert problem.location.clause == "c0"
    assert problem.location.column > SAYS["ru"].index("{")
    (problem,) = problems(currentaddress, {"kk": SAYS["kk"].format("<https://a.example/x>")})
    assert f"Write `<{OWN['kk']}>`." in problem.hint


def test_a_tagged_clause_needs_no_words_and_its_address_may_stand_below_it() -> None:
    tag = {"covers": ["current-edition"]}
    assert told({"ru": "Смотрите на сайте.", **tag}) == ["ru error"]
    assert told({"ru": f"Смотрите <{HERE}>.", **tag}) == []
    assert told({"ru": "Смотрите:", "clauses": [{"id": "b", "ru": f"<{HERE}>"}], **tag}) == []
    found = problems(currentaddress, {"repealed": "true", **tag}, {"ru": "x"})
    assert found == ()


def test_a_site_below_a_path_has_its_addresses_there() -> None:
    site = SITE.replace("https://policies.example/", "https://company.example/legal/")
    right = {"ru": SAYS["ru"].format("<https://company.example/legal/privacy/>")}
    assert problems(currentaddress, right, site=site) == ()
    assert len(problems(currentaddress, {"ru": SAYS["ru"].format(f"<{HERE}>")}, site=site)) == 1


WORDS = [
    ("ru", "С действующей редакцией можно ознакомиться по адресу", True),
    ("ru", "Актуальная версия Правил размещена по следующему адресу:", True),
    ("ru", "Текущая редакция находится на сайте по адресу", True),
    ("ru", "Действующее Соглашение опубликовано на странице по адресу", True),
    ("ru", "Актуальные Правила доставки доступны на сайте по адресу", True),
    ("ru", "Действующее законодательство применяется по адресу Покупателя", False),
    ("ru", "Документ, подтверждающий адрес, действующий Пользователь хранит сам", False),
    ("kk", "Қолданыстағы Құпиялылық саясаты мына мекенжайда жарияланған:", True),
    ("en", "The current Privacy Policy is published on the page at the address", True),
    ("en", "The current address of the buyer is kept at the warehouse", False),
    ("ru", "Закон в действующей редакции обязывает сообщать адрес", False),
    ("ru", "Действующую редакцию можно запросить по адресу электронной почты info@a.kz", False),
    ("ru", "Действующая редакция размещена на Сайте", False),
    ("ru", "Доставка по адресу", False),
    ("kk", "Қағидалардың өзекті нұсқасы мына мекенжайда орналастырылған:", True),
    ("kk", "Қолданыстағы редакциясы сайтта орналастырылған", False),
    ("en", "The edition of the Terms in force is permanently available at", True),
    ("en", "The latest version can be found on the website at", True),
    ("en", "The current version applies at the time of the order", False),
    ("en", "The current version may be made available at any time", False),
]


@pytest.mark.parametrize(("language", "words", "expected"), WORDS)
def test_the_words_that_say_it(language: str, words: str, expected: bool) -> None:
    assert bool(told({language: f"{words} x"})) == expected


@pytest.mark.parametrize(
    "words", ["действующ", "действующая редакция ", "edition in force ", "current version ", "a."]
)
def test_a_hostile_text_is_read_in_bounded_time(words: str) -> None:
    text = (words * 90_000)[:90_000] + " x"
    more = {"profile": "kz-policy"}
    start = time.perf_counter()
    for module in (currentaddress, contents):
        problems(module, {"ru": text, "en": text, "covers": ["current-edition"]}, **more)
    assert time.perf_counter() - start < 10
