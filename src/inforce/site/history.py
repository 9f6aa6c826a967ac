"""The page of all editions of a policy: the list, the picture, and what was in force on a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from inforce.render import Case, Words
from inforce.render.dates import zone_city
from inforce.site.coming import states_to_come
from inforce.site.comparing import comparing
from inforce.site.model import Page
from inforce.site.picture import picture
from inforce.site.publication import PolicyStanding, Publication, Shown, Standing
from inforce.timeline import State

# A day whose words hold its year and its day in figures that stand nowhere else in them.
_YEAR, _DAY = 3333, 22


@dataclass(frozen=True, slots=True)
class Entry:
    """An edition in the list: what it changes, in the words that the readers of the page see.

    `start` and `end` are the site's own wall time, as `2026-09-01T00:00`, and empty where the
    edition has no such moment. `then` are the instants at which its state changes, with the state.
    """

    standing: Standing
    shown: Shown
    summary: Markup
    then: tuple[tuple[datetime, State], ...]

    @property
    def start(self) -> str:
        """When it takes effect."""
        return "" if self.standing.state is State.WITHDRAWN else _wall(self.standing.period.start)

    @property
    def end(self) -> str:
        """When another one, or none, takes its place."""
        return _wall(self.standing.period.end) if self.start else ""


def _wall(moment: datetime | None) -> str:
    """The wall time of a moment by its own offset, which the ledger recorded."""
    return moment.strftime("%Y-%m-%dT%H:%M") if moment else ""


def history(
    publication: Publication, page: Page, words: Words, summary: Callable[[Standing], Markup]
) -> Mapping[str, object]:
    """What the template of the page is filled in with."""
    policy = publication.policies[page.address.policy]
    language = page.address.language
    return {
        "policy": policy,
        "entries": tuple(
            Entry(
                one,
                publication.shown(one.record, language),
                summary(one),
                tuple(states_to_come(policy, one)),
            )
            for one in reversed(policy.editions)
        ),
        "first": first_day(policy),
        "picture": picture(policy.editions, words),
        "days": days(words),
        "comparing": comparing(publication, page, policy, words),
        "city": zone_city(publication.site.timezone, language),
    }


def first_day(policy: PolicyStanding) -> date | None:
    """The local day from which on an edition is in force; None where all were withdrawn."""
    starts = (one.period.start for one in policy.editions if one.state is not State.WITHDRAWN)
    return min((start.date() for start in starts), default=None)


def days(words: Words) -> tuple[str, ...]:
    """For each month how a day of it is written in "as of" it, with `{d}` and `{y}` to fill in."""
    return tuple(
        words.date(date(_YEAR, month, _DAY), Case.OF)
        .replace(str(_YEAR), "{y}")
        .replace(str(_DAY), "{d}")
        for month in range(1, 13)
    )
