import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from inforce.frozen import canonical_text
from inforce.model import (
    Block,
    Break,
    Clause,
    Code,
    Emphasis,
    Link,
    Paragraph,
    Part,
    Run,
    Strong,
    Table,
    Text,
    Words,
)
from inforce.render import CLASSES, GRAMMAR, Labels, text_html
from tests.chance import examples
from tests.factory import clause, paragraph, sample

LABELS = Labels("Link to", "Table")
SPACE = re.compile("[ \n\t]+")


def link(policy: str, identity: str) -> str | None:
    return f"../{policy}/#{identity}" if policy == "terms" else None


def article(text: Text, *, anchors: bool = False) -> LexborNode:
    root = LexborHTMLParser(text_html(text, link, LABELS, anchors=anchors))
    node = root.css_first("article")
    assert node is not None
    return node


def body(*blocks: Block | str, identity: str = "a", number: str = "1.") -> Text:
    return Text(
        "privacy", "2026-09-01", "ru", "Title", clauses=(clause(identity, number, *blocks),)
    )


def inner(text: Text, selector: str) -> str:
    node = article(text).css_first(selector)
    assert node is not None
    return node.html or ""


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


RUNS: Mapping[str, tuple[Run, str]] = {
    "words": (Words("a < b & c"), "a &lt; b &amp; c"),
    "raw HTML": (Words("<script>x</script>"), "&lt;script&gt;x&lt;/script&gt;"),
    "strong": (Strong((Words("a"),)), "<strong>a</strong>"),
    "emphasis": (Emphasis((Words("a"),)), "<em>a</em>"),
    "code": (Code("a<b>"), "<code>a&lt;b&gt;</code>"),
    "break": (Break(), "<br>"),
    "outside": (
        Link((Words("a"),), href='https://e.example/?a=1&b="'),
        '<a class="external" href="https://e.example/?a=1&amp;b=&quot;">a</a>',
    ),
    "script": (Link((Words("a"),), href="javascript:alert(1)"), "a"),
    "clause": (Link((Words("a"),), clause="a"), '<a class="clause" href="#a">a</a>'),
    "no clause": (Link((Words("b"),), clause="b"), "b"),
    "policy": (
        Link((Words("a"),), policy="terms", clause="x"),
        '<a class="policy" href="../terms/#x">a</a>',
    ),
    "no policy": (Link((Words("a"),), policy="gone", clause="x"), "a"),
}


@pytest.mark.parametrize("name", RUNS)
def test_each_run_is_written_and_escaped(name: str) -> None:
    run, expected = RUNS[name]
    node = article(body(paragraph("[", run, "]"))).css_first("p")
    assert node is not None
    assert f"[{expected}]" in (node.html or "")


def test_the_article_says_what_it_is() -> None:
    node = article(body("x"))
    assert node.attributes == {
        "class": "inforce-text",
        "id": "_text",
        "lang": "ru",
        "data-policy": "privacy",
        "data-edition": "2026-09-01",
        "data-language": "ru",
    }
    assert inner(body("x"), "h1") == "<h1>Title</h1>"


def test_a_number_stands_before_the_words_of_its_clause() -> None:
    assert inner(body("x", "y"), "p") == '<p><span class="number">1.</span> x</p>'
    titled = Text("p", "e", "ru", "T", clauses=(clause("a", "1.", "x", title="Head"),))
    assert inner(titled, "h2") == '<h2><span class="number">1.</span> Head</h2>'
    assert inner(titled, "p") == "<p>x</p>"
    assert article(body("x", number="")).css_first(".number") is None


def test_a_number_before_a_table_has_a_line_of_its_own() -> None:
    table = Table(("left", ""), ((Words("a"),), (Words("b"),)), (((Words("1"),), (Words("2"),)),))
    node = article(body(table))
    assert [attribute(child, "class") for child in node.css("section > *")] == [
        "permalink",
        "label",
        "table",
    ]
    assert [attribute(cell, "class") for cell in node.css("th, td")] == ["left", "", "left", ""]


def test_headings_follow_the_depth_and_end_at_six() -> None:
    nested: tuple[Clause, ...] = ()
    for depth in reversed(range(7)):
        nested = (replace(clause(f"c{depth}", "", title="x"), clauses=nested),)
    node = article(Text("p", "e", "ru", "T", clauses=nested))
    names = [child.tag for child in node.css("h1,h2,h3,h4,h5,h6")]
    assert names == ["h1", "h2", "h3", "h4", "h5", "h6", "h6", "h6"]


def test_numbers_are_anchors_only_where_asked_and_never_instead_of_an_id() -> None:
    annex = replace(clause("x", "1."), anchor="a1-1")
    text = Text("p", "e", "ru", "T", clauses=(clause("a1-1", "1.", "one"), annex))
    assert article(text).css(".anchor") == []
    assert [attribute(node, "id") for node in article(text, anchors=True).css(".anchor")] == ["1"]


def test_a_permalink_has_no_words() -> None:
    node = article(body("x")).css_first("a.permalink")
    assert node is not None
    assert node.text() == ""
    assert node.attributes == {"class": "permalink", "href": "#a", "aria-label": "Link to 1."}


def test_the_parts_stand_in_reading_order() -> None:
    text = Text(
        "p",
        "e",
        "ru",
        "Title",
        preface=(Part("place-date", (paragraph("Place"),)),),
        preamble=(clause("preamble", "", "Preamble"),),
        clauses=(replace(clause("a", "1.", "One"), closing=(paragraph("Closing"),)),),
        conclusions=(Part("signature", (paragraph("Signed"),)),),
        annexes=(replace(clause("annex", "", "Form"), repealed=True),),
    )
    node = article(text)
    assert node.text(separator=" ").split() == [
        *("Title", "Place", "Preamble", "1.", "One", "Closing", "Signed", "Form")
    ]
    kinds = [
        (attribute(child, "class"), attribute(child, "data-kind")) for child in node.css("div")
    ]
    assert kinds == [("preface", "place-date"), ("closing", ""), ("conclusion", "signature")]
    assert attribute(node.css("section")[-1], "class") == "clause repealed annex"


words = st.text("аб <>&\"'\u00a0", min_size=1, max_size=6).map(Words)
TARGETS = [("", "c0"), ("", "c9"), ("terms", "x"), ("gone", "x")]


def _nested(runs: st.SearchStrategy[Run]) -> st.SearchStrategy[Run]:
    some = st.lists(runs, min_size=1, max_size=2).map(tuple)
    inside = st.builds(
        lambda label, target: Link(label, policy=target[0], clause=target[1]),
        some,
        st.sampled_from(TARGETS),
    )
    return st.one_of(some.map(Strong), some.map(Emphasis), inside)


runs = st.recursive(
    st.one_of(words, st.builds(Code, st.text("ab<", min_size=1, max_size=3)), st.just(Break())),
    _nested,
    max_leaves=3,
)
lines = st.lists(runs, min_size=1, max_size=3).map(tuple)
tables = st.builds(
    lambda cells: Table(("", "right"), cells[0], tuple(cells[1:])),
    st.lists(st.tuples(lines, lines), min_size=1, max_size=2),
)
blocks = st.lists(st.one_of(st.builds(Paragraph, lines), tables), max_size=2).map(tuple)
clauses = st.builds(
    Clause,
    st.just(""),
    st.sampled_from(["", "1.", "–"]),
    title=st.one_of(st.just(()), words.map(lambda word: (word,))),
    blocks=blocks,
    closing=blocks,
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    drawn = draw(st.lists(clauses, min_size=4, max_size=4))
    one, two, three, four = (replace(each, id=f"c{n}") for n, each in enumerate(drawn))
    inner = replace(one, clauses=(replace(two, clauses=(three,)),))
    part = Part("kind", draw(blocks))
    return Text("p", "e", "ru", "Title", (), (part,), (), (inner,), (part,), (four,))


@settings(max_examples=examples(15))
@given(texts())
def test_nothing_but_the_grammar_is_written(text: Text) -> None:
    root = article(text, anchors=True)
    for node in root.traverse():
        assert node.tag is not None
        assert set(node.attributes) <= GRAMMAR[node.tag]
        classes = attribute(node, "class").split()
        assert set(classes) <= CLASSES.get(node.tag, frozenset())
    ids = [attribute(node, "id") for node in root.css("[id]")]
    assert len(ids) == len(set(ids))


@settings(max_examples=examples(15))
@given(texts())
def test_the_visible_words_are_those_of_the_canonical_text(text: Text) -> None:
    html = text_html(text, link, LABELS, anchors=True)
    shown = LexborHTMLParser(re.sub(r"<br>|</(h\d|p|td|th)>", " ", html)).text()
    shown = shown.replace("\u00a0", " ")
    canonical = canonical_text(text).decode().replace("\u00a0", " ")
    assert list(filter(None, SPACE.split(shown))) == list(filter(None, SPACE.split(canonical)))


def test_a_sample_reads_as_its_canonical_text() -> None:
    text = sample("ru")
    shown = article(text).text(separator=" ").split()
    assert shown == canonical_text(text).decode().split()
