"""The words of two runs compared: which stand on both sides, as people would mark them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inforce.compare.alignment import same
from inforce.compare.changes import Piece, Pieces, Runs
from inforce.compare.tokens import SPACE, Strand

# Words of at most so many letters hold no two changes apart.
SHORT_WORD = 3
# Of the letters of the shorter side at least this share stays, or all of it is another text.
LEAST_KEPT = 0.2
MANY_CHANGES = 2

_ENDS = frozenset(".!?;:…")


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens of both sides from a place up to another; `equal` says that they are the same."""

    equal: bool
    old: range
    new: range


class _Sides:
    """What is compared of the tokens of both sides."""

    def __init__(self, old: Strand, new: Strand) -> None:
        self.old = [token.key for token in old.tokens]
        self.new = [token.key for token in new.tokens]

    def letters(self, span: _Span) -> tuple[int, int]:
        """How many letters a span has on each side."""
        return _letters(self.old, span.old), _letters(self.new, span.new)


def compare_strands(old: Strand, new: Strand) -> Pieces:
    """The pieces of two runs: whole words, and no equal word too small to hold changes apart."""
    sides = _Sides(old, new)
    spans = _cleaned(_spans(sides), sides)
    if _little_stays(spans, sides):
        spans = [_Span(False, range(len(sides.old)), range(len(sides.new)))]
    return tuple(
        piece
        for span in (_slid(spans, sides))
        for piece in _pieces(span, old, new)
        if piece.old or piece.new
    )


def _spans(sides: _Sides) -> list[_Span]:
    """Equal and changed spans in turn."""
    old, new = sides.old, sides.new
    pairs = [*_pairs(old, new), (len(old), len(new))]
    spans: list[_Span] = []
    i = j = 0
    start = (0, 0)
    for pair in pairs:
        if pair != (i, j) or pair == (len(old), len(new)):
            spans.append(_Span(True, range(start[0], i), range(start[1], j)))
            spans.append(_Span(False, range(i, pair[0]), range(j, pair[1])))
            start = pair
        i, j = pair[0] + 1, pair[1] + 1
    return [span for span in spans if span.old or span.new]


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The tokens that stay. Words are matched, and the spaces beside them follow."""
    places, others = ([at for at, key in enumerate(keys) if key != SPACE] for keys in (old, new))
    words = same([old[at] for at in places], [new[at] for at in others], _is_dull)
    pairs: list[tuple[int, int]] = []
    last = (-1, -1)
    for i, j in [*((places[i], others[j]) for i, j in words), (len(old), len(new))]:
        after, before = (last[0] + 1, last[1] + 1), (i - 1, j - 1)
        if after[0] < i and after[1] < j and old[after[0]] == new[after[1]] == SPACE:
            pairs.append(after)
            last = after
        if last[0] < before[0] and last[1] < before[1] and old[i - 1] == new[j - 1] == SPACE:
            pairs.append(before)
        if i < len(old):
            pairs.append((i, j))
        last = (i, j)
    return pairs


def _is_dull(key: object) -> bool:
    """Whether a token is a space or a sign, by which nothing is found again."""
    return isinstance(key, str) and not any(map(str.isalnum, key))


def _letters(keys: Sequence[str], place: range, least: int = 0) -> int:
    lengths = (len(keys[at]) for at in place if not _is_dull(keys[at]))
    return sum(length for length in lengths if length > least)


def _cleaned(spans: list[_Span], sides: _Sides) -> list[_Span]:
    """The spans without equal ones that are too small for what changes around them."""
    kept: list[_Span] = []
    for span, after in zip(spans, [*spans[1:], None], strict=True):
        if kept and after and _parts_nothing(kept[-1], span, after, sides):
            span = _Span(False, span.old, span.new)
        if kept and not kept[-1].equal and not span.equal:
            kept[-1] = _joined(kept[-1], span)
        else:
            kept.append(span)
    return kept


def _parts_nothing(before: _Span, span: _Span, after: _Span, sides: _Sides) -> bool:
    """Whether an equal span is only noise between two changes.

    Between words that are only added, or only removed, every equal word stays.
    """
    if not span.equal or before.equal or after.equal:
        return False
    around = (sides.letters(before), sides.letters(after))
    (deleted, inserted), (deleted_then, inserted_then) = around
    if not (deleted + deleted_then and inserted + inserted_then):
        return False
    said = _letters(sides.old, span.old, SHORT_WORD)
    if not said:
        return True
    both_replaced = deleted and inserted and deleted_then and inserted_then
    few = sum(not _is_dull(sides.old[at]) for at in span.old) <= 2
    return bool(both_replaced and few and said <= min(map(max, around)) / 2)


def _joined(one: _Span, other: _Span) -> _Span:
    return _Span(False, range(one.old.start, other.old.stop), range(one.new.start, other.new.stop))


def _little_stays(spans: list[_Span], sides: _Sides) -> bool:
    """Whether what is equal is too little to call one text the other one, changed.

    What is equal before and after a single change parts nothing, however short it is.
    """
    if sum(not span.equal for span in spans) < MANY_CHANGES:
        return False
    kept = sum(_letters(sides.old, span.old, SHORT_WORD) for span in spans if span.equal)
    changed = [sides.letters(span) for span in spans if not span.equal]
    if not (any(deleted for deleted, _ in changed) and any(added for _, added in changed)):
        return False
    shorter = min(_letters(keys, range(len(keys)), SHORT_WORD) for keys in (sides.old, sides.new))
    return kept < LEAST_KEPT * shorter


def _slid(spans: list[_Span], sides: _Sides) -> list[_Span]:
    """The spans, with what is only added or removed placed where a sentence or a word begins.

    `a b` in `x a b a b y` may be the first or the second; neither is wrong, but one reads better.
    """
    spans = list(spans)
    for number in range(1, len(spans) - 1):
        before, span, after = spans[number - 1 : number + 2]
        if span.equal or (span.old and span.new):
            continue
        if not (before.equal and after.equal):
            continue
        shift = _shift(span.old or span.new, sides.old if span.old else sides.new, before, after)
        if shift:
            spans[number - 1] = _moved(before, 0, shift)
            spans[number] = _moved(span, shift, shift)
            spans[number + 1] = _moved(after, shift, 0)
    return [span for span in spans if span.old or span.new]


def _moved(span: _Span, start: int, stop: int) -> _Span:
    return _Span(
        span.equal,
        range(span.old.start + start, span.old.stop + stop),
        range(span.new.start + start, span.new.stop + stop),
    )


def _shift(place: range, keys: Sequence[str], before: _Span, after: _Span) -> int:
    """By how many tokens a change is best moved; its words stay the same."""
    first, last = place.start, place.stop
    lowest = highest = 0
    while -lowest < len(before.old) and keys[first + lowest - 1] == keys[last + lowest - 1]:
        lowest -= 1
    while highest < len(after.old) and keys[first + highest] == keys[last + highest]:
        highest += 1
    return max(
        range(lowest, highest + 1),
        key=lambda by: (_edge(keys, first + by) + _edge(keys, last + by), by),
    )


def _edge(keys: Sequence[str], place: int) -> int:
    """How well a change begins or ends before the token at a place."""
    if place in (0, len(keys)):
        return 5
    if keys[place - 1] == SPACE:
        return 4 if place > 1 and keys[place - 2] in _ENDS else 3
    return 1 if _is_dull(keys[place]) or _is_dull(keys[place - 1]) else 0


def _pieces(span: _Span, old: Strand, new: Strand) -> Iterator[Piece]:
    if not span.equal:
        yield Piece(old=_cut(old, span.old))
        yield Piece(new=_cut(new, span.new))
        return
    looks = [_look_alike(old, new, *pair) for pair in zip(span.old, span.new, strict=True)]
    begin = 0
    for place in range(1, len(looks) + 1):
        if place == len(looks) or looks[place] != looks[begin]:
            yield Piece(_cut(old, span.old[begin:place]), _cut(new, span.new[begin:place]))
            begin = place


def _look_alike(old: Strand, new: Strand, i: int, j: int) -> bool:
    """Whether two equal tokens look alike and lead to the same place."""
    one, other = old.tokens[i], new.tokens[j]
    if old.is_plain and new.is_plain:
        return old.text[one.start : one.end] == new.text[other.start : other.end]
    return old.shape(one.start, one.end) == new.shape(other.start, other.end)


def _cut(strand: Strand, place: range) -> Runs:
    if not place:
        return ()
    return strand.cut(strand.tokens[place.start].start, strand.tokens[place.stop - 1].end)
