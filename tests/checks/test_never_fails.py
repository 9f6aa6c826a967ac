"""Whatever stands in the files, the answer is problems with places, and never an exception."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.checks import Context, run
from inforce.model import Site, WorkingPolicy
from inforce.problems import Problem
from inforce.resolve import LANGUAGES, Number, nothing, number_policy, places, resolve_text
from inforce.source import dump_policy, format_policy, load_policy, load_site
from inforce.source.document import parse_document
from tests.chance import examples

from ..source.loading import HEAD, SITE, in_clauses, the_site

WHOLE = """\
policy: privacy
kind: privacy-policy
title: {ru: Политика, kk: Саясат}
languages:
  ru: authentic
  kk: {status: official, from: ru, reviewed: 2026-08-19}
prevails: ru
aliases: [/policy/]
numbering: continuous
edition:
  number: 4
  effective: 2026-09-01T18:00
  applies: [{to: users, from: 2026-10-01}]
  approved: {by: {ru: Директор}, number: 65}
  summary: {ru: "Новое [здесь](#a)"}
preface: [{kind: place-date, ru: Астана}]
clauses:
- id: a  # 1.
  marker: letter
  number: "3-1"
  title: {ru: "**Общее**", kk: Жалпы}
  term: Сайт
  ru: |-
    Сайт {operator.name} – в [{label}](#b), [](terms#a) и <https://a.kz>.

    | a | b |
    |---|--:|
    | `1` | 2 |
  clauses:
  - {id: b, repealed: true}
  closing: {ru: Всё}
annexes: [{id: c, ru: x}]
"""
PIECES = [
    "", " ", "\n", "\n  ", "\n- ", ": ", " #", "-", "[", "]", "{", "}", "|-", ">", "*", "&a ", "!",
    "'", '"', "\\", "|", "~", "null", "0", "9" * 30, "а", "ru", "id", "clauses:", "{{", "](",
    "](#a)", "](terms)", "{label}", "{operator.name}",
    "\t", "\u00a0", "😀", "---", "...", "%", "? ", "<<: ",
    "\\u200b", "2026-13-45", "**", "`", "<", "https://[", "tel:", "|---|",
]  # fmt: skip


def elsewhere(policy: str, clause: str, language: str) -> Number | None:
    return Number("1.", "1", "", "1") if policy == "terms" else None


def go_through(data: bytes, site: Site) -> None:
    """Everything that is done with a source before it is published."""
    with TemporaryDirectory() as path:
        Path(path, "privacy").mkdir()
        Path(path, "privacy", "policy.yml").write_bytes(data)
        policy, problems = load_policy(Path(path), "privacy", site)
    assert policy is not None or problems
    for problem in problems:
        assert problem.location.file == "content/privacy/policy.yml"
        assert problem.hint
    if policy is not None:
        look_at(policy, site)
    document, _ = parse_document(data, "a.yml")
    if document is not None:
        format_policy(document, site.languages, {})


def look_at(policy: WorkingPolicy, site: Site) -> None:
    for language in LANGUAGES:
        number_policy(policy, language)
        for lookup in (nothing, elsewhere):
            resolve_text(policy, language, site, lookup)
    places(policy)
    dump_policy(policy)
    found = list(run(Context(policy, site, datetime(2030, 1, 1, tzinfo=UTC))))
    assert all(isinstance(problem, Problem) for problem in found)


@settings(max_examples=examples(25))
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    go_through(data, the_site())


@settings(max_examples=examples(25))
@given(st.text(max_size=200))
def test_any_words(text: str) -> None:
    go_through(text.encode("utf-8", "surrogatepass"), the_site())


@settings(max_examples=examples(40))
@given(st.data())
def test_any_accident_in_a_sound_source(data: st.DataObject) -> None:
    text = WHOLE
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
    go_through(text.encode(), the_site())


@settings(max_examples=examples(40))
@given(st.lists(st.sampled_from([*PIECES, "слово", "- x", "| a | b |"]), max_size=20))
def test_any_text_of_a_clause(pieces: list[str]) -> None:
    words = "".join(pieces).replace("\n", "\n    ")
    go_through(in_clauses(f"- id: a\n  ru: |-\n    x{words}\n").encode(), the_site())


@settings(max_examples=examples(25))
@given(st.data())
def test_any_accident_in_the_site_file(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SITE)))
    end = min(len(SITE), start + data.draw(st.integers(0, 12)))
    text = SITE[:start] + data.draw(st.sampled_from(PIECES)) + SITE[end:]
    with TemporaryDirectory() as path:
        Path(path, "site.yml").write_text(text, "utf-8")
        site, problems = load_site(Path(path))
    assert (site is None) == bool(problems)
    if site is not None:
        go_through(WHOLE.encode(), site)


@pytest.mark.parametrize("key", ["? [a]\n: b\n", "[a]: b\n", "? {a: b}\n: c\n", "? - a\n: b\n"])
def test_a_key_that_is_no_word(key: str) -> None:
    go_through(f"{WHOLE}{key}".encode(), the_site())
    below = "".join(f"  {line}\n" for line in key.splitlines())
    for part in ("- id: a  # 1.\n", "  title: ", "languages:\n"):
        start = WHOLE.index(part) + (len(part) if part.endswith("\n") else 0)
        go_through(f"{WHOLE[:start]}{below}{WHOLE[start:]}".encode(), the_site())
    go_through(WHOLE.replace("{id: b,", "{id: b, [a]: b,").encode(), the_site())
    go_through(WHOLE.replace("{ru: Всё}", "{ru: Всё, [a]: b}").encode(), the_site())


@pytest.mark.parametrize("data", [b"", b"(", b"[]", b"0", b"policy: privacy", b"clauses: {}"])
def test_a_source_that_says_next_to_nothing(data: bytes) -> None:
    go_through(data, the_site())


def test_the_source_of_the_accidents_is_sound_but_for_what_it_refers_to() -> None:
    go_through(WHOLE.encode(), the_site())
    go_through(HEAD.encode(), the_site())
