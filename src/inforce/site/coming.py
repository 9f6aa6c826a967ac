"""What a page will say at each instant to come that is known now.

A page that nobody builds again in time, or that stays open over midnight, finds here what the
next build would write; its script (`clock.js`) shows it when the site's own clock says so. It is
written by the same templates, for a later moment.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup

from inforce.site.addresses import To
from inforce.site.model import Kind, Page
from inforce.site.publication import PolicyStanding, Publication, Standing
from inforce.timeline import State, state

# Fills in a template for a page as of the moment of a publication.
Fill = Callable[[str, Page, Publication], Markup]

_CANONICAL = (Kind.POLICY, Kind.STATE)
_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Turn:
    """What a page says from the instant `at` on.

    `content` stands in the place of the notices on where the edition stands; of the whole page,
    where it is `whole`. `shown` is the link to the page whose text it shows then, or empty.
    `meanwhile` stands above the old text as long as the new one is not there.
    """

    at: datetime
    content: Markup
    shown: str = ""
    whole: bool = False
    meanwhile: Markup = _NOTHING


def turns(page: Page, publication: Publication, fill: Fill) -> tuple[Turn, ...]:
    """What a page says from each known instant on, the next one first."""
    policy = publication.policies.get(page.address.policy)
    if policy is None:
        return ()
    if page.kind in _CANONICAL:
        known = sorted({at for one in policy.editions for at, _ in states_to_come(policy, one)})
        return tuple(_canonical(page, publication.at(at), fill) for at in known)
    if page.edition:
        instants = sorted(at for at, _ in states_to_come(policy, policy.standing[page.edition]))
        return tuple(_banner(page, publication.at(at), fill) for at in instants)
    return ()


def _banner(page: Page, later: Publication, fill: Fill) -> Turn:
    return Turn(later.moment, fill("standing.html", page, later))


def _canonical(page: Page, later: Publication, fill: Fill) -> Turn:
    """A canonical page shows what is in force: another text, or that the document has ended."""
    has_text = page.kind is Kind.POLICY
    meanwhile = fill("meanwhile.html", page, later) if has_text else _NOTHING
    current = later.policies[page.address.policy].current
    if current is None:
        ended = replace(page, kind=Kind.STATE, edition="")
        return Turn(later.moment, fill("state.html", ended, later), "", True, meanwhile)
    edition = current.record.edition
    then = replace(page, kind=Kind.POLICY, edition=edition.id)
    shown = To(page.address, later.root).edition(edition)
    return Turn(later.moment, fill("standing.html", then, later), shown, False, meanwhile)


def states_to_come(policy: PolicyStanding, one: Standing) -> Iterator[tuple[datetime, State]]:
    """The instants at which an edition changes its state after it is seen, and its state then."""
    start, end = one.period.start, one.period.end
    instants = {State.SCHEDULED: (start, end), State.IN_FORCE: (end,)}.get(one.state, ())
    for at in dict.fromkeys(instants):
        if at is not None:
            yield at, state(policy.record, one.record.edition.id, at)
