"""The JSON Schema (2020-12) of the sources, with which editors complete and mark mistakes.

It says what a schema can say; `inforce check` knows the rest. A scalar may be a number or a truth
for an editor, as YAML reads `number: 4` so; for this program it is the text that is typed.
"""

from collections.abc import Mapping
from typing import Any

from inforce.model import Marker, Status
from inforce.source.edition import CHANGES, CLOCK, NUMBER, ON_POSTING
from inforce.source.exemptions import SEVERITIES
from inforce.source.fields import MAX_LABEL
from inforce.source.languages import LANGUAGES
from inforce.source.policy import ALIAS, REQUIRED
from inforce.source.site import FACT, MAX_URL, URL
from inforce.source.site import REQUIRED as SITE_REQUIRED

Schema = Mapping[str, Any]

DAY = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"
# At most as many days as `site.py` allows: 365.
NOTICE = "^([0-9]{1,2}|[0-2][0-9]{2}|3[0-5][0-9]|36[0-5]) days?$"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

# The words of docs/sources.md, and of docs/publishing.md for an edition.
POLICY = {
    "policy": "the id of the policy, the same as its folder",
    "kind": "what the document is, in small Latin letters: privacy-policy, terms-of-use, consent",
    "profile": "which list of contents the law asks of it: kz-policy, kz-consent",
    "title": "the title in each language",
    "languages": "what each language weighs",
    "prevails": "which text decides where they differ: a language, equal, or nothing if it is left "
    "out",
    "fallback": "which text stands in where one is missing; if left out, the prevailing or the "
    "first one",
    "aliases": "other paths that lead here, in every language: /policy/",
    "numbering": "continuous counts the clauses through the sections, see numbers",
    "edition": "that the text is to be published, and when: see publishing.md",
    **dict.fromkeys(
        ("preface", "conclusions"),
        "parts before and after the text: place and date, an approval, signatures; each has a kind",
    ),
    **dict.fromkeys(("preamble", "clauses", "annexes"), "the text itself, in clauses"),
    "except": "checks that are not heeded in this policy, each with a reason",
}  # fmt: skip
CLAUSE = {
    "id": "the clause's name for ever: its address, and what a reference leads to; never used "
    "again for another clause",
    "title": "a heading, where it has one",
    **dict.fromkeys(LANGUAGES, "its text"),
    "clauses": "the clauses below it: points are clauses, not lines of text",
    "closing": "the words after them",
    "marker": "its number",
    "number": "its number",
    "term": "a word that it defines",
    "repealed": "that it is repealed",
    "covers": "which points of the profile it meets: [purposes, term]",
    "synced": "languages that need no change although the others changed: [kk, en]",
    "except": "checks that are not heeded in this clause and below it, each with a reason",
}  # fmt: skip
EDITION = {
    "number": "as it is cited; counted when left out",
    "adopted": "the day of the decision",
    "approved": "the act, where there is one",
    "effective": "a date, a date with time, or: on posting",
    "applies": "who is bound later",
    "change": "substantive, or: correction",
    "summary": "what it changes, as readers should hear it",
    "imported": "where it was published before",
}
SITE = {
    "url": "the address at which the site stands; it cannot change once something is published",
    "languages": "the first one stands at the root of the site",
    "timezone": "where a day begins",
    "notice": "how long before it binds a substantive change is announced",
    "operator": "facts about the operator, quoted in texts as {operator.email}",
    "checks": "how each check is weighed, and what is excepted from it",
}


def policy_schema() -> Schema:
    """The schema of a `policy.yml`."""
    fields = {
        "policy": _ref("id"),
        "kind": _ref("id"),
        "profile": _ref("id"),
        "title": _ref("words"),
        "languages": _languages(),
        "prevails": {"enum": [*LANGUAGES, "equal", "unstated"]},
        "fallback": {"enum": [*LANGUAGES]},
        "aliases": _list({"type": "string", "pattern": _whole(ALIAS.pattern)}, unique=True),
        "numbering": {"enum": ["continuous"]},
        "edition": _edition(),
        "preface": _list(_ref("part")),
        "preamble": _list(_ref("clause")),
        "clauses": _list(_ref("clause"), least=1),
        "conclusions": _list(_ref("part")),
        "annexes": _list(_ref("clause")),
        "except": _ref("exceptions"),
    }
    definitions = {
        "clause": _clause(),
        "part": _part(),
        "exceptions": _list(
            _object({"check": _ref("scalar"), "reason": _ref("scalar")}, ("check", "reason")),
            least=1,
        ),
    }
    return _top("A policy of inforce", fields, POLICY, [*REQUIRED], definitions)


def site_schema() -> Schema:
    """The schema of `site.yml`."""
    fields = {
        "url": {"type": "string", "pattern": _whole(URL.pattern), "maxLength": MAX_URL},
        "languages": _list({"enum": [*LANGUAGES]}, least=1, unique=True),
        "timezone": {"type": "string", "pattern": r"^[A-Za-z]"},
        "notice": {"type": "string", "pattern": NOTICE},
        "operator": _ref("facts"),
        "checks": {"type": "object", "minProperties": 1, "additionalProperties": _setting()},
    }
    facts = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": _whole(FACT.pattern), "not": {"enum": [*LANGUAGES]}},
        "additionalProperties": {"anyOf": [_ref("scalar"), _ref("words"), _ref("facts")]},
    }
    return _top("A site of inforce", fields, SITE, [*SITE_REQUIRED], {"facts": facts})


def _top(
    title: str,
    fields: Schema,
    descriptions: Mapping[str, str],
    required: list[str],
    definitions: Schema,
) -> Schema:
    return {
        "$schema": DIALECT,
        "title": title,
        **_object(fields, required, descriptions),
        "$defs": {**_scalars(), **definitions},
    }


def _scalars() -> Schema:
    scalar = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
    return {
        "scalar": scalar,
        "id": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"},
        "day": {"type": "string", "pattern": f"^{DAY}$"},
        "truth": {"enum": [True, False, "true", "false"]},
        "words": {**_object(dict.fromkeys(LANGUAGES, _ref("scalar"))), "minProperties": 1},
        "shared": {"anyOf": [_ref("scalar"), _ref("words")]},
    }


def _languages() -> Schema:
    status = {"enum": [str(one) for one in Status]}
    known = _object(
        {
            "status": status,
            "pending": _ref("truth"),
            "from": {"enum": [*LANGUAGES]},
            "reviewed": _ref("day"),
        },
        ("status",),
    )
    return {
        **_object({code: {"anyOf": [status, known]} for code in LANGUAGES}),
        "minProperties": 1,
    }


def _edition() -> Schema:
    moment = f"^{DAY}([T ]{CLOCK}(:[0-5][0-9])?(Z|[+-]{CLOCK})?)?$"
    approval = {
        "by": _ref("words"),
        "act": _ref("words"),
        "number": _ref("scalar"),
        "date": _ref("day"),
    }
    fields = {
        "number": {"type": ["string", "number"], "pattern": _whole(NUMBER.pattern)},
        "adopted": _ref("day"),
        "approved": {**_object(approval), "minProperties": 1},
        "effective": {"anyOf": [{"const": ON_POSTING}, {"type": "string", "pattern": moment}]},
        "applies": _list(_object({"to": _ref("scalar"), "from": _ref("day")}, ("to", "from"))),
        "change": {"enum": [*CHANGES]},
        "summary": _ref("words"),
        "imported": _object({"source": _ref("scalar")}, ("source",)),
    }
    return _object(fields, ("effective",), EDITION)


def _clause() -> Schema:
    label = {"type": ["string", "number"], "pattern": r"\S", "maxLength": MAX_LABEL}
    labels = {**_object(dict.fromkeys(LANGUAGES, label)), "minProperties": 1}
    fields = {
        "id": _ref("id"),
        "marker": {"enum": [str(one) for one in Marker]},
        "number": {"anyOf": [label, labels]},
        "title": _ref("words"),
        **dict.fromkeys(LANGUAGES, _ref("scalar")),
        "clauses": _list(_ref("clause")),
        "closing": _ref("words"),
        "term": _ref("shared"),
        "repealed": _ref("truth"),
        "covers": _list(_ref("id"), least=1, unique=True),
        "synced": _list({"enum": [*LANGUAGES]}, least=1, unique=True),
        "except": _ref("exceptions"),
    }
    return _object(fields, ("id",), CLAUSE)


def _part() -> Schema:
    fields = {"kind": _ref("id"), **dict.fromkeys(LANGUAGES, _ref("scalar"))}
    return {**_object(fields, ("kind",)), "minProperties": 2}


def _setting() -> Schema:
    severity = {"enum": [*SEVERITIES]}
    narrowed = dict.fromkeys(("policy", "clause", "edition", "reason"), _ref("scalar"))
    known = dict.fromkeys(("name", "reason"), _ref("scalar"))
    fields = {
        "severity": severity,
        "except": _list(_object(narrowed, ("policy", "reason")), least=1),
        "known": _list(_object(known, ("name", "reason")), least=1),
    }
    return {"anyOf": [severity, {**_object(fields), "minProperties": 1}]}


def _object(
    fields: Schema,
    required: tuple[str, ...] | list[str] = (),
    described: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A mapping of these keys and no others; `described` says what they mean."""
    told = described or {}
    shown = {
        key: {"description": told[key], **field} if key in told else field
        for key, field in fields.items()
    }
    return {
        "type": "object",
        "properties": shown,
        "required": [*required],
        "additionalProperties": False,
    }


def _list(items: Schema, least: int = 0, *, unique: bool = False) -> Schema:
    more = {"uniqueItems": True} if unique else {}
    return {"type": "array", "items": items, "minItems": least, **more}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"
