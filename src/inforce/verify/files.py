"""The files for machines: on the site as they were recorded, byte for byte."""

import hashlib
import re
from collections.abc import Iterator

from inforce.address import EDITION, LEDGER
from inforce.ledger import dump, parse, text_of
from inforce.model import Location
from inforce.problems import Problem
from inforce.verify.expected import Stand
from inforce.verify.reader import Reader

_RESTORE = "Build the site again from the recorded files, and publish it whole."
_FROZEN = re.compile(r"(?P<policy>[a-z][a-z0-9-]*)/(?P<edition>\d{4}-[0-9-]+)/(?P<name>[^/]+)")


def other_site(reader: Reader, stand: Stand) -> Problem | None:
    """The problem that a site is not the recorded one at all, so that nothing can agree."""
    first = (reader.read(LEDGER) or b"").partition(b"\n")[0]
    shown, _ = parse(first + b"\n", LEDGER)
    own, opened = stand.archive.opening, shown.opening
    if own is None or opened is None or opened.base == own.base:
        return None
    message = f"this is the site of {opened.base}, and the records are those of {own.base}"
    hint = "Name the records of this site with --content, or hold it against itself with --alone."
    return _problem(LEDGER, "other-site", message, hint)


def check_files(reader: Reader, stand: Stand) -> Iterator[Problem]:
    """Frozen files that are missing, changed or not recorded, and a ledger that is another."""
    yield from _check_ledger(reader, stand)
    recorded = dict(stand.files())
    for path, data in reader.each(recorded):
        if data is None:
            yield _problem(path, "file-missing", "the recorded file is not on the site")
        elif hashlib.sha256(data).hexdigest() != recorded[path]:
            message = "the file is not the recorded one: its digest is not that of the ledger"
            yield _problem(path, "file-changed", message)
    redacted = frozenset(stand.redacted())
    for path in sorted(redacted):
        if reader.exists(path):
            yield _problem(path, "file-redacted", "the file was removed, and is still on the site")
    for path in sorted(reader.paths() - recorded.keys() - redacted):
        if _claims(path):
            message = "no line of the ledger names this file"
            yield _problem(path, "file-unknown", message, "Remove it from the site.")


def _claims(path: str) -> bool:
    """Whether a file's place and name say that it is a frozen one."""
    match = _FROZEN.fullmatch(path)
    return match is not None and (match["name"] == EDITION or text_of(match["name"]) is not None)


def _check_ledger(reader: Reader, stand: Stand) -> Iterator[Problem]:
    recorded = dump(stand.archive.ledger)
    shown = reader.read(LEDGER)
    if shown is None:
        if recorded:
            yield _problem(LEDGER, "ledger-missing", "the ledger is not on the site")
    elif shown != recorded:
        yield Problem(Location(LEDGER), "ledger-changed", _difference(recorded, shown), _RESTORE)


def _difference(recorded: bytes, shown: bytes) -> str:
    if recorded.startswith(shown):
        lines = recorded[len(shown) :].count(b"\n")
        return f"the site was built before the last {lines} lines of the ledger were recorded"
    if shown.startswith(recorded):
        return "the site's ledger goes on where the one that it is compared with ends"
    before, after = recorded.split(b"\n"), shown.split(b"\n")
    pairs = enumerate(zip(before, after, strict=False), 1)
    line = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    return f"line {line} is not the recorded line"


def _problem(path: str, check: str, message: str, hint: str = _RESTORE) -> Problem:
    return Problem(Location(path), check, message, hint)
