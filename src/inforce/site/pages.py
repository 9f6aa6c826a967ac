"""Which pages there are, in each language."""

from collections.abc import Iterator

from inforce.site import addresses
from inforce.site.model import Draft, Kind, Page
from inforce.site.publication import PolicyStanding, Publication
from inforce.timeline import State


def pages(publication: Publication) -> tuple[Page, ...]:
    """All pages of the site, the home page of each language first."""
    return tuple(
        page for language in publication.site.languages for page in _pages(publication, language)
    )


def _pages(publication: Publication, language: str) -> Iterator[Page]:
    yield _plain(Kind.HOME, language)
    for standing in publication.policies.values():
        title = publication.title(standing.record.policy, language)
        yield _canonical(standing, language, title)
        yield _history(standing, language, title)
        yield _parallel(standing, language, title)
        yield _clauses(standing, language, title)
        yield from _editions(publication, standing, language)
        yield from _changes(publication, standing, language)
    for draft in publication.drafts:
        yield _draft(draft, language)
    yield _plain(Kind.CHANGELOG, language)


def _plain(kind: Kind, language: str) -> Page:
    address = addresses.home(language) if kind is Kind.HOME else addresses.changelog(language)
    return Page(address, kind, "", address, in_nav=True)


def _canonical(standing: PolicyStanding, language: str, title: str) -> Page:
    current = standing.current
    address = addresses.policy(language, standing.record.policy)
    return Page(
        address,
        Kind.POLICY if current else Kind.STATE,
        title,
        address,
        edition=current.record.edition.id if current else "",
        in_nav=not standing.repealed,
        indexed=current is not None,
    )


def _history(standing: PolicyStanding, language: str, title: str) -> Page:
    address = addresses.history(language, standing.record.policy)
    return Page(address, Kind.HISTORY, title, address, indexed=standing.current is not None)


def _parallel(standing: PolicyStanding, language: str, title: str) -> Page:
    address = addresses.parallel(language, standing.record.policy)
    shown = standing.shown.record.edition.id
    return Page(address, Kind.PARALLEL, title, address, edition=shown, indexed=False)


def _clauses(standing: PolicyStanding, language: str, title: str) -> Page:
    address = addresses.clauses(language, standing.record.policy)
    shown = standing.shown.record.edition.id
    return Page(address, Kind.CLAUSES, title, address, edition=shown, indexed=False)


def _editions(publication: Publication, standing: PolicyStanding, language: str) -> Iterator[Page]:
    """The page of each edition; that in force has the canonical page as its main address."""
    policy = standing.record.policy
    for one in standing.editions:
        edition = one.record.edition
        shown = publication.shown(one.record, language).record
        address = addresses.edition(language, policy, edition.id)
        in_force = one.state is State.IN_FORCE
        yield Page(
            address,
            Kind.EDITION,
            shown.text.title if shown else policy,
            addresses.policy(language, policy) if in_force else address,
            edition=edition.id,
            indexed=in_force,
        )


def _changes(publication: Publication, standing: PolicyStanding, language: str) -> Iterator[Page]:
    """The redline of each edition that has one before it."""
    policy = standing.record.policy
    for one in standing.editions:
        edition = one.record.edition.id
        if standing.compared_with(edition):
            shown = publication.shown(one.record, language).record
            title = shown.text.title if shown else policy
            address = addresses.changes(language, policy, edition)
            yield Page(address, Kind.CHANGES, title, address, edition=edition, indexed=False)


def _draft(draft: Draft, language: str) -> Page:
    address = addresses.draft(language, draft.policy)
    return Page(address, Kind.DRAFT, draft.title(language), address, indexed=False)
