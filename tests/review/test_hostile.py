"""A policy's words mean nothing to GitHub, whatever they are."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from inforce.report import inert
from inforce.review.telling import fenced

from ..workplace import clause, words
from .conftest import SCOPE, SECOND, TERM, Desk, privacy

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough", "table"])
HOSTILE = [
    "@admin and @org/team",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</details></summary>",
    "<!-- hidden -->",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "https://evil.example/?a=1 http://evil.example www.evil.example",
    "admin@evil.example",
    "#1 GH-1 aGH-1 a/issues/1 /pull/1 org/repository#1",
    ":tada: 0123456789abcdef0123456789abcdef01234567",
    "``` ~~~ `x` ` `` ``` ````",
    "| a | b |",
    "a ~~b~~ **c** _d_ \\",
    "&lt;b&gt; &#64;admin",
    "# Heading",
    "- x",
    "1. x",
    "> x",
    "===",
]
# What GitHub looks for in the finished text; it takes each piece of text between tags by itself.
MEANT = re.compile(
    r"(?<![\w/])@\w|\w@\w|https?://|\bwww\.|#\d|GH-\d|/(issues|pull|discussions)/\d|:tada:"
    r"|(?<![^\W_])[0-9a-f]{7,40}(?![^\W_])"
)


def pieces(markdown: str) -> list[str]:
    """The pieces of text that GitHub looks at: not those in code."""
    tree = LexborHTMLParser(f"<body>{GITHUB.render(markdown)}</body>")
    for node in tree.css("code, pre"):
        node.decompose()
    texts = tree.body.traverse(include_text=True) if tree.body else ()
    return [node.text_content or "" for node in texts if node.tag == "-text"]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_words(desk: Desk, text: str) -> None:
    hostile = words(f"a {text}")
    new = clause("new", f"a {text}", title=hostile)
    source = privacy(SCOPE, TERM, new, edition={**SECOND, "summary": hostile}, title=hostile)
    desk.write(source)
    told = desk.review()
    tree = LexborHTMLParser(GITHUB.render(told))
    assert tree.css("img, script, [onerror]") == []
    hrefs = {node.attributes.get("href") or "" for node in tree.css("a")}
    assert {one.partition("#")[0] for one in hrefs} <= {"content/privacy/policy.yml"}
    ends = re.findall(r"^</details>$", told, re.MULTILINE)
    assert len(tree.css("details")) == len(ends) >= 3
    assert [one for one in pieces(told) if MEANT.search(one)] == []


PARTS = ["@", "a", ":", "//", "http", "www", ".", "#", "1", "GH-", "/pull/", "<b>", "[x](y)", "`",
         "~~", "**", "_", "\\", "&amp;", "|", "!", " ", "tada", "0123abc", "é", "ә"]  # fmt: skip


@example("aGH-1")
@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_words_read_as_they_are(text: str) -> None:
    tree = LexborHTMLParser(f"<body>{GITHUB.render(f'x{inert(text)}x')}</body>")
    assert [node.tag for node in tree.css("body *") if node.tag not in ("p", "wbr")] == []
    assert tree.body is not None
    assert tree.body.text().rstrip("\n") == f"x{text}x"
    assert [one for one in pieces(f"x {inert(text)}") if MEANT.search(one)] == []


@given(st.lists(st.sampled_from(["```", "`", "~~~~", "a", "\n", "@b", "</details>"])).map("".join))
def test_a_notice_stays_in_its_fence(text: str) -> None:
    tree = LexborHTMLParser(f"<body>{GITHUB.render(fenced(f'x{text}') + 'after')}</body>")
    assert tree.body is not None
    assert [node.text() for node in tree.css("body > pre")] == [f"x{text}".rstrip() + "\n"]
    assert [node.text() for node in tree.css("body > p")] == ["after"]
