import hashlib

import pytest

from inforce.publish import redact, withdraw

from ..workplace import Workplace, at, clause, policy
from .conftest import Shell

A = clause("a", "First")
PENDING = {"ru": "authentic", "kk": {"status": "authentic", "pending": "true"}}


@pytest.fixture
def published(place: Workplace) -> Workplace:
    old = {"number": "1", "effective": "2020-05-01", "imported": {"source": "our old site"}}
    place.publish(policy("privacy", A, edition=old))
    second = {"number": "2", "effective": "on posting"}
    place.publish(
        policy("privacy", A, edition=second, languages=PENDING), moment="2026-09-02T15:00"
    )
    return place


def test_the_text_goes_out_byte_for_byte(published: Workplace, run: Shell) -> None:
    ran = run("at", "2026-09-03", "privacy")
    frozen = published.frozen()["privacy/editions/2026-09-02/ru.txt"]
    assert (ran.exit_code, ran.stdout_bytes) == (0, frozen)
    digest = hashlib.sha256(frozen).hexdigest()
    told = ran.stderr.splitlines()
    assert told[0] == (
        "privacy 2026-09-02, edition No. 2, in force since 2026-09-02T15:00:00+05:00, "
        "recorded 2026-09-02T15:00:00+05:00"
    )
    assert f"sha256 {digest}  ru.txt" in told


@pytest.mark.parametrize(
    ("moment", "edition"),
    [
        ("2020-05-01", "2020-05-01"),
        ("2026-09-02", "2020-05-01"),
        ("2026-09-02T14:59:59", "2020-05-01"),
        ("2026-09-02T15:00", "2026-09-02"),
        ("2026-09-02T10:00Z", "2026-09-02"),
    ],
)
def test_the_edition_of_that_moment_is_printed(
    published: Workplace, run: Shell, moment: str, edition: str
) -> None:
    assert run("at", moment, "privacy").stderr.startswith(f"privacy {edition},")


def test_what_began_later_that_day_is_told(published: Workplace, run: Shell) -> None:
    later = "later that day, from 2026-09-02T15:00:00+05:00, it was 2026-09-02"
    assert later in run("at", "2026-09-02", "privacy").stderr
    assert later in run("at", "2026-09-02T14:00", "privacy").stderr
    assert "later that day" not in run("at", "2026-09-01T16:00", "privacy").stderr


def test_what_was_recorded_afterwards_is_told(published: Workplace, run: Shell) -> None:
    told = run("at", "2021-01-01", "privacy").stderr
    assert "this was recorded after the moment that you ask for" in told
    assert "published before that elsewhere: our old site" in told


def test_another_text_stands_in_for_a_missing_one(published: Workplace, run: Shell) -> None:
    ran = run("at", "2026-09-03", "privacy", "--language", "kk")
    assert ran.exit_code == 0
    assert ran.stderr.startswith("the kk text is not there; the ru text stands in\n")
    assert "First (ru)" in ran.stdout


def test_a_redacted_text_is_told_with_its_reason(published: Workplace, run: Shell) -> None:
    files = ["ru.json", "ru.txt"]
    redact(published.root, "privacy", "2026-09-02", files, "an order", at("2026-09-03"))
    ran = run("at", "2026-09-03", "privacy")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr == "inforce: the ru text of 2026-09-02 was redacted (an order)\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["2020-04-30", "privacy"], "no edition of `privacy` was in force at 2020-04-30T00:00:00"),
        (["today", "privacy"], "`today` is not a moment: write 2026-09-01 or"),
        (["2026-09-03", "terms"], "no policy `terms` was published; published are: privacy"),
        (["2026-09-03", "privacy", "--language", "de"], "`de` is not a language of this site; it"),
    ],
)
def test_what_cannot_be_printed_is_said(
    published: Workplace, run: Shell, words: list[str], told: str
) -> None:
    ran = run("at", *words)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"inforce: {told}")


EARLY = "2020-04-30T00:00:00+06:00"
FIRST = "the first one held here is 2020-05-01, edition No. 1, in force from 2020-05-01"


def test_a_day_before_the_first_edition_is_told_which_that_is(
    published: Workplace, run: Shell
) -> None:
    told = "no edition of `privacy` was in force"
    assert run("at", "2020-04-30", "privacy").stderr.endswith(f"{told} at {EARLY}: {FIRST}\n")
    ran = run("diff", "privacy", "2020-04-30")
    assert ran.stderr.startswith(f"inforce: {told} on 2020-04-30: {FIRST}; it has 2020-05-01, ")


@pytest.mark.parametrize(
    ("words", "moment", "told"),
    [
        ([], "2027-03-01", "repealed as of 2027-03-01 (closed)\n"),
        (
            ["--successor", "terms", "--successor", "rules"],
            "2027-03-02",
            "repealed as of 2027-03-01 (closed); in its place: terms, rules\n",
        ),
    ],
)
def test_what_was_repealed_is_told_with_what_is_in_its_place(
    published: Workplace, run: Shell, words: list[str], moment: str, told: str
) -> None:
    others = [policy(name, edition={"effective": "2026-10-01"}) for name in ("terms", "rules")]
    published.publish(*others, moment="2026-09-03")
    repeal = ("repeal", "privacy", "--effective", "2027-03-01", "--reason", "closed")
    assert run(*repeal, *words, moment="2026-09-03").exit_code == 0
    ran = run("at", moment, "privacy")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.endswith(told)
    assert run("at", "2027-02-28", "privacy").exit_code == 0


def test_it_is_told_that_every_edition_was_withdrawn(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition={"number": "1", "effective": "2027-01-01"}))
    withdraw(place.root, "privacy", "2027-01-01", "postponed", at("2026-09-02"))
    told = run("at", "2027-01-02", "privacy").stderr
    assert told.endswith(": every one was withdrawn before it took effect\n")


def test_a_damaged_archive_proves_nothing(published: Workplace, run: Shell) -> None:
    path = published.content / "privacy/editions/2026-09-02/kk.txt"
    path.write_text("nobody recorded this")
    assert run("at", "2026-09-03", "privacy").exit_code == 0
    (published.content / "privacy/editions/2020-05-01/ru.txt").unlink()
    ran = run("at", "2026-09-03", "privacy")
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "the file is missing" in ran.stderr
