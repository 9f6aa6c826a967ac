"""How words look that stand on both sides of a comparison: their marks, and where they lead."""

from collections.abc import Sequence
from dataclasses import dataclass

from inforce.compare import Piece
from inforce.compare.blocks import strand_of
from inforce.compare.tokens import Target
from inforce.model import Run


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that look alike: `marks` are `strong`, `emphasis`, `code` or `break`.

    `to` is what they lead to, as sources write it: `https://…`, `#clause`, `policy#clause`.
    """

    words: str
    marks: tuple[str, ...] = ()
    to: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The address and the marks."""
        return (*([self.to] if self.to else []), *self.marks)


@dataclass(frozen=True, slots=True)
class Change:
    """The same words as they looked on each side."""

    old: tuple[Stretch, ...]
    new: tuple[Stretch, ...]


def change(piece: Piece) -> Change | None:
    """How the words of a piece look on each side, where that differs."""
    if piece.old == piece.new or not (piece.old and piece.new):
        return None
    old, new = _stretches(piece.old), _stretches(piece.new)
    apart = len(old) > 1 or len(new) > 1
    same = old == new if apart else old[0].names == new[0].names
    return None if same else Change(old, new)


def named(stretches: Sequence[Stretch]) -> str:
    """The addresses and marks of words: `<https://…> <strong>`; of words without any, nothing."""
    several = len(stretches) > 1
    names = (name for one in stretches for name in one.names or (("plain",) if several else ()))
    return " ".join(f"<{name}>" for name in names)


def _stretches(runs: Sequence[Run]) -> tuple[Stretch, ...]:
    strand = strand_of(tuple(runs))
    return tuple(
        Stretch(words, tuple(sorted(mark.lower() for mark in look.marks)), _to(look.target))
        for words, look in strand.shape(0, len(strand.text))
    )


def _to(target: Target | None) -> str:
    if target is None:
        return ""
    href, policy, clause = target
    return href or policy + (f"#{clause}" if clause else "")
