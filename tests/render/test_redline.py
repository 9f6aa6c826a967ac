import re

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from inforce.compare import Comparison, compare
from inforce.model import Text
from inforce.render import Labels, Words, text_html
from inforce.render.redline import RedlineLabels, redline_html, steps

from ..compare.notation import text
from ..compare.test_properties import texts
from ..frozen import strategies
from ..frozen.strategies import OFTEN, RARELY

TEXT_LABELS = Labels.of(Words.load("en"))
LABELS = RedlineLabels.of(Words.load("en"))


def policy_link(policy: str, clause: str) -> str:
    return f"/{policy}/#{clause}"


def html(comparison: Comparison) -> str:
    return redline_html(comparison, policy_link, policy_link, LABELS)


def redline(old: str, new: str) -> str:
    """The fragment without its frame and without what is only for hearing."""
    written = html(compare(text(old, "en"), text(new, "en")))
    silent = re.sub(r'<span class="spoken">[^<]*</span>', "", written)
    inner = silent.split("</h2>\n", 1)[1].removesuffix("</article>\n")
    return inner.replace("\n", "")


FOLD = '<details class="unchanged"><summary>Unchanged: {}</summary>{}</details>'
STEP = '<p class="change" id="change-{}">{}</p>'
KIND = '<span class="kind">{}</span>'

ROWS = [
    (
        "a 1. one",
        "a 1. two",
        '<section class="clause changed" id="a">'
        + STEP.format(1, KIND.format("Text changed"))
        + '<p><span class="number">1.</span> <del>one</del><ins>two</ins></p></section>',
    ),
    (
        "a 1. x | b 2. {B} y",
        "a 1. x | b 2. {B} y",
        FOLD.format(
            "1.; 2. B",
            '<section class="clause" id="a"><p><span class="number">1.</span> x</p></section>'
            '<section class="clause" id="b"><h3><span class="number">2.</span> B</h3><p>y</p>'
            "</section>",
        ),
    ),
    (
        "a {A} x",
        "",
        '<section class="clause changed removed" id="a">'
        + STEP.format(1, KIND.format("Removed"))
        + "<h3><del>A</del></h3><p><del>x</del></p></section>",
    ),
    (
        "a 1. x",
        "a 2. x",
        FOLD.format(
            "2.",
            '<section class="clause changed" id="a"><p class="change">'
            + KIND.format("Renumbered")
            + '</p><p><span class="number"><del>1.</del> <ins>2.</ins></span> x</p></section>',
        ),
    ),
    (
        "a {A} | b {Long}",
        "b {Long} | a {A}",
        '<p class="departure"><span class="kind">Moved from here:</span> <a href="#a">A</a></p>'
        + FOLD.format("Long", '<section class="clause" id="b"><h3>Long</h3></section>')
        + '<section class="clause changed" id="a">'
        + STEP.format(1, KIND.format("Moved"))
        + "<h3>A</h3></section>",
    ),
    (
        "a <s>(https://a.example/)",
        "a <s>(https://b.example/)",
        '<section class="clause changed" id="a">'
        + STEP.format(1, KIND.format("Link leads elsewhere"))
        + '<p><a class="external" href="https://b.example/">s</a>'
        " <del>&lt;https://a.example/&gt;</del> <ins>&lt;https://b.example/&gt;</ins></p></section>",
    ),
    (
        "a [A; 1]",
        "a [A; 2]",
        '<section class="clause changed" id="a">'
        + STEP.format(1, KIND.format("Text changed"))
        + '<div class="table" role="group" tabindex="0" aria-label="Table">'
        '<table class="inforce-table"><thead><tr><th scope="col">A</th></tr></thead>'
        "<tbody><tr><td><del>1</del><ins>2</ins></td></tr></tbody></table></div></section>",
    ),
    (
        "@place-date A",
        "@place-date B",
        '<div class="preface changed" data-kind="place-date">'
        + STEP.format(1, KIND.format("Text changed"))
        + "<p><del>A</del><ins>B</ins></p></div>",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), ROWS)
def test_redline(old: str, new: str, expected: str) -> None:
    assert redline(old, new) == expected


def test_a_fold_names_a_clause_without_number_and_title_by_its_first_words() -> None:
    words = "One two three four five six"
    written = redline(f"a {words} | b", f"a {words} | b")
    assert "<summary>Unchanged: One two three four five…; b</summary>" in written


def test_a_fold_and_a_departure_say_where_a_point_belongs() -> None:
    written = redline(
        "a 1. | >b 1) x | >c 2) y | >d – z | e 2. | >f 1) new",
        "a 1. | >c 1) y | >d – z | e 2. | >f 1) newer | >b 2) x",
    )
    assert '<a href="#b">1. 1)</a>' in written
    assert "<summary>Unchanged: 1. 1); z</summary>" in written


def test_one_can_step_from_change_to_change() -> None:
    old, new = "# A | a one | b two | >c three", "# B | a four | d new | >e newer"
    comparison = compare(text(old), text(new))
    tree = LexborHTMLParser(html(comparison))
    changes = [one.attributes["id"] for one in tree.css("p.change[id]")]
    assert changes == [f"change-{number}" for number in range(1, steps(comparison) + 1)]
    links = [one.attributes["href"] for one in tree.css("a.next")]
    assert links == [f"#{name}" for name in changes[1:]]
    back = [one.attributes["href"] for one in tree.css("a.previous")]
    assert back == [f"#{name}" for name in changes[:-1]]


def test_it_is_heard_what_was_deleted_and_inserted() -> None:
    tree = LexborHTMLParser(html(compare(text("a one"), text("a two"))))
    heard = [(one.tag, one.text()) for one in tree.css("del, ins")]
    assert heard == [("del", "[deleted: one]"), ("ins", "[inserted: two]")]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_labels_are_in_the_language_of_the_page(language: str) -> None:
    labels = RedlineLabels.of(Words.load(language))
    english = [LABELS.deleted, LABELS.next, *LABELS.kinds.values()]
    assert not {labels.deleted, labels.next, *labels.kinds.values()} & {*english}


def test_everything_is_escaped() -> None:
    old, new = text("# <b> | a {<i>} <u> & x"), text("# <s> | a {</i>} <script> & y")
    tree = LexborHTMLParser(html(compare(old, new)))
    assert tree.css("b, i, u, s, script") == []


def words(tree: LexborHTMLParser, taken: str) -> list[str]:
    """The words that remain without the elements `taken` and what stands around the text."""
    for node in tree.css(f"{taken}, p.change, p.departure, summary, .spoken"):
        node.decompose()
    body = tree.body
    return body.text(separator=" ").split() if body else []


def shown(one: Text) -> list[str]:
    tree = LexborHTMLParser(text_html(one, policy_link, TEXT_LABELS))
    return words(tree, ".nothing")


@OFTEN
@given(texts(), texts())
def test_either_side_has_its_words(old: Text, new: Text) -> None:
    written = html(compare(old, new))
    assert sorted("".join(words(LexborHTMLParser(written), "ins"))) == sorted("".join(shown(old)))
    there = LexborHTMLParser(written)
    assert "".join(words(there, "del")) == "".join(shown(new))


@RARELY
@given(strategies.texts(), strategies.texts())
def test_any_comparison_can_be_shown(old: Text, new: Text) -> None:
    tree = LexborHTMLParser(html(compare(old, new)))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len({*ids})
