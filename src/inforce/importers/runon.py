"""Clauses, points and bullets that run on inside one paragraph, set apart."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from inforce.importers.blocks import Block
from inforce.importers.joins import CITES
from inforce.importers.labels import DOTTED, Label, Style, read_label
from inforce.importers.letters import follows_letter
from inforce.importers.notes import Notes
from inforce.importers.signs import BULLETS, ending, is_headline

MAX_SKIP = 3
NEAR = 500
STRONG = re.compile(r"\*\*")
NUMBER = re.compile(rf"(?<=\s){DOTTED.pattern}")
BULLET = re.compile(rf"(?:(?<=\s)|^)([{re.escape(BULLETS)}])\s+(?=\S)")
DASH = re.compile(r"(?<=[:;]\s)([-–—])\s+(?=\S)")
POINT = re.compile(r"(?<=\s)(?:\(\d{1,2}\)|\d{1,2}\)|\([^\W\d_]\)|[^\W\d_]\))(?=\s+\S)")
JOINED = re.compile(r"(?:[;,.]|[;,]?\s(?:и|или|либо|and|or|және|немесе))\s*$")

# A cut: where it begins, where the words behind its mark begin, its number, its bullet.
Cut = tuple[int, int, Label | None, str]


def split_blocks(blocks: Iterable[Block], notes: Notes) -> list[Block]:
    """The blocks with each clause, point and bullet in a block of its own."""
    split: list[Block] = []
    for block in blocks:
        parts = [part for clause in _clauses(block) for part in _entries(clause)]
        if len(parts) > 1:
            message = f"{len(parts)} clauses or points ran on in this paragraph and were set apart"
            notes.say(block.line, "run-on", message)
        split += parts
    return split


def _clauses(block: Block) -> list[Block]:
    if block.table or not block.label or block.label.style not in (Style.DOTTED, Style.WHOLE):
        return [block]
    return _apart(block, list(_numbers(block, block.label)))


def _entries(block: Block) -> list[Block]:
    if block.table or block.heading:
        return [block]
    for find in (_bullets, _dashes, _points):
        if cuts := list(find(block.text)):
            return _apart(block, cuts)
    return [block]


def _apart(block: Block, cuts: Sequence[Cut]) -> list[Block]:
    if not cuts:
        return [block]
    first = block.cut(0, cuts[0][0])
    parts = [
        Block(
            first.text, first.pieces, block.label, block.bullet, block.heading, block.indent
        )
    ]  # fmt: skip
    ends = [cut[0] for cut in cuts[1:]] + [len(block.text)]
    for (_, start, label, bullet), end in zip(cuts, ends, strict=True):
        parts.append(block.cut(start, end).numbered(label, bullet))
    return [part for part in parts if part.text or part.label]


def _numbers(block: Block, label: Label) -> Iterator[Cut]:
    text, begin = block.text, 0
    for match in NUMBER.finditer(text):
        found, _ = read_label(text[match.start() : match.end() + 20])
        before = text[begin : match.start()]
        if found is None or found.style is not Style.DOTTED or not _succeeds(label, found):
            continue
        if _is_end(before, text[match.end() :], label):
            yield match.start(), match.end(), found, ""
            label, begin = found, match.end()


def _succeeds(label: Label, found: Label) -> bool:
    """Whether `found` can stand after `label`: its first child, or a later one of its parents."""
    depth = len(found.parts) - 1
    if found.parts[:-1] == label.parts:
        return found.parts[-1] == "1"
    if depth >= len(label.parts) or found.parts[:-1] != label.parts[:depth]:
        return False
    step = _leading(found.parts[-1]) - _leading(label.parts[depth])
    return 0 < step <= MAX_SKIP


def _leading(part: str) -> int:
    return int(part.partition("-")[0])


def _is_end(before: str, after: str, label: Label) -> bool:
    """Whether a clause ends with `before`, so that the number behind it begins another."""
    words = after.lstrip()
    if not words or before.count("**") % 2 or CITES.search(before[-60:].rstrip()):
        return False
    sign = ending(before)
    if label.style is Style.WHOLE and not sign:
        return is_headline(before) and not words[0].islower()
    return sign in (":", ";") or (sign != "" and not words[0].islower())


def _bullets(text: str) -> Iterator[Cut]:
    found = _outside(BULLET, text)
    if found and (not found[0].start() or ending(text[: found[0].start()])):
        for match in found:
            yield match.start(), match.end(), None, match[1]


def _dashes(text: str) -> Iterator[Cut]:
    """Dashes that begin entries: the first behind a colon, each other behind a semicolon."""
    found = _outside(DASH, text)
    first = next((n for n, match in enumerate(found) if text[match.start() - 2] == ":"), None)
    if first is None or len(found) < first + 2:
        return
    for match in found[first:]:
        yield match.start(), match.end(), None, match[1]


def _points(text: str) -> Iterator[Cut]:
    """Points `1) …; 2) …` or `а) …; б) …` that a colon announces."""
    cuts: list[Cut] = []
    last: Label | None = None
    for match in _outside(POINT, text):
        before = text[max(match.start() - NEAR, 0) : match.start()]
        label, _ = read_label(match[0])
        if label is None:
            continue
        if last is None:
            opens = before.rstrip().endswith(":") and not _is_open(before)
            if not opens or label.parts[0] not in ("1", "а", "a"):
                continue
        elif (
            label.style is not last.style or not _is_next(last, label) or not JOINED.search(before)
        ):
            continue
        cuts.append((match.start(), match.end(), label, ""))
        last = label
    if len(cuts) > 1:
        yield from cuts


def _outside(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Where `pattern` is found outside strong words, which a cut would break."""
    stars = [match.start() for match in STRONG.finditer(text)]
    found = pattern.finditer(text)
    return [match for match in found if bisect_right(stars, match.start()) % 2 == 0]


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def _is_next(last: Label, label: Label) -> bool:
    if label.style is not last.style:
        return False
    if label.style is Style.POINT:
        return int(label.parts[0]) == int(last.parts[0]) + 1
    return follows_letter(last.parts[0], label.parts[0])
