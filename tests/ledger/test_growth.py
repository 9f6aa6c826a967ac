import pytest

from inforce.ledger import dump, grew_from

from .samples import EVERY_ACT, ledger

NEW = dump(ledger(*EVERY_ACT))
LINES = NEW.splitlines(keepends=True)


@pytest.mark.parametrize("kept", range(len(LINES) + 1))
def test_a_ledger_grew_from_each_of_its_beginnings(kept: int) -> None:
    assert grew_from(b"".join(LINES[:kept]), NEW) == ()


@pytest.mark.parametrize("kept", range(len(LINES)))
def test_an_end_cut_off_is_found_with_an_earlier_copy(kept: int) -> None:
    (problem,) = grew_from(NEW, b"".join(LINES[:kept]), "site/ledger.jsonl")
    assert (problem.location.file, problem.location.line) == ("site/ledger.jsonl", kept + 1)
    assert f"lines {kept + 1} to {len(LINES)} of the earlier copy are missing" in problem.message


@pytest.mark.parametrize("number", range(1, len(LINES) + 1))
def test_a_history_written_anew_is_found_at_its_first_line(number: int) -> None:
    other = [
        *LINES[: number - 1],
        *(line.replace(b"2026", b"2027") for line in LINES[number - 1 :]),
    ]
    (problem,) = grew_from(NEW, b"".join(other))
    assert (problem.location.file, problem.location.line) == ("content/ledger.jsonl", number)
    assert problem.check == "ledger-growth"


def test_a_line_feed_lost_and_more_written_behind_it_is_found() -> None:
    assert grew_from(NEW, NEW[:-1] + LINES[0])
