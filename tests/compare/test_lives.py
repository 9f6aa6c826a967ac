from dataclasses import replace

from inforce.compare import Mark, Turn, compare, policy_life
from inforce.model import Text

from .notation import marked, text

EDITIONS = ["2024-01-01", "2025-01-01", "2026-01-01", "2027-01-01"]


def editions(*notations: str) -> list[Text]:
    pairs = zip(EDITIONS, notations, strict=False)
    return [replace(text(notation), edition=edition) for edition, notation in pairs]


STORY = editions(
    "# Policy | a 1. one | b 2. two",
    "# Policy | b 1. two | c 2. three | ~signature A",
    "# Policy | a 1. one day | b 2. two | ~signature B",
    "# Rules | a 1. one | b! 2. Repealed.",
)


def turns(clause: str) -> list[tuple[str, int | None, int | None]]:
    return [
        (turn.edition[:4], turn.wording, turn.replaced)
        for turn in policy_life(STORY).clauses[clause].turns
    ]


def test_each_wording_stands_since_an_edition_and_replaced_another() -> None:
    assert turns("a") == [("2024", 0, None), ("2025", None, 0), ("2026", 1, None), ("2027", 0, 1)]
    assert turns("b") == [("2024", 0, None), ("2027", 1, 0)]
    assert turns("c") == [("2025", 0, None), ("2026", None, 0)]
    assert turns("_title") == [("2024", 0, None), ("2027", 1, 0)]
    assert turns("_conclusions.signature.1") == [
        ("2025", 0, None),
        ("2026", 1, 0),
        ("2027", None, 1),
    ]


def test_a_clause_has_its_number_in_each_edition() -> None:
    numbers = policy_life(STORY).clauses["b"].numbers
    assert list(numbers.values()) == ["2.", "1.", "2.", "2."]


def test_wordings_differ_as_the_comparison_says() -> None:
    life = policy_life(STORY)
    difference = life.clauses["a"].differences[0, 1]
    compared = next(compare(STORY[0], STORY[2]).walk())
    assert (difference.kinds, difference.blocks) == (compared.kinds, compared.blocks)
    assert marked(life.clauses["_title"].differences[0, 1].title) == "[-Policy-]{+Rules+}"


def test_the_tree_of_an_edition_names_one_wording_of_each_clause() -> None:
    tree = policy_life(STORY).editions[2]
    assert tree.edition == "2026-01-01"
    assert [(one.id, one.number, one.wording) for one in tree.clauses] == [
        ("a", "1.", 1),
        ("b", "2.", 0),
    ]


def test_what_is_kept_grows_with_the_changes() -> None:
    same = [replace(STORY[0], edition=f"2024-01-{day:02}") for day in range(1, 29)]
    life = policy_life(same)
    assert all(len(one.wordings) == len(one.turns) == 1 for one in life.clauses.values())
    assert all(not one.differences for one in life.clauses.values())
    assert life.clauses["a"].turns == (Turn("2024-01-01", 0, None),)


def test_no_edition_is_no_life() -> None:
    assert policy_life([]).editions == ()


def test_a_reference_that_follows_its_clause_is_no_new_word() -> None:
    life = policy_life(editions("a see <2>(#b) | b 2. x", "a see <3>(#b) | b 3. x"))
    difference = life.clauses["a"].differences[0, 1]
    assert [*difference.kinds] == ["rereferenced"]
    assert difference.blocks[0].mark == Mark.EQUAL
