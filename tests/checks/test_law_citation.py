"""Names, days and numbers of laws that do not belong together, and those that do."""

import pytest

from inforce.checks import lawcitation
from inforce.checks.acts import LAWS, Act

from .finding import agree, pointed, problems

DATA = "«О персональных данных и их защите»"
DERBES = "«Дербес деректер және оларды қорғау туралы»"
TEXTS = [
    ("ru", f"Закон РК от 21 мая 2013 года № 94-V {DATA}", []),
    ("ru", f"Закон РК {DATA} от 21.05.2013 г. № 94-V ЗРК", []),
    ("ru", f"Закона Республики Казахстан от 21 мая 2013 года {DATA}", []),
    ("ru", f"Закон РК {DATA}", []),
    ("ru", f"Закон РК от 21 мая 2013 года № 94-VI {DATA}", ["№ 94-VI"]),
    ("ru", f"Закон РК от 21 мая 2012 года № 94-V {DATA}", ["21 мая 2012"]),
    ("ru", f"Закон РК {DATA} № 95-V", ["№ 95-V"]),
    ("ru", f"Закон РК {DATA} от 12.05.2013", ["12.05.2013"]),
    ("ru", f"{DATA} (с изменениями от 30.12.2021 № 96-VII)", []),
    ("ru", f"Приказ от 1 июля 2016 года № 71. Закон РК {DATA}", []),
    ("ru", "Закон РК от 21 мая 2013 года № 94-V «О защите данных»", ["«О защите"]),
    ("ru", "Закон РК от 1 мая 2013 года № 93-V «О чём-то другом»", []),
    ("ru", "Законом Республики Казахстан «О персональных данных»", ["«О перс"]),
    ("ru", "Законом «О персональных данных» иного государства", []),
    ("ru", "№ 94-V от 21 мая 2013 года (далее – «Закон»)", []),
    ("ru", "Закон РК «О связи» от 5 июля 2004 года № 567", []),
    ("ru", "«О рекламе» от 19 декабря 2003 года № 508-III", ["№ 508-III"]),
    ("ru", "Гражданский кодекс Республики Казахстан от 27 декабря 1994 года № 268-XIII", []),
    ("ru", "Гражданского кодекса РК (Особенная часть) от 1 июля 1999 года № 409", []),
    ("ru", "Гражданский кодекс РК от 27 декабря 1994 года № 409-I", ["27 декабря"]),
    ("ru", "Гражданский кодекс РК от 27 декабря 1995 года", ["27 декабря"]),
    ("ru", "раздел «Оплата» от 5 мая 2020 № 3", []),
    ("kk", f"{DERBES} Қазақстан Республикасының 2013 жылғы 21 мамырдағы № 94-V Заңы", []),
    ("kk", f"{DERBES} ҚР 2013 жылғы 21 мамырдағы № 49-V Заңы", ["№ 49-V"]),
    ("kk", f"{DERBES} ҚР 2013 жылғы 12 мамырдағы Заңы", ["2013 жылғы 12"]),
    ("kk", "«Дербес деректер туралы» ҚР Заңы", ["«Дербес"]),
    ("kk", f"ҚР {DERBES} Заңы", []),
    ("en", "Law No. 94-V of 21 May 2013 “On Personal Data and Their Protection”", []),
    ("en", "Law dated May 21, 2013 No. 94-V “On personal data and their protection”", []),
    ("en", "Law No. 94-IV of 21 May 2013 “On Personal Data and Their Protection”", ["No. 94-IV"]),
    ("en", "Law No. 94-V of 21 May 2013 “On Protection of Personal Data”", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_citations(language: str, text: str, expected: list[str]) -> None:
    found = pointed(lawcitation, language, text)
    assert agree(found, expected), found


def test_what_is_right_is_told_in_the_language_of_the_text() -> None:
    (problem,) = problems(lawcitation, {"kk": f"{DERBES} ҚР 2013 жылғы 12 мамырдағы Заңы"})
    assert problem.message == "this law has another day"
    assert problem.hint == f"Write `{DERBES} 2013 жылғы 21 мамырдағы № 94-V`."


@pytest.mark.parametrize("act", LAWS)
def test_what_is_told_is_itself_right(act: Act) -> None:
    for language in ("ru", "kk", "en"):
        assert pointed(lawcitation, language, act.cited(language)) == []
