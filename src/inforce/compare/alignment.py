"""Which things of two sequences belong together.

Every function here gives the mirror image for the mirrored question: which of the two sequences
comes first is settled before it is looked at.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int]
# Things of both sides that are equal one after the other: where they begin, and how many.
Stretch = tuple[int, int, int]
Likeness = Callable[[int, int], float]

# Beyond this many comparisons, what stands between two equal things is paired in its order.
MOST_COMPARED = 4000
# Sequences whose lengths multiply to more than this are first cut at what is unique in them; where
# nothing is, they have too little in common to be worth the time.
MOST_MATCHED = 40_000


def same(
    old: Sequence[object], new: Sequence[object], dull: Callable[[object], bool] | None = None
) -> list[Stretch]:
    """The equal things, both ascending; no match begins with a `dull` thing."""
    if _turned(old, new):
        return [(i, j, size) for j, i, size in same(new, old, dull)]
    return [stretch for stretch in _same(old, new, dull) if stretch[2]]


def _same(
    old: Sequence[object], new: Sequence[object], dull: Callable[[object], bool] | None
) -> list[Stretch]:
    """Beginning and end are taken first, since most texts change in few places."""
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    inner = _middle(old[head : len(old) - tail], new[head : len(new) - tail], dull)
    return [
        (0, 0, head),
        *((head + i, head + j, size) for i, j, size in inner),
        (len(old) - tail, len(new) - tail, tail),
    ]


def _middle(
    old: Sequence[object], new: Sequence[object], dull: Callable[[object], bool] | None
) -> list[Stretch]:
    """As `_same`; what is long is cut at things that occur once on each side (patience diff)."""
    if not old or not new:
        return []
    if len(old) * len(new) <= MOST_MATCHED:
        matcher = SequenceMatcher(dull, old, new, autojunk=False)
        return [(i, j, size) for i, j, size in matcher.get_matching_blocks()]
    found: list[Stretch] = []
    done = (0, 0)
    anchors = _anchors(old, new, dull)
    for i, j in [*anchors, (len(old), len(new))] if anchors else []:
        inner = _same(old[done[0] : i], new[done[1] : j], dull)
        found += [(done[0] + one, done[1] + other, size) for one, other, size in inner]
        if i < len(old):
            found.append((i, j, 1))
        done = (i + 1, j + 1)
    return found


def _anchors(
    old: Sequence[object], new: Sequence[object], dull: Callable[[object], bool] | None
) -> list[Pair]:
    """The most pairs of things that occur once on each side, both ascending."""
    counts, others = Counter(old), Counter(new)
    places = {one: i for i, one in enumerate(old) if counts[one] == 1 and others[one] == 1}
    found = [
        (places[one], j) for j, one in enumerate(new) if one in places and not (dull and dull(one))
    ]
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (i, _) in enumerate(found):
        at = bisect_left(tops, i)
        before.append(ends[at - 1] if at else -1)
        tops[at:] = [i, *tops[at + 1 :]]
        ends[at:] = [number, *ends[at + 1 :]]
    chain: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def _turned(old: Sequence[object], new: Sequence[object]) -> bool:
    """Whether the two are to be looked at the other way round."""
    if len(old) != len(new):
        return len(old) > len(new)
    return next((repr(a) > repr(b) for a, b in zip(old, new, strict=True) if a != b), False)


def alike(old: Sequence[object], new: Sequence[object], likeness: Likeness) -> list[Pair]:
    """The pairs of equal things and, between those, of things alike, both ascending.

    `likeness(i, j)` is 0 where two things do not belong together; it has to be the same in both
    directions.
    """
    if _turned(old, new):
        return [(i, j) for j, i in alike(new, old, lambda i, j: likeness(j, i))]
    pairs: list[Pair] = []
    done_old = done_new = 0
    for i, j, size in [*same(old, new), (len(old), len(new), 0)]:
        pairs += _closest(range(done_old, i), range(done_new, j), likeness)
        pairs += zip(range(i, i + size), range(j, j + size), strict=True)
        done_old, done_new = i + size, j + size
    return pairs


def _closest(old: range, new: range, likeness: Likeness) -> list[Pair]:
    """The pairs whose likenesses are the most in sum."""
    if len(old) * len(new) > MOST_COMPARED:
        return [(i, j) for i, j in zip(old, new, strict=False) if likeness(i, j)]
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    scores = [[likeness(i, j) for j in new] for i in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + scores[i][j])
    return _path(best, scores, old, new)


def _path(best: list[list[float]], scores: list[list[float]], old: range, new: range) -> list[Pair]:
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def merged(olds: int, news: int, pairs: Sequence[Pair]) -> list[tuple[int | None, int | None]]:
    """The pairs with what stands alone between them: first the old things, then the new ones."""
    order: list[tuple[int | None, int | None]] = []
    i = j = 0
    for pair in (*pairs, (olds, news)):
        order += [(one, None) for one in range(i, pair[0])]
        order += [(None, one) for one in range(j, pair[1])]
        if pair[0] < olds:
            order.append(pair)
        i, j = pair[0] + 1, pair[1] + 1
    return order


def staying(old: Sequence[str], new: Sequence[str], weight: Callable[[str], int]) -> set[str]:
    """The names that keep their order, of two orders of the same names; the others have moved.

    They are as many as can be (a longest increasing subsequence). Of several such sets it is the
    one of the greatest weight; `weight` is asked only where the orders differ.
    """
    if list(old) == list(new):
        return set(old)
    place = {name: number for number, name in enumerate(old)}
    tie = {name: 1 << number for number, name in enumerate(sorted(new))}
    best: list[tuple[int, int, int]] = []
    last: list[int] = []
    for number, name in enumerate(new):
        before = (k for k in range(number) if place[new[k]] < place[name])
        link = max(before, key=lambda k: best[k], default=-1)
        count, weights, ties = best[link] if link >= 0 else (0, 0, 0)
        best.append((count + 1, weights + weight(name), ties + tie[name]))
        last.append(link)
    found = set()
    at = max(range(len(new)), key=lambda k: best[k])
    while at >= 0:
        found.add(new[at])
        at = last[at]
    return found
