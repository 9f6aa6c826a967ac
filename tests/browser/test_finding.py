"""The search in the reader's browser, by tables of queries: the real indexes, the real engine."""

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from inforce.moments import parse_moment
from tests.browser.places import HOME, POLICY, SUPERSEDED, Place
from tests.browser.queries import NOT_IN_FORCE, QUERIES
from tests.browser.readers import PHONE, Readers
from tests.browser.server import Hosted, hosting
from tests.built import LANGUAGE_HOMES, LANGUAGES, MOMENTS, ZONE

OPEN = 3
Found = list[list[dict[str, Any]]]

# Asks the worker of the page as the theme's search box does.
ASK = """async queries => {
  const {search} = JSON.parse(document.querySelector("#__config").textContent);
  const worker = new Worker(search);
  const answer = message => new Promise(resolve => {
    worker.onmessage = event => resolve(event.data.data);
    worker.postMessage(message);
  });
  await answer({type: 0, data: {config: {}, docs: []}});
  const found = [];
  for (const query of queries) found.push((await answer({type: 2, data: query})).items);
  return found;
}"""


# Whether the theme holds a clause for the best of those that are listed.
BEST = """clause => [...document.querySelector(".md-search-result")
  .querySelectorAll(":first-child [href]")]
  .map(link => [Number(link.firstElementChild.dataset.mdScore), link.hash])
  .sort(([one], [other]) => other - one)[0]?.[1] === `#${clause}`"""


def ask(page: Page, *queries: str) -> list[Found]:
    """Of each query the pages that are found, each with its sections."""
    found: list[Found] = page.evaluate(ASK, queries)
    return found


def first(found: Found, language: str) -> list[str]:
    """What a reader sees first: of the first two pages the clauses that are open at once.

    As `policy#clause`; a page itself, as `policy`, where it is a better answer than any of them.
    """
    home = LANGUAGE_HOMES[language]
    seen = [
        one
        for head, *sections in found[:2]
        for one in ([head] if not sections or head["score"] >= sections[0]["score"] else [])
        + sections[:OPEN]
    ]
    return [one["location"].removeprefix(home).replace("/", "") for one in seen]


def paths(found: Found) -> list[str]:
    return [one["location"] for items in found for one in items]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_query_finds_its_clause(readers: Readers, language: str) -> None:
    table = QUERIES[language]
    assert len(table) >= 30
    answers = ask(readers.open(HOME, language), *table)
    seen = {query: first(found, language) for query, found in zip(table, answers, strict=True)}
    assert {
        query: seen[query] for query, clause in table.items() if clause not in seen[query]
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_pages_in_the_readers_language_and_in_force_are_found(
    readers: Readers, language: str
) -> None:
    found = ask(readers.open(HOME, language), *QUERIES[language])
    home = re.escape(LANGUAGE_HOMES[language])
    address = re.compile(rf"{home}(privacy|terms|cookies)/(#[a-z0-9-]+)?")
    assert [path for one in found for path in paths(one) if not address.fullmatch(path)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_are_not_in_force_are_not_found(readers: Readers, language: str) -> None:
    words = NOT_IN_FORCE[language]
    found = ask(readers.open(HOME, language), *words)
    assert dict(zip(words, found, strict=True)) == {word: [] for word in words}


def test_editions_of_other_times_are_not_found(readers: Readers) -> None:
    page = readers.open(Place("states", ""), "en")
    words = ["two", "three", "four", "five", "corrected"]
    found = dict(zip(words, map(paths, ask(page, *words)), strict=True))
    assert found["three"] == found["corrected"] == ["en/privacy/", "en/privacy/#scope"]
    assert not found["two"] + found["four"] + found["five"]


def test_a_word_of_another_language_is_found_after_the_own(readers: Readers) -> None:
    own, mixed, other = ask(
        readers.open(HOME, "kk"), "cookie", "cookie персональные", "трансграничная передача"
    )
    assert {path.split("/")[0] for path in paths(own)} == {"kk"}
    assert paths(mixed)[0].startswith("kk/")
    assert paths(mixed)[-1].startswith(("privacy/", "terms/"))
    assert paths(other)[1] in ("privacy/#consent-content", "privacy/#cross-border")
    assert '<span lang="ru">' not in own[0][0]["title"]


def test_a_text_that_stands_in_is_found_at_the_readers_own_address(readers: Readers) -> None:
    (found,) = ask(readers.open(HOME, "kk"), "аналитические")
    assert paths(found)[:1] == ["kk/cookies/"]
    assert "kk/cookies/#kind-analytics" in paths(found)
    assert found[0][0]["title"] == '<span lang="ru">Уведомление о файлах cookie</span>'


def test_the_words_are_marked_and_the_number_is_told(readers: Readers) -> None:
    (found,) = ask(readers.open(HOME, "en"), "couriers rhubarb")
    clause = next(one for one in found[0] if one["location"].endswith("#recipient-delivery"))
    assert clause["title"].startswith("6.1. 1) Transfer of data")
    assert "postal operators and <mark>courier</mark> services" in clause["text"]
    assert clause["terms"] == {"couriers": True, "rhubarb": False}


def test_nothing_is_found_for_nothing(readers: Readers) -> None:
    page = readers.open(HOME, "ru")
    assert ask(page, "", "   ", "«»", "qwertyuiop", "ъ", "*", "+", '"', "a:b") == [[]] * 9


def typed(page: Page, query: str) -> None:
    """Type into the search box."""
    page.locator("input[name=query]").focus()
    expect(page.locator("#__search")).to_be_checked()  # nobody types before the box is open
    page.keyboard.type(query)
    page.locator(".md-search-result__item").first.wait_for()


@pytest.mark.parametrize(
    ("place", "language", "query", "clause"),
    [
        (HOME, "ru", "отозвать согласие", "privacy/#withdrawal"),
        (POLICY, "kk", "құпиясөзді", "kk/terms/#account-security"),
        (SUPERSEDED, "en", "artificial intelligence", "en/terms/#prohibited-scraping"),
        (Place("example", "no/such/page/"), "ru", "5.3-1", "terms/#content-moderation-notice"),
    ],
)
def test_enter_leads_to_the_best_clause(
    readers: Readers, place: Place, language: str, query: str, clause: str
) -> None:
    page = readers.open(place, language, new=True, viewport=PHONE)
    page.wait_for_load_state("networkidle")
    typed(page, query)
    # What stands there first is of the first letters; a reader presses the key on what they see.
    page.wait_for_function(BEST, arg=clause.partition("#")[2])
    page.keyboard.press("Enter")
    page.wait_for_url("**/*#*")
    assert readers.path(page) == clause
    assert len(readers.hosts) == 1
    assert [said for said in readers.noise if "404 (Not Found)" not in said] == []


def test_what_is_pasted_is_searched_for(readers: Readers) -> None:
    page = readers.open(HOME, "kk")
    page.wait_for_load_state("networkidle")
    page.locator("input[name=query]").fill("құпиясөзді")
    link = page.locator(".md-search-result a[href$='#account-security']")
    link.wait_for()
    assert "құпиясөзі" in link.inner_text()


def test_nothing_is_loaded_before_one_types(readers: Readers, hosted: Mapping[str, Hosted]) -> None:
    one = hosted[HOME.site]
    one.asked.clear()
    page = readers.open(HOME, "kk", new=True)
    page.wait_for_load_state("networkidle")
    before = searched(one)
    assert set(before) == {
        *("/assets/search/box.js", "/assets/search/worker.js", "/search/search_index.json")
    }
    typed(page, "деректер")
    after = searched(one)
    assert sum(before.values()) < 2_000
    assert "/search/kk.json" in after
    assert "/search/ru.json" not in after
    assert sum(after.values()) < 30_000


def searched(hosted: Hosted) -> dict[str, int]:
    """What the search has asked for, and its compressed size in bytes."""
    asked = {path for path in hosted.asked if "/search/" in path}
    return {path: len(gzip.compress(hosted.answer_to(path).read_bytes())) for path in asked}


@pytest.fixture
def below(hosted: Mapping[str, Hosted], tmp_path: Path) -> Iterator[Hosted]:
    """The same site below a path, as a project of GitHub Pages stands."""
    (tmp_path / "legal").symlink_to(hosted["example"].folder)
    with hosting(tmp_path, parse_moment(MOMENTS["example"], ZONE)) as one:
        yield one


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_below_a_path_is_searched_too(
    readers: Readers, below: Hosted, language: str
) -> None:
    page = readers.new()
    page.goto(f"{below.address}legal/{POLICY.within(language)}")
    page.wait_for_load_state("networkidle")
    typed(page, "5.3-1")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{below.address}legal/{LANGUAGE_HOMES[language]}terms/#*")
