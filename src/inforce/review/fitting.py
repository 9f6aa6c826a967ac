"""Keeping a review as short as a comment may be: parts are left out, and none is cut inside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cuttable:
    """Something that may be shown in part: its beginning, its parts, its end.

    `rank` says what is kept first: the lower, the sooner. `open` shows it unfolded.
    """

    title: str
    parts: tuple[str, ...]
    rank: int
    open: bool = False

    def written(self, count: int, whole: str) -> str:
        """The first `count` parts, and how many are left out; `whole` says where they are."""
        rest = len(self.parts) - count
        more = f"_Left out here: {rest} of {len(self.parts)} changed parts. {whole}_\n\n"
        start = f"<details{' open' if self.open else ''}><summary>{self.title}</summary>\n\n"
        shown = "".join(f"{part}\n\n" for part in self.parts[:count])
        return f"{start}{shown}{more if rest else ''}</details>\n"


Piece = str | Cuttable


def fitted(pieces: Sequence[Piece], limit: int, whole: str) -> str:
    """The pieces one below the other; of those that can be cut, as many parts as have room.

    The result is longer than `limit` only where what cannot be cut is.
    """
    cuttable = {at: one for at, one in enumerate(pieces) if isinstance(one, Cuttable)}
    fixed = sum(len(one) + 1 for one in pieces if isinstance(one, str))
    least = {at: len(one.written(0, "")) + len(whole) + 1 for at, one in cuttable.items()}
    room = limit - fixed - sum(least.values())
    counts: dict[int, int] = {}
    for at, one in sorted(cuttable.items(), key=lambda item: item[1].rank):
        counts[at], used = _taken(one.parts, room)
        room -= used
    written = [
        one if isinstance(one, str) else one.written(counts[at], whole)
        for at, one in enumerate(pieces)
    ]
    return "\n".join(written)


def _taken(parts: Iterable[str], room: int) -> tuple[int, int]:
    """How many parts have room, and how much they take."""
    count = used = 0
    for part in parts:
        if used + len(part) + 2 > room:
            break
        count, used = count + 1, used + len(part) + 2
    return count, used
