"""What axe-core finds: nothing."""

from importlib import resources
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.places import EVERY_KIND, KINDS, POLICY
from tests.browser.readers import DESKTOP, PHONE, Readers

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """async rules => (await axe.run({resultTypes: ["violations"],
  ...(rules ? {runOnly: rules} : {})})).violations.flatMap(rule =>
  rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}`))"""
# Dark, on a phone, only what a look can change.
SEEN = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]
LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"], list[str] | None], ...] = (
    (DESKTOP, "light", None),
    (PHONE, "dark", SEEN),
)


@pytest.mark.parametrize(("kind", "language"), EVERY_KIND)
def test_axe_finds_nothing(readers: Readers, kind: str, language: str) -> None:
    found = []
    page = readers.open(KINDS[kind], language)
    page.evaluate(AXE)
    for size, scheme, rules in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found += [f"{size['width']}, {scheme}: {said}" for said in page.evaluate(RUN, rules)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("scheme", "least", "most"), [("light", 230, 255), ("dark", 0, 60)])
def test_the_page_is_as_light_as_the_reader_likes(
    readers: Readers, scheme: str, least: int, most: int
) -> None:
    page = readers.open(POLICY, "ru", color_scheme=scheme)
    assert least <= light_of(page) <= most


def light_of(page: Page) -> float:
    """How light the background is, from 0 to 255."""
    red, green, blue = page.evaluate(
        """() => {
          const pen = document.createElement("canvas").getContext("2d");
          pen.fillStyle = getComputedStyle(document.body).backgroundColor;
          pen.fillRect(0, 0, 1, 1);
          return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }"""
    )
    return float(red + green + blue) / 3
