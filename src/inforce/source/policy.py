"""`content/<policy>/policy.yml`: the working text of a policy, in all languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from inforce.address import POLICY_ID, RESERVED
from inforce.model import (
    LanguageStatus,
    Localized,
    Marker,
    Site,
    WorkingClause,
    WorkingPart,
    WorkingPolicy,
)
from inforce.problems import Problem
from inforce.source.covers import read_covers, read_profile
from inforce.source.document import read_document
from inforce.source.edition import read_edition
from inforce.source.exemptions import read_exemptions
from inforce.source.fields import Field
from inforce.source.languages import LANGUAGES, first_ready, read_languages, read_synced
from inforce.source.nodes import Report

KEYS = (
    "policy", "kind", "profile", "title", "languages", "prevails", "fallback", "aliases",
    "numbering", "edition", "preface", "preamble", "clauses", "conclusions", "annexes", "except",
)  # fmt: skip
CLAUSE_KEYS = (
    "id", "marker", "number", "title", "clauses", "closing", "term", "repealed", "covers",
    "synced",
    "except",
)  # fmt: skip
REQUIRED = {
    "policy": "Write the name of the folder: `policy: {folder}`.",
    "kind": "Say what the document is: `kind: privacy-policy`.",
    "title": "Write the title in each language, on a line of its own: `ru: …`.",
    "languages": "Write the weight of each language: `ru: authentic`.",
    "clauses": "Write the text as clauses, each beginning with `- id: …`.",
}
# The problems behind which a clause, or some of its words, may not have been understood.
LOSSES = frozenset({
    "clause-id", "comma", "comment", "depth", "duplicate-id", "duplicate-key", "empty", "limit",
    "missing", "type", "unknown-key", "value",
})  # fmt: skip
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
    document, problems = read_document(root / policy / "policy.yml", policy_file(policy), root)
    if document is None:
        return None, problems
    report = Report()
    reader = _Reader(policy, site.languages, site.timezone)
    working = reader.policy(Field(document.root, document, report))
    _check_ids(working, report)
    found = report.found()
    return replace(working, sound=LOSSES.isdisjoint(one.check for one in found)), found


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

    folder: str
    languages: tuple[str, ...]
    timezone: str

    def policy(self, top: Field) -> WorkingPolicy:
        folder, fields = self.folder, top.mapping(KEYS)
        for key, hint in REQUIRED.items():
            if fields and key not in fields:
                top.problem("missing", f"`{key}:` is missing", hint.format(folder=folder))
        if "policy" in fields:
            self._check_folder(fields["policy"], folder)
        languages = (
            read_languages(fields["languages"], self.languages) if "languages" in fields else {}
        )
        prevails = self._prevails(fields.get("prevails"), languages)
        return WorkingPolicy(
            policy=folder,
            kind=fields["kind"].identifier("a kind", "value") if "kind" in fields else "",
            title=fields["title"].lines(self.languages) if "title" in fields else {},
            languages=languages,
            prevails=prevails,
            fallback=self._fallback(fields.get("fallback"), languages, prevails),
            aliases=self._aliases(fields.get("aliases"), folder),
            continuous="numbering" in fields and bool(fields["numbering"].one_of(["continuous"])),
            edition=read_edition(fields["edition"], self.languages, self.timezone)
            if "edition" in fields
            else None,
            preface=self._parts(fields.get("preface")),
            preamble=self._clauses(fields.get("preamble")),
            clauses=self._body(fields.get("clauses")),
            conclusions=self._parts(fields.get("conclusions")),
            annexes=self._clauses(fields.get("annexes")),
            profile=read_profile(fields.get("profile")),
            exemptions=read_exemptions(fields.get("except"), folder),
            location=top.location,
        )

    def _check_folder(self, field: Field, folder: str) -> None:
        """The id of a policy is the name of its folder."""
        if not POLICY_ID.fullmatch(folder):
            hint = "Rename the folder: small Latin letters, digits and hyphens, a letter first."
            if POLICY_ID.fullmatch(folder.lower()):
                hint = f"Rename the folder to `{folder.lower()}`, and write it in `policy:`."
            field.problem("policy-id", f"the folder `{folder}` cannot be the id of a policy", hint)
            return
        written = field.identifier("the id of a policy", "policy-id")
        if written and written != folder:
            hint = f"Write `policy: {folder}`, or rename the folder if nothing is published yet."
            field.problem("policy-id", f"`{written}` stands in the folder `{folder}`", hint)
        if folder in {*RESERVED, *LANGUAGES, *self.languages}:
            hint = "Rename the folder and `policy:`, such as `terms-of-use`."
            field.problem("policy-id", f"the site itself uses the name `{folder}`", hint)

    def _prevails(self, field: Field | None, languages: Mapping[str, LanguageStatus]) -> str:
        return (field.one_of([*languages, "equal", "unstated"]) if field else "") or "unstated"

    def _fallback(
        self, field: Field | None, languages: Mapping[str, LanguageStatus], prevails: str
    ) -> str:
        return (field.one_of(languages) if field else "") or first_ready(languages, prevails)

    def _aliases(self, field: Field | None, folder: str) -> tuple[str, ...]:
        aliases: dict[str, None] = {}
        for item in field.items() if field else ():
            text = item.text()
            if text and self._is_alias(item, text, folder):
                if text in aliases:
                    item.problem("alias", f"`{text}` stands twice here", "Keep one of the two.")
                aliases[text] = None
        return tuple(aliases)

    def _is_alias(self, item: Field, text: str, folder: str) -> bool:
        if not ALIAS.fullmatch(text):
            hint = "Write it like `/policy/`: small letters, digits, hyphens, a slash at each end."
            item.problem("alias", f"`{text}` is not a path on this site", hint)
            return False
        top = text.split("/")[1]
        if top in {*LANGUAGES, *self.languages}:
            hint = f"Write it without `/{top}`: an alias leads to the policy in every language."
            item.problem("alias", f"`{text}` names a language", hint)
        elif top in RESERVED or top == folder:
            item.problem("alias", f"the site itself uses `/{top}/`", "Choose another path.")
        else:
            return True
        return False

    def _parts(self, field: Field | None) -> tuple[WorkingPart, ...]:
        return tuple(self._part(item) for item in (field.items() if field else ()))

    def _part(self, item: Field) -> WorkingPart:
        fields = item.mapping(("kind", *self.languages))
        text = self._text(fields)
        if fields and "kind" not in fields:
            hint = "Write what it is: `kind: place-date`, `approval` or `signature`."
            item.problem("missing", "`kind:` is missing", hint)
        if fields and not text:
            hint = f"Write its text in each language: `{self.languages[0]}: …`."
            item.problem("empty", "this part has no text", hint)
        kind = fields["kind"].identifier("a kind", "value") if "kind" in fields else ""
        return WorkingPart(kind, text, item.location)

    def _text(self, fields: Mapping[str, Field]) -> Localized:
        return {code: fields[code].prose() for code in self.languages if code in fields}

    def _body(self, field: Field | None) -> tuple[WorkingClause, ...]:
        if field is not None and not field.node.value and not field.is_missing:
            field.problem("empty", "the policy has no clauses", REQUIRED["clauses"])
        return self._clauses(field)

    def _clauses(self, field: Field | None, level: int = 1) -> tuple[WorkingClause, ...]:
        if field is None:
            return ()
        if level > MAX_LEVELS:
            hint = f"Use at most {MAX_LEVELS} levels of clauses; people cannot read more."
            field.problem("depth", "these clauses are nested too deep", hint)
            return ()
        return tuple(self._clause(item, level) for item in field.items())

    def _clause(self, item: Field, level: int) -> WorkingClause:
        identity = self._clause_id(item)
        fields = item.inside(identity).mapping((*CLAUSE_KEYS, *self.languages))
        return WorkingClause(
            id=identity,
            marker=fields["marker"].choice(Marker) if "marker" in fields else None,
            number=fields["number"].labels(self.languages) if "number" in fields else {},
            title=fields["title"].lines(self.languages) if "title" in fields else {},
            text=self._text(fields),
            clauses=self._clauses(fields.get("clauses"), level + 1),
            closing=fields["closing"].localized(self.languages) if "closing" in fields else {},
            term=fields["term"].shared(self.languages) if "term" in fields else {},
            repealed="repealed" in fields and fields["repealed"].truth(),
            covers=read_covers(fields.get("covers")),
            synced=read_synced(fields.get("synced"), self.languages),
            exemptions=read_exemptions(fields.get("except"), self.folder, identity),
            location=item.location.in_clause(identity),
        )

    def _clause_id(self, item: Field) -> str:
        """The id of a clause; read before the rest, so that all its problems name it."""
        value = item.value_of("id", (*CLAUSE_KEYS, *self.languages))
        if value is not None:
            field = Field(value, item.document, item.report)
            text = field.identifier("the id of a clause", "clause-id")
            return text.lower() if POLICY_ID.fullmatch(text.lower()) else text
        if item.is_mapping and item.node.value:
            hint = "Give it one that stays for ever, such as `id: scope`."
            item.problem("missing", "the clause has no `id:`", hint)
        return ""
