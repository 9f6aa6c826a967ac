"""What changed between two states of the sources, policy by policy; values only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from inforce.archive import Archive, EditionRecord, PolicyRecord
from inforce.archive.identity import identify
from inforce.checks import Context
from inforce.checks.staletranslation import behind
from inforce.compare import Comparison, compare
from inforce.ledger import Ledger
from inforce.model import Site, Text, WorkingClause, WorkingPolicy
from inforce.problems import Problem
from inforce.project import Project
from inforce.publish import Plan, Step, contexts, due
from inforce.review.after import published
from inforce.review.rules import RuleChange, changed_rules
from inforce.timeline import replaced
from inforce.verify.expected import Stand
from inforce.zones import in_zone

Texts = Mapping[str, Text]
Comparisons = Mapping[str, Comparison]
Lag = tuple[WorkingClause, str, str]


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """One policy that changes.

    `before` and `after` are its sources, None where there is none. `changes` compare the working
    texts by language; `readers` compare the edition that will be replaced with the new text, in
    the languages in which that is not the same. `replaces` is that edition. `steps` are what a
    publication would record now, `record` what would be recorded then. `behind` are clauses with
    a language that did not follow another. `addresses` appear, as paths of files on the site.
    """

    policy: str
    before: WorkingPolicy | None
    after: WorkingPolicy | None
    changes: Comparisons
    readers: Comparisons
    replaces: EditionRecord | None
    steps: tuple[Step, ...]
    record: PolicyRecord
    behind: tuple[Lag, ...]
    addresses: tuple[str, ...]
    texts: Texts
    problems: tuple[Problem, ...]

    @property
    def source(self) -> WorkingPolicy:
        """Its source, or what it was where it is taken away."""
        return self.after or cast(WorkingPolicy, self.before)

    @property
    def pending(self) -> tuple[str, ...]:
        """The languages whose text is announced but not ready."""
        languages = self.after.languages if self.after else {}
        return tuple(code for code, status in languages.items() if status.pending)

    @property
    def in_words(self) -> bool:
        """Whether a reader would see a difference."""
        return any(one.changed for one in self.changes.values())


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All that changes, as of a moment in the site's time zone.

    `still` are policies whose sources changed and that change in nothing told here; `touched` are
    published files that changed, by their path below `content/`. `promised` is the notice that
    was promised before, in days.
    """

    project: Project
    moment: datetime
    policies: tuple[PolicyChange, ...]
    still: tuple[str, ...]
    touched: tuple[str, ...]
    problems: tuple[Problem, ...]
    rules: tuple[RuleChange, ...] = ()
    promised: int = 0

    @property
    def site(self) -> Site:
        """The site, with the longer of both promises: readers were given the one before."""
        site = self.project.site
        return replace(site, notice=max(site.notice, self.promised))


def review(
    base: Project | None,
    head: Project,
    moment: datetime,
    changed: frozenset[str],
    problems: tuple[Problem, ...],
    touched: tuple[str, ...],
) -> Reviewed:
    """What changed from `base` (None where nothing can be read there) to `head`.

    `changed` are the policies whose sources are not the same; `problems` are those of `head`.
    """
    now = in_zone(moment, head.site.timezone)
    work = _Work(_contexts(base, now), _contexts(head, now), head, due(head, now), now)
    names = sorted({*work.before, *work.after})
    found = [work.change(name, problems) for name in names]
    told = [one for one in found if _is_told(one)]
    still = changed - {one.policy for one in told}
    return Reviewed(
        project=head,
        moment=now,
        policies=tuple(told),
        still=tuple(sorted(still)),
        touched=touched,
        problems=problems,
        rules=changed_rules(base, head),
        promised=base.site.notice if base else 0,
    )


def _contexts(project: Project | None, now: datetime) -> Mapping[str, Context]:
    return {one.policy.policy: one for one in contexts(project, now)} if project else {}


def _is_told(change: PolicyChange) -> bool:
    before, after = change.before, change.after
    if before is None or after is None or change.in_words:
        return True
    return _declared(before) != _declared(after)


def _declared(policy: WorkingPolicy) -> tuple[object, ...]:
    """What a source says of its text beside the words."""
    status = (dict(policy.languages), policy.prevails, policy.fallback, policy.aliases)
    return (policy.kind, policy.edition, *status)


@dataclass(frozen=True, slots=True)
class _Work:
    """Both states of the sources, and what a publication of the new one would do."""

    before: Mapping[str, Context]
    after: Mapping[str, Context]
    head: Project
    plan: Plan
    now: datetime

    def change(self, name: str, problems: tuple[Problem, ...]) -> PolicyChange:
        """What changes of one policy, be it nothing."""
        before, after = self.before.get(name), self.after.get(name)
        old, new = (one.texts if one else {} for one in (before, after))
        changes = _compared(old, new) if after else {}
        record = self.head.archive.policies.get(name)
        steps = tuple(step for step in self.plan.steps if step.act.policy == name)
        later = published(record, name, steps, self.now)
        replaces = self._replaced(after)
        shown = _shown(replaces)
        return PolicyChange(
            policy=name,
            before=before.policy if before else None,
            after=after.policy if after else None,
            changes=changes,
            readers=_otherwise(_compared(shown, new) if shown else {}, changes),
            replaces=replaces,
            steps=steps,
            record=later,
            behind=tuple(behind(after, shown or old)) if after else (),
            addresses=self._appear(record, later),
            texts=new,
            problems=_own(problems, name),
        )

    def _replaced(self, after: Context | None) -> EditionRecord | None:
        """The edition that the working text comes after, or that it is."""
        if after is None:
            return None
        declared, record = after.policy.edition, after.record
        if declared is None:
            standing = [one for one in record.editions if not one.withdrawn] if record else []
            return standing[-1] if standing else None
        known = identify(declared, record)
        if known and known.withdrawn is None:
            return known
        return replaced(record, declared.effective.instant or self.now)

    def _appear(self, record: PolicyRecord | None, later: PolicyRecord) -> tuple[str, ...]:
        before, after = (
            self._addresses(one) for one in (record or PolicyRecord(later.policy, ()), later)
        )
        return tuple(sorted(after - before))

    def _addresses(self, record: PolicyRecord) -> frozenset[str]:
        policies = {record.policy: record} if record.editions else {}
        archive = Archive(Ledger(), policies)
        site = self.head.site
        return Stand(archive, site.url, site.languages, self.now).addresses()


def _shown(record: EditionRecord | None) -> Texts:
    texts = record.texts if record else {}
    return {code: found[-1].text for code, found in texts.items() if found}


def _compared(old: Texts, new: Texts) -> Comparisons:
    """The texts compared by language; one that stands on one side only, with an empty one."""
    codes = dict.fromkeys((*new, *old))
    pairs = {code: (old.get(code), new.get(code)) for code in codes}
    return {
        code: compare(one or _empty(other), other or _empty(one))
        for code, (one, other) in pairs.items()
    }


def _empty(like: Text | None) -> Text:
    return Text(like.policy if like else "", "", like.language if like else "", "")


def _otherwise(readers: Comparisons, changes: Comparisons) -> Comparisons:
    """The comparisons that do not say what those of the working texts say."""
    return {
        code: one
        for code, one in readers.items()
        if one.changed and not (code in changes and _same(one, changes[code]))
    }


def _same(one: Comparison, other: Comparison) -> bool:
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("title", "preface", "preamble", "clauses", "conclusions", "annexes")
    )


def _own(problems: tuple[Problem, ...], name: str) -> tuple[Problem, ...]:
    start = f"content/{name}/"
    return tuple(one for one in problems if one.location.file.startswith(start))


def renamed(reviewed: Reviewed) -> Iterator[tuple[str, str]]:
    """Policies that are taken away, each with a new one that has most of its clauses."""
    gone = [one for one in reviewed.policies if one.after is None]
    new = [one for one in reviewed.policies if one.before is None]
    for old in gone:
        ids = {clause.id for clause in old.source.walk()}
        for one in new:
            if 2 * len(ids & {clause.id for clause in one.source.walk()}) > len(ids):
                yield old.policy, one.policy
