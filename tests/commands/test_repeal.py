import pytest

from ..workplace import Workplace, policy
from .conftest import Shell

FIRST = {"number": "1", "effective": "on posting"}


@pytest.mark.parametrize(
    ("words", "instant"),
    [
        ([], "2026-09-02T10:00:00+05:00"),
        (["--effective", "2027-01-01"], "2027-01-01T00:00:00+05:00"),
        (["--effective", "2027-01-01T00:00Z"], "2027-01-01T05:00:00+05:00"),
        (["--effective", "2027-01-01", "--successor", "terms"], "2027-01-01T00:00:00+05:00"),
    ],
)
def test_a_policy_ends(place: Workplace, run: Shell, words: list[str], instant: str) -> None:
    place.publish(policy(edition=FIRST), policy("terms", edition=FIRST))
    ran = run("repeal", "privacy", "--reason", "closed", *words, moment="2026-09-02T10:00")
    assert (ran.exit_code, ran.stdout) == (0, f"repealed privacy as of {instant}\n")
    act = place.archive().policies["privacy"].repeal
    assert act is not None
    assert act.effective.isoformat() == instant
    assert act.successors == (("terms",) if "terms" in words else ())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--effective", "2026-09-02"], "2026-09-02T00:00:00+05:00 has passed; leave the moment"),
        (["--effective", "soon"], "`soon` is not a moment"),
        (["--successor", "cookies"], "the successor `cookies` is not another published policy"),
    ],
)
def test_a_repeal_that_cannot_be_is_refused(
    place: Workplace, run: Shell, words: list[str], told: str
) -> None:
    place.publish(policy(edition=FIRST))
    ledger = place.ledger()
    ran = run("repeal", "privacy", "--reason", "closed", *words, moment="2026-09-02T10:00")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert place.ledger() == ledger


def test_a_policy_ends_once(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=FIRST))
    words = ("repeal", "privacy", "--reason", "closed", "--effective", "2027-01-01")
    assert run(*words).exit_code == 0
    ran = run(*words)
    assert ran.exit_code == 2
    assert "`privacy` was repealed already" in ran.stderr
