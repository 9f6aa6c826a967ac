"""What the head of every page says to machines, read from two built sites."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from inforce.archive import EditionRecord, PolicyRecord
from inforce.moments import parse_moment
from inforce.timeline import in_force
from tests import built
from tests.built import LANGUAGE_HOMES, LANGUAGES, MOMENTS, SITES, ZONE, Built

RELATIONS = ("latest-version", "predecessor-version", "successor-version", "version-history")


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built.site(request.param, tmp_path_factory)


@pytest.fixture(scope="module")
def trees(site: Built) -> Mapping[str, LexborHTMLParser]:
    """Every page by path, but the redirects from earlier addresses and the page for 404."""
    all_of_them = {path: LexborHTMLParser(html) for path, html in site.pages.items()}
    return {
        path: tree
        for path, tree in all_of_them.items()
        if path != "404.html" and not tree.css("meta[http-equiv=refresh]")
    }


def links(tree: LexborHTMLParser, relation: str) -> list[str]:
    return [node.attributes["href"] or "" for node in tree.css(f"head link[rel={relation}]")]


def said(tree: LexborHTMLParser, name: str) -> list[str]:
    return [node.attributes["content"] or "" for node in tree.css(f"head meta[name={name}]")]


def path_in(language: str, path: str) -> str:
    """The path of the same page in another language."""
    prefix = next(home for home in ("kk/", "en/", "") if path.startswith(home))
    return LANGUAGE_HOMES[language] + path.removeprefix(prefix)


def editions(record: PolicyRecord) -> tuple[EditionRecord, ...]:
    """The editions that are or were to come into force, in the order of time."""
    kept = [one for one in record.editions if one.withdrawn is None]
    return tuple(sorted(kept, key=lambda one: one.edition.effective))


def current(site: Built, record: PolicyRecord) -> str:
    """The edition in force at the moment of the site, or nothing."""
    found = in_force(record, parse_moment(MOMENTS[site.name], ZONE))
    return found.edition.id if found else ""


def test_each_page_has_a_title_of_its_own_and_a_description(
    site: Built, trees: Mapping[str, LexborHTMLParser]
) -> None:
    titles: Counter[tuple[str, str]] = Counter()
    for path, tree in trees.items():
        language = tree.css("html")[0].attributes["lang"] or ""
        assert path == path_in(language, path)
        (title,) = (node.text().strip() for node in tree.css("head title"))
        (description,) = said(tree, "description")
        assert 20 <= len(description) <= 200, (path, description)
        titles[language, title] += 1
    assert [title for title, count in titles.items() if count > 1] == []


def test_each_page_names_its_main_address(
    site: Built, trees: Mapping[str, LexborHTMLParser]
) -> None:
    """Its own; the dated page of what is in force names that of the policy."""
    for path, tree in trees.items():
        expected = path
        for policy, record in site.archive.policies.items():
            dated = f"{policy}/{current(site, record)}/"
            expected = expected.removesuffix(dated) + f"{policy}/" * expected.endswith(dated)
        assert links(tree, "canonical") == [site.base + expected]


def test_each_page_names_itself_in_every_language(
    site: Built, trees: Mapping[str, LexborHTMLParser]
) -> None:
    """Absolute, and the same on all of them: so each page that is named names this one."""
    for path, tree in trees.items():
        found = [
            (node.attributes["hreflang"], node.attributes["href"])
            for node in tree.css("head link[rel=alternate][hreflang]")
        ]
        expected = [(code, site.base + path_in(code, path)) for code in LANGUAGES]
        assert sorted(found, key=str) == sorted([*expected, ("x-default", expected[0][1])])
        assert {path_in(code, path) for code in LANGUAGES} <= set(trees)


def test_the_switch_leads_to_the_same_page(
    site: Built, trees: Mapping[str, LexborHTMLParser]
) -> None:
    for path, tree in trees.items():
        here = site.base + path
        found = [
            urljoin(here, node.attributes["href"] or "") for node in tree.css("header a[hreflang]")
        ]
        assert found == [site.base + path_in(code, path) for code in LANGUAGES], path


def out_of_force(site: Built) -> Iterator[str]:
    """The pages of what is not in force, of what repeats a text, and of what is only a draft."""
    for policy, record in site.archive.policies.items():
        yield from (f"{policy}/parallel/", f"{policy}/clauses/")
        if not current(site, record):
            yield from (f"{policy}/", f"{policy}/history/")
        ids = {one.edition.id for one in record.editions} - {current(site, record)}
        yield from (f"{policy}/{one}/" for one in ids)
        replaced = (one.edition for one in record.editions if one.edition.replaces)
        yield from (f"{policy}/{one.id}/changes/" for one in replaced)
    yield from (path for path in site.pages if path.endswith("/draft/") and path[2] != "/")


def test_only_what_is_not_in_force_is_kept_from_search_engines(
    site: Built, trees: Mapping[str, LexborHTMLParser]
) -> None:
    hidden = {path for path, tree in trees.items() if "noindex" in ",".join(said(tree, "robots"))}
    expected = {path_in(code, path) for path in out_of_force(site) for code in LANGUAGES}
    assert hidden == expected


def chain(site: Built, policy: str, record: PolicyRecord) -> dict[str, dict[str, str]]:
    """What the dated pages of a policy say of each other (RFC 5829), by path."""
    ids = [one.edition.id for one in editions(record)]
    found: dict[str, dict[str, str]] = {}
    for one in record.editions:
        known = {"latest-version": f"{policy}/", "version-history": f"{policy}/history/"}
        place = ids.index(one.edition.id) if one.edition.id in ids else None
        if place:
            known["predecessor-version"] = f"{policy}/{ids[place - 1]}/"
        if place is not None and place + 1 < len(ids):
            known["successor-version"] = f"{policy}/{ids[place + 1]}/"
        found[f"{policy}/{one.edition.id}/"] = known
    return found


def test_editions_are_linked_into_a_chain(
    site: Built, trees: Mapping[str, LexborHTMLParser]
) -> None:
    expected: dict[str, dict[str, str]] = {}
    for policy, record in site.archive.policies.items():
        expected |= chain(site, policy, record)
    for path, known in expected.items():
        for code in LANGUAGES:
            place = path_in(code, path)
            found = {relation: links(trees[place], relation) for relation in RELATIONS}
            assert {relation: one for relation, one in found.items() if one} == {
                relation: [site.base + path_in(code, target)] for relation, target in known.items()
            }, place


def test_the_page_of_a_policy_leads_to_all_its_editions(
    site: Built, trees: Mapping[str, LexborHTMLParser]
) -> None:
    """What else it says of other editions is what the dated page of its edition says."""
    for policy, record in site.archive.policies.items():
        dated = trees.get(f"{policy}/{current(site, record)}/")
        page = trees[f"{policy}/"]
        assert links(page, "version-history") == [f"{site.base}{policy}/history/"]
        assert links(page, "latest-version") in ([], [f"{site.base}{policy}/"])
        for relation in ("predecessor-version", "successor-version"):
            assert links(page, relation) in ([], links(dated, relation) if dated else [])


def test_what_was_at_an_earlier_address_is_led_on(site: Built) -> None:
    for path, html in site.pages.items():
        tree = LexborHTMLParser(html)
        if not tree.css("meta[http-equiv=refresh]"):
            continue
        (canonical,) = links(tree, "canonical")
        assert canonical.removeprefix(site.base) in site.pages, path
        (link,) = (node.attributes["href"] or "" for node in tree.css("body a"))
        assert urljoin(site.base + path, link) == canonical


def test_no_page_runs_what_the_policy_of_the_site_does_not_know(site: Built) -> None:
    """The Content-Security-Policy of each page, and whether all that is inline is named in it."""
    for path, html in site.pages.items():
        tree = LexborHTMLParser(html)
        (policy,) = (
            node.attributes["content"] or ""
            for node in tree.css("head meta[http-equiv=Content-Security-Policy]")
        )
        rules = dict(rule.split(maxsplit=1) for rule in policy.split("; "))
        assert rules["default-src"] == "'self'", path
        assert "unsafe" not in policy, path
        sources = [source for rule in rules.values() for source in rule.split()]
        assert [one for one in sources if one[0] != "'" and one != "data:"] == [], path
        for node in tree.css("script:not([src]):not([type='application/json'])"):
            assert digest(node.text(deep=True)) in rules["script-src"], (path, node.html)
        styles = rules.get("style-src", rules["default-src"])
        for node in tree.css("style"):
            assert digest(node.text(deep=True)) in styles, (path, node.html)
        assert not tree.css("[style]"), path
        handlers = [
            name for node in tree.css("*") for name in node.attributes if name.startswith("on")
        ]
        assert handlers == [], path


def digest(text: str) -> str:
    """How a policy names an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
