import json

from ..workplace import Workplace, policy
from .conftest import Shell

FIRST = {"number": "1", "effective": "on posting"}
SECOND = {"number": "2", "effective": "2027-01-01"}


def test_a_line_a_policy(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=FIRST))
    place.write(policy("terms"))
    ran = run("status")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [
        "privacy: No. 1 in force since 2026-09-01 12:00 "
        "(ru authentic, kk authentic, en unofficial)",
        "terms: nothing in force; the working text is a draft "
        "(ru authentic, kk authentic, en unofficial)",
    ]


def test_the_same_as_data(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=FIRST))
    place.publish(policy(edition=SECOND))
    ran = run("status", "--format", "json", "--at", "2026-10-01")
    assert json.loads(ran.stdout) == {
        "at": "2026-10-01T00:00:00+05:00",
        "policies": [
            {
                "policy": "privacy",
                "in_force": {
                    "edition": "2026-09-01",
                    "number": "1",
                    "since": "2026-09-01T12:00:00+05:00",
                },
                "scheduled": [
                    {"edition": "2027-01-01", "number": "2", "from": "2027-01-01T00:00:00+05:00"}
                ],
                "repealed": None,
                "working_text": "",
                "languages": {"ru": "authentic", "kk": "authentic", "en": "unofficial"},
            }
        ],
    }


def test_another_moment(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=SECOND))
    assert "nothing in force" in run("status", "--at", "2026-12-31").stdout
    assert "No. 2 in force" in run("status", "--at", "2027-01-01").stdout
    ran = run("status", "--at", "soon")
    assert (ran.exit_code, ran.stdout) == (2, "")


def test_damage_is_told_with_the_rest(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=FIRST))
    (place.content / "privacy/editions/2026-09-01/edition.json").unlink()
    ran = run("status")
    assert ran.exit_code == 1
    assert "the file is missing" in ran.stderr


def test_an_empty_project_has_no_status(run: Shell) -> None:
    ran = run("status")
    assert (ran.exit_code, ran.output) == (0, "")
