"""Laws of other countries, and what only sounds like them."""

import pytest

from inforce.checks import foreignlaw

from .finding import agree, pointed

TEXTS = [
    ("ru", "по 152-ФЗ", ["152-ФЗ"]),
    ("ru", "Федеральный закон от 27.07.2006 № 152-ФЗ", ["Федеральный закон"]),
    ("ru", "Федеральным законом «О персональных данных»", ["Федеральным"]),
    ("ru", "ст. 437 ГК РФ и УК РФ", ["ГК РФ", "УК РФ"]),
    ("ru", "Гражданского кодекса Российской Федерации", ["кодекса"]),
    ("ru", "Законом РФ «О защите прав потребителей»", ["Законом РФ"]),
    ("ru", "по законодательству Российской Федерации", ["законодательству"]),
    ("ru", "жалоба в Роскомнадзор", ["Роскомнадзор"]),
    ("ru", "по Закону Республики Казахстан и ГК РК", []),
    ("ru", "по законодательству РК, статья 152, пункт 3 ФЗП", []),
    ("ru", "граждане Российской Федерации и США", []),
    ("ru", "Регламент ЕС 2016/679 (GDPR)", []),
    ("ru", "законодательством иностранных государств", []),
    ("ru", "серверы находятся в России", []),
    ("kk", "Ресей Федерациясының заңнамасына сәйкес", ["Ресей"]),
    ("kk", "РФ Азаматтық кодексі", ["РФ"]),
    ("kk", "Қазақстан Республикасының Заңы", []),
    ("kk", "Ресейдегі серверлер", []),
    ("en", "the CCPA and the California Consumer Privacy Act", ["CCPA", "California"]),
    ("en", "the laws of England and Wales", ["laws of England"]),
    ("en", "Federal Law No. 152-FZ", ["Federal Law No", "152-FZ"]),
    ("en", "under the law of the Russian Federation", ["law of the Russian"]),
    ("en", "the law of the Republic of Kazakhstan", []),
    ("en", "the GDPR, citizens of Russia, the federal court", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_laws_of_other_countries(language: str, text: str, expected: list[str]) -> None:
    found = pointed(foreignlaw, language, text)
    assert agree(found, expected), found
