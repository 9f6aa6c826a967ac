"""The ways that readers take, in three languages, on a phone and on a desktop."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.places import HOME, POLICY, SUPERSEDED, Place
from tests.browser.readers import DESKTOP, EACH, PHONE, Readers
from tests.browser.test_scriptless import switch
from tests.built import LANGUAGE_HOMES, LANGUAGES

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])


@EACH
def test_from_the_home_page_to_an_older_edition_and_to_what_applies(
    readers: Readers, language: str, size: ViewportSize
) -> None:
    page = readers.open(HOME, language, viewport=size)
    home = LANGUAGE_HOMES[language]
    follow(page, "article a[href$='privacy/']")
    assert readers.path(page) == f"{home}privacy/"
    assert page.locator(".inforce-notice--in-force").is_visible()
    follow(page, "article a[href$='privacy/history/']")
    follow(page, "article a[href$='privacy/2025-03-01/']")
    assert readers.path(page) == f"{home}privacy/2025-03-01/"
    assert page.locator("html").get_attribute("lang") == language
    follow(page, ".inforce-notice--superseded a[href$='/privacy/']")
    assert readers.path(page) == f"{home}privacy/"
    assert page.locator(".inforce-notice--in-force").is_visible()
    assert readers.noise == []


def follow(page: Page, selector: str) -> None:
    """Click the first link that can be seen and wait for its page."""
    with page.expect_navigation():
        page.locator(selector).locator("visible=true").first.click()


# A page, a fragment that is a clause's number or id, and the clause that a reader sees there.
FRAGMENTS = [
    (POLICY, "scope", "1.3.", "ru", DESKTOP),
    (POLICY, "user", "2)", "kk", PHONE),
    (SUPERSEDED, "3.2", "3.2.", "en", PHONE),
    (SUPERSEDED, "1.2-2", "2)", "ru", PHONE),
    (Place("states", "privacy/2026-02-01/"), "3.3-1", "1)", "kk", DESKTOP),
]


@pytest.mark.parametrize(("place", "fragment", "number", "language", "size"), FRAGMENTS)
def test_a_fragment_shows_its_clause(
    readers: Readers, place: Place, fragment: str, number: str, language: str, size: ViewportSize
) -> None:
    page = readers.open(place, language, f"#{fragment}", viewport=size)
    assert lies_open(page, fragment, number)


def lies_open(page: Page, fragment: str, number: str) -> bool:
    """Whether the number of the clause at a fragment is on the screen, with nothing above it."""
    return bool(
        page.evaluate(
            """async ([fragment, number]) => {
              await document.fonts.ready;
              await new Promise(done => setTimeout(done, 100));
              const clause = document.getElementById(fragment).closest(".clause");
              const shown = clause.querySelector(".number");
              const box = shown.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + 2, box.y + box.height / 2);
              return shown.innerText.trim() === number && !!top && clause.contains(top);
            }""",
            [fragment, number],
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sign_beside_a_clause_gives_its_address(readers: Readers, language: str) -> None:
    """Where there is a script, it opens the menu of the clause instead."""
    page = readers.open(POLICY, language, java_script_enabled=False)
    clause = page.locator("#response-times")
    clause.scroll_into_view_if_needed()
    clause.hover()
    clause.locator("a[href='#response-times']").first.click()
    assert readers.path(page) == f"{POLICY.within(language)}#response-times"
    assert readers.noise == []


@pytest.mark.parametrize(
    ("place", "fragment", "size"),
    [(POLICY, "", DESKTOP), (POLICY, "#scope", PHONE), (SUPERSEDED, "#3.2", DESKTOP)],
)
def test_another_language_shows_the_same_place(
    readers: Readers, place: Place, fragment: str, size: ViewportSize
) -> None:
    page = readers.open(place, "ru", fragment, viewport=size)
    for language in ("kk", "en", "ru"):
        with page.expect_navigation():
            switch(page, language)
        assert readers.path(page) == place.within(language) + fragment
    assert readers.noise == []


def test_another_language_shows_the_clause_that_was_chosen_last(readers: Readers) -> None:
    page = readers.open(POLICY, "ru", "#scope")
    page.evaluate("() => { location.hash = 'user' }")
    with page.expect_navigation():
        switch(page, "en")
    assert readers.path(page) == "en/privacy/#user"
    assert lies_open(page, "user", "2)")


def test_the_table_of_contents_follows_the_reader(readers: Readers) -> None:
    page = readers.open(POLICY, "ru")
    sections = page.locator("article > .clause.titled").evaluate_all(
        "them => them.map(it => it.id)"
    )
    assert len(sections) > 5
    for section in (sections[3], sections[1]):
        link = f"nav a[href='#{section}']"
        page.locator(link).locator("visible=true").first.click()
        page.locator(f"{link}.md-nav__link--active:visible").wait_for(timeout=3000)
