import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.ledger import Ledger, dump, parse
from inforce.ledger.chain import digest
from inforce.problems import Problem
from tests.chance import examples

from .samples import EVERY_ACT, ledger

WHOLE = ledger(*EVERY_ACT)
DATA = dump(WHOLE)
LINES = DATA.splitlines(keepends=True)
FILE = "content/ledger.jsonl"


def problems(data: bytes) -> tuple[Problem, ...]:
    return parse(data, FILE)[1]


def named(data: bytes) -> set[int]:
    return {problem.location.line for problem in problems(data)}


@settings(max_examples=examples(150))
@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_a_changed_byte_is_found_and_its_line_named(position: int, by: int) -> None:
    changed = bytes((DATA[position] + by) % 256 for _ in range(1))
    data = DATA[:position] + changed + DATA[position + 1 :]
    line = DATA.count(b"\n", 0, position) + 1
    assert line in named(data)


@settings(max_examples=examples(80))
@given(st.integers(0, len(DATA) - 1))
def test_a_lost_byte_is_found_and_its_line_named(position: int) -> None:
    line = DATA.count(b"\n", 0, position) + 1
    assert line in named(DATA[:position] + DATA[position + 1 :])


@settings(max_examples=examples(80))
@given(st.integers(0, len(DATA)), st.integers(0, 255))
def test_a_byte_too_many_is_found_and_its_line_named(position: int, byte: int) -> None:
    line = DATA.count(b"\n", 0, position) + 1
    found = named(DATA[:position] + bytes([byte]) + DATA[position:])
    # A line feed at the end of a line makes the line after it an empty one.
    assert found & {line, line + 1}


def test_a_changed_word_is_told_once() -> None:
    found = problems(DATA.replace("Отложено".encode(), "Отменено".encode()))
    assert [(one.location.file, one.location.line) for one in found] == [(FILE, 7)]
    assert "line 7 was changed" in found[0].message


@pytest.mark.parametrize("number", range(2, len(LINES)))
def test_a_line_cut_out_is_found_where_it_is_missing(number: int) -> None:
    found = problems(b"".join(LINES[: number - 1] + LINES[number:]))
    assert [one.location.line for one in found] == [number]
    assert f"has the number {number + 1} where {number} is expected" in found[0].message


def test_a_beginning_cut_off_is_found() -> None:
    found = problems(b"".join(LINES[3:]))
    assert [one.location.line for one in found] == [1]
    assert "has the number 4 where 1 is expected: lines are missing" in found[0].message


def test_an_end_cut_off_cannot_be_seen_from_the_file_alone() -> None:
    shorter, found = parse(b"".join(LINES[:5]), FILE)
    assert (found, shorter) == ((), Ledger(WHOLE.entries[:5]))


@pytest.mark.parametrize("number", range(1, len(LINES) + 1))
def test_a_line_that_stands_twice_is_found(number: int) -> None:
    found = problems(b"".join(LINES[:number] + LINES[number - 1 :]))
    assert [one.location.line for one in found] == [number + 1]
    assert "repeats the line above it" in found[0].message


@settings(max_examples=examples(100))
@given(st.permutations(range(len(LINES))).filter(lambda order: order != sorted(order)))
def test_lines_in_another_order_are_found(order: list[int]) -> None:
    found = problems(b"".join(LINES[index] for index in order))
    first = next(index for index, line in enumerate(order, 1) if line != index - 1)
    assert found[0].location.line == first
    assert all(one.check == "ledger-chain" for one in found)


def test_a_lost_last_line_feed_is_found() -> None:
    found = problems(DATA[:-1])
    assert [one.location.line for one in found] == [len(LINES)]
    assert "no line feed at its end" in found[0].message
    assert parse(DATA[:-1], FILE)[0] == WHOLE


def test_an_empty_file_is_no_ledger() -> None:
    assert [one.message for one in problems(b"")] == [
        "the ledger is empty; its first line has to be `open`"
    ]


def test_an_empty_line_is_found() -> None:
    assert named(LINES[0] + b"\n" + b"".join(LINES[1:])) == {2}
    assert named(b"\n") == {1}


def test_another_spelling_of_the_same_json_is_found() -> None:
    values = json.loads(LINES[0])
    spelled = json.dumps(values).encode() + b"\n"
    found = problems(spelled + b"".join(LINES[1:]))
    assert [(one.location.line, one.message) for one in found] == [
        (1, "line 1 is not in canonical JSON (RFC 8785)")
    ]


def test_a_line_sealed_again_does_not_fit_the_line_after_it() -> None:
    values = json.loads(LINES[4])
    values["files"]["en-2.txt"] = "0" * 64
    values["digest"] = digest(values)
    sealed = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    found = problems(b"".join([*LINES[:4], sealed.encode() + b"\n", *LINES[5:]]))
    assert [(one.location.line, one.check) for one in found] == [(6, "ledger-chain")]
    assert "does not follow the line above it" in found[0].message


def test_a_recording_before_the_line_above_is_found() -> None:
    values = json.loads(LINES[-1])
    values["recorded"] = "2026-03-04T23:59:59+05:00"
    values["digest"] = digest(values)
    sealed = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    found = problems(b"".join([*LINES[:-1], sealed.encode() + b"\n"]))
    assert [one.location.line for one in found] == [len(LINES)]
    assert "was recorded before the line above it" in found[0].message


def test_everything_is_told_at_once() -> None:
    broken = [*LINES]
    broken[1] = broken[1].replace(b"privacy", b"Privacy")
    broken[4] = b"not JSON\n"
    broken[8] = broken[8].replace(b"court", b"Court")
    assert named(b"".join(broken)) == {2, 5, 9}


def test_a_problem_says_how_to_mend_it() -> None:
    for problem in problems(b"x\n" + DATA[:-1]):
        assert problem.hint
        assert problem.severity == "error"
