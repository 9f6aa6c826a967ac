"""The published texts of the example, imported again: what was numbered is numbered so again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inforce.frozen import read_text
from inforce.importers import import_document
from inforce.resolve import number_policy

CONTENT = Path(__file__).parents[2] / "content"
TEXTS = sorted(CONTENT.glob("*/editions/*/*.txt"))


def numbers(path: Path, language: str) -> Iterator[str]:
    text = path.read_text("utf-8")
    found = import_document(text, file=path.name, language=language, policy=path.parts[-4])
    assert found.proof.holds
    assert found.doubts == ()
    printed = number_policy(found.policy, language)
    yield from (printed[clause.id].printed for clause in found.policy.walk())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: "-".join(path.parts[-4:]))
def test_a_canonical_text_has_its_numbers_again(path: Path) -> None:
    frozen = read_text(path.with_suffix(".json").read_bytes())
    expected = [clause.number for clause in frozen.walk() if clause.number]
    assert [number for number in numbers(path, frozen.language) if number] == expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: "-".join(path.parts[-4:]))
def test_a_canonical_text_has_its_parts_again(path: Path) -> None:
    frozen = read_text(path.with_suffix(".json").read_bytes())
    found = import_document(
        path.read_text("utf-8"), file=path.name, language=frozen.language, policy="p"
    ).policy
    assert found.title[frozen.language].text == frozen.title
    assert [part.kind for part in (*found.preface, *found.conclusions)] == [
        part.kind for part in (*frozen.preface, *frozen.conclusions)
    ]
    assert len(found.annexes) == len(frozen.annexes)
