"""Words of two alphabets: what is a mistake, and what is written so."""

import pytest

from inforce.checks import mixedletters

from .finding import agree, pointed, problems

TEXTS = [
    ("ru", "Пoльзователь", ["oльз"]),  # Latin o
    ("ru", "на сaйте и в пoлитике", ["aйте", "oлитике"]),
    ("ru", "Cайт", ["Cайт"]),
    ("ru", "в ХIХ веке", ["ХIХ"]),
    ("ru", "`Cайт` и Сайт", []),
    ("ru", "IP-адрес, e-mail-рассылка, SMS-сообщение, PUSH-уведомления", []),
    ("ru", "https://xn.kz/сaйт и info@ромашкa.kz", []),
    ("ru", "[здесь](https://a.kz/сaйт) по адресу ромашкa.kz", []),
    ("ru", "1С:Бухгалтерия, Wi-Fi-роутер, 3D-модель", []),
    ("ru", "PROдвижение и SMSка", []),
    ("ru", "Закон № 266-IIIЗРК, № 370-IIЗРК", []),
    ("ru", "Инстаграм™ и µкм", []),
    ("kk", "cақталады", ["cақ"]),
    ("kk", "дербeс деректер", ["eс"]),
    ("kk", "әрi қарай, кeлiсiм", ["i қарай", "eлiсiм"]),
    ("kk", "Қазақстан Рeспубликасы", ["eспуб"]),
    ("kk", "ҚР заңнамасынa сəйкес", ["a с", "əйкес"]),  # U+0259
    ("kk", "өңдеуге келісiмін", ["iмін"]),
    ("kk", "жаӊа", ["ӊа"]),
    ("kk", "cookie-файлдар, cookie-ді, Cookie-файлдарын, SMS-хабарлама", []),
    ("kk", "Google-дің, IP-мекенжай, Kaspi-ге, HTTPS-хаттама", []),
    ("kk", "Әлеуметтік желі, іздеу, һәм", []),
    ("en", "the Рersonal data", ["Рers"]),  # Cyrillic Р
    ("en", "Usеr and Site", ["еr"]),
    ("en", "the company “Дала”, naïve façade", []),
    ("en", "{operator.name} and `сookie`", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_letters_of_two_alphabets(language: str, text: str, expected: list[str]) -> None:
    found = pointed(mixedletters, language, text)
    assert agree(found, expected), found


def test_the_letter_its_code_point_and_the_right_word_are_told() -> None:
    (problem,) = problems(mixedletters, {"kk": "Заңға сəйкес"})
    assert problem.message == "in `сəйкес` stands the Latin `ə` (U+0259)"
    assert problem.hint == "Write `сәйкес`, all in Cyrillic letters."
    (problem,) = problems(mixedletters, {"ru": "в ХIХ веке"})
    assert problem.hint == "Write `XIX`, all in Latin letters."


def test_titles_and_closing_words_are_read() -> None:
    clause = {"ru": "x", "title": {"ru": "Cайт"}, "closing": {"ru": "Cайт"}}
    assert len(problems(mixedletters, clause)) == 2
