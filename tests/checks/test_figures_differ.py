"""Values that differ between languages, and the many ways to write the same one."""

import pytest

from inforce.checks import figuresdiffer

from .finding import problems

TEXTS = [
    ({"ru": "10 дней", "kk": "15 күн"}, ["`15` stands here, `10` in the Russian text [kk]"]),
    ({"ru": "10 дней", "en": "days"}, ["`10` of the Russian text does not stand here [en]"]),
    ({"ru": "дней", "en": "10 days"}, ["`10` stands here, but not in the Russian text [en]"]),
    ({"ru": "десять дней", "kk": "он күн", "en": "ten days"}, []),
    ({"ru": "десять дней", "kk": "тоғыз күн"}, ["`тоғыз` stands here, `десять` in the Russian"]),
    ({"ru": "один месяц", "kk": "1 ай", "en": "a month"}, []),
    ({"ru": "восемнадцать лет", "kk": "он сегіз жас", "en": "18 years"}, []),
    ({"ru": "двадцать пять", "kk": "жиырма бес", "en": "twenty-five"}, []),
    ({"ru": "сто двадцать", "kk": "жүз жиырма", "en": "one hundred and twenty"}, []),
    ({"ru": "десятидневный срок", "kk": "10 күндік мерзім", "en": "ten-day term"}, []),
    ({"ru": "1 сентября 2026 года", "kk": "2026 жылғы 1 қыркүйек"}, []),
    ({"ru": "01.09.2026", "kk": "2026 жылғы 1 қыркүйектен", "en": "1 September 2026"}, []),
    ({"ru": "«1» сентября 2026 г.", "en": "September 1, 2026"}, []),
    ({"ru": "2026-09-01", "en": "1 September 2026"}, []),
    ({"ru": "1 сентября", "kk": "1 қыркүйекке дейін", "en": "by 1 September"}, []),
    (
        {"ru": "1 сентября 2026 года", "kk": "2026 жылғы 1 қазан"},
        ["`2026 жылғы 1 қазан` stands here, `1 сентября 2026` in the Russian text [kk]"],
    ),
    ({"ru": "2 марта 2026", "en": "3 March 2026"}, ["`3 March 2026` stands here, `2 марта"]),
    ({"ru": "10 000 тенге", "kk": "10\u00a0000 теңге", "en": "KZT 10,000 or 10.000"}, []),
    ({"ru": "5 тыс. тенге", "kk": "5 мың теңге", "en": "5,000 tenge"}, []),
    ({"ru": "1,5 млн", "en": "1.5 million"}, []),
    ({"ru": "3,5 %", "kk": "3,50 %", "en": "3.5%"}, []),
    ({"ru": "3,5 %", "en": "35 %"}, ["`35` stands here, `3,5`"]),
    ({"ru": "№ 94-V", "kk": "№ 94-V", "en": "No. 94-V"}, []),
    ({"ru": "№ 94-V", "en": "No. 95-V"}, ["`95` stands here, `94`"]),
    ({"ru": "24/7", "kk": "тәулік бойы", "en": "round the clock"}, []),
    ({"ru": "в течение суток", "kk": "24 сағат", "en": "24 hours"}, []),
    ({"ru": "подпункт 1-1) пункта 2 статьи 25", "en": "Article 25(2)(1-1)"}, []),
    ({"ru": "[пункт 3](#c0) закона", "en": "the [clause](#c0) of the law"}, []),
    ({"ru": "третьих лиц", "kk": "үшінші тұлғалар", "en": "other parties"}, []),
    ({"ru": "с 9:00 до 18:00", "kk": "9:00-ден 18:00-ге дейін", "en": "9 a.m. to 6 p.m."}, []),
    ({"ru": "тел. +7 (7172) 00-00-01", "en": "phone +7 7172 000001"}, []),
    ({"ru": "тел. +7 (7172) 00-00-01", "en": "phone +7 7172 000002"}, ["`+7 7172 000002`"]),
    ({"ru": "от 5 до 10", "kk": "5-10", "en": "5–10"}, []),
    ({"ru": "TLS 1.2, SHA-256, 2FA, 3D", "kk": "TLS 1.2, шифрлау", "en": "TLS 1.2, hashing"}, []),
    ({"ru": "дата 31.12", "en": "on 31.12"}, []),
    ({"ru": "{operator.phone} `_ga_2`", "en": "the telephone"}, []),
    ({"ru": "статья 3", "en": "Article 3 may apply"}, []),
    ({"ru": "неделя", "kk": "7 күн"}, []),
    ({"ru": "оба текста", "en": "the 2 texts"}, []),
    ({"ru": "12 500,50 тенге", "kk": "12 500,50 теңге", "en": "KZT 12,500.50"}, []),
    ({"ru": "1 250 000,00 тенге", "kk": "1\u00a0250\u00a0000 теңге", "en": "1,250,000.00"}, []),
    ({"en": "KZT 12,500.50", "ru": "12\u202f500,5 тенге"}, []),
    ({"ru": "12 500,50 тенге", "en": "12,500.05"}, ["`12,500.05` stands here, `12 500,50`"]),
    ({"ru": "12 500 и 50", "en": "12,500.50"}, ["`12,500.50` stands here, `12 500`, `50` in the"]),
    ({"ru": "с 1 по 31 мая 2026 года", "kk": "2026 жылғы 1 мамырдан 31 мамырды қоса"}, []),
    ({"ru": "с 2 по 31 мая 2026 года", "kk": "2026 жылғы 2–31 мамырда"}, []),
    ({"ru": "2–31 мая 2026 г.", "en": "from 2 May to 31 May 2026"}, []),
    ({"ru": "2–31 мая 2026 г.", "en": "May 2–31, 2026"}, []),
    ({"ru": "2–31 мая 2026 г.", "en": "May 2 through May 31, 2026"}, []),
    ({"ru": "2–31 мая 2026 г.", "kk": "2026 жылғы мамырдың 2-сінен 31-іне дейін"}, []),
    ({"ru": "5 и 15 мая", "kk": "5 мамыр мен 15 мамырда", "en": "on 5 and 15 May"}, []),
    ({"ru": "пункты 5 и 3 мая 2026 года", "en": "clause 5 and 3 May 2026"}, []),
    (
        {
            "ru": "С 1 января по 31 марта 2026 года",
            "kk": "2026 жылғы 1 қаңтар мен 31 наурыз аралығында",
            "en": "From 1 January to 31 March 2026",
        },
        [],
    ),
    ({"ru": "1–31 мая 2026 г.", "kk": "2026 жылғы 1–30 мамырда"}, ["`2026 жылғы 1–30 мамырда`"]),
    ({"ru": "с 1 по 31 мая 2026 г.", "en": "2 to 31 May 2026"}, ["`2 to 31 May 2026` stands"]),
    ({"ru": "1–31 мая 2026 г.", "kk": "2025 жылғы 1–31 мамырда"}, ["`2025 жылғы 1–31 мамырда`"]),
    ({"ru": "1 января – 31 марта 2026", "en": "1 January – 31 May 2026"}, ["`31 May 2026` stands"]),
    ({"ru": "2/3 голосов", "kk": "дауыстың үштен екісі", "en": "two-thirds of the votes"}, []),
    ({"en": "two-thirds of the votes", "ru": "2/3 голосов", "kk": "2/3 дауыс"}, []),
    ({"ru": "3/4 голосов", "kk": "төрттен үші", "en": "three quarters"}, []),
    ({"kk": "төрттен үші", "ru": "три четверти", "en": "3/4"}, []),
    ({"ru": "2/3 голосов", "en": "three quarters"}, ["`2/3` of the Russian text does not stand"]),
    ({"ru": "две трети голосов", "en": "3/4 of the votes"}, ["`3/4` stands here"]),
    ({"ru": "2/3 млн", "en": "2/3 million"}, []),
    ({"ru": "тел. 8 (7172) 55-55-55", "en": "phone +7 7172 55 55 55"}, []),
    ({"ru": "тел. +7 7172 55 55 55", "en": "phone 8 (7172) 55-55-55"}, []),
    ({"ru": "+7 (717) 255-55-55", "en": "+7 727 255 55 55"}, ["`+7 727 255 55 55` stands here"]),
    ({"ru": "8 (717) 255-55-55", "en": "+7 727 255 55 55"}, ["`+7 727 255 55 55` stands here"]),
    ({"ru": "до 6 вечера", "kk": "кешкі 6-ға дейін", "en": "until 6 p.m."}, []),
    ({"ru": "до 6 часов вечера", "kk": "кешкі сағат 6-ға дейін", "en": "until 18:00"}, []),
    ({"en": "by 6:30 p.m.", "ru": "до 18:30", "kk": "18:30-ға дейін"}, []),
    ({"ru": "до 6 вечера", "en": "until 7 p.m."}, ["`7 p.m.` stands here, `6 вечера` in"]),
    ({"ru": "до 6 утра", "en": "until 6 p.m."}, ["`6 p.m.` stands here, `6` in"]),
    ({"ru": "В XXI веке", "kk": "ХХІ ғасырда", "en": "In the 21st century"}, []),
    ({"en": "In the 21st century", "ru": "В XXI веке", "kk": "21-ғасырда"}, []),
    ({"ru": "В XXI веке", "kk": "жиырма бірінші ғасырда", "en": "the twenty-first century"}, []),
    ({"ru": "В XIX веке", "en": "In the 20th century"}, ["`20th` stands here, `XIX` in"]),
]


@pytest.mark.parametrize(("texts", "expected"), TEXTS)
def test_values_of_the_languages(texts: dict[str, str], expected: list[str]) -> None:
    found = [one.message for one in problems(figuresdiffer, texts)]
    assert len(found) == len(expected), found
    assert all(one.startswith(begin) for one, begin in zip(found, expected, strict=True)), found


@pytest.mark.parametrize("texts", [texts for texts, expected in TEXTS if not expected])
def test_what_agrees_agrees_with_each_language(texts: dict[str, str]) -> None:
    for code in texts:
        assert problems(figuresdiffer, texts, prevails=code) == (), code


def test_the_prevailing_language_is_the_measure() -> None:
    texts = {"ru": "10 дней", "kk": "15 күн", "en": "15 days"}
    (problem,) = problems(figuresdiffer, texts, prevails="kk")
    assert problem.message == "`10` stands here, `15` in the Kazakh text [ru]"


def test_a_clause_is_compared_with_its_closing_words() -> None:
    clause = {"ru": "За 5 дней", "kk": "Мынадай", "closing": {"ru": "иное", "kk": "5 күн"}}
    assert problems(figuresdiffer, clause) == ()


def test_a_pending_text_is_not_compared() -> None:
    languages = {"ru": "authentic", "kk": {"status": "authentic", "pending": "true"}}
    texts = {"ru": "10 дней", "kk": "15 күн"}
    assert problems(figuresdiffer, texts, languages=languages) == ()
