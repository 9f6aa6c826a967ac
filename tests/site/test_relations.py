"""What the head of a page says of the other languages and the other editions."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from inforce.site import (
    Bodies,
    Draft,
    Head,
    Publication,
    head,
    pages,
    sitemap,
    with_default,
)
from inforce.site.descriptions import LONGEST, shortened
from tests.factory import BASE, Factory, sample, texts

At = Callable[[str], Publication]


def heads(publication: Publication) -> dict[str, Head]:
    """The head of every page by its path."""
    bodies = Bodies(publication)
    return {
        page.address.path("ru"): head(
            page, publication, BASE, bodies.title(page), bodies.description(page)
        )
        for page in pages(publication)
    }


def relations(of: Head) -> dict[str, str]:
    """The relations with paths below the base address."""
    assert len(dict(of.relations)) == len(of.relations)
    return {rel: address.removeprefix(BASE) for rel, address in of.relations}


def several(factory: Factory) -> None:
    """Superseded, in force, withdrawn, scheduled; and recorded last, an edition of the past."""
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"))
    factory.withdraw(factory.publish("2026-05-01", texts("three")), "2026-01-02")
    factory.publish("2026-06-01", texts("four"), recorded="2026-01-03", replaces="2026-03-01")
    factory.publish(
        "2025-02-01", texts("zero"), recorded="2026-01-04", number="0", imported="paper"
    )


# Of a page, the editions before and after the one on it.
NEIGHBOURS = {
    "privacy/": ("2026-02-01", "2026-06-01"),
    "privacy/2025-02-01/": (None, "2026-02-01"),
    "privacy/2026-02-01/": ("2025-02-01", "2026-03-01"),
    "privacy/2026-03-01/": ("2026-02-01", "2026-06-01"),
    "privacy/2026-05-01/": (None, None),
    "privacy/2026-06-01/": ("2026-03-01", None),
}


@pytest.mark.parametrize("language", ["", "kk/", "en/"])
def test_an_edition_names_its_neighbours_and_none_that_was_withdrawn(
    factory: Factory, published: At, language: str
) -> None:
    several(factory)
    found = heads(published("2026-04-01"))
    for path, editions in NEIGHBOURS.items():
        rels = zip(("predecessor-version", "successor-version"), editions, strict=True)
        assert relations(found[language + path]) == {
            "latest-version": f"{language}privacy/",
            "version-history": f"{language}privacy/history/",
            **{rel: f"{language}privacy/{edition}/" for rel, edition in rels if edition},
        }, path
    others = set(found) - {
        language + path for language in ("", "kk/", "en/") for path in NEIGHBOURS
    }
    assert others
    assert [path for path in others if found[path].relations] == []


def test_a_policy_that_is_not_in_force_has_a_history_and_no_neighbours(
    factory: Factory, published: At
) -> None:
    factory.publish("2026-02-01", texts())
    factory.repeal("privacy", "2026-03-01", "2026-01-02")
    for date in ("2026-01-15", "2026-03-01"):
        assert relations(heads(published(date))["kk/privacy/"]) == {
            "latest-version": "kk/privacy/",
            "version-history": "kk/privacy/history/",
        }


def test_every_page_names_all_its_languages_and_one_for_everybody_else(
    factory: Factory, published: At
) -> None:
    several(factory)
    factory.publish("2026-04-01", [sample("ru", policy="terms")], recorded="2026-01-05")
    publication = replace(published("2026-04-01"), drafts=(Draft("privacy"),))
    found = heads(publication)
    for path, one in found.items():
        place = path.removeprefix("kk/").removeprefix("en/")
        assert one.alternates == {
            "ru": f"{BASE}{place}",
            "kk": f"{BASE}kk/{place}",
            "en": f"{BASE}en/{place}",
            "x-default": f"{BASE}{place}",
        }
        assert f"{BASE}{path}" in one.alternates.values()


def test_a_page_only_in_another_language_is_nobodys_default() -> None:
    assert with_default({"kk": f"{BASE}kk/x/"}, "ru") == {"kk": f"{BASE}kk/x/"}


def test_what_is_not_in_force_is_not_to_be_kept(factory: Factory, published: At) -> None:
    several(factory)
    factory.publish("2026-02-01", texts(policy="terms"), recorded="2026-01-05")
    factory.repeal("terms", "2026-03-01", "2026-01-06", ("privacy",))
    factory.publish("2026-07-01", texts(policy="offers"), recorded="2026-01-07")
    publication = replace(published("2026-04-01"), drafts=(Draft("privacy"),))
    indexed = {path for path, one in heads(publication).items() if one.indexed}
    places = {"", "changelog/", "privacy/", "privacy/history/", "privacy/2026-03-01/"}
    assert indexed == {language + place for language in ("", "kk/", "en/") for place in places}


def test_the_sitemap_lists_what_is_to_be_kept_once_with_its_languages(
    factory: Factory, published: At
) -> None:
    several(factory)
    found = heads(published("2026-04-01"))
    listed = {
        entry[0].text: {link.attrib["hreflang"]: link.attrib["href"] for link in entry[1:]}
        for entry in ElementTree.fromstring(sitemap(found.values()))
    }
    places = ("", "changelog/", "privacy/", "privacy/history/")
    paths = [language + place for language in ("", "en/", "kk/") for place in places]
    assert listed == {f"{BASE}{path}": found[path].alternates for path in paths}


def test_the_titles_of_a_language_differ(factory: Factory, published: At) -> None:
    several(factory)
    publication = published("2026-04-01")
    bodies = Bodies(publication)
    for language in publication.site.languages:
        found = [
            bodies.title(page) for page in pages(publication) if page.address.language == language
        ]
        assert len({*found}) == len(found) == 14


DESCRIPTIONS = {
    "": "Политика privacy",
    "en/changelog/": "Everything published, amended or repealed here, newest first.",
    "kk/privacy/": "Қолданылу мерзімі: 2026 жылғы 1 наурыздан бастап 2026 жылғы 1 маусымға дейін. "
    "Scope [kk] two Terms [kk] Contacts [kk]",
    "en/privacy/2025-02-01/": "Was in force from 1 February 2025 until 1 February 2026. "
    "Summary [en] zero",
    "en/privacy/2026-03-01/": "In force from 1 March 2026 until 1 June 2026. Summary [en] two",
    "en/privacy/2026-05-01/": "Withdrawn on 2 January 2026, before it took effect. "
    "Summary [en] three",
    "en/privacy/2026-06-01/": "This edition takes effect on 1 June 2026. Summary [en] four",
    "en/privacy/history/": "All editions of the document “Policy privacy”, their dates and what "
    "they changed.",
    "en/offers/": "Takes effect on 1 July 2026.",
    "en/terms/": "The document ceased to have effect on 1 March 2026.",
    "en/rules/": "This document is not in force: every edition was withdrawn before it took "
    "effect.",
    "kk/privacy/draft/": "Жоба: жарияланбаған және қолданылмайтын жұмыс мәтіні.",
    "en/consent/": "In force from 1 April 2026. There is no text of this edition in English.",
}


def test_a_page_says_in_its_language_what_it_is_about(factory: Factory, published: At) -> None:
    several(factory)
    factory.publish("2026-02-01", texts(policy="terms"), recorded="2026-01-05")
    factory.repeal("terms", "2026-03-01", "2026-01-06", ("privacy",))
    factory.publish("2026-07-01", texts(policy="offers"), recorded="2026-01-07")
    rules = factory.publish("2026-03-01", texts(policy="rules"), recorded="2026-01-08")
    factory.withdraw(rules, "2026-01-09")
    factory.publish("2026-04-01", [sample("ru", policy="consent")], recorded="2026-01-10")
    publication = replace(published("2026-04-01"), drafts=(Draft("privacy"),))
    found = {path: one.description for path, one in heads(publication).items()}
    said = {path: found[path].replace("\u00a0", " ") for path in DESCRIPTIONS}
    home = ", ".join(f"{title}" for title in ("Политика privacy", "Политика offers"))
    assert said == {**DESCRIPTIONS, "": f"{home}, Политика rules, Политика consent"}
    assert all(0 < len(text) <= LONGEST and "\n" not in text for text in found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" one\n\ttwo  three ", "one two three"),
        ("x" * LONGEST, "x" * LONGEST),
        ("word " * 40, "word " * 31 + "word…"),
        ("сөз, " * 40, "сөз, " * 31 + "сөз…"),
        ("x" * 200, "x" * (LONGEST - 1) + "…"),
    ],
)
def test_a_long_description_ends_between_two_words(text: str, expected: str) -> None:
    assert shortened(text) == expected
