"""The picture of the editions: what is drawn where, told in numbers."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import pytest

from inforce.render import Words
from inforce.site import Publication
from inforce.site.picture import LEAST, LEFT, RIGHT, ROW, Picture, picture
from inforce.timeline import State
from tests.factory import Factory, day, texts

At = Callable[[str], Publication]


def drawn(publication: Publication, language: str = "en") -> Picture:
    return picture(publication.policies["privacy"].editions, Words.load(language))


def test_one_edition_goes_on(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts())
    found = drawn(published("2026-03-01"))
    (row,) = found.rows
    assert (row.left, row.left + row.width, row.open) == (LEFT, RIGHT, True)
    assert row.label.replace("\u00a0", " ") == "1 Feb 2026"


def test_bars_follow_each_other_without_a_gap(factory: Factory, published: At) -> None:
    for start in ("2026-02-01", "2027-02-01", "2028-02-01", "2032-02-01"):
        factory.publish(start, texts(start))
    found = drawn(published("2028-03-01"))
    rows = found.rows
    assert [row.standing.record.edition.number for row in rows] == ["4", "3", "2", "1"]
    for newer, older in pairwise(rows):
        assert newer.left == pytest.approx(older.left + older.width, abs=0.02)
        assert newer.top + ROW == older.top
    assert found.states == (State.SCHEDULED, State.IN_FORCE, State.SUPERSEDED)
    assert [mark.label for mark in found.marks] == ["2028", "2030", "2032"]


@pytest.mark.parametrize("apart", [timedelta(minutes=1), timedelta(days=1), timedelta(days=400)])
@pytest.mark.parametrize("count", [2, 20])
def test_everything_stays_on_the_scale_and_can_be_seen(
    factory: Factory, published: At, count: int, apart: timedelta
) -> None:
    days: Counter[str] = Counter()
    last = ""
    for number in range(count):
        start = day("2026-02-01") + number * apart
        name = start.date().isoformat()
        days[name] += 1
        identity = name if days[name] == 1 else f"{name}-{days[name]}"
        factory.publish(start, texts(), identity=identity, replaces=last)
        last = identity
    found = drawn(published("2026-03-01"))
    assert found.height > found.rows[-1].top + ROW / 2
    for row in found.rows:
        assert row.width >= LEAST
        assert LEFT <= row.left < row.left + row.width <= RIGHT + 0.01
    places = [mark.left for mark in found.marks]
    assert len(places) <= 4
    assert all(LEFT <= place <= RIGHT for place in places)
    assert all(later - one > 12 for one, later in pairwise(places))


def test_a_withdrawn_edition_is_no_bar_and_an_end_ends_the_last(
    factory: Factory, published: At
) -> None:
    factory.publish("2026-02-01", texts("one"))
    withdrawn = factory.publish("2026-06-01", texts("two"))
    factory.withdraw(withdrawn, "2026-01-02")
    factory.repeal("privacy", "2026-09-01", "2026-01-03")
    two, one = drawn(published("2026-10-01")).rows
    assert (two.width, one.open) == (0, False)
    assert one.left + one.width == pytest.approx(RIGHT)
    assert one.standing.state is State.REPEALED


@pytest.mark.parametrize(
    ("language", "label"), [("ru", "01.02.2026"), ("kk", "01.02.2026"), ("en", "1 Feb 2026")]
)
def test_labels_are_short(factory: Factory, published: At, language: str, label: str) -> None:
    factory.publish("2026-02-01", texts())
    (row,) = drawn(published("2026-03-01"), language).rows
    assert row.label.replace("\u00a0", " ") == label


def test_nothing_but_the_states_depends_on_the_moment(factory: Factory, published: At) -> None:
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-06-01", texts("two"))
    early, late = drawn(published("2026-03-01")), drawn(published("2026-05-01"))
    assert early == late
