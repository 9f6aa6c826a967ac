"""Numbers follow from the place.

In the tables a policy is lines of `id marker label`, indented by level; a dash stands for what is
not written. What is expected is the printed number, the label in references and the anchor.
"""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.model import Marker, Place, Source, WorkingClause, WorkingPolicy
from inforce.resolve import Number, cited, number_policy, places

UNHURRIED = settings(deadline=None)
LANGUAGES = ("ru", "kk", "en")


def tree(lines: str) -> tuple[WorkingClause, ...]:
    """The clauses that indented lines describe."""
    rows = [(len(line) - len(line.lstrip()), line.split()) for line in lines.splitlines() if line]
    return tuple(_clauses(rows))


def _clauses(rows: list[tuple[int, list[str]]]) -> Iterable[WorkingClause]:
    while rows:
        level, (name, *rest) = rows.pop(0)
        below = []
        while rows and rows[0][0] > level:
            below.append(rows.pop(0))
        marker, label = (*rest, "-", "-")[:2]
        yield WorkingClause(
            name,
            None if marker == "-" else Marker(marker),
            {} if label == "-" else {"": Source(label)},
            clauses=tuple(_clauses(below)),
        )


def policy(
    clauses: str, *, preamble: str = "", annexes: str = "", continuous: bool = False
) -> WorkingPolicy:
    return WorkingPolicy(
        "privacy", "k", {}, {}, continuous=continuous,
        preamble=tree(preamble), clauses=tree(clauses), annexes=tree(annexes),
    )  # fmt: skip


def printed(working: WorkingPolicy, language: str = "ru") -> str:
    numbers = number_policy(working, language)
    return " ".join(numbers[clause.id].printed or "_" for clause in working.walk())


MARKERS = [
    ("decimal by default", "a\n b\n  c\n   d\n b2\ne", "1. 1.1. 1.1.1. 1.1.1.1. 1.2. 2."),
    ("ordinal", "a ordinal\nb ordinal\n c ordinal\n d ordinal", "1. 2. 1. 2."),
    ("decimal in ordinal", "a ordinal\nb ordinal\n c\n d", "1. 2. 2.1. 2.2."),
    ("points", "a\n b point\n c point", "1. 1) 2)"),
    ("decimal in points", "a\n b point\n  c\n  d", "1. 1) 1. 2."),
    ("letters", "a\n b letter\n c letter\n d letter", "1. а) б) в)"),
    ("roman", "a roman\nb roman\nc roman\nd roman\ne roman", "I. II. III. IV. V."),
    ("decimal in roman", "a roman\n b\n c\nd roman\n e", "I. 1. 2. II. 1."),
    ("bullets", "a\n b bullet\n c bullet", "1. – –"),
    ("none", "a none\n b\n c\nd", "_ 1. 2. 1."),
    ("each kind counts alone", "a\n b\n c bullet\n d\n e none\n f point\n g\n h point",
     "1. 1.1. – 1.2. _ 1) 1.3. 2)"),
    ("kinds at the top", "a roman\nb\nc none\nd roman\ne", "I. 1. _ II. 2."),
]  # fmt: skip


@pytest.mark.parametrize(("clauses", "numbers"), [row[1:] for row in MARKERS],
                         ids=[row[0] for row in MARKERS])  # fmt: skip
def test_a_marker_gives_a_number_among_its_siblings(clauses: str, numbers: str) -> None:
    assert printed(policy(clauses)) == numbers


FIXED = [
    ("is printed as it stands", "a\n b - 1.0-а", "1. 1.0-а"),
    ("does not advance the count", "a\n b\n c - 1.1-1\n d", "1. 1.1. 1.1-1 1.2."),
    ("before all others", "a\n b - 1-0\n c", "1. 1-0 1.1."),
    ("restarts it where it is whole", "a - 5.\nb\nc - 9\nd", "5. 6. 9 10."),
    ("with the prefix too", "a\nb\n c - 2.5.\n d\n e - 2.9\n f", "1. 2. 2.5. 2.6. 2.9 2.10."),
    ("as a point", "a\n b point 4)\n c point", "1. 4) 5)"),
    ("of a part is no count", "a\n b - 1.2.3\n c", "1. 1.2.3 1.1."),
    ("is the prefix of those below", "a - 7\n b\n c", "7 7.1. 7.2."),
    ("with a hyphen is one too", "a\n b - 1-1\n  c", "1. 1-1 1-1.1."),
    ("of words is none", "a - §7\n b", "§7 1."),
    ("restarts its own kind only", "a\n b\n c point 7)\n d\n e point", "1. 1.1. 7) 1.2. 8)"),
    ("on what has no number", "a none Ⅰ\n b", "Ⅰ 1."),
    ("on a bullet", "a\n b bullet *", "1. *"),
    ("of a whole year does not count", "a - 20260\nb", "20260 1."),
    ("in foreign digits does not count", "a - ٣\nb", "٣ 1."),
    ("backwards", "a\nb\nc - 1.\nd", "1. 2. 1. 2."),
]  # fmt: skip


@pytest.mark.parametrize(("clauses", "numbers"), [row[1:] for row in FIXED],
                         ids=[row[0] for row in FIXED])  # fmt: skip
def test_a_label_written_by_the_author(clauses: str, numbers: str) -> None:
    assert printed(policy(clauses)) == numbers


CONTINUOUS = [
    ("through sections", "a\n b\n c\nd\n e\n f", "1. 1. 2. 2. 3. 4."),
    ("through roman sections", "a roman\n b\nc roman\n d\n  e", "I. 1. II. 2. 2.1."),
    ("each kind", "a none\n b\n c point\nd none\n e point\n f", "_ 1. 1) _ 2) 2."),
    ("past a fixed one", "a\n b\n c - 1-1\nd\n e", "1. 1. 1-1 2. 2."),
    ("from a whole one", "a\n b - 17.\nd\n e", "1. 17. 2. 18."),
    ("only the second level", "a\n b\n  c\n  d\nd2\n e\n  f", "1. 1. 1.1. 1.2. 2. 2. 2.1."),
]


@pytest.mark.parametrize(("clauses", "numbers"), [row[1:] for row in CONTINUOUS],
                         ids=[row[0] for row in CONTINUOUS])  # fmt: skip
def test_continuous_numbers_run_through_the_sections(clauses: str, numbers: str) -> None:
    assert printed(policy(clauses, continuous=True)) == numbers


def test_continuous_numbers_do_not_run_into_annexes() -> None:
    working = policy("a\n b", annexes="x\n y\nz\n w", continuous=True)
    assert printed(working) == "1. 1. _ 1. _ 1."


def test_annexes_have_no_number_until_they_have_a_marker() -> None:
    assert printed(policy("a", annexes="x\n y\nz\n w")) == "1. _ 1. _ 1."
    assert printed(policy("a", annexes="x decimal\n y\nz decimal\n w")) == "1. 1. 1.1. 2. 2.1."
    assert printed(policy("a", annexes="x roman\nz roman")) == "1. I. II."
    assert printed(policy("a", annexes="x - №3\n y")) == "1. №3 1."


def test_a_preamble_has_no_number() -> None:
    assert printed(policy("a", preamble="x\ny")) == "_ _ 1."


def test_letters_are_those_of_the_language() -> None:
    letters = policy("a\n" + "".join(f" c{index} letter\n" for index in range(32)))
    assert printed(letters).startswith("1. а) б) в) г) д) е) ж) з) и) к) л)")
    assert printed(letters).endswith("щ) э) ю) я) аа) бб) вв) гг)")
    assert printed(letters, "kk").startswith("1. а) ә) б) в) г) ғ) д) е) ж) з) и) к) қ)")
    assert printed(letters, "kk").endswith("ш) ы) і) э)")
    assert printed(letters, "en").startswith("1. a) b) c)")
    assert printed(letters, "en").endswith("y) z) aa) bb) cc) dd) ee) ff)")


def test_a_label_may_differ_by_language() -> None:
    label = {"ru": Source("3-а"), "kk": Source("3-ә")}
    working = policy("a\nb\nc")
    working = replace(
        working, clauses=(*working.clauses[:2], replace(working.clauses[2], number=label))
    )
    assert [printed(working, code) for code in LANGUAGES] == ["1. 2. 3-а", "1. 2. 3-ә", "1. 2. 3."]


LABELS = [
    # clauses, id, printed, label in references, label of the numbered clause around, anchor
    ("a\n b", "b", "1.1.", "1.1", "1", "1.1"),
    ("a ordinal\n b ordinal", "b", "1.", "1", "1", "1-1"),
    ("a\n b\n  c point", "c", "1)", "1)", "1.1", "1.1-1"),
    ("a\n b\n  c point\n   d letter", "d", "а)", "а)", "1)", "1.1-1-а"),
    ("a\n b\n  c bullet", "c", "–", "", "1.1", ""),
    ("a\n b none\n  c point", "c", "1)", "1)", "1", "1-1"),
    ("a\n b none", "b", "", "", "1", ""),
    ("a roman\n b", "b", "1.", "1", "I", "I-1"),
    ("a\n b - 1-1", "b", "1-1", "1-1", "1", "1-1"),
    ("a - §7\n b", "b", "1.", "1", "§7", "1"),
    ("a - §7\n b", "a", "§7", "§7", "", ""),
    ("a - 3.\n b point 4)", "b", "4)", "4)", "3", "3-4"),
]


@pytest.mark.parametrize(("clauses", "name", "number", "label", "parent", "anchor"), LABELS)
def test_a_number_is_cited_without_its_full_stop_and_has_an_address(
    clauses: str, name: str, number: str, label: str, parent: str, anchor: str
) -> None:
    found = number_policy(policy(clauses), "ru")[name]
    assert found == Number(number, label, parent, anchor)


def anchors(working: WorkingPolicy) -> dict[str, str]:
    return {name: number.anchor for name, number in number_policy(working, "ru").items()}


def test_an_annex_begins_the_addresses_in_it() -> None:
    found = anchors(policy("a", annexes="x\n y\n  z\n  p point\nw decimal\n v"))
    assert found == {
        "a": "1", "x": "a1", "y": "a1-1", "z": "a1-1.1", "p": "a1-1-1", "w": "a2", "v": "a2-1.1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("working", "expected"),
    [
        (policy("a\n b point\nc - 1-1"), {"a": "1", "b": "", "c": "1-1"}),
        (policy("a - 5.\nb - 5."), {"a": "5", "b": ""}),
        (policy("x", annexes="a1"), {"x": "1", "a1": ""}),
        (policy("a", preamble="p\n q"), {"a": "1", "p": "", "q": ""}),
    ],
    ids=["who prints it", "the first", "never an id", "the body before the preamble"],
)
def test_no_two_clauses_have_one_address(working: WorkingPolicy, expected: dict[str, str]) -> None:
    assert anchors(working) == expected


def test_places_are_the_structure_without_words() -> None:
    clauses = (*tree("a\n b point 1-1\n  c"), WorkingClause("gone", repealed=True))
    working = replace(policy("", preamble="p", annexes="x\n y"), clauses=clauses)
    assert places(working) == (
        (Place("p", "none"),),
        (
            Place("a", "decimal", clauses=(
                Place("b", "point", True, clauses=(Place("c", "decimal"),)),
            )),
            Place("gone", "decimal", repealed=True),
        ),
        (Place("x", "none", clauses=(Place("y", "decimal"),)),),
    )  # fmt: skip


def test_a_repealed_clause_keeps_its_number() -> None:
    clauses = tree("a\nb\nc")
    working = policy("a\nb\nc")
    gone = replace(working, clauses=(clauses[0], replace(clauses[1], repealed=True), clauses[2]))
    assert printed(gone) == printed(working) == "1. 2. 3."


def trees(depth: int = 3) -> st.SearchStrategy[tuple[WorkingClause, ...]]:
    below = trees(depth - 1) if depth > 1 else st.just(())
    clause = st.builds(
        WorkingClause,
        id=st.just(""),
        marker=st.none() | st.sampled_from(Marker),
        clauses=below,
    )
    return st.lists(clause, max_size=3).map(tuple)


def with_ids(clauses: tuple[WorkingClause, ...], start: str) -> tuple[WorkingClause, ...]:
    return tuple(
        replace(one, id=f"{start}{index}", clauses=with_ids(one.clauses, f"{start}{index}-"))
        for index, one in enumerate(clauses)
    )


@st.composite
def policies(draw: st.DrawFn) -> WorkingPolicy:
    return WorkingPolicy(
        "privacy", "k", {}, {}, continuous=draw(st.booleans()),
        preamble=with_ids(draw(trees(1)), "p"), clauses=with_ids(draw(trees()), "c"),
        annexes=with_ids(draw(trees(2)), "x"),
    )  # fmt: skip


@UNHURRIED
@given(policies())
def test_each_clause_has_one_number_and_no_two_have_one_address(working: WorkingPolicy) -> None:
    for language in LANGUAGES:
        numbers = number_policy(working, language)
        assert set(numbers) == {clause.id for clause in working.walk()}
        found = [number.anchor for number in numbers.values() if number.anchor]
        assert len(found) == len(set(found))
        assert not set(found) & set(numbers)
        assert all(one.label in ("", cited(one.printed)) for one in numbers.values())


@UNHURRIED
@given(policies())
def test_languages_differ_in_letters_only(working: WorkingPolicy) -> None:
    russian, english = (number_policy(working, code) for code in ("ru", "en"))
    for clause in working.walk():
        if clause.marker != Marker.LETTER:
            assert russian[clause.id].printed == english[clause.id].printed


@UNHURRIED
@given(policies(), st.data())
def test_an_inserted_label_renumbers_nothing(working: WorkingPolicy, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(working.clauses)))
    marker = data.draw(st.sampled_from(Marker))
    new = WorkingClause("new", marker, {"": Source("0-1")})
    clauses = (*working.clauses[:position], new, *working.clauses[position:])
    before = number_policy(working, "ru")
    after = number_policy(replace(working, clauses=clauses), "ru")
    assert after["new"].printed == "0-1"
    assert {name: after[name] for name in before} == before


@UNHURRIED
@given(policies(), st.data())
def test_an_unnumbered_paragraph_disturbs_nothing(
    working: WorkingPolicy, data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(working.clauses)))
    marker = data.draw(st.sampled_from([Marker.NONE, Marker.BULLET]))
    clauses = list(working.clauses)
    clauses.insert(position, WorkingClause("new", marker))
    before = number_policy(working, "ru")
    after = number_policy(replace(working, clauses=tuple(clauses)), "ru")
    assert {name: after[name] for name in before} == before


@UNHURRIED
@given(st.integers(1, 3999))
def test_roman_numbers_are_read_back(index: int) -> None:
    clauses = tree(f"a roman {index}\nb roman")
    roman = number_policy(replace(policy(""), clauses=clauses), "ru")["b"].printed.rstrip(".")
    values = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    digits = [values[digit] for digit in roman]
    after = [*digits[1:], 0]
    total = sum(-one if one < next_ else one for one, next_ in zip(digits, after, strict=True))
    assert total == index + 1
    assert not any(digit * 4 in roman for digit in "IXC")
