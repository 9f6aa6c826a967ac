from collections import Counter
from collections.abc import Callable

from inforce.model import LanguageStatus, Status
from inforce.site import Kind, Page, Publication, pages
from tests.factory import Factory, sample, texts

At = Callable[[str], Publication]


def path(page: Page) -> str:
    return page.address.path("ru")


def by_path(publication: Publication) -> dict[str, Page]:
    found = pages(publication)
    assert len({path(page) for page in found}) == len(found)
    return {path(page): page for page in found}


def test_each_language_has_the_same_pages(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"))
    factory.publish("2026-04-01", [sample("ru", policy="terms")], recorded="2026-01-02")
    found = pages(published("2026-03-15"))
    kinds = Counter((page.address.language, page.kind) for page in found)
    for language in ("ru", "kk", "en"):
        assert {kind: kinds[language, kind] for kind in Kind} == {
            Kind.HOME: 1,
            Kind.POLICY: 1,
            Kind.STATE: 1,
            Kind.EDITION: 3,
            Kind.CHANGES: 1,
            Kind.HISTORY: 2,
            Kind.CLAUSES: 2,
            Kind.PARALLEL: 2,
            Kind.CHANGELOG: 1,
            Kind.DRAFT: 0,
        }


def test_a_site_without_editions_has_a_home_page(factory: Factory, published: At) -> None:
    assert [path(page) for page in pages(published("2026-01-01"))] == [
        *("", "changelog/", "kk/", "kk/changelog/", "en/", "en/changelog/")
    ]


def test_the_canonical_page_follows_the_moment(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"))
    editions = {
        date: by_path(published(date))["privacy/"].edition
        for date in ("2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01")
    }
    assert editions == {
        "2026-01-31": "",
        "2026-02-01": "2026-02-01",
        "2026-02-28": "2026-02-01",
        "2026-03-01": "2026-03-01",
    }


def test_what_is_not_in_force_is_kept_out_of_the_index(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"))
    withdrawn = factory.publish("2026-05-01", texts("three"))
    factory.publish("2026-06-01", texts("four"))
    factory.withdraw(withdrawn, "2026-03-02")
    found = by_path(published("2026-03-15"))
    indexed = {place: page.indexed for place, page in found.items() if "20" in place}
    assert {place for place, is_indexed in indexed.items() if is_indexed} == {
        *("privacy/2026-03-01/", "kk/privacy/2026-03-01/", "en/privacy/2026-03-01/")
    }
    assert len(indexed) == 3 * (4 + 3)
    assert found["privacy/2026-03-01/"].canonical == found["privacy/"].address
    assert found["privacy/2026-02-01/"].canonical == found["privacy/2026-02-01/"].address
    russian = {place: page for place, page in found.items() if page.address.language == "ru"}
    assert [place for place, page in russian.items() if page.in_nav] == [
        *("", "privacy/", "changelog/")
    ]


def test_a_repealed_policy_keeps_its_pages_and_leaves_the_navigation(
    factory: Factory, published: At
) -> None:
    factory.publish("2026-02-01", texts())
    factory.repeal("privacy", "2026-04-01", "2026-03-01")
    before, after = by_path(published("2026-03-31")), by_path(published("2026-04-01"))
    assert before.keys() == after.keys()
    assert before["privacy/"].kind is Kind.POLICY
    assert before["privacy/"].in_nav
    assert after["privacy/"].kind is Kind.STATE
    assert not after["privacy/"].in_nav
    assert not after["privacy/2026-02-01/"].indexed


def test_the_title_is_that_of_the_text_that_is_shown(factory: Factory, published: At) -> None:
    status = {"ru": LanguageStatus(Status.AUTHENTIC)}
    factory.publish("2026-02-01", [sample("ru")], languages=status)
    found = by_path(published("2026-03-01"))
    assert {found[place].title for place in ("privacy/", "kk/privacy/", "en/privacy/")} == {
        "Политика privacy"
    }
