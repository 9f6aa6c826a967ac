"""Whether what is about to be recorded will be taken for sound when it is read again.

The ledger can never be mended, so each step is read back with the reader's own rules first.
"""

from collections.abc import Iterator
from datetime import datetime

from inforce.address import EDITION, text_files
from inforce.archive import EditionRecord
from inforce.archive.agreement import edition_faults, status_faults, text_faults, text_status
from inforce.archive.claims import EditionClaim, claims
from inforce.frozen import read_edition, read_text
from inforce.ledger import Ledger
from inforce.publish.step import Step


def rehearse(
    ledger: Ledger, step: Step, published: EditionRecord | None, moment: datetime
) -> Iterator[str]:
    """Everything that would be found wrong with the step once it is recorded.

    Raises LedgerError where the ledger does not take it, FrozenError where a file cannot be read.
    """
    claim = _claim(ledger.append(step.act, moment), step)
    if EDITION in step.files or published is None:
        edition = read_edition(step.files[EDITION])
        yield from edition_faults(edition, claim)
    else:
        edition = published.edition
    for text in claim.texts:
        name, _ = text_files(text.language, text.revision)
        if name in step.files:
            yield from status_faults(edition, text, text_status(edition, text))
            yield from text_faults(read_text(step.files[name]), text, edition)


def _claim(ledger: Ledger, step: Step) -> EditionClaim:
    wanted = (step.act.policy, step.act.edition)
    return next(
        one for one in claims(ledger) if (one.publish.policy, one.publish.edition) == wanted
    )
