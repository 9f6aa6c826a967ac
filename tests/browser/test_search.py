"""Search as a reader meets it: clauses of texts in force, in the reader's language first."""

import re

import pytest
from playwright.sync_api import Locator, Page, ViewportSize

from tests.browser.places import HOME
from tests.browser.readers import DESKTOP, PHONE, Readers

DATED = re.compile(r"/\d{4}-\d\d-\d\d")
QUERIES = [("ru", "персональных данных"), ("kk", "дербес деректер"), ("en", "personal data")]


def search(page: Page, query: str) -> Locator:
    """Type a query; the links to what is found, the best first."""
    page.wait_for_load_state("networkidle")
    field = page.locator("input[name=query], input[type=search]").first
    opener = page.locator("header label[for='__search']").first
    if opener.is_visible():
        opener.click()
    field.press_sequentially(query)
    found = page.locator("[role=dialog] li a, [role=search] li a")
    found.first.wait_for()
    return found


@pytest.mark.parametrize(
    ("language", "query", "size"),
    [(*one, size) for one, size in zip(QUERIES, (DESKTOP, PHONE, DESKTOP), strict=True)],
)
def test_a_reader_finds_clauses_in_force(
    readers: Readers, language: str, query: str, size: ViewportSize
) -> None:
    page = readers.open(HOME, language, viewport=size)
    found: list[str] = search(page, query).evaluate_all("them => them.map(it => it.href)")
    assert re.fullmatch(readers.address(HOME, language) + r"[a-z]+/.*", found[0])
    assert [link for link in found if DATED.search(link)] == []
    assert readers.noise == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_what_was_found_opens_at_its_clause(readers: Readers, size: ViewportSize) -> None:
    page = readers.open(HOME, "en", viewport=size)
    search(page, "withdraw consent").and_(page.locator("[href*='#']")).first.click()
    page.wait_for_url("**/en/*/*#*")
    assert page.locator("article .clause:target").is_visible()
