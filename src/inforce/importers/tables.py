"""Tables: of pipes, as GFM and many programs draw them, or of columns set apart by blanks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inforce.importers.labels import read_label
from inforce.importers.signs import BULLETS, DASHES

PIPES = re.compile(r"\s*\|.*\|\s*")
# GFM's line below the header, which also says how the columns are aligned.
DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
FRAME = re.compile(r"\s*[+|][-=+:|]+[+|]\s*")
COLUMNS = re.compile(r"[ ]*\t[ \t]*|[ ]{3,}")
MARKS = re.compile(r"[|+\t]|[ ]{3}")
BAR = re.compile(r"(?<!\\)\|")
MAX_COLUMNS = 30
MAX_ROWS = 500


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: `align` by column (`left`, `right`, `center` or empty), the first row its header."""

    cells: tuple[tuple[str, ...], ...]
    align: tuple[str, ...]


def take_table(lines: Sequence[str], start: int) -> tuple[Rows, int] | None:
    """The table that begins with the line `start`, and how many lines it takes, if there is one."""
    if not lines[start].strip() or not MARKS.search(lines[start]):
        return None
    following = lines[start : start + MAX_ROWS]
    return _pipes(following) or _columns(following)


def _pipes(lines: Sequence[str]) -> tuple[Rows, int] | None:
    headed = len(lines) > 1 and "|" in lines[0] and _is_delimiter(lines[1])
    count = 0
    while count < len(lines) and (
        PIPES.fullmatch(lines[count])
        or FRAME.fullmatch(lines[count])
        or (headed and "|" in lines[count])
    ):
        count += 1
    drawn = [
        index
        for index in range(count)
        if not (_is_delimiter(lines[index]) or FRAME.fullmatch(lines[index]))
    ]
    if not drawn or count < 2:
        return None
    cells = [_cells(lines[index]) for index in drawn]
    return _rows(cells, _align(lines[1]) if headed else ()), count


def _is_delimiter(line: str) -> bool:
    return "-" in line and "|" in line and DELIMITER.fullmatch(line) is not None


def _cells(line: str) -> list[str]:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [cell.strip() for cell in BAR.split(bare)]


def _align(line: str) -> tuple[str, ...]:
    names = {(True, True): "center", (True, False): "left", (False, True): "right"}
    return tuple(names.get((cell.startswith(":"), cell.endswith(":")), "") for cell in _cells(line))


def _columns(lines: Sequence[str]) -> tuple[Rows, int] | None:
    """Columns set apart by tabs, or by blanks that stand at one place in every line."""
    first = _split(lines[0])
    if not first:
        return None
    rows = [first]
    for line in lines[1:]:
        row = _split(line)
        if not row or len(row) != len(first):
            break
        if "\t" not in line and [start for start, _ in row] != [start for start, _ in first]:
            break
        rows.append(row)
    if len(rows) < 2:
        return None
    cells = [[cell for _, cell in row] for row in rows]
    return _rows(cells, ()), len(rows)


def _split(line: str) -> list[tuple[int, str]]:
    """The cells of a line with the places where they begin; none where it is no row."""
    bare = line.rstrip()
    start = len(bare) - len(bare.lstrip())
    cells: list[tuple[int, str]] = []
    for gap in COLUMNS.finditer(bare, start):
        cells.append((start, bare[start : gap.start()]))
        start = gap.end()
    cells.append((start, bare[start:]))
    if len(cells) < 2 or not all(cell for _, cell in cells) or _is_entry(cells):
        return []
    return cells


def _is_entry(cells: Sequence[tuple[int, str]]) -> bool:
    """Whether the first cell is only the number or the bullet of an entry, set off by a tab."""
    first = cells[0][1]
    label, rest = read_label(first)
    mark = first in BULLETS + DASHES or (label is not None and not rest)
    return mark and len(cells) == 2


def _rows(cells: Sequence[Sequence[str]], align: tuple[str, ...]) -> Rows:
    width = min(max(map(len, cells)), MAX_COLUMNS)
    filled = tuple(_fill(row, width) for row in cells)
    return Rows(filled, (align + ("",) * width)[:width])


def _fill(row: Sequence[str], width: int) -> tuple[str, ...]:
    kept = [*row[: width - 1], " ".join(row[width - 1 :])] if len(row) > width else [*row]
    return tuple(kept + [""] * (width - len(kept)))
