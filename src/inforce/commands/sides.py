"""Which two texts of a policy a comparison is of."""

from dataclasses import dataclass
from datetime import datetime

from inforce.archive import EditionRecord, PolicyRecord
from inforce.commands.force import none_in_force
from inforce.compare import Comparison, compare
from inforce.model import Text
from inforce.moments import parse_moment
from inforce.problems import ContentError, InforceError
from inforce.project import Project
from inforce.publish import find_policy
from inforce.publish.referents import lookup_at
from inforce.resolve import resolve_text
from inforce.timeline import in_force, predecessor
from inforce.zones import in_zone

WORKING = "working"


@dataclass(frozen=True, slots=True)
class Side:
    """A text, and what it is called: the id of its edition, or `working`.

    `withdrawn` is whether the edition was, before it took effect.
    """

    name: str
    text: Text
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """Finds the texts of a policy in one language, as they are at a moment."""

    project: Project
    policy: str
    language: str
    moment: datetime

    @property
    def record(self) -> PolicyRecord:
        """What was published of the policy; raises InforceError where nothing was."""
        return find_policy(self.project, self.policy)

    def named(self, name: str) -> Side:
        """The text of an edition by its id, of the one in force on a date, or the working one.

        Raises InforceError where there is none, ContentError where its source has mistakes.
        """
        if name == WORKING:
            return self.working()
        for one in self.record.editions:
            if one.edition.id == name:
                return self.published(one)
        try:
            moment = parse_moment(name, self.project.site.timezone)
        except InforceError as error:
            raise InforceError(
                f"`{name}` is no edition of `{self.policy}`, no date and not `{WORKING}`; its "
                f"editions are {self._known()}"
            ) from error
        found = in_force(self.record, moment)
        if found is None:
            why = f"{none_in_force(self.record, moment)}; it has {self._known()}"
            raise InforceError(f"no edition of `{self.policy}` was in force on {name}: {why}")
        return self.published(found)

    def _known(self) -> str:
        return ", ".join(one.edition.id for one in self.record.editions)

    def published(self, record: EditionRecord) -> Side:
        """The latest revision of an edition's text; raises InforceError where there is none."""
        revisions = record.texts.get(self.language)
        if not revisions:
            known = ", ".join(record.texts) or "none"
            raise InforceError(
                f"the {self.language} text of {record.edition.id} is not there; it has {known}: "
                "choose with `--language`"
            )
        return Side(record.edition.id, revisions[-1].text, record.withdrawn is not None)

    def working(self) -> Side:
        """The working text as it would be published now."""
        if broken := self.project.broken.get(self.policy):
            raise ContentError(broken)
        policy = self.project.policies.get(self.policy)
        if policy is None:
            raise InforceError(f"`{self.policy}` has no working text")
        now = in_zone(self.moment, self.project.site.timezone)
        planned = {
            name: (one, (one.edition.effective.instant if one.edition else None) or now)
            for name, one in self.project.policies.items()
        }
        lookup = lookup_at(planned[self.policy][1], self.project.archive, planned)
        status = policy.languages.get(self.language)
        if status is None or status.pending:
            raise InforceError(f"the working text of `{self.policy}` is not in {self.language} yet")
        text, problems = resolve_text(policy, self.language, self.project.site, lookup)
        if errors := [one for one in problems if one.severity == "error"]:
            raise ContentError(errors)
        return Side(WORKING, text)

    def usual(self) -> tuple[Side, Side, Comparison]:
        """What one wants to see: what the working text changes, else what was changed last."""
        last = in_force(self.record, self.moment) or self.record.editions[-1]
        if self.policy in self.project.policies or self.policy in self.project.broken:
            old, new = self.published(last), self.working()
            comparison = compare(old.text, new.text)
            if comparison.changed:
                return old, new, comparison
        before = predecessor(self.record, last.edition.id)
        if before is None:
            raise InforceError(
                f"the working text of `{self.policy}` says what {last.edition.id} says, its only "
                "edition so far: there is nothing to compare"
            )
        old, new = self.published(before), self.published(last)
        return old, new, compare(old.text, new.text)
