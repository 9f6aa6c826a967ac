import json

import pytest

from inforce.ledger import (
    Act,
    Add,
    Correct,
    Ledger,
    LedgerError,
    Open,
    Redact,
    Repeal,
    Withdraw,
    dump,
    parse,
)
from inforce.ledger.chain import digest

from .samples import OPEN, at, files, ledger, publish

Dated = tuple[str, Act]

START: tuple[Dated, ...] = (
    ("2026-01-01", OPEN),
    ("2026-01-01", publish("2026-02-01", "", "privacy", "ru", "en")),
    ("2026-01-01", publish("2026-02-01", "", "terms")),
)
SECOND: Dated = ("2026-01-02", publish("2026-06-01", "2026-02-01"))
OTHER = {**files("en"), "en.txt": "0" * 64}
GONE: Dated = ("2026-01-03", Withdraw("privacy", "2026-06-01"))
ENDED: Dated = ("2026-01-03", Repeal("privacy", at("2026-05-01")))

ALLOWED: list[tuple[str, tuple[Dated, ...], Dated]] = [
    ("the next edition", START, SECOND),
    (
        "one recorded later that takes effect earlier",
        (*START, SECOND),
        ("2026-01-03", publish("2026-04-01", "2026-02-01")),
    ),
    (
        "a second one on the day of a withdrawn one, at the same instant",
        (*START, SECOND, GONE),
        ("2026-01-04", publish("2026-06-01-2", "2026-02-01")),
    ),
    (
        "an edition after a withdrawn one replaces what stands",
        (*START, SECOND, GONE),
        ("2026-01-04", publish("2026-07-01", "2026-02-01")),
    ),
    ("the past before this ledger", START[:1], ("2026-01-01", publish("2020-01-01"))),
    (
        "more of the past before this ledger",
        (*START[:1], ("2026-01-01", publish("2020-01-01"))),
        ("2026-05-01", publish("2022-01-01", "2020-01-01")),
    ),
    (
        "the past before a first edition that is still to come",
        START,
        ("2026-01-20", publish("2026-01-15")),
    ),
    ("at the instant of recording", START, ("2026-05-01", publish("2026-05-01", "2026-02-01"))),
    ("a text that was not ready", START, ("2026-09-01", Add("privacy", "2026-02-01", files("kk")))),
    ("a correction", START, ("2026-09-01", Correct("privacy", "2026-02-01", files("en-2")))),
    ("a withdrawal at the last second", START, ("2026-01-31", Withdraw("privacy", "2026-02-01"))),
    (
        "a repeal with a successor",
        START,
        ("2026-01-02", Repeal("privacy", at("2026-05-01"), ("terms",))),
    ),
    (
        "a repeal in the past before this ledger",
        (*START[:1], ("2026-01-01", publish("2020-01-01"))),
        ("2026-01-01", Repeal("privacy", at("2024-01-01"))),
    ),
    (
        "an old edition of a repealed policy",
        (*START, ENDED),
        ("2026-01-04", publish("2026-03-01", "2026-02-01")),
    ),
    ("a redaction", START, ("2026-01-04", Redact("privacy", "2026-02-01", files("en"), "Order"))),
]

REFUSED: list[tuple[str, tuple[Dated, ...], Dated, str]] = [
    ("nothing before open", (), ("2026-01-01", publish("2026-02-01")), "the ledger was not opened"),
    ("a second open", START, ("2026-01-02", OPEN), "the ledger was opened already"),
    (
        "an open elsewhere",
        START,
        ("2026-01-02", Open("https://b.example/", "kk", "Asia/Almaty")),
        "the ledger was opened already",
    ),
    ("an edition twice", START, ("2026-01-02", publish("2026-02-01")), "was published already"),
    (
        "a withdrawn edition again",
        (*START, SECOND, GONE),
        ("2026-01-04", publish("2026-06-01", "2026-02-01")),
        "was published already",
    ),
    (
        "a second one that day without a first",
        START,
        ("2026-01-02", publish("2026-03-01-2", "2026-02-01")),
        "there is no edition `2026-03-01` before",
    ),
    (
        "two editions at one instant",
        START,
        ("2026-01-02", publish("2026-02-01-2", "2026-02-01")),
        "the edition `2026-02-01` takes effect at the same instant",
    ),
    (
        "another edition replaced",
        (*START, SECOND),
        ("2026-01-03", publish("2026-07-01", "2026-02-01")),
        "it has to replace `2026-06-01`, not `2026-02-01`",
    ),
    (
        "none replaced",
        START,
        ("2026-01-03", publish("2026-07-01")),
        "it has to replace `2026-02-01`, not none",
    ),
    (
        "a withdrawn edition replaced",
        (*START, SECOND, GONE),
        ("2026-01-04", publish("2026-07-01", "2026-06-01")),
        "it has to replace `2026-02-01`, not `2026-06-01`",
    ),
    (
        "an edition of another policy replaced",
        START[:2],
        ("2026-01-04", publish("2026-07-01", "2026-02-01", "terms")),
        "it has to replace none, not `2026-02-01`",
    ),
    (
        "after the repeal",
        (*START, ENDED),
        ("2026-01-04", publish("2026-05-01", "2026-02-01")),
        "`privacy` is repealed by then",
    ),
    (
        "a past that this ledger told otherwise",
        START,
        ("2026-04-01", publish("2026-03-01", "2026-02-01")),
        "when this ledger already said what was in force",
    ),
    (
        "a first text that is a revision",
        START,
        (
            "2026-01-02",
            publish("2026-03-01", "2026-02-01", "privacy", "ru-2"),
        ),
        "a first text of `ru` is not revision 2",
    ),
    (
        "an addition to an unknown policy",
        START,
        ("2026-01-02", Add("cookies", "2026-02-01", files("kk"))),
        "no edition `2026-02-01` of `cookies` was published",
    ),
    (
        "a correction of an unknown edition",
        START,
        ("2026-01-02", Correct("privacy", "2026-02-02", files("en-2"))),
        "no edition `2026-02-02` of `privacy` was published",
    ),
    (
        "a text added twice",
        START,
        ("2026-01-02", Add("privacy", "2026-02-01", files("en"))),
        "has the text `en` already",
    ),
    (
        "a correction of a text that is not there",
        START,
        ("2026-01-02", Correct("privacy", "2026-02-01", files("kk-2"))),
        "has no text `kk` to correct",
    ),
    (
        "a revision left out",
        START,
        ("2026-01-02", Correct("privacy", "2026-02-01", files("en-3"))),
        "the next revision of `en` is 2, not 3",
    ),
    (
        "a revision twice",
        (*START, ("2026-01-02", Correct("privacy", "2026-02-01", files("en-2")))),
        ("2026-01-02", Correct("privacy", "2026-02-01", files("en-2"))),
        "the next revision of `en` is 3, not 2",
    ),
    (
        "a text added to a withdrawn edition",
        (*START, SECOND, GONE),
        ("2026-01-04", Add("privacy", "2026-06-01", files("kk"))),
        "the edition was withdrawn",
    ),
    (
        "a withdrawal of what is in force",
        START,
        ("2026-02-01", Withdraw("privacy", "2026-02-01")),
        "the edition took effect at 2026-02-01T00:00:00",
    ),
    (
        "a withdrawal twice",
        (*START, SECOND, GONE),
        ("2026-01-04", Withdraw("privacy", "2026-06-01")),
        "was withdrawn already",
    ),
    (
        "a repeal of what was never published",
        START,
        ("2026-01-02", Repeal("cookies", at("2026-05-01"))),
        "no policy `cookies` was published",
    ),
    (
        "a repeal twice",
        (*START, ENDED),
        ("2026-01-04", Repeal("privacy", at("2026-05-02"))),
        "`privacy` was repealed already",
    ),
    (
        "a repeal before a scheduled edition",
        (*START, SECOND),
        ("2026-01-04", Repeal("privacy", at("2026-06-01"))),
        "the edition `2026-06-01` would take effect after the repeal",
    ),
    (
        "a repeal before everything",
        START,
        ("2026-01-04", Repeal("privacy", at("2026-02-01"))),
        "the edition `2026-02-01` would take effect after the repeal",
    ),
    (
        "a repeal of a policy whose editions were all withdrawn",
        (*START, ("2026-01-02", Withdraw("privacy", "2026-02-01"))),
        ("2026-01-04", Repeal("privacy", at("2026-02-01"))),
        "no edition takes effect before the repeal",
    ),
    (
        "a repeal in the past",
        START,
        ("2026-04-01", Repeal("privacy", at("2026-03-01"))),
        "when this ledger already said what was in force",
    ),
    (
        "an unknown successor",
        START,
        ("2026-01-04", Repeal("privacy", at("2026-05-01"), ("cookies",))),
        "the successor `cookies` is not another published policy",
    ),
    (
        "itself as successor",
        START,
        ("2026-01-04", Repeal("privacy", at("2026-05-01"), ("privacy",))),
        "the successor `privacy` is not another published policy",
    ),
    (
        "a redaction of a file that is not there",
        START,
        ("2026-01-04", Redact("privacy", "2026-02-01", files("kk"), "Order")),
        "the edition has no file `kk.json`",
    ),
    (
        "a redaction with another digest",
        START,
        (
            "2026-01-04",
            Redact("privacy", "2026-02-01", OTHER, "Order"),
        ),
        "the digest of `en.txt` is not the recorded one",
    ),
    (
        "a redaction twice",
        (*START, ("2026-01-04", Redact("privacy", "2026-02-01", files("en"), "Order"))),
        ("2026-01-04", Redact("privacy", "2026-02-01", files("en"), "Order")),
        "`en.json` was redacted already",
    ),
]


@pytest.mark.parametrize(("name", "before", "act"), ALLOWED)
def test_an_act_that_can_follow_is_recorded_and_read(
    name: str, before: tuple[Dated, ...], act: Dated
) -> None:
    longer = ledger(*before, act)
    assert parse(dump(longer), "ledger.jsonl") == (longer, ()), name


@pytest.mark.parametrize(("name", "before", "act", "message"), REFUSED)
def test_an_act_that_cannot_follow_is_not_recorded(
    name: str, before: tuple[Dated, ...], act: Dated, message: str
) -> None:
    with pytest.raises(LedgerError) as caught:
        ledger(*before, act)
    assert message in str(caught.value), name


@pytest.mark.parametrize(("name", "before", "act", "message"), REFUSED)
def test_an_act_that_cannot_follow_is_found_though_its_line_is_well_sealed(
    name: str, before: tuple[Dated, ...], act: Dated, message: str
) -> None:
    _, problems = parse(_forged(ledger(*before), act), "ledger.jsonl")
    found = [problem for problem in problems if message in problem.message]
    assert [(one.location.line, one.check) for one in found] == [(len(before) + 1, "ledger-act")]
    assert all(one.location.line == len(before) + 1 for one in problems), name


def _forged(before: Ledger, act: Dated) -> bytes:
    """The ledger with a line that was sealed by someone who does not care for rules."""
    host = Ledger(before.entries[:0]).append(OPEN, at(act[0]))
    last = before.entries[-1] if before.entries else None
    values = json.loads(_lonely_line(host, act))
    values["seq"] = last.seq + 1 if last else 1
    values["prev"] = last.digest if last else None
    values["digest"] = digest(values)
    sealed = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return dump(before) + sealed.encode() + b"\n"


def _lonely_line(host: Ledger, act: Dated) -> bytes:
    entry = host.entries[0]
    return dump(Ledger((type(entry)(1, at(act[0]), None, entry.digest, act[1]),)))
