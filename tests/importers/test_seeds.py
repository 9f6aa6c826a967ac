"""Real documents, where they are at hand: what was found in them does not change unnoticed."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from inforce.importers import find_documents, import_document

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the documents are not here")


@dataclass(frozen=True)
class Counts:
    sections: int
    clauses: int
    references: int
    terms: int
    kept: int  # numbers that are kept as they were typed
    torn: int
    doubts: tuple[str, ...] = ()


DOCUMENTS = {
    ("000", None, "en"): Counts(8, 21, 0, 15, 0, 0, ("1 title",)),
    ("001", 1, "ru"): Counts(
        10, 77, 4, 3, 29, 5, ("48 reference", "48 reference", "63 level")
    ),
    ("001", 2, "ru"): Counts(7, 43, 2, 2, 0, 1),
    ("002", None, "ru"): Counts(6, 59, 2, 8, 2, 1, ("102 number",)),
    ("003", None, "ru"): Counts(12, 60, 1, 1, 0, 0),
    ("004", None, "en"): Counts(6, 49, 2, 8, 0, 0),
}  # fmt: skip


def text_of(name: str) -> str:
    (path,) = SEEDS.glob(f"{name}_*.txt")
    return path.read_text("utf-8")


@pytest.mark.parametrize(("which", "expected"), DOCUMENTS.items())
def test_what_is_found_in_a_real_document(
    which: tuple[str, int | None, str], expected: Counts
) -> None:
    name, document, language = which
    title = "" if name != "000" else "Policy"
    found = import_document(
        text_of(name), file=name, language=language, policy="p", document=document, title=title
    )
    clauses = list(found.policy.walk())
    assert found.proof.holds
    assert expected == Counts(
        sections=len(found.policy.clauses),
        clauses=len(clauses),
        references=found.references,
        terms=sum(bool(clause.term) for clause in clauses),
        kept=sum(bool(clause.number) for clause in clauses),
        torn=sum(finding.check == "torn" for finding in found.findings),
        doubts=tuple(f"{doubt.location.line} {doubt.check}" for doubt in found.doubts),
    )


def test_one_file_holds_two_documents() -> None:
    found = find_documents(text_of("001"), file="001")
    assert [(one.first, one.last) for one in found] == [(3, 124), (126, 216)]


def test_slots_of_real_documents() -> None:
    second = import_document(text_of("002"), file="002", language="ru", policy="p").policy
    third = import_document(text_of("003"), file="003", language="ru", policy="p").policy
    assert [part.kind for part in second.preface] == ["place-date"]
    assert [clause.id for clause in second.preamble] == ["preamble"]
    assert [part.kind for part in third.conclusions] == ["signature"]
    assert len(third.conclusions[0].text["ru"].text.split("\n\n")) == 4
