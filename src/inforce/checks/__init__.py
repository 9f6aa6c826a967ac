"""One file a check: its docstring is its documentation, `ID` its name, `check` its work.

To add one, write the file and name it in `_FILES`. `SEVERITY` is what its problems are where
`content/site.yml` does not say otherwise.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import cast

from inforce.checks.context import Context
from inforce.checks.rules import SETTABLE_REQUIREMENTS, Check, Rule, requirements, rule_of
from inforce.checks.settings import OFF, Settings
from inforce.problems import Problem

__all__ = [
    "CHECKS",
    "OFF",
    "SETTABLE",
    "Check",
    "Context",
    "Rule",
    "Settings",
    "rules",
    "run",
]

_FILES = (
    "contents",
    "currentaddress",
    "deadreference",
    "figuresdiffer",
    "foreignaddress",
    "foreigncompany",
    "foreignlaw",
    "html",
    "languages",
    "lawcitation",
    "linksdiffer",
    "listlike",
    "lostsign",
    "markup",
    "mixedletters",
    "noaddress",
    "numbergap",
    "placeholder",
    "quotes",
    "repealedreference",
    "reusedid",
    "samenumber",
    "selfreference",
    "spacing",
    "staletranslation",
    "summary",
    "tablelike",
    "termcase",
    "termtwice",
    "termunused",
    "typedreference",
    "wronglanguage",
)

CHECKS: tuple[Check, ...] = tuple(
    cast(Check, import_module(f"inforce.checks.{name}")) for name in _FILES
)

# Those that miss what is not there: they wait until everything in a source is understood.
OF_WHOLE_TEXTS = frozenset(
    {"contents", "reused-id", "same-number", "stale-translation", "summary", "term-unused"}
)

# The ids whose severity and exceptions can be set.
SETTABLE = frozenset({*SETTABLE_REQUIREMENTS, *(check.ID for check in CHECKS)})


def run(context: Context) -> Iterator[Problem]:
    """What all checks find in a policy, with the severities that they have by themselves."""
    for check in CHECKS:
        if context.policy.sound or check.ID not in OF_WHOLE_TEXTS:
            yield from check.check(context)


def rules() -> Mapping[str, Rule]:
    """Everything that `inforce check` may find, by id, in alphabetical order."""
    found = {**requirements(), **{check.ID: rule_of(check) for check in CHECKS}}
    return dict(sorted(found.items()))
