"""Texts and editions of every form that can be frozen, for hypothesis."""

import itertools
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from inforce.model import (
    Applies,
    Approval,
    Block,
    Break,
    Clause,
    Code,
    Edition,
    Emphasis,
    LanguageStatus,
    Link,
    Paragraph,
    Part,
    Place,
    Run,
    Status,
    Strong,
    Table,
    Text,
    Words,
)
from tests.chance import examples

# The machines that run the tests may be busy, so time says nothing.
OFTEN = settings(max_examples=examples(20), suppress_health_check=[HealthCheck.too_slow])
RARELY = settings(OFTEN, max_examples=examples(8))

# Letters of three alphabets, marks that combine, spaces, and what JSON, HTML and TAB care about.
ALPHABET = "абңӘ Aż1. \u00a0\u0306\u0301«»—–\"'\\<>&{}[]*_|/₸😀"
LANGUAGES = ("ru", "kk", "en", "sr-Latn", "pt-BR")
VISIBLE = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
MARKERS = ("decimal", "ordinal", "point", "letter", "roman", "bullet", "none")
POLICIES = st.sampled_from(["privacy", "terms", "cookies-2"])
HREFS = st.sampled_from(
    ["https://a.example/?b=1&c=2#d", "http://б.example/", "mailto:a@b.example", "tel:+77172000000"]
)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


words = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=12),
    st.text(VISIBLE, min_size=1, max_size=6),
).map(_composed)
ids = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
days = st.dates(date(1995, 8, 30), date(2999, 12, 31))
plain_runs = st.one_of(st.builds(Words, words), st.builds(Code, words), st.just(Break()))


def _nested(below: st.SearchStrategy[Run]) -> st.SearchStrategy[Run]:
    inside = st.lists(below, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(Strong, inside), st.builds(Emphasis, inside))


unlinked = st.recursive(plain_runs, _nested, max_leaves=4)
labels = st.lists(unlinked, min_size=1, max_size=2).map(tuple)
links = st.one_of(
    st.builds(Link, labels, href=HREFS),
    st.builds(Link, labels, clause=ids),
    st.builds(Link, labels, policy=POLICIES, clause=st.one_of(st.just(""), ids)),
)
run_lists = st.lists(
    st.recursive(st.one_of(plain_runs, links), _nested, max_leaves=5), min_size=1, max_size=4
).map(tuple)
cells = st.one_of(st.just(()), run_lists)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    row = st.tuples(*[cells] * width)
    return Table(
        align=draw(st.tuples(*[st.sampled_from(["", "left", "right", "center"])] * width)),
        header=draw(row),
        rows=tuple(draw(st.lists(row, max_size=2))),
    )


blocks: st.SearchStrategy[Block] = st.one_of(st.builds(Paragraph, run_lists), tables())

Shape = tuple["Shape", ...]
shapes: st.SearchStrategy[Shape] = st.recursive(
    st.just(()), lambda below: st.lists(below, max_size=3).map(tuple), max_leaves=4
)


def _ids() -> Iterator[str]:
    return (f"c{number}" for number in itertools.count(1))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Texts of any shape, whose clauses share a few blocks, so that they stay small."""
    pool = draw(st.lists(blocks, min_size=1, max_size=3))
    some = st.lists(st.sampled_from(pool), max_size=2).map(tuple)
    fresh = _ids()

    def clauses(shape: Shape) -> tuple[Clause, ...]:
        return tuple(clause(below) for below in shape)

    def clause(below: Shape) -> Clause:
        return Clause(
            id=next(fresh),
            number=draw(st.sampled_from(["", "1.1.", "–", " 3-1  "])),
            anchor=draw(st.sampled_from(["", "1", "3.2-1", "a1-1.1", "5-ә"])),
            title=draw(st.sampled_from([(), (Words("Название"), Break(), Words(" a"))])),
            blocks=draw(some),
            clauses=clauses(below),
            closing=draw(some),
            term=draw(st.sampled_from(["", "Сайт"])),
            repealed=draw(st.booleans()),
        )

    part = st.builds(Part, ids, st.sampled_from(pool).map(lambda block: (block,)))
    parts = st.lists(part, max_size=2).map(tuple)
    return Text(
        policy=draw(POLICIES),
        edition=draw(edition_ids()),
        language=draw(st.sampled_from(LANGUAGES)),
        title=draw(words),
        summary=draw(some),
        preface=draw(parts),
        preamble=clauses(draw(shapes)),
        clauses=clauses(draw(shapes)),
        conclusions=draw(parts),
        annexes=clauses(draw(shapes)),
    )


@st.composite
def edition_ids(draw: st.DrawFn) -> str:
    count = draw(st.sampled_from(["", "-2", "-10"]))
    return f"{draw(days)}{count}"


@st.composite
def instants(draw: st.DrawFn) -> datetime:
    zone = draw(st.sampled_from([UTC, timezone(timedelta(hours=5)), timezone(-timedelta(hours=9))]))
    moment: datetime = draw(st.datetimes(datetime(1995, 8, 30), datetime(2999, 1, 1)))
    return moment.replace(microsecond=0, tzinfo=zone)


statuses = st.builds(
    LanguageStatus,
    st.sampled_from(Status),
    st.booleans(),
    st.sampled_from(["", "ru"]),
    st.one_of(st.none(), days),
)
by_language = st.dictionaries(st.sampled_from(LANGUAGES), words, max_size=2)
approvals = st.builds(
    Approval, by_language, by_language, st.one_of(st.just(""), words), st.one_of(st.none(), days)
).filter(lambda approval: approval != Approval())


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    fresh = _ids()

    def places(shape: Shape) -> tuple[Place, ...]:
        return tuple(
            Place(
                id=next(fresh),
                marker=draw(st.sampled_from(MARKERS)),
                fixed=draw(st.booleans()),
                repealed=draw(st.booleans()),
                clauses=places(below),
            )
            for below in shape
        )

    languages = draw(st.dictionaries(st.sampled_from(LANGUAGES), statuses, min_size=1))
    return Edition(
        policy=draw(POLICIES),
        id=draw(edition_ids()),
        kind=draw(ids),
        number=draw(words),
        effective=draw(instants()),
        languages=languages,
        prevails=draw(st.sampled_from([*languages, "equal", "unstated"])),
        fallback=draw(st.sampled_from(list(languages))),
        address="https://policies.example/privacy/2026-09-01/",
        change=draw(st.sampled_from(["substantive", "correction"])),
        adopted=draw(st.one_of(st.none(), days)),
        approved=draw(st.one_of(st.none(), approvals)),
        applies=draw(st.lists(st.builds(Applies, words, days), max_size=2).map(tuple)),
        replaces=draw(st.one_of(st.just(""), edition_ids())),
        imported=draw(st.one_of(st.just(""), words)),
        aliases=draw(st.sampled_from([(), ("/policy/",), ("/a/", "/b/c/")])),
        preamble=places(draw(shapes)),
        clauses=places(draw(shapes)),
        annexes=places(draw(shapes)),
    )
