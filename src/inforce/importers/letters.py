"""The order of the letters that number points, in each alphabet that documents use."""

from collections.abc import Sequence

from inforce.resolve.numbering import LATIN, LETTERS

# Authors count with the whole alphabet, or leave out the letters that are easily mistaken.
ORDERS: tuple[Sequence[str], ...] = (
    *LETTERS.values(),
    LATIN,
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "абвгдежзийклмнопрстуфхцчшщыэюя",
    "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіэюя",
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
)


def follows_letter(last: str, letter: str) -> bool:
    """Whether `letter` is the next after `last`, or after nothing the first, in some alphabet."""
    return any(_next(order, last) == letter for order in ORDERS)


def _next(order: Sequence[str], last: str) -> str:
    if not last:
        return order[0]
    position = order.index(last) + 1 if last in order else len(order)
    return order[position] if position < len(order) else ""
