"""The fields in which two editions are chosen: no name in them is cut."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.places import Place
from tests.browser.readers import DESKTOP, PHONE, Readers
from tests.built import LANGUAGES

HISTORIES = [Place("example", "privacy/history/"), Place("states", "privacy/history/")]
# Each option in turn: whether its words, laid out in lines of the field's width, fit into it.
CUT = """field => [...field.options].map(option => {
  field.value = option.value
  const style = getComputedStyle(field), probe = document.createElement("div")
  const arrow = 20, inside = field.clientWidth - 2 * parseFloat(style.paddingLeft) - arrow
  Object.assign(probe.style, {position: "absolute", font: style.font, whiteSpace: style.whiteSpace,
    width: style.whiteSpace === "normal" ? `${inside}px` : "max-content"})
  probe.textContent = option.text
  document.body.append(probe)
  const {width, height} = probe.getBoundingClientRect()
  probe.remove()
  const fits = width <= inside + 1 && height <= field.clientHeight + 1
  return fits ? "" : option.text
}).filter(Boolean)"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP, {"width": 1440, "height": 900}])
@pytest.mark.parametrize("place", HISTORIES, ids=lambda place: place.site)
def test_no_name_of_an_edition_is_cut(readers: Readers, place: Place, size: ViewportSize) -> None:
    for language in LANGUAGES:
        page = readers.open(place, language, viewport=size)
        assert cut(page) == []


def cut(page: Page) -> list[str]:
    """The names that do not fit into one of the fields."""
    fields = page.locator(".inforce-compare select").all()
    assert len(fields) == 2
    return [name for field in fields for name in field.evaluate(CUT)]
