import pytest

from inforce.compare import compare
from inforce.render import Words
from inforce.render.redline_labels import RedlineLabels
from inforce.site.redlines import rows

from ..compare.notation import text

KINDS = RedlineLabels.of(Words.load("en")).kinds
OLD = "a 3. | >b 3.2. | >>c 1) x | >>d 2) long words | e 4. | >f 4.1. | >>g 1) y"

# The new text, and each kind with its clauses.
ROWS = [
    (
        "a 3. | >b 3.2. | >>c 1) x | e 4. | >f 4.1. | >>g 1) y | >>d 2) long words",
        {"Moved": ["3.2 2) → 4.1 2)"]},
    ),
    (
        "a 3. | >b 3.2. | >>c 1) x | e 4. | >f 4.1. | >>d 1) long words | >>g 2) y",
        {"Moved": ["3.2 2) → 4.1 1)"], "Renumbered": ["3.2 2) → 4.1 1)", "4.1 1) → 4.1 2)"]},
    ),
    (
        "a 3. | >b 3.2. | >>c 1) z | >>d! 2) Repealed. | e 4. | >f 4.1. | >>g 1) y | >>h 2) z",
        {"Added": ["4.1 2)"], "Repealed": ["3.2 2)"], "Text changed": ["3.2 1)"]},
    ),
    (
        "a 3. | >b 3.2. | >>c 1) x | e 4. | >f 4.1. | >>d – long words",
        {
            "Removed": ["4.1 1)"],
            "Moved": ["3.2 2) → long words"],
            "Renumbered": ["3.2 2) → long words"],
        },
    ),
]


@pytest.mark.parametrize(("new", "expected"), ROWS)
def test_a_list_says_where_a_point_belongs(new: str, expected: dict[str, list[str]]) -> None:
    found = rows(compare(text(OLD), text(new)), KINDS)
    assert {row.kind: [name for _, name in row.clauses] for row in found} == expected


def test_a_repealed_bullet_is_called_by_the_words_that_it_had() -> None:
    one = compare(text("a 1. | >b – Old words"), text("a 1. | >b! – Repealed."))
    assert [row.clauses for row in rows(one, KINDS)] == [(("b", "Old words"),)]
