"""What a page hands to the menu beside each clause."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from inforce.site import Bodies, Publication, pages
from tests.factory import BASE, STATUSES, Factory, clause, day, sample, texts

At = Callable[[str], Publication]
OPERATOR = """operator:
  name: {ru: ТОО «Дала», kk: «Дала» ЖШС, en: Dala LLP}
"""


def data(publication: Publication, path: str) -> dict[str, Any]:
    """The citations on a page; nothing where it has none."""
    page = next(one for one in pages(publication) if one.address.path("ru") == path)
    found = LexborHTMLParser(Bodies(publication).html(page)).css_first("#_citations")
    return dict(json.loads(found.text())) if found else {}


def citation(publication: Publication, path: str, identity: str) -> str:
    """How a page cites a clause."""
    groups = data(publication, path)["groups"]
    return next(
        f"{before}{places[identity]}{after}"
        for before, after, places in groups
        if identity in places
    )


def test_the_canonical_and_the_dated_page_lead_to_the_dated_one(
    factory: Factory, published: At
) -> None:
    factory.publish("2026-03-01", texts(), number="2")
    publication = published("2026-04-01")
    for path in ("kk/privacy/", "kk/privacy/2026-03-01/"):
        found = data(publication, path)
        assert found["link"] == f"{BASE}kk/privacy/2026-03-01/"
        assert (found["edition"], found["language"]) == ("2026-03-01", "kk")


def test_an_edition_is_cited_by_its_number_and_by_where_it_stands(
    factory: Factory, published: At
) -> None:
    factory.publish("2026-02-01", texts("one"), number="1")
    factory.publish("2026-03-01", texts("two"), number="2")
    factory.publish("2026-05-01", texts("three"), number="3")
    gone = factory.publish("2026-06-01", texts("four"), number="4")
    factory.withdraw(gone, "2026-03-02", "A wrong date.")
    publication = published("2026-04-01")
    ends = {
        "2026-02-01": "(редакция № 1, действовала с 01.02.2026 до 01.03.2026)",
        "2026-03-01": "(редакция № 2, действует с 01.03.2026)",
        "2026-05-01": "(редакция № 3, вступает в силу с 01.05.2026)",
        "2026-06-01": "(редакция № 4, отозвана 02.03.2026 до вступления в силу)",
    }
    for edition, end in ends.items():
        said = citation(publication, f"privacy/{edition}/", "scope")
        assert said == f"пункт 1.1 Политики privacy {end}"


def test_the_last_edition_of_a_repealed_policy_ends_with_it(
    factory: Factory, published: At
) -> None:
    factory.publish("2026-03-01", texts(), number="1")
    factory.repeal("privacy", "2026-05-01", "2026-03-02")
    said = citation(published("2026-06-01"), "privacy/2026-03-01/", "scope")
    assert said.endswith("действовала с 01.03.2026 до 01.05.2026)")


def test_what_a_citation_says_from_each_instant_on_is_known(
    factory: Factory, published: At
) -> None:
    factory.publish("2026-02-01", texts("one"), number="1")
    factory.publish("2026-03-01", texts("two"), number="2")
    factory.publish("2026-05-01", texts("three"), number="3")
    factory.repeal("privacy", "2026-09-01", "2026-03-02")
    publication = published("2026-04-01")
    ends = {
        "2026-02-01": [],
        "2026-03-01": [("2026-05-01", "действовала с 01.03.2026 до 01.05.2026)")],
        "2026-05-01": [
            ("2026-05-01", "(редакция № 3, действует с 01.05.2026)"),
            ("2026-09-01", "действовала с 01.05.2026 до 01.09.2026)"),
        ],
    }
    for edition, expected in ends.items():
        then = data(publication, f"privacy/{edition}/").get("then", [])
        assert [at for at, _ in then] == [day(at).isoformat() for at, _ in expected]
        for (at, [(_, after)]), (date, end) in zip(then, expected, strict=True):
            assert after.endswith(end)
            assert citation(published(date), f"privacy/{edition}/", "scope").endswith(after), at


def test_a_translation_says_so_and_names_the_operator_in_its_language(
    factory: Factory, published: At
) -> None:
    site = factory.content / "site.yml"
    site.write_text(site.read_text("utf-8") + OPERATOR, "utf-8")
    factory.publish("2026-03-01", texts(), number="1")
    publication = published("2026-04-01")
    assert "of Dala LLP (edition No. 1, in force from 1 March 2026; unofficial translation)" in (
        citation(publication, "en/privacy/", "scope")
    )
    assert citation(publication, "kk/privacy/", "scope").startswith("«Дала» ЖШС «Саясат privacy»")


def test_a_text_that_stands_in_for_another_is_cited_in_its_own_language(
    factory: Factory, published: At
) -> None:
    known = {"ru": STATUSES["ru"]}
    factory.publish("2026-03-01", [sample("ru")], number="1", languages=known)
    publication = published("2026-04-01")
    assert citation(publication, "en/privacy/", "general").startswith("раздел 1 Политики privacy")
    assert data(publication, "en/privacy/")["link"] == f"{BASE}privacy/2026-03-01/"


def test_no_title_ends_the_element(factory: Factory, published: At) -> None:
    text = sample("ru")
    bad = replace(clause("bad", "", title="</script><b>&amp;"), anchor="")
    known = {"ru": STATUSES["ru"]}
    factory.publish("2026-03-01", [replace(text, clauses=(bad,))], number="1", languages=known)
    said = citation(published("2026-04-01"), "privacy/", "bad")
    assert said.startswith("раздел «</script><b>&amp;» Политики")


def test_pages_without_a_text_have_none(factory: Factory, published: At) -> None:
    factory.publish("2026-03-01", texts())
    publication = published("2026-04-01")
    assert data(publication, "privacy/history/") == data(publication, "changelog/") == {}
