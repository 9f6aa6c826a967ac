"""A defined word shows its definition: under a mouse, with the keyboard, at a touch, and at all."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.places import HISTORY, HOME, POLICY, SUPERSEDED, Place
from tests.browser.readers import DESKTOP, PHONE, Readers
from tests.browser.test_accessible import AXE, RUN

WORDS = {"ru": "Сайт", "kk": "Сайт", "en": "“Site”"}
WITHOUT = Place("states", "privacy/")
SCRIPT = "script[src$='terms.js']"


def word(page: Page) -> Locator:
    """The first link to the definition of the site."""
    return page.locator("a.term[href='#site']").first


def definition(page: Page) -> Locator:
    return page.get_by_role("tooltip")


@pytest.mark.parametrize(
    ("place", "language"), [(POLICY, "ru"), (SUPERSEDED, "kk"), (POLICY, "en")]
)
def test_a_mouse_over_a_word_shows_its_definition(
    readers: Readers, place: Place, language: str
) -> None:
    page = readers.open(place, language)
    word(page).hover()
    expect(definition(page)).to_contain_text(WORDS[language])
    assert definition(page).get_attribute("lang") == language
    expect(word(page)).to_have_accessible_description(definition(page).inner_text().strip())


def test_a_definition_can_be_reached_and_goes_with_the_mouse(readers: Readers) -> None:
    page = readers.open(POLICY, "en")
    word(page).hover()
    definition(page).hover()
    page.wait_for_timeout(600)
    expect(definition(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(definition(page)).to_be_hidden()
    assert word(page).get_attribute("aria-describedby") is None


def test_escape_sends_a_definition_away_and_the_focus_stays(readers: Readers) -> None:
    page = readers.open(POLICY, "en")
    page.keyboard.press("Tab")
    word(page).focus()
    expect(definition(page)).to_be_visible()
    page.wait_for_timeout(600)
    expect(definition(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(definition(page)).to_be_hidden()
    expect(word(page)).to_be_focused()
    page.keyboard.press("Enter")
    assert readers.path(page) == "en/privacy/#site"


def test_the_keyboard_goes_on_from_a_word(readers: Readers) -> None:
    page = readers.open(POLICY, "en")
    page.keyboard.press("Tab")
    word(page).focus()
    expect(definition(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(word(page)).not_to_be_focused()
    assert page.evaluate("!document.activeElement.closest('[role=tooltip]')")


def test_the_first_touch_shows_and_the_second_leads_there(readers: Readers) -> None:
    page = readers.open(POLICY, "ru", viewport=PHONE, has_touch=True, is_mobile=True)
    word(page).tap()
    expect(definition(page)).to_be_visible()
    assert readers.path(page) == "privacy/"
    page.locator("h1").first.tap()
    expect(definition(page)).to_be_hidden()
    word(page).tap()
    word(page).tap()
    expect(definition(page)).to_be_hidden()
    assert readers.path(page) == "privacy/#site"


@pytest.mark.parametrize(
    ("language", "size"), [("ru", DESKTOP), ("kk", PHONE), ("en", {"width": 320, "height": 480})]
)
def test_no_definition_is_cut_off(readers: Readers, size: dict[str, int], language: str) -> None:
    page = readers.open(POLICY, language, viewport=size)
    page.keyboard.press("Tab")
    for link in page.locator("a.term").all()[::6]:
        link.focus()
        expect(definition(page)).to_be_visible()
        box = definition(page).bounding_box()
        place = link.evaluate("it => it.getClientRects()[0].toJSON()")
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]
        assert box["y"] >= place["bottom"] or box["y"] + box["height"] <= place["top"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_without_scripts_a_word_leads_to_its_definition(readers: Readers) -> None:
    page = readers.open(POLICY, "kk", java_script_enabled=False)
    word(page).click()
    assert readers.path(page) == "kk/privacy/#site"
    assert definition(page).count() == 0


@pytest.mark.parametrize("place", [HOME, HISTORY, WITHOUT])
def test_a_page_without_defined_words_loads_nothing_for_them(
    readers: Readers, place: Place
) -> None:
    page = readers.open(place, "en")
    assert page.locator(SCRIPT).count() == 0
    assert readers.open(POLICY, "en").locator(SCRIPT).count() == 1


def test_nothing_stands_twice_under_one_id(readers: Readers) -> None:
    page = readers.open(POLICY, "ru")
    word(page).hover()
    expect(definition(page)).to_be_visible()
    ids = page.locator("[id]").evaluate_all("them => them.map(it => it.id)")
    assert len(ids) == len(set(ids))
    assert definition(page).locator("a, [tabindex]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_definition(readers: Readers, scheme: str) -> None:
    page = readers.open(POLICY, "kk", color_scheme=scheme)
    page.evaluate(AXE)
    word(page).hover()
    expect(definition(page)).to_be_visible()
    assert page.evaluate(RUN) == []


def test_a_definition_is_not_printed(readers: Readers) -> None:
    page = readers.open(POLICY, "ru")
    word(page).hover()
    expect(definition(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(definition(page)).to_be_hidden()
