"""A text that differs from its published edition is told with what differs, and where."""

from typing import Any

import pytest

from ..workplace import Workplace, all_problems, clause, policy, words

FIRST = {"number": "1", "effective": "on posting", "summary": words("New")}
SIGNED = [{"kind": "signature", **words("Director")}]
BEFORE = policy(
    "privacy", clause("a", "First"), clause("b", "Second"), edition=FIRST, conclusions=SIGNED
)

CHANGES: list[tuple[dict[str, Any], str, str]] = [
    ({"title": words("Rules")}, "the title", '"ru": "Rules'),
    ({"edition": {**FIRST, "summary": words("Other")}}, "the summary", '"ru": "Other'),
    ({"conclusions": [{"kind": "signature", **words("Chair")}]}, "the conclusions", '"kind": "s'),
    ({"preface": [{"kind": "place-date", **words("Astana")}]}, "the preface", '"kind": "pl'),
    ({"clauses": [clause("a", "First"), clause("b", "Other")]}, "`b`", '"id": "b"'),
    (
        {"title": words("Rules"), "clauses": [clause("a", "x"), clause("b", "Second")]},
        "the title, `a`",
        '"id": "a"',
    ),
]


@pytest.mark.parametrize(("change", "what", "where"), CHANGES)
def test_what_differs_is_named_with_its_place(
    place: Workplace, change: dict[str, Any], what: str, where: str
) -> None:
    place.publish(BEFORE)
    plan = place.plan({**BEFORE, **change})
    found = [one for one in all_problems(plan) if one.check == "changed-edition"]
    assert [one.message.split(" from the")[0] for one in found] == [
        f"the text differs in {what}"
    ] * 2
    # A mapping in braces begins on the line of its first key, one line above it here.
    assert abs(found[0].location.line - place.line("privacy", where)) <= 1
    assert all("Declare a new edition" in one.hint for one in found)
