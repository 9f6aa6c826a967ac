"""A working text as the text of one language, and what keeps it from being one."""

from dataclasses import replace

import pytest

from inforce.model import (
    Clause,
    Link,
    Paragraph,
    Part,
    Strong,
    Table,
    Text,
    Words,
    WorkingPolicy,
)
from inforce.problems import Problem
from inforce.resolve import LANGUAGES, generated, nothing, resolve_text, same_words
from inforce.resolve.numbering import Number
from inforce.resolve.references import Lookup
from inforce.resolve.words import REPEALED

from ..source.loading import HEAD, in_clauses, load_sound, the_site

WHOLE = """\
policy: privacy
kind: k
title: {ru: "**О** сроках", kk: Мерзімдер}
languages: {ru: authentic, kk: official}
edition:
  effective: on posting
  approved: {by: {ru: Директор, kk: Директор}}
  summary: {ru: "См. [](#scope)", kk: Кілт}
preface: [{kind: place-date, ru: Астана, kk: Астана}]
preamble: [{id: preamble, ru: Мы, kk: Біз}]
clauses:
- id: general
  title: {ru: Общее, kk: Жалпы}
  ru: "Вводные слова:"
  kk: "Кіріспе:"
  clauses:
  - {id: scope, marker: point, term: {ru: сайт, kk: сайт}, ru: Сайт, kk: Сайт}
  closing: {ru: и всё., kk: бәрі.}
conclusions: [{kind: signature, ru: Директор, kk: Директор}]
annexes: [{id: form, title: {ru: Форма, kk: Нысан}, clauses: [{id: field, ru: ____, kk: ____}]}]
"""


def resolve(
    policy: WorkingPolicy, language: str = "ru", lookup: Lookup = nothing
) -> tuple[Text, tuple[Problem, ...]]:
    return resolve_text(policy, language, the_site(), lookup, "2026-09-01")


def paragraph(words: str) -> tuple[Paragraph]:
    return (Paragraph((Words(words),)),)


def test_a_whole_text_is_written_out_in_one_language() -> None:
    text, problems = resolve(load_sound(WHOLE))
    assert problems == ()
    link = Link((Words("1)"),), clause="scope")
    scope = Clause("scope", "1)", "1-1", (), paragraph("Сайт"), term="сайт")
    assert text == Text(
        policy="privacy",
        edition="2026-09-01",
        language="ru",
        title="О сроках",
        summary=(Paragraph((Words("См. "), link)),),
        preface=(Part("place-date", paragraph("Астана")),),
        preamble=(Clause("preamble", blocks=paragraph("Мы")),),
        clauses=(
            Clause("general", "1.", "1", (Words("Общее"),), paragraph("Вводные слова:"), (scope,),
                   paragraph("и всё.")),
        ),
        conclusions=(Part("signature", paragraph("Директор")),),
        annexes=(
            Clause("form", "", "a1", (Words("Форма"),), (),
                   (Clause("field", "1.", "a1-1", (), paragraph("____")),)),
        ),
    )  # fmt: skip


def test_another_language_has_its_own_words_and_the_same_places() -> None:
    russian, _ = resolve(load_sound(WHOLE))
    kazakh, problems = resolve(load_sound(WHOLE), "kk")
    assert problems == ()
    assert kazakh.title == "Мерзімдер"
    assert [(one.id, one.number, one.anchor) for one in kazakh.walk()] == [
        (one.id, one.number, one.anchor) for one in russian.walk()
    ]


MISSING = [
    ("title: {ru: ", "title: {en: ", "the title", "1:1"),
    ("summary: {ru: ", "summary: {en: ", "the summary of the edition", "6:3"),
    ("place-date, ru: ", "place-date, en: ", "the place-date", "9:11"),
    ("[{id: preamble, ru: ", "[{id: preamble, en: ", "the text", "10:12"),
    ("  title: {ru: Общее", "  title: {en: Общее", "the title", "12:3"),
    ('  ru: "Вводные', '  en: "Вводные', "the text", "12:3"),
    ("closing: {ru: ", "closing: {en: ", "the closing words", "12:3"),
    ("term: {ru: ", "term: {en: ", "the term", "17:5"),
    ("signature, ru: ", "signature, en: ", "the signature", "19:15"),
    ("approved: {by: {ru: ", "approved: {by: {en: ", "who or what approves the edition", "6:3"),
]


@pytest.mark.parametrize(("old", "new", "what", "place"), MISSING)
def test_what_is_missing_in_a_language_is_told(old: str, new: str, what: str, place: str) -> None:
    assert old in WHOLE
    _, problems = resolve(load_sound(WHOLE.replace(old, new, 1)))
    problem = next(one for one in problems if one.check == "missing-text")
    assert problem.message == f"{what} is missing in this language [ru]"
    assert f"{problem.location.line}:{problem.location.column}" == place
    assert "`ru:`" in problem.hint
    assert ("pending: true" in problem.hint) is ("edition" not in what)


def test_a_number_of_some_languages_is_missing_in_the_others() -> None:
    policy = load_sound(in_clauses("- {id: a, number: {kk: 3-ә}, ru: x}\n"))
    _, problems = resolve(policy)
    assert [problem.message for problem in problems] == [
        "the number is missing in this language [ru]"
    ]


@pytest.mark.parametrize(
    ("clause", "check", "message"),
    [
        ("- id: a\n", "empty", "the clause is empty"),
        ("- {id: a, marker: point}\n", "empty", "the clause is empty"),
        ("- {id: a, repealed: true, ru: x}\n", "repealed", "no text of its own"),
        ("- {id: a, repealed: true, closing: {ru: x}}\n", "repealed", "no text of its own"),
        (
            "- {id: a, repealed: true, clauses: [{id: b, ru: x}]}\n",
            "repealed",
            "no text of its own",
        ),
        ("- {id: a, term: сайт, ru: Страница}\n", "term", "“сайт” does not stand in the text"),
        ("- {id: a, term: {ru: сайт}, ru: Страница}\n", "term", "“сайт” does not stand"),
    ],
)
def test_a_clause_that_cannot_be_published_is_told(clause: str, check: str, message: str) -> None:
    _, problems = resolve(load_sound(in_clauses(clause)))
    (problem,) = problems
    assert (problem.check, problem.location.clause) == (check, "a")
    assert message in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    "clause",
    [
        "- {id: a, title: {ru: О сайте}, term: сайт}\n",
        "- {id: a, term: сайт, ru: Наш Сайт}\n",
        "- {id: a, term: Наш сайт, ru: '«Наш **сайт**» – это'}\n",
        '- {id: a, term: наш сайт, ru: "Наш\\nсайт"}\n',
        '- {id: a, term: сайт, ru: "|Слово|\\n|-|\\n|Сайт|"}\n',
        "- {id: a, term: ТОО «Ромашка», ru: '{operator.name}'}\n",
        "- {id: a, term: сайт, ru: x, clauses: [{id: b, ru: x}], closing: {ru: сайт}}\n",
    ],
)
def test_a_term_may_stand_anywhere_in_its_clause_in_any_case(clause: str) -> None:
    text, problems = resolve(load_sound(in_clauses(clause)))
    assert problems == ()
    assert text.clauses[0].term


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("clauses:\n- {id: a, repealed: true}\n", "clause"),
        ("clauses:\n- {id: b, ru: x, clauses: [{id: a, repealed: true}]}\n", "clause"),
        ("preamble: [{id: a, repealed: true}]\nclauses: [{id: b, ru: x}]\n", "preamble"),
        ("annexes: [{id: a, repealed: true}]\nclauses: [{id: b, ru: x}]\n", "annex"),
        ("annexes: [{id: c, clauses: [{id: a, repealed: true}]}]\nclauses: [{id: b}]\n", "clause"),
    ],
)
def test_a_tombstone_has_its_sentence_in_each_language(
    source: str, kind: str, language: str
) -> None:
    text, _ = resolve(load_sound(HEAD + source), language)
    clause = next(one for one in text.walk() if one.id == "a")
    assert clause.repealed
    assert clause.blocks == paragraph(REPEALED[language][kind])


def test_a_tombstone_keeps_what_gives_it_its_number_and_its_title() -> None:
    source = "- {id: a, number: 7-1, title: {ru: Сроки}, repealed: true}\n- {id: b, ru: x}\n"
    text, problems = resolve(load_sound(in_clauses(source)))
    assert problems == ()
    assert text.clauses[0] == Clause(
        "a", "7-1", "7-1", (Words("Сроки"),), paragraph("Утратил силу."), repealed=True
    )
    assert text.clauses[1].number == "1."


def test_the_package_has_words_for_each_of_its_languages() -> None:
    assert set(REPEALED) == set(LANGUAGES)
    assert all(set(REPEALED[code]) == {"clause", "preamble", "annex"} for code in LANGUAGES)


def test_facts_in_an_approval_are_refused_because_nobody_would_write_them_out() -> None:
    source = WHOLE.replace("by: {ru: Директор", 'by: {ru: "{operator.name}"')
    _, problems = resolve(load_sound(source))
    assert [(one.check, str(one.location)) for one in problems] == [
        ("fact", "content/privacy/policy.yml:7:24")
    ]


def test_a_problem_is_told_once_for_each_language() -> None:
    policy = load_sound(in_clauses("- id: a\n  ru: '[](#b)'\n  kk: '[](#b)'\n"))
    for language in ("ru", "kk"):
        _, problems = resolve(policy, language)
        assert [one.message for one in problems if one.check == "reference"] == [
            f"there is no clause `b` in this policy [{language}]"
        ]


REFERRING = in_clauses("- id: a\n  ru: 'в [п. {label} Правил](terms#x) и **[](terms#y)**'\n")


def numbered(label: str) -> Lookup:
    return lambda policy, clause, language: Number(f"{label}.", label, "1", label)


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        (REFERRING, True),
        (REFERRING.replace("п. {label}", "пункт {label}"), False),
        (REFERRING.replace("п. {label} Правил", "{label}"), False),
        (REFERRING.replace("п. {label} Правил", "п. 4.2 Правил"), False),
        (REFERRING.replace("terms#x", "terms#z"), False),
        (REFERRING.replace("terms#x", "rules#x"), False),
        (REFERRING.replace(" и ", " или "), False),
        (REFERRING.replace("**", ""), False),
        (REFERRING.replace("- id: a", "- id: b"), False),
    ],
)
def test_what_other_policies_generated_is_no_change_of_this_one(changed: str, same: bool) -> None:
    frozen, _ = resolve(load_sound(REFERRING), lookup=numbered("4.1"))
    working, _ = resolve(load_sound(changed), lookup=generated)
    assert same_words(working, frozen) == same


def test_blocks_of_all_kinds_are_compared() -> None:
    source = in_clauses('- id: a\n  ru: "x\\n\\n|a|\\n|-|\\n|**[](terms#y)**|"\n')
    frozen, _ = resolve(load_sound(source), lookup=numbered("7"))
    table = frozen.clauses[0].blocks[1]
    assert isinstance(table, Table)
    (run,) = table.rows[0][0]
    assert run == Strong((Link((Words("7"),), policy="terms", clause="y"),))
    working, _ = resolve(load_sound(source), lookup=generated)
    assert same_words(working, frozen)
    assert not same_words(working, replace(frozen, title="x"))
    assert not same_words(replace(working, clauses=()), frozen)
