"""The words of two runs compared: which stand on both sides, as people would mark them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inforce.compare.alignment import Stretch, same
from inforce.compare.brackets import mirrored, to_close
from inforce.compare.changes import Piece, Pieces, Runs
from inforce.compare.letters import Letters, is_dull
from inforce.compare.tokens import SPACE, Strand

# So few words hold no two changes apart where they are short beside what changes.
FEW_WORDS = 2
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
        self.old = Letters(old.keys)
        self.new = Letters(new.keys)

    def letters(self, span: _Span) -> tuple[int, int]:
        """How many letters a span has on each side."""
        return self.old.count(span.old), self.new.count(span.new)


def compare_strands(old: Strand, new: Strand) -> Pieces:
    """The pieces of two runs: whole words, and no equal word too small to hold changes apart."""
    sides = _Sides(old, new)
    spans = _cleaned(_spans(old, new), sides)
    if _little_stays(spans, sides):
        spans = [_Span(False, range(len(old.keys)), range(len(new.keys)))]
    return tuple(
        piece
        for span in _unbroken(_slid(spans, sides), sides)
        for piece in _pieces(span, old, new)
        if piece.old or piece.new
    )


def _spans(old: Strand, new: Strand) -> list[_Span]:
    """Equal and changed spans in turn."""
    end = (len(old.keys), len(new.keys))
    spans: list[_Span] = []
    i = j = 0
    start = (0, 0)
    for begin, other, size in [*_staying(old, new), (*end, 0)]:
        if (begin, other) != (i, j) or (begin, other) == end:
            spans.append(_Span(True, range(start[0], i), range(start[1], j)))
            spans.append(_Span(False, range(i, begin), range(j, other)))
            start = (begin, other)
        i, j = begin + size, other + size
    return [span for span in spans if span.old or span.new]


def _staying(old: Strand, new: Strand) -> Iterator[Stretch]:
    """The tokens that stay. Words are matched, and the spaces beside them follow."""
    keys, others = old.keys, new.keys
    i = j = 0
    for begin, other, size in [*_words(old, new), (len(keys), len(others), 0)]:
        if i < begin and j < other and keys[i] == others[j] == SPACE:
            yield i, j, 1
            i, j = i + 1, j + 1
        if i < begin and j < other and keys[begin - 1] == others[other - 1] == SPACE:
            yield begin - 1, other - 1, 1
        if size:
            yield begin, other, size
        i, j = begin + size, other + size


def _words(old: Strand, new: Strand) -> Iterator[Stretch]:
    """The words that stay, with the spaces between them where these are the same."""
    for i, j, size in same(old.words, new.words, is_dull):
        places, others = old.words_at[i : i + size], new.words_at[j : j + size]
        begin, other, length = places[0], others[0], places[-1] + 1 - places[0]
        if old.keys[begin : begin + length] == new.keys[other : other + length]:
            yield begin, other, length
        else:
            yield from ((at, there, 1) for at, there in zip(places, others, strict=True))


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
    said = sides.old.weight(span.old)
    if not said:
        return True
    both_replaced = deleted and inserted and deleted_then and inserted_then
    if not both_replaced or said > min(map(max, around)) / 2:
        return False
    return sum(not is_dull(sides.old.keys[at]) for at in span.old) <= FEW_WORDS


def _joined(one: _Span, other: _Span) -> _Span:
    return _Span(False, range(one.old.start, other.old.stop), range(one.new.start, other.new.stop))


def _little_stays(spans: list[_Span], sides: _Sides) -> bool:
    """Whether what is equal is too little to call one text the other one, changed.

    What is equal before and after a single change parts nothing, however short it is.
    """
    if sum(not span.equal for span in spans) < MANY_CHANGES:
        return False
    kept = sum(sides.old.weight(span.old) for span in spans if span.equal)
    changed = [sides.letters(span) for span in spans if not span.equal]
    if not (any(deleted for deleted, _ in changed) and any(added for _, added in changed)):
        return False
    shorter = min(side.weight(range(len(side.keys))) for side in (sides.old, sides.new))
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
        keys = sides.old.keys if span.old else sides.new.keys
        shift = _shift(span.old or span.new, keys, before, after)
        if shift:
            spans[number - 1] = _moved(before, 0, shift)
            spans[number] = _moved(span, shift, shift)
            spans[number + 1] = _moved(after, shift, 0)
    return [span for span in spans if span.old or span.new]


def _unbroken(spans: list[_Span], sides: _Sides) -> list[_Span]:
    """The spans, with the brackets that a change cuts through on both sides wholly in it."""
    kept: list[_Span] = []
    for span in spans:
        if kept:
            by = _cut_through(kept[-1], span, sides)
            kept[-1], span = _moved(kept[-1], 0, by), _moved(span, by, 0)
            if not kept[-1].old and not kept[-1].new:
                kept.pop()
        if kept and not kept[-1].equal and not span.equal:
            kept[-1] = _joined(kept[-1], span)
        elif span.old or span.new:
            kept.append(span)
    return kept


def _cut_through(before: _Span, after: _Span, sides: _Sides) -> int:
    """By how many tokens the place between two spans is to move."""
    old, new = sides.old.keys, sides.new.keys
    if before.equal == after.equal:
        return 0
    if after.equal:
        changed = (old[before.old.start : before.old.stop], new[before.new.start : before.new.stop])
        return to_close(*changed, (old[at] for at in after.old))
    turned = (mirrored(old, after.old), mirrored(new, after.new))
    return -to_close(*turned, mirrored(old, before.old))


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
    return 1 if is_dull(keys[place]) or is_dull(keys[place - 1]) else 0


def _pieces(span: _Span, old: Strand, new: Strand) -> Iterator[Piece]:
    if not span.equal:
        yield Piece(old=_cut(old, span.old))
        yield Piece(new=_cut(new, span.new))
        return
    if _look_alike(old, new, span.old, span.new):
        yield Piece(_cut(old, span.old), _cut(new, span.new))
        return
    looks = [
        _look_alike(old, new, range(i, i + 1), range(j, j + 1))
        for i, j in zip(span.old, span.new, strict=True)
    ]
    begin = 0
    for place in range(1, len(looks) + 1):
        if place == len(looks) or looks[place] != looks[begin]:
            yield Piece(_cut(old, span.old[begin:place]), _cut(new, span.new[begin:place]))
            begin = place


def _look_alike(old: Strand, new: Strand, place: range, other: range) -> bool:
    """Whether equal tokens look alike and lead to the same place."""
    one, another = _stretch(old, place), _stretch(new, other)
    if old.is_plain and new.is_plain:
        return old.text[slice(*one)] == new.text[slice(*another)]
    return old.shape(*one) == new.shape(*another)


def _cut(strand: Strand, place: range) -> Runs:
    if not place:
        return ()
    return strand.cut(*_stretch(strand, place))


def _stretch(strand: Strand, place: range) -> tuple[int, int]:
    return strand.places[place.start], strand.places[place.stop]
