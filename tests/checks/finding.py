"""What a check finds in a text, as the words that stand where it points."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from inforce.checks import Check, Context
from inforce.problems import Problem

from ..source.loading import SITE, load_sound, the_site

MOMENT = datetime(2030, 1, 1, tzinfo=UTC)
TITLES = {"ru": "Политика", "kk": "Саясат", "en": "Policy"}
# The lines before the text, and the columns before each of its lines.
LEFT = 4


def source(*clauses: Mapping[str, Any], **more: Any) -> str:
    """A policy with these clauses, as JSON, in the languages that they have."""
    codes = [code for code in TITLES if any(code in one for one in clauses)]
    policy: dict[str, Any] = {
        "policy": "privacy",
        "kind": "privacy-policy",
        "title": {code: TITLES[code] for code in codes},
        "languages": dict.fromkeys(codes, "authentic"),
        "clauses": [{"id": f"c{index}", **one} for index, one in enumerate(clauses)],
    }
    return json.dumps(policy | more, ensure_ascii=False, indent=1)


def problems(
    check: Check, *clauses: Mapping[str, Any], site: str = SITE, **more: Any
) -> tuple[Problem, ...]:
    """What the check finds in a policy with these clauses."""
    working = load_sound(source(*clauses, **more), site)
    return tuple(check.check(Context(working, the_site(site), MOMENT)))


def pointed(check: Check, language: str, text: str, site: str = SITE) -> list[str]:
    """What stands at the places that the check finds in a clause's text, to the line's end."""
    lines = text.replace("\n", "\n" + " " * LEFT)
    written = (
        "policy: privacy\nkind: privacy-policy\n"
        f"title: {{{language}: {TITLES[language]}}}\nlanguages: {{{language}: authentic}}\n"
        f"clauses:\n- id: a\n  {language}: |-\n{' ' * LEFT}{lines}\n"
    )
    working = load_sound(written, site)
    found = check.check(Context(working, the_site(site), MOMENT))
    places = [problem.location for problem in found]
    assert all(place.clause == "a" for place in places)
    rows = written.split("\n")
    return [rows[place.line - 1][place.column - 1 :] for place in places]


def agree(found: list[str], expected: list[str]) -> bool:
    """Whether there are as many places as expected, each beginning with the words expected."""
    return len(found) == len(expected) and all(
        one.startswith(begin) for one, begin in zip(found, expected, strict=True)
    )
