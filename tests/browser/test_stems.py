"""The scripts of the search, each by itself."""

import json
import re
from collections.abc import Mapping
from importlib import resources

import pytest
from playwright.sync_api import Page

from tests.browser.places import HOME
from tests.browser.queries import APART, FORMS
from tests.browser.readers import Readers
from tests.browser.server import Hosted
from tests.built import LANGUAGES

STEMMERS = ("russian", "kazakh", "english", "words")


def scripts(page: Page, *names: str) -> None:
    for name in names:
        page.add_script_tag(url=f"/assets/search/{name}.js")


def stems(page: Page, language: str, words: list[str]) -> list[str]:
    found: list[str] = page.evaluate(
        "([words, language]) => words.map(word => stem(fold(word), language))", [words, language]
    )
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_of_a_word_have_one_stem(readers: Readers, language: str) -> None:
    page = readers.open(HOME, "ru")
    scripts(page, *STEMMERS)
    for forms in FORMS[language]:
        found = stems(page, language, forms.split())
        assert len(set(found)) == 1, dict(zip(forms.split(), found, strict=True))
    for pair in APART[language]:
        assert len(set(stems(page, language, pair.split()))) == 2, pair


def vocabulary(hosted: Mapping[str, Hosted], language: str, letters: str) -> list[str]:
    index = (hosted["example"].folder / f"search/{language}.json").read_text("utf-8")
    return sorted(set(re.findall(letters, index.lower().replace("ё", "е"))))


def test_russian_begins_with_the_stems_of_snowball(
    readers: Readers, hosted: Mapping[str, Hosted]
) -> None:
    """As the theme's own copy of it computes them, for every word of the texts."""
    words = vocabulary(hosted, "ru", "[а-я]+")
    page = readers.open(HOME, "ru")
    scripts(page, *STEMMERS)
    page.evaluate(
        "() => { window.lunr = {Pipeline: {registerFunction() {}}, "
        "generateStopWordFilter: words => words} }"
    )
    for name in ("stemmer.support", "ru"):
        page.evaluate(theme(f"assets/javascripts/lunr/min/lunr.{name}.min.js"))
    expected = page.evaluate("words => words.map(word => lunr.ru.stemmer(word))", words)
    assert len(words) > 1000
    assert page.evaluate("words => words.map(snowball)", words) == expected


def theme(name: str) -> str:
    return (resources.files("material") / "templates" / name).read_text("utf-8")


def test_what_a_text_says_never_becomes_markup(readers: Readers) -> None:
    page = readers.open(HOME, "en")
    scripts(page, "distance", *STEMMERS, "texts")
    evil = '<img src=x onerror="evil()"> & evil'
    index = {"path": "p/", "about": "p", "language": "en", "title": evil, "text": evil}
    sections = [{"id": "a", "title": evil, "text": evil * 20}]
    data = {"language": "en", "others": [], "pages": [{**index, "sections": sections}]}
    found = page.evaluate("data => new Texts(data).find('evil').found", data)
    written = json.dumps(found)
    assert "<mark>evil</mark>" in written
    assert re.findall(r"<(?!/?mark>)", written) == []
