"""Readers suggest an edit where the text in force has a working text, at the line of a clause."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from inforce.site import Bodies, Publication, Sources, drafts, pages
from inforce.site.model import Kind

from ..workplace import Workplace, at, clause, policy, words

EDITOR = "https://github.com/dala/policies/edit/main/"
FILE = "content/privacy/policy.yml"
NOW = "2026-09-03T12:00"


@pytest.fixture
def place(place: Workplace) -> Workplace:
    """Three editions, of which the second is in force; the third lacks a clause."""
    both = (clause("scope", "All"), clause("fax", "Send a fax"))
    first, second, third = (
        {"number": str(number), "effective": effective, "summary": words("New")}
        for number, effective in ((1, "on posting"), (2, "2026-09-02"), (3, "2026-10-01"))
    )
    place.publish(policy("privacy", *both, edition=first))
    place.publish(policy("privacy", both[0], clause("fax", "Send two"), edition=second))
    place.publish(policy("privacy", both[0], {"id": "fax", "repealed": "true"}, edition=third))
    return place


def site(place: Workplace, editor: str = EDITOR) -> Iterator[tuple[str, LexborHTMLParser]]:
    project = place.project()
    moment = at(NOW)
    publication = Publication(project.archive, project.site, moment, drafts(project, moment))
    bodies = Bodies(publication, sources=Sources.of(project, editor))
    for page in pages(publication):
        if page.kind in (Kind.POLICY, Kind.EDITION, Kind.DRAFT):
            yield page.address.path("ru"), LexborHTMLParser(bodies.html(page))


def links(tree: LexborHTMLParser) -> list[str | None]:
    found = tree.css("p.inforce-suggest a, a.inforce-suggest[href]")
    return [node.attributes["href"] for node in found]


def test_the_text_in_force_and_drafts_can_be_edited(place: Workplace) -> None:
    shown = {path: links(tree) for path, tree in site(place) if links(tree)}
    starts = ("", "kk/", "en/")
    names = ("privacy/", "privacy/2026-09-02/", "privacy/draft/")
    assert shown == {start + name: [EDITOR + FILE] for start in starts for name in names}


def test_each_clause_leads_to_its_line(place: Workplace) -> None:
    for path, tree in site(place):
        data = tree.css_first("#_citations")
        source = json.loads(data.text()).get("source") if data else None
        if path.endswith(("privacy/", "2026-09-02/")):
            line = place.line("privacy", '"id": "scope"') - 1
            assert source is not None
            assert source[0] == EDITOR.replace("/edit/", "/blob/") + FILE
            assert source[1]["scope"] == line
        else:
            assert source is None


def test_a_clause_that_is_gone_has_no_line(place: Workplace) -> None:
    place.write(policy("privacy", clause("scope", "All")))
    sources = Sources.of(place.project(), EDITOR)
    assert {*sources.lines["privacy"]} == {"scope"}


@pytest.mark.parametrize("gone", [True, False])
def test_without_an_editor_or_a_working_text_nothing_is_suggested(
    place: Workplace, *, gone: bool
) -> None:
    if gone:
        (place.content / "privacy" / "policy.yml").unlink()
    for _, tree in site(place, EDITOR if gone else ""):
        assert tree.html is not None
        assert re.findall("inforce-suggest|github", tree.html) == []


def test_a_broken_working_text_can_be_mended(place: Workplace) -> None:
    place.write_text("privacy", "policy: privacy\nclauses: 5\n")
    sources = Sources.of(place.project(), EDITOR)
    assert sources.edit("privacy") == EDITOR + FILE
    assert Path(sources.shown("privacy")).name == "policy.yml"
