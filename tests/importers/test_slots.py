"""What stands around the clauses goes to its own place, and no clause is invented."""

import pytest

from inforce.importers import import_document
from inforce.problems import ContentError

from .outline import body, findings, imported, outline

CLAUSE = "1. Общее\n\n1.1. Слово.\n\n"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("г. Астана", "ru"),
        ("город Усть-Каменогорск, 1 марта 2026 года", "ru"),
        ("«23» апреля 2026 г.", "ru"),
        ("г. Алматы                    «___» __________ 20__ г.", "ru"),
        ("01.03.2026", "ru"),
        ("Редакция от 20 августа 2026 г.", "ru"),
        ("Последнее обновление: 20.08.2026", "ru"),
        ("Астана қ., 2026 жылғы 20 тамыз", "kk"),
        ("Алматы қаласы", "kk"),
        ("2026 жылғы «20» тамыз", "kk"),
        ("Astana, 20 August 2026", "en"),
        ("August 20, 2026", "en"),
        ("Last updated: 2026-08-20", "en"),
    ],
)
def test_a_place_and_a_date_under_the_title_are_the_preface(line: str, language: str) -> None:
    found = imported(f"Policy\n\n{line}\n\n{CLAUSE}", language=language)
    (part,) = found.policy.preface
    assert part.kind == "place-date"
    assert part.text[language].text.split() == line.replace("_", "_").split()
    assert found.policy.preamble == ()


@pytest.mark.parametrize(
    "line",
    ["Сайт работает с 2020 года.", "г. Астана является местом хранения всех данных.", "Введение"],
)
def test_a_sentence_under_the_title_is_the_preamble(line: str) -> None:
    found = body(f"{line}\n\n{CLAUSE}")
    assert found.policy.preface == ()
    assert [clause.id for clause in found.policy.preamble] == ["preamble"]


def test_a_preamble_may_have_a_list_and_several_paragraphs() -> None:
    text = f"Правила касаются:\n- сайта;\n- магазина.\n\nОни обязательны.\n\n{CLAUSE}"
    assert outline(body(text)) == [
        "Правила касаются:",
        "  – сайта;",
        "  – магазина.",
        "+ Они обязательны.",
        "1. <Общее>",
        "  1.1. Слово.",
    ]


def test_what_approves_a_document_stands_before_its_title() -> None:
    approval = "УТВЕРЖДЕНО\n\nприказом директора ТОО «Пример»\n\nот 20 августа 2026 г. № 65\n\n"
    found = imported(f"{approval}ПОЛИТИКА\nКОНФИДЕНЦИАЛЬНОСТИ\n\nг. Астана\n\n{CLAUSE}")
    assert found.policy.title["ru"].text == "ПОЛИТИКА КОНФИДЕНЦИАЛЬНОСТИ"
    assert [part.kind for part in found.policy.preface] == ["approval", "place-date"]
    assert len(found.policy.preface[0].text["ru"].text.split("\n\n")) == 3


ENDS = {
    "a signature in Russian": (
        "ТОО «Пример»\n\nРуководитель И. И. Иванов\n\nКонтактный телефон +7 700 000 00 00\n\n"
        "Электронная почта a@b.example",
        ["signature: ТОО «Пример» ¶ Руководитель И. И. Иванов ¶ Контактный телефон "
         "+7 700 000 00 00 ¶ Электронная почта a@b.example"],
    ),
    "requisites behind a heading": (
        "Реквизиты:\nТОО «Пример»\nБИН 000040123456\nИИК KZ000000000000000000\nДиректор Иванов",
        ["signature: Реквизиты: ¶ ТОО «Пример» ¶ БИН 000040123456 ¶ ИИК KZ000000000000000000 "
         "¶ Директор Иванов"],
    ),
    "a signature in Kazakh": (
        "«Мысал» ЖШС\nБСН 000040123456\nДиректор Ә. Әлиев",
        ["signature: «Мысал» ЖШС ¶ БСН 000040123456 ¶ Директор Ә. Әлиев"],
    ),
    "a signature in English": (
        "Example LLP\nDirector\nA. Example\n\nSignature ____________",
        ["signature: Example LLP ¶ Director ¶ A. Example ¶ Signature \\_\\_"],
    ),
    "a date": ("Дата публикации: 20 августа 2026 г.",
               ["place-date: Дата публикации: 20 августа 2026 г."]),
    "a form to fill in": (
        "____________ (подпись)      «___» ________ 20__ г.",
        ["signature: ____________ (подпись) «___» ________ 20__ г."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("end", "expected"), ENDS.values(), ids=ENDS)
def test_signatures_and_requisites_are_the_conclusions(end: str, expected: list[str]) -> None:
    lines = outline(body(f"{CLAUSE}{end}"))
    assert lines[:2] == ["1. <Общее>", "  1.1. Слово."]
    assert [line.replace("____________", "\\_\\_") for line in lines[2:]] == [
        line.replace("____________", "\\_\\_") for line in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Общее\n\n1.1. Слово.\n\n2. Контакты\n\nПишите нам.\n\nЭлектронная почта a@b.example",
        "1. Общее\n\n1.1. Пишите сюда:\n\nЭлектронная почта a@b.example",
        "1. Общее\n\n1.1. Слово.\n\nЭто слово последнее.",
    ],
)
def test_the_text_of_the_last_section_is_no_signature(text: str) -> None:
    assert body(text).policy.conclusions == ()


def test_annexes_stand_behind_the_signature_with_clauses_of_their_own() -> None:
    text = (
        f"{CLAUSE}Директор Иванов\n\nПриложение № 1. Форма\n\n1. Имя.\n2. Дата.\n\n"
        "Приложение № 2\n\nПеречень."
    )
    found = body(text)
    assert outline(found) == [
        "1. <Общее>",
        "  1.1. Слово.",
        "signature: Директор Иванов",
        "annex: Приложение № 1.! <Форма>",
        "  1. Имя.",
        "  2. Дата.",
        "annex: Приложение № 2! Перечень.",
    ]
    assert [annex.id for annex in found.policy.annexes] == ["forma", "prilozhenie-2"]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("Приложение. Заявление", "Приложение.", "Заявление"),
        ("ПРИЛОЖЕНИЕ № 3", "ПРИЛОЖЕНИЕ № 3", ""),
        ("Приложение 2 к Правилам", "Приложение 2", "к Правилам"),
        ("Приложение к Правилам", "Приложение", "к Правилам"),
        ("Приложение № 1\n\nФОРМА ЗАЯВЛЕНИЯ", "Приложение № 1", "ФОРМА ЗАЯВЛЕНИЯ"),
        ("1-қосымша. Өтініш", "1-қосымша.", "Өтініш"),
        ("Annex A – Form", "Annex A –", "Form"),
    ],
)
def test_the_heading_of_an_annex_is_its_number_and_its_title(
    heading: str, number: str, title: str
) -> None:
    (annex,) = body(f"{CLAUSE}{heading}\n\nСлова, и так далее.").policy.annexes
    assert annex.number[""].text == number
    assert (annex.title["ru"].text if annex.title else "") == title


def test_an_annex_of_which_only_the_heading_is_there_has_a_title() -> None:
    (annex,) = body(f"{CLAUSE}Приложение № 1").policy.annexes
    assert (annex.title["ru"].text, annex.number) == ("Приложение № 1", {})


def test_the_name_of_an_application_is_no_annex() -> None:
    found = body(f"{CLAUSE}1.2. Слово.\n\nПриложение работает на телефоне.")
    assert found.policy.annexes == ()


def test_each_slot_is_said_with_its_line() -> None:
    text = f"г. Астана\n\nПравила обязательны.\n\n{CLAUSE}Директор Иванов"
    assert findings(body(text), "slot") == [
        "1: taken as the title",
        "3: taken as the place and the date",
        "5: taken as the preamble",
        "11: taken as the signature and the requisites",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Политика конфиденциальности Example.kz\n1. Общее\n1.1. Слово.",
         "Политика конфиденциальности Example.kz"),
        ("# **Соглашение** о `данных`\n\n## 1. Общее\n\n1.1. Слово.", "Соглашение о данных"),
        ("ПОЛИТИКА\nв отношении обработки данных\n\n1. Общее\n1.1. Слово.",
         "ПОЛИТИКА в отношении обработки данных"),
        ("Введение\n\nПОЛИТИКА\n\n1. Общее\n1.1. Слово.", "Введение"),
    ],
)  # fmt: skip
def test_the_title_is_found(text: str, title: str) -> None:
    assert imported(text).policy.title["ru"].text == title


UNTITLED = "1. Общее\n\n1.1. Настоящая Политика конфиденциальности (далее - Политика) действует."


def test_a_document_without_a_title_is_refused_with_advice() -> None:
    with pytest.raises(ContentError) as refused:
        import_document(UNTITLED, file="a.txt", language="ru", policy="privacy")
    (problem,) = refused.value.problems
    assert (str(problem.location), problem.check) == ("a.txt:1", "title")
    assert '--title "Политика конфиденциальности"' in problem.hint


def test_a_title_that_is_given_is_not_counted_among_the_words() -> None:
    found = import_document(
        UNTITLED, file="a.txt", language="ru", policy="privacy", title="Политика"
    )
    assert found.proof.holds
    assert [doubt.check for doubt in found.doubts] == ["title"]
    assert found.policy.title["ru"].text == "Политика"


def test_a_title_that_is_given_in_vain_is_not_used() -> None:
    found = import_document(
        f"Правила\n\n{CLAUSE}", file="a.txt", language="ru", policy="privacy", title="Другое"
    )
    assert found.policy.title["ru"].text == "Правила"
    assert "not used" in found.findings[0].message + found.findings[1].message


@pytest.mark.parametrize("text", ["", "\n\n", "---", "Правила", "•\n•\n"])
def test_a_document_without_clauses_is_refused(text: str) -> None:
    with pytest.raises(ContentError) as refused:
        import_document(text, file="a.txt", language="ru", policy="privacy", title="Правила")
    assert [problem.message for problem in refused.value.problems] == ["no clause was found here"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Политика конфиденциальности", "privacy-policy"),
        ("Personal Data Processing Policy", "privacy-policy"),
        ("Құпиялылық саясаты", "privacy-policy"),
        ("Пользовательское соглашение", "terms-of-use"),
        ("Terms of Service", "terms-of-use"),
        ("Согласие на обработку персональных данных", "consent"),
        ("Политика в отношении файлов cookie", "cookie-notice"),
        ("Публичная оферта", "offer"),
        ("Порядок работы", "policy"),
    ],
)
def test_the_title_says_the_kind(title: str, kind: str) -> None:
    assert imported(f"{title}\n\n{CLAUSE}").policy.kind == kind
