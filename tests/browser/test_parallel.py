"""Texts side by side, as readers see, choose, hear and print them."""

import re
from io import BytesIO
from itertools import pairwise

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.places import Place
from tests.browser.readers import DESKTOP, PHONE, SMALL, Readers
from tests.built import LANGUAGES

PARALLEL = Place("example", "privacy/parallel/")
PENDING = Place("example", "cookies/parallel/")
REPEALED = Place("states", "cookies/parallel/")
WIDE = Place("states", "privacy/parallel/")
CELLS = ".inforce-columns > tbody > #scope > td"


def boxes(page: Page) -> list[dict[str, float]]:
    """Where the cells of a clause are, in the order of the page."""
    cells = page.locator(CELLS).locator("visible=true").all()
    found = [one.evaluate("it => it.getBoundingClientRect().toJSON()") for one in cells]
    return [{side: float(place) for side, place in box.items()} for box in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_stands_in_three_languages_side_by_side(readers: Readers, language: str) -> None:
    page = readers.open(PARALLEL, language)
    found = boxes(page)
    assert len({box["top"] for box in found}) == 1
    assert len({round(box["width"]) for box in found}) == 1
    assert sorted(box["left"] for box in found) == [box["left"] for box in found]
    assert page.locator(CELLS).first.get_attribute("lang") == language


@pytest.mark.parametrize("size", [PHONE, SMALL])
def test_on_a_phone_one_is_under_the_other(readers: Readers, size: dict[str, int]) -> None:
    page = readers.open(PARALLEL, "kk", viewport=size)
    found = boxes(page)
    assert len(found) == 3
    assert len({box["left"] for box in found}) == 1
    assert all(above["bottom"] <= below["top"] for above, below in pairwise(found))
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    labels = page.locator(CELLS).evaluate_all(
        "them => them.map(it => getComputedStyle(it, '::before').content)"
    )
    assert labels == ['"Қазақ тілі"', '"Русский · басым күші бар"', '"English"']


@pytest.mark.parametrize(
    ("place", "size"), [(PARALLEL, PHONE), (PENDING, DESKTOP), (WIDE, DESKTOP), (WIDE, PHONE)]
)
def test_nothing_is_wider_than_the_screen(
    readers: Readers, place: Place, size: dict[str, int]
) -> None:
    page = readers.open(place, "ru", viewport=size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_heads_stay_in_sight(readers: Readers) -> None:
    page = readers.open(PARALLEL, "ru")
    page.locator("#contacts").scroll_into_view_if_needed()
    header = page.locator(".md-header").bounding_box()
    head = page.locator(".inforce-columns thead th").first.bounding_box()
    assert header
    assert head
    assert abs(head["y"] - (header["y"] + header["height"])) < 2


def test_an_address_of_a_clause_leads_below_the_heads(readers: Readers) -> None:
    page = readers.open(PARALLEL, "ru", "#contacts")
    page.wait_for_function("scrollY > 0")
    head = page.locator(".inforce-columns thead th").first.bounding_box()
    row = page.locator("#contacts td").first.bounding_box()
    assert head
    assert row
    assert head["y"] + head["height"] - 2 <= row["y"] < DESKTOP["height"]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_reader_chooses_the_languages(readers: Readers, scripts: bool) -> None:
    page = readers.open(PARALLEL, "ru", java_script_enabled=scripts)
    choice = page.get_by_role("group", name="Показать языки")
    box = choice.get_by_label("Қазақ тілі")
    box.uncheck()
    assert shown(page) == ["ru", "en"]
    choice.get_by_label("English").uncheck()
    assert shown(page) == ["ru"]
    choice.get_by_label("Русский").uncheck()
    assert shown(page) == ["ru", "kk", "en"]  # nothing chosen is no choice
    box.check()
    assert shown(page) == ["kk"]


def shown(page: Page) -> list[str]:
    found = page.locator(f"{CELLS} >> visible=true")
    return [one.get_attribute("lang") or "" for one in found.all()]


def test_a_screen_reader_hears_a_table(readers: Readers) -> None:
    page = readers.open(PARALLEL, "en", viewport=PHONE)
    table = page.get_by_role("table", name="Texts of the edition by language")
    assert table.get_by_role("columnheader").count() >= 3
    heads = table.locator("> thead").get_by_role("columnheader")
    assert [" ".join(one.inner_text().split()) for one in heads.all()] == [
        "English unofficial translation from Russian",
        "Русский prevails where the texts differ authentic text",
        "Қазақ тілі authentic text",
    ]
    assert table.get_by_role("rowheader", name="Link to clause 1.3.", exact=True).count() == 1


def test_a_link_to_a_clause_is_reached_by_keyboard(readers: Readers) -> None:
    page = readers.open(PARALLEL, "en")
    page.get_by_role("link", name="Link to clause 1.3.", exact=True).focus()
    page.keyboard.press("Enter")
    assert readers.path(page) == "en/privacy/parallel/#scope"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_printed_across_with_its_heads_on_each_sheet(readers: Readers, language: str) -> None:
    page = readers.open(PARALLEL, language, viewport=PHONE)
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) > 5
    for sheet in sheets:
        assert sheet.mediabox.width > sheet.mediabox.height
        words = re.sub(r"\s", "", sheet.extract_text())
        assert all(name in words for name in ("Русский", "Қазақтілі", "English"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_prevailing_text_is_told_by_words(readers: Readers, scheme: str) -> None:
    page = readers.open(PARALLEL, "en", color_scheme=scheme)
    assert page.locator("thead .inforce-prevails").inner_text() == "prevails where the texts differ"


def test_the_choice_of_a_repealed_document_stays(readers: Readers) -> None:
    page = readers.open(REPEALED, "en")
    assert page.locator(".inforce-notice--repealed").is_visible()
    assert shown(page) == ["en", "ru", "kk"]
