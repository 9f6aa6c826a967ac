import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.render.spaces import bound

# `~` is a no-break space.
TABLE = {
    "ru": [
        "Закон №~94 и~статья~8",
        "по~п.~3.1 и~ст.~8",
        "г.~Астана, ул.~Улги",
        "в~2026~г. и~21~мая 2013~года",
        "в~течение 10~дней и~15~рабочих дней",
        "не~более 1~000~000~₸, 5~%",
        "Сайт~— это и~есть магазин",
        "пункта~3.1, подпункте~2, статьи~25",
        "сайт связь из-за сбоя",
    ],
    "kk": [
        "№~4 бұйрық",
        "2026~жылғы 21~мамыр",
        "10~күн ішінде, 3~жұмыс күні",
        "Сайт~– дүкен",
        "4-баптың 5-тармағына сәйкес",
        "1~000~теңге",
    ],
    "en": [
        "No.~4, cl.~3, p.~5",
        "under clause~3.1 and Article~25",
        "within 10~days, on 21~May 2013",
        "the~User~– a~buyer",
        "10 years".replace(" ", "~"),
    ],
    "de": ["Nr. 4 in 10 Tagen"],
}
ROWS = [(language, words) for language, rows in TABLE.items() for words in rows]


@pytest.mark.parametrize(("language", "words"), ROWS)
def test_a_line_does_not_end_where_it_should_not(language: str, words: str) -> None:
    assert bound(words.replace("~", " "), language).replace("\u00a0", "~") == words


@given(st.text("в №п.—–1г абno. \u00a0"), st.sampled_from(["ru", "kk", "en"]))
def test_only_spaces_within_the_words_change_and_once(words: str, language: str) -> None:
    shown = bound(words, language)
    assert shown.replace("\u00a0", " ") == words.replace("\u00a0", " ")
    assert bound(shown, language) == shown
    assert shown[:1] == words[:1]
    assert shown[-1:] == words[-1:]
