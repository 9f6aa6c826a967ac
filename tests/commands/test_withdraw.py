from ..workplace import Workplace, policy
from .conftest import Shell

SECOND = {"number": "2", "effective": "2027-01-01"}


def test_a_scheduled_edition_is_taken_back(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=SECOND))
    ran = run("withdraw", "privacy", "2027-01-01", "--reason", "postponed", moment="2026-09-02")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "withdrew privacy 2027-01-01; take its `edition:` out of the working text\n"
    )
    (edition,) = place.archive().policies["privacy"].editions
    assert edition.withdrawn is not None
    again = run("withdraw", "privacy", "2027-01-01", "--reason", "x", moment="2026-09-03")
    assert (again.exit_code, again.stdout) == (2, "")
    assert "the edition was withdrawn already" in again.stderr


def test_an_edition_in_force_stays(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=SECOND))
    ran = run("withdraw", "privacy", "2027-01-01", "--reason", "x", moment="2027-01-01")
    assert ran.exit_code == 2
    assert "took effect at 2027-01-01T00:00:00+05:00" in ran.stderr


def test_the_reason_is_asked_for(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=SECOND))
    assert "Missing option '--reason'" in run("withdraw", "privacy", "2027-01-01").stderr
    ran = run("withdraw", "privacy", "2027-01-01", "--reason", " ")
    assert (ran.exit_code, ran.stderr) == (
        2,
        "inforce: say the reason: it stays in the ledger for ever\n",
    )
