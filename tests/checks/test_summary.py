"""Which editions have to say what they change."""

import pytest

from inforce.checks import summary
from inforce.problems import Problem
from inforce.publish import check_sources

from ..workplace import Workplace, at, policy, words

FIRST = {"number": "1", "effective": "on posting"}
SECOND = {"number": "2", "effective": "2026-10-01"}


def told(place: Workplace, source: dict[str, object]) -> list[Problem]:
    place.write(source)
    found = check_sources(place.project(), at("2026-09-02T12:00"))
    return [one for one in found if one.check == summary.ID]


EDITIONS = [
    (SECOND, 1),
    ({**SECOND, "change": "correction"}, 1),
    ({**SECOND, "summary": words("New")}, 0),
    ({**SECOND, "effective": "2020-01-01", "imported": {"source": "paper"}}, 0),
    (FIRST, 0),
    (None, 0),
]


@pytest.mark.parametrize(("edition", "count"), EDITIONS)
def test_an_edition_after_another_one_has_a_summary(
    place: Workplace, edition: dict[str, object] | None, count: int
) -> None:
    place.publish(policy(edition=FIRST))
    found = told(place, policy(edition=edition))
    assert len(found) == count
    assert all(one.location.line == place.line("privacy", '"edition"') for one in found)


def test_the_first_edition_and_one_that_is_published_need_none(place: Workplace) -> None:
    assert told(place, policy(edition=FIRST)) == []
    place.publish(policy(edition=FIRST))
    place.publish(policy(edition=SECOND))
    assert told(place, policy(edition=SECOND)) == []


def test_a_summary_that_is_missing_in_one_language_stops_the_publication(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    place.write(policy(edition={**SECOND, "summary": {"ru": "Новое", "en": "New"}}))
    found = [*check_sources(place.project(), at("2026-09-02T12:00"))]
    (problem,) = [one for one in found if one.check == "missing-text"]
    assert problem.message == "the summary of the edition is missing in this language [kk]"
    assert problem.location.line == place.line("privacy", '"edition"')
    assert problem.hint
