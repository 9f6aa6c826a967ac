"""Where each policy stands, in the words of `inforce status`."""

from collections.abc import Mapping

import pytest

from inforce.commands.status import line
from inforce.overview import PolicyStatus, overview
from inforce.publish import redact, repeal, withdraw

from .workplace import NOON, Workplace, at, clause, policy

FIRST = {"number": "1", "effective": "on posting"}
SECOND = {"number": "2", "effective": "2027-01-01"}
PENDING: Mapping[str, object] = {
    "ru": "authentic",
    "kk": {"status": "authentic", "pending": "true"},
}


def told(place: Workplace, moment: str = NOON) -> list[str]:
    """A line for each policy."""
    return [line(status) for status in overview(place.project(), at(moment))]


def status(place: Workplace, moment: str = NOON) -> PolicyStatus:
    (only,) = overview(place.project(), at(moment))
    return only


def test_a_draft_and_a_text_that_waits(place: Workplace) -> None:
    place.write(policy("privacy"), policy("terms", edition=SECOND, languages=PENDING))
    assert told(place) == [
        "privacy: nothing in force; the working text is a draft "
        "(ru authentic, kk authentic, en unofficial)",
        "terms: nothing in force; the working text is not published yet "
        "(ru authentic, kk pending, en missing)",
    ]


def test_what_is_in_force_and_what_comes(place: Workplace) -> None:
    place.publish(policy(edition=FIRST, languages=PENDING), moment="2026-09-01T12:00")
    place.publish(policy(edition=SECOND), moment="2026-09-02")
    expected = {
        "2026-09-01T11:59:59": "nothing in force; No. 1 from 2026-09-01 12:00; "
        "No. 2 from 2027-01-01 (ru authentic, kk authentic, en unofficial)",
        "2026-09-01T12:00:00": "No. 1 in force since 2026-09-01 12:00; No. 2 from 2027-01-01 "
        "(ru authentic, kk pending, en missing)",
        "2026-12-31T23:59:59": "No. 1 in force since 2026-09-01 12:00; No. 2 from 2027-01-01 "
        "(ru authentic, kk pending, en missing)",
        "2027-01-01T00:00:00": "No. 2 in force since 2027-01-01 "
        "(ru authentic, kk authentic, en unofficial)",
    }
    assert {moment: told(place, moment)[0].removeprefix("privacy: ") for moment in expected} == (
        expected
    )


def test_a_repeal_is_told_before_and_after(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    repeal(place.root, "privacy", at("2027-01-01"), [], "closed", at("2026-09-02"))
    languages = "(ru authentic, kk authentic, en unofficial)"
    assert told(place, "2026-12-31") == [
        f"privacy: No. 1 in force since 2026-09-01 12:00; repealed as of 2027-01-01 {languages}"
    ]
    assert told(place, "2027-01-01") == [f"privacy: repealed as of 2027-01-01 {languages}"]


def test_a_withdrawn_edition_is_not_to_come(place: Workplace) -> None:
    place.publish(policy(edition=SECOND))
    withdraw(place.root, "privacy", "2027-01-01", "postponed", at("2026-09-02"))
    found = status(place)
    assert (found.in_force, found.scheduled) == (None, ())
    assert found.draft == "the working text is that of a withdrawn edition"


@pytest.mark.parametrize(
    ("text", "draft"),
    [("policy: [", "the working text has mistakes"), (None, "no working text")],
)
def test_a_working_text_that_cannot_be_read(place: Workplace, text: str | None, draft: str) -> None:
    place.publish(policy(edition=FIRST))
    if text is None:
        (place.content / "privacy" / "policy.yml").unlink()
    else:
        place.write_text("privacy", text)
    found = status(place)
    assert found.draft == draft
    assert found.in_force is not None


def test_a_redacted_text_is_told(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    redact(place.root, "privacy", "2026-09-01", ["en.json", "en.txt"], "leaked", at("2026-09-02"))
    assert status(place).languages == {"ru": "authentic", "kk": "authentic", "en": "redacted"}


def test_a_text_added_later_is_told_with_its_own_weight(place: Workplace) -> None:
    languages = {"ru": "authentic"}
    text = clause("a", "First")
    place.publish(policy("privacy", text, edition=FIRST, languages=languages))
    assert status(place).languages["en"] == "missing"
    more = {**languages, "en": {"status": "machine", "from": "ru"}}
    place.publish(policy("privacy", text, edition=FIRST, languages=more))
    assert status(place).languages["en"] == "machine"
