"""Links that the languages of a clause do not share, and those that only look different."""

import pytest

from inforce.checks import linksdiffer

from .finding import problems

TEXTS = [
    ({"ru": "на {operator.email}", "kk": "жіберіледі"}, ["the Russian text leads to `privacy@"]),
    ({"ru": "на {operator.email}", "en": "to privacy@policies.example"}, []),
    ({"ru": "a@b.kz", "en": "c@b.kz"}, ["the text leads to `c@b.kz` here, and to `a@b.kz`"]),
    ({"ru": "A@b.kz", "en": "[us](mailto:a@b.kz)"}, []),
    ({"ru": "пункт [](#c0)", "kk": "[](#c0)-тармақ"}, []),
    ({"ru": "пункт [](#c0)", "kk": "[{label}](#c0)-тармақ, [{parent}](#c0)"}, []),
    ({"ru": "пункт [](#c0)", "kk": "[](#c1)-тармақ"}, ["the text leads to `#c1` here, and to"]),
    ({"ru": "пункт 1", "kk": "[](#c0)-тармақ"}, ["the text leads to `#c0` here, but not in"]),
    ({"ru": "[тут](terms)", "en": "[here](terms#a)"}, ["the text leads to `terms#a` here"]),
    ({"ru": "https://a.kz/ru/x", "kk": "https://a.kz/kk/x", "en": "https://a.kz/en/x"}, []),
    ({"ru": "https://adilet.zan.kz/rus/docs/Z1", "kk": "<https://adilet.zan.kz/kaz/docs/Z1>"}, []),
    ({"ru": "https://ru.a.kz/x", "en": "https://en.a.kz/x"}, []),
    ({"ru": "https://a.kz/x?hl=ru", "en": "https://a.kz/x/"}, []),
    ({"ru": "http://www.a.kz", "en": "https://a.kz."}, []),
    ({"ru": "на a.kz", "en": "at www.a.kz"}, []),
    ({"ru": "https://a.kz/x", "en": "https://a.kz/y"}, ["the text leads to `a.kz/y` here"]),
    ({"ru": "[тут](https://a.kz)", "en": "here"}, ["the Russian text leads to `a.kz`"]),
    ({"ru": "{operator.name}", "en": "the Operator"}, []),
    ({"ru": "{operator.phone}", "en": "the telephone"}, []),
    ({"ru": "`a.kz`", "en": "the cookie"}, []),
]


@pytest.mark.parametrize(("texts", "expected"), TEXTS)
def test_targets_of_the_languages(texts: dict[str, str], expected: list[str]) -> None:
    second = dict.fromkeys(texts, "x")
    found = [one.message for one in problems(linksdiffer, texts, second)]
    assert len(found) == len(expected), found
    assert all(one.startswith(begin) for one, begin in zip(found, expected, strict=True)), found


def test_the_prevailing_language_is_the_measure() -> None:
    texts = {"ru": "a@b.kz", "kk": "c@b.kz", "en": "c@b.kz"}
    (problem,) = problems(linksdiffer, texts, prevails="kk")
    assert problem.message.endswith("in the Kazakh text [ru]")
