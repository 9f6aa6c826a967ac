"""Readable ids of clauses: a slug of the title or of the word it defines, else of the place."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from inforce.importers.labels import Label, Style
from inforce.importers.lines import Format
from inforce.importers.lists import is_ordinal
from inforce.importers.signs import FUNCTION_WORDS
from inforce.importers.tree import Node

MAX_LENGTH = 40
LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "g", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
    "’": "", "'": "", "№": "",
}  # fmt: skip
TABLE = str.maketrans(LATIN)
WORD = re.compile(r"[a-z0-9]+")
# A slug that was cut short does not end with these.
TRAILING = frozenset(word.translate(TABLE) for word in FUNCTION_WORDS)
# What stands in a place for the kind of an unnumbered or listed clause.
SIGNS = {
    Style.POINT: "p", Style.WHOLE: "p", Style.LETTER: "l", Style.SMALL_ROMAN: "r",
    Style.ROMAN: "r", Style.BULLET: "b", Style.NONE: "n", Style.NAMED: "s", Style.DOTTED: "c",
}  # fmt: skip


def slug(words: str) -> str:
    """Whole words of `words` in Latin letters, joined by hyphens; nothing where there are none."""
    found = WORD.findall(words.lower().translate(TABLE))
    whole = "-".join(found)
    if len(whole) > MAX_LENGTH:
        found = whole[: MAX_LENGTH + 1].split("-")[:-1] or [whole[:MAX_LENGTH]]
        while found[1:] and found[-1] in TRAILING:
            found.pop()
    kept = "-".join(found)
    return kept if kept[:1].isalpha() else ""


@dataclass(slots=True)
class Ids:
    """Gives ids that are unique in a policy: none is given twice."""

    form: Format
    taken: set[str] = field(default_factory=set)
    positions: Counter[tuple[Node | None, Style]] = field(default_factory=Counter)
    repeats: Counter[str] = field(default_factory=Counter)

    def give(self, nodes: Iterable[Node]) -> None:
        """Give an id to each clause at and below `nodes` that has none, to sections first."""
        clauses = [clause for node in nodes for clause in node.walk()]
        for clause in (*(one for one in clauses if one.titled), *clauses):
            if not clause.id:
                clause.id = self._unique(clause)
                self.taken.add(clause.id)

    def _unique(self, clause: Node) -> str:
        place = self._place(clause)
        named = slug(self.form.plain(clause.block.text)) if clause.titled else slug(clause.name)
        wanted = named or place
        numbered = wanted
        if named:
            numbered += f"-{_path(clause.label)}" if clause.label else "-term" * bool(clause.name)
        for free in (wanted, numbered):
            if free not in self.taken:
                return free
        while True:
            self.repeats[wanted] += 1
            repeated = f"{wanted}-{self.repeats[wanted] + 1}"
            if repeated not in self.taken:
                return repeated

    def _place(self, clause: Node) -> str:
        label, parent = clause.label, clause.parent
        self.positions[parent, clause.style] += 1
        base = parent.id if parent and parent.id else "clause"
        if label and (clause.style is Style.DOTTED or base == "clause"):
            return f"clause-{_path(label)}"
        own = _path(label) if label else str(self.positions[parent, clause.style])
        if clause.style is Style.WHOLE and not is_ordinal(clause):
            return f"{base}-{own}"
        return f"{base}-{SIGNS[clause.style]}{own}"


def _path(label: Label) -> str:
    return "-".join("-".join(WORD.findall(part.translate(TABLE))) or "x" for part in label.parts)
