"""How much words weigh: their letters, counted once."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

# Words of at most so many letters hold no two changes apart.
SHORT_WORD = 3


class Letters:
    """The tokens of a side, and how many letters any stretch of them has."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys

    @cached_property
    def _letters(self) -> list[int]:
        return list(accumulate(map(_length, self.keys), initial=0))

    @cached_property
    def _weights(self) -> list[int]:
        return list(accumulate(map(_weight, self.keys), initial=0))

    def count(self, place: range) -> int:
        """How many letters the words have."""
        return self._letters[place.stop] - self._letters[place.start]

    def weight(self, place: range) -> int:
        """How many letters those words have that are long enough to hold two changes apart."""
        return self._weights[place.stop] - self._weights[place.start]


def is_dull(key: object) -> bool:
    """Whether a token is a space or a sign, by which nothing is found again."""
    return not _length(str(key))


@lru_cache(maxsize=1 << 14)
def _length(key: str) -> int:
    return len(key) if any(map(str.isalnum, key)) else 0


@lru_cache(maxsize=1 << 14)
def _weight(key: str) -> int:
    return _length(key) if _length(key) > SHORT_WORD else 0
