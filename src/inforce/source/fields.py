"""Typed reading of YAML nodes: each wrong value becomes a problem with its place and its mend.

Every scalar is a string, so `number: 3.10` stays `3.10` and a БИН keeps its zero.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from inforce.model import Localized, Location, Source
from inforce.problems import Problem
from inforce.source.characters import refused
from inforce.source.document import Document

Choice = TypeVar("Choice", bound=StrEnum)

BLOCK_STYLES = ("|", ">")
TRUTH = {"true": True, "false": False}


@dataclass(slots=True)
class Report:
    """The problems found while one file is read."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, location: Location, check: str, message: str, hint: str = "") -> None:
        """Note one more problem."""
        self.problems.append(Problem(location, check, message, hint))


@dataclass(frozen=True, slots=True)
class Field:
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

    def problem(self, check: str, message: str, hint: str = "") -> None:
        """Report a problem at this node."""
        self.report.add(self.location, check, message, hint)

    def inside(self, clause: str) -> "Field":
        """The same node, said to be inside a clause."""
        return replace(self, clause=clause)

    def _child(self, node: Node) -> "Field":
        return replace(self, node=node)

    @property
    def is_mapping(self) -> bool:
        """Whether the node is a mapping."""
        return isinstance(self.node, MappingNode)

    def mapping(self, allowed: Iterable[str] | None = None) -> Mapping[str, "Field"]:
        """The fields of a mapping by key; unknown and repeated keys are reported and left out."""
        if not isinstance(self.node, MappingNode):
            self.problem("type", "`key: value` lines are expected here")
            return {}
        known = None if allowed is None else tuple(allowed)
        fields: dict[str, Field] = {}
        for key_node, value_node in self.node.value:
            key = self._child(key_node)
            if name := self._key(key, value_node, known, fields):
                fields[name] = self._child(value_node)
        return fields

    def _key(
        self,
        key: "Field",
        value: Node,
        known: tuple[str, ...] | None,
        fields: Mapping[str, "Field"],
    ) -> str:
        if not isinstance(key.node, ScalarNode):
            key.problem("type", "a key has to be a word")
            return ""
        name: str = key.node.value
        if self._is_split_text(value):
            hint = "Put the whole text in quotes, or write each language on a line of its own."
            key.problem("comma", f"a comma splits the text here, before `{name}`", hint)
        elif name in fields:
            key.problem("duplicate-key", f"`{name}` is written twice", "Keep one of the two.")
        elif known is not None and name not in known:
            key.problem("unknown-key", f"`{name}` is not known here", _suggestion(name, known))
        else:
            return name
        return ""

    def _is_split_text(self, value: Node) -> bool:
        flow = isinstance(self.node, MappingNode) and bool(self.node.flow_style)
        return flow and isinstance(value, ScalarNode) and value.value == "" and not value.style

    def items(self) -> tuple["Field", ...]:
        """The fields of a list."""
        if isinstance(self.node, SequenceNode):
            return tuple(self._child(node) for node in self.node.value)
        self.problem("type", "a list is expected here", "Begin each entry with `- `.")
        return ()

    def source(self) -> Source:
        """The string of a scalar, placed at its first character; empty where it is none."""
        if not isinstance(self.node, ScalarNode):
            self.problem("type", "a text is expected here")
            return Source("", self.location)
        return Source(self.node.value, self._start_of_text(self.node))

    def _start_of_text(self, node: ScalarNode) -> Location:
        place = self.location
        if node.style in BLOCK_STYLES:
            lines = self.document.lines[place.line :]
            first = next((line for line in lines if line.strip()), "")
            column = len(first) - len(first.lstrip(" ")) + 1
            return replace(place, line=place.line + 1, column=column)
        return replace(place, column=place.column + 1) if node.style else place

    def text(self) -> str:
        """The string of a scalar that may not be empty."""
        value = self.source().text.strip()
        if not value and isinstance(self.node, ScalarNode):
            self.problem("empty", "a value is missing here")
        return value

    def prose(self) -> Source:
        """The words of a scalar that readers will see: not empty, and nothing cut off."""
        source = self.source()
        if not isinstance(self.node, ScalarNode):
            return source
        if not source.text.strip():
            hint = "Write the text, or take the key away until it is there."
            self.problem("empty", "the text is empty", hint)
        for offset, character in enumerate(source.text if self.node.style == '"' else ""):
            if refused(character):
                message = f"the escape of U+{ord(character):04X} cannot be seen by a reader"
                self.report.add(source.at(offset), "character", message, "Delete it.")
        if not self.node.style and self._comment_behind():
            hint = "Put the text into a block (`|-`) or in quotes, so that `#` belongs to it."
            self.problem("comment", "everything from ` #` on is a comment and would be lost", hint)
        return source

    def _comment_behind(self) -> bool:
        mark = self.node.end_mark
        rest = (
            self.document.lines[mark.line][mark.column :]
            if mark.line < len(self.document.lines)
            else ""
        )
        return rest.lstrip().startswith("#")

    def localized(self, languages: tuple[str, ...], *, shared: bool = False) -> Localized:
        """Words by language; with `shared`, a single text that serves them all, under ""."""
        if shared and not self.is_mapping:
            return {"": self.prose()}
        return {key: value.prose() for key, value in self.mapping(languages).items()}

    def choice(self, kind: type[Choice]) -> Choice | None:
        """One of the words of an enumeration."""
        text = self.text()
        if text in set(kind):
            return kind(text)
        names = [str(member) for member in kind]
        if text:
            self.problem(
                "value", f"`{text}` is not one of {', '.join(names)}", _suggestion(text, names)
            )
        return None

    def one_of(self, names: Iterable[str]) -> str:
        """One of the given words, or the empty string."""
        known = tuple(names)
        text = self.text()
        if text and text not in known:
            self.problem(
                "value", f"`{text}` is not one of {', '.join(known)}", _suggestion(text, known)
            )
            return ""
        return text

    def truth(self) -> bool:
        """True or false."""
        text = self.text()
        if text and text not in TRUTH:
            self.problem("value", f"`{text}` is neither true nor false", "Write `true` or `false`.")
        return TRUTH.get(text, False)

    def day(self) -> date | None:
        """A date written as `2026-09-01`."""
        text = self.text()
        try:
            if len(text) == len("2026-09-01"):
                return date.fromisoformat(text)
        except ValueError:
            pass
        if text:
            self.problem("date", f"`{text}` is not a date", "Write year-month-day: 2026-09-01.")
        return None


def _suggestion(word: str, known: Iterable[str]) -> str:
    names = tuple(known)
    close = difflib.get_close_matches(word, names, 1)
    return f"Did you mean `{close[0]}`?" if close else f"Known here: {', '.join(names)}."
