"""When an id is told to have got another meaning."""

from collections.abc import Mapping
from typing import Any

import pytest

from inforce.checks import reusedid
from inforce.publish import check_sources

from ..workplace import Workplace, at, policy, words

FIRST = {"number": "1", "effective": "on posting"}
SECOND = {"number": "2", "effective": "2026-10-01", "summary": words("New")}
FAX = "An application is sent to the operator by fax during working hours."
STORAGE = "Personal data are kept three years after fulfilment."

CASES = [
    ({"en": STORAGE}, 1),
    ({"en": FAX}, 0),
    ({"en": "Requests reach us by letter; applications by telefax are refused."}, 0),
    ({"en": "Gone now."}, 0),
    ({"repealed": "true"}, 0),
]


@pytest.mark.parametrize("edition", [SECOND, None], ids=["edition", "draft"])
@pytest.mark.parametrize(("clause", "count"), CASES)
def test_a_clause_without_one_word_of_its_own_is_told(
    place: Workplace, clause: dict[str, str], count: int, edition: Mapping[str, Any] | None
) -> None:
    assert len(found(place, {"en": FAX}, clause, edition)) == count


def test_a_language_that_stayed_shows_that_the_meaning_did(place: Workplace) -> None:
    russian = "Заявление направляется оператору по факсу в рабочие часы."
    before, after = {"en": FAX, "ru": russian}, {"en": STORAGE, "ru": russian}
    assert found(place, before, after, SECOND) == []
    other = "Персональные данные хранятся три года после последнего заказа."
    assert found(place, before, {**after, "ru": other}, SECOND) != []


def found(
    place: Workplace,
    before: dict[str, str],
    after: dict[str, str],
    edition: Mapping[str, Any] | None,
) -> list[str]:
    codes = dict.fromkeys(before, "authentic")
    more = {"languages": codes, "title": dict.fromkeys(codes, "Policy")}
    if edition and "summary" in edition:
        edition = {**edition, "summary": dict.fromkeys(codes, "New")}
    if not place.ledger():
        place.publish(policy("privacy", {"id": "fax", **before}, edition=FIRST, **more))
    place.write(policy("privacy", {"id": "fax", **after}, edition=edition, **more))
    problems = check_sources(place.project(), at("2026-09-02T12:00"))
    return [one.location.clause for one in problems if one.check == reusedid.ID]
