import json
import re
from collections.abc import Callable
from importlib import resources
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from inforce.ledger import Entry, Publish, dump, parse, text_of

from .samples import EVERY_ACT, at, files, ledger

ENTRIES = ledger(*EVERY_ACT).entries
LINES = [json.loads(line) for line in dump(ledger(*EVERY_ACT)).splitlines()]


def validator() -> jsonschema.Draft202012Validator:
    file = resources.files("inforce.ledger") / "schema" / "ledger-v1.json"
    schema = json.loads(file.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


SCHEMA = validator()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: type(entry.act).__name__)
def test_an_act_read_again_is_the_same_act(entry: Entry) -> None:
    again, problems = parse(dump(ledger(*EVERY_ACT)), "ledger.jsonl")
    assert not problems
    assert again.entries[entry.seq - 1] == entry


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["act"])
def test_every_line_fits_the_schema(line: object) -> None:
    SCHEMA.validate(line)


def test_a_line_says_what_the_specification_says() -> None:
    act = LINES[7]
    assert set(act) == {
        *("act", "digest", "prev", "recorded", "seq"),
        *("policy", "edition", "replaces", "effective", "adopted", "files"),
    }
    assert act["seq"] == 8
    assert act["recorded"] == "2026-03-04T00:00:00+05:00"
    assert act["effective"] == "2026-06-01T18:00:00+05:00"
    assert act["adopted"] == "2026-03-01"
    assert LINES[0]["prev"] is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ru.json", ("ru", 1)),
        ("ru.txt", ("ru", 1)),
        ("en-2.json", ("en", 2)),
        ("pt-BR-12.txt", ("pt-BR", 12)),
        ("kk-Latn.json", ("kk-Latn", 1)),
        ("edition.json", None),
        ("ru-1.json", None),
        ("ru-02.json", None),
        ("ru.pdf", None),
        ("RU.json", None),
        ("../ru.json", None),
        ("ru.json\n", None),
    ],
)
def test_the_name_of_a_file_says_which_text_it_holds(
    name: str, text: tuple[str, int] | None
) -> None:
    assert text_of(name) == text


Change = Callable[[Any], object]
OPENED, PUBLISHED, ADDED, WITHDRAWN, REDACTED, REPEALED = 0, 1, 3, 6, 8, 9
REFUSALS: list[tuple[int, Change, str]] = [
    (OPENED, lambda a: a.update(act="close"), r"\$\.act: `close` is not an act"),
    (OPENED, lambda a: a.pop("act"), r"`` is not an act"),
    (OPENED, lambda a: a.update(base="policies.example"), r"\$\.base: "),
    (OPENED, lambda a: a.update(base="https://policies.example"), r"\$\.base: "),
    (OPENED, lambda a: a.update(base="https://policies.example/?a/"), r"\$\.base: "),
    (OPENED, lambda a: a.update(format="inforce-ledger-v2"), r"\$\.format: "),
    (OPENED, lambda a: a.update(root="русский"), r"\$\.root: "),
    (OPENED, lambda a: a.update(timezone="../../etc"), r"\$\.timezone: "),
    (OPENED, lambda a: a.update(seq="1"), r"\$\.seq: "),
    (OPENED, lambda a: a.update(seq=0), r"\$\.seq: "),
    (OPENED, lambda a: a.update(seq=True), r"\$\.seq: "),
    (OPENED, lambda a: a.update(seq=1.0), r"\$\.seq: "),
    (OPENED, lambda a: a.update(seq=2**53), r"\$\.seq: "),
    (OPENED, lambda a: a.update(recorded="2026-01-01T00:00:00"), r"\$\.recorded: "),
    (OPENED, lambda a: a.update(digest="A" * 64), r"\$\.digest: "),
    (OPENED, lambda a: a.update(digest=None), r"\$\.digest: "),
    (PUBLISHED, lambda a: a.update(prev="0"), r"\$\.prev: "),
    (PUBLISHED, lambda a: a.update(note="x"), r"the key `note` is unknown"),
    (PUBLISHED, lambda a: a.pop("files"), r"the key `files` is missing"),
    (PUBLISHED, lambda a: a.update(policy="../x"), r"\$\.policy: "),
    (PUBLISHED, lambda a: a.update(edition="2026-02-01-1"), r"\$\.edition: "),
    (PUBLISHED, lambda a: a.update(edition="2026-02-30"), r"\$\.edition: "),
    (PUBLISHED, lambda a: a.update(replaces=""), r"\$\.replaces: "),
    (PUBLISHED, lambda a: a.update(effective="2026-02-01"), r"\$\.effective: "),
    (PUBLISHED, lambda a: a["files"].pop("edition.json"), r"\$\.files: `edition.json` is miss"),
    (PUBLISHED, lambda a: a["files"].pop("ru.txt"), r"\$\.files: `ru.txt` is missing beside"),
    (PUBLISHED, lambda a: a["files"].update({"x.sh": "0" * 64}), r"`x.sh` is not the name"),
    (PUBLISHED, lambda a: a["files"].update({"ru.txt": "0"}), r"\$\.files\.ru\.txt: "),
    (PUBLISHED, lambda a: a.update(files={"edition.json": "0" * 64}), r"files of a text are"),
    (PUBLISHED, lambda a: a.update(files=[]), r"\$\.files: .* an object, not a list"),
    (ADDED, lambda a: a["files"].update(files("en")), r"exactly the two files of one text"),
    (ADDED, lambda a: a.update(status="official"), r"\$\.status: .* an object"),
    (ADDED, lambda a: a.update(status={"status": "good"}), r"\$\.status\.status: "),
    (WITHDRAWN, lambda a: a.update(reason=""), r"\$\.reason: "),
    (REPEALED, lambda a: a.update(successors=[]), r"\$\.successors: "),
    (REPEALED, lambda a: a.update(successors=["A b"]), r"\$\.successors\[0\]"),
    (REDACTED, lambda a: a.pop("reason"), r"the key `reason` is missing"),
    (REDACTED, lambda a: a["files"].update(files("edition.json")), r"cannot be redacted"),
]


@pytest.mark.parametrize(("index", "change", "message"), REFUSALS)
def test_a_malformed_line_is_named_and_its_place_told(
    index: int, change: Change, message: str
) -> None:
    line = json.loads(json.dumps(LINES[index]))
    change(line)
    _, problems = parse(json.dumps(line).encode() + b"\n", "content/ledger.jsonl")
    assert [problem.location.line for problem in problems] == [1]
    assert problems[0].check == "ledger-line"
    assert str(problems[0]).startswith("content/ledger.jsonl:1: error: line 1 cannot be read: $")
    assert re.search(message, str(problems[0]))
    # A schema knows no calendar, not which two files belong together, and takes 1.0 for 1.
    beyond = "2026-02-30" in str(line) or "missing beside" in message
    assert SCHEMA.is_valid(line) == (beyond or type(line["seq"]) is float)


def test_an_edition_takes_effect_on_the_day_of_its_id_by_its_own_offset() -> None:
    moved = Publish(
        "privacy", "2026-02-01", "", at("2026-01-31", "23:59:59"), files=files("edition.json", "ru")
    )
    with pytest.raises(Exception, match="`2026-02-01` has to take effect on the day of its id"):
        ledger(EVERY_ACT[0], ("2026-01-01", moved))
