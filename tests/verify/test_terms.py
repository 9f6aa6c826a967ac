"""Links from words to their definitions change no word, and lead where the word is defined."""

from dataclasses import replace
from pathlib import Path

import pytest

from inforce.model import Text
from tests.factory import Factory, clause, paragraph
from tests.verify.small import LANGUAGES, proved, tampered, write

PAGE = "en/privacy/index.html"
LINK = '<a class="term" href="#site">Sites</a>'


def text(language: str) -> Text:
    site = replace(clause("site", "1.", "“Site” means the store."), term="Site")
    law = replace(clause("law", "2.", "“Law” means the law."), term="Law")
    uses = clause("uses", "3.", paragraph("Of all Sites."), title="Site")
    return Text("privacy", "", language, "Policy", clauses=(site, law, uses))


@pytest.fixture
def made(tmp_path: Path) -> tuple[Factory, Path]:
    factory = Factory(tmp_path / "project")
    factory.publish("2026-02-01", [text(language) for language in LANGUAGES])
    return factory, write(factory, tmp_path / "site")


def test_a_link_to_a_definition_is_no_difference(made: tuple[Factory, Path]) -> None:
    assert LINK in (made[1] / PAGE).read_text("utf-8")
    assert proved(*made).problems == ()


CHANGES = {
    "to another definition": (LINK, LINK.replace("#site", "#law"), "term", "`#law`"),
    "to what defines nothing": (LINK, LINK.replace("#site", "#uses"), "term", "`#uses`"),
    "to another page": (LINK, LINK.replace("#site", "../#site"), "term", "`../#site`"),
    "from another word": (
        f"all {LINK}", '<a class="term" href="#site">all</a> Sites', "term", "“all”"
    ),
    "from more words": (
        f"all {LINK}", '<a class="term" href="#site">all Sites</a>', "term", "“all Sites”"
    ),
    "with another word": (LINK, LINK.replace("Sites", "Sights"), "words", "Sights"),
    "in a heading": (
        "3.</span> Site</h2>", '3.</span> <a class="term" href="#site">Site</a></h2>',
        "markup", "`h2`",
    ),
    "with something hidden": (LINK, LINK.replace("<a", "<a hidden"), "markup", "`hidden`"),
    "with marks in it": (
        LINK, LINK.replace("Sites", "<em>Sites</em>"), "markup", "`a.term`"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_link_that_is_none_to_a_definition_is_found(
    made: tuple[Factory, Path], name: str
) -> None:
    old, new, check, message = CHANGES[name]
    tampered(made[1], PAGE, {old: new})
    found = [(one.check, one.message) for one in proved(*made).problems]
    assert any(one == check and message in said for one, said in found), found
