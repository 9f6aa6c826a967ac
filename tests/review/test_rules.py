"""A pull request that changes the rules it is judged by says so, first of all."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from ..workplace import SITE, clause
from .conftest import FIRST, LONGER, SCOPE, SECOND, TERM, Desk, privacy

NOTICE = {**SITE, "notice": "10 days"}
REASON = {"reason": "So it is"}
OFF = {"stale-translation": "off", "notice": "warning"}
EXCEPT = {"except": [{"policy": "privacy", "edition": "2", **REASON}]}
KNOWN = {"known": [{"name": "bank.example", **REASON}]}
FACT = {"email": "privacy@policies.example", "name": {"ru": "Дала", "kk": "Дала", "en": "Dala"}}


def changed(told: str) -> list[str]:
    """The rules that are told, without marks."""
    part = told.partition("## Rules that change\n\n")[2].partition("\n\n")[0]
    return [re.sub(r"^- |[*\\]|<wbr>", "", line) for line in part.splitlines()]


SITES: list[tuple[Mapping[str, Any], list[str]]] = [
    (NOTICE, []),
    ({**NOTICE, "notice": "1 day"}, ["notice: 10 days → 1 day"]),
    (SITE, ["notice: 10 days → nothing"]),
    (
        {**NOTICE, "checks": {**SITE["checks"], **OFF}},
        ["severity of notice: error → warning", "severity of stale-translation: error → off"],
    ),
    (
        {**NOTICE, "checks": {**SITE["checks"], "wrong-language": "error"}},
        ["severity of wrong-language: off → error"],
    ),
    (
        {**NOTICE, "checks": {**SITE["checks"], "notice": EXCEPT}},
        ["exception from notice for privacy, No. 2: nothing → So it is"],
    ),
    (
        {**NOTICE, "checks": {**SITE["checks"], "foreign-address": KNOWN}},
        ["known to foreign-address: nothing → bank.example"],
    ),
    (
        {**NOTICE, "url": "https://other.example/", "languages": ["ru", "kk"]},
        [
            "url: https://policies.example/ → https://other.example/",
            "languages: ru, kk, en → ru, kk",
        ],
    ),
    ({**NOTICE, "timezone": "Europe/Berlin"}, ["timezone: Asia/Almaty → Europe/Berlin"]),
    (
        {**NOTICE, "operator": FACT},
        [f"operator.name ({code}): nothing → {name}" for code, name in FACT["name"].items()],  # type: ignore[attr-defined]
    ),
    (
        {**NOTICE, "operator": {"email": "x@policies.example"}},
        ["operator.email: privacy@policies.example → x@policies.example"],
    ),
]


@pytest.mark.parametrize(("site", "expected"), SITES)
def test_what_the_site_says_otherwise_is_told(
    desk: Desk, site: Mapping[str, Any], expected: list[str]
) -> None:
    desk.place.write_site(site)
    desk.write(privacy(SCOPE, LONGER, edition=SECOND))
    assert changed(desk.told()) == expected


EXCEPTION = [{"check": "stale-translation", **REASON}]
POLICIES: list[tuple[Mapping[str, Any], list[str]]] = [
    (
        privacy(SCOPE, {**TERM, "except": EXCEPTION}, edition=FIRST),
        ["exception from stale-translation for privacy, clause term: nothing → So it is"],
    ),
    (
        privacy(SCOPE, TERM, edition=FIRST, **{"except": EXCEPTION}),
        ["exception from stale-translation for privacy: nothing → So it is"],
    ),
    (
        privacy(SCOPE, {**TERM, "synced": ["kk"]}, edition=FIRST),
        ["synced of privacy, clause term: nothing → kk"],
    ),
]


@pytest.mark.parametrize(("source", "expected"), POLICIES)
def test_what_stands_beside_a_text_is_told(
    desk: Desk, source: Mapping[str, Any], expected: list[str]
) -> None:
    desk.write(source)
    told = desk.told()
    assert changed(told) == expected
    assert "The source changes, and no words: `privacy`." in told
    desk.repo.create_head("main", force=True)
    desk.write(privacy(SCOPE, TERM, edition=FIRST))
    assert changed(desk.told()) == [
        re.sub(r"(.*): nothing → (.*)", r"\1: \2 → nothing", one) for one in expected
    ]


def test_notice_is_judged_by_the_longer_promise(desk: Desk) -> None:
    desk.place.write_site({**NOTICE, "notice": "1 day"})
    desk.write(privacy(SCOPE, LONGER, edition={**SECOND, "effective": "2026-09-04"}))
    told = desk.told()
    assert "## Problems" not in told
    assert told.startswith(
        "# What changes\n\n## Rules that change\n\n- **notice**: 10 days → 1 day"
    )
    assert "Notice is judged here by the longer promise: 10 days." in told
    assert "10 days promised, 2 days if it is published today: **not kept**" in told
    assert "The last day to tell them is 25 August 2026." in told


def test_among_many_rules_none_that_is_switched_off_hides(desk: Desk) -> None:
    facts = {f"a{number}": "x" for number in range(200)}
    desk.place.write_site({**NOTICE, "notice": "1 day", "operator": {**FACT, **facts}})
    many = [clause(f"c{number}", "Words " * 100) for number in range(40)]
    desk.write(privacy(SCOPE, TERM, *many, edition=SECOND))
    told = desk.told()
    assert changed(told)[0] == "notice: 10 days → 1 day"
    assert changed(told)[-1] == "and 104 more"
    short = desk.review("--limit", "1200")
    assert len(short) <= 1200
    assert "**Rules that change: 204.**" in short


def test_words_of_a_rule_mean_nothing(desk: Desk) -> None:
    reason = "@admin <img src=x> [x](javascript:1) | `"
    said = {"except": [{"policy": "privacy", "reason": reason}]}
    desk.place.write_site({**NOTICE, "checks": {**SITE["checks"], "notice": said}})
    desk.commit()
    told = desk.review()
    assert r"@<wbr>admin \<img src=x\> \[x\]\(javascript:1\) \| \`" in told
