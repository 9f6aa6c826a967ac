"""What is there so that editions can be compared: the lives of clauses, and all wordings."""

import json
from collections.abc import Iterator

from inforce.address import Address
from inforce.archive import PolicyRecord
from inforce.model import Location
from inforce.problems import Problem
from inforce.verify.expected import Expected, Stand
from inforce.verify.notices import check_notices
from inforce.verify.page import Page
from inforce.verify.reader import Reader
from inforce.verify.text import REBUILD


def check_lives(page: Page, expected: Expected, stand: Stand) -> Iterator[Problem]:
    """Whether the page says where its edition stands, and leads to each clause of it."""
    record = expected.edition
    assert record is not None  # noqa: S101 - a policy has editions
    if page.indexed():
        yield _problem(page.path, "noindex", "search engines may take it for the text itself")
    if page.texts:
        yield _problem(page.path, "text", "a text stands on a page that has none")
    text = stand.text(record, expected.address.language)
    yield from check_notices(page, expected, text, translated=False)
    for clause in text.text.walk() if text else ():
        if page.ids[clause.id] != 1:
            message = f"the id `{clause.id}` stands {page.ids[clause.id]} times on the page"
            yield _problem(page.path, "permalink", message, clause.id)


def check_wordings(reader: Reader, stand: Stand) -> Iterator[Problem]:
    """Whether each file is there from which editions are compared, and knows all of them."""
    for policy, record in stand.archive.policies.items():
        for language, editions in _held(record).items():
            if len(editions) < 2:
                continue
            path = Address("", policy, file=f"wordings.{language}.json").path("")
            data = reader.read(path)
            if data is None:
                yield _problem(path, "file-missing", "the file of all wordings is missing")
            elif (known := _editions(data)) != editions:
                message = f"it has the editions {known}, and has to have {editions}"
                yield _problem(path, "wordings", message)


def _held(record: PolicyRecord) -> dict[str, list[str]]:
    """The editions that have a text, by language."""
    found: dict[str, list[str]] = {}
    for one in record.editions:
        for language, texts in one.texts.items():
            if texts:
                found.setdefault(language, []).append(one.edition.id)
    return found


def _editions(data: bytes) -> list[str]:
    """The editions that a file of wordings has; none where it is no such file."""
    try:
        return [str(one["id"]) for one in json.loads(data)["editions"]]
    except (ValueError, KeyError, TypeError):
        return []


def _problem(path: str, check: str, message: str, clause: str = "") -> Problem:
    return Problem(Location(path, clause=clause), check, message, REBUILD)
