"""Mappings and lists of a source: what has a place, and what is wrong in how it is written."""

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Self

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from inforce.model import Location
from inforce.problems import Problem
from inforce.source.document import Document
from inforce.source.syntax import as_entry

# What people write instead of the codes of our languages.
MISTAKEN = {
    "kz": "kk", "kaz": "kk", "каз": "kk", "қаз": "kk", "кк": "kk", "rus": "ru", "ру": "ru",
    "рус": "ru", "eng": "en", "анг": "en", "англ": "en",
}  # fmt: skip
# Cyrillic letters that look like Latin ones, and are typed for them.
LOOKALIKE = str.maketrans("авекмнорстухіһԁ", "abekmhopctyxihd")
# How much alike two words are, from 0 to 1; `text` and `except` are not alike.
NEAR = 0.61
# So much that the one is certainly meant: `clause` for `clauses`, but not `number` for `numbering`.
SURE = 0.81
# The keys with which the entries of a list begin.
FIRST_KEYS = ("id", "kind")


@dataclass(slots=True)
class Report:
    """The problems found while one file is read."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, location: Location, check: str, message: str, hint: str) -> None:
        """Note one more problem."""
        self.problems.append(Problem(location, check, message, hint))

    def found(self) -> tuple[Problem, ...]:
        """The problems in the order of the file, each once."""
        return tuple(sorted(set(self.problems)))


@dataclass(frozen=True, slots=True)
class Located:
    """A node of a document, with the report that its problems go to and the clause around it."""

    node: Node
    document: Document
    report: Report
    clause: str = ""

    @property
    def location(self) -> Location:
        """Where the node starts."""
        mark = self.node.start_mark
        return Location(self.document.file, mark.line + 1, mark.column + 1, self.clause)

    def problem(self, check: str, message: str, hint: str) -> None:
        """Report a problem at this node."""
        self.report.add(self.location, check, message, hint)

    def inside(self, clause: str) -> Self:
        """The same node, said to be inside a clause."""
        return replace(self, clause=clause)

    def _child(self, node: Node) -> Self:
        return replace(self, node=node)

    @property
    def is_mapping(self) -> bool:
        """Whether the node is a mapping."""
        return isinstance(self.node, MappingNode)

    @property
    def is_missing(self) -> bool:
        """Whether nothing is written here, not even empty quotes."""
        node = self.node
        return isinstance(node, ScalarNode) and not node.style and not node.value

    def mapping(self, allowed: Iterable[str] | None = None) -> Mapping[str, Self]:
        """The fields of a mapping by key; unknown and repeated keys are reported and left out.

        One that is certainly another key, mistyped, is reported and read as that.
        """
        known = None if allowed is None else tuple(allowed)
        if not isinstance(self.node, MappingNode) or not self.node.value:
            self._no_mapping(known)
            return {}
        fields: dict[str, Self] = {}
        mistyped: dict[str, Self] = {}
        for key_node, value_node in self.node.value:
            key, value = self._child(key_node), self._child(value_node)
            if name := self._key(key, value, known, fields):
                fields[name] = value
            elif known and (meant := _meant(key_node, known)):
                mistyped[meant] = value
        return mistyped | fields

    def value_of(self, name: str, known: tuple[str, ...]) -> Node | None:
        """The value of a key, or of the first that is taken for it."""
        pairs = self.node.value if self.is_mapping else ()
        exact = (value for key, value in pairs if key.value == name)
        taken = (value for key, value in pairs if _meant(key, known) == name)
        return next(chain(exact, taken), None)

    def _no_mapping(self, known: tuple[str, ...] | None) -> None:
        names = known or ("name",)
        hint = f"Write its keys, each on a line of its own, such as `{names[0]}: …`."
        if len(names) > 1:
            hint += f" They are: {', '.join(names)}."
        if self.is_missing or self.is_mapping:
            self.problem("empty", "nothing is written here", hint)
        else:
            self.problem("type", "keys with values are expected here", hint)

    def _key(
        self, key: Self, value: Self, known: tuple[str, ...] | None, fields: Mapping[str, Self]
    ) -> str:
        """The name of a key; empty, and a problem, where it cannot be used."""
        if not isinstance(key.node, ScalarNode):
            key.problem("type", "a key has to be a word", "Write `key: value`.")
            return ""
        name: str = key.node.value
        if (known is None or name not in known) and self._is_rest_of_text(key, value):
            self._split_text(key, name, fields)
        elif name in fields:
            key.problem("duplicate-key", f"`{name}` is written twice", "Keep one of the two.")
        elif known is not None and name not in known:
            key.problem("unknown-key", f"`{name}` is not a key here", self._hint(name, known))
        else:
            return name
        return ""

    @property
    def _is_in_braces(self) -> bool:
        return isinstance(self.node, MappingNode) and bool(self.node.flow_style)

    def _is_rest_of_text(self, key: Self, value: Self) -> bool:
        """Whether a key in braces has no colon behind it."""
        between = self.document.text[key.node.end_mark.index : value.node.end_mark.index]
        return self._is_in_braces and value.is_missing and ":" not in between

    def _split_text(self, key: Self, name: str, fields: Mapping[str, Self]) -> None:
        before = next(reversed([*fields]), "")
        node = fields[before].node if before else None
        text = f"{node.value}, {name}" if isinstance(node, ScalarNode) else name
        hint = f'Put the whole text in quotes: `{before or "ru"}: "{text}"`.'
        key.problem("comma", f"the comma before `{name}` ends the text here", hint)

    def _hint(self, name: str, known: tuple[str, ...]) -> str:
        hint = as_entry(f"{name}: ") or suggestion(name, known)
        if self._is_in_braces:
            hint += " If the comma before it is part of a text, put that text in quotes."
        return hint

    def items(self) -> tuple[Self, ...]:
        """The entries of a list."""
        if isinstance(self.node, SequenceNode):
            return tuple(self._child(one) for node in self.node.value for one in self._parted(node))
        hint = "Begin each entry with `- `, on a line of its own."
        if self.is_missing:
            self.problem("empty", "nothing is written here", f"{hint} Or take the key away.")
        else:
            self.problem("type", "a list is expected here", hint)
        return ()

    def _parted(self, node: Node) -> Iterator[Node]:
        """An entry, or those that it is where the second lacks its `- `."""
        pairs = node.value if isinstance(node, MappingNode) and not node.flow_style else []
        name = pairs[0][0].value if pairs else ""
        starts = [at for at, (key, _) in enumerate(pairs) if key.value == name in FIRST_KEYS]
        if len(starts) < 2 or starts[1] < 2:
            yield node
            return
        for start, end in zip(starts, [*starts[1:], len(pairs)], strict=True):
            first, last = pairs[start][0], pairs[end - 1][1]
            if start:
                message = f"a `- ` is missing before this `{name}:`"
                self._child(first).problem("duplicate-key", message, f"Write `- {name}: …`.")
            yield MappingNode(node.tag, pairs[start:end], first.start_mark, last.end_mark)


def _meant(key: Node, known: tuple[str, ...]) -> str:
    """The known key that another certainly means; empty where it means itself or none."""
    if not isinstance(key, ScalarNode) or key.value in known:
        return ""
    return nearest(key.value, known, SURE)


def nearest(word: str, known: Iterable[str], alike: float) -> str:
    """The known word that another is taken for; empty where there is none."""
    names = tuple(known)
    if MISTAKEN.get(word) in names:
        return MISTAKEN[word]
    close = difflib.get_close_matches(word.strip().lower().translate(LOOKALIKE), names, 1, alike)
    return close[0] if close else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """What may have been meant by a word that is not one of the known."""
    names = tuple(known)
    close = nearest(word, names, NEAR)
    if not close:
        return f"Known here: {', '.join(names)}."
    foreign = ", ".join(foreign_letters(word))
    return f"Write `{close}`" + (f", in Latin letters (not {foreign})." if foreign else ".")


def foreign_letters(word: str) -> tuple[str, ...]:
    """The letters of a word that are not Latin, each with its alphabet, as a message shows them."""
    letters = dict.fromkeys(letter for letter in word if letter.isalpha() and not letter.isascii())
    return tuple(f"the {_alphabet(letter)} `{letter}`" for letter in letters)


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "unknown").split(" ")[0].capitalize()
