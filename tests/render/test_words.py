import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from inforce.render import LOCALE, THEME, Words

SOURCES = [
    ("render/**.py", "python"),
    ("site/**.py", "python"),
    ("theme/inforce/**.html", "jinja2.ext:babel_extract"),
]
KEYWORDS = {"_": None, "words": None, "message": None}
LANGUAGES = ["ru", "kk"]  # English is the language of the messages


def messages() -> Iterator[str]:
    """Every message of the sources."""
    for found in extract_from_dir(THEME.parent, SOURCES, keywords=KEYWORDS):
        text = found[2]
        assert isinstance(text, str)
        yield text


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "inforce.po").open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_its_words_and_no_other_is_kept(language: str) -> None:
    translated = {str(one.id) for one in catalogue(language) if one.id and one.string}
    assert translated == set(messages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_take_the_values_of_their_message(language: str) -> None:
    for one in filter(lambda one: one.id, catalogue(language)):
        values = [re.findall(r"%\(\w+\)s|%.", str(text)) for text in (one.id, one.string)]
        assert sorted(values[0]) == sorted(values[1]), one.id


def test_languages_stand_in_their_sentences() -> None:
    assert Words.load("ru").inside("kk") == "на казахском языке"
    assert Words.load("kk").out_of("ru") == "орыс тілінен"
    assert Words.load("ru").inside("uz") == "на языке «узбекский»"
    assert Words.load("kk").inside("uz") == "өзбек тіліндегі"
    assert Words.load("kk").out_of("uz") == "өзбек тілінен"
    assert Words.load("en").inside("kk") == "in Kazakh"


def test_a_language_without_a_catalogue_has_english_words(tmp_path: Path) -> None:
    assert Words.load("ru", tmp_path)("All changes") == "All changes"
    assert Words.load("fr")("Editions: %(title)s", title="%s") == "Editions: %s"


def test_no_line_ends_before_a_number_or_a_date_that_a_short_word_belongs_to() -> None:
    hanging = re.compile(r"(?<![\w-])(?i:с|до|от|на|№) %\((?:since|until|of|number)\)")
    assert [one.string for one in catalogue("ru") if hanging.search(str(one.string))] == []
