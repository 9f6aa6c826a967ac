"""A built site against what was recorded: every page that has to be there, word for word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from inforce.model import Location
from inforce.problems import Problem
from inforce.timeline import State
from inforce.verify.addresses import (
    check_address,
    check_listed,
    check_other,
    check_paths,
)
from inforce.verify.expected import Expected, Kind, Stand
from inforce.verify.files import check_files, other_site
from inforce.verify.links import Links
from inforce.verify.lives import check_lives, check_wordings
from inforce.verify.notices import check_notices
from inforce.verify.page import Page
from inforce.verify.parallel import check_parallel
from inforce.verify.reader import SITEMAP, Reader
from inforce.verify.redline import check_redline
from inforce.verify.sheets import check_sheets
from inforce.verify.text import REBUILD, Recorded, check_text

_LISTS = (Kind.HOME, Kind.HISTORY)


@dataclass(frozen=True, slots=True)
class Report:
    """What a verification found: its problems, how many pages it read, how many texts on them
    are word for word the recorded ones.
    """

    problems: tuple[Problem, ...]
    pages: int
    texts: int


def verify(reader: Reader, stand: Stand) -> Report:
    """Compare a built site with what it has to show; the archive of that has no errors.

    Raises ReadError where the site cannot be read.
    """
    return _Verification(reader, stand).run()


@dataclass
class _Verification:
    """One run: what was found so far."""

    reader: Reader
    stand: Stand
    links: Links = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    texts: int = 0

    def __post_init__(self) -> None:
        self.links = Links(self.stand.base)

    def run(self) -> Report:
        if problem := other_site(self.reader, self.stand):
            return Report((problem,), 0, 0)
        expected = {page.address.output(self.stand.root): page for page in self.stand.pages()}
        paths = self.reader.pages(expected)
        for path, data in self.reader.each(paths):
            self._page(path, data, expected.pop(path, None))
        for path, page in expected.items():
            self._add(_missing(path, page))
        self._add(check_files(self.reader, self.stand))
        self._add(check_wordings(self.reader, self.stand))
        self._add(check_paths(self.reader.paths()))
        self.links.take_sitemap(self.reader.read(SITEMAP))
        self._add(
            Problem(Location(page), "link", message, "Mend the link, or what it leads to.")
            for page, message in self.links.broken(self.reader)
        )
        return Report(tuple(sorted(self.problems)), len(paths), self.texts)

    def _add(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def _page(self, path: str, data: bytes | None, expected: Expected | None) -> None:
        if data is None:
            if expected is not None:
                self._add(_missing(path, expected))
            return
        page = Page.parse(path, data)
        self.links.take(page)
        if expected is None:
            self._add(check_other(page, self.stand))
        else:
            self._add(self._known(page, expected))

    def _known(self, page: Page, expected: Expected) -> Iterator[Problem]:
        yield from check_address(page, expected, self.stand)
        if expected.kind in (Kind.CANONICAL, Kind.DATED):
            yield from self._edition(page, expected)
        elif expected.kind is Kind.PARALLEL:
            found = [*check_parallel(page, expected, self.stand)]
            self.texts += 0 if found else len(expected.texts)
            yield from found
        elif expected.kind is Kind.CHANGES:
            yield from check_redline(page, expected, self.stand)
        elif expected.kind is Kind.CLAUSES:
            yield from check_lives(page, expected, self.stand)
        elif page.texts:
            yield Problem(
                Location(page.path), "text", "a text stands on a page that has none", REBUILD
            )
        if expected.kind in _LISTS:
            yield from check_listed(page, expected, self.stand)

    def _edition(self, page: Page, expected: Expected) -> Iterator[Problem]:
        record = expected.edition
        text = self.stand.text(record, expected.address.language) if record else None
        yield from check_notices(page, expected, text)
        hides = expected.state not in (None, State.IN_FORCE)
        if hides and page.indexed():
            message = f"search engines may take this {expected.state} edition for the one in force"
            yield Problem(Location(page.path), "noindex", message, REBUILD)
        if record is None:
            return
        if text is None:
            if page.texts:
                message = "a text is shown, but every text of the edition was removed"
                yield Problem(Location(page.path), "text", message, REBUILD)
            return
        where = partial(self.stand.reference, record, expected.address.language)
        found = [*check_text(page, self.stand.base, Recorded(text, where), expected.kind)]
        if expected.kind is Kind.CANONICAL and len(page.texts) == 1:
            found += check_sheets(page, self.stand.base, self.reader)
        self.texts += not found
        yield from found


def _missing(path: str, page: Expected) -> Iterator[Problem]:
    what = {
        Kind.HOME: "the home page",
        Kind.CHANGELOG: "the list of all changes",
        Kind.CANONICAL: "the canonical page",
        Kind.DATED: "the page of the edition",
        Kind.CHANGES: "the redline of the edition",
        Kind.HISTORY: "the list of editions",
        Kind.PARALLEL: "the page of the texts side by side",
        Kind.CLAUSES: "the page of the lives of the clauses",
        Kind.ALIAS: "the page that leads on from an earlier address",
    }[page.kind]
    message = f"{what} is missing; this address was published"
    yield Problem(Location(path), "page-missing", message, REBUILD)
