import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given

from inforce.frozen import FrozenError, edition_bytes, read_edition
from inforce.model import Approval, Edition, LanguageStatus, Place, Status
from inforce.zones import zone

from .strategies import OFTEN, editions

ALMATY = timezone(timedelta(hours=5))
SAMPLE = Edition(
    policy="privacy",
    id="2026-09-01",
    kind="privacy-policy",
    number="4",
    effective=datetime(2026, 9, 1, tzinfo=ALMATY),
    languages={
        "ru": LanguageStatus(Status.AUTHENTIC),
        "en": LanguageStatus(Status.UNOFFICIAL, True, "ru", date(2026, 8, 19)),
    },
    prevails="ru",
    fallback="ru",
    address="https://policies.example/privacy/2026-09-01/",
    approved=Approval({"ru": "Директор"}, {"ru": "Приказ"}, "65", date(2026, 8, 20)),
    clauses=(Place("scope", "decimal", clauses=(Place("who", "point", True, True),)),),
)


@OFTEN
@given(editions())
def test_an_edition_read_again_is_the_same_edition(edition: Edition) -> None:
    data = edition_bytes(edition)
    assert read_edition(data) == edition
    assert edition_bytes(read_edition(data)) == data


def test_the_order_of_languages_is_kept() -> None:
    assert list(read_edition(edition_bytes(SAMPLE)).languages) == ["ru", "en"]


def test_an_instant_keeps_the_offset_that_it_was_written_with() -> None:
    effective = read_edition(edition_bytes(SAMPLE)).effective
    assert effective.isoformat() == "2026-09-01T00:00:00+05:00"
    named = replace(SAMPLE, effective=datetime(2026, 9, 1, tzinfo=zone("Asia/Almaty")))
    assert edition_bytes(named) == edition_bytes(SAMPLE)


@pytest.mark.parametrize(
    "effective",
    [
        datetime(2026, 9, 1),
        datetime(2026, 9, 1, microsecond=1, tzinfo=UTC),
        datetime(1900, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=7, seconds=48))),
    ],
)
def test_an_instant_that_cannot_be_written_exactly_is_refused(effective: datetime) -> None:
    with pytest.raises(FrozenError, match=r"offset|whole seconds"):
        edition_bytes(replace(SAMPLE, effective=effective))


Change = Callable[[Any], object]
REFUSALS: list[tuple[Change, str, str]] = [
    (lambda f: f.update(title="x"), "$", "the key `title` is unknown"),
    (lambda f: f.pop("number"), "$", "the key `number` is missing"),
    (lambda f: f.update(number=4), "$.number", "a string, not a number"),
    (lambda f: f.update(effective="2026-09-01"), "$.effective", "not an instant"),
    (lambda f: f.update(effective="2026-09-01T00:00:00Z"), "$.effective", "not an instant"),
    (lambda f: f.update(effective="2026-09-01T00:00:00-00:00"), "$.effective", "not an instant"),
    (lambda f: f.update(effective="2026-09-01 00:00:00+05:00"), "$.effective", "not an instant"),
    (lambda f: f.update(effective="2026-02-30T00:00:00+05:00"), "$.effective", "not an instant"),
    (lambda f: f.update(effective="2026-09-01T24:00:00+05:00"), "$.effective", "not an instant"),
    (lambda f: f.update(adopted="20260820"), "$.adopted", "form"),
    (lambda f: f.update(adopted="2026-02-30"), "$.adopted", "not a date"),
    (lambda f: f.update(address="javascript:x/"), "$.address", "form"),
    (lambda f: f.update(address="https://a.example/privacy"), "$.address", "form"),
    (lambda f: f.update(aliases=["/policy/", "/../x/"]), "$.aliases[1]", "form"),
    (lambda f: f.update(aliases=["//a.example/"]), "$.aliases[0]", "form"),
    (lambda f: f.update(aliases=[1]), "$.aliases[0]", "a string, not a number"),
    (lambda f: f.update(change="huge"), "$.change", "none of"),
    (lambda f: f.update(prevails="kk"), "$.prevails", "none of"),
    (lambda f: f.update(fallback="kk"), "$.fallback", "none of"),
    (lambda f: f["languages"][1].update(status="good"), "$.languages[1].status", "none of"),
    (lambda f: f["languages"][1].update(language="EN"), "$.languages[1].language", "form"),
    (lambda f: f["languages"].append(f["languages"][0]), "$.languages", "`ru` stands twice"),
    (lambda f: f.update(languages={"ru": "authentic"}), "$.languages", "a list, not an object"),
    (lambda f: f["approved"].update(by={}), "$.approved.by", "empty"),
    (lambda f: f["approved"].update(by={"Рус": "x"}), "$.approved.by", "not a language code"),
    (lambda f: f.update(approved={}), "$.approved", "says nothing"),
    (lambda f: f.update(applies=[{"to": "all"}]), "$.applies[0]", "the key `from` is missing"),
    (lambda f: f["clauses"][0].update(marker="star"), "$.clauses[0].marker", "none of"),
    (lambda f: f["clauses"][0]["clauses"][0].update(id="scope"), "$", "`scope` stands twice"),
    (lambda f: f["clauses"][0].update(fixed="yes"), "$.clauses[0].fixed", "none of"),
]


@pytest.mark.parametrize(("change", "path", "message"), REFUSALS)
def test_a_malformed_edition_is_refused_at_its_place(
    change: Change, path: str, message: str
) -> None:
    file = json.loads(edition_bytes(SAMPLE))
    change(file)
    with pytest.raises(FrozenError, match=message) as caught:
        read_edition(json.dumps(file).encode())
    assert caught.value.path == path


def test_what_could_not_be_read_again_is_not_written() -> None:
    with pytest.raises(FrozenError, match="says nothing"):
        edition_bytes(replace(SAMPLE, approved=Approval()))
    with pytest.raises(FrozenError, match="the key `number` is missing"):
        edition_bytes(replace(SAMPLE, number=""))
