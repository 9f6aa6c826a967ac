"""A new edition that does not say what it changes.

The summary is what people read of a change: in the list of editions, in the feeds, beside the
comparison. An edition that follows another one and has none leaves them to find the change
themselves. The first edition and an imported one need none.

Before:

    edition: {number: 1, effective: 2026-08-02}

Fails:

    edition: {number: 2, effective: 2026-10-01}

Passes:

    edition:
      number: 2
      effective: 2026-10-01
      summary: {ru: Уточнён срок хранения данных.}
"""

from collections.abc import Iterator

from inforce.archive.identity import identify
from inforce.checks.context import Context
from inforce.problems import Problem

ID = "summary"
SEVERITY = "warning"


def check(context: Context) -> Iterator[Problem]:
    """A warning where an edition that is not published yet has no summary."""
    edition, record = context.policy.edition, context.record
    if edition is None or record is None or edition.summary or edition.imported:
        return
    if identify(edition, record) is None and any(one.withdrawn is None for one in record.editions):
        message = "nothing says what this edition changes"
        hint = "Write it under `summary:`, in each language, as readers should hear it."
        yield Problem(edition.location, ID, message, hint, SEVERITY)
