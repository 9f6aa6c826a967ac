"""A working text written as a source."""

from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inforce.model import (
    Effective,
    LanguageStatus,
    Marker,
    Source,
    Status,
    WorkingClause,
    WorkingEdition,
    WorkingPolicy,
)
from inforce.source import dump_policy, format_policy
from inforce.source.document import parse_document
from tests.chance import examples

from .loading import load
from .strategies import LANGUAGES, policies

SLOW = settings(max_examples=examples(15), suppress_health_check=[HealthCheck.too_slow])

WRITTEN = """\
policy: privacy
kind: privacy-policy
title:
  ru: 'Политика: общее'
  kk: Саясат
languages:
  ru: authentic
  en:
    status: unofficial
    pending: true
    from: ru
    reviewed: 2026-08-19
prevails: ru
fallback: ru
aliases:
- /policy/
numbering: continuous
edition:
  number: '4'
  adopted: 2026-08-20
  effective: on posting
  change: substantive
  summary:
    ru: |-
      Новое
clauses:
- id: general  # 1.
  marker: ordinal
  number: 3-1
  title:
    ru: Общие положения
  term: Сайт
  ru: |-
    # первая строка
    - вторая

    третья:  да
  clauses:
  - id: scope  # 1.1.
    ru: |-
      {operator.site}
  closing:
    ru: |-
      Всё
"""


def test_prose_is_written_as_blocks_and_numbers_as_comments() -> None:
    policy = WorkingPolicy(
        policy="privacy",
        kind="privacy-policy",
        title={"ru": Source("Политика: общее"), "kk": Source("Саясат")},
        languages={
            "ru": LanguageStatus(Status.AUTHENTIC),
            "en": LanguageStatus(Status.UNOFFICIAL, True, "ru", date(2026, 8, 19)),
        },
        prevails="ru",
        fallback="ru",
        aliases=("/policy/",),
        continuous=True,
        edition=WorkingEdition(
            Effective(None), "4", date(2026, 8, 20), summary={"ru": Source("Новое")}
        ),
        clauses=(
            WorkingClause(
                "general",
                Marker.ORDINAL,
                number={"": Source("3-1")},
                title={"ru": Source("Общие положения")},
                term={"": Source("Сайт")},
                text={"ru": Source("# первая строка\n- вторая\n\nтретья:  да")},
                clauses=(WorkingClause("scope", text={"ru": Source("{operator.site}")}),),
                closing={"ru": Source("Всё")},
            ),
        ),
    )
    assert dump_policy(policy, {"general": "1.", "scope": "1.1."}) == WRITTEN
    assert load(WRITTEN) == (policy, ())


def test_a_moment_is_written_with_its_offset() -> None:
    moment = datetime(2026, 9, 1, 18, tzinfo=UTC)
    policy = WorkingPolicy(
        "privacy", "k", {"ru": Source("П")}, {"ru": LanguageStatus(Status.AUTHENTIC)},
        fallback="ru", edition=WorkingEdition(Effective(moment)),
        clauses=(WorkingClause("a", text={"ru": Source("x")}),),
    )  # fmt: skip
    assert "effective: '2026-09-01T18:00:00+00:00'" in dump_policy(policy)
    assert load(dump_policy(policy)) == (policy, ())


@SLOW
@given(policies())
def test_what_is_written_is_read_as_the_same(policy: WorkingPolicy) -> None:
    assert load(dump_policy(policy)) == (policy, ())


@SLOW
@given(policies(), st.sampled_from(["1.", "2)", "3.2-1", "–", "а)", "I."]))
def test_what_is_written_is_in_the_one_style_already(policy: WorkingPolicy, number: str) -> None:
    numbers = {clause.id: number for clause in policy.walk()}
    written = dump_policy(policy, numbers)
    document, _ = parse_document(written.encode(), "a.yml")
    assert document is not None
    assert format_policy(document, LANGUAGES, numbers) == written


def test_a_comment_for_a_clause_that_is_not_there_is_not_written() -> None:
    policy = load(WRITTEN)[0]
    assert policy is not None
    assert dump_policy(policy, {"nobody": "9."}) == dump_policy(policy)
