"""The page on which every clause tells its life."""

from collections.abc import Callable

import pytest

from inforce.site import Publication
from tests.compare.notation import text
from tests.factory import Factory

from .test_bodies import Site

FIRST = "edition 1 (from 1 February 2026)"
SECOND = "edition 2 (from 1 March 2026)"

OLD = "a 3. | >b 3.2. | >>c 1) x | >>d 2) y | >>e – z | f 4. | >g 4.1. | >>h 1) w"

# The second edition, a clause, what it is called, and its turns.
LIVES = [
    (
        "a 3. | >b 3.2. | >>c 1) x | >>e – z | f 4. | >g 4.1. | >>h 1) w | >>d 5) y",
        "d",
        "4.1. 5) y",
        [f"Moved, Renumbered: {SECOND}", f"First text: {FIRST}. Number in that edition: 3.2. 2)"],
    ),
    (
        "a 3. | >b 3.2. | >>d 2) y | >>e – z | f 4. | >g 4.1. | >>c 1) x | >>h 2) w",
        "c",
        "4.1. 1) x",
        [f"Moved: {SECOND}", f"First text: {FIRST}. Number in that edition: 3.2. 1)"],
    ),
    (
        "a 3. | >b 3.2. | >>c 1) x | >>d 2) y | f 4. | >g 4.1. | >>h 1) w | >>e – z",
        "e",
        "z",
        [f"Moved: {SECOND}", f"First text: {FIRST}. Number in that edition: 3.2. –"],
    ),
    (
        "a 3. | >b 3.3. | >>c 1) x | >>d 2) y | >>e – z | f 4. | >g 4.1. | >>h 1) w",
        "c",
        "3.3. 1) x",
        [f"First text: {FIRST}. Number in that edition: 3.2. 1)"],
    ),
    (
        "a 3. | >b 3.2. | >>c 1) x | >>d! 2) Repealed. | >>e! – Gone. | f 4. | >g 4.1. | >>h 1) w",
        "e",
        "z",
        [f"Repealed: {SECOND}", f"First text: {FIRST}"],
    ),
]


@pytest.mark.parametrize(("new", "name", "called", "turns"), LIVES)
def test_a_life_says_where_the_clause_stood(
    factory: Factory,
    published: Callable[[str], Publication],
    new: str,
    name: str,
    called: str,
    turns: list[str],
) -> None:
    for effective, notation in (("2026-02-01", OLD), ("2026-03-01", new)):
        factory.publish(effective, [text(f"# Policy | {notation}", "en")])
    site = Site(published("2026-04-01"))
    page = "en/privacy/clauses/"
    assert site.words(page, f"#{name} h3") == called
    found = [one.text() for one in site.tree(page).css(f"#{name} .inforce-turn")]
    assert [" ".join(one.split()) for one in found] == turns
