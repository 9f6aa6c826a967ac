from ..workplace import Workplace, policy
from .conftest import Shell

FIRST = {"number": "1", "effective": "on posting"}
REDACT = ("redact", "privacy", "2026-09-01")


def test_a_text_is_removed_and_said(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=FIRST))
    ran = run(*REDACT, "en.json", "en.txt", "--reason", "leaked")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == "redacted en.json, en.txt of privacy 2026-09-01\n"
    assert not [name for name in place.frozen() if "/en." in name]
    place.archive()


def test_files_that_are_not_there_are_refused(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=FIRST))
    ran = run(*REDACT, "de.txt", "--reason", "leaked")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.startswith("inforce: edition 2026-09-01 has no file de.txt; it has ed")


def test_files_and_a_reason_are_asked_for(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=FIRST))
    assert "Missing argument 'FILES...'" in run(*REDACT, "--reason", "leaked").stderr
    assert "Missing option '--reason'" in run(*REDACT, "en.txt").stderr
