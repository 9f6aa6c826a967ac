"""The working text as the checks of its words read it: what is no prose is out of the way."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from inforce.model import Localized, Source, WorkingClause, WorkingPolicy

# Stands for each character that is no prose: code, addresses, facts, the marks of a link.
GONE = "\ue001"
# The ends of host names that are met in policies; `.рф` and `.қаз` are Cyrillic.
TOP = (
    r"(?:kz|ru|com|org|net|info|io|biz|by|uz|kg|ua|eu|asia|uk|us|de|cn|tr|app|dev|ai|me|tv|shop"
    r"|store|online|site|pro|tech|cloud|example|test|рф|қаз)"
)
EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W_]{2,63}"
HOST = (
    rf"(?<![\w.@/-])(?:[\w-]{{1,63}}\.){{1,8}}{TOP}(?!\w|-[A-Za-z0-9]|\.\w)(?:[/?#][^\s<>«»“”\"]*)?"
)
URL = r"\bhttps?://[^\s<>«»“”\"]*"
NO_PROSE = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`)[^`]+(?<!`)(?P=ticks)(?!`))"
    r"|<(?:https?://|mailto:|tel:)[^<>\s]*>|<[^<>\s@]{1,64}@[^<>\s]{1,200}>"
    r"|(?P<target>\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\))"
    r"|\{[a-z][a-z0-9_.]{0,60}\}"
    rf"|{URL}|{EMAIL}|{HOST}"
)
SIGNS_AT_THE_END = ".,;:!?)*"
OPENING = re.compile(r"\[(?=[^\[\]]*" + GONE + ")")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in one language: `unit` is the same for the texts that say the same.

    `shown` has the length of the source, with `GONE` where there is no prose. `clause` is empty
    outside the clauses; `annex` says whether the clause is in an annex.
    """

    source: Source
    language: str
    unit: str
    shown: str
    clause: str = ""
    kind: str = "text"
    annex: bool = False


def passages(policy: WorkingPolicy) -> Iterator[Passage]:
    """Every text of the policy in every language, in reading order; `kind` says what it is."""
    yield from _passages("title", "title", policy.title)
    if policy.edition:
        yield from _passages("summary", "summary", policy.edition.summary)
    for count, part in enumerate((*policy.preface, *policy.conclusions)):
        yield from _passages(f"part {count}", "part", part.text)
    for clause in (*policy.preamble, *policy.clauses):
        yield from _clause(clause, annex=False)
    for clause in policy.annexes:
        yield from _clause(clause, annex=True)


def by_unit(found: tuple[Passage, ...]) -> Mapping[str, Mapping[str, tuple[Passage, ...]]]:
    """The passages that say the same, by language."""
    units: dict[str, dict[str, tuple[Passage, ...]]] = {}
    for one in found:
        texts = units.setdefault(one.unit, {})
        texts[one.language] = (*texts.get(one.language, ()), one)
    return units


def prose_of(text: str) -> str:
    """`text` with `GONE` for each character that is code, an address, a fact or part of a link."""
    masked = NO_PROSE.sub(_gone, text)
    if "](" in text:
        masked = OPENING.sub(GONE, masked)
    return masked


def _gone(match: re.Match[str]) -> str:
    written = match[0]
    kept = len(written)
    if not (match["code"] or match["target"]) and written[0] not in "<{":
        kept = len(written.rstrip(SIGNS_AT_THE_END))
    return GONE * kept + written[kept:]


def _clause(clause: WorkingClause, *, annex: bool) -> Iterator[Passage]:
    for one in clause.walk():
        for kind, words in (("title", one.title), ("text", one.text), ("closing", one.closing)):
            for found in _passages(f"clause {one.id}", kind, words):
                yield replace(found, clause=one.id, annex=annex)


def _passages(unit: str, kind: str, words: Localized) -> Iterator[Passage]:
    for code, source in words.items():
        if code:
            yield Passage(source, code, unit, prose_of(source.text), kind=kind)
