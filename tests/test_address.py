"""Every address of a site and every file name, in one place."""

from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.address import (
    POLICY_ID,
    RESERVED,
    Address,
    base_path,
    edition_folder,
    text_files,
)

BASE = "https://policies.example/"

ADDRESSES = [
    (Address("ru"), "", "index.html"),
    (Address("kk"), "kk/", "kk/index.html"),
    (Address("ru", "privacy"), "privacy/", "privacy/index.html"),
    (Address("kk", "privacy"), "kk/privacy/", "kk/privacy/index.html"),
    (Address("ru", "privacy", "2026-09-01"), "privacy/2026-09-01/",
     "privacy/2026-09-01/index.html"),
    (Address("en", "privacy", "2026-09-01-2", "changes"), "en/privacy/2026-09-01-2/changes/",
     "en/privacy/2026-09-01-2/changes/index.html"),
    (Address("kk", "privacy", view="history"), "kk/privacy/history/",
     "kk/privacy/history/index.html"),
    (Address("ru", view="changelog"), "changelog/", "changelog/index.html"),
    (Address(policy="privacy", edition="2026-09-01", file="ru.json"),
     "privacy/2026-09-01/ru.json", "privacy/2026-09-01/ru.json"),
    (Address(file="ledger.jsonl"), "ledger.jsonl", "ledger.jsonl"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "path", "output"), ADDRESSES)
def test_an_address_has_a_path_and_a_file(address: Address, path: str, output: str) -> None:
    assert address.path("ru") == path
    assert address.output("ru") == output
    assert address.url(BASE, "ru") == BASE + path


def test_the_first_language_stands_at_the_root_whichever_it_is() -> None:
    assert Address("kk", "privacy").path("kk") == "privacy/"
    assert Address("ru", "privacy").path("kk") == "ru/privacy/"


@pytest.mark.parametrize(
    ("fragment", "url"),
    [
        ("scope", "privacy/#scope"),
        ("3.2-1", "privacy/#3.2-1"),
        ("1.1-1-а", "privacy/#1.1-1-%D0%B0"),
        ('"><b>', "privacy/#%22%3E%3Cb%3E"),
    ],
)
def test_a_fragment_is_percent_encoded(fragment: str, url: str) -> None:
    assert Address("ru", "privacy").at(fragment).url(BASE, "ru") == BASE + url


def test_an_address_in_another_language_is_the_same_page() -> None:
    page = Address("ru", "privacy", "2026-09-01", fragment="scope")
    assert page.within("kk").url(BASE, "ru") == f"{BASE}kk/privacy/2026-09-01/#scope"


RELATIVE = [
    (Address("ru"), Address("ru"), "./"),
    (Address("ru"), Address("kk", "privacy"), "kk/privacy/"),
    (Address("ru", "privacy"), Address("ru", "terms"), "../terms/"),
    (Address("kk", "privacy", "2026-09-01"), Address("ru"), "../../../"),
    (Address("ru", "privacy"), Address("ru", "privacy").at("a"), "../privacy/#a"),
    (Address("ru", "privacy"), Address(file="ledger.jsonl"), "../ledger.jsonl"),
]


@pytest.mark.parametrize(("start", "target", "link"), RELATIVE)
def test_a_link_leads_from_one_page_to_another(start: Address, target: Address, link: str) -> None:
    assert start.relative(target, "ru") == link


names = st.sampled_from(["", "privacy", "terms"])
pages = st.builds(
    Address,
    language=st.sampled_from(["ru", "kk"]),
    policy=names,
    edition=st.sampled_from(["", "2026-09-01"]),
    view=st.sampled_from(["", "history"]),
    file=st.sampled_from(["", "ru.txt"]),
)


@settings(deadline=None)
@given(pages, pages)
def test_a_relative_link_is_resolved_to_the_address(start: Address, target: Address) -> None:
    link = start.relative(target, "ru")
    assert urljoin(start.url(BASE, "ru"), link) == target.url(BASE, "ru")


def test_revisions_of_a_text_have_files_of_their_own() -> None:
    assert text_files("ru") == ("ru.json", "ru.txt")
    assert text_files("en", 2) == ("en-2.json", "en-2.txt")


def test_an_edition_has_its_folder() -> None:
    assert str(edition_folder("privacy", "2026-09-01")) == "privacy/editions/2026-09-01"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://a.example/", "/"),
        ("https://a.example/legal/", "/legal/"),
        ("https://a.example", "/"),
    ],
)
def test_a_base_address_has_a_path(url: str, path: str) -> None:
    assert base_path(url) == path


@pytest.mark.parametrize(
    ("text", "expected"),
    [("privacy", True), ("user-data-2", True), ("a", True), ("", False), ("2a", False),
     ("-a", False), ("A", False), ("а", False), ("a_b", False), ("a.b", False), ("a\n", False)],
)  # fmt: skip
def test_ids_are_small_latin_letters_digits_and_hyphens(text: str, expected: bool) -> None:
    assert bool(POLICY_ID.fullmatch(text)) == expected


@pytest.mark.parametrize("name", ["assets", "search", "changelog", "ledger", "index", "404"])
def test_the_site_keeps_its_own_names(name: str) -> None:
    assert name in RESERVED
