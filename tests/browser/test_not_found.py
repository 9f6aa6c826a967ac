"""An address that does not exist: the page speaks all languages and knows the way."""

import pytest

from tests.browser.places import HOME, Place
from tests.browser.readers import Readers
from tests.built import LANGUAGE_HOMES, LANGUAGES

# What a reader asked for, and the nearest that there is.
NEAREST = [
    ("privasy/", "privacy/"),
    ("privacy/2019-01-01/", "privacy/"),
    ("privacy/2025-03-01/changes/x", "privacy/"),
    ("term", "terms/"),
    ("kk/privaci/", "kk/privacy/"),
    ("en/cookie/", "en/cookies/"),
    ("en/Privacy", "en/privacy/"),
]
HREFS = "them => them.map(it => it.href)"


def home(readers: Readers, language: str) -> str:
    """The address of a home page."""
    return readers.address(HOME, language)


@pytest.mark.parametrize(("asked", "nearest"), NEAREST)
def test_the_nearest_document_is_suggested(readers: Readers, asked: str, nearest: str) -> None:
    page = readers.new()
    answer = page.goto(readers.address(Place("example", asked), "ru"))
    assert answer is not None
    assert answer.status == 404
    links = page.locator("article a").locator("visible=true")
    paths = [link.removeprefix(home(readers, "ru")) for link in links.evaluate_all(HREFS)]
    assert next(path for path in paths if path not in LANGUAGE_HOMES.values()) == nearest


@pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "scriptless"])
def test_it_speaks_every_language_and_leads_home(readers: Readers, scripted: bool) -> None:
    page = readers.open(Place("example", "a/b/c/"), "ru", java_script_enabled=scripted)
    for language in LANGUAGES:
        part = page.locator(f"article [lang={language}]").first
        assert part.is_visible()
        links = page.locator(f"article a[lang={language}], article [lang={language}] a")
        assert home(readers, language) in links.evaluate_all(HREFS)
    own = {f"404 (Not Found) ({page.url})"}
    assert [said for said in readers.noise if not said.endswith(tuple(own))] == []
