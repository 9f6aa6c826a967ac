"""`content/<policy>/policy.yml`: the working text of a policy, in all languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inforce.address import POLICY_ID, RESERVED
from inforce.model import (
    Localized,
    Marker,
    Site,
    WorkingClause,
    WorkingPart,
    WorkingPolicy,
)
from inforce.problems import Problem
from inforce.source.document import read_document
from inforce.source.edition import read_edition, read_languages
from inforce.source.fields import Field, Report

KEYS = (
    "policy", "kind", "title", "languages", "prevails", "fallback", "aliases", "numbering",
    "edition", "preface", "preamble", "clauses", "conclusions", "annexes",
)  # fmt: skip
CLAUSE_KEYS = ("id", "marker", "number", "title", "clauses", "closing", "term", "repealed")
REQUIRED = ("policy", "kind", "title", "languages", "clauses")
CLAUSE_ID = POLICY_ID
ALIAS = re.compile(r"/([a-z0-9][a-z0-9-]*/)+")
MAX_LEVELS = 8


def policy_file(policy: str) -> str:
    """The name of a policy's source, as problems write it."""
    return f"content/{policy}/policy.yml"


def policy_ids(root: Path) -> tuple[str, ...]:
    """The folders of `root` that hold a working text, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in root.glob("*/policy.yml")))


def load_policy(
    root: Path, policy: str, site: Site
) -> tuple[WorkingPolicy | None, tuple[Problem, ...]]:
    """The working text of `policy` in the content folder `root`.

    The policy is None where the file could not be read at all; otherwise it holds what was
    understood, beside the problems with the rest.
    """
    document, problems = read_document(root / policy / "policy.yml", policy_file(policy))
    if document is None:
        return None, problems
    report = Report()
    reader = _Reader(site.languages, site.timezone)
    working = reader.policy(Field(document.root, document, report), policy)
    _check_ids(working, report)
    return working, tuple(report.problems)


def _check_ids(policy: WorkingPolicy, report: Report) -> None:
    seen: dict[str, int] = {}
    for clause in policy.walk():
        if clause.id in seen:
            message = f"the id `{clause.id}` already stands in line {seen[clause.id]}"
            hint = "Give this clause an id of its own; an id is never used for another clause."
            report.add(clause.location, "duplicate-id", message, hint)
        elif clause.id:
            seen[clause.id] = clause.location.line


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the nodes of one policy for the languages of its site."""

    languages: tuple[str, ...]
    timezone: str

    def policy(self, top: Field, folder: str) -> WorkingPolicy:
        fields = top.mapping(KEYS)
        for key in REQUIRED if top.is_mapping else ():
            if key not in fields:
                top.problem("missing", f"`{key}:` is missing")
        languages = (
            read_languages(fields["languages"], self.languages) if "languages" in fields else {}
        )
        return WorkingPolicy(
            policy=self._policy_id(fields.get("policy"), folder),
            kind=self._word(fields.get("kind")),
            title=self._localized(fields.get("title")),
            languages=languages,
            prevails=self._prevails(fields.get("prevails"), languages),
            fallback=self._fallback(fields.get("fallback"), languages),
            aliases=self._aliases(fields.get("aliases")),
            continuous=self._continuous(fields.get("numbering")),
            edition=read_edition(fields["edition"], self.languages, self.timezone)
            if "edition" in fields
            else None,
            preface=self._parts(fields.get("preface")),
            preamble=self._clauses(fields.get("preamble")),
            clauses=self._clauses(fields.get("clauses")),
            conclusions=self._parts(fields.get("conclusions")),
            annexes=self._clauses(fields.get("annexes")),
            location=top.location,
        )

    def _policy_id(self, field: Field | None, folder: str) -> str:
        if field is None:
            return folder
        text = field.text()
        if text and text != folder:
            hint = f"Write `policy: {folder}`, or rename the folder if nothing is published yet."
            field.problem("policy-id", f"`{text}` stands in the folder `{folder}`", hint)
        if not POLICY_ID.fullmatch(folder):
            hint = "Use small Latin letters, digits and hyphens, a letter first."
            field.problem("policy-id", f"`{folder}` cannot be the id of a policy", hint)
        if folder in RESERVED or folder in self.languages:
            hint = "Rename the folder and `policy:`."
            field.problem("policy-id", f"the site itself uses the name `{folder}`", hint)
        return folder

    def _word(self, field: Field | None) -> str:
        if field is None:
            return ""
        text = field.text()
        if text and not POLICY_ID.fullmatch(text):
            hint = "Use small Latin letters, digits and hyphens, such as `privacy-policy`."
            field.problem("value", f"`{text}` is not a kind", hint)
        return text

    def _localized(self, field: Field | None, *, shared: bool = False) -> Localized:
        return field.localized(self.languages, shared=shared) if field else {}

    def _prevails(self, field: Field | None, languages: Mapping[str, object]) -> str:
        if field is None:
            return "unstated"
        return field.one_of([*languages, "equal", "unstated"]) or "unstated"

    def _fallback(self, field: Field | None, languages: Mapping[str, object]) -> str:
        first = next(iter(languages), "")
        return (field.one_of(languages) if field else "") or first

    def _aliases(self, field: Field | None) -> tuple[str, ...]:
        aliases = []
        for item in field.items() if field else ():
            text = item.text()
            if text and not ALIAS.fullmatch(text):
                hint = (
                    "Write it like `/policy/`: small letters, digits, hyphens, a slash at each end."
                )
                item.problem("alias", f"`{text}` is not a path on this site", hint)
            elif text.split("/")[1] in RESERVED or text.strip("/") in self.languages:
                item.problem("alias", f"the site itself uses `{text}`", "Choose another path.")
            elif text:
                aliases.append(text)
        return tuple(aliases)

    def _continuous(self, field: Field | None) -> bool:
        return field is not None and field.one_of(["continuous"]) == "continuous"

    def _parts(self, field: Field | None) -> tuple[WorkingPart, ...]:
        return tuple(self._part(item) for item in (field.items() if field else ()))

    def _part(self, item: Field) -> WorkingPart:
        fields = item.mapping(("kind", *self.languages))
        if "kind" not in fields:
            item.problem("missing", "`kind:` is missing", "Such as `place-date` or `signature`.")
        text = {code: fields[code].prose() for code in self.languages if code in fields}
        return WorkingPart(self._word(fields.get("kind")), text, item.location)

    def _clauses(self, field: Field | None, level: int = 1) -> tuple[WorkingClause, ...]:
        if field is None:
            return ()
        if level > MAX_LEVELS:
            hint = f"At most {MAX_LEVELS} levels of clauses can be read by people."
            field.problem("depth", "these clauses are nested too deep", hint)
            return ()
        return tuple(self._clause(item, level) for item in field.items())

    def _clause(self, item: Field, level: int) -> WorkingClause:
        identity = self._clause_id(item)
        fields = item.inside(identity).mapping((*CLAUSE_KEYS, *self.languages))
        marker = fields["marker"].choice(Marker) if "marker" in fields else None
        return WorkingClause(
            id=identity,
            marker=marker,
            number=self._localized(fields.get("number"), shared=True),
            title=self._localized(fields.get("title")),
            text={code: fields[code].prose() for code in self.languages if code in fields},
            clauses=self._clauses(fields.get("clauses"), level + 1),
            closing=self._localized(fields.get("closing")),
            term=self._localized(fields.get("term"), shared=True),
            repealed="repealed" in fields and fields["repealed"].truth(),
            location=item.location.in_clause(identity),
        )

    def _clause_id(self, item: Field) -> str:
        """The id of a clause; read before the rest, so that all its problems name it."""
        if not item.is_mapping:
            return ""
        pairs = [pair for pair in item.node.value if pair[0].value == "id"]
        if not pairs:
            item.problem("missing", "the clause has no `id:`", "Give it one, such as `id: scope`.")
            return ""
        field = Field(pairs[0][1], item.document, item.report)
        text = field.text()
        if text and not CLAUSE_ID.fullmatch(text):
            hint = "Use small Latin letters, digits and hyphens, a letter first."
            field.problem("clause-id", f"`{text}` cannot be the id of a clause", hint)
        return text
