"""Without JavaScript a reader finds, reads and leaves every text."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.places import HOME, KINDS, POLICY, SUPERSEDED, Place
from tests.browser.readers import DESKTOP, EACH, PHONE, Readers
from tests.built import LANGUAGE_HOMES

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


@EACH
def test_a_reader_walks_from_the_home_page_to_an_older_text(
    readers: Readers, language: str, size: ViewportSize
) -> None:
    page = readers.open(HOME, language, viewport=size, java_script_enabled=False)
    for link, path in (
        ("privacy/", "privacy/"),
        ("privacy/history/", "privacy/history/"),
        ("privacy/2025-03-01/", "privacy/2025-03-01/"),
        ("privacy/", "privacy/"),
    ):
        page.locator(f"article a[href$='{link}']").first.click()
        assert readers.path(page) == LANGUAGE_HOMES[language] + path
    text = page.locator("article[data-edition]").inner_text()
    assert len(text) > 5000


@SIZES
@pytest.mark.parametrize("place", [POLICY, SUPERSEDED], ids=["policy", "superseded"])
def test_the_language_is_switched(readers: Readers, place: Place, size: ViewportSize) -> None:
    page = readers.open(place, "ru", viewport=size, java_script_enabled=False)
    for language in ("kk", "en", "ru"):
        switch(page, language)
        assert readers.path(page) == place.within(language)


def switch(page: Page, language: str) -> None:
    """Open the list of languages and follow the link to one."""
    page.locator("header :is(button, summary):has(~ * a[hreflang])").click()
    page.locator(f"header a[hreflang='{language}']").click()


@SIZES
def test_another_document_is_reached_through_the_navigation(
    readers: Readers, size: ViewportSize
) -> None:
    page = readers.open(POLICY, "kk", viewport=size, java_script_enabled=False)
    if size is PHONE:
        page.locator("header :is(label[for='__drawer'], summary)").first.click()
    page.locator("nav a[href='../terms/']").first.click()
    assert readers.path(page) == "kk/terms/"


@pytest.mark.parametrize(
    ("kind", "language"),
    [("home", "ru"), ("superseded", "kk"), ("missing", "en"), ("history-of-all", "kk")],
)
def test_the_words_are_the_same(readers: Readers, kind: str, language: str) -> None:
    page = readers.open(KINDS[kind], language, java_script_enabled=False)
    seen = page.locator("article").first.inner_text()
    scripted = readers.open(KINDS[kind], language)
    # Any two editions can be compared by a script alone.
    scripted.locator(".inforce-compare").evaluate_all("them => them.forEach(it => it.remove())")
    assert seen.split() == scripted.locator("article").first.inner_text().split()
