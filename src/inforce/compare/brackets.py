"""Brackets that a change would cut through: `5 (five` changed before a `)` that stays."""

from collections.abc import Iterable, Iterator, Sequence

_PAIRS = {"(": ")", "[": "]", "«": "»"}
_MIRROR = {**_PAIRS, **{closes: opens for opens, closes in _PAIRS.items()}}
# A bracket that closes after more words than these is left where it is.
MOST_WORDS = 2


def to_close(old: Iterable[str], new: Iterable[str], after: Iterable[str]) -> int:
    """How many of the tokens `after` a change close the brackets that both its sides open."""
    opened = _opened(old)
    if not opened or opened != _opened(new):
        return 0
    words = 0
    for number, key in enumerate(after, 1):
        opened = _opened([key], opened)
        if not opened:
            return number
        words += any(map(str.isalnum, key))
        if words > MOST_WORDS:
            break
    return 0


def mirrored(keys: Sequence[str], place: range) -> Iterator[str]:
    """The tokens from right to left, so that what closes a bracket is what opens it."""
    return (_MIRROR.get(keys[at], keys[at]) for at in reversed(place))


def _opened(keys: Iterable[str], opened: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What closes the brackets that are still open after the tokens, the last one first."""
    for key in keys:
        if key in _PAIRS:
            opened = (_PAIRS[key], *opened)
        elif opened[:1] == (key,):
            opened = opened[1:]
    return opened
