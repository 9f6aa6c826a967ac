"""A working text as the files that will never change."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from inforce.address import EDITION, Address, text_files
from inforce.archive import PolicyRecord
from inforce.frozen import canonical_text, edition_bytes, text_bytes
from inforce.model import (
    Approval,
    Edition,
    Localized,
    Site,
    Text,
    WorkingApproval,
    WorkingEdition,
    WorkingPolicy,
)
from inforce.resolve import places

Files = Mapping[str, bytes]


def frozen_edition(
    policy: WorkingPolicy,
    edition: WorkingEdition,
    site: Site,
    *,
    edition_id: str,
    effective: datetime,
    number: str,
    replaces: str,
) -> Edition:
    """What `edition.json` says of an edition that is published now."""
    preamble, clauses, annexes = places(policy)
    address = Address(site.languages[0], policy.policy, edition_id)
    return Edition(
        policy=policy.policy,
        id=edition_id,
        kind=policy.kind,
        number=number,
        effective=effective,
        languages=policy.languages,
        prevails=policy.prevails,
        fallback=policy.fallback,
        address=address.url(site.url, site.languages[0]),
        change=edition.change,
        adopted=edition.adopted,
        approved=frozen_approval(edition.approved) if edition.approved else None,
        applies=edition.applies,
        replaces=replaces,
        imported=edition.imported,
        aliases=policy.aliases,
        preamble=preamble,
        clauses=clauses,
        annexes=annexes,
    )


def frozen_approval(approval: WorkingApproval) -> Approval:
    """An approval as `edition.json` holds it."""
    return Approval(_plain(approval.by), _plain(approval.act), approval.number, approval.dated)


def _plain(words: Localized) -> Mapping[str, str]:
    return {code: source.text for code, source in words.items()}


def number_of(edition: WorkingEdition, record: PolicyRecord | None) -> str:
    """The number of a new edition: the declared one, else one more than the highest so far.

    Where no edition has a whole number, it is one more than there are editions.
    """
    editions = record.editions if record else ()
    numbers = [one.edition.number for one in editions]
    whole = [int(one) for one in numbers if one.isascii() and one.isdigit()]
    return edition.number or str(max(whole, default=len(editions)) + 1)


def text_contents(text: Text, revision: int = 1) -> Files:
    """The two files of a text by name."""
    structured, canonical = text_files(text.language, revision)
    return {structured: text_bytes(text), canonical: canonical_text(text)}


def edition_contents(edition: Edition, texts: Mapping[str, Text]) -> Files:
    """All files of a new edition by name."""
    contents = {EDITION: edition_bytes(edition)}
    for text in texts.values():
        contents |= text_contents(text)
    return contents


def digests(files: Files) -> Mapping[str, str]:
    """The SHA-256 of each file, in lowercase hexadecimal."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
