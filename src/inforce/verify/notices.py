"""What a page has to tell its reader of the text on it: where it stands, and whose words it is."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from inforce.archive import EditionRecord, TextRecord
from inforce.ledger import text_of
from inforce.model import Location, Status
from inforce.problems import Problem
from inforce.timeline import State
from inforce.verify.expected import Expected
from inforce.verify.page import Page
from inforce.verify.text import REBUILD

_STATES = frozenset(State)
_NUMBER = re.compile(r"\d+")


def check_notices(
    page: Page, expected: Expected, text: TextRecord | None, *, translated: bool = True
) -> Iterator[Problem]:
    """Notices that are missing on the page of an edition, or that say another thing.

    `translated` is whether a notice has to say that a text is not authentic.
    """
    notices = page.notices()
    edition, state = expected.edition, expected.state
    if edition is None or state is None:
        yield from _not_in_force(page, notices)
        return
    for other in sorted(_STATES & notices.keys() - {state}):
        yield _problem(page, f"a notice says `{other}`, but the edition is {state}")
    yield from _check_state(page, notices, state, edition.edition.effective)
    wanted = expected.address.language
    if text is None or text.text.language != wanted:
        name = "redacted" if _redacted(edition, wanted) else "missing"
        if not notices.get(name, "").strip():
            yield _problem(page, f"no notice says that the text in `{wanted}` is {name}")
    elif translated and _is_translation(text) and not notices.get("translation", "").strip():
        yield _problem(page, f"no notice says that the text in `{wanted}` is not authentic")
    if edition.edition.imported and not notices.get("imported", "").strip():
        yield _problem(page, "no notice says that the edition was published elsewhere before")


def _not_in_force(page: Page, notices: Mapping[str, str]) -> Iterator[Problem]:
    """The canonical page of a policy that is not in force."""
    if page.texts:
        yield _problem(page, "no edition is in force, but the page shows a text")
    if not any(notices.get(name, "").strip() for name in (State.SCHEDULED, State.REPEALED)):
        yield _problem(page, "no edition is in force, and no notice says so")


def _check_state(
    page: Page, notices: Mapping[str, str], state: State, effective: datetime
) -> Iterator[Problem]:
    """The notice of the edition's state has to be there, with the day on which it takes effect."""
    words = notices.get(state, "")
    if not words.strip():
        yield _problem(page, f"no notice says that the edition is {state}")
    elif not {str(effective.day), str(effective.year)} <= set(_NUMBER.findall(words)):
        message = f"the notice does not name the day {effective.date()}: “{_one_line(words)}”"
        yield _problem(page, message)


def _is_translation(text: TextRecord) -> bool:
    return text.status.status != Status.AUTHENTIC


def _redacted(record: EditionRecord, language: str) -> bool:
    texts = (text_of(name) for name in record.redacted)
    return any(text is not None and text[0] == language for text in texts)


def _one_line(words: str) -> str:
    return " ".join(words.split())[:120]


def _problem(page: Page, message: str) -> Problem:
    return Problem(Location(page.path), "notice", message, REBUILD)
