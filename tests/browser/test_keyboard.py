"""Everything can be reached and seen with a keyboard alone, on a wide screen and a narrow one.

A narrow screen is also what a reader gets who enlarges the page.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import FloatRect, Page, ViewportSize

from tests.browser.places import HOME, KINDS, POLICY, STATES, Place
from tests.browser.readers import DESKTOP, PHONE, Readers

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
MANY = 60

# What has the focus: its place on the screen, whether it can be seen, and a name for messages.
FOCUSED = r"""() => {
  const active = document.activeElement;
  if (!active || active === document.body) return null;
  // A choice may be drawn as the label beside it.
  const drawn = active.matches("[type=radio], [type=checkbox]") && active.offsetWidth < 2;
  const it = drawn ? active.nextElementSibling : active;
  const box = it.getBoundingClientRect();
  const middle = [box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2];
  const top = document.elementFromPoint(...middle);
  return {
    name: active.outerHTML.replace(/\s+/g, " ").slice(0, 100),
    box: {x: box.x, y: box.y, width: box.width, height: box.height},
    seen: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0
      && box.x < innerWidth && box.y < innerHeight && it.checkVisibility({opacityProperty: true})
      && !!top && (it.contains(top) || top.contains(it)),
    typed: it.matches("input:not([type]), input[type=text], input[type=search]"),
    opens: it.matches("summary, button, [role=button]"),
    language: it.getAttribute("hreflang") ?? "",
    href: it.getAttribute("href") ?? "",
    inside: !!it.closest("article"),
  };
}"""


def stops(page: Page, most: int = MANY) -> Iterator[dict[str, object]]:
    """What gets the focus, one after another, until the page has no more."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return
        if not focused["seen"]:
            page.wait_for_timeout(300)  # it may be about to slide in
            focused = page.evaluate(FOCUSED) or focused
        yield focused


def reach(page: Page, key: str, value: object, most: int = MANY) -> None:
    """Move on to what has a property, opening what opens on the way within the header."""
    passed = []
    for stop in stops(page, most):
        if stop[key] == value and stop["seen"]:
            return
        passed.append(stop["name"])
        if stop["opens"] and not stop["inside"]:
            page.keyboard.press("Enter")
    raise AssertionError("\n".join(["There is no way there by keyboard:", *map(str, passed)]))


@SIZES
def test_the_first_stop_leads_past_the_navigation(readers: Readers, size: ViewportSize) -> None:
    page = readers.open(POLICY, "kk", viewport=size)
    first = next(stops(page))
    assert str(first["href"]).startswith("#")
    assert first["seen"]
    page.keyboard.press("Enter")
    assert next(stops(page))["inside"]


@pytest.mark.parametrize(
    ("kind", "size"),
    [("home", PHONE), ("corrected", DESKTOP), ("corrected", PHONE), ("history", DESKTOP)],
)
def test_every_stop_can_be_seen(readers: Readers, kind: str, size: ViewportSize) -> None:
    page = readers.open(KINDS[kind], "ru", viewport=size)
    found = list(stops(page))
    assert len(found) > 5
    unseen = [str(stop["name"]) for stop in found if not stop["seen"]]
    assert not unseen, "\n".join(unseen)


@pytest.mark.parametrize(("kind", "size"), [("home", PHONE), ("corrected", DESKTOP)])
def test_every_stop_looks_focused(readers: Readers, kind: str, size: ViewportSize) -> None:
    """A picture of it with the focus differs from one without; where one types is a caret."""
    page = readers.open(KINDS[kind], "en", viewport=size)
    seen = (stop for stop in stops(page, 25) if stop["seen"] and not stop["typed"])
    plain = [stop["name"] for stop in seen if looks_plain(page, stop)]
    assert plain == []


def looks_plain(page: Page, stop: dict[str, object]) -> bool:
    """Whether what has the focus looks as it does without."""
    box: FloatRect = stop["box"]  # type: ignore[assignment]
    left, top = max(0, box["x"] - 6), max(0, box["y"] - 6)
    clip = FloatRect(
        x=left,
        y=top,
        width=box["x"] + box["width"] + 6 - left,
        height=min(box["y"] + box["height"] + 6 - top, 200),
    )
    focused = page.screenshot(clip=clip, animations="disabled")
    page.evaluate("() => document.activeElement.blur()")
    return focused == page.screenshot(clip=clip, animations="disabled")


@pytest.mark.parametrize("kind", ["home", "corrected", "history", "not-found"])
def test_the_stops_stand_in_reading_order(readers: Readers, kind: str) -> None:
    page = readers.open(KINDS[kind], "en")
    assert page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0


@SIZES
@pytest.mark.parametrize("place", [HOME, STATES["superseded"]], ids=["home", "superseded"])
def test_another_language_can_be_chosen(readers: Readers, place: Place, size: ViewportSize) -> None:
    page = readers.open(place, "ru", viewport=size)
    reach(page, "language", "kk")
    page.keyboard.press("Enter")
    page.wait_for_url(readers.address(place, "kk"))


@SIZES
def test_another_document_can_be_reached(readers: Readers, size: ViewportSize) -> None:
    page = readers.open(POLICY, "en", viewport=size)
    reach(page, "href", "../terms/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/terms/")


@SIZES
def test_a_clause_can_be_searched_for(readers: Readers, size: ViewportSize) -> None:
    page = readers.open(HOME, "en", viewport=size)
    page.wait_for_load_state("networkidle")
    reach(page, "typed", True)
    page.keyboard.type("withdraw")
    page.locator("a[href*='#']:visible", has_text="withdraw").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/en/[a-z]+/"))


def test_a_table_that_is_too_wide_is_scrolled_with_the_arrows(readers: Readers) -> None:
    page = readers.open(KINDS["corrected"], "kk", viewport=PHONE)
    table = page.locator("article .table")
    assert table.evaluate("it => it.scrollWidth > it.clientWidth && it.tabIndex === 0")
    assert table.get_attribute("role") == "group"
    assert table.get_attribute("aria-label") or table.get_attribute("aria-labelledby")
    table.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('article .table').scrollLeft > 30")
