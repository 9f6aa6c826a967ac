# ruff: noqa: E501 - the rows of tables are long
"""Citations as lawyers write them: tables of cases in each language."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from inforce.model import (
    Edition,
    LanguageStatus,
    Localized,
    Marker,
    Source,
    Status,
    Text,
    WorkingPolicy,
)
from inforce.model import WorkingClause as Clause
from inforce.render.citation import Cited, citations, english, kazakh, russian
from inforce.resolve import nothing, places, resolve_text
from inforce.timeline import State

from ..source.loading import the_site

LANGUAGES = ("ru", "kk", "en")
AUTHENTIC = {language: LanguageStatus(Status.AUTHENTIC) for language in LANGUAGES}
TITLES = {"ru": "Политика конфиденциальности", "kk": "Құпиялылық саясаты", "en": "Privacy Policy"}
OPERATORS = {"ru": "ТОО «Дала Маркет»", "kk": "«Дала Маркет» ЖШС", "en": "Dala Market LLP"}
FOURTH = Cited("4", date(2026, 8, 20), State.IN_FORCE, date(2026, 9, 1))


def same(text: str) -> Localized:
    return dict.fromkeys(LANGUAGES, Source(text))


def words(text: str) -> Localized:
    """Words that stand in all languages, or in three between slashes."""
    parts = text.split(" / ")
    return dict(zip(LANGUAGES, map(Source, parts * (4 - len(parts))), strict=False))


def clause(
    identity: str,
    *below: Clause,
    marker: str | None = None,
    number: str = "",
    title: str = "",
    paragraphs: int = 1,
    closing: str = "",
) -> Clause:
    return Clause(
        identity,
        Marker(marker) if marker else None,
        words(number) if number else {},
        words(title) if title else {},
        same("\n\n".join(["Words."] * paragraphs)) if paragraphs else {},
        below,
        same(closing) if closing else {},
    )


def section(
    identity: str,
    *below: Clause,
    marker: str | None = None,
    number: str = "",
    title: str = "Title",
) -> Clause:
    return clause(identity, *below, marker=marker, number=number, title=title, paragraphs=0)


def point(identity: str, *below: Clause, number: str = "") -> Clause:
    return clause(identity, *below, marker="point", number=number)


def letter(identity: str, *below: Clause) -> Clause:
    return clause(identity, *below, marker="letter")


def loose(identity: str, *below: Clause, paragraphs: int = 1) -> Clause:
    return clause(identity, *below, marker="none", paragraphs=paragraphs)


def bullet(identity: str, *below: Clause) -> Clause:
    return clause(identity, *below, marker="bullet")


def ordinal(identity: str, *below: Clause, number: str = "") -> Clause:
    return clause(identity, *below, marker="ordinal", number=number)


def policy(
    *clauses: Clause,
    preamble: tuple[Clause, ...] = (),
    annexes: tuple[Clause, ...] = (),
    continuous: bool = False,
    title: Mapping[str, str] = TITLES,
) -> WorkingPolicy:
    return WorkingPolicy(
        "privacy",
        "privacy-policy",
        {language: Source(one) for language, one in title.items()},
        AUTHENTIC,
        continuous=continuous,
        preamble=preamble,
        clauses=clauses,
        annexes=annexes,
    )


POLICIES = {
    "sections whose numbers stand in the numbers of their clauses": policy(
        section("general", clause("scope", loose("scope-more"), loose("scope-end"))),
        section(
            "data",
            clause(
                "list",
                point("point", loose("point-more")),
                point("inserted-point", letter("letter", bullet("letter-bullet")), number="1-1)"),
                point("second-point"),
                loose("after-points"),
            ),
            clause(
                "bullets",
                bullet("bullet-one"),
                bullet("bullet-two", bullet("bullet-inside")),
                bullet("bullet-three"),
            ),
            clause("deep", clause("deeper", clause("deepest", point("deepest-point")))),
            section("under", clause("under-clause")),
            clause("inserted", clause("inserted-below"), number="2.4-1."),
        ),
        section("inserted-section", clause("inserted-inside"), number="2-1."),
        clause("points", point("section-point"), loose("section-words"), title="Title"),
        section(
            "contacts",
            loose("contacts-words", point("contacts-point"), paragraphs=2),
            loose("contacts-long", paragraphs=3),
            marker="none",
            title="Контакты / Байланыс / Contacts",
        ),
    ),
    "clauses that each section counts anew": policy(
        section(
            "one",
            ordinal("one-first"),
            ordinal("one-inserted", ordinal("one-sub"), number="1-1."),
        ),
        section("two", ordinal("two-first", point("two-point", loose("two-words"))), number="II."),
    ),
    "clauses that are counted through all sections": policy(
        section("first", clause("first-clause"), clause("second-clause")),
        section("second", clause("third-clause", point("third-point"))),
        continuous=True,
    ),
    "clauses without any section": policy(
        loose("opening"),
        clause("plain", point("plain-point")),
        point("bracket"),
        clause("roman", marker="roman"),
        clause("two", clause("capital", number="A.")),
    ),
    "numbers with words in them": policy(
        section(
            "chapter",
            section(
                "article",
                ordinal("article-clause", point("article-point")),
                number="Статья 5. / 5-бап. / Article 5.",
            ),
            number="Глава 1. / 1-тарау. / Chapter 1.",
        ),
        section("sign", number="§ 2."),
        section("unknown", number="Блок А / А блогы / Block A"),
    ),
    "a preamble of one paragraph, and one annex": policy(
        clause("body"),
        preamble=(loose("preamble", letter("preamble-point")),),
        annexes=(
            section("form", ordinal("form-clause"), loose("form-words"), title="Форма"),
        ),
    ),
    "a preamble of two paragraphs, and several annexes": policy(
        clause("body"),
        preamble=(loose("whereas"), loose("whereas-too")),
        annexes=(
            section(
                "annex-one",
                clause("annex-clause", point("annex-point")),
                section("annex-section", clause("annex-inner", loose("annex-words"))),
                number="Приложение № 1 / 1-қосымша / Annex 1",
            ),
            section("annex-two", title="Приложение № 2. Форма / 2-қосымша. Нысан / Schedule 2. Form"),
            section(
                "annex-three", clause("annex-three-row"), title="Тарифы / Тарифтер / Tariffs"
            ),
        ),
    ),
}  # fmt: skip


def rows() -> Iterator[tuple[str, str, str, str]]:
    """The name of a policy, a clause, a language and the place as it is cited."""
    name = ""
    for line in (Path(__file__).parent / "citations.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            name = line.removeprefix("= ")
        elif line and not line.startswith("#"):
            identity, *cited = (part.strip() for part in line.split("|"))
            for language, place in zip(LANGUAGES, cited, strict=True):
                yield name, identity, language, place


def texts(policy: WorkingPolicy) -> tuple[Edition, Mapping[str, Text]]:
    preamble, clauses, annexes = places(policy)
    edition = Edition(
        policy.policy, "2026-09-01", policy.kind, "4", datetime(2026, 9, 1), AUTHENTIC,
        "ru", "ru", "", preamble=preamble, clauses=clauses, annexes=annexes,
    )  # fmt: skip
    site = the_site()
    return edition, {
        language: resolve_text(policy, language, site, nothing, "2026-09-01")[0]
        for language in LANGUAGES
    }


READ = {name: texts(one) for name, one in POLICIES.items()}


@pytest.mark.parametrize(("name", "identity", "language", "place"), list(rows()))
def test_a_place_as_it_is_cited(name: str, identity: str, language: str, place: str) -> None:
    edition, text = READ[name]
    body, annexes = citations(text[language], edition, FOURTH)
    assert {**body.places, **annexes.places}[identity] == place


def test_the_table_has_at_least_forty_rows_a_language_and_knows_every_marker() -> None:
    assert len({(name, identity) for name, identity, _, _ in rows()}) >= 40
    markers = {place.marker for edition, _ in READ.values() for place in edition.walk()}
    assert markers == {str(marker) for marker in Marker}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_clauses_are_cited_alike(language: str) -> None:
    for edition, text in READ.values():
        found = [group.of(one) for group in citations(text[language], edition, FOURTH)
                 for one in group.places]  # fmt: skip
        assert len(found) == len(set(found)) == len(list(text[language].walk()))


WHOLE = {
    "ru": "подпункт 1) пункта 2.1 Политики конфиденциальности ТОО «Дала Маркет»"
    " (редакция № 4 от 20.08.2026, действует с 01.09.2026)",
    "kk": "«Дала Маркет» ЖШС Құпиялылық саясатының 2.1-тармағының 1) тармақшасы"
    " (2026 жылғы 20 тамыздағы № 4 редакция, 2026 жылғы 1 қыркүйектен бастап қолданылады)",
    "en": "clause 2.1, sub-clause 1) of the Privacy Policy of Dala Market LLP"
    " (edition No. 4 of 20 August 2026, in force from 1 September 2026)",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_citation(language: str) -> None:
    edition, text = next(iter(READ.values()))
    cited = replace(FOURTH, operator=OPERATORS[language])
    assert citations(text[language], edition, cited)[0].of("point") == WHOLE[language]


# A title, and the genitive and the dative of it.
RUSSIAN = """
Политика конфиденциальности | Политики конфиденциальности | Политике конфиденциальности
Политика в отношении обработки персональных данных | Политики в отношении обработки персональных данных | Политике в отношении обработки персональных данных
Внутренняя политика | Внутренней политики | Внутренней политике
Общая политика обработки данных | Общей политики обработки данных | Общей политике обработки данных
ПОЛИТИКА КОНФИДЕНЦИАЛЬНОСТИ | ПОЛИТИКИ КОНФИДЕНЦИАЛЬНОСТИ | ПОЛИТИКЕ КОНФИДЕНЦИАЛЬНОСТИ
Cookie-политика | Cookie-политики | Cookie-политике
Пользовательское соглашение | Пользовательского соглашения | Пользовательскому соглашению
Лицензионное соглашение с конечным пользователем | Лицензионного соглашения с конечным пользователем | Лицензионному соглашению с конечным пользователем
Соглашение об уровне обслуживания | Соглашения об уровне обслуживания | Соглашению об уровне обслуживания
Публичная оферта | Публичной оферты | Публичной оферте
Оферта о продаже товаров | Оферты о продаже товаров | Оферте о продаже товаров
Публичный договор | Публичного договора | Публичному договору
Краткий договор | Краткого договора | Краткому договору
Внутренний регламент | Внутреннего регламента | Внутреннему регламенту
Типовой договор розничной купли-продажи | Типового договора розничной купли-продажи | Типовому договору розничной купли-продажи
Правила | Правил | Правилам
Правила возврата товаров. | Правил возврата товаров | Правилам возврата товаров
Общие условия использования | Общих условий использования | Общим условиям использования
Условия использования сайта | Условий использования сайта | Условиям использования сайта
Согласие на обработку персональных данных | Согласия на обработку персональных данных | Согласию на обработку персональных данных
Согласие на сбор и обработку персональных данных | Согласия на сбор и обработку персональных данных | Согласию на сбор и обработку персональных данных
Положение о программе лояльности | Положения о программе лояльности | Положению о программе лояльности
Порядок рассмотрения обращений | Порядка рассмотрения обращений | Порядку рассмотрения обращений
Уведомление о файлах cookie | Уведомления о файлах cookie | Уведомлению о файлах cookie
Перечень собираемых данных | Перечня собираемых данных | Перечню собираемых данных
Инструкция для продавцов | Инструкции для продавцов | Инструкции для продавцов
Кодекс этики | Кодекса этики | Кодексу этики
Стандарт обслуживания | Стандарта обслуживания | Стандарту обслуживания
Заявление о конфиденциальности | Заявления о конфиденциальности | Заявлению о конфиденциальности
Тарифы | Тарифов | Тарифам
Отказ от ответственности | Отказа от ответственности | Отказу от ответственности
Договор-оферта | Договора-оферты | Договору-оферте
ДОГОВОР-ОФЕРТА | ДОГОВОРА-ОФЕРТЫ | ДОГОВОРУ-ОФЕРТЕ
Публичный договор-оферта | Публичного договора-оферты | Публичному договору-оферте
Договор-Оферта на оказание услуг | Договора-Оферты на оказание услуг | Договору-Оферте на оказание услуг
Оферта-договор | Оферты-договора | Оферте-договору
Положение-инструкция | Положения-инструкции | Положению-инструкции
Соглашение-оферта | Соглашения-оферты | Соглашению-оферте
Политика-уведомление | Политики-уведомления | Политике-уведомлению
Правила-условия | Правил-условий | Правилам-условиям
Согласие-анкета | Согласия-анкеты | Согласию-анкете
Интернет-политика | Интернет-политики | Интернет-политике
e-mail-политика | e-mail-политики | e-mail-политике
Онлайн-договор-оферта | Онлайн-договора-оферты | Онлайн-договору-оферте
Правила интернет-магазина | Правил интернет-магазина | Правилам интернет-магазина
Правила e-mail-рассылки | Правил e-mail-рассылки | Правилам e-mail-рассылки
Заявка-договор | документа «Заявка-договор» | документу «Заявка-договор»
Договор-заявка | документа «Договор-заявка» | документу «Договор-заявка»
Публичная договор-оферта | документа «Публичная договор-оферта» | документу «Публичная договор-оферта»
Договор оферта | документа «Договор оферта» | документу «Договор оферта»
Договор – оферта | документа «Договор – оферта» | документу «Договор – оферта»
Договор (оферта) | документа «Договор (оферта)» | документу «Договор (оферта)»
Соглашение с гостями (публичная оферта) | документа «Соглашение с гостями (публичная оферта)» | документу «Соглашение с гостями (публичная оферта)»
Правила возврата (обмена) | Правил возврата (обмена) | Правилам возврата (обмена)
Правила и условия | документа «Правила и условия» | документу «Правила и условия»
Правила продажи, условия доставки | документа «Правила продажи, условия доставки» | документу «Правила продажи, условия доставки»
Наша политика | документа «Наша политика» | документу «Наша политика»
Как мы храним данные | документа «Как мы храним данные» | документу «Как мы храним данные»
О клубе «Дала» | документа «О клубе „Дала“» | документу «О клубе „Дала“»
Terms of Use | документа «Terms of Use» | документу «Terms of Use»
"""
# A title, the genitive and the dative of it, and the genitive where it has an owner.
KAZAKH = """
Құпиялылық саясаты | Құпиялылық саясатының | Құпиялылық саясатына | Құпиялылық саясатының
ҚҰПИЯЛЫЛЫҚ САЯСАТЫ | ҚҰПИЯЛЫЛЫҚ САЯСАТЫНЫҢ | ҚҰПИЯЛЫЛЫҚ САЯСАТЫНА | ҚҰПИЯЛЫЛЫҚ САЯСАТЫНЫҢ
Пайдаланушы келісімі | Пайдаланушы келісімінің | Пайдаланушы келісіміне | Пайдаланушы келісімінің
Пайдалану шарттары | Пайдалану шарттарының | Пайдалану шарттарына | Пайдалану шарттарының
Тауарды қайтару қағидалары. | Тауарды қайтару қағидаларының | Тауарды қайтару қағидаларына | Тауарды қайтару қағидаларының
Ішкі тәртіп ережелері | Ішкі тәртіп ережелерінің | Ішкі тәртіп ережелеріне | Ішкі тәртіп ережелерінің
Әдеп кодексі | Әдеп кодексінің | Әдеп кодексіне | Әдеп кодексінің
Өтініштерді қарау тәртібі | Өтініштерді қарау тәртібінің | Өтініштерді қарау тәртібіне | Өтініштерді қарау тәртібінің
Ережелер | Ережелердің | Ережелерге | Ережелерінің
Қағидалар | Қағидалардың | Қағидаларға | Қағидаларының
Келісім | Келісімнің | Келісімге | Келісімінің
Шарт | Шарттың | Шартқа | Шартының
Тәртіп | Тәртіптің | Тәртіпке | Тәртібінің
Нұсқаулық | Нұсқаулықтың | Нұсқаулыққа | Нұсқаулығының
Регламент | Регламенттің | Регламентке | Регламентінің
Стандарт | Стандарттың | Стандартқа | Стандартының
Тізім | Тізімнің | Тізімге | Тізімінің
Қоғамдық оферта | Қоғамдық офертаның | Қоғамдық офертаға | Қоғамдық офертасының
Жария шарт | Жария шарттың | Жария шартқа | Жария шартының
Декларация | Декларацияның | Декларацияға | Декларациясының
Cookie файлдары туралы хабарлама | Cookie файлдары туралы хабарламаның | Cookie файлдары туралы хабарламаға | Cookie файлдары туралы хабарламасының
Дербес деректерді өңдеуге келісім | Дербес деректерді өңдеуге келісімнің | Дербес деректерді өңдеуге келісімге | Дербес деректерді өңдеуге келісімінің
Деректерді пайдалану | Деректерді пайдаланудың | Деректерді пайдалануға | Деректерді пайдалануының
Өңдеуге келісу | Өңдеуге келісудің | Өңдеуге келісуге | Өңдеуге келісуінің
Жарғы | Жарғының | Жарғыға | Жарғысының
Terms of Use | «Terms of Use» құжатының | «Terms of Use» құжатына | «Terms of Use» құжатының
Ережелер 2026 | «Ережелер 2026» құжатының | «Ережелер 2026» құжатына | «Ережелер 2026» құжатының
«Дала» клубы туралы | «„Дала“ клубы туралы» құжатының | «„Дала“ клубы туралы» құжатына | «„Дала“ клубы туралы» құжатының
Деректерді қалай сақтаймыз | «Деректерді қалай сақтаймыз» құжатының | «Деректерді қалай сақтаймыз» құжатына | «Деректерді қалай сақтаймыз» құжатының
Туралы акт | «Туралы акт» құжатының | «Туралы акт» құжатына | «Туралы акт» құжатының
"""
ENGLISH = """
Privacy Policy | the Privacy Policy
Terms of Use | the Terms of Use
Terms and Conditions. | the Terms and Conditions
Consent to the Processing of Personal Data | the Consent to the Processing of Personal Data
The Dala Rules | The Dala Rules
A Guide to Returns | A Guide to Returns
How we use your data | the document “How we use your data”
Your privacy | the document “Your privacy”
Our “Dala” promise | the document “Our ‘Dala’ promise”
Құпиялылық саясаты | the document “Құпиялылық саясаты”
"""


def table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


@pytest.mark.parametrize(("title", "genitive", "dative"), table(RUSSIAN))
def test_a_russian_title_is_declined_or_quoted(title: str, genitive: str, dative: str) -> None:
    assert russian.frame(title, FOURTH, False)[1].startswith(f" {genitive} (редакция")
    assert russian.frame(title, FOURTH, True)[1].startswith(f" к {dative} (редакция")


@pytest.mark.parametrize(("title", "genitive", "dative", "owned"), table(KAZAKH))
def test_a_kazakh_title_is_declined_or_quoted(
    title: str, genitive: str, dative: str, owned: str
) -> None:
    assert kazakh.frame(title, FOURTH, False)[0] == f"{genitive} "
    assert kazakh.frame(title, FOURTH, True)[0] == f"{dative} "
    whose = replace(FOURTH, operator=OPERATORS["kk"])
    assert kazakh.frame(title, whose, False)[0] == f"{OPERATORS['kk']} {owned} "


@pytest.mark.parametrize(("title", "named"), table(ENGLISH))
def test_an_english_title_has_one_article(title: str, named: str) -> None:
    assert english.frame(title, FOURTH, False)[1].startswith(f" of {named} (edition")
    assert english.frame(title, FOURTH, True)[1].startswith(f" to {named} (edition")


# Whose document it is, as the frame says it in Russian.
OWNERS = """
ТОО «Дала Маркет» | Правил ТОО «Дала Маркет» (редакция
АО «Дала» | Правил АО «Дала» (редакция
Товарищество с ограниченной ответственностью «Дала» | Правил Товарищества с ограниченной ответственностью «Дала» (редакция
Акционерное общество «Дала» | Правил Акционерного общества «Дала» (редакция
«Дала» | Правил «Дала» (редакция
ИП Ахметов А. А. | Правил (ИП Ахметов А. А., редакция
Dala Market LLP | Правил (Dala Market LLP, редакция
"""


@pytest.mark.parametrize(("operator", "said"), table(OWNERS))
def test_a_name_in_another_case_than_it_is_known_in_stands_apart(operator: str, said: str) -> None:
    assert russian.frame("Правила", replace(FOURTH, operator=operator), False)[1][1:].startswith(
        said
    )


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "Политика конфиденциальности ТОО «Дала Маркет»"),
        ("ru", "Правила магазина Дала Маркет"),
        ("kk", "«Дала Маркет» құпиялылық саясаты"),
        ("en", "Dala Market LLP Privacy Policy"),
    ],
)
def test_a_title_that_says_whose_it_is_says_it_once(language: str, title: str) -> None:
    frame = {"ru": russian.frame, "kk": kazakh.frame, "en": english.frame}[language]
    before, after = frame(title, replace(FOURTH, operator=OPERATORS[language]), False)
    assert (before + after).count("Маркет") + (before + after).count("Market") == 1


SUPERSEDED = replace(FOURTH, state=State.SUPERSEDED, until=date(2027, 3, 1))
BARE = replace(FOURTH, number="", adopted=None)
EDITIONS = [
    (
        FOURTH,
        "редакция № 4 от 20.08.2026, действует с 01.09.2026",
        "2026 жылғы 20 тамыздағы № 4 редакция, 2026 жылғы 1 қыркүйектен бастап қолданылады",
        "edition No. 4 of 20 August 2026, in force from 1 September 2026",
    ),
    (
        replace(FOURTH, adopted=None),
        "редакция № 4, действует с 01.09.2026",
        "№ 4 редакция, 2026 жылғы 1 қыркүйектен бастап қолданылады",
        "edition No. 4, in force from 1 September 2026",
    ),
    (
        replace(FOURTH, number=""),
        "редакция от 20.08.2026, действует с 01.09.2026",
        "2026 жылғы 20 тамыздағы редакция, 2026 жылғы 1 қыркүйектен бастап қолданылады",
        "edition of 20 August 2026, in force from 1 September 2026",
    ),
    (
        replace(FOURTH, state=State.SCHEDULED),
        "редакция № 4 от 20.08.2026, вступает в силу с 01.09.2026",
        "2026 жылғы 20 тамыздағы № 4 редакция, 2026 жылғы 1 қыркүйекте күшіне енеді",
        "edition No. 4 of 20 August 2026, takes effect on 1 September 2026",
    ),
    (
        SUPERSEDED,
        "редакция № 4 от 20.08.2026, действовала с 01.09.2026 до 01.03.2027",
        "2026 жылғы 20 тамыздағы № 4 редакция,"
        " 2026 жылғы 1 қыркүйектен бастап 2027 жылғы 1 наурызға дейін қолданылды",
        "edition No. 4 of 20 August 2026, in force from 1 September 2026 until 1 March 2027",
    ),
    (
        replace(SUPERSEDED, state=State.REPEALED),
        "редакция № 4 от 20.08.2026, действовала с 01.09.2026 до 01.03.2027",
        "2026 жылғы 20 тамыздағы № 4 редакция,"
        " 2026 жылғы 1 қыркүйектен бастап 2027 жылғы 1 наурызға дейін қолданылды",
        "edition No. 4 of 20 August 2026, in force from 1 September 2026 until 1 March 2027",
    ),
    (
        replace(FOURTH, state=State.WITHDRAWN, withdrawn=date(2026, 8, 25)),
        "редакция № 4 от 20.08.2026, отозвана 25.08.2026 до вступления в силу",
        "2026 жылғы 20 тамыздағы № 4 редакция,"
        " күшіне енгенге дейін 2026 жылғы 25 тамызда кері қайтарып алынды",
        "edition No. 4 of 20 August 2026, withdrawn on 25 August 2026 before it took effect",
    ),
    (
        replace(FOURTH, status=Status.UNOFFICIAL),
        "редакция № 4 от 20.08.2026, действует с 01.09.2026; неофициальный перевод",
        "2026 жылғы 20 тамыздағы № 4 редакция,"
        " 2026 жылғы 1 қыркүйектен бастап қолданылады; бейресми аударма",
        "edition No. 4 of 20 August 2026, in force from 1 September 2026; unofficial translation",
    ),
    (
        replace(FOURTH, status=Status.MACHINE, adopted=None),
        "редакция № 4, действует с 01.09.2026; машинный перевод",
        "№ 4 редакция, 2026 жылғы 1 қыркүйектен бастап қолданылады; машиналық аударма",
        "edition No. 4, in force from 1 September 2026; machine translation",
    ),
    (
        replace(FOURTH, status=Status.OFFICIAL, adopted=None),
        "редакция № 4, действует с 01.09.2026; официальный перевод",
        "№ 4 редакция, 2026 жылғы 1 қыркүйектен бастап қолданылады; ресми аударма",
        "edition No. 4, in force from 1 September 2026; official translation",
    ),
    (
        BARE,
        "редакция, действующая с 01.09.2026",
        "2026 жылғы 1 қыркүйектен бастап қолданылатын редакция",
        "edition in force from 1 September 2026",
    ),
    (
        replace(BARE, state=State.SCHEDULED),
        "редакция, вступающая в силу с 01.09.2026",
        "2026 жылғы 1 қыркүйекте күшіне енетін редакция",
        "edition that takes effect on 1 September 2026",
    ),
    (
        replace(BARE, state=State.SUPERSEDED, until=date(2027, 3, 1)),
        "редакция, действовавшая с 01.09.2026 до 01.03.2027",
        "2026 жылғы 1 қыркүйектен бастап 2027 жылғы 1 наурызға дейін қолданылған редакция",
        "edition in force from 1 September 2026 until 1 March 2027",
    ),
    (
        replace(BARE, state=State.WITHDRAWN, withdrawn=date(2026, 8, 25)),
        "редакция, отозванная 25.08.2026 до вступления в силу",
        "күшіне енгенге дейін 2026 жылғы 25 тамызда кері қайтарып алынған редакция",
        "edition withdrawn on 25 August 2026 before it took effect",
    ),
]


@pytest.mark.parametrize(("cited", "ru", "kk", "en"), EDITIONS)
def test_an_edition_as_it_is_cited(cited: Cited, ru: str, kk: str, en: str) -> None:
    assert russian.frame("Правила", cited, False)[1] == f" Правил ({ru})"
    assert kazakh.frame("Ережелер", cited, False)[1] == f" ({kk})"
    assert english.frame("Rules", cited, False)[1] == f" of the Rules ({en})"


ORDINALS = """
1 | первый | первого | бірінші | first
3 | третий | третьего | үшінші | third
9 | девятый | девятого | тоғызыншы | ninth
10 | десятый | десятого | оныншы | tenth
12 | двенадцатый | двенадцатого | он екінші | twelfth
20 | двадцатый | двадцатого | жиырмасыншы | twentieth
21 | двадцать первый | двадцать первого | жиырма бірінші | twenty-first
40 | сороковой | сорокового | қырқыншы | fortieth
93 | девяносто третий | девяносто третьего | тоқсан үшінші | ninety-third
"""


@pytest.mark.parametrize(("number", "ru", "of_ru", "kk", "en"), table(ORDINALS))
def test_ordinals(number: str, ru: str, of_ru: str, kk: str, en: str) -> None:
    count = int(number)
    assert (russian.ordinal(count), russian.ordinal(count, 1)) == (ru, of_ru)
    assert (kazakh.ordinal(count), english.ordinal(count)) == (kk, en)


def test_a_language_without_a_grammar_is_cited_in_english() -> None:
    edition, text = next(iter(READ.values()))
    uzbek = replace(text["en"], language="uz", title="Maxfiylik siyosati")
    assert citations(uzbek, edition, BARE)[0].of("point") == (
        "clause 2.1, sub-clause 1) of the document “Maxfiylik siyosati”"
        " (edition in force from 1 September 2026)"
    )
