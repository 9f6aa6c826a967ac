"""The page for an address where there is nothing: what it says and where it leads."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from inforce.model import LanguageStatus, Status
from inforce.site import Bodies, Publication
from tests.factory import STATUSES, Factory, sample, texts

At = Callable[[str], Publication]
LANGUAGES = ("ru", "kk", "en")


def several(factory: Factory) -> None:
    """A policy with an earlier address, one of one language, one that ended, one to come."""
    known = {"ru": STATUSES["ru"], "kk": LanguageStatus(Status.AUTHENTIC, pending=True)}
    factory.publish("2026-02-01", texts(), aliases=("/policy/",))
    factory.publish("2026-02-01", [sample("ru", "", "terms")], languages=known)
    factory.publish("2026-02-01", texts("", "cookies"))
    factory.repeal("cookies", "2026-03-01", "2026-01-01")
    factory.publish("2026-08-01", texts("", "offers"))


def page(publication: Publication, base: str = "/") -> LexborHTMLParser:
    return LexborHTMLParser(Bodies(publication).missing(base))


def links(node: LexborNode) -> list[str]:
    return [link.attributes["href"] or "" for link in node.css("a")]


def test_it_speaks_every_language(factory: Factory, published: At) -> None:
    several(factory)
    tree = page(published("2026-04-01"))
    titles = {node.attributes["lang"]: node.text() for node in tree.css("h1 span")}
    assert titles == {
        "ru": "Страница не найдена",
        "kk": "Бет табылмады",
        "en": "Page not found",
    }
    assert [node.attributes["lang"] for node in tree.css("section")] == list(LANGUAGES)


def test_it_leads_to_what_is_in_force_from_any_depth(factory: Factory, published: At) -> None:
    several(factory)
    for base in ("/", "/legal/"):
        tree = page(published("2026-04-01"), base)
        found = {node.attributes["lang"]: links(node) for node in tree.css("section")}
        assert found == {
            "ru": [f"{base}privacy/", f"{base}terms/", base],
            "kk": [f"{base}kk/privacy/", f"{base}kk/terms/", f"{base}kk/"],
            "en": [f"{base}en/privacy/", f"{base}en/terms/", f"{base}en/"],
        }
        sources = [node.attributes["src"] or "" for node in tree.css("script")]
        assert sources == [f"{base}assets/search/distance.js", f"{base}assets/missing.js"]


def test_a_script_may_show_any_document_under_any_of_its_names(
    factory: Factory, published: At
) -> None:
    several(factory)
    tree = page(published("2026-04-01"), "/legal/")
    (box,) = tree.css(".inforce-nearest")
    assert box.attributes["data-base"] == "/legal/"
    hidden = box.css("p[hidden]")
    assert len(hidden) == len(box.css("p")) == 12
    kazakh = [node for node in hidden if node.attributes["lang"] == "kk"]
    assert {node.attributes["data-names"]: links(node) for node in kazakh} == {
        "privacy policy": ["/legal/kk/privacy/"],
        "terms": ["/legal/kk/terms/"],
        "cookies": ["/legal/kk/cookies/"],
        "offers": ["/legal/kk/offers/"],
    }


def test_a_title_that_stands_in_says_its_language(factory: Factory, published: At) -> None:
    several(factory)
    tree = page(published("2026-04-01"))
    (link,) = tree.css("section[lang=kk] a[href='/kk/terms/']")
    assert link.attributes["lang"] == "ru"


def test_before_anything_is_published_it_leads_home(published: At) -> None:
    tree = page(published("2026-04-01"))
    assert [links(node) for node in tree.css("section")] == [["/"], ["/kk/"], ["/en/"]]
    assert tree.css("h2") == []
