"""Texts side by side: which rows there are, and what stands in their cells."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from inforce.model import Clause, Edition, Part, Text, Words
from inforce.render import Labels
from inforce.render.parallel import Column, Row, parallel_rows
from tests.factory import clause, paragraph, places

LABELS = Labels("Link to clause", "Table")


def text(language: str, *clauses: Clause, **known: Any) -> Text:
    return Text("privacy", "1", language, f"Title {language}", clauses=clauses, **known)


def rows(*texts: Text) -> list[Row]:
    """The rows of texts, the first of which has every clause, without that of the titles."""
    first = texts[0]
    edition = Edition(
        "privacy", "1", "policy", "1", datetime.min, {}, "ru", "ru", "",
        preamble=places(first.preamble),
        clauses=places(first.clauses),
        annexes=places(first.annexes),
    )  # fmt: skip
    columns = [Column(one, lambda policy, clause: None, LABELS) for one in texts]
    titles, *rest = parallel_rows(edition, columns)
    assert titles.cells == tuple(f"<h2>{one.title}</h2>\n" for one in texts)
    return rest


def test_clauses_meet_by_id_whatever_their_numbers() -> None:
    found = rows(
        text("ru", clause("scope", "а)", "Слово"), clause("law", "б)", "Право")),
        text("en", clause("law", "2.", "Law"), clause("scope", "a)", "Word")),
    )
    assert [(row.id, row.name) for row in found] == [("scope", "а)"), ("law", "б)")]
    assert [row.cells for row in found] == [
        (
            '<p><span class="number">а)</span> Слово</p>\n',
            '<p><span class="number">a)</span> Word</p>\n',
        ),
        (
            '<p><span class="number">б)</span> Право</p>\n',
            '<p><span class="number">2.</span> Law</p>\n',
        ),
    ]


def test_a_clause_that_a_text_does_not_have_is_no_empty_cell() -> None:
    found = rows(text("ru", clause("scope", "1.", "Слово")), text("en"))
    assert [row.cells[1] for row in found] == [None]


def test_the_rows_stand_in_reading_order() -> None:
    point = clause("point", "1)", "point;")
    goals = replace(
        clause("goals", "1.1.", "Goals:"), clauses=(point,), closing=(paragraph("All"),)
    )
    general = replace(clause("general", "1.", title="General"), clauses=(goals,))
    one = text(
        "en", general,
        preface=(Part("place-date", (paragraph("Astana"),)),),
        preamble=(Clause("preamble", blocks=(paragraph("Whereas"),)),),
        conclusions=(Part("signature", (paragraph("Director"),)),),
        annexes=(Clause("form", title=(Words("Form"),), repealed=True),),
    )  # fmt: skip
    assert [(row.id, row.name, row.classes, row.cells[0]) for row in rows(one)] == [
        ("", "", "inforce-part", "<p>Astana</p>\n"),
        ("preamble", "preamble", "", "<p>Whereas</p>\n"),
        ("general", "1.", "", '<h3><span class="number">1.</span> General</h3>\n'),
        ("goals", "1.1.", "", '<p><span class="number">1.1.</span> Goals:</p>\n'),
        ("point", "1)", "inforce-indent-1", '<p><span class="number">1)</span> point;</p>\n'),
        ("", "", "", "<p>All</p>\n"),
        ("", "", "inforce-part", "<p>Director</p>\n"),
        ("form", "form", "inforce-annex inforce-repealed", "<h3>Form</h3>\n"),
    ]


def test_what_one_text_has_after_its_points_leaves_the_others_empty() -> None:
    other = clause("goals", "1.", "Цели:")
    found = rows(text("ru", replace(other, closing=(paragraph("Всё"),))), text("en", other))
    assert [row.cells for row in found][1] == ("<p>Всё</p>\n", "")


def test_a_part_that_one_text_has_more_leaves_the_others_empty() -> None:
    place = (Part("place-date", (paragraph("Астана"),)),)
    assert rows(text("ru", preface=place), text("en"))[0].cells == ("<p>Астана</p>\n", "")


def test_markup_in_a_title_is_text() -> None:
    column = Column(replace(text("en"), title="<b>&"), lambda policy, clause: None, LABELS)
    edition = Edition("privacy", "1", "policy", "1", datetime.min, {}, "ru", "ru", "")
    assert parallel_rows(edition, [column])[0].cells == ("<h2>&lt;b&gt;&amp;</h2>\n",)


def test_no_text_makes_no_rows() -> None:
    edition = Edition("privacy", "1", "policy", "1", datetime.min, {}, "ru", "ru", "")
    assert parallel_rows(edition, []) == ()
