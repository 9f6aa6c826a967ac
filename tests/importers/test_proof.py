"""The proof that no word was lost and none invented."""

import pytest

from inforce.importers import Notes
from inforce.importers.characters import clean
from inforce.importers.markdown import Markdown
from inforce.importers.plaintext import PlainText
from inforce.importers.proof import MAX_COMPARED, Proof, prove

from .outline import body

TEXT = "Правила\n\n1. Общее\n\n1.1. Сайт работает: днём, ночью.\n\n- всегда;\n- везде.\n"
FOUND = body(TEXT.partition("\n\n")[2])


def proof(source: str, text: str = TEXT, *, titled: bool = True) -> Proof:
    raws = clean(text, Notes("a.txt"))
    return prove(raws, PlainText(), source, "privacy", "ru", titled=titled)


def test_it_holds_for_what_was_imported() -> None:
    assert proof(FOUND.source).holds


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("работает", "спит", "line 5: for “работает” “спит” stands now"),
        (" ночью", "", "line 5: for “ночью” nothing stands now"),
        ("всегда;", "всегда и;", "line 7: for “” “и” stands now"),
        ("днём, ночью", "днём ночью", "line 5: for “,” nothing stands now"),
        ("Общее", "ОБЩЕЕ", "line 3: for “Общее” “ОБЩЕЕ” stands now"),
        ("marker: bullet", "marker: point", "line 7: for “” “1)” stands now"),
        ("title:\n  ru: Правила", "title:\n  ru: Нормы",
         "line 1: for “Правила” “Нормы” stands now"),
    ],
)  # fmt: skip
def test_each_change_is_found_with_its_line(old: str, new: str, expected: str) -> None:
    assert old in FOUND.source
    found = proof(FOUND.source.replace(old, new, 1))
    assert not found.holds
    assert str(found.differences[0]) == expected


def test_a_number_counts_to_its_final_stop() -> None:
    found = proof(FOUND.source, TEXT.replace("1.1. Сайт", "1.1 Сайт"))
    assert [str(one) for one in found.differences] == ["line 5: for “” “.” stands now"]


def test_two_words_in_another_order_are_found() -> None:
    found = proof(FOUND.source.replace("днём, ночью", "ночью, днём"))
    assert not found.holds


@pytest.mark.parametrize(("old", "new"), [("- всегда", "• всегда"), ("- всегда", "всегда")])
def test_bullets_are_not_counted(old: str, new: str) -> None:
    assert proof(FOUND.source, TEXT.replace(old, new)).holds


def test_a_title_of_the_command_is_not_counted() -> None:
    text = TEXT.partition("\n")[2]
    assert proof(FOUND.source, text, titled=False).holds
    assert not proof(FOUND.source, text).holds


def test_a_source_that_cannot_be_read_says_why() -> None:
    found = proof(FOUND.source.replace("id: clause-1-1", "id: 1-1", 1))
    assert not found.holds
    assert [problem.check for problem in found.problems] == ["clause-id"]


def test_a_reference_that_leads_nowhere_does_not_hold() -> None:
    found = proof(FOUND.source.replace("работает", "работает [](#nowhere)"))
    assert [problem.check for problem in found.problems] == ["reference"]


def test_very_many_differences_are_one() -> None:
    words = " ".join(f"слово{number}" for number in range(MAX_COMPARED + 1))
    found = proof(FOUND.source, TEXT.replace("днём", words))
    assert len(found.differences) == 1


def test_links_are_counted_as_the_canonical_text_writes_them() -> None:
    text = (
        "# Правила\n\n1. См. [сайт](https://a.example/), [https://b.example](https://b.example),\n"
        "[a@b.example](mailto:a@b.example) и <c@d.example>.\n"
    )
    found = body(text.partition("\n\n")[2], file="a.md")
    raws = clean(text, Notes("a.md"))
    checked = prove(raws, Markdown(), found.source, "privacy", "ru", titled=True)
    assert checked.holds
    changed = found.source.replace("https://a.example/", "https://evil.example/")
    assert not prove(raws, Markdown(), changed, "privacy", "ru", titled=True).holds
