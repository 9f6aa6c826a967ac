"""A page that nobody built again shows what is in force by the clock of the site's own server."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from inforce.model import Text
from tests.browser.bare import write
from tests.browser.places import POLICY
from tests.browser.readers import Readers
from tests.browser.server import Hosted, hosting
from tests.factory import Factory, clause, day, texts

NEXT = day("2026-05-01")
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
BUILT = day("2026-04-20")
ZONES = ["Asia/Almaty", "Pacific/Kiritimati", "America/Los_Angeles"]


@dataclass
class Site:
    """A site that was built on 20 April; its next edition takes effect on 1 May."""

    factory: Factory
    hosted: Hosted
    readers: Readers

    def open(
        self, path: str = "en/privacy/", at: datetime | None = None, **settings: object
    ) -> Page:
        """A page before a reader whose own clock shows `at`, which is that of the site if None."""
        page = self.readers.new(**settings)
        page.clock.install(time=at or self.hosted.moment or BUILT)
        page.goto(self.hosted.address + path)
        return page

    def build(self, moment: datetime) -> None:
        write(self.factory, moment, self.hosted.folder)


@contextmanager
def served(factory: Factory, folder: Path, browser: Browser) -> Iterator[Site]:
    write(factory, BUILT, folder)
    with ExitStack() as stack:
        hosted = stack.enter_context(hosting(folder, BUILT))
        readers = Readers(browser, {"bare": hosted})
        stack.callback(readers.close)
        yield Site(factory, hosted, readers)


@pytest.fixture
def factory(tmp_path: Path) -> Factory:
    """Two editions and then an end, and a document that begins with the second of them."""
    factory = Factory(tmp_path / "project")
    factory.publish("2026-03-01", texts("old"))
    factory.publish("2026-05-01", longer("new"))
    factory.publish("2026-05-01", texts("first", "offers"))
    factory.repeal("privacy", "2026-09-01", "2026-01-02", ("offers",))
    return factory


def longer(words: str) -> tuple[Text, ...]:
    """Texts in which a clause stands further down than before."""
    more = tuple(clause(f"more-{n}", f"{n}.", "More words. " * 60) for n in range(10, 20))
    return tuple(replace(text, clauses=(*more, *text.clauses)) for text in texts(words))


@pytest.fixture
def site(factory: Factory, tmp_path: Path, browser: Browser) -> Iterator[Site]:
    with served(factory, tmp_path / "site", browser) as site:
        yield site


def notices(page: Page) -> str:
    """What is said above the text."""
    found = page.locator(".inforce-standing").all_inner_texts()
    return " ".join(" ".join(found).replace("\u00a0", " ").split())


def shows(page: Page, words: str) -> None:
    expect(page.locator("#scope p")).to_contain_text(f"Scope [en] {words}")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("moment", "words"), [(NEXT - SECOND, "old"), (NEXT, "new"), (NEXT + HOUR, "new")]
)
def test_the_next_text_is_there_from_its_instant_on_wherever_a_reader_is(
    site: Site, moment: datetime, words: str, zone: str
) -> None:
    site.hosted.moment = moment
    page = site.open(timezone_id=zone)
    shows(page, words)
    since = "1 March" if words == "old" else "1 May"
    expect(page.locator(".inforce-notice--in-force")).to_contain_text(since)
    assert readers_of(site) == []


def readers_of(site: Site) -> list[str]:
    """What the browsers complained of."""
    return site.readers.noise


@pytest.mark.parametrize("wrong", [timedelta(days=-400), timedelta(days=400)], ids=str)
@pytest.mark.parametrize(("moment", "words"), [(NEXT - HOUR, "old"), (NEXT + HOUR, "new")])
def test_a_readers_wrong_clock_changes_nothing(
    site: Site, moment: datetime, words: str, wrong: timedelta
) -> None:
    site.hosted.moment = moment
    page = site.open(at=moment + wrong)
    page.wait_for_load_state("networkidle")
    shows(page, words)
    assert page.locator(".inforce-notice--superseded").count() == 0
    assert page.locator("[data-doubt]").count() == 0


def test_the_whole_page_becomes_that_of_the_next_text(site: Site) -> None:
    site.hosted.moment = NEXT + HOUR
    page = site.open("en/privacy/#scope")
    shows(page, "new")
    assert page.url.endswith("/en/privacy/#scope")
    assert "edition 2" in page.title()
    assert page.locator("nav a").count() == 2
    expect(page.locator("article")).to_have_attribute("data-edition", "2026-05-01")
    expect(page.locator(".clause:target")).to_have_id("scope")
    expect(page.locator("#scope")).to_be_in_viewport()
    assert page.locator("[role=status]").text_content() == (
        "In force from 1\u00a0May 2026 until 1\u00a0September 2026."
    )
    assert "edition No. 2" in page.evaluate(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--inforce-title')"
    )
    hrefs = page.evaluate("() => [...document.querySelectorAll('main a')].map(one => one.href)")
    paths = {urlsplit(href).path for href in hrefs if href.endswith("/")}
    assert len(paths) >= 5
    assert [
        one for one in paths if not (site.hosted.folder / one[1:] / "index.html").exists()
    ] == []


def test_a_page_that_stays_open_changes_at_the_instant(site: Site) -> None:
    site.hosted.moment = NEXT - HOUR
    page = site.open()
    page.wait_for_load_state("networkidle")
    shows(page, "old")
    page.clock.run_for("59:30")
    shows(page, "old")
    site.hosted.moment = NEXT + SECOND
    page.clock.run_for("00:35")
    shows(page, "new")
    assert readers_of(site) == []


def test_a_page_that_is_looked_at_again_asks_again(site: Site) -> None:
    page = site.open()
    page.wait_for_load_state("networkidle")
    site.hosted.moment = NEXT + HOUR
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    shows(page, "new")


def test_a_reader_keeps_their_place(site: Site) -> None:
    page = site.open(viewport={"width": 390, "height": 300})
    page.wait_for_load_state("networkidle")
    page.locator("#contacts").evaluate("one => scrollTo(0, one.offsetTop - 20)")
    place = "() => Math.round(document.querySelector('#contacts').getBoundingClientRect().top)"
    before = page.evaluate(place)
    site.hosted.moment = NEXT + HOUR
    page.evaluate("() => dispatchEvent(new Event('online'))")
    shows(page, "new")
    assert abs(page.evaluate(place) - before) <= 2


def test_what_a_cache_held_is_older_than_its_date(site: Site) -> None:
    site.hosted.moment, site.hosted.age = NEXT - 5 * SECOND, 10
    shows(site.open(), "new")


def test_an_end_takes_the_text_away(site: Site) -> None:
    site.hosted.moment = day("2026-09-01")
    page = site.open()
    expect(page.locator(".inforce-notice--repealed")).to_contain_text("no longer in force")
    assert page.locator("article").count() == 0
    assert page.locator("nav a").count() == 0
    expect(page.locator(".inforce-notice--repealed a")).to_have_attribute(
        "href", re.compile("offers")
    )


def test_a_document_begins(site: Site) -> None:
    page = site.open("en/offers/")
    page.wait_for_load_state("networkidle")
    assert notices(page).startswith("Not in force until 1 May 2026")
    site.hosted.moment = NEXT
    page.evaluate("() => dispatchEvent(new Event('online'))")
    shows(page, "first")


@pytest.mark.parametrize(
    ("path", "moment", "before", "after"),
    [
        ("2026-05-01", NEXT, "Not in force until 1 May", "In force from 1 May"),
        ("2026-05-01", day("2026-09-01"), "Not in force until 1 May", "The document is no longer"),
        ("2026-03-01", NEXT, "In force from 1 March 2026 until 1 May", "Earlier edition"),
    ],
)
def test_a_dated_page_says_where_its_edition_stands_now(
    site: Site, path: str, moment: datetime, before: str, after: str
) -> None:
    page = site.open(f"en/privacy/{path}/")
    page.wait_for_load_state("networkidle")
    assert notices(page).startswith(before)
    site.hosted.moment = moment
    page.evaluate("() => dispatchEvent(new Event('online'))")
    expect(page.locator(".inforce-state").first).to_contain_text(after)


@pytest.mark.parametrize(
    ("path", "moment", "cited"),
    [
        ("privacy/", NEXT, "действует с 01.05.2026)"),
        ("privacy/2026-05-01/", NEXT, "действует с 01.05.2026)"),
        ("privacy/2026-03-01/", NEXT, "действовала с 01.03.2026 до 01.05.2026)"),
        ("privacy/2026-05-01/", day("2026-09-01"), "действовала с 01.05.2026 до 01.09.2026)"),
        ("kk/privacy/2026-03-01/", NEXT, "2026 жылғы 1 мамырға дейін қолданылды)"),
        ("offers/", NEXT, "действует с 01.05.2026)"),
    ],
)
def test_a_clause_is_cited_as_its_edition_stands_now(
    site: Site, path: str, moment: datetime, cited: str
) -> None:
    site.hosted.moment = moment
    page = site.open(path, at=BUILT)
    page.wait_for_function("() => document.querySelector('.inforce-said').textContent")
    signs = page.locator("a.permalink")
    expect(page.locator("a.permalink[role=button]")).to_have_count(signs.count())
    page.locator("#scope > a.permalink").click()
    expect(page.locator("#_cited")).to_contain_text(cited)
    life = str(page.locator(".inforce-cite-life").evaluate("one => one.pathname"))
    assert (site.hosted.folder / life[1:] / "index.html").exists()
    assert readers_of(site) == []


def test_the_list_of_editions_changes_its_colours(site: Site) -> None:
    site.hosted.moment = NEXT
    page = site.open("en/privacy/history/")
    for kind in ("li.inforce-entry", "g.inforce-bar"):
        expect(page.locator(kind).nth(0)).to_have_class(re.compile("--in-force"))
        expect(page.locator(kind).nth(1)).to_have_class(re.compile("--superseded"))


def test_a_page_of_the_new_build_is_taken_as_it_is(site: Site) -> None:
    page = site.open()
    page.wait_for_load_state("networkidle")
    site.hosted.moment = NEXT + HOUR
    site.build(NEXT + HOUR)
    page.evaluate("() => dispatchEvent(new Event('online'))")
    shows(page, "new")
    assert page.title() == "Policy privacy"


def test_an_edition_withdrawn_meanwhile_is_not_shown(
    tmp_path: Path, factory: Factory, browser: Browser
) -> None:
    last = factory.publish("2026-06-01", texts("withdrawn", "offers"), recorded="2026-01-03")
    with served(factory, tmp_path / "site", browser) as site:
        site.hosted.moment = NEXT + HOUR
        page = site.open("en/offers/")
        shows(page, "first")
        factory.withdraw(last, "2026-05-02")
        site.build(day("2026-05-03"))
        site.hosted.moment = day("2026-06-02")
        page.evaluate("() => dispatchEvent(new Event('online'))")
        page.wait_for_load_state("networkidle")
        shows(page, "first")
        expect(page.locator(".inforce-notice--in-force")).to_contain_text("1 May")


@pytest.mark.parametrize("reason", ["no date", "no answer"])
def test_where_nobody_tells_the_time_a_doubt_is_told_and_nothing_shown(
    site: Site, reason: str
) -> None:
    page = site.readers.new()
    page.clock.install(time=NEXT - HOUR)
    if reason == "no date":
        site.hosted.moment = None
    else:
        page.route("**/*time=*", lambda route: route.abort())
    page.goto(site.hosted.address + "en/privacy/")
    page.wait_for_load_state("networkidle")
    assert notices(page).startswith("In force from 1 March 2026 until 1 May 2026.")
    page.clock.run_for("01:01:30")
    expect(page.locator("[data-doubt]")).to_be_visible()
    assert notices(page).startswith("From 1 May 2026 another edition applies Read it: edition 2")
    shows(page, "old")
    page.unroute("**/*time=*")
    site.hosted.moment = NEXT + HOUR
    page.evaluate("() => dispatchEvent(new Event('online'))")
    shows(page, "new")


def test_who_goes_offline_is_told_at_the_instant_where_the_next_text_is(site: Site) -> None:
    """The site said what time it was, and time has passed since; the reader's clock is wrong."""
    site.hosted.moment = NEXT - HOUR
    page = site.open(at=day("2020-01-01"))
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.clock.run_for("59:00")
    assert notices(page).startswith("In force from 1 March 2026 until 1 May 2026.")
    page.clock.run_for("02:30")
    expect(page.locator(".inforce-notice--superseded")).to_be_visible()
    expect(page.locator("[data-doubt]")).to_be_hidden()
    shows(page, "old")
    site.hosted.moment = NEXT + HOUR
    page.context.set_offline(False)
    shows(page, "new")


def test_an_old_text_is_marked_before_it_is_seen(site: Site) -> None:
    """Also while the server is slow to say what time it is."""
    site.hosted.moment = NEXT + HOUR
    page = site.readers.new()
    page.clock.install(time=NEXT + HOUR)
    page.route("**/*time=*", lambda route: None)
    page.goto(site.hosted.address + "en/privacy/")
    assert notices(page).startswith("From 1 May 2026 another edition applies")
    assert page.locator("[data-doubt]").is_hidden()
    assert page.locator(".inforce-notice--in-force").count() == 0


def test_a_text_that_cannot_be_had_leaves_a_notice_with_a_link(site: Site) -> None:
    site.hosted.moment = NEXT + HOUR
    site.hosted.lost.add("en/privacy/2026-05-01/")
    page = site.open()
    expect(page.locator(".inforce-notice--superseded a")).to_have_attribute(
        "href", re.compile("privacy/2026-05-01/")
    )
    assert "The text below applies until 1 May 2026." in notices(page)
    shows(page, "old")
    site.hosted.lost.clear()
    page.clock.run_for("01:05")
    shows(page, "new")


def test_without_javascript_every_sentence_stays_true(site: Site) -> None:
    site.hosted.moment = NEXT + HOUR
    page = site.readers.new(java_script_enabled=False)
    page.goto(site.hosted.address + "en/privacy/")
    assert notices(page).startswith(
        "In force from 1 March 2026 until 1 May 2026. The permanent address of this edition: "
        "edition 1 (from 1 March 2026). The document ceases to have effect on 1 September 2026. "
        "In its place: Policy offers. From 1 May 2026 another edition applies What changes: "
        "Summary [en] new Read it: edition 2 (from 1 May 2026)."
    )
    page.goto(site.hosted.address + "en/privacy/2026-05-01/")
    assert notices(page).startswith("Not in force until 1 May 2026 Until then this one")


@pytest.mark.parametrize("moment", [day("2030-01-01") - SECOND, day("2030-01-01")], ids=str)
def test_the_whole_site_does_so_too(readers: Readers, moment: datetime) -> None:
    """With the theme around it, and all its scripts."""
    hosted = readers.hosted[POLICY.site]
    before, hosted.moment = hosted.moment, moment
    try:
        page = readers.new()
        page.clock.install(time=moment)
        page.goto(readers.address(POLICY, "kk"))
        edition = "2030-01-01" if moment.year == 2030 else "2026-11-21"
        expect(page.locator("article[data-edition]")).to_have_attribute("data-edition", edition)
        links = page.locator(".md-sidebar--secondary .md-nav__link").all()
        assert links
        for link in links:
            assert page.locator(
                f"[id='{str(link.get_attribute('href')).partition('#')[2]}']"
            ).count()
        signs = page.locator("article a.permalink")
        expect(page.locator("article a.permalink[role=button]")).to_have_count(signs.count())
        page.locator("#scope > a.permalink").click()
        expect(page.locator(".inforce-cite")).to_be_visible()
        assert readers.noise == []
    finally:
        hosted.moment = before
