"""The colours: readable, in light and in dark; and a site's own in one line."""

import re
from pathlib import Path

import pytest

from inforce.render import THEME

ROOT = Path(__file__).parents[2]
CSS = (THEME / "assets" / "inforce.css").read_text("utf-8")
STATES = ("in-force", "scheduled", "superseded", "withdrawn", "repealed", "draft")


def luminance(colour: tuple[float, ...]) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def contrast(ink: str, paper: str, tint: float = 0.07) -> float:
    """The contrast of a colour with a paper that is tinted with it (WCAG 2.2, 1.4.3)."""
    mixed = tuple(a * tint + b * (1 - tint) for a, b in zip(rgb(ink), rgb(paper), strict=True))
    low, high = sorted((luminance(rgb(ink)), luminance(mixed)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("state", STATES)
def test_the_colour_of_each_state_can_be_read_in_light_and_dark(state: str) -> None:
    light, dark = re.findall(rf"--inforce-{state}: (#\w{{6}});", CSS)
    assert contrast(light, "#ffffff") >= 4.5
    assert contrast(dark, "#1f242d") >= 4.5


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_a_sign_beside_its_colour(state: str) -> None:
    rule = CSS.partition(f".inforce-notice--{state} {{")[2].partition("\n}")[0]
    assert f"--inforce-colour: var(--inforce-{state})" in rule
    assert "--inforce-sign: url(" in rule


def test_one_line_changes_the_colour_and_white_words_can_be_read_on_it() -> None:
    look = (ROOT / "overrides" / "assets" / "look.css").read_text("utf-8")
    found = re.findall(r"--inforce-brand: (#\w{6});", look)
    assert len(found) == 1
    assert contrast("#ffffff", found[0], 0) >= 4.5
    assert "--inforce-brand" in (ROOT / "docs" / "look.md").read_text("utf-8")
    assert "assets/look.css" in (ROOT / "mkdocs.yml").read_text("utf-8")
