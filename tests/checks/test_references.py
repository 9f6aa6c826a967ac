"""References: to themselves, to what is repealed, and those that were typed by hand."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from inforce.checks import (
    Check,
    Context,
    deadreference,
    repealedreference,
    samenumber,
    selfreference,
    typedreference,
)
from inforce.model import WorkingPolicy
from inforce.problems import Problem

from ..source.loading import in_clauses, load_sound, the_site

MOMENT = datetime(2030, 1, 1, tzinfo=UTC)
HEAD = """\
policy: privacy
kind: privacy-policy
title:
  ru: Политика конфиденциальности
  kk: Құпиялылық саясаты
  en: Privacy Policy
languages: {ru: authentic, kk: authentic, en: official}
"""
# 1. general: 1.1. scope, 1.2. terms: 1) name 2) email; 2. rights: 2.1. access; 3. last; annex form
CLAUSES = """\
- id: general
  title: {ru: Общее, kk: Жалпы, en: General}
  clauses:
  - {id: scope, ru: x, kk: x, en: x}
  - id: terms
    ru: x
    kk: x
    en: x
    clauses:
    - {id: name, marker: point, ru: x, kk: x, en: x}
    - {id: email, marker: point, ru: x, kk: x, en: x}
- id: rights
  title: {ru: Права, kk: Құқықтар, en: Rights}
  clauses:
  - {id: access, ru: x, kk: x, en: x}
  - {id: inserted, number: 2.1-1, ru: x, kk: x, en: x}
- id: last
  LANGUAGE: |-
    TEXT
annexes:
- id: form
  title: {ru: Форма, kk: Нысан, en: Form}
  clauses:
  - {id: form-line, ru: x, kk: x, en: x}
"""


def _told(problem: Problem) -> str:
    assert problem.location.line
    assert problem.hint
    return problem.message.split("“")[-1].split("”")[0]


def found(text: str, language: str = "ru") -> list[str]:
    """The typed numbers: `words -> id`, or `words -> nothing`."""
    clauses = CLAUSES.replace("LANGUAGE", language).replace("TEXT", text.replace("\n", "\n    "))
    context = Context(load_sound(in_clauses(clauses, HEAD)), the_site(), MOMENT)
    problems = [*typedreference.check(context), *deadreference.check(context)]
    return [
        f"{_told(one)} -> {one.hint.split('(#')[1].split(')')[0]}"
        if one.check == typedreference.ID
        else f"{_told(one)} -> nothing"
        for one in sorted(problems)
    ]


TYPED = [
    ("ru", "согласно пункту 1.1 Политики", ["пункту 1.1 -> scope"]),
    ("ru", "согласно п. 1.1. настоящей Политики", ["п. 1.1 -> scope"]),
    ("ru", "в соответствии с п.1.2 и п. 2.1", ["п.1.2 -> terms", "п. 2.1 -> access"]),
    ("ru", "в пунктах 1.1, 1.2 и 2.1", ["1.1 -> scope", "1.2 -> terms", "2.1 -> access"]),
    ("ru", "в разделе 2 настоящей Политики", ["разделе 2 -> rights"]),
    ("ru", "подпункт 2) пункта 1.2", ["подпункт 2) -> email", "пункта 1.2 -> terms"]),
    ("ru", "подпункт 2) пункта [](#terms)", ["подпункт 2) -> email"]),
    ("ru", "в пункте 2.1-1", ["2.1-1 -> inserted"]),
    ("ru", "в Приложении 1", ["Приложении 1 -> form"]),
    ("ru", "согласно пункту 3.2", ["пункту 3.2 -> nothing"]),
    ("ru", "в пп. [](#scope), 9.1 и 9.2 Политики", ["9.1 -> nothing", "9.2 -> nothing"]),
    ("ru", "согласно пункту 7 настоящей Политики", ["пункту 7 -> nothing"]),
    ("ru", "согласно разделу 7 Политики", ["разделу 7 -> nothing"]),
    ("ru", "на основании пункта 2 статьи 8 Закона", []),
    ("ru", "подпункт 1) пункта 1.2 статьи 9 Закона «О персональных данных»", []),
    ("ru", "согласно статье 8", []),
    ("ru", "пункт 1.1 Договора оказания услуг", []),
    ("ru", "пункт 1.1 Гражданского кодекса", []),
    ("ru", "п. 1.1 Приказа Министра", []),
    ("ru", "в пункте [](#scope) настоящей Политики", []),
    ("ru", "[пункт 1.1](#scope)", []),
    ("ru", "`пункт 1.1`", []),
    ("ru", "[пункт 1.1](https://adilet.zan.kz/)", []),
    ("ru", "версия 1.1, в 2.1 раза, 1.2 миллиона", []),
    ("ru", "и т.п. 3.2 метра", []),
    ("kk", "1.1-тармаққа сәйкес", ["1.1-тармаққа -> scope"]),
    ("kk", "осы Саясаттың 1.2-тармағының 2) тармақшасы", [
        "1.2-тармағының -> terms",
        "2) тармақшасы -> email",
    ]),
    ("kk", "[](#terms)-тармағының 2) тармақшасы", ["2) тармақшасы -> email"]),
    ("kk", "2-бөлімде", ["2-бөлімде -> rights"]),
    ("kk", "3.2-тармақта көрсетілген", ["3.2-тармақта -> nothing"]),
    ("kk", "Заңның 8-бабының 2-тармағы", []),
    ("kk", "Шарттың 1.1-тармағы", []),
    ("kk", "[](#scope)-тармақта", []),
    ("en", "under clause 1.1 of this Policy", ["clause 1.1 -> scope"]),
    ("en", "clauses 1.1 and 2.1", ["1.1 -> scope", "2.1 -> access"]),
    ("en", "section 2 of this Policy", ["section 2 -> rights"]),
    ("en", "see clause 3.2 below", ["clause 3.2 -> nothing"]),
    ("en", "clause 1.1 of the Terms of Use", []),
    ("en", "Article 8 of the Law", []),
    ("en", "section 2 of the Personal Data Act", []),
    ("en", "clause [](#scope)", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), TYPED)
def test_numbers_that_are_typed_by_hand(language: str, text: str, expected: list[str]) -> None:
    assert sorted(found(text, language)) == sorted(expected)


def test_the_place_is_that_of_the_number() -> None:
    clauses = CLAUSES.replace("LANGUAGE", "ru").replace("TEXT", "**Важно:** в\n    п. 1.1")
    context = Context(load_sound(in_clauses(clauses, HEAD)), the_site(), MOMENT)
    (problem,) = typedreference.check(context)
    written = in_clauses(clauses, HEAD).split("\n")[problem.location.line - 1]
    assert written[problem.location.column - 1 :] == "1.1"
    assert problem.location.clause == "last"


def test_a_number_in_an_annex_is_that_of_the_annex_first() -> None:
    source = in_clauses(
        "- {id: a, ru: x}\n"
        "annexes:\n- id: form\n  title: {ru: Форма}\n  clauses:\n"
        "  - {id: line, ru: x}\n  - {id: other, ru: 'как в пункте 1 настоящей Политики'}\n"
    )
    context = Context(load_sound(source), the_site(), MOMENT)
    assert ["(#line)" in one.hint for one in typedreference.check(context)] == [True]


REFERRING = """\
- id: a
  repealed: true
- id: b
  ru: |-
    См. [](#a), [](#b), `[](#b)` и [пункт {label}](privacy#b),
    [](terms#a), [](terms#b).
  clauses:
  - {id: c, marker: point, ru: "[](#b) и [](#d)"}
- {id: d, ru: x}
"""


def places(check: Check, others: Mapping[str, WorkingPolicy] | None = None) -> list[str]:
    context = Context(load_sound(in_clauses(REFERRING)), the_site(), MOMENT, others or {})
    return [f"{one.location.line}:{one.location.column}" for one in check.check(context)]


def test_a_reference_to_its_own_clause_is_told() -> None:
    assert places(selfreference) == ["10:20", "10:52"]


def test_a_reference_to_a_repealed_clause_is_told() -> None:
    assert places(repealedreference) == ["10:12"]
    terms = load_sound(in_clauses("- {id: a, repealed: true}\n- {id: b, ru: x}\n"))
    assert places(repealedreference, {"terms": terms}) == ["10:12", "11:8"]


NUMBERS = [
    ("- {id: a, ru: x}\n- {id: b, number: '1', ru: x}\n", ["b"]),
    ("- {id: a, ru: x}\n- {id: b, number: 1-1, ru: x}\n- {id: c, ru: x}\n", []),
    ("- {id: a, ru: x}\n- {id: b, number: 1), ru: x}\n", []),
    ("- {id: a, marker: bullet, ru: x}\n- {id: b, marker: bullet, ru: x}\n", []),
    ("- {id: a, marker: none, ru: x}\n- {id: b, marker: none, ru: x}\n", []),
    ("- {id: a, ru: x, clauses: [{id: c, marker: point, ru: x}]}\n"
     "- {id: b, ru: x, clauses: [{id: d, marker: point, ru: x}]}\n", []),
    ("- {id: a, ru: x, clauses: [{id: c, ru: x}]}\n"
     "- {id: b, ru: x, clauses: [{id: d, number: '1.1', ru: x}]}\n", ["d"]),
    ("- {id: a, marker: none, ru: x, clauses: [{id: c, ru: x}]}\n"
     "- {id: b, marker: none, ru: x, clauses: [{id: d, ru: x}]}\n", []),
    ("- {id: a, ru: x}\nannexes:\n- {id: b, title: {ru: x}, clauses: [{id: d, ru: x}]}\n"
     "- {id: e, title: {ru: x}, clauses: [{id: f, ru: x}]}\n", []),
    ("- {id: a, marker: ordinal, ru: x}\n- {id: b, ru: x}\n", ["b"]),
]  # fmt: skip


@pytest.mark.parametrize(("clauses", "expected"), NUMBERS)
def test_two_clauses_with_one_number_are_told(clauses: str, expected: list[str]) -> None:
    context = Context(load_sound(in_clauses(clauses)), the_site(), MOMENT)
    assert [one.location.clause for one in samenumber.check(context)] == expected
