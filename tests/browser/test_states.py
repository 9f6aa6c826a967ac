"""What is not in force cannot be mistaken for what is."""

from itertools import combinations

import pytest
from playwright.sync_api import Page

from tests.browser.places import POLICY, STATES
from tests.browser.readers import PHONE, Readers
from tests.built import LANGUAGES

LOOK = """state => {
  const banner = document.querySelector(`.inforce-notice--${state}`);
  const shown = (element, part) => {
    const style = getComputedStyle(element, part);
    return [style.borderTopColor, style.borderLeftColor, style.backgroundColor, style.content,
      style.backgroundImage, style.maskImage].join(" ");
  };
  return [banner, ...banner.querySelectorAll("*")].map(element =>
    [null, "::before", "::after"].map(part => shown(element, part)).join(" ")).join(" ");
}"""


@pytest.mark.parametrize(
    ("state", "language"), [(state, LANGUAGES[at % 3]) for at, state in enumerate(STATES)]
)
def test_a_banner_on_the_first_screen_says_where_an_edition_stands(
    readers: Readers, state: str, language: str
) -> None:
    page = readers.open(STATES[state], language, viewport=PHONE)
    banner = page.locator(f".inforce-notice--{state}")
    box = banner.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE["height"]
    if state == "in-force":
        assert banner.locator("a[href$='privacy/']").count() == 1
        return
    leads = "cookies/ privacy/" if state == "repealed" else "privacy/"
    assert any(banner.locator(f"a[href$='{lead}']").count() for lead in leads.split())
    clause = page.locator("#scope").bounding_box()
    assert clause is not None
    assert clause["y"] > box["y"] + box["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_state_looks_different_at_once(readers: Readers, scheme: str) -> None:
    looks, words = {}, {}
    page = readers.new(color_scheme=scheme)
    for state, place in STATES.items():
        page.goto(readers.address(place, "en"))
        looks[state] = page.evaluate(LOOK, state)
        words[state] = first_words(page, state)
    for one, other in combinations(STATES, 2):
        assert looks[one] != looks[other], (one, other)
        assert words[one] != words[other], (one, other)


def first_words(page: Page, state: str) -> str:
    """The first four words of a banner."""
    return " ".join(page.locator(f".inforce-notice--{state}").inner_text().split()[:4])


def test_what_is_in_force_is_quiet(readers: Readers) -> None:
    """The text that applies needs no warning: nothing on its page looks like a banner of others."""
    page = readers.open(POLICY, "ru")
    alarms = ", ".join(f".inforce-notice--{state}" for state in STATES if state != "in-force")
    assert page.locator(alarms).count() == 0
