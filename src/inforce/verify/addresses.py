"""Addresses: each page at its own, aliases that lead on, nothing that claims more."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from inforce.address import Address
from inforce.model import EditionId, Location
from inforce.problems import Problem
from inforce.verify.expected import Expected, Kind, Stand
from inforce.verify.links import site_target
from inforce.verify.page import Page
from inforce.verify.text import REBUILD

_REFRESH = re.compile(r"\s*0\s*;\s*url\s*=\s*(?P<quote>['\"]?)(?P<url>.+?)(?P=quote)\s*", re.I)
_INDEX = "index.html"
_DRAFT = "draft"


def check_address(page: Page, expected: Expected, stand: Stand) -> Iterator[Problem]:
    """What a page that has to be there says of its language and its canonical address."""
    if page.language != expected.address.language:
        message = f"the page says that it is in `{page.language}`"
        yield _problem(page.path, "language", message)
    if page.charset() != "utf-8":
        message = f"the page says that its letters are in `{page.charset()}`, and they are in UTF-8"
        yield _problem(page.path, "charset", message)
    wanted = expected.canonical.url(stand.base, stand.root)
    if page.canonical() != [wanted]:
        said = ", ".join(page.canonical()) or "nothing"
        message = f"the canonical address has to be {wanted}; the page says {said}"
        yield _problem(page.path, "canonical", message)
    if expected.kind is Kind.ALIAS:
        yield from _check_alias(page, expected, stand)
    else:
        yield from check_stays(page)


def _check_alias(page: Page, expected: Expected, stand: Stand) -> Iterator[Problem]:
    wanted = expected.canonical.output(stand.root)
    found = [_REFRESH.fullmatch(value) for value in page.refresh()]
    targets = [site_target(stand.base, page.path, one["url"]) for one in found if one]
    if [str(target) for target in targets] != [wanted]:
        said = ", ".join(str(target) for target in targets) or "nowhere"
        yield _problem(page.path, "alias", f"it has to lead to {wanted}, but leads to {said}")


def check_stays(page: Page) -> Iterator[Problem]:
    """A page that sends its reader elsewhere, or its links to another base."""
    if page.refresh():
        message = f"the page sends its reader away: {page.refresh()[0]}"
        yield _problem(page.path, "refresh", message)
    if page.tree.css_first("base") is not None:
        yield _problem(page.path, "refresh", "a `base` element bends all links of the page")


def check_other(page: Page, stand: Stand) -> Iterator[Problem]:
    """A page that the ledger does not imply: it may not pass for an edition."""
    parts = page.path.split("/")
    place = parts[1:] if parts[0] in stand.languages[1:] else parts
    draft = len(place) == 3 and place[1] == _DRAFT
    if len(place) > 2 and place[0] in stand.archive.policies and _is_edition(place[1]):
        yield _unknown(page.path, "the address is that of an edition, but none is recorded")
    elif page.texts and not draft:
        yield _unknown(page.path, "the page shows the text of an edition, but none is recorded")
    elif draft and page.indexed():
        yield _unknown(page.path, "search engines may take this draft for a published text")
    own = stand.base + quote(page.path.removesuffix(_INDEX))
    if (said := page.canonical()) and said != [own] and not page.refresh():
        message = f"the page claims the address {', '.join(said)}, which is not its own"
        yield _problem(page.path, "canonical", message)


def _is_edition(name: str) -> bool:
    try:
        EditionId.parse(name)
    except ValueError:
        return False
    return True


def check_paths(paths: Iterable[str]) -> Iterator[Problem]:
    """Files that claim one address: `a.html` and `a/index.html`, or `A` and `a`."""
    taken: dict[str, str] = {}
    for path in sorted(paths):
        address = path.removesuffix("/" + _INDEX).removesuffix(".html").casefold()
        if path.endswith(".html") and address in taken:
            yield _problem(path, "address", f"{taken[address]} claims the same address")
        if path.endswith(".html"):
            taken[address] = path


def check_listed(page: Page, expected: Expected, stand: Stand) -> Iterator[Problem]:
    """A history has to lead to each of its editions, a home page to each policy."""
    language = expected.address.language
    if expected.kind is Kind.HOME:
        wanted = [Address(language, policy) for policy in stand.archive.policies]
    else:
        record = stand.archive.policies[expected.address.policy]
        wanted = [Address(language, record.policy, one.edition.id) for one in record.editions]
    links = {site_target(stand.base, page.path, href) for href in set(page.links())}
    targets = {link.path for link in links if link is not None}
    for address in wanted:
        if address.output(stand.root) not in targets:
            message = f"no link leads to {address.output(stand.root)}"
            yield _problem(page.path, "listed", message)


def _unknown(path: str, message: str) -> Problem:
    return _problem(path, "unknown", message, "Remove the page from the site.")


def _problem(path: str, check: str, message: str, hint: str = REBUILD) -> Problem:
    return Problem(Location(path), check, message, hint)
