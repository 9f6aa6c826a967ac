"""What the live site has and a new one would not: no address ever published disappears."""

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from inforce.address import LEDGER
from inforce.ledger import grew_from
from inforce.model import Location
from inforce.problems import Problem
from inforce.verify import FolderReader
from inforce.verify.truth import from_site

_HINT = (
    "Build from sources that hold everything that the live site shows. If the live site itself is"
    " wrong, move its folder away and build again."
)


def lost(live: Path, new: FolderReader, moment: datetime) -> tuple[Problem, ...]:
    """Problems with everything that the live folder's own ledger implies and `new` lacks."""
    old = FolderReader(live)
    if not live.is_dir() or (ledger := old.read(LEDGER)) is None:
        return ()
    shorter = grew_from(ledger, new.read(LEDGER) or b"", LEDGER)
    return shorter or tuple(_gone(old, new, moment))


def _gone(old: FolderReader, new: FolderReader, moment: datetime) -> Iterator[Problem]:
    with tempfile.TemporaryDirectory(prefix="inforce-") as folder:
        truth = from_site(old, Path(folder))
    stand = truth.at(moment)
    for path in sorted((stand.addresses() & old.paths()) - new.paths()):
        message = "the live site has this address, and the new one does not"
        yield Problem(Location(path), "address-lost", message, _HINT)
