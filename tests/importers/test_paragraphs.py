"""Paragraphs that were wrapped at a margin, torn at the end of a page, or that run on."""

import pytest

from inforce.importers.signs import ending

from .outline import body, doubts, findings, outline

LONG = (
    "Пользователь самостоятельно несёт ответственность за сохранность своих средств доступа и за "
    "все действия под своей учётной записью"
)

# Without these, a document would look as if its author left out the final stops.
WHOLE_CLAUSES = "".join(f"\n\n7.{number}. {LONG}, и это всё." for number in range(1, 6))

TORN = {
    "in the middle of a sentence": (
        f"1. Общее\n\n1.1. {LONG},\n\nа также за их последствия.\n\n1.2. Прочее.",
        ["1. <Общее>", f"  1.1. {LONG}, а также за их последствия.", "  1.2. Прочее."],
    ),
    "before a capital letter": (
        f"1. Общее\n\n1.1. {LONG}, кроме случаев, когда\n\nОператор об этом знал.\n\n1.2. Прочее.",
        ["1. <Общее>", f"  1.1. {LONG}, кроме случаев, когда Оператор об этом знал.",
         "  1.2. Прочее."],
    ),
    "before a capital letter, after a long line": (
        f"1. Общее\n\n1.1. {LONG} по редакции\n\nПолитики. Она доступна всем.\n\n1.2. Прочее.",
        ["1. <Общее>", f"  1.1. {LONG} по редакции Политики. Она доступна всем.",
         "  1.2. Прочее."],
    ),
    "before a bullet that is none": (
        f"1. Общее\n\n- 1.1. {LONG} и вправе удалить\n\n- учётную запись.\n- 1.2. Прочее.",
        ["1. <Общее>", f"  1.1. {LONG} и вправе удалить учётную запись.", "  1.2. Прочее."],
    ),
    "in an entry of a list": (
        "1. Можно:\n\n1) читать;\n\n"
        "2) писать, размещать и любыми другими законными способами распространять\n\n"
        "свои тексты;\n\n3) удалять.",
        ["1. Можно:", "  1) читать;",
         "  2) писать, размещать и любыми другими законными способами распространять свои тексты;",
         "  3) удалять."],
    ),
    "inside a reference": (
        "1. Общее\n\n1.1. Порядок жалобы установлен в п.\n\n1.2 Правил, он прост.\n\n1.2. Прочее.",
        ["1. <Общее>", "  1.1. Порядок жалобы установлен в п. [](#clause-1-2) Правил, он прост.",
         "  1.2. Прочее."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TORN.values(), ids=TORN)
def test_what_a_page_tore_apart_is_one_again(text: str, expected: list[str]) -> None:
    found = body(f"{text}{WHOLE_CLAUSES}")
    assert outline(found)[: len(expected)] == expected
    assert len(findings(found, "torn")) == 1


WHOLE = {
    "a second paragraph of a clause": (
        f"1. Общее\n\n1.1. {LONG}.\n\nЭто правило не меняется.",
        ["1. <Общее>", f"  1.1. {LONG}. ¶ Это правило не меняется."],
    ),
    "a real list after words without a colon": (
        f"1. Общее\n\n1.1. {LONG}, а именно\n\n- имя\n\n- адрес\n\n1.2. Прочее.",
        ["1. <Общее>", f"  1.1. {LONG}, а именно", "    – имя", "    – адрес", "  1.2. Прочее."],
    ),
    "an author who leaves out the final stops": (
        f"1. Общее\n\n{LONG}\n\n{LONG}\n\n{LONG} без слов.\n\n2. Прочее\n\nСлова.",
        [f"1. <Общее> {LONG} ¶ {LONG} ¶ {LONG} без слов.", "2. <Прочее> Слова."],
    ),
    "short lines without any stop": (
        "1. Общее\n\nМы храним:\n\nимя\n\nадрес\n\nтелефон\n\n2. Прочее\n\nСлова.",
        ["1. <Общее> Мы храним: ¶ имя ¶ адрес ¶ телефон", "2. <Прочее> Слова."],
    ),
    "a clause without a final stop before the next": (
        f"1. Общее\n\n1.1. {LONG}\n\n1.2. Прочее.",
        ["1. <Общее>", f"  1.1. {LONG}", "  1.2. Прочее."],
    ),
    "lines that each are a sentence": (
        "1. Данные\nФамилия и имя.\nАдрес.\nТелефон.\n2. Прочее\nСлова.",
        ["1. <Данные> Фамилия и имя. ¶ Адрес. ¶ Телефон.", "2. <Прочее> Слова."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE)
def test_what_stands_apart_stays_apart(text: str, expected: list[str]) -> None:
    found = body(text)
    assert outline(found) == expected
    assert findings(found, "torn") == []


WRAPPED = """\
1. ОБЩИЕ ПОЛОЖЕНИЯ О ПОРЯДКЕ ОБРАБОТКИ ДАННЫХ
ПОЛЬЗОВАТЕЛЕЙ САЙТА

1.1. Настоящие Правила определяют порядок обработки
персональных данных, которые пользователь передаёт
оператору в соответствии с п.
2.1. Правил. Условия их применения устанавливает
Оператор.

1.2. Оператор хранит в течение года:
- имя и фамилию, если пользователь указал их при
регистрации на сайте;
- адрес.

2. ПРАВА

2.1. Пользователь вправе отозвать согласие в любой
день.
"""


def test_lines_wrapped_at_a_margin_are_paragraphs() -> None:
    assert outline(body(WRAPPED)) == [
        "1. <ОБЩИЕ ПОЛОЖЕНИЯ О ПОРЯДКЕ ОБРАБОТКИ ДАННЫХ ПОЛЬЗОВАТЕЛЕЙ САЙТА>",
        "  1.1. Настоящие Правила определяют порядок обработки персональных данных, которые "
        "пользователь передаёт оператору в соответствии с п. [](#clause-2-1). Правил. Условия их "
        "применения устанавливает Оператор.",
        "  1.2. Оператор хранит в течение года:",
        "    – имя и фамилию, если пользователь указал их при регистрации на сайте;",
        "    – адрес.",
        "2. <ПРАВА>",
        "  2.1. Пользователь вправе отозвать согласие в любой день.",
    ]


def test_wrapped_paragraphs_without_empty_lines_end_with_their_sentence() -> None:
    text = (
        "1. General provisions\n"
        "The policy says how personal data is processed by\n"
        "the operator and how it is protected.\n"
        "It applies to all that the operator learns about a\n"
        "visitor of the site, whatever browser is used and\n"
        "wherever the visitor lives.\n"
        "2. Data\n"
        "Name.\n"
        "Address.\n"
    )
    assert outline(body(text, language="en"), "en") == [
        "1. <General provisions> The policy says how personal data is processed by the operator "
        "and how it is protected. ¶ It applies to all that the operator learns about a visitor of "
        "the site, whatever browser is used and wherever the visitor lives.",
        "2. <Data> Name. ¶ Address.",
    ]


def test_a_word_broken_at_the_margin_keeps_its_hyphen_and_is_doubted() -> None:
    text = (
        "1. Общее\n1.1. Оператор обрабатывает данные в пределах, опреде-\n"
        "ленных законом, и не передаёт их."
    )
    found = body(text)
    assert "опреде-ленных законом" in outline(found)[1]
    assert doubts(found) == ["5: a word goes on here behind a hyphen"]


@pytest.mark.parametrize("number", ["12", "- 12 -", "Страница 3 из 10", "Page 3 of 10", "3/10"])
def test_a_line_that_may_be_the_number_of_a_page_is_doubted(number: str) -> None:
    found = body(f"1. Общее\n\n1.1. Слово.\n\n{number}\n\n1.2. Слово.")
    assert [doubt.partition(" this line holds")[0] for doubt in doubts(found)] == ["7:"]


RUN_ON = {
    "clauses": (
        "1. Общее\n1.1. Термины: 1.1.1. Сайт и его части. 1.1.2. Данные. 1.2. Прочее.",
        ["1. <Общее>", "  1.1. Термины:", "    1.1.1. Сайт и его части.", "    1.1.2. Данные.",
         "  1.2. Прочее."],
    ),
    "clauses behind their heading": (
        "1. ОБЩЕЕ 1.1. Сайт работает. 1.2. Всегда.",
        ["1. <ОБЩЕЕ>", "  1.1. Сайт работает.", "  1.2. Всегда."],
    ),
    "a clause that is missing in between": (
        "1. Общее\n1.1. А. 1.3. Б.", ["1. <Общее>", "  1.1. А.", "  1.3.! Б."],
    ),
    "a reference that is no clause": (
        "1. Общее\n1.1. См. п. 1.2. и 1.3. Правил. 1.2. Да. 1.3. Нет.",
        ["1. <Общее>", "  1.1. См. п. [](#clause-1-2). и [](#clause-1-3). Правил.", "  1.2. Да.",
         "  1.3. Нет."],
    ),
    "bullets, and a clause behind them": (
        "1. Общее\n1.1. Мы храним: • имя; • адрес (и дом). 1.1.1. Имя хранится год.",
        ["1. <Общее>", "  1.1. Мы храним:", "    – имя;", "    – адрес (и дом).",
         "    1.1.1. Имя хранится год."],
    ),
    "points": (
        "1. Можно: 1) читать; 2) писать; и 3) удалять.",
        ["1. Можно:", "  1) читать;", "  2) писать; и", "  3) удалять."],
    ),
    "letters": (
        "1. Можно: а) читать, б) писать.", ["1. Можно:", "  а) читать,", "  б) писать."],
    ),
    "dashes": ("1. Можно: - читать; - писать.", ["1. Можно:", "  – читать;", "  – писать."]),
    "dashes that are none": (
        "1. Можно многое - читать; писать - тоже.", ["1. Можно многое - читать; писать - тоже."],
    ),
    "points in brackets": (
        "1. Все (то есть: 1) дети; 2) взрослые) согласны.",
        ["1. Все (то есть: 1) дети; 2) взрослые) согласны."],
    ),
    "a lone point": ("1. Можно: 1) читать.", ["1. Можно: 1) читать."]),
    "years and sums": (
        "1. Общее\n1.1. Всего 1.2. Ничего. Итого: 5.000. 1.3",
        ["1. <Общее>", "  1.1. Всего 1.2. Ничего. Итого: 5.000. 1.3"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RUN_ON.values(), ids=RUN_ON)
def test_what_runs_on_is_set_apart(text: str, expected: list[str]) -> None:
    assert outline(body(text)) == expected


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Сайт работает.", "."),
        ("(Сайт работает.)", "."),
        ("«Сайт работает».", "."),
        ("Мы храним:", ":"),
        ("имя;**", ";"),
        ("Кто?", "?"),
        ("согласно п.", ""),
        ("указано в пп.", ""),
        ("см. ст.", ""),
        ("и т.д.", "."),
        ("в 2020 г.", "."),
        ("сайт", ""),
        ("", ""),
    ],
)
def test_a_sentence_ends_with_its_sign_and_not_with_an_abbreviation(text: str, sign: str) -> None:
    assert ending(text) == sign
