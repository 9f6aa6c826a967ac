"""The menu beside a clause: what it copies, for every reader and device."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import POLICY, SUPERSEDED, Place
from tests.browser.readers import DESKTOP, EACH, PHONE, Readers
from tests.browser.test_accessible import AXE, RUN
from tests.built import LANGUAGES

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
ADDRESS = "https://policies.dala-market.example/"
FINGER: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
CITED = {
    "ru": "подпункт 1) пункта 1.2 Политики конфиденциальности ТОО «Дала Маркет»"
    " (редакция № 3 от 20.11.2026, действует с 21.11.2026)",
    "kk": "«Дала Маркет» ЖШС Құпиялылық саясатының 1.2-тармағының 1) тармақшасы"
    " (2026 жылғы 20 қарашадағы № 3 редакция, 2026 жылғы 21 қарашадан бастап қолданылады)",
    "en": "clause 1.2, sub-clause 1) of the Privacy Policy of Dala Market LLP"
    " (edition No. 3 of 20 November 2026, in force from 21 November 2026;"
    " unofficial translation)",
}
LINKS = {
    "ru": f"{ADDRESS}privacy/2026-11-21/#site",
    "kk": f"{ADDRESS}kk/privacy/2026-11-21/#site",
    "en": f"{ADDRESS}en/privacy/2026-11-21/#site",
}
COPIES = {
    "ru": ("Скопировать реквизиты и адрес", "Скопировать адрес", "Скопировано"),
    "kk": ("Деректемелері мен мекенжайын көшіру", "Мекенжайын көшіру", "Көшірілді"),
    "en": ("Copy citation", "Copy link", "Copied"),
}


def opened(readers: Readers, language: str, place: Place = POLICY, **settings: Any) -> Page:
    """A page with the menu of a point open."""
    page = readers.open(place, language, **settings)
    page.locator("#site > .permalink").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=CITED[language][:10])).to_be_visible()
    return page


def clipboard(page: Page) -> str:
    return str(page.evaluate("() => navigator.clipboard.readText()"))


@EACH
def test_a_citation_and_a_permanent_link_are_copied(
    readers: Readers, language: str, size: Any
) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    page = opened(readers, language, viewport=size, permissions=permissions)
    both, link, copied = COPIES[language]
    page.get_by_role("button", name=both, exact=True).click()
    expect(page.get_by_role("status").filter(has_text=copied)).to_be_visible()
    assert clipboard(page) == f"{CITED[language]}\n{LINKS[language]}"
    page.get_by_role("button", name=link, exact=True).click()
    expect(page.get_by_role("status").filter(has_text=copied)).to_be_visible()
    assert clipboard(page) == LINKS[language]
    assert readers.noise == []


@EVERY_LANGUAGE
def test_where_nothing_may_be_copied_the_words_are_selected(
    readers: Readers, language: str
) -> None:
    page = opened(readers, language)
    page.evaluate("() => navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.get_by_role("button", name=COPIES[language][0], exact=True).click()
    page.wait_for_function("() => getSelection().toString()")
    selected = str(page.evaluate("() => getSelection().toString()"))
    assert selected.split("\n")[0] == CITED[language]
    assert selected.rstrip().endswith(LINKS[language])
    assert page.locator(".inforce-cite [role=status]").inner_text()


def test_a_keyboard_opens_it_goes_through_it_and_comes_back(readers: Readers) -> None:
    page = readers.open(POLICY, "en")
    sign = page.get_by_role("button", name="Cite: clause 1.2, sub-clause 1)", exact=True)
    sign.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Copy citation")).to_be_focused()
    for name in ("Copy link", "History of this clause", "Close"):
        page.keyboard.press("Tab")
        expect(page.locator(".inforce-cite :focus")).to_have_text(name)
    page.keyboard.press("Enter")
    expect(page.locator(".inforce-cite")).to_be_hidden()
    expect(sign).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".inforce-cite")).to_be_hidden()
    expect(sign).to_be_focused()


@pytest.mark.parametrize(
    ("look", "size", "language"), [("light", DESKTOP, "kk"), ("dark", PHONE, "ru")]
)
def test_axe_finds_nothing_in_an_open_menu(
    readers: Readers, look: Any, size: Any, language: str
) -> None:
    page = opened(readers, language, viewport=size, color_scheme=look)
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []


BOXES = """selector => [...document.querySelectorAll(selector)]
  .map(it => it.getBoundingClientRect()).map(({x, width, height}) => [x, width, height])"""


@pytest.mark.parametrize(("settings", "least"), [({}, 24), (FINGER, 44)], ids=["desktop", "phone"])
def test_every_sign_and_button_is_large_enough(
    readers: Readers, settings: dict[str, Any], least: int
) -> None:
    page = opened(readers, "ru", **settings)
    signs = page.evaluate(BOXES, ".inforce-text .permalink")
    assert len(signs) >= 40
    for left, width, height in [*signs, *page.evaluate(BOXES, ".inforce-cite button")]:
        assert left >= 0
        assert min(round(width), round(height)) >= least
    assert page.evaluate("() => document.documentElement.scrollWidth <= outerWidth")


def test_a_finger_opens_it_and_no_sign_lies_over_a_link(readers: Readers) -> None:
    page = readers.open(POLICY, "kk", **FINGER)
    page.locator("#site > .permalink").tap()
    expect(page.locator(".inforce-cite")).to_be_visible()
    expect(page.locator(".inforce-cite")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Жабу").tap()
    covered = page.evaluate(
        """() => [...document.querySelectorAll(".inforce-text a:not(.permalink)")].filter(link => {
          link.scrollIntoView({block: "center"});
          const {x, y} = link.getClientRects()[0];
          return document.elementFromPoint(x + 2, y + 8)?.closest("a") !== link;
        }).map(link => link.outerHTML)"""
    )
    assert covered == []


@SIZES
def test_it_shows_on_the_screen_wherever_the_clause_is(readers: Readers, size: Any) -> None:
    page = readers.open(POLICY, "ru", viewport=size)
    for sign in (page.locator(".permalink").first, page.locator(".permalink").last):
        sign.scroll_into_view_if_needed()
        sign.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".inforce-cite")).to_be_in_viewport(ratio=1)
        page.keyboard.press("Escape")


def test_the_words_of_the_text_are_the_same_with_it(readers: Readers) -> None:
    page = readers.open(POLICY, "ru")
    before = page.locator("article .inforce-text, article.inforce-text").text_content()
    page = opened(readers, "ru")
    assert page.locator("article .inforce-text, article.inforce-text").text_content() == before


def test_without_a_script_the_sign_is_a_link(readers: Readers) -> None:
    page = readers.open(POLICY, "ru", java_script_enabled=False)
    sign = page.locator("#site > .permalink")
    assert sign.get_attribute("role") is None
    sign.click()
    assert page.url.endswith("#site")
    assert page.locator(".inforce-cite").count() == 0


def test_a_link_is_opened_elsewhere_as_any_link(readers: Readers) -> None:
    page = readers.open(POLICY, "ru")
    with page.context.expect_page() as other:
        page.locator("#site > .permalink").click(modifiers=["ControlOrMeta"])
    assert other.value.url.endswith("#site")
    assert page.locator(".inforce-cite").count() == 0


def test_an_earlier_edition_says_until_when_it_was_in_force(readers: Readers) -> None:
    page = readers.open(SUPERSEDED, "ru")
    page.locator("#site > .permalink").click()
    cited = page.locator("#_cited")
    expect(cited).to_contain_text("редакция № 2 от 10.02.2025, действовала с 01.03.2025 до")


def test_nothing_of_it_is_printed(readers: Readers) -> None:
    page = opened(readers, "ru")
    page.emulate_media(media="print")
    assert page.locator(".inforce-cite, .permalink").locator("visible=true").count() == 0
