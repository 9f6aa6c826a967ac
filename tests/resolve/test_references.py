"""Facts and references written out, in each language, with the author's words and case endings."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from inforce.model import Clause, Link, Paragraph, Site, WorkingPolicy, plain
from inforce.problems import Problem
from inforce.resolve import Number, is_address, resolve_text

from ..source.loading import SITE, in_clauses, load_sound, the_site

LANGUAGES = {"ru": "authentic", "kk": "authentic", "en": "unofficial"}
HEAD = "policy: privacy\nkind: k\ntitle: {ru: П, kk: С, en: P}\nlanguages: {ru: authentic}\n"
CLAUSES = """\
- id: rights
  title: {ru: Права, kk: Құқықтар, en: Rights}
  clauses:
  - id: access
    ru: a
    kk: a
    en: a
    clauses:
    - {id: copy, marker: point, ru: a, kk: a, en: a}
    - {id: dash, marker: bullet, ru: a, kk: a, en: a}
    - {id: letter, marker: letter, ru: a, kk: a, en: a}
  - {id: plain, marker: none, ru: a, kk: a, en: a}
  - {id: between, number: 1.1-1, ru: a, kk: a, en: a}
- id: text
"""
# The lines above a text that is given to `resolve`, and the columns before it.
ABOVE, LEFT = 20, 4
OTHER: Mapping[str, Number] = {
    "": Number(),
    "refund": Number("4.2.", "4.2", "4", "4.2"),
    "note": Number("–", "", "4", ""),
}


def lookup(policy: str, clause: str, language: str) -> Number | None:
    return OTHER.get(clause) if policy == "terms" else None


def resolve(
    text: str, language: str = "ru", site: Site | None = None
) -> tuple[Clause, tuple[Problem, ...]]:
    """The clause with this text, and what is wrong in it."""
    block = text.replace("\n", "\n    ")
    policy = load_sound(in_clauses(f"{CLAUSES}  {language}: |-\n    {block}\n", HEAD))
    found, problems = resolve_text(policy, language, site or the_site(), lookup)
    clauses = {clause.id: clause for clause in found.walk()}
    return clauses["text"], problems


def words(text: str, language: str = "ru") -> str:
    """The visible words of a text in which nothing is wrong."""
    clause, problems = resolve(text, language)
    assert problems == ()
    (block,) = clause.blocks
    assert isinstance(block, Paragraph)
    return plain(block.runs)


WORDS = [
    ("a clause", "ru", "в пункте [](#access)", "в пункте 1.1"),
    ("two of them", "ru", "в пунктах [](#access) и [](#between)", "в пунктах 1.1 и 1.1-1"),
    ("a point", "ru", "в подпункте [](#copy) пункта [{parent}](#copy)",
     "в подпункте 1) пункта 1.1"),
    ("a point in words", "ru", "[подпункт {label} пункта {parent}](#copy)",
     "подпункт 1) пункта 1.1"),
    ("a case ending", "kk", "[](#access)-тармақта", "1.1-тармақта"),
    ("two case endings", "kk", "[](#access) және [](#between)-тармақтарында",
     "1.1 және 1.1-1-тармақтарында"),
    ("an ending on a parent", "kk", "[{parent}](#copy)-тармағының [{label}](#copy) тармақшасында",
     "1.1-тармағының 1) тармақшасында"),
    ("a letter", "ru", "[](#letter)", "а)"),
    ("a letter in Kazakh", "kk", "[](#letter)", "а)"),
    ("a letter in English", "en", "clause [](#letter)", "clause a)"),
    ("words of a paragraph", "ru", "[ниже](#plain)", "ниже"),
    ("an unnumbered parent", "ru", "[{parent}](#plain)", "1"),
    ("another policy", "ru", "в [пункте {label} Правил](terms#refund)", "в пункте 4.2 Правил"),
    ("a number of another policy", "ru", "[](terms#refund)", "4.2"),
    ("a whole policy", "ru", "[Правила](terms)", "Правила"),
    ("this policy by its name", "ru", "[](privacy#access)", "1.1"),
    ("strong", "ru", "**[](#access)**", "1.1"),
    ("words with marks", "ru", "[**п.** {label}](#access)", "п. 1.1"),
    ("a fact", "ru", "{operator.name}", "ТОО «Ромашка»"),
    ("a fact in Kazakh", "kk", "{operator.name}нің", "«Түймедақ» ЖШСнің"),
    ("a fact of all languages", "en", "BIN {operator.bin}", "BIN 001240000123"),
    ("a mailbox", "ru", "[{operator.email}](mailto:{operator.email})", "privacy@policies.example"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), [row[1:] for row in WORDS],
                         ids=[row[0] for row in WORDS])  # fmt: skip
def test_words_and_endings_are_the_authors_and_the_number_is_ours(
    language: str, text: str, expected: str
) -> None:
    assert words(text, language) == expected


TARGETS = [
    ("[](#copy)", Link((), clause="copy")),
    ("[](privacy#copy)", Link((), clause="copy")),
    ("[](terms#refund)", Link((), policy="terms", clause="refund")),
    ("[Правила](terms)", Link((), policy="terms")),
    ("[x](https://a.kz/?a=b#c)", Link((), href="https://a.kz/?a=b#c")),
    ("[x](https://сайт.қаз/путь)", Link((), href="https://сайт.қаз/путь")),
    ("<https://a.kz>", Link((), href="https://a.kz")),
    ("<a@b.kz>", Link((), href="mailto:a@b.kz")),
    ("[x](mailto:{operator.email}?subject=a)",
     Link((), href="mailto:privacy@policies.example?subject=a")),
    ("[x](tel:{operator.phone})", Link((), href="tel:+7(7172)00-00-00")),
    ("[x](<tel:+7 7172 00>)", Link((), href="tel:+7717200")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "target"), TARGETS, ids=[row[0] for row in TARGETS])
def test_a_link_keeps_who_is_meant(text: str, target: Link) -> None:
    clause, problems = resolve(text)
    assert problems == ()
    (block,) = clause.blocks
    assert isinstance(block, Paragraph)
    (link,) = block.runs
    assert isinstance(link, Link)
    assert Link((), link.href, link.policy, link.clause) == target


def mistakes() -> Iterator[ParameterSet]:
    """A text and what is told of it, as `mistakes.txt` has them: places are those in the text."""
    for case in (Path(__file__).parent / "mistakes.txt").read_text("utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        text, _, report = rest.partition("\n---\n")
        yield pytest.param(text, report, id=name)


@pytest.mark.parametrize(("text", "report"), [*mistakes()])
def test_what_leads_nowhere_is_told_where_it_stands(text: str, report: str) -> None:
    _, problems = resolve(text)
    told = (
        f"{one.location.line - ABOVE}:{one.location.column - LEFT}: {one.message} [{one.check}]\n"
        f"    {one.hint}\n"
        for one in problems
    )
    assert "".join(told) == report
    assert {one.location.clause for one in problems} == {"text"}


def test_a_text_with_thousands_of_mistakes_tells_the_first_of_them() -> None:
    _, problems = resolve("[](#zz) " * 5000)
    assert len(problems) == 200


def test_a_fact_without_words_in_a_language_is_told() -> None:
    _, problems = resolve("{operator.motto}", "kk")
    assert problems[0].message == "`{operator.motto}` has no words in this language [kk]"
    assert "`operator.motto`: `kk: …`" in problems[0].hint


def test_a_fact_enters_as_words_and_never_as_marks() -> None:
    marks = "**a** [b](https://c.kz) `d` {operator.bin} {{ <e> | \\\\ #f"
    site = the_site(SITE.replace("email: privacy@policies.example", f'email: "{marks}"'))
    clause, problems = resolve("{operator.email}", site=site)
    assert problems == ()
    (block,) = clause.blocks
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == marks.replace("\\\\", "\\")
    assert len(block.runs) == 1


def test_a_missing_referent_leaves_its_words() -> None:
    clause, _ = resolve("см. [пункт](#zzz)")
    (block,) = clause.blocks
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == "см. пункт"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://a.kz", True),
        ("http://a.kz:8080/b?c#d", True),
        ("HTTPS://a.kz", True),
        ("mailto:a@b.kz", True),
        ("tel:+77172000000", True),
        ("https://сайт.қаз/", True),
        ("https://[::1]/", True),
        ("", False),
        ("https:a.kz", False),
        ("https://a.kz/a b", False),
        ("https://a.kz/\u00a0", False),
        ('https://a.kz/"onclick', False),
        ("https://a.kz/<b>", False),
        ("https://a.kz\\@b.kz", False),
        ("//a.kz", False),
        ("ftp://a.kz", False),
        ("vbscript:x", False),
        ("mailto:@", False),
        ("mailto:a@b@c", False),
        ("tel:", False),
    ],
)
def test_a_page_links_only_to_sites_mailboxes_and_telephones(href: str, expected: bool) -> None:
    assert is_address(href) == expected


def test_a_policy_that_refers_to_others_keeps_its_own_numbers() -> None:
    policy = load_sound(in_clauses(f"{CLAUSES}  ru: '[](terms#refund)'\n", HEAD))
    assert isinstance(policy, WorkingPolicy)
    found, _ = resolve_text(policy, "ru", the_site(), lookup)
    assert [clause.number for clause in found.walk()] == [
        "1.", "1.1.", "1)", "–", "а)", "", "1.1-1", "2.",
    ]  # fmt: skip
