"""A text that stayed as it was although the text that it follows changed.

The words of each clause are compared with those of the edition that this one comes after. A
translation follows the language that it is made `from:`, any other text the prevailing one, and
where none prevails, each authentic text the others. Emphasis, punctuation and the numbers of
references are no words. Where the words still say the same, `synced: [kk, en]` beside the clause
says that somebody looked; when that is published, it may go.

Before:

    languages: {ru: authentic, kk: authentic}
    prevails: ru
    edition: {number: 1, effective: 2026-08-02}
    clauses:
    - id: term
      ru: Данные хранятся один год.
      kk: Деректер бір жыл сақталады.

Fails:

    languages: {ru: authentic, kk: authentic}
    prevails: ru
    clauses:
    - id: term
      ru: Данные хранятся два года.
      kk: Деректер бір жыл сақталады.

Passes:

    languages: {ru: authentic, kk: authentic}
    prevails: ru
    clauses:
    - id: term
      synced: [kk]
      ru: Данные хранятся в течение одного года.
      kk: Деректер бір жыл сақталады.
"""

import re
from collections.abc import Iterator, Mapping

from inforce.archive import EditionRecord
from inforce.checks.context import Context
from inforce.model import (
    Block,
    Break,
    Clause,
    Code,
    Link,
    Location,
    Paragraph,
    Run,
    Status,
    Text,
    Words,
    WorkingClause,
)
from inforce.problems import Problem

ID = "stale-translation"
SEVERITY = "error"

WORD = re.compile(r"\w+|[%₸$€№§]")
NAMES = {"ru": "Russian", "kk": "Kazakh", "en": "English"}

Clauses = Mapping[str, Clause]


def check(context: Context) -> Iterator[Problem]:
    """An error for each such text, and a note for each `synced:` that excepts nothing."""
    before = _before(context)
    earlier = _latest(before) if before else {}
    clauses = () if before is None and not _is_synced(context) else tuple(context.policy.walk())
    for clause, stale in _lagging(context, earlier, clauses):
        synced = {source.text for source in clause.synced}
        for code, followed in stale.items():
            if code not in synced and before:
                yield _problem(clause, code, followed, before)
        for source in clause.synced:
            if source.text not in stale:
                yield _needless(source.text, source.location)


def behind(
    context: Context, earlier: Mapping[str, Text]
) -> Iterator[tuple[WorkingClause, str, str]]:
    """Each clause whose words in a language did not follow since the `earlier` texts.

    With that language and the one that it follows; what is `synced:` is left out.
    """
    for clause, stale in _lagging(context, earlier, tuple(context.policy.walk())):
        synced = {source.text for source in clause.synced}
        yield from ((clause, code, one) for code, one in stale.items() if code not in synced)


def _lagging(
    context: Context, earlier: Mapping[str, Text], clauses: tuple[WorkingClause, ...]
) -> Iterator[tuple[WorkingClause, Mapping[str, str]]]:
    """The clauses with the languages that did not follow, and what each of them follows."""
    texts = _texts(context, earlier) if clauses else {}
    for clause in clauses:
        changed = {code for code, pair in texts.items() if _is_changed(clause.id, *pair)}
        yield clause, {} if clause.repealed else _stale(context, clause, changed, texts)


def _latest(edition: EditionRecord) -> Mapping[str, Text]:
    return {code: revisions[-1].text for code, revisions in edition.texts.items() if revisions}


def _is_synced(context: Context) -> bool:
    return any(clause.synced for clause in context.policy.walk())


def _before(context: Context) -> EditionRecord | None:
    """The published edition that this text comes after, or that it is."""
    if context.record is None:
        return None
    declared = context.policy.edition
    instant = declared.effective.instant if declared else None
    standing = [
        one
        for one in context.record.editions
        if one.withdrawn is None and (instant is None or one.edition.effective <= instant)
    ]
    return standing[-1] if standing else None


def _texts(context: Context, earlier: Mapping[str, Text]) -> Mapping[str, tuple[Clauses, Clauses]]:
    """The clauses now and then, by language, of the texts that were there then."""
    return {
        code: (
            {clause.id: clause for clause in text.walk()},
            {clause.id: clause for clause in earlier[code].walk()},
        )
        for code, text in context.texts.items()
        if code in earlier
    }


def _is_changed(identity: str, now: Clauses, then: Clauses) -> bool:
    if identity not in now or identity not in then:
        return False
    return _words(now[identity]) != _words(then[identity])


def _stale(
    context: Context,
    clause: WorkingClause,
    changed: set[str],
    texts: Mapping[str, tuple[Clauses, Clauses]],
) -> dict[str, str]:
    """The languages that did not follow, each with the one that it follows."""
    found = {}
    for code, (now, then) in texts.items():
        if code in changed or clause.id not in now or clause.id not in then:
            continue
        followed = [one for one in _followed(context, code) if one in changed]
        if followed:
            found[code] = followed[0]
    return found


def _followed(context: Context, code: str) -> tuple[str, ...]:
    """The languages that a text follows."""
    languages, prevails = context.policy.languages, context.policy.prevails
    status = languages[code]
    if status.source:
        return (status.source,)
    if prevails in languages:
        return (prevails,) if prevails != code else ()
    return tuple(
        one
        for one, other in languages.items()
        if one != code and other.status == Status.AUTHENTIC and not other.pending
    )


def _problem(clause: WorkingClause, code: str, followed: str, before: EditionRecord) -> Problem:
    places = (words[code].location for words in (clause.text, clause.title) if code in words)
    return Problem(
        next(places, clause.location),
        ID,
        f"the {NAMES[followed]} words changed since the edition {before.edition.id}, these did not "
        f"[{code}]",
        f"Change them too, or write `synced: [{code}]` beside the clause if they still say the "
        "same.",
        SEVERITY,
    )


def _needless(code: str, place: Location) -> Problem:
    message = f"`synced:` names `{code}`, but no change waits for these words"
    return Problem(place, ID, message, "It was for an earlier edition: take it away.", "note")


def _words(clause: Clause) -> list[str]:
    runs = (*clause.title, *_runs((*clause.blocks, *clause.closing)))
    return WORD.findall(" ".join(_plain(run) for run in runs))


def _runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.runs
        else:
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from cell


def _plain(run: Run) -> str:
    """The words of a run; a reference is its target, since its number follows from the place."""
    match run:
        case Words(text) | Code(text):
            return text
        case Break():
            return " "
        case Link(policy=policy, clause=clause) if policy or clause:
            return f" {policy} {clause} "
        case _:
            return "".join(_plain(inner) for inner in run.runs)
