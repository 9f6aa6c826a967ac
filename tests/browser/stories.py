"""A policy to which everything happens."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from inforce.model import Clause, Link, Paragraph, Part, Text, Words
from tests.built import table
from tests.factory import Factory, clause, paragraph, sample

EDITIONS = tuple(f"2026-0{month}-01" for month in range(2, 8))
WITHDRAWN = EDITIONS[-1]
KAZAKH_ONLY = ("2026-09-01", "2026-10-01")
NOT_IN_ENGLISH = "2026-04-01"

_TERMS = Link((Words("terms"),), policy="terms", clause="scope")
_NOWHERE = Link((Words("rules"),), policy="rules")
_TO_B = Link((Words("1.2"),), clause="b")
_PLAIN = clause("plain", "", "A paragraph without any number that has many words in it.")
_A = clause("a", "1.1.", "The first words, and <b>signs</b> & more. One two three.")
_B = clause("b", "1.2.", paragraph("As in ", _TERMS, ", ", _NOWHERE, "."), "Another paragraph.")
_C = clause("c", "1.3.", paragraph("See clause ", _TO_B, "."), table())


def publish_story(root: Path) -> Factory:
    """A site whose privacy policy has the story in English and Russian, and more in Kazakh."""
    factory = Factory(root)
    for effective, words in (("2026-01-20", ""), ("2026-03-20", "x")):
        terms = sample("en", words, policy="terms")
        factory.publish(effective, [terms], recorded="2026-01-01")
    for effective, text in zip(EDITIONS, story(), strict=True):
        russian = replace(text, language="ru")
        texts = [russian] if effective == NOT_IN_ENGLISH else [text, russian]
        edition = factory.publish(effective, texts, recorded="2026-01-02")
    for effective in KAZAKH_ONLY:
        factory.publish(effective, [sample("kk", effective)], recorded="2026-01-03")
    factory.withdraw(edition, "2026-01-04")
    return factory


def story() -> Iterator[Text]:
    """Clauses that move, leave, come back, are repealed and restored; parts, tables, references."""
    x, y = _section("x", "1.", _A, _B, _C), _section("y", "2.", _PLAIN)
    z = replace(_section("z", "3."), closing=(paragraph("The words after."),))
    first = replace(sample("en", "one"), clauses=(x, y, z), title="Privacy Policy")
    yield first
    other = replace(table(), rows=table().rows[::-1], align=("left",) * 8)
    changed = replace(_C, blocks=(_C.blocks[0], other))
    shorter = replace(_B, number="1.1.", blocks=_B.blocks[:1])
    x = _section("x", "1.", shorter, replace(_A, number="1.2."), changed)
    before = (clause("p", "", "Hm."),)
    yield replace(first, title="Privacy Rules", preamble=before, clauses=(x, z, y))
    gone = replace(clause("b", "2.1.", "Repealed."), repealed=True)
    below = (_section("x", "1.", _A), _section("y", "2.", gone, _PLAIN, _C))
    yield replace(first, clauses=below)
    loose = replace(_A, number="2.", blocks=(paragraph("The first words, <i> new. One three."),))
    yield replace(first, clauses=(_section("y", "1.", _PLAIN, _B), loose), annexes=(z,))
    relinked = replace(_B, blocks=(paragraph("As in ", replace(_TERMS, clause=""), "."),))
    yield replace(
        first,
        clauses=(z, y, _section("x", "3.", _C, relinked, _A)),
        preface=_parts("place-date", "Astana, 1 May", "Almaty"),
        conclusions=_parts("signature", "A. Director"),
    )
    yield replace(
        first,
        preface=_parts("place-date", "Almaty"),
        conclusions=_parts("signature", "B. Director", "A. Director"),
    )


def _section(identity: str, number: str, *below: Clause) -> Clause:
    return replace(clause(identity, number, title=f"Section {identity}"), clauses=below)


def _parts(kind: str, *words: str) -> tuple[Part, ...]:
    return tuple(Part(kind, (Paragraph((Words(one),)),)) for one in words)
