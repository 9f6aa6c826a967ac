"""The page of all editions tells what was in force on a day."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.bare import write
from tests.browser.readers import PHONE, Readers
from tests.browser.server import Hosted, hosting
from tests.factory import Factory, day, texts

HISTORY = "en/privacy/history/"
NOW = day("2026-04-20")


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """A history with hours in it, that ends; one of which the beginning is not held."""
    folder = tmp_path_factory.mktemp("days")
    factory = Factory(folder / "project")
    factory.publish("2020-02-01", texts("", "terms"), number="3", imported="elsewhere")
    factory.publish("2026-02-01", texts("one"))
    factory.publish(day("2026-03-01") + timedelta(hours=14, minutes=20), texts("two"))
    factory.publish(day("2026-03-10"), texts("three"))
    factory.publish(day("2026-03-10") + timedelta(hours=9), texts("four"), identity="2026-03-10-2")
    withdrawn = factory.publish("2026-06-01", texts("five"))
    factory.publish("2026-07-01", texts("six"))
    factory.withdraw(withdrawn, "2026-01-02")
    factory.repeal("privacy", day("2026-09-01") + timedelta(hours=12), "2026-01-03")
    with hosting(write(factory, NOW, folder / "site"), NOW) as hosted:
        yield hosted


@pytest.fixture
def readers(browser: Browser, hosted: Hosted) -> Iterator[Readers]:
    readers = Readers(browser, {"bare": hosted})
    yield readers
    readers.close()


def ask(readers: Readers, question: str, path: str = HISTORY, **settings: object) -> Page:
    """The page at an address, in April 2026."""
    page = readers.new(**settings)
    page.clock.install(time=NOW)
    page.goto(readers.hosted["bare"].address + path + question)
    return page


def answer(page: Page) -> str:
    return " ".join(page.locator("output").inner_text().replace("\u00a0", " ").split())


LATER = " That is by what is recorded now; it may change before that day."
ENDS = "The document ceases to have effect on 1 September 2026 (12:00, UTC+05:00)."
ANSWERS = [
    ("2026-01-31", "On 31 January 2026 the document is not in force: it takes effect on "
     "1 February 2026."),
    ("2026-02-01", "In force on 1 February 2026: edition 1 (from 1 February 2026)."),
    ("2026-02-28", "In force on 28 February 2026: edition 1 (from 1 February 2026)."),
    ("2026-03-01", "In force on 1 March 2026 at different hours: 00:00–14:20: edition 1 (from "
     "1 February 2026) 14:20–24:00: edition 2 (from 1 March 2026)"),
    ("2026-03-02", "In force on 2 March 2026: edition 2 (from 1 March 2026)."),
    ("2026-03-10", "In force on 10 March 2026 at different hours: 00:00–09:00: edition 3 (from "
     "10 March 2026) 09:00–24:00: edition 4 (from 10 March 2026)"),
    ("2026-06-01", "In force on 1 June 2026: edition 4 (from 10 March 2026)." + LATER),
    ("2026-07-01", "In force on 1 July 2026: edition 6 (from 1 July 2026)." + LATER),
    ("2026-09-01", "In force on 1 September 2026 at different hours: 00:00–12:00: edition 6 "
     "(from 1 July 2026) 12:00–24:00: the document is not in force" + LATER),
    ("2026-09-02", "On 2 September 2026 the document is not in force. " + ENDS + LATER),
    ("2026-02-30", "This is not a date: 2026-02-30. A date is written like this: 2024-05-01."),
    ("<b>x</b>", "This is not a date: <b>x</b>. A date is written like this: 2024-05-01."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "said"), ANSWERS, ids=[asked for asked, _ in ANSWERS])
def test_an_address_asks_for_a_day(readers: Readers, asked: str, said: str) -> None:
    page = ask(readers, f"?on={asked}")
    assert answer(page) == said
    assert readers.noise == []


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_days_are_those_of_the_site(readers: Readers, zone: str) -> None:
    page = ask(readers, "?on=2026-02-01", timezone_id=zone)
    assert answer(page) == "In force on 1 February 2026: edition 1 (from 1 February 2026)."


WRITTEN = [
    ("", "По состоянию на 2 марта 2026 года действует редакция № 2 (с 1 марта 2026 года)."),
    ("kk/", "2026 жылғы 2 наурыздағы жағдай бойынша қолданыстағы редакция: 2\u2011редакция "
     "(2026 жылғы 1 наурыздан бастап)."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), WRITTEN)
def test_an_answer_is_in_the_readers_language(readers: Readers, language: str, said: str) -> None:
    assert answer(ask(readers, "?on=2026-03-02", f"{language}privacy/history/")) == said


def test_what_is_not_held_here_is_not_said_to_have_been_nothing(readers: Readers) -> None:
    page = ask(readers, "?on=2019-05-01", "en/terms/history/")
    assert answer(page) == (
        "The edition of 1 May 2019 is not held here. The earliest edition held here: "
        "edition 3 (from 1 February 2020); those before it are not held."
    )


def test_a_reader_fills_in_a_day_and_can_send_its_address(readers: Readers) -> None:
    page = ask(readers, "?other=1", viewport=PHONE)
    field = page.get_by_label("Which edition was in force on this day?")
    expect(field).to_have_attribute("min", "2026-02-01")
    field.fill("2026-03-02")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"{HISTORY}?other=1&on=2026-03-02")
    assert answer(page).startswith("In force on 2 March 2026: edition 2")
    page.get_by_role("status").get_by_role("link").click()
    assert page.url.endswith("en/privacy/2026-03-01/")
    page.go_back()
    assert answer(page).startswith("In force on 2 March 2026: edition 2")


def test_an_empty_field_is_asked_for_a_day(readers: Readers) -> None:
    page = ask(readers, "")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#_on")).to_be_focused()
    assert answer(page) == ""


def test_without_javascript_the_list_answers(readers: Readers) -> None:
    page = readers.new(java_script_enabled=False)
    page.goto(readers.hosted["bare"].address + HISTORY)
    page.locator("#_on").fill("2026-03-02")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(f"**{HISTORY}?on=2026-03-02#_editions")
    entries = page.locator("#_editions .inforce-period").all_inner_texts()
    assert [" ".join(one.replace("\u00a0", " ").split()) for one in entries] == [
        "In force from 1 July 2026 until 1 September 2026 (12:00, UTC+05:00).",
        "Withdrawn on 2 January 2026, before it took effect.",
        "In force from 10 March 2026 (09:00, UTC+05:00) until 1 July 2026.",
        "Was in force from 10 March 2026 until 10 March 2026 (09:00, UTC+05:00).",
        "Was in force from 1 March 2026 (14:20, UTC+05:00) until 10 March 2026.",
        "Was in force from 1 February 2026 until 1 March 2026 (14:20, UTC+05:00).",
    ]
