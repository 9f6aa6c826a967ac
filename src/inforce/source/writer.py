"""The model back to YAML in the one style.

Prose is written as `|-` blocks, titles in block style, and each clause's number may stand as a
comment beside its id, so that a lawyer finds 5.3.2.
"""

import io
from collections.abc import Iterable, Mapping

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from inforce.model import (
    Effective,
    Exemption,
    LanguageStatus,
    Localized,
    Source,
    WorkingApproval,
    WorkingClause,
    WorkingEdition,
    WorkingPart,
    WorkingPolicy,
)
from inforce.source.edition import ON_POSTING
from inforce.source.prose import tidy


def dump_policy(policy: WorkingPolicy, comments: Mapping[str, str] | None = None) -> str:
    """The source of a policy as YAML.

    `comments` are put beside the ids of clauses. Reading the result gives the same policy.
    """
    writer = _Writer(comments or {})
    yaml = YAML()
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(writer.policy(policy), stream)
    return stream.getvalue()


def prose(text: str) -> LiteralScalarString:
    """Words that readers will see, as a `|-` block."""
    written: LiteralScalarString = LiteralScalarString(tidy(text))
    return written


class _Writer:
    def __init__(self, comments: Mapping[str, str]) -> None:
        self.comments = comments

    def policy(self, policy: WorkingPolicy) -> CommentedMap:
        return _filled(
            policy=policy.policy,
            kind=policy.kind,
            profile=policy.profile.text if policy.profile else "",
            title=_words(policy.title),
            languages=_filled(
                **{code: _language(status) for code, status in policy.languages.items()}
            ),
            prevails="" if policy.prevails == "unstated" else policy.prevails,
            fallback=policy.fallback,
            aliases=list(policy.aliases),
            numbering="continuous" if policy.continuous else "",
            edition=_edition(policy.edition) if policy.edition else None,
            preface=[_part(part) for part in policy.preface],
            preamble=self.clauses(policy.preamble),
            clauses=self.clauses(policy.clauses),
            conclusions=[_part(part) for part in policy.conclusions],
            annexes=self.clauses(policy.annexes),
            **{"except": _exemptions(policy.exemptions)},
        )

    def clauses(self, clauses: Iterable[WorkingClause]) -> CommentedSeq:
        return CommentedSeq(self._clause(clause) for clause in clauses)

    def _clause(self, clause: WorkingClause) -> CommentedMap:
        written = _filled(
            id=clause.id,
            marker=str(clause.marker or ""),
            number=_shared(clause.number),
            title=_words(clause.title),
            term=_shared(clause.term),
            repealed=clause.repealed,
            covers=_points(clause.covers),
            synced=_points(clause.synced),
            **{code: prose(source.text) for code, source in clause.text.items()},
            clauses=self.clauses(clause.clauses),
            closing=_prose(clause.closing),
            **{"except": _exemptions(clause.exemptions)},
        )
        if clause.id in self.comments:
            written.yaml_add_eol_comment(self.comments[clause.id], "id")
        return written


def _points(covers: Iterable[Source]) -> CommentedSeq:
    points = CommentedSeq(one.text for one in covers)
    points.fa.set_flow_style()
    return points


def _exemptions(exemptions: Iterable[Exemption]) -> list[CommentedMap]:
    return [_filled(check=one.check, reason=one.reason) for one in exemptions]


def _filled(**values: object) -> CommentedMap:
    """A mapping of the values that are there, in their order."""
    return CommentedMap({key: value for key, value in values.items() if value})


def _words(words: Localized) -> CommentedMap:
    return CommentedMap({code: source.text for code, source in words.items()})


def _prose(words: Localized) -> CommentedMap:
    return CommentedMap({code: prose(source.text) for code, source in words.items()})


def _shared(words: Localized) -> str | CommentedMap:
    return words[""].text if "" in words else _words(words)


def _language(status: LanguageStatus) -> str | CommentedMap:
    if not (status.pending or status.source or status.reviewed):
        return str(status.status)
    return _filled(
        **{
            "status": str(status.status),
            "pending": status.pending,
            "from": status.source,
            "reviewed": status.reviewed,
        }
    )


def _edition(edition: WorkingEdition) -> CommentedMap:
    return _filled(
        number=edition.number,
        adopted=edition.adopted,
        approved=_approval(edition.approved) if edition.approved else None,
        effective=_effective(edition.effective),
        applies=[_filled(**{"to": one.to, "from": one.start}) for one in edition.applies],
        change=edition.change,
        summary=_prose(edition.summary),
        imported=_filled(source=edition.imported),
    )


def _effective(effective: Effective) -> object:
    if effective.instant is None:
        return ON_POSTING
    # A time of day is always written with its offset: it is the instant that counts.
    return effective.instant.isoformat()


def _approval(approval: WorkingApproval) -> CommentedMap:
    return _filled(
        by=_words(approval.by),
        act=_words(approval.act),
        number=approval.number,
        date=approval.dated,
    )


def _part(part: WorkingPart) -> CommentedMap:
    return _filled(
        kind=part.kind, **{code: prose(source.text) for code, source in part.text.items()}
    )
