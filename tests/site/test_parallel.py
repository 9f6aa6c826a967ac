"""The page of a policy's texts side by side, in every state of the policy and its texts."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from inforce.model import LanguageStatus, Link, Status, Words
from inforce.site import Publication
from tests.factory import STATUSES, Factory, clause, paragraph, sample, texts
from tests.site.test_bodies import Site

At = Callable[[str], Publication]

HEADS = ".inforce-columns thead th"


def columns(site: Site, path: str) -> list[str]:
    return [node.attributes["data-language"] or "" for node in site.tree(path).css(HEADS)]


def test_the_language_of_the_reader_comes_first(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts())
    site = Site(published("2026-03-01"))
    assert columns(site, "privacy/parallel/") == ["ru", "kk", "en"]
    assert columns(site, "kk/privacy/parallel/") == ["kk", "ru", "en"]
    assert columns(site, "en/privacy/parallel/") == ["en", "ru", "kk"]
    assert site.words("en/privacy/parallel/", HEADS) == (
        "English unofficial translation from Russian "
        "Русский prevails where the texts differ authentic text Қазақ тілі authentic text"
    )


def test_a_clause_stands_in_each_language_at_its_address(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    site = Site(published("2026-03-01"))
    row = site.tree("kk/privacy/parallel/").css("tr#scope")
    cells = [(node.attributes["lang"], node.text().strip()) for node in row[0].css("td")]
    assert cells == [(code, f"1.1. Scope [{code}] one") for code in ("kk", "ru", "en")]
    permalink = row[0].css("th a")[0].attributes
    assert (permalink["href"], permalink["aria-label"]) == ("#scope", "Тармаққа сілтеме 1.1.")


EQUAL = "The authentic texts have equal force."


@pytest.mark.parametrize(
    ("prevails", "marked", "sentence"),
    [
        ("ru", ["ru"], "Where the texts differ, the text in Russian prevails."),
        ("kk", ["kk"], "Where the texts differ, the text in Kazakh prevails."),
        ("equal", [], EQUAL),
        ("unstated", [], ""),
    ],
)
def test_the_prevailing_text_is_marked(
    factory: Factory, published: At, prevails: str, marked: list[str], sentence: str
) -> None:
    factory.publish("2026-02-01", texts(), prevails=prevails)
    site = Site(published("2026-03-01"))
    path = "en/privacy/parallel/"
    heads = site.tree(path).css(f"{HEADS}:has(.inforce-prevails)")
    assert [node.attributes["data-language"] for node in heads] == marked
    assert site.words(path, ".inforce-beside p") == (
        f"Shown here: edition 1 (from 1 February 2026). {sentence}".strip()
    )


STANDS = {
    "2026-01-15": ("2026-02-01", "scheduled"),
    "2026-02-15": ("2026-02-01", "in-force"),
    "2026-03-15": ("2026-03-01", "in-force"),
    "2026-06-15": ("2026-03-01", "repealed"),
}


@pytest.mark.parametrize("date", STANDS)
def test_the_page_never_goes_and_says_where_its_edition_stands(
    factory: Factory, published: At, date: str
) -> None:
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"))
    factory.repeal("privacy", "2026-06-01", "2026-03-01")
    site = Site(published(date))
    page = site.pages["privacy/parallel/"]
    edition, state = STANDS[date]
    assert page.edition == edition
    assert not page.indexed
    assert page.canonical == page.address
    assert len(site.tree("privacy/parallel/").css(f".inforce-notice--{state}")) == 1
    words = {"2026-02-01": "one", "2026-03-01": "two"}[edition]
    assert site.words("privacy/parallel/", "#scope [lang=ru]") == f"1.1. Scope [ru] {words}"


def test_of_what_was_withdrawn_the_last_is_shown(factory: Factory, published: At) -> None:
    only = factory.publish("2026-02-01", texts())
    factory.withdraw(only, "2026-01-02")
    site = Site(published("2026-03-01"))
    assert site.words("en/privacy/parallel/", ".inforce-notice--withdrawn").startswith("Withdrawn")
    assert columns(site, "en/privacy/parallel/") == ["en", "ru", "kk"]


def test_a_missing_language_is_left_out_and_named(factory: Factory, published: At) -> None:
    known = {"ru": STATUSES["ru"], "kk": LanguageStatus(Status.AUTHENTIC, pending=True)}
    factory.publish("2026-02-01", [sample("ru")], languages=known)
    site = Site(published("2026-03-01"))
    assert columns(site, "en/privacy/parallel/") == ["ru"]
    assert site.words("en/privacy/parallel/", ".inforce-notice--missing") == (
        "There is no text of this edition in Kazakh yet. "
        "There is no text of this edition in English."
    )
    assert site.tree("en/privacy/parallel/").css("input") == []
    assert "en/privacy/parallel/" not in site.links("en/privacy/", ".inforce-brief a")


def test_a_removed_text_is_left_out_with_its_reason(factory: Factory, published: At) -> None:
    edition = factory.publish("2026-02-01", texts())
    factory.redact(edition, ["kk.json", "kk.txt"], "2026-02-02", "A court's order.")
    site = Site(published("2026-03-01"))
    assert columns(site, "kk/privacy/parallel/") == ["ru", "en"]
    assert "A court's order." in site.words("kk/privacy/parallel/", ".inforce-notice--redacted")


def test_an_edition_without_any_text_has_a_page(factory: Factory, published: At) -> None:
    edition = factory.publish("2026-02-01", [sample("ru")])
    factory.redact(edition, ["ru.json", "ru.txt"], "2026-02-02", "A court's order.")
    site = Site(published("2026-03-01"))
    assert site.tree("privacy/parallel/").css("table") == []
    assert "A court's order." in site.notice("privacy/parallel/")


def test_the_policy_and_its_edition_lead_here_and_back(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"))
    site = Site(published("2026-03-15"))
    here = "kk/privacy/parallel/"
    assert here in site.links("kk/privacy/", ".inforce-brief a")
    assert here in site.links("kk/privacy/2026-03-01/", ".inforce-brief a")
    assert here not in site.links("kk/privacy/2026-02-01/", ".inforce-brief a")
    assert "kk/privacy/2026-03-01/" in site.links(here, ".inforce-beside a")
    assert "kk/privacy/" in site.links(here, ".inforce-more a")


def test_references_lead_to_pages_in_the_language_of_their_text(
    factory: Factory, published: At
) -> None:
    link = Link((Words("terms"),), policy="terms", clause="scope")
    inner = clause("see", "1.", paragraph("See ", link))
    factory.publish("2026-02-01", texts(policy="terms"))
    factory.publish(
        "2026-02-02",
        [replace(sample(code), clauses=(inner,)) for code in ("ru", "kk", "en")],
        recorded="2026-01-02",
    )
    site = Site(published("2026-03-01"))
    assert site.links("privacy/parallel/", "#see a.policy") == [
        *("terms/2026-02-01/", "kk/terms/2026-02-01/", "en/terms/2026-02-01/")
    ]
