import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inforce.problems import Problem
from inforce.verify.page import Page
from tests.chance import examples
from tests.factory import Factory
from tests.verify.small import project, proved, tampered, write

CANONICAL = "privacy/index.html"
DATED = "privacy/2026-09-01/index.html"
OLD = "kk/privacy/2026-03-01/index.html"
FAR = "en/privacy/2027-01-01/index.html"
MISSING = "en/privacy/index.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Factory, Path]:
    root = tmp_path_factory.mktemp("small")
    factory = project(root / "project")
    return factory, write(factory, root / "site")


@pytest.fixture
def site(made: tuple[Factory, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[1], tmp_path / "site"))


@pytest.fixture
def find(made: tuple[Factory, Path], site: Path) -> Callable[[], tuple[Problem, ...]]:
    return lambda: proved(made[0], site).problems


Find = Callable[[], tuple[Problem, ...]]


def test_an_untouched_site_is_proved(made: tuple[Factory, Path]) -> None:
    report = proved(*made)
    assert report.problems == ()
    assert report.pages == 57
    # A language: two canonical and five dated pages, and side by side two texts and three.
    assert report.texts == 3 * (2 + 5 + 2 + 3)


GOALS = '<section class="clause numbered" id="goals">'
BUYING = '<section class="clause numbered" id="buying">'
SCOPE = '<section class="clause numbered" id="scope">'
LIST = '<section class="clause numbered titled" id="list">'
AGREE = "I agree."
LAW = "Personal data is processed"

# What is changed on a page: the page, old and new words, the check that finds it, the clause and
# a piece of the message.
CHANGES = {
    "a word changed": (CANONICAL, "delivery;", "slavery;", "words", "buying", "“slavery;"),
    "a word on a dated page": (OLD, "delivery;", "slavery;", "words", "buying", "“slavery;"),
    "a word on a stand-in": (MISSING, "delivery;", "slavery;", "words", "buying", "“slavery;"),
    "a letter of another alphabet": (CANONICAL, AGREE, "I аgree.", "words", "consent", "“аgree.”"),
    "an invisible letter": (CANONICAL, AGREE, "I\u200bagree.", "words", "consent", "agree"),
    "a word more": (CANONICAL, AGREE, "I do not agree.", "words", "consent", "“do not agree.”"),
    "a word less": (CANONICAL, AGREE, "agree.", "words", "consent", "“agree.”"),
    "a sentence more at the end": (
        CANONICAL, "I agree.</p>", "I agree.</p><p>And pay.</p>", "words", "", "goes on: “And pay.”"
    ),
    "the last clause gone": (
        CANONICAL, f"{AGREE}</p>", "</p>", "words", "consent", "ends where"
    ),
    "a number changed": (CANONICAL, ">1.2.<", ">1.3.<", "words", "goals", "“1.3. We"),
    "a title changed": (CANONICAL, "> General<", "> Special<", "words", "general", "“Special"),
    "two cells swapped": (
        CANONICAL,
        '<td class="left">phone</td><td>1</td>', '<td class="left">1</td><td>phone</td>',
        "words", "list", "“1 phone",
    ),
    "the address of a link": (
        CANONICAL, "shop.example/?a=1&amp;b=2", "evil.example/", "words", "scope", "evil.example"
    ),
    "the address of a mail link": (
        CANONICAL, "mailto:privacy@shop.example", "mailto:evil@x.example", "words", "scope", "evil"
    ),
    "two paragraphs as one": (
        CANONICAL, "</a>.</p>\n<p>See clause", "</a>. See clause", "words", "scope", "paragraphs"
    ),
    "a line break gone": (CANONICAL, "</a><br>both", "</a> both", "words", "scope", "lines"),
    "a link to another clause": (
        CANONICAL, '"#goals">1.2</a>', '"#scope">1.2</a>', "structure", "scope", "a.clause scope"
    ),
    "a link to another policy": (
        CANONICAL, "../terms/2026-02-01/#law", "../terms/#law", "structure", "scope", "a.policy"
    ),
    "emphasis moved": (
        CANONICAL, "<strong>applies</strong>", "<em>applies</em>", "structure", "scope", "em"
    ),
    "a clause called repealed": (
        CANONICAL, LIST, LIST.replace("titled", "titled repealed"), "structure", "list", "repealed"
    ),
    "a cell to the other side": (
        CANONICAL, '<td class="left">phone', '<td class="right">phone', "structure", "list", "td"
    ),
    "a head cell for rows": (
        CANONICAL, 'scope="col" class', 'scope="row" class', "markup", "list", "`scope`"
    ),
    "a heading of another level": (
        CANONICAL, "<h2>Form</h2>", "<h3>Form</h3>", "structure", "form", "h3"
    ),
    "a preface of another kind": (
        CANONICAL, 'data-kind="place-date"', 'data-kind="approval"', "structure", "", "approval"
    ),
    "hidden": (CANONICAL, GOALS, f"{GOALS[:-1]} hidden>", "markup", "", "`hidden`"),
    "hidden by a style": (
        CANONICAL, GOALS, f'{GOALS[:-1]} style="height:0">', "markup", "", "`style`"
    ),
    "hidden from some": (
        CANONICAL, GOALS, f'{GOALS[:-1]} aria-hidden="true">', "markup", "", "`aria-hidden`"
    ),
    "inert": (CANONICAL, GOALS, f"{GOALS[:-1]} inert>", "markup", "", "`inert`"),
    "a class that is not ours": (
        CANONICAL, GOALS, GOALS.replace("clause", "clause gone"), "markup", "goals", "clause gone"
    ),
    "spoken otherwise": (
        CANONICAL, 'class="external" href="mail', 'class="external" aria-label="no" href="mail',
        "markup", "scope", "`aria-label`",
    ),
    "in details": (
        CANONICAL, f"<p>{LAW}", f"<details><p>{LAW}", "markup", "preamble", "`<details>`"
    ),
    "in a template": (
        CANONICAL, f"<p>{LAW}", f"<template></template><p>{LAW}", "markup", "preamble", "<template>"
    ),
    "a script": (
        CANONICAL, f"<p>{LAW}", f"<script>x()</script><p>{LAW}", "markup", "preamble", "`<script>`"
    ),
    "a picture": (
        CANONICAL, f"<p>{LAW}", f'<p><img src="" alt="Not">{LAW}', "markup", "preamble", "<img"
    ),
    "an attribute that acts": (
        CANONICAL, f"<p>{LAW}", f'<p onclick="x()">{LAW}', "markup", "preamble", "`onclick`"
    ),
    "struck out": (
        CANONICAL, LAW, f"<del>{LAW}</del>", "markup", "preamble", "`<del>`"
    ),
    "words in a permalink": (
        CANONICAL, 'href="#scope" aria-label="Ссылка на пункт 1.1."></a>',
        'href="#scope" aria-label="Ссылка на пункт 1.1.">Not</a>', "markup", "scope", "empty",
    ),
    "a permalink to another clause": (
        CANONICAL, 'class="permalink" href="#scope"', 'class="permalink" href="#goals"',
        "markup", "scope", "`#goals`",
    ),
    "words between clauses": (CANONICAL, GOALS, f"Not so. {GOALS}", "markup", "general", "Not so."),
    "words beside the text": (
        CANONICAL, '<article class="inforce-text"', '<p>Not so.</p><article class="inforce-text"',
        "beside", "", "“Not so.”",
    ),
    "words in a part that looks like a text": (
        CANONICAL, '<section class="inforce-about">',
        '<div class="inforce-x"><section class="clause">Not so.</section></div>'
        '<section class="inforce-about">',
        "beside", "", "“Not so.”",
    ),
    "words in a notice that looks like a text": (
        CANONICAL, '<section class="inforce-about">',
        '<div class="inforce-text"><p>Not so.</p></div><section class="inforce-about">',
        "text", "", "2 texts",
    ),
    "a text that is no article": (
        CANONICAL, '<article class="inforce-text"', '<div class="inforce-text"', "text", "", "1"
    ),
    "a style sheet in an address": (
        CANONICAL, "<style>", '<link rel="stylesheet" href="data:text/css,p{}"><style>',
        "hidden", "", "data:text/css",
    ),
    "an id twice": (
        CANONICAL, "<footer>", '<footer id="scope">', "permalink", "scope", "stands 2 times"
    ),
    "an id of another clause": (
        CANONICAL, SCOPE, SCOPE.replace('"scope"', '"scape"'), "structure", "scope", "scape"
    ),
    "an id by number gone": (
        DATED, '<span class="anchor" id="1.2"></span>', "", "permalink", "goals", "`#1.2`"
    ),
    "an id by number moved": (
        DATED, '<span class="anchor" id="1.2"></span>', '<span class="anchor" id="1.3"></span>',
        "permalink", "goals", "recorded",
    ),
    "another language said": (
        CANONICAL, 'id="_text" lang="ru"', 'id="_text" lang="kk"', "text", "", "`lang`"
    ),
    "a stand-in under the page's language": (
        MISSING, 'id="_text" lang="ru"', 'id="_text" lang="en"', "text", "", "`lang`"
    ),
    "another edition said": (
        CANONICAL, 'data-edition="2026-09-01"', 'data-edition="2026-03-01"', "text", "", "2026-03"
    ),
    "the page in another language": (
        CANONICAL, '<html lang="ru"', '<html lang="en"', "language", "", "`en`"
    ),
    "letters of another encoding": (
        CANONICAL, 'charset="utf-8"', 'charset="windows-1251"', "charset", "", "windows-1251"
    ),
    "hidden as a whole": (CANONICAL, '<main class="md-main">', "<main hidden>", "hidden", "", ""),
    "in a closed box": (
        CANONICAL, '<main class="md-main">', "<details>", "hidden", "", "inside of `details`"
    ),
    "hidden by a rule": (
        CANONICAL, "</style>", "#goals{display:none}</style>", "hidden", "", "`#goals`"
    ),
    "hidden by a rule for print": (
        CANONICAL, "</style>", "@media print{ body > div p {opacity:0}}</style>", "hidden", "", ""
    ),
    "words by a rule": (
        CANONICAL, "</style>", '#goals p::after{content:"not"}</style>', "hidden", "", "#goals p"
    ),
    "rules from elsewhere": (
        CANONICAL, "<style>", '<style>@import "https://x.example/x.css";', "hidden", "", "@import"
    ),
    "a second text": (
        CANONICAL, "<footer>", '<article class="inforce-text"></article><footer>', "text", "", "2"
    ),
    "sent away": (
        CANONICAL, "<title>", '<meta http-equiv="refresh" content="0; url=/x"><title>',
        "refresh", "", "/x",
    ),
    "links bent": (CANONICAL, "<meta charset", '<base href="/x/"><meta charset', "refresh", "", ""),
    "another main address": (
        CANONICAL, 'canonical" href="https://policies.example/privacy/"',
        'canonical" href="https://policies.example/terms/"', "canonical", "", "terms",
    ),
    "an old edition that claims the main address": (
        OLD, "kk/privacy/2026-03-01/\">\n<link rel=\"alternate\" hreflang=\"ru\"",
        "kk/privacy/\">\n<link rel=\"alternate\" hreflang=\"ru\"", "canonical", "", "2026-03-01",
    ),
    "an old edition that says it is in force": (
        OLD, "inforce-notice--superseded", "inforce-notice--in-force", "notice", "", "superseded"
    ),
    "a notice hidden": (
        OLD, '--superseded inforce-standing"', '--superseded inforce-standing" hidden',
        "notice", "", "superseded",
    ),
    "a notice with another day": (
        FAR, "until 1\u00a0January 2027</strong>", "until 2 June 2026</strong>",
        "notice", "", "2027-01-01",
    ),
    "a notice of a missing text gone": (
        MISSING, "inforce-notice--missing", "inforce-notice--x", "notice", "", "`en` is missing"
    ),
    "a translation called authentic": (
        FAR, "inforce-notice--translation", "inforce-notice--x", "notice", "", "not authentic"
    ),
    "an old edition for search engines": (
        OLD, '<meta name="robots" content="noindex">', "", "noindex", "", "superseded"
    ),
    "a scheduled edition for search engines": (
        FAR, '<meta name="robots" content="noindex">', "", "noindex", "", "scheduled"
    ),
    "a link broken": (
        "index.html", 'href="privacy/"', 'href="privacie/"', "link", "", "privacie/index.html"
    ),
    "a fragment broken": (
        DATED, "2026-02-01/#law", "2026-02-01/#lav", "link", "", "#lav leads to no place"
    ),
    "a policy left out of the home page": (
        "index.html", 'href="privacy/"', 'href="terms/"', "listed", "", "privacy/index.html"
    ),
    "an edition left out of the history": (
        "privacy/history/index.html", 'href="../../privacy/2027-02-01/"',
        'href="../../privacy/2026-09-01/"', "listed", "", "privacy/2027-02-01/index.html",
    ),
    "an alias that leads elsewhere": (
        "policy/index.html", 'content="0; url=../privacy/"', 'content="0; url=../terms/"',
        "alias", "", "terms",
    ),
    "a text where none belongs": (
        "changelog/index.html", "<footer>", '<article class="inforce-text"></article><footer>',
        "text", "", "none",
    ),
}  # fmt: skip


def test_a_page_may_bind_words_with_no_break_spaces(site: Path, find: Find) -> None:
    tampered(site, CANONICAL, {AGREE: "I\u00a0agree."})
    assert not find()


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_of_a_page_is_found_and_named(site: Path, find: Find, name: str) -> None:
    path, old, new, check, clause, message = CHANGES[name]
    tampered(site, path, {old: new})
    found = [one for one in find() if one.check == check]
    assert found
    assert found[0].location.file == path
    if clause:
        assert clause in {one.location.clause for one in found}
    assert any(message in one.message for one in found)
    assert all(one.hint for one in found)


def test_a_clause_hidden_by_a_style_sheet_of_the_site_is_found(site: Path, find: Find) -> None:
    (site / "extra.css").write_text("nav{display:none} .inforce-text #goals { display: none }")
    tampered(site, CANONICAL, {"<style>": '<link rel="stylesheet" href="../extra.css"><style>'})
    [problem] = find()
    assert (problem.check, problem.location.file) == ("hidden", CANONICAL)
    assert problem.message == (
        "a rule of extra.css hides words or adds some: `.inforce-text #goals`"
    )


def test_a_sitemap_that_names_what_is_not_there_is_found(site: Path, find: Find) -> None:
    (site / "sitemap.xml").write_text(
        "<urlset><url><loc>https://policies.example/kk/privacy/</loc></url>"
        "<url><loc>https://policies.example/privacy/2020-01-01/</loc></url></urlset>"
    )
    [problem] = find()
    assert (problem.check, problem.location.file) == ("link", "sitemap.xml")
    assert "privacy/2020-01-01/index.html" in problem.message


def test_two_clauses_that_changed_places_are_found(site: Path, find: Find) -> None:
    html = (site / CANONICAL).read_text("utf-8")
    start, middle = html.index(SCOPE), html.index(GOALS)
    end = html.index("</section>\n" + LIST)
    swapped = html[:start] + html[middle:end] + html[start:middle] + html[end:]
    (site / CANONICAL).write_text(swapped, "utf-8")
    [problem] = find()
    assert (problem.check, problem.location.clause) == ("words", "scope")
    assert "the page reads “1.2. We use data for:" in problem.message


def test_a_clause_under_another_one_is_found(site: Path, find: Find) -> None:
    html = (site / CANONICAL).read_text("utf-8")
    start = html.index('<section class="clause numbered" id="answers">')
    end = html.index('<div class="closing">')
    clause = html[start:end]
    nested = html.replace(clause, "").replace("delivery;</p>\n", f"delivery;</p>\n{clause}")
    (site / CANONICAL).write_text(nested, "utf-8")
    [problem] = find()
    assert problem.check == "structure"
    assert "section answers" in problem.message


def test_a_number_outside_of_its_place_is_found(site: Path, find: Find) -> None:
    number = '<span class="number">1.2.</span> We use data'
    tampered(site, CANONICAL, {number: "1.2. We use data"})
    assert [(one.check, one.location.clause) for one in find()] == [("structure", "goals")]


def test_the_text_of_another_language_is_found(site: Path, find: Find) -> None:
    russian, kazakh = "privacy/index.html", "kk/privacy/index.html"
    article = (site / russian).read_text("utf-8").partition('<article class="inforce-text"')[2]
    article = article.partition("</article>")[0].replace('lang="ru"', 'lang="kk"')
    html = (site / kazakh).read_text("utf-8")
    head, _, rest = html.partition('<article class="inforce-text"')
    text = (
        f'{head}<article class="inforce-text"{article}</article>{rest.partition("</article>")[2]}'
    )
    (site / kazakh).write_text(text.replace('data-language="ru"', 'data-language="kk"'), "utf-8")
    assert {one.check for one in find()} == {"words"}


GONE = {
    "the canonical page": CANONICAL,
    "the page of the edition": OLD,
    "the list of editions": "kk/privacy/history/index.html",
    "the home page": "en/index.html",
    "the list of all changes": "changelog/index.html",
    "the page that leads on from an earlier address": "kk/policy/index.html",
}


@pytest.mark.parametrize("what", GONE)
def test_a_page_that_was_taken_away_is_found(site: Path, find: Find, what: str) -> None:
    (site / GONE[what]).unlink()
    found = [one for one in find() if one.check == "page-missing"]
    assert [(one.location.file, what in one.message) for one in found] == [(GONE[what], True)]


FROZEN = "privacy/2026-09-01/"


@pytest.mark.parametrize("name", ["ru.txt", "kk.json", "edition.json"])
def test_a_changed_file_is_found(site: Path, find: Find, name: str) -> None:
    file = site / FROZEN / name
    file.write_bytes(file.read_bytes().replace(b"e", b"a", 1))
    assert [(one.check, one.location.file) for one in find()] == [("file-changed", FROZEN + name)]


def test_a_file_that_was_taken_away_is_found(site: Path, find: Find) -> None:
    (site / FROZEN / "ru.txt").unlink()
    assert ("file-missing", FROZEN + "ru.txt") in {(p.check, p.location.file) for p in find()}


def test_a_file_that_nobody_recorded_is_found(site: Path, find: Find) -> None:
    (site / FROZEN / "en.txt").write_text("Not so.\n")
    assert [(one.check, one.location.file) for one in find()] == [
        ("file-unknown", FROZEN + "en.txt")
    ]


def test_a_changed_line_of_the_ledger_is_found(site: Path, find: Find) -> None:
    ledger = site / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b'"policy":"terms"', b'"policy":"torms"', 1))
    [problem] = find()
    assert (problem.check, problem.message) == ("ledger-changed", "line 2 is not the recorded line")


def test_a_ledger_that_was_cut_off_is_found(site: Path, find: Find) -> None:
    ledger = site / "ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:-2]))
    [problem] = find()
    assert "before the last 2 lines" in problem.message


def test_an_invented_edition_is_found(site: Path, find: Find) -> None:
    shutil.copytree(site / "privacy/2026-09-01", site / "privacy/2026-10-01")
    found = {(one.check, one.location.file) for one in find()}
    assert ("unknown", "privacy/2026-10-01/index.html") in found
    assert ("file-unknown", "privacy/2026-10-01/ru.txt") in found
    assert ("canonical", "privacy/2026-10-01/index.html") in found


def test_a_text_at_an_address_of_its_own_is_found(site: Path, find: Find) -> None:
    shutil.copytree(
        site / "privacy/2026-09-01", site / "news", ignore=shutil.ignore_patterns("*.*s*n", "*.txt")
    )
    assert ("unknown", "news/index.html") in {(p.check, p.location.file) for p in find()}


def test_two_pages_at_one_address_are_found(site: Path, find: Find) -> None:
    (site / "privacy.html").write_text("<!doctype html><title>Hello</title>")
    assert [(one.check, one.location.file) for one in find()] == [("address", "privacy/index.html")]


@given(data=st.data())
@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_changed_word_is_found(
    data: st.DataObject, made: tuple[Factory, Path], site: Path, find: Find
) -> None:
    path = data.draw(st.sampled_from([CANONICAL, DATED, OLD, FAR, MISSING]))
    original = (made[1] / path).read_text("utf-8")
    page = Page.parse(path, original.encode())
    nodes = [
        node
        for node in page.texts[0].traverse(include_text=True)
        if node.is_text_node and (node.text_content or "").strip()
    ]
    node = data.draw(st.sampled_from(nodes))
    pieces = (node.text_content or "").split(" ")
    at = data.draw(st.sampled_from([i for i, piece in enumerate(pieces) if piece]))
    new = data.draw(st.text("абə x.1\u00a0\u200b", max_size=5))
    pieces[at] = new if new.strip() != pieces[at] else ""
    node.replace_with(" ".join(pieces))
    (site / path).write_text(page.tree.html or "", "utf-8")
    try:
        assert {one.location.file for one in find() if one.check == "words"} == {path}
    finally:
        (site / path).write_text(original, "utf-8")
