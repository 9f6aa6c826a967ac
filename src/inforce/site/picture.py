"""The editions of a policy drawn on a scale of time.

A row an edition, the newest first as in the list below it, so that no label can lie on another
however near two editions are. Everything across is a share of the width, so that the letters stay
as large as those of the page on a screen of any width; everything down is in pixels. Nothing
depends on the moment of the build but the states.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from inforce.render import Words
from inforce.render.dates import short_date
from inforce.site.publication import Standing
from inforce.timeline import State

ROW, TOP, BAR = 24, 22, 12  # pixels: a row, the scale above them, a bar
LEFT, RIGHT = 28.0, 96.0  # percent: where the scale begins and ends; the labels are left of it
LEAST = 0.8  # percent: the least width of a bar
OPEN = 0.12  # the part of the scale that is left for what has no end
SHORTEST = timedelta(days=30)
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # from one mark of the scale to the next
MOST = 4  # marks


@dataclass(frozen=True, slots=True)
class Row:
    """An edition: its label, where its bar begins, how wide it is, and where its row is.

    `open` is whether the bar has no end. `width` is 0 for what was never in force.
    """

    standing: Standing
    label: str
    left: float
    width: float
    top: int
    open: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the scale."""

    label: str
    left: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The rows, the marks of the scale, and the height of it all in pixels."""

    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    height: int

    @property
    def states(self) -> tuple[State, ...]:
        """The states that occur, in the order of the design."""
        found = {row.standing.state for row in self.rows}
        return tuple(state for state in State if state in found)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the first moment to the last; `at` is a share of the width in percent."""

    start: datetime
    end: datetime

    def at(self, moment: datetime) -> float:
        share = (moment - self.start) / (self.end - self.start)
        return round(LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0), 2)


def picture(editions: Sequence[Standing], words: Words) -> Picture:
    """The picture of the editions, which are ordered by effective instant."""
    scale = _scale(editions)
    rows = tuple(
        _row(one, scale, TOP + ROW * index, words) for index, one in enumerate(reversed(editions))
    )
    return Picture(rows, tuple(_marks(scale, words)), TOP + ROW * len(rows) + ROW // 4)


def _scale(editions: Sequence[Standing]) -> _Scale:
    moments = [one.period.start for one in editions]
    moments += [one.period.end for one in editions if one.period.end]
    first, last = min(moments), max(moments)
    open_ended = any(one.period.end is None for one in editions)
    span = max(last - first, SHORTEST)
    return _Scale(first, first + span / (1 - OPEN) if open_ended else first + span)


def _row(one: Standing, scale: _Scale, top: int, words: Words) -> Row:
    left = min(scale.at(one.period.start), RIGHT - LEAST)
    label = short_date(one.period.start.date(), words.language)
    if one.state is State.WITHDRAWN:
        return Row(one, label, left, 0, top, open=False)
    end = one.period.end
    right = scale.at(end) if end else RIGHT
    return Row(one, label, left, max(round(right - left, 2), LEAST), top, open=end is None)


def _marks(scale: _Scale, words: Words) -> Iterator[Mark]:
    """The first days of years, or of months, as many as have room."""
    step = next((step for step in MONTHS if _count(scale, step) <= MOST), MONTHS[-1])
    for moment in _firsts(scale, step):
        label = str(moment.year) if step >= 12 else f"{moment.month:02}.{moment.year}"
        yield Mark(label, scale.at(moment))


def _count(scale: _Scale, step: int) -> int:
    return sum(1 for _ in _firsts(scale, step))


def _firsts(scale: _Scale, step: int) -> Iterator[datetime]:
    """The first days on the scale of each `step` months, counted from the year 0."""
    month = -(-(scale.start.year * 12 + scale.start.month - 1) // step) * step
    while (year := month // 12) <= date.max.year:
        moment = datetime(year, month % 12 + 1, 1, tzinfo=scale.start.tzinfo)
        if moment > scale.end:
            return
        if moment >= scale.start:
            yield moment
        month += step
