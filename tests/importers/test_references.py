"""Which words of a document become links to its clauses, and which do not."""

import pytest

from .outline import body, doubts, imported, outline

# The document that cites: sections 1 to 3, clauses 1.1, 2.1 to 2.3, points 1) and 2) of 2.3.
FRAME = (
    "1. Общее\n1.1. {}\n2. Права\n2.1. Первое.\n2.2 Второе.\n2.3. Третье:\n1) одно;\n2) другое.\n"
    "3. Прочее\n\nСлова."
)

LINKED = {
    "п. 2.1": "п. [](#clause-2-1)",
    "п.2.1": "п.[](#clause-2-1)",
    "п. 2.1., и так": "п. [](#clause-2-1)., и так",
    "в п.п. 2.1. и 2.2. Правил": "в п.п. [](#clause-2-1). и [](#clause-2-2). Правил",
    "пп. 2.1, 2.2, 2.3. настоящих Правил":
        "пп. [](#clause-2-1), [](#clause-2-2), [](#clause-2-3). настоящих Правил",
    "пунктами 2.1–2.3": "пунктами [](#clause-2-1)–[](#clause-2-3)",
    "Пункт 2.2 Правил": "Пункт [](#clause-2-2) Правил",
    "в разделе 3. Слово": "в разделе [](#prochee). Слово",
    "разделами 2 и 3": "разделами [](#prava) и [](#prochee)",
    "подпункт 1) пункта 2.3": "подпункт [](#clause-2-3-p1) пункта [](#clause-2-3)",
    "подпунктом 2 п. 2.3": "подпунктом [2](#clause-2-3-p2) п. [](#clause-2-3)",
    "(см. п. 2.1)": "(см. п. [](#clause-2-1))",
    "пункта 2.1 настоящих Правил и статьи 16 Закона":
        "пункта [](#clause-2-1) настоящих Правил и статьи 16 Закона",
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), LINKED.items())
def test_a_reference_becomes_a_link_with_the_words_of_its_author(words: str, expected: str) -> None:
    found = body(FRAME.format(f"См. {words}"))
    assert outline(found)[1] == f"  1.1. См. {expected}"
    assert doubts(found) == []
    assert found.references == expected.count("](#")


KAZAKH = {
    "2.1-тармақ": "[](#clause-2-1)-тармақ",
    "2.1-тармағына сәйкес": "[](#clause-2-1)-тармағына сәйкес",
    "2.1 және 2.2-тармақтарында": "[](#clause-2-1) және [](#clause-2-2)-тармақтарында",
    "осы Ереженің 2.1-тармағы": "осы Ереженің [](#clause-2-1)-тармағы",
    "3-бөлімде": "[](#prochee)-бөлімде",
    "2.3-тармағының 1) тармақшасы": "[](#clause-2-3)-тармағының [](#clause-2-3-p1) тармақшасы",
}


@pytest.mark.parametrize(("words", "expected"), KAZAKH.items())
def test_kazakh_references_keep_their_case_endings(words: str, expected: str) -> None:
    found = body(FRAME.format(f"{words} қараңыз."), language="kk")
    assert outline(found, "kk")[1] == f"  1.1. {expected} қараңыз."
    assert doubts(found) == []


ENGLISH = {
    "clauses 2.1. and 2.2. of this Policy":
        "clauses [](#clause-2-1). and [](#clause-2-2). of this Policy",
    "Section 3": "Section [](#prochee)",
    "sections 2 and 3 above": "sections [](#prava) and [](#prochee) above",
    "paragraph 2.1": "paragraph [](#clause-2-1)",
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), ENGLISH.items())
def test_english_references(words: str, expected: str) -> None:
    found = body(FRAME.format(f"See {words}"), language="en")
    assert outline(found, "en")[1] == f"  1.1. See {expected}"
    assert doubts(found) == []


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("статьи 16 Закона РК «О персональных данных»", "ru"),
        ("п. 3 ст. 8 Закона РК", "ru"),
        ("подпунктом 2) пункта 1 статьи 7 Закона", "ru"),
        ("ч. 2 ст. 13 КоАП", "ru"),
        ("п. 2.1 Гражданского кодекса", "ru"),
        ("пунктом 2.1 вышеуказанного Закона", "ru"),
        ("п. 2.1 приказа Министра № 71", "ru"),
        ("п. 2.1 Пользовательского соглашения", "ru"),
        ("Приказ Министра № 71 от 29 июля 2016 года", "ru"),
        ("т.п. 2.1", "ru"),
        ("в разделе «Кабинет»", "ru"),
        ("версия 2.1", "ru"),
        ("Заңның 8-бабының 3-тармағы", "kk"),
        ("Азаматтық кодекстің 2.1-тармағы", "kk"),
        ("Келісімнің 2.1-тармағы", "kk"),
        ("section 2 of the Law on Communications", "en"),
        ("Article 6 of the GDPR", "en"),
        ("clause 2.1 of the Service Agreement", "en"),
        ("paragraph 1 of Article 2 of the Civil Code", "en"),
    ],
)
def test_a_reference_to_a_law_or_another_document_stays_words(words: str, language: str) -> None:
    found = body(FRAME.format(f"{words}, и так."), language=language)
    assert (found.references, doubts(found)) == (0, [])


@pytest.mark.parametrize(
    ("words", "language", "cited"),
    [
        ("п. 2.9", "ru", "п. 2.9"),
        ("пп. 2.1, 2.1.1, 2.1.2. Правил", "ru", "2.1.1"),
        ("в разделе 7.", "ru", "разделе 7"),
        ("п. 9 настоящих Правил", "ru", "п. 9"),
        ("подпункт 7) пункта 2.3", "ru", "подпункт 7)"),
        ("Приложение № 4", "ru", "Приложение № 4"),
        ("9.9-тармақ", "kk", "9.9-тармақ"),
        ("clauses 2.1 and 9.9", "en", "9.9"),
    ],
)
def test_a_reference_that_leads_nowhere_is_doubted(words: str, language: str, cited: str) -> None:
    found = body(FRAME.format(words), language=language)
    first = doubts(found)[0]
    assert first == f"4: “{cited}” is cited here, but the document has no such clause"
    assert all("](#clause-9" not in line for line in outline(found, language))


def test_the_line_of_a_reference_is_that_of_its_word() -> None:
    text = "1. Общее\n1.1. Порядок установлен на этом сайте для всех, кто\nчитает п. 7.7 Правил."
    assert [line.partition(":")[0] for line in doubts(body(text))] == ["5"]


def test_chapters_articles_and_roman_sections_are_cited_by_their_numbers() -> None:
    chapters = body("Глава 1. Общее\n1. См. главу 2 и статью 16.\nГлава 2. Права\n2. Да.")
    assert "главу [2](#prava) и статью 16" in outline(chapters)[1]
    text = "Статья 1. Общее\n1.1. См. статью 2 Правил, ст. 5 Закона.\nСтатья 2. Да\n2.1. Да."
    articles = body(text)
    assert "статью [2](#da) Правил, ст. 5 Закона" in outline(articles)[1]
    romans = body("I. ОБЩЕЕ\n1. См. раздел II.\nII. ПРАВА\n1. Да.")
    assert "раздел [](#prava)" in outline(romans)[1]


def test_an_annex_cites_its_own_clauses_first_and_is_cited_by_its_number() -> None:
    text = (
        "1. Общее\n\n1.1. См. Приложение № 1 и Приложении 2.\n\n"
        "Приложение № 1. Форма\n\n1. См. п. 2 и п. 1.1.\n2. Да.\n\nПриложение № 2\n\nСлова."
    )
    lines = outline(body(text))
    assert "Приложение № [1](#forma) и Приложении [2](#prilozhenie-2)" in lines[1]
    assert "п. [](#forma-2) и п. [](#clause-1-1)" in lines[3]


def test_a_document_knows_itself_by_its_title_and_by_its_words() -> None:
    text = "1. Общее\n1.1. Настоящее Соглашение действует. См. п. 1.2 Соглашения.\n1.2. Да."
    assert imported(f"Оферта\n\n{text}").references == 1


def test_an_inserted_number_is_one_number() -> None:
    text = "1. Общее\n1.1. См. п. 1.1-1 и пп. 1.1-1.2.\n1.1-1. А.\n1.2. Б."
    line = outline(body(text))[1]
    assert "п. [](#clause-1-1-1) и" in line
