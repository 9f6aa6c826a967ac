"""What will stand published once what is due is published, without publishing it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from inforce.address import EDITION
from inforce.archive import EditionRecord, PolicyRecord
from inforce.frozen import read_edition
from inforce.ledger import Publish
from inforce.publish import Step
from inforce.publish.freeze import digests


def published(
    record: PolicyRecord | None, policy: str, steps: Iterable[Step], moment: datetime
) -> PolicyRecord:
    """What is recorded of a policy after the steps, which are recorded at `moment`.

    The texts of new editions are left out: only their names, places and times are told.
    """
    editions = {one.edition.id: one for one in record.editions} if record else {}
    for step in steps:
        files = digests(step.files)
        if isinstance(step.act, Publish):
            new = EditionRecord(read_edition(step.files[EDITION]), moment, files=files)
            editions[step.act.edition] = new
        else:
            held = editions[step.act.edition]
            editions[step.act.edition] = replace(held, files={**held.files, **files})
    ordered = sorted(editions.values(), key=lambda one: one.edition.effective)
    return PolicyRecord(policy, tuple(ordered), record.repeal if record else None)
