"""The proof that no word of a document was lost and none invented.

The words, numbers and punctuation marks of the file, read without the importer's own
understanding of it, have to be those of the canonical text of the written source, in the same
order. Bullets, dashes between words and the marks of Markdown are not counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from inforce.frozen import canonical_text
from inforce.importers.characters import Raw
from inforce.importers.lines import Format
from inforce.importers.shown import shown, site, words
from inforce.importers.signs import is_rule
from inforce.problems import Problem
from inforce.source import load_policy

MAX_COMPARED = 4_000
CONTEXT = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the source differs from the document: the words there, and those that stand now."""

    line: int
    lost: str
    invented: str

    def __str__(self) -> str:
        stands = f"“{self.invented}” stands now" if self.invented else "nothing stands now"
        return f"line {self.line}: for “{self.lost}” {stands}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of the comparison: how many words and signs were compared, and what differs.

    `problems` are what keeps the written source from being read.
    """

    compared: int = 0
    differences: tuple[Difference, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the source has exactly the words of the document."""
        return not (self.differences or self.problems)


Counted = tuple[str, int]


def prove(
    raws: Sequence[Raw], form: Format, source: str, policy: str, language: str, *, titled: bool
) -> Proof:
    """The proof for the YAML `source` of the document whose lines are `raws`.

    The lines stand in the order of the canonical text, which begins with the title; `titled`
    is false where the title is not the document's.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder, policy, "policy.yml")
        path.parent.mkdir()
        path.write_text(source, "utf-8")
        working, problems = load_policy(Path(folder), policy, site(language))
    if working is None or problems:
        return Proof(problems=problems)
    text, problems = shown(working, language)
    if problems:
        return Proof(problems=problems)
    canonical = canonical_text(text if titled else replace(text, title="")).decode()
    written = words(canonical)
    original = document_words(raws, form)
    return Proof(len(original), tuple(_differences(original, written)))


def document_words(raws: Sequence[Raw], form: Format) -> list[Counted]:
    """The words of a document's lines, each with the number of its line."""
    visible = form.visible("\n".join(raw.text for raw in raws)).split("\n")
    pairs = zip(raws, visible, strict=True)
    return [(word, raw.number) for raw, line in pairs if not is_rule(line) for word in words(line)]


def _differences(original: Sequence[Counted], written: Sequence[str]) -> list[Difference]:
    found = [word for word, _ in original]
    if found == list(written):
        return []
    start = _common(found, written)
    end = _common(found[start:][::-1], written[start:][::-1])
    old, new = found[start : len(found) - end], written[start : len(written) - end]
    last = original[-1][1] if original else 1
    numbers = [line for _, line in original[start:]] + [last]
    if max(len(old), len(new)) > MAX_COMPARED:
        return [Difference(numbers[0], _brief(old), _brief(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Difference(numbers[i1], _brief(old[i1:i2]), _brief(new[j1:j2]))
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    ]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _brief(found: Sequence[str]) -> str:
    text = " ".join(found[:CONTEXT]) + (" …" if len(found) > CONTEXT else "")
    return re.sub(r" (?=[.,;:!?)»])", "", text)
