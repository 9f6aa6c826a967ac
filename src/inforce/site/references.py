"""Where a reference to another policy leads.

A published text refers to what its author saw: the edition that was in force when the referring
edition took effect, else the nearest that has the clause, else the policy's history.
"""

from datetime import datetime, timedelta

from inforce.address import Address
from inforce.archive import EditionRecord, PolicyRecord
from inforce.render import PolicyLink
from inforce.site import addresses
from inforce.site.publication import Publication


class References:
    """Finds the addresses of references, each once."""

    def __init__(self, publication: Publication) -> None:
        self._policies = publication.archive.policies
        self._languages = publication.site.languages
        self._root = publication.root
        self._edition_of: dict[tuple[str, str, datetime], str] = {}
        self._ids: dict[tuple[str, str], frozenset[str]] = {}

    def link(self, page: Address, effective: datetime, language: str = "") -> PolicyLink:
        """Where the references of a text that took effect at `effective` lead from a page.

        They lead to pages in `language`, where the site has it, else in the page's.
        """
        language = language if language in self._languages else page.language

        def link(policy: str, clause: str) -> str | None:
            address = self.address(language, policy, clause, effective)
            return page.relative(address, self._root) if address else None

        return link

    def address(
        self, language: str, policy: str, clause: str, effective: datetime
    ) -> Address | None:
        """The address of `policy#clause` for a text that took effect at `effective`.

        None where the policy was never published.
        """
        if policy not in self._policies:
            return None
        key = (policy, clause, effective)
        if key not in self._edition_of:
            self._edition_of[key] = self._edition(self._policies[policy], clause, effective)
        edition = self._edition_of[key]
        if not edition:
            return addresses.history(language, policy)
        return addresses.edition(language, policy, edition).at(clause)

    def _edition(self, record: PolicyRecord, clause: str, effective: datetime) -> str:
        """The id of the edition that is meant; empty where none has the clause."""
        valid = [one for one in record.editions if one.withdrawn is None]
        for one in sorted(valid, key=lambda one: _distance(one.edition.effective, effective)):
            if self._holds(one, clause):
                return one.edition.id
        return ""

    def _holds(self, record: EditionRecord, clause: str) -> bool:
        edition = record.edition
        key = (edition.policy, edition.id)
        if clause and key not in self._ids:
            self._ids[key] = frozenset(place.id for place in edition.walk())
        return not clause or clause in self._ids[key]


def _distance(start: datetime, effective: datetime) -> tuple[bool, timedelta]:
    """Puts the edition that was in force first, then those before it, then those after."""
    return start > effective, abs(start - effective)
