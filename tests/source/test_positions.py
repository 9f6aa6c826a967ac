"""Where a character of a value stands in its file, in every style in which YAML writes it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from inforce.source.document import Document
from inforce.source.fields import Field
from inforce.source.nodes import Report

UNHURRIED = settings(deadline=None)
STYLES = [
    ("plain", "a: one two\n", "two", "1:8"),
    ("behind spaces", "a:    one two\n", "two", "1:11"),
    ("on the next line", "a:\n  one two\n", "two", "2:7"),
    ("folded plain", "a: one\n  two\n\n  three\n", "three", "4:3"),
    ("single quotes", "a: 'one two'\n", "two", "1:9"),
    ("a quote in them", "a: 'it''s two'\n", "two", "1:11"),
    ("folded single quotes", "a: 'one\n\n  two'\n", "two", "3:3"),
    ("double quotes", 'a: "one two"\n', "two", "1:9"),
    ("escapes", 'a: "\\u0430\\t\\"\\x41\\n two"\n', "two", "1:22"),
    ("escaped line ends", 'a: "one \\\n   two\\\n  three"\n', "three", "3:3"),
    ("folded double quotes", 'a: "one\n   two"\n', "two", "2:4"),
    ("block", "a: |-\n  one\n    two\n", "two", "3:5"),
    ("block with a remark", "a: |-  # why\n  one\n  two\n", "two", "3:3"),
    ("block after blank lines", "a: |-\n\n\n  one\n  two\n", "two", "5:3"),
    ("block with an indicator", "a: |2-\n    one\n  two\n", "two", "3:3"),
    ("first line of it", "a: |2-\n    one\n  two\n", "one", "2:5"),
    ("spaces only in between", "a: |-\n  one\n     \n  two\n", "two", "4:3"),
    ("folded block", "a: >-\n  one\n  two\n\n  three\n", "three", "5:3"),
    ("folded block, deeper", "a: >\n    one\n      two\n    three\n", "three", "4:5"),
    ("in braces", "{a: one two}\n", "two", "1:9"),
    ("outside the plane", "a: 😀 two\n", "two", "1:6"),
]


def field(text: str) -> Field:
    """The first value of a mapping, as it stands in the file."""
    root = YAML(typ="safe").compose(text)
    document = Document("a.yml", text, tuple(text.split("\n")), root)
    return Field(root.value[0][1], document, Report())


@pytest.mark.parametrize(("text", "word", "place"), [row[1:] for row in STYLES],
                         ids=[row[0] for row in STYLES])  # fmt: skip
def test_a_word_is_found_in_each_style(text: str, word: str, place: str) -> None:
    source = field(text).source()
    assert str(source.at(source.text.index(word))) == f"a.yml:{place}"
    first = text.index(source.text[0], 3) if "\\" not in text else None
    if first is not None:
        assert source.at(0) == source.location


WORDS = st.text("ab'\"\\#: яқ😀\u00a0", min_size=1).map(str.strip).filter(bool)
LINES = st.lists(WORDS, min_size=1, max_size=4)


@UNHURRIED
@given(LINES, st.sampled_from(["json", "'", "|", ">"]), st.integers(0, 3))
def test_every_visible_character_is_found_as_it_stands(
    lines: list[str], style: str, blank: int
) -> None:
    break_ = "\n" * (blank + 1)
    if style == "json":
        text = f"a: {json.dumps(break_.join(lines), ensure_ascii=False)}\n"
    elif style == "'":
        text = "a: '" + ("\n" + break_ + "  ").join(line.replace("'", "''") for line in lines)
        text += "'\n"
    else:
        text = f"a: {style}-\n" + break_.join(f"  {line}" for line in lines) + "\n"
    rows = text.split("\n")
    source = field(text).source()
    for offset, character in enumerate(source.text):
        if character not in " \n\t":
            place = source.at(offset)
            written = rows[place.line - 1][place.column - 1]
            assert written == ("\\" if style == "json" and character in '"\\' else character)
