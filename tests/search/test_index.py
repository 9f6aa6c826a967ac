"""What can be found: the texts in force, clause by clause, for readers of each language."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inforce.model import LanguageStatus, Part, Status, Table, Words
from inforce.project import load_project
from inforce.search import Page, Section, index, indexes
from inforce.site import Publication
from tests.factory import STATUSES, Factory, clause, day, paragraph, sample, texts

At = Callable[[str], Mapping[str, Any]]


@pytest.fixture
def factory(tmp_path: Path) -> Factory:
    return Factory(tmp_path / "project")


@pytest.fixture
def found(factory: Factory) -> At:
    """The index of each language as of the first moment of a date."""

    def at(date: str) -> Mapping[str, Any]:
        project = load_project(factory.root)
        publication = Publication(project.archive, project.site, day(date))
        files = {file.address.path("ru"): file.content for file in indexes(publication, {})}
        assert list(files) == ["search/ru.json", "search/kk.json", "search/en.json"]
        return {path[7:9]: json.loads(content) for path, content in files.items()}

    return at


def test_each_language_has_its_own_pages_and_knows_the_others(factory: Factory, found: At) -> None:
    factory.publish("2026-02-01", texts())
    indexes = found("2026-03-01")
    for language, path in (("ru", "privacy/"), ("kk", "kk/privacy/"), ("en", "en/privacy/")):
        one = indexes[language]
        assert one["language"] == language
        assert one["others"] == [other for other in ("ru", "kk", "en") if other != language]
        assert [(page["path"], page["language"]) for page in one["pages"]] == [(path, language)]


def test_only_what_is_in_force_can_be_found(factory: Factory, found: At) -> None:
    """Each edition has a word of its own."""
    factory.publish("2026-02-01", texts("superseded"))
    factory.publish("2026-03-01", texts("current"))
    factory.publish("2026-05-01", texts("scheduled"))
    withdrawn = factory.publish("2026-06-01", texts("withdrawn"))
    factory.withdraw(withdrawn, "2026-01-02")
    factory.publish("2026-02-01", texts("repealed", "terms"), recorded="2026-01-03")
    factory.repeal("terms", "2026-03-01", "2026-01-04")
    factory.publish("2026-08-01", texts("coming", "offers"), recorded="2026-01-05")
    for language, one in found("2026-04-01").items():
        written = json.dumps(one, ensure_ascii=False)
        assert f"Scope [{language}] current" in written
        for word in ("superseded", "scheduled", "withdrawn", "repealed", "coming", "Summary"):
            assert word not in written


def test_what_takes_effect_takes_over_at_its_moment(factory: Factory, found: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"))
    for date, word in (("2026-02-28", "one"), ("2026-03-01", "two")):
        sections = found(date)["en"]["pages"][0]["sections"]
        assert sections[1]["text"] == f"Scope [en] {word}"


def test_a_text_that_stands_in_keeps_its_language(factory: Factory, found: At) -> None:
    known = {"ru": STATUSES["ru"], "kk": LanguageStatus(Status.AUTHENTIC, pending=True)}
    factory.publish("2026-02-01", [sample("ru")], languages=known)
    (page,) = found("2026-03-01")["kk"]["pages"]
    assert (page["path"], page["about"], page["language"]) == ("kk/privacy/", "privacy", "ru")


def test_a_corrected_translation_replaces_the_first(factory: Factory, found: At) -> None:
    edition = factory.publish("2026-02-01", texts("wrong"))
    factory.correct(edition, sample("en", "right"), "2026-01-02")
    (page,) = found("2026-03-01")["en"]["pages"]
    assert page["sections"][1]["text"] == "Scope [en] right"


def test_every_clause_is_a_section_with_its_full_number(factory: Factory, found: At) -> None:
    point = replace(clause("point", "1)", "A point."), anchor="2.1-1")
    bullet = replace(clause("bullet", "–", "A bullet."), anchor="")
    clauses = (
        replace(
            clause("rights", "2.", title="Rights"),
            clauses=(
                replace(
                    clause("list", "2.1.", "These:"),
                    clauses=(point, bullet),
                    closing=(paragraph("Free of charge."),),
                    term="Rights",
                ),
            ),
        ),
    )
    annex = replace(
        clause("form", "Annex 1.", title="A form"),
        anchor="a1",
        clauses=(replace(clause("field", "1.", "A field."), anchor="a1-1"),),
    )
    preamble = (clause("preamble", "", "We explain."),)
    text = replace(sample("ru"), preamble=preamble, clauses=clauses, annexes=(annex,))
    factory.publish("2026-02-01", [text])
    (page,) = found("2026-03-01")["ru"]["pages"]
    assert page["sections"] == [
        {"id": "preamble", "text": "We explain."},
        {"id": "rights", "number": "2.", "anchor": "2", "title": "Rights"},
        {
            "id": "list",
            "number": "2.1.",
            "anchor": "2.1",
            "text": "These:\nFree of charge.",
            "term": "Rights",
            "above": 1,
        },
        {"id": "point", "number": "2.1. 1)", "anchor": "2.1-1", "text": "A point.", "above": 2},
        {"id": "bullet", "text": "A bullet.", "above": 2},
        {"id": "form", "number": "Annex 1.", "anchor": "a1", "title": "A form"},
        {"id": "field", "number": "Annex 1. 1.", "anchor": "a1-1", "text": "A field.", "above": 5},
    ]


def test_tables_and_what_stands_around_the_clauses_can_be_found(
    factory: Factory, found: At
) -> None:
    table = Table(("", ""), ((Words("Name"),), (Words("Term"),)), (((Words("a"),), (Words("b"),)),))
    text = replace(
        sample("ru"),
        preface=(Part("place-date", (paragraph("Астана"),)),),
        conclusions=(Part("signature", (paragraph("Директор"),)),),
        clauses=(clause("list", "1.", table),),
    )
    factory.publish("2026-02-01", [text])
    (page,) = found("2026-03-01")["ru"]["pages"]
    assert page["text"] == "Астана\nДиректор"
    assert page["sections"][0]["text"] == "Name · Term\na · b"


def test_other_pages_come_behind_the_documents(factory: Factory) -> None:
    factory.publish("2026-02-01", texts())
    project = load_project(factory.root)
    publication = Publication(project.archive, project.site, day("2026-03-01"))
    own = Page("kk/help/", "kk/help/", "kk", "Көмек", "Сұрақтар", (Section("a", title="Б"),))
    russian, kazakh, _ = (json.loads(one.content) for one in indexes(publication, {"kk": [own]}))
    assert [page["path"] for page in russian["pages"]] == ["privacy/"]
    assert kazakh["pages"][1] == {
        "path": "kk/help/",
        "about": "kk/help/",
        "language": "kk",
        "title": "Көмек",
        "text": "Сұрақтар",
        "sections": [{"id": "a", "title": "Б"}],
    }


def test_an_index_is_the_same_bytes_every_time() -> None:
    page = Page("a/", "a", "ru", "Ещё", "", (Section("b", above=None, text="«ё»"),))
    written = index("ru", ["kk"], [page])
    assert (
        written
        == (
            '{"language":"ru","others":["kk"],"pages":[{"path":"a/","about":"a","language":"ru",'
            '"title":"Ещё","text":"","sections":[{"id":"b","text":"«ё»"}]}]}'
        ).encode()
    )
