import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from inforce.ledger import Add, Ledger, LedgerError, Open, Publish, Redact, Withdraw, dump, parse

from .samples import EVERY_ACT, OPEN, at, files, ledger, publish


def test_each_line_is_canonical_json_sealed_to_the_line_before() -> None:
    """Checked with nothing but the standard library: all keys are ASCII, all numbers whole."""
    prev = None
    for number, line in enumerate(dump(ledger(*EVERY_ACT)).decode().splitlines(), 1):
        values = json.loads(line)
        assert line == _canonical(values)
        digest = values.pop("digest")
        assert digest == hashlib.sha256(_canonical(values).encode()).hexdigest()
        assert (values["seq"], values["prev"]) == (number, prev)
        prev = digest


def _canonical(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_appending_leaves_the_shorter_ledger_as_it_was() -> None:
    short = ledger(*EVERY_ACT[:3])
    before = dump(short)
    longer = short.append(EVERY_ACT[3][1], at("2026-01-03"))
    assert dump(short) == before
    assert dump(longer).startswith(before)
    assert len(longer.entries) == len(short.entries) + 1


def test_an_empty_ledger_is_an_empty_file_without_an_opening() -> None:
    assert dump(Ledger()) == b""
    assert Ledger().opening is None
    assert ledger(("2026-01-01", OPEN)).opening == OPEN


def test_the_clock_never_goes_back() -> None:
    opened = Ledger().append(OPEN, at("2026-01-01", "12:00:00"))
    act = publish("2026-02-01")
    with pytest.raises(LedgerError, match="set the clock right"):
        opened.append(act, at("2026-01-01", "11:59:59"))
    assert opened.append(act, at("2026-01-01", "12:00:00")).entries[1].seq == 2


def test_clocks_are_compared_as_instants() -> None:
    opened = Ledger().append(OPEN, datetime.fromisoformat("2026-01-01T12:00:00+05:00"))
    later = datetime.fromisoformat("2026-01-01T07:30:00+00:00")
    assert opened.append(publish("2026-02-01"), later).entries[1].recorded == later


def test_a_recording_has_whole_seconds_and_an_offset() -> None:
    moment = at("2026-01-01") + timedelta(microseconds=999_999)
    assert Ledger().append(OPEN, moment).entries[0].recorded == at("2026-01-01")
    with pytest.raises(LedgerError, match="no offset"):
        Ledger().append(OPEN, datetime(2026, 1, 1))
    with pytest.raises(LedgerError, match="no offset"):
        ledger(("2026-01-01", OPEN)).append(publish("2026-02-01"), datetime(2026, 1, 1))


@pytest.mark.parametrize(
    "act",
    [
        Publish("privacy", "2026-02-01", "", at("2026-02-01")),
        replace(publish("2026-02-01"), effective=datetime(2026, 2, 1)),
        replace(publish("2026-02-01"), edition="2026-02-30"),
        replace(publish("2026-02-01"), edition="2026-02-02"),
        publish("2026-02-01", policy="../privacy"),
        Add("privacy", "2026-02-01", files("ru.json")),
        Withdraw("privacy", "2026-02-01", "turned \u202e round"),
        Withdraw("privacy", "2026-02-01", "\ud800"),
        Withdraw("privacy", "2026-02-01", "и\u0306"),
        Redact("privacy", "2026-02-01", files("ru"), ""),
        Open("ftp://policies.example/", "ru", "Asia/Almaty"),
    ],
)
def test_what_could_not_be_read_again_is_not_recorded(act: Publish) -> None:
    opened = ledger(("2026-01-01", OPEN), ("2026-01-01", publish("2026-03-01")))
    with pytest.raises(LedgerError, match="cannot record"):
        opened.append(act, at("2026-01-02"))


def test_a_ledger_read_again_is_the_same_ledger() -> None:
    whole = ledger(*EVERY_ACT)
    again, problems = parse(dump(whole), "ledger.jsonl")
    assert (again, problems) == (whole, ())
    assert dump(again) == dump(whole)
