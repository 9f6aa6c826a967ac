"""The data from which any two editions of a policy are put side by side, a file a language."""

import json
from collections.abc import Iterator

from inforce.address import Address
from inforce.archive import TextRecord
from inforce.render.wordings import wordings
from inforce.site import addresses
from inforce.site.model import File
from inforce.site.publication import PolicyStanding, Publication
from inforce.site.references import References

LEAST = 2  # editions that can be compared


def comparable(policy: PolicyStanding) -> dict[str, tuple[TextRecord, ...]]:
    """The texts by language, oldest first, in the languages in which there are two or more."""
    found: dict[str, list[TextRecord]] = {}
    for one in policy.editions:
        for language, texts in one.record.texts.items():
            if texts:
                found.setdefault(language, []).append(texts[-1])
    return {language: tuple(ones) for language, ones in found.items() if len(ones) >= LEAST}


def wordings_files(publication: Publication) -> Iterator[File]:
    """The file of each policy and language."""
    references = References(publication)
    for name, policy in publication.policies.items():
        for language, texts in comparable(policy).items():
            yield File(addresses.wordings(name, language), _written(policy, texts, references))


def _written(
    policy: PolicyStanding, texts: tuple[TextRecord, ...], references: References
) -> bytes:
    def leads(edition: str, other: str, clause: str) -> str | None:
        effective = policy.standing[edition].record.edition.effective
        address = references.address("", other, clause, effective)
        return Address().relative(address, "") if address else None

    data = wordings([one.text for one in texts], leads)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
