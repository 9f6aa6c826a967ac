"""What docs/specification.md shows is what the corpus holds and what the readers know."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from inforce.frozen import edition, text
from inforce.ledger.lines import ACTS
from inforce.strict import REFUSED, Shape

CONTENT = Path(__file__).parent / "content"
PAGE = (Path(__file__).parents[2] / "docs" / "specification.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)\n```", PAGE, re.DOTALL)
LINES = (CONTENT / "ledger.jsonl").read_text("utf-8").splitlines()


def blocks(kind: str) -> list[str]:
    return [text for found, text in BLOCKS if found == kind]


def test_the_files_on_the_page_are_those_of_the_corpus() -> None:
    folder = CONTENT / "privacy" / "editions" / "2019-03-01"
    shown_edition, shown_text, _, shown_lines = blocks("json")
    assert shown_edition + "\n" == (folder / "edition.json").read_text("utf-8")
    assert shown_text + "\n" == (folder / "ru.json").read_text("utf-8")
    assert shown_lines.splitlines() == [LINES[0], LINES[1], LINES[10]]


def test_the_canonical_text_on_the_page_is_a_test_vector() -> None:
    clauses, shown = json.loads(blocks("json")[2]), blocks("text")[0]
    vectors = json.loads((CONTENT.parent / "vectors" / "canonical.json").read_text("utf-8"))
    (vector,) = (vector for vector in vectors if vector["text"].get("clauses") == clauses)
    assert vector["canonical"] == f"Title\n\n{shown}\n"


def test_the_digests_that_are_checked_by_hand_are_right() -> None:
    (shown,) = blocks("console")
    words = (CONTENT / "privacy" / "editions" / "2026-02-01" / "ru.txt").read_bytes()
    third, fourth = json.loads(LINES[2]), json.loads(LINES[3])
    assert re.findall("[0-9a-f]{64}", shown) == [
        hashlib.sha256(words).hexdigest(),
        third["files"]["ru.txt"],
        third["digest"],
        third["digest"],
        fourth["prev"],
    ]
    assert third["files"]["ru.txt"] == hashlib.sha256(words).hexdigest()


SHAPES = [
    *(value for value in vars(edition).values() if isinstance(value, Shape)),
    *(value for value in vars(text).values() if isinstance(value, Shape)),
    *(shape for shape, _ in ACTS.values()),
]


@pytest.mark.parametrize("key", sorted({key for shape in SHAPES for key in shape.known}))
def test_every_key_that_is_read_is_described(key: str) -> None:
    assert re.search(rf'[`"]{key}"?\??[`":]', PAGE)


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_described(act: str) -> None:
    assert f"\n| `{act}` | " in PAGE


def test_the_refused_characters_are_those_on_the_page() -> None:
    (sentence,) = re.findall(r"\*\*must not\*\* hold: (.*?)\. These", PAGE)
    listed: set[int] = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:–U\+([0-9A-F]+))?", sentence):
        listed |= set(range(int(first, 16), int(last or first, 16) + 1))
    assert listed == {code for code in range(0x110000) if REFUSED.match(chr(code))}
