"""Two texts compared word by word: where they first part, and with what words around."""

from collections.abc import Sequence
from dataclasses import dataclass

_BEFORE, _SHOWN = 6, 8


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where a page does not read as it should.

    `index` counts the words that agree before it; `before` ends with the last of them; `recorded`
    and `shown` begin with the first that do not (empty at the end of a text).
    """

    index: int
    before: str
    recorded: str
    shown: str

    def __str__(self) -> str:
        place = f"after “{self.before}” " if self.before else "at the start "
        if not self.shown:
            return f"{place}the page ends where the recorded text goes on: “{self.recorded}”"
        if not self.recorded:
            return f"{place}the recorded text ends, but the page goes on: “{self.shown}”"
        return f"{place}the page reads “{self.shown}”, but the recorded text is “{self.recorded}”"


def first_difference(recorded: Sequence[str], shown: Sequence[str]) -> Difference | None:
    """Where two sequences of words first part; None where they are the same."""
    if recorded == shown:
        return None
    index = next(
        (at for at, (one, other) in enumerate(zip(recorded, shown, strict=False)) if one != other),
        min(len(recorded), len(shown)),
    )
    return Difference(
        index,
        _excerpt(recorded[max(0, index - _BEFORE) : index], index > _BEFORE, False),
        _excerpt(recorded[index : index + _SHOWN], False, len(recorded) > index + _SHOWN),
        _excerpt(shown[index : index + _SHOWN], False, len(shown) > index + _SHOWN),
    )


def _excerpt(words: Sequence[str], cut_before: bool, cut_after: bool) -> str:
    return ("… " if cut_before else "") + " ".join(words) + (" …" if cut_after else "")
