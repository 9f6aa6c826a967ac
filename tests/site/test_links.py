"""Every link of every page leads somewhere on the site, and every fragment to its place."""

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import built
from tests.built import SITES, Built

ASKED_FOR = "link[rel~=stylesheet], link[rel~=preload], link[rel~=icon], script[src], img, source"


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built.site(request.param, tmp_path_factory)


def targets(site: Built, path: str, selector: str) -> Iterator[str]:
    """Where the links of a page lead, as full addresses on the site that was built."""
    for node in LexborHTMLParser(site.pages[path]).css(selector):
        link = node.attributes.get("href") or node.attributes.get("src") or ""
        yield urljoin(site.base + ("" if path == "404.html" else path), link)


def test_every_link_leads_to_a_page_or_a_file_and_its_fragment(site: Built) -> None:
    places = {path: set(ids(html)) for path, html in site.pages.items()}
    broken = []
    for path in site.pages:
        for target in targets(site, path, "a[href], area[href], link[href]"):
            address, fragment = urldefrag(target)
            if not address.startswith(site.base):
                continue
            name = unquote(address.removeprefix(site.base))
            found = name in places or (site.folder / name).is_file()
            if not found or (fragment and unquote(fragment) not in places.get(name, ())):
                broken.append((path, target))
    assert broken == []


def ids(html: bytes) -> Iterator[str]:
    """What a fragment may name on a page."""
    yield ""
    yield from (node.attributes["id"] or "" for node in LexborHTMLParser(html).css("[id]"))


def test_what_a_page_is_made_of_comes_from_the_site(site: Built) -> None:
    for path in site.pages:
        for target in targets(site, path, ASKED_FOR):
            name = target.removeprefix(site.base).partition("?")[0]
            assert (site.folder / name).is_file(), (path, target)
