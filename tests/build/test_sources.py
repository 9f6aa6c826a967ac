"""What stops a build before it begins, and what does not."""

import pytest

from inforce.build.sources import sound_project
from inforce.problems import ContentError
from inforce.publish import redact, withdraw

from ..workplace import NOON, SITE, Workplace, at, clause, policy

FIRST = {"number": "1", "effective": "on posting"}
SECOND = {"number": "2", "effective": "2027-01-01"}


def warned(place: Workplace, moment: str = NOON) -> set[str]:
    """The checks that the build warns of."""
    _, warnings = sound_project(place.root, at(moment))
    assert {one.severity for one in warnings} <= {"warning"}
    return {one.check for one in warnings}


def test_sound_sources_are_built(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    assert warned(place) == set()


def test_a_late_edition_and_those_that_wait_for_it_are_left_out(place: Workplace) -> None:
    place.publish(policy(edition=FIRST), policy("terms", edition=FIRST))
    place.write_site({**SITE, "notice": "10 days"})
    new = clause("new", "New")
    place.write(
        policy("terms", clause("scope", "All readers"), new, edition=SECOND),
        policy("privacy", clause("scope", "See [](terms#new)"), edition=SECOND),
    )
    assert warned(place) == {"summary"}
    assert warned(place, "2026-12-31") == {"summary", "notice", "waits"}
    assert warned(place, "2027-01-02") == {"summary", "effective", "notice", "waits"}


def test_a_withdrawn_edition_can_be_shown_at_once(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    place.publish(policy(edition=SECOND))
    withdraw(place.root, "privacy", "2027-01-01", "postponed", at(NOON))
    assert warned(place) == {"withdrawn"}


def test_a_redacted_text_can_be_taken_off_at_once(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    redact(place.root, "privacy", "2026-09-01", ["ru.json", "ru.txt"], "an order", at(NOON))
    assert warned(place) == {"redacted"}


def test_a_mistake_in_a_text_does_not_keep_the_next_edition_from_its_address(
    place: Workplace,
) -> None:
    place.publish(policy(edition=FIRST))
    place.write(policy("privacy", clause("scope", "Other"), edition=FIRST))
    assert warned(place) == {"changed-edition"}


def test_a_mistake_in_a_text_stops_its_preview(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    place.write(policy("privacy", clause("scope", "Other"), edition=FIRST))
    with pytest.raises(ContentError, match="the text differs in `scope`"):
        sound_project(place.root, at(NOON), draft=True)


def test_a_source_that_is_no_yaml_does_not_stop_the_build(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    (place.content / "privacy" / "policy.yml").write_text("policy: [", "utf-8")
    assert warned(place) == {"syntax"}


def test_damage_stops_the_build(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    (place.content / "privacy/editions/2026-09-01/ru.txt").unlink()
    with pytest.raises(ContentError, match="the file is missing"):
        sound_project(place.root, at(NOON))
