"""Loading a page: no complaint, no other host, nothing that shifts, nothing too wide or heavy."""

import gzip
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, ViewportSize

from tests.browser.places import EVERY_KIND, KINDS, POLICY
from tests.browser.readers import EACH, PHONE, SMALL, Readers
from tests.browser.server import Hosted
from tests.built import LANGUAGES

COMPRESSED = {".woff2", ".png", ".jpg", ".gz"}
SLOW = {".woff2": 0.4, ".js": 0.3, ".json": 0.3, ".css": 0.2}
BUDGET = 150_000  # bytes


@pytest.fixture
def slow(hosted: Mapping[str, Hosted]) -> Iterator[None]:
    """A line on which fonts, scripts and styles come late."""
    for one in hosted.values():
        one.delays |= SLOW
    yield
    for one in hosted.values():
        one.delays.clear()


def settle(page: Page) -> None:
    """Wait until nothing more is loaded or laid out."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))")


def shifted(page: Page) -> list[str]:
    """What has moved while the page was loading, with its layout shift score."""
    return [str(shift) for shift in page.evaluate("() => shifts") if shift[0] > 0.001]


@pytest.mark.parametrize(("kind", "language"), EVERY_KIND)
def test_a_page_loads_on_a_phone_without_a_complaint(
    readers: Readers, kind: str, language: str
) -> None:
    page = readers.open(KINDS[kind], language, viewport=PHONE)
    page.wait_for_timeout(200)  # for what scripts ask for when the page is there
    expected = {f"404 (Not Found) ({page.url})"} if kind == "not-found" else set()
    assert [said for said in readers.noise if not said.endswith(tuple(expected))] == []
    assert readers.hosts == {urlsplit(page.url).netloc}
    assert shifted(page) == []
    for size in (PHONE, SMALL):
        page.set_viewport_size(size)
        assert page.evaluate("() => document.documentElement.scrollWidth") == size["width"]


@pytest.mark.usefixtures("slow")
@EACH
def test_nothing_shifts_on_a_slow_line(readers: Readers, language: str, size: ViewportSize) -> None:
    page = readers.open(POLICY, language, new=True, viewport=size)
    settle(page)
    assert shifted(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_is_light(readers: Readers, language: str) -> None:
    """A text of about forty clauses, with all that its page asks for but the search index."""
    hosted = readers.hosted[POLICY.site]
    hosted.asked.clear()
    page = readers.open(POLICY, language, new=True)
    settle(page)
    assert page.locator("article .clause").count() >= 40
    asked = {path for path in hosted.asked if not re.search(r"search.*json$", path)}
    sizes = {path: transferred(hosted, path) for path in asked}
    assert sum(sizes.values()) <= BUDGET, sizes


def transferred(hosted: Hosted, path: str) -> int:
    """How many bytes a server that compresses sends for a path."""
    file = hosted.answer_to(path)
    data = file.read_bytes()
    return len(data) if file.suffix in COMPRESSED else len(gzip.compress(data, 6))


def wait_for_fonts(route: Route) -> None:
    """Answer with the style sheet whose fonts a page waits for."""
    sheet = route.fetch()
    assert "optional" in sheet.text()
    route.fulfill(response=sheet, body=sheet.text().replace("optional", "block"))


@pytest.mark.parametrize(
    ("kind", "language"), [("policy", "kk"), ("corrected", "ru"), ("home", "en"), ("policy", "ru")]
)
def test_every_letter_is_of_the_sites_own_fonts(readers: Readers, kind: str, language: str) -> None:
    """A font that comes late may be left for the next page, so here pages wait for theirs."""
    page = readers.new()
    page.route("**/fonts.css", wait_for_fonts)
    page.goto(readers.address(KINDS[kind], language))
    settle(page)
    client = page.context.new_cdp_session(page)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    query = {"nodeId": root, "selector": "main :is(h1, h2, h3, p, li, td, th, dt, dd, code)"}
    strange = {
        font["familyName"]
        for node in client.send("DOM.querySelectorAll", query)["nodeIds"]
        for font in client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        if not font["isCustomFont"]
    }
    assert strange == set()
