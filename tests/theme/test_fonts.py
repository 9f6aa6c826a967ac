"""Every letter that a page can show is in the site's own fonts, and a first page stays light."""

import gzip
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from inforce.render import LOCALE, THEME

ASSETS = THEME / "assets"
CONTENT = Path(__file__).parents[2] / "content"

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = "ӘҒҚҢӨҰҮҺІәғқңөұүһі"
FIGURES = "0123456789"
ASCII_SIGNS = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
SIGNS = "₸₽€№«»„“”‘’–—…§°×→←¶•·−±©™\u00a0\u202f\u2011"
WRITTEN = frozenset(LATIN + RUSSIAN + KAZAKH + FIGURES + ASCII_SIGNS + SIGNS)
# A browser draws the hyphen that does not break as the hyphen that does, U+2010.
DRAWN_AS = {"\u2011": "\u2010"}

TEXT, CODE = "Inforce Serif", "Inforce Mono"
STYLES = {
    "normal": ("serif", "serif-more"),
    "italic": ("serif-italic", "serif-italic-more"),
    "bold italic": ("serif-bold-italic", "serif-bold-italic-more"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """An `@font-face` rule: its descriptors, and the name of the file or "" for a local font."""

    descriptors: dict[str, str]
    file: str

    @property
    def characters(self) -> frozenset[str]:
        ranges = re.findall(r"U\+(\w+)(?:-(\w+))?", self.descriptors["unicode-range"])
        codes = (range(int(a, 16), int(b or a, 16) + 1) for a, b in ranges)
        return frozenset(chr(code) for one in codes for code in one)

    def percent(self, name: str) -> float:
        return float(self.descriptors[name].removesuffix("%")) / 100


@cache
def rules() -> tuple[Rule, ...]:
    return tuple(_rules((ASSETS / "fonts.css").read_text(encoding="utf-8")))


def _rules(css: str) -> Iterator[Rule]:
    for body in re.findall(r"@font-face \{(.*?)\}", css, re.DOTALL):
        pairs = (one.split(":", 1) for one in body.split(";") if one.strip())
        descriptors = {name.strip(): " ".join(value.split()) for name, value in pairs}
        file = re.match(r'url\("fonts/([\w-]+)\.woff2"\) format\("woff2"\)$', descriptors["src"])
        yield Rule(descriptors, file[1] if file else "")


SHIPPED = {rule.file: rule for rule in rules() if rule.file}
LOCAL = [rule for rule in rules() if not rule.file]


@cache
def font(file: str) -> TTFont:
    return TTFont(ASSETS / "fonts" / f"{file}.woff2")


@cache
def drawn(file: str) -> frozenset[str]:
    """The characters for which the browser takes a glyph from a file."""
    mapped = {chr(code) for code in font(file).getBestCmap()}
    mapped |= {one for one, other in DRAWN_AS.items() if other in mapped}
    return frozenset(mapped & SHIPPED[file].characters)


def lacking(text: str, *files: str) -> str:
    have = frozenset().union(*(drawn(file) for file in files))
    return "".join(sorted({one for one in text if unicodedata.category(one) != "Cc"} - have))


def weight(*files: str) -> int:
    return sum((ASSETS / "fonts" / f"{file}.woff2").stat().st_size for file in files)


def test_the_rules_name_every_file_and_no_other() -> None:
    assert {path.stem for path in (ASSETS / "fonts").glob("*.woff2")} == set(SHIPPED)
    assert set(SHIPPED) == {"mono"}.union(*STYLES.values())


@pytest.mark.parametrize("style", STYLES)
def test_the_first_file_of_each_style_writes_the_three_languages(style: str) -> None:
    assert lacking("".join(WRITTEN), STYLES[style][0]) == ""


@pytest.mark.parametrize("style", STYLES)
def test_accents_and_cyrillic_of_other_languages_are_in_the_second_file(style: str) -> None:
    assert lacking("ÀÉÑÖÜßàéñöüçåøæłŁšžčğıİşŪ ЂЃЄЇЙЎЏђєїўҐґ ½²³≈≤≥≠‰†", *STYLES[style]) == ""


@pytest.mark.parametrize("file", SHIPPED)
def test_a_rule_promises_what_its_file_has_and_the_file_carries_nothing_else(file: str) -> None:
    mapped = {chr(code) for code in font(file).getBestCmap()}
    assert mapped <= SHIPPED[file].characters
    if not file.endswith("-more"):
        assert drawn(file) == SHIPPED[file].characters


@pytest.mark.parametrize(("first", "second"), STYLES.values())
def test_no_character_is_in_two_files_of_a_style(first: str, second: str) -> None:
    assert not SHIPPED[first].characters & SHIPPED[second].characters


@pytest.mark.parametrize("catalogue", sorted(LOCALE.rglob("*.po")), ids=lambda path: path.parts[-3])
def test_every_word_of_the_pages_needs_only_the_first_file(catalogue: Path) -> None:
    with catalogue.open("rb") as file:
        words = [(message.id, message.string) for message in read_po(file)]
    assert len(words) > 50
    assert lacking(str(words).replace("\\n", " "), "serif") == ""


def test_every_frozen_text_can_be_written() -> None:
    texts = sorted(CONTENT.glob("*/editions/*/*.txt"))
    assert texts
    for path in texts:
        assert lacking(path.read_text(encoding="utf-8"), *STYLES["normal"]) == "", path


def test_signs_in_templates_and_style_sheets_can_be_written() -> None:
    for path in sorted([*THEME.rglob("*.html"), *ASSETS.glob("*.css")]):
        assert lacking(path.read_text(encoding="utf-8"), *STYLES["normal"]) == "", path


def test_code_is_written_with_the_characters_of_a_keyboard() -> None:
    assert lacking(LATIN + FIGURES + ASCII_SIGNS, "mono") == ""


@pytest.mark.parametrize("file", ["serif", "serif-italic", "serif-bold-italic", "mono"])
def test_figures_have_one_width(file: str) -> None:
    glyphs, widths = font(file).getBestCmap(), font(file)["hmtx"]
    assert len({widths[glyphs[ord(figure)]][0] for figure in FIGURES}) == 1


@pytest.mark.parametrize("file", STYLES["normal"])
def test_every_weight_from_regular_to_bold_is_drawn_and_not_smeared(file: str) -> None:
    axis = next(one for one in font(file)["fvar"].axes if one.axisTag == "wght")
    declared = SHIPPED[file].descriptors["font-weight"]
    assert declared == f"{axis.minValue:.0f} {axis.maxValue:.0f}" == "400 700"


def test_no_late_font_takes_the_place_of_one_that_is_read_already() -> None:
    assert {rule.descriptors["font-display"] for rule in SHIPPED.values()} == {"optional"}


@pytest.mark.parametrize("rule", LOCAL, ids=lambda rule: rule.descriptors["src"].split('"')[1])
def test_a_font_of_the_reader_makes_lines_as_high_as_ours(rule: Rule) -> None:
    metrics, em = font("serif")["hhea"], font("serif")["head"].unitsPerEm
    scale = rule.percent("size-adjust")
    assert rule.percent("ascent-override") * scale == pytest.approx(metrics.ascent / em, abs=5e-4)
    assert rule.percent("descent-override") * scale == pytest.approx(
        -metrics.descent / em, abs=5e-4
    )
    assert rule.percent("line-gap-override") == metrics.lineGap == 0


@pytest.mark.parametrize("file", [file for files in STYLES.values() for file in files])
def test_every_style_makes_lines_of_the_same_height(file: str) -> None:
    metrics, other = font(file)["hhea"], font("serif")["hhea"]
    assert (metrics.ascent, metrics.descent) == (other.ascent, other.descent)
    assert font(file)["head"].unitsPerEm == font("serif")["head"].unitsPerEm


def test_the_theme_takes_these_families_first() -> None:
    css = (ASSETS / "fonts.css").read_text(encoding="utf-8")
    local = list(dict.fromkeys(rule.descriptors["font-family"] for rule in LOCAL))
    assert f'--md-text-font: "{TEXT}", {", ".join(local)}, serif;' in css
    assert f'--md-code-font: "{CODE}"' in css


def test_a_first_page_needs_at_most_45_kilobytes_of_fonts_and_60_with_italics() -> None:
    rules_weight = len(gzip.compress((ASSETS / "fonts.css").read_bytes()))
    assert weight("serif", "mono") + rules_weight <= 45_000
    assert weight("serif", "serif-italic", "mono") + rules_weight <= 60_000
    assert weight(*SHIPPED) <= 170_000


@pytest.mark.parametrize("file", SHIPPED)
def test_the_licence_comes_along_and_the_name_that_it_reserves_does_not(file: str) -> None:
    notices = (ASSETS / "fonts" / f"{file.split('-')[0]}-license.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in notices
    assert "with Reserved Font Name" in notices
    assert [name.nameID for name in font(file)["name"].names if name.nameID in (1, 4, 6, 16)] == []
    assert "Source" not in SHIPPED[file].descriptors["font-family"]
