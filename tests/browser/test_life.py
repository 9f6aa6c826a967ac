"""Every clause knows its life: on a page of its own, and on request beside the clause."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.bare import write
from tests.browser.readers import DESKTOP, PHONE, Readers
from tests.browser.server import Hosted, hosting
from tests.browser.stories import EDITIONS, publish_story
from tests.browser.test_accessible import AXE, RUN
from tests.factory import day

NOW = day("2026-06-20")
CLAUSES = "en/privacy/clauses/"


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    folder = tmp_path_factory.mktemp("lives")
    write(publish_story(folder / "project"), NOW, folder / "site")
    with hosting(folder / "site", NOW) as hosted:
        yield hosted


@pytest.fixture
def readers(browser: Browser, hosted: Hosted) -> Iterator[Readers]:
    readers = Readers(browser, {"bare": hosted})
    yield readers
    readers.close()


def opened(readers: Readers, path: str, **settings: object) -> Page:
    page = readers.new(**settings)
    page.goto(readers.hosted["bare"].address + path)
    return page


def turns(page: Page, clause: str) -> list[str]:
    found = page.locator(f"[id='{clause}'] .inforce-turn").all_inner_texts()
    return [" ".join(one.replace("\u00a0", " ").split()) for one in found]


def test_each_clause_has_its_turns_newest_first(readers: Readers) -> None:
    page = opened(readers, CLAUSES, java_script_enabled=False)
    assert turns(page, "a") == [
        "Moved, Renumbered, Text changed: edition 5 (from 1 June 2026)",
        "Moved, Renumbered, Text changed: edition 4 (from 1 May 2026). Number in that edition: 2.",
        "Renumbered: edition 2 (from 1 March 2026). Number in that edition: 1.2.",
        "First text: edition 1 (from 1 February 2026). Number in that edition: 1.1.",
    ]


def test_clauses_of_the_edition_in_force_come_first(readers: Readers) -> None:
    page = opened(readers, CLAUSES, java_script_enabled=False)
    ids = page.locator(".inforce-life").evaluate_all("ones => ones.map(one => one.id)")
    assert ids == ["z", "y", "plain", "x", "c", "b", "a", "p"]
    gone = page.locator("#p")
    assert gone.locator("del").text_content() == "[deleted: Hm.]"


def test_the_heading_begins_with_a_capital(readers: Readers) -> None:
    heading = opened(readers, CLAUSES).locator("h2").first
    style = "one => getComputedStyle(one, '::first-letter').textTransform"
    assert heading.evaluate(style) == "uppercase"


def test_a_turn_leads_to_the_clause_in_its_edition(readers: Readers) -> None:
    page = opened(readers, f"{CLAUSES}#b")
    page.locator("#b .inforce-turn a").last.click()
    assert page.url.endswith(f"en/privacy/{EDITIONS[0]}/#b")


def beside(readers: Readers, clause: str, path: str = "en/privacy/", **settings: object) -> Page:
    """A page with the life of a clause shown over it."""
    page = opened(readers, path, **settings)
    page.locator(f"#{clause} > .permalink").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="History of this clause").press("Enter")
    expect(page.get_by_role("dialog", name="History of this clause")).to_be_visible()
    return page


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_clause_shows_its_life_on_request(readers: Readers, size: object) -> None:
    page = beside(readers, "b", viewport=size)
    dialog = page.get_by_role("dialog", name="History of this clause")
    assert dialog.locator(".inforce-turn").count() >= 4
    assert page.locator("[id=b]").count() == 1
    expect(page.locator(".inforce-cite")).to_be_hidden()
    inside = "() => document.activeElement.closest('dialog') !== null"
    assert page.evaluate(inside)
    page.evaluate(AXE)
    assert [one for one in page.evaluate(RUN) if "dialog" in one] == []
    href = dialog.locator(".inforce-turn a").last.evaluate("link => link.href")
    assert href.endswith(f"en/privacy/{EDITIONS[0]}/#b")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("#b > .permalink")).to_be_focused()
    assert readers.noise == []


def test_another_clause_may_be_asked_for_after_it(readers: Readers) -> None:
    page = beside(readers, "b", f"en/privacy/{EDITIONS[0]}/")
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.locator("#a > .permalink").click()
    page.get_by_role("link", name="History of this clause").click()
    expect(page.locator("dialog section")).to_have_count(1)
    expect(page.locator("dialog h3")).to_contain_text("The first words")


def test_where_it_cannot_be_had_the_link_leads_there(readers: Readers) -> None:
    page = opened(readers, "en/privacy/")
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error()) }")
    page.locator("#b > .permalink").click()
    page.get_by_role("link", name="History of this clause").click()
    page.wait_for_url(f"**/{CLAUSES}#b")


def test_without_javascript_a_link_at_the_top_leads_there(readers: Readers) -> None:
    page = opened(readers, "en/privacy/", java_script_enabled=False)
    page.get_by_role("link", name="History of each clause").click()
    assert page.url.endswith(CLAUSES)
