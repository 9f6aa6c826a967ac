"""How long ago a site was built, by its own word."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from inforce.address import BUILD
from inforce.model import Location
from inforce.problems import Problem
from inforce.verify.reader import Reader

USUAL = timedelta(days=2)
_HINT = "Build the site again and publish it; then see why the nightly build did not."


def check_age(reader: Reader, at: datetime, most: timedelta | None = None) -> Iterator[Problem]:
    """The problem that the site was built too long before `at`.

    An error where it is older than `most`; where nothing is asked for, a warning after two days.
    Raises ReadError.
    """
    moment = built(reader)
    severity = "warning" if most is None else "error"
    if moment is None:
        if most is not None:
            message = "the site does not say when it was built"
            yield Problem(Location(BUILD), "old-build", message, _HINT, severity)
    elif (age := at - moment) > (USUAL if most is None else most):
        message = f"the site was built {_told(age)} before, as of {moment.isoformat()}"
        yield Problem(Location(BUILD), "old-build", message, _HINT, severity)


def built(reader: Reader) -> datetime | None:
    """The moment that a site was built for; None where it does not say one that can be read."""
    try:
        moment = datetime.fromisoformat(json.loads(reader.read(BUILD) or b"")["moment"])
    except (ValueError, TypeError, KeyError):
        return None
    return moment if moment.tzinfo else None


def _told(age: timedelta) -> str:
    hours = int(age / timedelta(hours=1))
    return f"{age.days} days" if age >= USUAL else f"{hours} hours"
