"""Which clauses define a word, and which word."""

import pytest

from inforce.importers import Imported

from .outline import body, findings


def terms(found: Imported, language: str) -> list[str]:
    return [clause.term[language].text for clause in found.policy.walk() if clause.term]


DEFINITIONS = [
    ("«Персональные данные» - любая информация.", "Персональные данные"),
    ("«Cookies» — фрагмент данных.", "Cookies"),
    ("“Cookies” – фрагмент данных.", "Cookies"),
    ('"Cookies" означает фрагмент данных.', "Cookies"),
    ("Сайт — это совокупность страниц.", "Сайт"),
    ("«Администрация сайта магазина (далее – Администрация) » – работники.", "Администрация"),
    ("«Пользователь сайта (далее ? Пользователь)» – лицо.", "Пользователь"),
    ("Настоящие правила (далее - Правила) действуют.", "Правила"),
    ("ТОО «Пример» (далее по тексту — «Компания») работает.", "Компания"),
    ("Акционерное общество (далее — АО «Пример») работает.", "АО «Пример»"),
    ("Тексты и знаки (далее – содержание Портала) защищены.", "содержание Портала"),
    ("ТОО «Пример», именуемое в дальнейшем «Продавец», продаёт.", "Продавец"),
    ("Под термином «данные» понимаются сведения.", "данные"),
    ("Под «данными Клиента» в этих правилах понимается всё.", "данными Клиента"),
]
KAZAKH = [
    ("Осы саясат (бұдан әрі — Саясат) қолданылады.", "Саясат"),
    ("Осы саясат (бұдан әрі мәтін бойынша – «Саясат») қолданылады.", "Саясат"),
    ("«Пайдаланушы» — сайтқа кірген адам.", "Пайдаланушы"),
]
ENGLISH = [
    ("Website means a collection of pages.", "Website"),
    ("Cross-border transfer of personal data means a transfer abroad.",
     "Cross-border transfer of personal data"),
    ('"Personal Data" — any information.', "Personal Data"),
    ('"Site User (hereinafter referred to as the User)" – a person.', "User"),
    ("The policy of Example LLP, hereinafter referred to as the Operator.", "Operator"),
    ("These Terms of Use (the “Terms”) apply.", "Terms"),
    ("The data above is referred to in this Policy as Personal Data.", "Personal Data"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "term", "language"),
    [
        *((text, term, "ru") for text, term in DEFINITIONS),
        *((text, term, "kk") for text, term in KAZAKH),
        *((text, term, "en") for text, term in ENGLISH),
    ],
)
def test_a_clause_has_the_term_that_it_defines(text: str, term: str, language: str) -> None:
    assert terms(body(f"1. {text}", language=language), language) == [term]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Контактные данные — адрес и телефон.", "ru"),
        ("Указанные далее данные хранятся год.", "ru"),
        ("Скрипт системы («пиксель») установлен.", "ru"),
        ("Используйте браузер ('Chrome') или другой.", "ru"),
        ("Сайт работает в разделе «Корзина» – всегда.", "ru"),
        ("This means that the site works.", "en"),
        ("By all means ask us.", "en"),
        ('The statistical script ("pixel") is installed.', "en"),
    ],
)
def test_other_words_are_no_terms(text: str, language: str) -> None:
    assert terms(body(f"1. {text}", language=language), language) == []


def test_under_a_heading_on_terms_a_dash_defines() -> None:
    text = "1. Термины и определения\n1.1. Сайт — страницы.\n2. Данные\n2.1. Адрес — улица и дом."
    assert terms(body(text), "ru") == ["Сайт"]


def test_definitions_without_numbers_are_clauses() -> None:
    text = "1. Key terms\nWebsite means a set of pages.\nUser means a visitor.\n2. Data\nName."
    found = body(text, language="en")
    first, second = found.policy.clauses
    assert [clause.id for clause in first.clauses] == ["website", "user"]
    assert not second.clauses


def test_a_clause_that_defines_several_words_names_the_first_and_says_the_others() -> None:
    text = "1. Правила (далее — Правила) сайта (далее – Сайт) ТОО «Пример» (далее - Компания)."
    found = body(text)
    assert terms(found, "ru") == ["Правила"]
    assert findings(found, "term") == [
        "3: besides “Правила” this clause defines “Сайт”, “Компания”; `term:` holds one"
    ]


def test_marks_inside_a_word_keep_it_from_being_a_term() -> None:
    found = body("1. «Сай**т**» — это страницы.", file="a.md")
    assert terms(found, "ru") == []
