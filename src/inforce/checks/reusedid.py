"""A clause that says something else altogether than what was published under its id.

The id is the clause's name for ever: addresses, references and comparisons follow it. Another rule
is another clause with an id of its own, and the one that was published leaves as repealed. A clause
that is rewritten keeps some of its words; one that shares none with the last edition, in any
language, is told.

Before:

    edition: {number: 1, effective: 2026-08-02}
    clauses:
    - {id: fax, ru: Заявление направляется оператору по факсу в рабочие часы.}

Fails:

    edition: {number: 2, effective: 2026-10-01, summary: {ru: Новое правило.}}
    clauses:
    - {id: fax, ru: Персональные данные хранятся три года после последнего заказа.}

Passes:

    edition: {number: 2, effective: 2026-10-01, summary: {ru: Новое правило.}}
    clauses:
    - {id: fax, repealed: true}
    - {id: storage, ru: Персональные данные хранятся три года после последнего заказа.}
"""

import re
from collections.abc import Iterator, Mapping

from inforce.archive import EditionRecord
from inforce.archive.identity import identify
from inforce.checks.context import Context
from inforce.checks.shown import shown_alone
from inforce.model import Clause, Text
from inforce.problems import Problem

ID = "reused-id"
SEVERITY = "warning"

WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5  # letters that stay when a word is declined
FEWEST = 5  # words; shorter texts share too few by themselves


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such clause of an edition that is not published yet."""
    edition, before = context.policy.edition, _last(context)
    if before is None or (edition and identify(edition, context.record)):
        return
    held = {code: before.texts[code][-1].text for code in context.texts if before.texts.get(code)}
    pairs = [(_clauses(context.texts[code]), _clauses(text)) for code, text in held.items()]
    for clause in context.policy.walk():
        texts = [(now[clause.id], then[clause.id]) for now, then in pairs
                 if clause.id in now and clause.id in then]  # fmt: skip
        if texts and all(_differ(now, then) for now, then in texts):
            message = f"this is not what `{clause.id}` said in edition {before.edition.id}"
            hint = f"Give it an id of its own, and keep `- id: {clause.id}` with `repealed: true`."
            yield Problem(clause.location, ID, message, hint, SEVERITY)


def _last(context: Context) -> EditionRecord | None:
    records = context.record.editions if context.record else ()
    return next((one for one in reversed(records) if one.withdrawn is None), None)


def _clauses(text: Text) -> Mapping[str, Clause]:
    return {one.id: one for one in text.walk() if not one.repealed}


def _differ(now: Clause, then: Clause) -> bool:
    """Whether two clauses have enough words, and none in common."""
    here, there = _stems(now), _stems(then)
    return min(len(here), len(there)) >= FEWEST and not here & there


def _stems(clause: Clause) -> set[str]:
    return {word[:STEM] for word in WORD.findall(shown_alone(clause).casefold())}
