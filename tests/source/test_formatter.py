"""An existing source in the one style: nothing is lost, nothing means something else."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inforce.model import Localized, WorkingClause, WorkingPolicy
from inforce.resolve import number_policy
from inforce.source import format_policy
from inforce.source.document import parse_document
from tests.chance import examples

from .loading import HEAD, in_clauses, load_sound
from .strategies import LANGUAGES, policies


def formatted(source: str, numbers: Mapping[str, str] | None = None) -> str:
    document, problems = parse_document(source.encode(), "a.yml")
    assert document is not None, problems
    return format_policy(document, LANGUAGES, numbers or {})


def styles() -> Iterator[ParameterSet]:
    """A name, clauses in some style and the same in the one style, as `styles.txt` has them."""
    for case in (Path(__file__).parent / "styles.txt").read_text("utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        before, _, after = rest.partition("---\n")
        yield pytest.param(before, after, id=name)


FORMATTED_HEAD = HEAD.replace("title: {ru: Политика}", "title:\n  ru: Политика")


@pytest.mark.parametrize(("before", "after"), [*styles()])
def test_a_source_gets_the_one_style(before: str, after: str) -> None:
    assert formatted(in_clauses(before, FORMATTED_HEAD)) == in_clauses(after, FORMATTED_HEAD)
    assert formatted(in_clauses(after, FORMATTED_HEAD)) == in_clauses(after, FORMATTED_HEAD)


def test_a_source_ends_with_one_line_feed() -> None:
    for end in ("", "\n", "\n\n\n", "\n  \n"):
        source = in_clauses(f"- id: a\n  ru: x{end}", FORMATTED_HEAD)
        assert formatted(source).endswith("    x\n")


NUMBERS = [
    ("none yet", "- id: a", "1.", "- id: a  # 1."),
    ("the same", "- id: a  # 1.", "1.", "- id: a  # 1."),
    ("another one", "- id: a # 5.3.2.", "1.", "- id: a  # 1."),
    ("a point before", "- id: a  # 12)", "1.", "- id: a  # 1."),
    ("a letter before", "- id: a  # аб)", "1.", "- id: a  # 1."),
    ("a roman one before", "- id: a  # XIV.", "1.", "- id: a  # 1."),
    ("a bullet before", "- id: a  # –", "1.", "- id: a  # 1."),
    ("a fixed one before", "- id: a  # 3-1", "1.", "- id: a  # 1."),
    ("none any more", "- id: a  # 1.1.", "", "- id: a"),
    ("words", "- id: a # важно", "1.", "- id: a  # 1. # важно"),
    ("words behind a number", "- id: a  # 1. # важно", "2.", "- id: a  # 2. # важно"),
    ("words that begin with a number", "- id: a # 5 дней", "1.", "- id: a  # 1. # 5 дней"),
    ("words that begin like a number", "- id: a # 5. дней", "1.", "- id: a  # 1. # 5. дней"),
    ("a date", "- id: a # 2026-09-01", "1.", "- id: a  # 1. # 2026-09-01"),
    ("a year", "- id: a # 2026", "1.", "- id: a  # 1. # 2026"),
    ("words and no number", "- id: a #важно", "", "- id: a  # важно"),
    ("a label of any kind", "- id: a  # § 5", "§ 5", "- id: a  # § 5"),
    ("quotes", '- id: "a"', "1.", '- id: "a"  # 1.'),
    ("a space at the end", "- id: a ", "", "- id: a"),
]


@pytest.mark.parametrize(("before", "number", "after"), [row[1:] for row in NUMBERS],
                         ids=[row[0] for row in NUMBERS])  # fmt: skip
def test_the_number_stands_beside_the_id_and_the_words_of_the_author_behind_it(
    before: str, number: str, after: str
) -> None:
    rest = "\n  ru: |-\n    x\n"
    result = formatted(in_clauses(before + rest, FORMATTED_HEAD), {"a": number})
    assert result == in_clauses(after + rest, FORMATTED_HEAD)
    assert formatted(result, {"a": number}) == result


def test_all_that_has_words_is_formatted_and_nothing_else() -> None:
    before = """\
policy: privacy  # id
kind:   privacy-policy
title: {ru: Политика}
languages: {ru: authentic, en: {status: unofficial, from: ru}}
edition: # следующая
  effective: "2026-09-01"
  summary: {ru: Новое}
preface: [{kind: place-date, ru: Астана}]
preamble: [{id: preamble, ru: Мы}]
clauses: [{id: a, ru: x}]
conclusions:
- {kind: signature, ru: Директор}
annexes:
- id: form
  title: {ru: Форма}
"""
    after = """\
policy: privacy  # id
kind:   privacy-policy
title:
  ru: Политика
languages: {ru: authentic, en: {status: unofficial, from: ru}}
edition: # следующая
  effective: "2026-09-01"
  summary:
    ru: |-
      Новое
preface:
- kind: place-date
  ru: |-
    Астана
preamble:
- id: preamble
  ru: |-
    Мы
clauses:
- id: a  # 1.
  ru: |-
    x
conclusions:
- kind: signature
  ru: |-
    Директор
annexes:
- id: form
  title:
    ru: Форма
"""
    assert formatted(before, {"a": "1."}) == after
    assert load_sound(after) == load_sound(before)


SOURCES = st.sampled_from(["|-", "|", "|+", '"', "'", "json", "next"])


def scalar(draw: st.DrawFn, text: str, indent: str, remark: str) -> str:
    """A prose value in one of the ways in which YAML may write it."""
    style = draw(SOURCES)
    behind = f"  # {remark}" if remark else ""
    if style.startswith("|"):
        body = "".join(f"\n{indent}    {line}" if line else "\n" for line in text.split("\n"))
        return f" {style}{behind}{body}" + ("\n" if draw(st.booleans()) else "")
    if style == "'" and "\n" not in text:
        return " '" + text.replace("'", "''") + f"'{behind}"
    # JSON's pairs of escapes for what lies outside the plane are not YAML's.
    escaped = max(text) < "\U00010000" and draw(st.booleans())
    quoted = json.dumps(text, ensure_ascii=escaped)
    return (f"\n{indent}    " if style == "next" else " ") + quoted + behind


class Written:
    """A working text written in many styles, with remarks in many places."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.remarks = 0

    def remark(self) -> str:
        if not self.draw(st.booleans()):
            return ""
        self.remarks += 1
        return f"remark {self.remarks}"

    def line(self, indent: str) -> str:
        remark = self.remark()
        return f"{indent}# {remark}\n" if remark else ""

    def clauses(self, clauses: tuple[WorkingClause, ...], indent: str) -> str:
        return "".join(self.clause(clause, indent) for clause in clauses)

    def clause(self, clause: WorkingClause, indent: str) -> str:
        if self.draw(st.integers(0, 3)) == 0:
            remark = self.remark()
            behind = f" # {remark}" if remark else ""
            return f"{indent}- {json.dumps(as_data(clause), ensure_ascii=False)}{behind}\n"
        below = indent + "  "
        remark = self.remark()
        text = f"{self.line(indent)}{indent}- id: {clause.id}{f' # {remark}' if remark else ''}\n"
        for key, value in as_data(clause).items():
            if key in LANGUAGES:
                written = scalar(self.draw, value, below, self.remark())
                text += f"{self.line(below)}{below}{key}:{written}\n"
            elif key == "clauses":
                text += f"{below}clauses:\n{self.clauses(clause.clauses, below)}"
            elif key != "id":
                text += f"{below}{key}: {json.dumps(value, ensure_ascii=False)}\n"
        return text


def as_data(clause: WorkingClause) -> dict[str, Any]:
    """A clause as JSON would have it."""
    data: dict[str, Any] = {"id": clause.id, "marker": str(clause.marker or "")}
    for key in ("number", "title", "term", "closing"):
        words: Localized = getattr(clause, key)
        data[key] = words[""].text if "" in words else plain(words)
    data |= plain(clause.text)
    data["repealed"] = "true" if clause.repealed else ""
    data["covers"] = [one.text for one in clause.covers]
    data["synced"] = [one.text for one in clause.synced]
    data["except"] = [{"check": one.check, "reason": one.reason} for one in clause.exemptions]
    data["clauses"] = [as_data(one) for one in clause.clauses]
    return {key: value for key, value in data.items() if value}


def plain(words: Localized) -> dict[str, str]:
    return {code: source.text for code, source in words.items()}


@st.composite
def written(draw: st.DrawFn) -> tuple[str, WorkingPolicy]:
    policy = draw(policies())
    writer = Written(draw)
    text = HEAD.replace("{ru: authentic}", "{ru: authentic, kk: official, en: official}")
    for key in ("preamble", "clauses", "annexes"):
        clauses = getattr(policy, key)
        if clauses:
            text += f"{writer.line('')}{key}:\n{writer.clauses(clauses, '')}"
    return text, policy


def remarks(text: str) -> list[str]:
    return re.findall(r"# (remark \d+)", text)


@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.too_slow])
@given(written())
def test_formatting_keeps_meaning_comments_and_order_and_happens_once(
    given: tuple[str, WorkingPolicy],
) -> None:
    before, policy = given
    working = load_sound(before)
    assert working.clauses == policy.clauses
    numbers = {name: one.printed for name, one in number_policy(working, "ru").items()}
    after = formatted(before, numbers)
    assert load_sound(after) == working
    assert remarks(after) == remarks(before)
    assert formatted(after, numbers) == after
    assert not re.search(r"^\s*(ru|kk|en): (?!\|-)", after.partition("clauses:")[2], re.MULTILINE)
