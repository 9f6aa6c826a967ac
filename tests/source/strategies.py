"""Working texts that an author could write, of every kind that the format knows."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from inforce.model import (
    Applies,
    Effective,
    Exemption,
    LanguageStatus,
    Marker,
    Source,
    Status,
    WorkingApproval,
    WorkingClause,
    WorkingEdition,
    WorkingPart,
    WorkingPolicy,
)
from inforce.source.prose import tidy

LANGUAGES = ("ru", "kk", "en")
CODES: list[tuple[str, ...]] = [(), ("ru",), ("kk", "en"), LANGUAGES]
LETTERS = "abяйқһ1 "
SIGNS = ":#-*&!|>'\"%@`{}[],\\?~=<._«»–\u00a0₸😀"
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))

SPACE = re.compile(" +")

lines = st.text(LETTERS + SIGNS, min_size=1, max_size=8).map(
    lambda text: SPACE.sub(" ", unicodedata.normalize("NFC", text if text.strip() else "x")).strip(
        " "
    )
)
prose = st.lists(
    st.tuples(lines, st.sampled_from(["\n", "\n\n", "  \n", "\\\n", "\n  "])),
    min_size=1, max_size=3,
).map(lambda pieces: tidy("".join(line + end for line, end in pieces)))  # fmt: skip
identifiers = st.sampled_from(["a", "place-date", "x1-2", "zz-"])


def sources(words: st.SearchStrategy[str]) -> st.SearchStrategy[Source]:
    return words.map(Source)


def localized(words: st.SearchStrategy[str], least: int = 0) -> st.SearchStrategy[Any]:
    some = [codes for codes in CODES if len(codes) >= least]
    return st.sampled_from(some).flatmap(
        lambda codes: st.fixed_dictionaries({code: sources(words) for code in codes})
    )


def shared(words: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.one_of(localized(words), sources(words).map(lambda source: {"": source}))


exemptions = st.lists(
    st.builds(Exemption, check=identifiers, reason=lines, policy=st.just("privacy")), max_size=2
).map(tuple)
points = st.lists(identifiers, max_size=2, unique=True).map(
    lambda names: tuple(Source(name) for name in names)
)
codes = st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True).map(
    lambda names: tuple(Source(name) for name in names)
)
labels = st.one_of(lines, st.sampled_from(["1", "3.10", "3-1", "12.", "IV", "2)"]))


def clauses(depth: int = 2) -> st.SearchStrategy[tuple[WorkingClause, ...]]:
    """Clauses whose ids are numbers yet; `policies` makes them unique."""
    below = clauses(depth - 1) if depth > 1 else st.just(())
    clause = st.builds(
        WorkingClause,
        id=st.just(""),
        marker=st.none() | st.sampled_from(Marker),
        number=st.just({}) | shared(labels),
        title=localized(lines),
        text=localized(prose),
        clauses=below,
        closing=localized(prose),
        term=st.just({}) | shared(lines),
        repealed=st.booleans(),
        covers=points,
        synced=codes,
        exemptions=exemptions,
    )
    return st.lists(clause, max_size=2).map(tuple)


def named(clauses: tuple[WorkingClause, ...], name: Callable[[], str]) -> Any:
    """The same clauses, each with an id of its own."""
    return tuple(_named(one, name(), name) for one in clauses)


def _named(clause: WorkingClause, identity: str, name: Callable[[], str]) -> WorkingClause:
    excepted = (replace(one, clause=identity) for one in clause.exemptions)
    return replace(
        clause,
        id=identity,
        clauses=named(clause.clauses, name),
        exemptions=tuple(excepted),
    )


parts = st.lists(
    st.builds(WorkingPart, kind=identifiers, text=localized(prose, 1)), max_size=2
).map(tuple)


@st.composite
def statuses(draw: st.DrawFn) -> Mapping[str, LanguageStatus]:
    codes = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))
    binding = draw(st.sampled_from(codes))
    return {
        code: LanguageStatus(
            Status.AUTHENTIC if code == binding else draw(st.sampled_from(Status)),
            draw(st.booleans()),
            draw(st.sampled_from(["", *(other for other in codes if other != code)])),
            draw(st.none() | DAYS),
        )
        for code in codes
    }


offsets = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(
    datetime(1950, 1, 1), datetime(2150, 1, 1), timezones=offsets, allow_imaginary=False
).map(lambda moment: moment.replace(microsecond=0))
approvals = st.builds(
    WorkingApproval,
    by=localized(lines, 1),
    act=localized(lines),
    number=lines,
    dated=st.none() | DAYS,
)


@st.composite
def editions(draw: st.DrawFn) -> WorkingEdition:
    instant = draw(st.none() | instants)
    earliest = instant.date() if instant else date(1950, 1, 1)
    groups = st.builds(Applies, to=lines, start=st.dates(earliest, date(2199, 1, 1)))
    return WorkingEdition(
        effective=Effective(instant),
        number=draw(st.sampled_from(["", "4", "12-2", "65-НҚ", "1/а"])),
        adopted=draw(st.none() | DAYS),
        approved=draw(st.none() | approvals),
        applies=tuple(draw(st.lists(groups, max_size=2))),
        change=draw(st.sampled_from(["substantive", "correction"])),
        summary=draw(localized(prose)),
        imported=draw(st.just("") | lines),
    )


@st.composite
def policies(draw: st.DrawFn) -> WorkingPolicy:
    """A whole working text; each clause has an id of its own."""
    languages = draw(statuses())
    ids = iter(range(1000))
    body = draw(clauses()) or (WorkingClause("", text={"ru": Source("Текст")}),)

    def name() -> str:
        return f"c{next(ids)}"

    return WorkingPolicy(
        policy="privacy",
        kind=draw(identifiers),
        title=draw(localized(lines, 1)),
        languages=languages,
        prevails=draw(st.sampled_from([*languages, "equal", "unstated"])),
        fallback=draw(st.sampled_from([*languages])),
        aliases=tuple(draw(st.sets(st.sampled_from(["/a/", "/old/b-1/", "/x/y/z/"])))),
        continuous=draw(st.booleans()),
        edition=draw(st.none() | editions()),
        preface=draw(parts),
        preamble=named(draw(clauses(1)), name),
        clauses=named(body, name),
        conclusions=draw(parts),
        annexes=named(draw(clauses(1)), name),
        profile=draw(st.none() | sources(identifiers)),
        exemptions=draw(exemptions),
    )
