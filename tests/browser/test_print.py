"""A text on paper: a document, not a picture of a web page."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from tests.browser.places import POLICY, SUPERSEDED, Place
from tests.browser.readers import Readers
from tests.built import LANGUAGES

BASE = "https://policies.dala-market.example/"
TITLES = {"ru": "Политика конфиденциальности", "kk": "Құпиялылық саясаты", "en": "Privacy Policy"}
# A page, the number of its edition, and a language.
PRINTED = [(POLICY, "3", "ru"), (POLICY, "3", "kk"), (POLICY, "3", "en"), (SUPERSEDED, "2", "kk")]
SCREEN_ONLY = "header, nav, form, dialog, button, .md-skip, .permalink, .headerlink"
CHANGES = Place("example", "privacy/2026-11-21/changes/")
# Pages with tables, and how wide their sheets are without the margins, in pixels.
TABLES = [
    (POLICY, "kk", 624),
    (CHANGES, "ru", 624),
    (Place("example", "cookies/"), "kk", 624),
    (Place("states", "privacy/"), "ru", 624),
    (Place("example", "privacy/parallel/"), "ru", 1017),
    (Place("example", "cookies/parallel/"), "kk", 1017),
]
# The words in tables that do not stand on one line.
CUT = """() => {
  const found = [], range = document.createRange()
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const node = walk.currentNode
    if (!node.parentElement.closest(".inforce-table") || node.parentElement.closest("a")) continue
    for (const {0: word, index} of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const lines = [...range.getClientRects()].map(it => Math.round(it.top))
      if (new Set(lines).size > 1) found.push(word)
    }
  }
  return found
}"""
TOO_WIDE = """() => [...document.querySelectorAll(".table")].filter(it =>
  it.firstElementChild.offsetWidth > it.offsetWidth + 1).length"""


@pytest.mark.parametrize(("place", "number", "language"), PRINTED)
def test_every_sheet_says_what_it_is_of(
    readers: Readers, place: Place, number: str, language: str
) -> None:
    sheets = printed(readers.open(place, language))
    assert len(sheets) > 3
    edition = re.compile(rf"(№|No\.|edition){number}(?!\d)|,{number}[-‑]редакция")
    for count, sheet in enumerate(sheets, 1):
        assert bare(TITLES[language]) in sheet, count
        assert edition.search(sheet), count
        assert BASE + place.within(language) in sheet, count
        assert counted(count, len(sheets)).search(sheet), count


def printed(page: Page) -> list[str]:
    """The words of each sheet, without spaces."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return [bare(sheet.extract_text()) for sheet in PdfReader(BytesIO(pdf)).pages]


def bare(words: str) -> str:
    """Words without spaces: a line may break in any of them."""
    return re.sub(r"\s", "", words)


def counted(count: int, total: int) -> re.Pattern[str]:
    """`3 / 9`, `3 из 9` or `9-дан 3`."""
    return re.compile(rf"(?<!\d)({count}\D{{1,6}}{total}|{total}\D{{1,6}}{count})(?!\d)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_helps_on_a_screen_is_not_printed(readers: Readers, language: str) -> None:
    page = readers.open(SUPERSEDED, language)
    page.emulate_media(media="print")
    shown = page.locator(SCREEN_ONLY).locator("visible=true")
    assert shown.evaluate_all("them => them.map(it => it.outerHTML.slice(0, 90))") == []
    assert page.locator(".inforce-notice--superseded").is_visible()


def test_a_dark_page_is_printed_on_white(readers: Readers) -> None:
    page = readers.open(POLICY, "ru", color_scheme="dark")
    page.emulate_media(media="print")
    ink = page.locator("article p").first.evaluate("it => getComputedStyle(it).color")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 3 * 80


def test_a_wide_table_is_printed_whole(readers: Readers) -> None:
    page = readers.open(Place("states", "privacy/"), "en")
    words = "".join(printed(page))
    assert all(f"Line2{column}" in words for column in range(1, 9))


@pytest.mark.parametrize(("place", "language", "width"), TABLES)
def test_no_word_of_a_printed_table_is_cut(
    readers: Readers, place: Place, language: str, width: int
) -> None:
    page = readers.open(place, language, viewport={"width": width, "height": 900})
    page.emulate_media(media="print")
    assert page.locator(".inforce-table").count()
    assert page.evaluate(CUT) == []
    assert page.evaluate(TOO_WIDE) == 0


def test_a_wide_table_stays_in_the_column_of_its_language(readers: Readers) -> None:
    size = {"width": 1017, "height": 900}
    page = readers.open(Place("states", "privacy/parallel/"), "kk", viewport=size)
    page.emulate_media(media="print")
    assert page.evaluate(TOO_WIDE) == 0


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_redline_is_printed_as_it_says_with_its_folds_closed(
    readers: Readers, language: str
) -> None:
    page = readers.open(CHANGES, language)
    folds = page.locator(".inforce-redline > .unchanged, .inforce-redline > .clause > .unchanged")
    captions = [bare(words) for words in folds.locator("> summary").all_text_contents()]
    folded = [bare(words) for words in folds.locator("> .clause > p").all_text_contents()]
    sheets = printed(page)
    words = "".join(sheets)
    assert captions
    assert all(caption in words for caption in captions)
    assert folded
    assert not [clause for clause in folded if clause in words]
    assert len(sheets) < 5
    page.emulate_media(media="print")
    arrow = "it => getComputedStyle(it, '::after').display"
    assert folds.locator("> summary").first.evaluate(arrow) == "none"


def test_compared_words_are_as_large_as_those_of_a_text(readers: Readers) -> None:
    sizes = set()
    for place in (POLICY, CHANGES, Place("example", "privacy/clauses/")):
        page = readers.open(place, "ru")
        page.emulate_media(media="print")
        text = page.locator(".inforce-text, .inforce-redline").first
        sizes.add(text.evaluate("it => getComputedStyle(it).fontSize"))
    assert sizes == {"14px"}


def test_the_margins_of_a_sheet_are_dark_whatever_the_palette(readers: Readers) -> None:
    page = readers.open(POLICY, "ru", color_scheme="dark")
    page.wait_for_selector("[data-md-color-scheme=slate]")
    inks = first_inks(page)
    assert len(inks) > 3
    assert max(inks) < 0.3


def first_inks(page: Page) -> list[float]:
    """The brightest part of the colour of each sheet's first words, those of its upper margin."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return [first_ink(sheet) for sheet in PdfReader(BytesIO(pdf)).pages]


def first_ink(sheet: PageObject) -> float:
    """The last fill (`rg`) before the first words (`Tj`, `TJ`)."""
    contents = sheet.get_contents()
    assert contents is not None
    before = re.split(rb"\bT[jJ]\b", contents.get_data())[0]
    return max(map(float, re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg\b", before)[-1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_printed_policy_points_at_is_on_paper(readers: Readers, language: str) -> None:
    page = readers.open(POLICY, language)
    digests = page.locator(".inforce-files code").all_text_contents()
    words = "".join(printed(page))
    dated = Place("example", "privacy/2026-11-21/").within(language)
    assert f"<{BASE}{dated}>" in words
    assert digests
    assert all(digest in words for digest in digests)


def test_an_earlier_edition_gives_the_address_of_the_text_in_force(readers: Readers) -> None:
    words = "".join(printed(readers.open(SUPERSEDED, "kk")))
    assert f"<{BASE}{POLICY.within('kk')}>" in words
