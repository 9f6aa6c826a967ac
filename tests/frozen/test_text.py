import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from inforce.frozen import FrozenError, read_text, text_bytes
from inforce.model import Clause, Link, Paragraph, Strong, Table, Text, Words

from .strategies import OFTEN, texts

TABLE = Table(("", "right"), ((Words("Данные"),), ()), (((Words("Почта"),), ()),))
SAMPLE = Text(
    "privacy",
    "2026-09-01",
    "ru",
    "Политика",
    clauses=(
        Clause(
            "scope",
            "1.",
            "1",
            (Words("Общее"),),
            (Paragraph((Words("Сайт "), Link((Words("наш"),), href="https://a.example/"))), TABLE),
            (Clause("who", "1.1.", "1.1"),),
        ),
    ),
)


@OFTEN
@given(texts())
def test_a_text_read_again_is_the_same_text(text: Text) -> None:
    data = text_bytes(text)
    assert read_text(data) == text
    assert text_bytes(read_text(data)) == data


def test_a_file_is_indented_utf8_with_its_format_first_and_a_line_feed_last() -> None:
    data = text_bytes(SAMPLE).decode()
    assert data.startswith('{\n "format": "inforce-text-v1",\n "policy": "privacy",\n')
    assert data.endswith("\n}\n")
    assert "Политика" in data


def test_what_is_empty_is_left_out() -> None:
    bare = json.loads(text_bytes(Text("privacy", "2026-09-01", "ru", "Политика")))
    assert list(bare) == ["format", "policy", "edition", "language", "title"]


Change = Callable[[Any], object]


def _clause(file: Any) -> Any:
    return file["clauses"][0]


REFUSALS: list[tuple[str, Change, str, str]] = [
    ("unknown key", lambda f: f.update(colour="red"), "$", "the key `colour` is unknown"),
    ("missing key", lambda f: f.pop("title"), "$", "the key `title` is missing"),
    ("other format", lambda f: f.update(format="inforce-text-v2"), "$.format", "is none of"),
    ("number", lambda f: _clause(f).update(number=1), "$.clauses[0].number", "not a number"),
    ("null", lambda f: _clause(f).update(term=None), "$.clauses[0].term", "not null"),
    ("truth", lambda f: _clause(f).update(repealed=True), "$.clauses[0].repealed", "not true or"),
    ("falsehood", lambda f: _clause(f).update(repealed="false"), "$.clauses[0].repealed", "none"),
    ("empty string", lambda f: _clause(f).update(number=""), "$.clauses[0].number", "empty"),
    ("empty list", lambda f: _clause(f).update(clauses=[]), "$.clauses[0].clauses", "empty"),
    ("list expected", lambda f: f.update(clauses={}), "$.clauses", "a list, not an object"),
    ("object expected", lambda f: f.update(clauses=["a"]), "$.clauses[0]", "an object, not"),
    ("policy id", lambda f: f.update(policy="../x"), "$.policy", "form"),
    ("edition id", lambda f: f.update(edition="2026-09-01-1"), "$.edition", "form"),
    ("day", lambda f: f.update(edition="2026-02-30"), "$.edition", "not the id of an edition"),
    ("language", lambda f: f.update(language="Russian"), "$.language", "form"),
    ("clause id", lambda f: _clause(f).update(id="Scope"), "$.clauses[0].id", "form"),
    ("anchor", lambda f: _clause(f).update(anchor="1 2"), "$.clauses[0].anchor", "form"),
    (
        "id twice",
        lambda f: _clause(f)["clauses"][0].update(id="scope"),
        "$",
        "the clause id `scope` stands twice",
    ),
    (
        "control character",
        lambda f: _clause(f).update(number="1\x07"),
        "$.clauses[0].number",
        "U+0007",
    ),
    (
        "line feed",
        lambda f: _clause(f)["title"][0].update(text="a\nb"),
        "$.clauses[0].title[0].text",
        "U+000A",
    ),
    ("turned order", lambda f: f.update(title="a\u202eb"), "$.title", "U+202E"),
    ("surrogate", lambda f: f.update(title="\ud800"), "$.title", "U+D800"),
    ("not composed", lambda f: f.update(title="и\u0306"), "$.title", "normal form C"),
    ("key not composed", lambda f: f.update({"и\u0306": "a"}), "$", "normal form C"),
]


@pytest.mark.parametrize(("name", "change", "path", "message"), REFUSALS)
def test_a_malformed_text_is_refused_at_its_place(
    name: str, change: Change, path: str, message: str
) -> None:
    file = json.loads(text_bytes(SAMPLE))
    change(file)
    with pytest.raises(FrozenError) as caught:
        read_text(json.dumps(file).encode())
    assert caught.value.path == path, name
    assert message in str(caught.value)


RUNS: list[tuple[object, str, str]] = [
    ({"type": "image", "href": "https://a.example/"}, ".type", "not a kind of run"),
    ({"text": "a"}, ".type", "not a kind of run"),
    ({"type": "text", "text": ""}, ".text", "empty"),
    ({"type": "text", "text": "a", "runs": []}, "", "the key `runs` is unknown"),
    ({"type": "strong", "runs": []}, ".runs", "empty"),
    ({"type": "break", "text": "a"}, "", "unknown"),
    ({"type": "link", "runs": [{"type": "text", "text": "a"}]}, "", "leads either to"),
    ("a", "", "an object, not a string"),
]


@pytest.mark.parametrize(("run", "path", "message"), RUNS)
def test_a_malformed_run_is_refused(run: object, path: str, message: str) -> None:
    file = json.loads(text_bytes(SAMPLE))
    _clause(file)["title"] = [run]
    with pytest.raises(FrozenError, match=message) as caught:
        read_text(json.dumps(file).encode())
    assert caught.value.path == f"$.clauses[0].title[0]{path}"


@pytest.mark.parametrize(
    ("href", "allowed"),
    [
        ("https://a.example/?q=1&r=%20#x", True),
        ("HTTP://a.example", True),
        ("https://құжат.example/", True),
        ("mailto:a@b.example", True),
        ("tel:+7-717-200-00-00", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//a.example/", False),
        ("/privacy/", False),
        ("https:", False),
        ("https://", False),
        ("https:///x", False),
        ("https://a.example/ b", False),
        ('https://a.example/"onclick="x', False),
        ("https://a.example/<b>", False),
        ("https://a.example\\b", False),
        ("mailto:", False),
    ],
)
def test_a_link_leads_only_where_nothing_can_run(href: str, allowed: bool) -> None:
    clause = Clause("a", blocks=(Paragraph((Link((Words("x"),), href=href),)),))
    text = Text("privacy", "2026-09-01", "ru", "t", clauses=(clause,))
    if allowed:
        assert read_text(text_bytes(text)) == text
    else:
        with pytest.raises(FrozenError, match=r"\.href: ") as caught:
            text_bytes(text)
        assert caught.value.path == "$.clauses[0].blocks[0].runs[0].href"


@pytest.mark.parametrize(
    "runs",
    [
        (Link((Link((Words("a"),), clause="b"),), clause="c"),),
        (Link((Strong((Link((Words("a"),), clause="b"),)),), clause="c"),),
        (Link((Words("a"),), href="https://a.example/", clause="c"),),
        (Link((), clause="c"),),
        (Strong(()),),
        (Words(""),),
        (),
    ],
)
def test_what_could_not_be_read_again_is_not_written(runs: Any) -> None:
    clause = Clause("a", blocks=(Paragraph(runs),))
    with pytest.raises(FrozenError):
        text_bytes(Text("privacy", "2026-09-01", "ru", "t", clauses=(clause,)))


@pytest.mark.parametrize(
    "table",
    [
        Table(("",), ((), ()), ()),
        Table(("", ""), ((), ()), (((),),)),
        Table((), (), ()),
        Table(("middle",), ((),), ()),
    ],
)
def test_a_table_has_as_many_cells_in_each_row_as_columns(table: Table) -> None:
    clause = Clause("a", blocks=(table,))
    with pytest.raises(FrozenError):
        text_bytes(Text("privacy", "2026-09-01", "ru", "t", clauses=(clause,)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not JSON"),
        (b"[]", "an object, not a list"),
        (b'{"format": "inforce-text-v1", "format": "x"}', "the key `format` stands twice"),
        (b'{"a": {"b": "c", "b": "d"}}', "the key `a` is unknown|stands twice|missing"),
        (b'{"format": \xff}', "byte 12 is not UTF-8"),
        (b'\xef\xbb\xbf{"format": "x"}', "not JSON"),
        (b"[" * 100_000, "nested|read"),
        (b'{"a": NaN}', "missing"),
        (b'{"seq": ' + b"9" * 5000 + b"}", "read|missing"),
    ],
)
def test_what_is_not_a_json_object_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FrozenError, match=message):
        read_text(data)
