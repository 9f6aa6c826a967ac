"""What a source means: every value is the string that is typed."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from inforce.model import (
    Applies,
    LanguageStatus,
    Marker,
    Site,
    Status,
    WorkingApproval,
    WorkingClause,
    WorkingEdition,
    WorkingPart,
    WorkingPolicy,
)

from .loading import HEAD, SITE, in_clauses, load_sound, the_site

ALMATY = timezone(timedelta(hours=5))


def words(localized: Any) -> dict[str, str]:
    return {code: source.text for code, source in localized.items()}


def first(clauses: str) -> WorkingClause:
    return load_sound(in_clauses(clauses)).clauses[0]


def edition(lines: str) -> WorkingEdition:
    found = load_sound(in_clauses("- {id: a, ru: x}\n", f"{HEAD}edition:\n{lines}")).edition
    assert found is not None
    return found


WHOLE = """\
policy: privacy
kind: privacy-policy
title:
  ru: Политика конфиденциальности
  kk: Құпиялылық саясаты
languages:
  ru: authentic
  kk: {status: authentic, pending: true}
  en: {status: unofficial, from: ru, reviewed: 2026-08-19}
prevails: ru
fallback: ru
aliases: [/policy/, /old/privacy/]
numbering: continuous
preface:
- kind: place-date
  ru: г. Астана
preamble: [{id: preamble, ru: Мы}]
clauses:
- id: general
  marker: roman
  number: {ru: "I-1", kk: "I-2"}
  title: {ru: Общее, kk: Жалпы}
  clauses:
  - id: scope
    number: 3.10
    term: {ru: сайт, kk: сайт}
    ru: |-
      Это
      сайт
    closing: {ru: Всё}
  - {id: gone, repealed: true}
conclusions: [{kind: signature, ru: Директор}]
annexes: [{id: form, title: {ru: Форма}, clauses: [{id: field, ru: ____}]}]
"""


def test_a_whole_source_is_read() -> None:
    policy = load_sound(WHOLE)
    assert words(policy.title) == {"ru": "Политика конфиденциальности", "kk": "Құпиялылық саясаты"}
    assert policy.languages == {
        "ru": LanguageStatus(Status.AUTHENTIC),
        "kk": LanguageStatus(Status.AUTHENTIC, pending=True),
        "en": LanguageStatus(Status.UNOFFICIAL, source="ru", reviewed=date(2026, 8, 19)),
    }
    assert list(policy.languages) == ["ru", "kk", "en"]
    assert (policy.prevails, policy.fallback, policy.continuous) == ("ru", "ru", True)
    assert policy.aliases == ("/policy/", "/old/privacy/")
    assert [clause.id for clause in policy.walk()] == [
        "preamble", "general", "scope", "gone", "form", "field",
    ]  # fmt: skip
    assert [(part.kind, words(part.text)) for part in (*policy.preface, *policy.conclusions)] == [
        ("place-date", {"ru": "г. Астана"}),
        ("signature", {"ru": "Директор"}),
    ]
    general = policy.clauses[0]
    assert general.marker == Marker.ROMAN
    assert words(general.number) == {"ru": "I-1", "kk": "I-2"}
    scope, gone = general.clauses
    assert words(scope.number) == {"": "3.10"}
    assert words(scope.text) == {"ru": "Это\nсайт"}
    assert words(scope.closing) == {"ru": "Всё"}
    assert words(scope.term) == {"ru": "сайт", "kk": "сайт"}
    assert gone.repealed
    assert words(policy.annexes[0].clauses[0].text) == {"ru": "____"}


def test_places_name_the_file_the_line_and_the_clause() -> None:
    policy = load_sound(WHOLE)
    scope = policy.clauses[0].clauses[0]
    assert str(scope.location) == "content/privacy/policy.yml:24:5 (scope)"
    assert str(scope.text["ru"].location) == "content/privacy/policy.yml:28:7 (scope)"
    assert str(scope.text["ru"].at(4)) == "content/privacy/policy.yml:29:7 (scope)"
    assert str(policy.title["kk"].location) == "content/privacy/policy.yml:5:7"


@pytest.mark.parametrize(
    "written",
    ["3.10", "001240000123", "1e3", "0x1F", "2026-09-01", "true", "no", "null", "~", ".5", "1_000",
     "=", "12:30:45", "-1", "+7 (7172) 00-00-00"],
)  # fmt: skip
def test_a_value_is_the_string_that_is_typed(written: str) -> None:
    clause = first(f"- id: a\n  number: {written}\n  ru: {written}\n")
    assert words(clause.number) == {"": written}
    assert words(clause.text) == {"ru": written}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"x #y"  # a remark', "x #y"),
        ("по каналу#5", "по каналу#5"),
        ("'it''s'", "it's"),
        ('"«Сайт» – \\"это\\""', '«Сайт» – "это"'),
        ("|-\n    # 5\n    - x: y", "# 5\n- x: y"),
        ("|\n    one\n", "one"),
        ("|+\n    one\n\n\n", "one"),
        ("|-  # a remark\n    one", "one"),
        ("|2-\n      one\n    two", "one\ntwo"),
        (">-\n    one\n    two\n\n    three", "one two\nthree"),
        ("one\n    two", "one two"),
        ("|-\n    one  \n    two \n    \n    three", "one  \ntwo\n\nthree"),
        ("\u00a0x\u00a0", "\u00a0x\u00a0"),
    ],
)
def test_the_words_of_a_text_are_kept_and_its_blank_ends_are_not(written: str, text: str) -> None:
    assert words(first(f"- id: a\n  ru: {written}\n").text) == {"ru": text}


def test_a_comment_may_stand_behind_an_id_and_a_number_and_on_lines_of_its_own() -> None:
    clause = first("# one\n- id: a  # 1.\n  # two\n  number: 3-1 # three\n  ru: x\n  # four\n")
    assert (clause.id, words(clause.number)) == ("a", {"": "3-1"})


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"Один\\nдва"', "Один два"),
        ("|-\n      Один\n      два", "Один два"),
        ("Один\n      два", "Один два"),
        ('"  Один   два "', "Один два"),
    ],
)
def test_a_title_is_one_line(written: str, title: str) -> None:
    assert words(first(f"- id: a\n  title:\n    ru: {written}\n").title) == {"ru": title}


def test_a_word_of_a_title_of_two_lines_is_found_in_its_line() -> None:
    title = first("- id: a\n  title:\n    ru: |-\n      Один\n        два\n").title["ru"]
    assert title.text == "Один два"
    assert str(title.at(title.text.index("два"))) == "content/privacy/policy.yml:10:9 (a)"


@pytest.mark.parametrize(
    ("languages", "prevails", "fallback"),
    [
        ("{ru: authentic, kk: authentic}", "", "ru"),
        ("{ru: authentic, kk: authentic}", "kk", "kk"),
        ("{kk: {status: authentic, pending: true}, ru: authentic}", "", "ru"),
        ("{kk: {status: authentic, pending: true}, ru: authentic}", "kk", "ru"),
        ("{kk: {status: authentic, pending: true}}", "", "kk"),
        ("{ru: authentic, kk: authentic}", "equal", "ru"),
    ],
)
def test_without_fallback_the_prevailing_or_the_first_ready_text_stands_in(
    languages: str, prevails: str, fallback: str
) -> None:
    head = f"policy: privacy\nkind: k\ntitle: {{ru: П}}\nlanguages: {languages}\n"
    head += f"prevails: {prevails}\n" if prevails else ""
    policy = load_sound(in_clauses("- {id: a, ru: x}\n", head))
    assert policy.fallback == fallback
    assert policy.prevails == (prevails or "unstated")


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2026-09-01", datetime(2026, 9, 1, tzinfo=ALMATY)),
        ("2026-09-01T18:30", datetime(2026, 9, 1, 18, 30, tzinfo=ALMATY)),
        ("2026-09-01 18:30:05", datetime(2026, 9, 1, 18, 30, 5, tzinfo=ALMATY)),
        ("2026-09-01T18:30Z", datetime(2026, 9, 1, 18, 30, tzinfo=UTC)),
        ("2026-09-01T18:30-03:00", datetime(2026, 9, 1, 21, 30, tzinfo=UTC)),
        ("2023-09-01", datetime(2023, 8, 31, 18, tzinfo=UTC)),
        ('"2026-09-01"', datetime(2026, 9, 1, tzinfo=ALMATY)),
        ("on posting", None),
    ],
)
def test_an_edition_takes_effect_at_an_instant_of_the_site(
    written: str, instant: datetime | None
) -> None:
    found = edition(f"  effective: {written}\n").effective
    assert found.instant == instant
    assert (found.location.line, found.location.column) == (6, 14)


def test_an_edition_says_all_about_itself() -> None:
    found = edition("""\
  number: 12-2
  adopted: 2026-08-20
  approved:
    by: {ru: Директор, kk: Директор}
    act: {ru: приказ}
    number: 065
    date: 2026-08-19
  effective: 2026-09-01
  applies:
  - {to: existing-users, from: 2026-09-01}
  change: correction
  summary: {ru: Опечатки}
  imported: {source: прежний сайт}
""")
    approved = found.approved
    assert isinstance(approved, WorkingApproval)
    assert (words(approved.by), words(approved.act)) == (
        {"ru": "Директор", "kk": "Директор"},
        {"ru": "приказ"},
    )
    assert (approved.number, approved.dated) == ("065", date(2026, 8, 19))
    assert found.applies == (Applies("existing-users", date(2026, 9, 1)),)
    assert (found.number, found.adopted, found.change, found.imported) == (
        "12-2", date(2026, 8, 20), "correction", "прежний сайт",
    )  # fmt: skip
    assert words(found.summary) == {"ru": "Опечатки"}


def test_a_text_without_edition_is_a_draft_and_a_change_is_substantive() -> None:
    assert load_sound(in_clauses("- {id: a, ru: x}\n")).edition is None
    assert edition("  effective: on posting\n").change == "substantive"


def test_a_source_in_json_is_read_too() -> None:
    source = """{"policy": "privacy", "kind": "k", "title": {"ru": "П"},
    "languages": {"ru": "authentic"}, "clauses": [{"id": "a", "ru": "Один,\\n\\tдва: три #4"}]}"""
    policy = load_sound(source)
    assert words(policy.clauses[0].text) == {"ru": "Один,\n\tдва: три #4"}


def test_a_policy_names_its_profile_and_a_clause_what_it_covers() -> None:
    source = in_clauses(
        "- {id: a, ru: x, covers: [term, purposes]}\n", f"{HEAD}profile: kz-policy\n"
    )
    policy = load_sound(source)
    assert policy.profile is not None
    assert (policy.profile.text, policy.profile.location.line) == ("kz-policy", 5)
    (clause,) = policy.clauses
    assert [one.text for one in clause.covers] == ["term", "purposes"]
    assert [one.location.column for one in clause.covers] == [27, 33]
    assert load_sound(HEAD + "clauses: [{id: a, ru: x}]\n").profile is None


def test_the_site_has_its_address_its_languages_and_its_zone() -> None:
    site = the_site(SITE + "notice: 10 days\n")
    assert (site.url, site.languages) == ("https://policies.example/", ("ru", "kk", "en"))
    assert (site.timezone, site.notice) == ("Asia/Almaty", 10)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://policies.example", "https://policies.example/"),
        ("https://example.kz/legal", "https://example.kz/legal/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
    ],
)
def test_a_base_address_ends_with_a_slash(written: str, url: str) -> None:
    assert the_site(SITE.replace("https://policies.example/", written)).url == url


def test_a_fact_has_a_dotted_name_and_may_differ_by_language() -> None:
    facts = """\
url: https://policies.example/
languages: [ru, kk]
timezone: Asia/Almaty
operator:
  bin: 000040123456
  name: {ru: ТОО «Дала», kk: «Дала» ЖШС}
  office:
    address: |-
      Алматы,
      Абая 1
    rooms: {main: "5 #1"}
"""
    site = the_site(facts)
    assert {name: words(value) for name, value in site.facts.items()} == {
        "operator.bin": {"": "000040123456"},
        "operator.name": {"ru": "ТОО «Дала»", "kk": "«Дала» ЖШС"},
        "operator.office.address": {"": "Алматы, Абая 1"},
        "operator.office.rooms.main": {"": "5 #1"},
    }


def test_models_with_the_same_words_are_equal_wherever_they_stand() -> None:
    other = WHOLE.replace("preface:", "# moved\npreface:")
    assert load_sound(WHOLE) == load_sound(other)
    assert isinstance(load_sound(WHOLE), WorkingPolicy)
    assert isinstance(load_sound(WHOLE).preface[0], WorkingPart)
    assert isinstance(the_site(), Site)
