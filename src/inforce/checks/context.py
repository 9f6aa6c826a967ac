"""What a check may look at: a policy, and the project around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from inforce.archive import Archive, PolicyRecord
from inforce.checks.passages import Passage, passages
from inforce.ledger import Ledger
from inforce.model import Site, Text, WorkingPolicy
from inforce.resolve import Lookup, Number, nothing, number_policy, resolve_text

NOTHING_PUBLISHED = Archive(Ledger())


@dataclass(frozen=True, eq=False)
class Context:
    """A policy that is checked, in its project, at a moment in the site's time zone.

    `policies` are the working texts of the project by id, the checked one among them; `archive`
    is what was published of all of them; `lookup` numbers the clauses of other policies as this
    one would refer to them if it were published now.
    """

    policy: WorkingPolicy
    site: Site
    moment: datetime
    policies: Mapping[str, WorkingPolicy] = field(default_factory=dict)
    archive: Archive = NOTHING_PUBLISHED
    lookup: Lookup = nothing

    @property
    def record(self) -> PolicyRecord | None:
        """What was published of this policy; None while nothing is."""
        return self.archive.policies.get(self.policy.policy)

    @property
    def ready(self) -> tuple[str, ...]:
        """The languages of the policy whose text is not pending, in the order of the source."""
        return tuple(code for code, status in self.policy.languages.items() if not status.pending)

    @cached_property
    def numbers(self) -> Mapping[str, Mapping[str, Number]]:
        """The number of each clause by language and id."""
        return {code: number_policy(self.policy, code) for code in self.policy.languages}

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """The words that readers would see, by language, of the texts that are not pending."""
        return {
            code: resolve_text(self.policy, code, self.site, self.lookup)[0] for code in self.ready
        }

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the policy in every language, with what is no prose out of the way."""
        return tuple(passages(self.policy))
