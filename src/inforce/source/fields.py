"""Typed reading of YAML nodes: each wrong value becomes a problem with its place and its mend.

Every scalar is a string, so `number: 3.10` stays `3.10` and a БИН keeps its zero.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TypeVar

from ruamel.yaml.error import StreamMark
from ruamel.yaml.nodes import ScalarNode

from inforce.address import POLICY_ID
from inforce.model import Localized, Location, Source
from inforce.source.nodes import Located, foreign_letters, suggestion
from inforce.source.positions import is_verbatim, place_of, start_of_text
from inforce.source.prose import SPACES, tidy
from inforce.source.syntax import BLOCK

Choice = TypeVar("Choice", bound=StrEnum)

SPACE = re.compile(r"[ \t\n]+")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAX_LABEL = 40
MAX_TEXT = 100_000
# Instants far from now cannot be moved between time zones, and are mistyped.
FIRST_YEAR, LAST_YEAR = 1900, 2199
TRUTH = {"true": True, "false": False}
# What people write instead; it is reported, and understood.
YES = ("true", "yes", "да", "иә")


@dataclass(frozen=True, slots=True)
class Field(Located):
    """A node whose value is read as what it has to be."""

    def source(self) -> Source:
        """The string of a scalar, placed at its first character; empty where it is none.

        White space that means nothing is left out.
        """
        node = self.node
        if not isinstance(node, ScalarNode):
            self._no_text()
            return Source("", self.location)
        text = tidy(unicodedata.normalize("NFC", node.value))
        start = start_of_text(node, self.document.text)
        place = replace(self.location, line=start.line, column=start.column)
        return Source(text, place, None if is_verbatim(node) else partial(self._find, node, text))

    def _find(self, node: ScalarNode, text: str, offset: int) -> Location:
        place = place_of(node, self.document.text, text, offset)
        return replace(self.location, line=place.line, column=place.column)

    def _no_text(self) -> None:
        if getattr(self.node, "flow_style", False):
            message = "a text cannot begin with `{` or `[` here"
            self.problem("type", message, BLOCK)
        else:
            message = "a text is expected here, not entries or keys"
            self.problem("type", message, "Write the text; what belongs below it is a clause.")

    def text(self) -> str:
        """A value on one line; an empty string, and a problem, where there is none."""
        if not isinstance(self.node, ScalarNode):
            hint = "Write it behind the colon; if it begins with a bracket or a brace, in quotes."
            self.problem("type", "a single value is expected here", hint)
            return ""
        value = SPACE.sub(" ", self.source().text)
        if not value.strip():
            self.problem("empty", "a value is missing here", "Write it, or take the key away.")
        return value

    def prose(self) -> Source:
        """The words of a scalar that readers will see: not empty, and nothing cut off."""
        source = self.source()
        if not isinstance(self.node, ScalarNode):
            return source
        if not source.text.strip():  # a no-break space alone shows nothing either
            hint = "Write the text, or take the key away until it is there."
            self.problem("empty", "the text is empty", hint)
        if len(source.text) > MAX_TEXT:
            message = (
                f"this text has {len(source.text):,} characters; at most {MAX_TEXT:,} are read"
            )
            self.problem("limit", message, "Split it into clauses.")
            return replace(source, text="")
        if not self.node.style:
            self._check_comment(self.node.end_mark)
        return source

    def line(self) -> Source:
        """Words that readers will see on one line, such as a title."""
        source = self.prose()
        text = SPACE.sub(" ", source.text)
        if text == source.text or not isinstance(self.node, ScalarNode):
            return source
        return Source(text, source.location, partial(self._find, self.node, text))

    def label(self) -> Source:
        """The number of a clause, on one line; a comment may stand behind it."""
        text = self.text()
        source = self.source() if text else Source("", self.location)
        if len(text) > MAX_LABEL:
            message = f"this number has {len(text)} characters"
            self.problem("value", message, f"At most {MAX_LABEL}; the rest is text or a title.")
        return replace(source, text=text[:MAX_LABEL])

    def _check_comment(self, end: StreamMark) -> None:
        """Report a comment behind plain text: it may well be a part of the text."""
        rest = self.document.lines[end.line][end.column :]
        if rest.lstrip(SPACES).startswith("#"):
            column = end.column + rest.index("#") + 1
            location = replace(self.location, line=end.line + 1, column=column)
            message = "from this `#` on everything is a comment, which no reader sees"
            hint = f"{BLOCK} A comment goes on a line of its own."
            self.report.add(location, "comment", message, hint)

    def localized(self, languages: tuple[str, ...]) -> Localized:
        """Prose by language."""
        return {key: value.prose() for key, value in self._by_language(languages)}

    def lines(self, languages: tuple[str, ...]) -> Localized:
        """Words on one line by language."""
        return {key: value.line() for key, value in self._by_language(languages)}

    def labels(self, languages: tuple[str, ...]) -> Localized:
        """A number by language, or under "" the one that serves all of them."""
        if isinstance(self.node, ScalarNode):
            return {"": self.label()}
        return {key: value.label() for key, value in self.mapping(languages).items()}

    def shared(self, languages: tuple[str, ...]) -> Localized:
        """Words on one line by language, or under "" those that serve all languages."""
        if isinstance(self.node, ScalarNode):
            return {"": self.line()}
        return self.lines(languages)

    def _by_language(self, languages: tuple[str, ...]) -> Iterable[tuple[str, "Field"]]:
        if isinstance(self.node, ScalarNode) and not self.is_missing:
            hint = f"Write each language on a line of its own: `{languages[0]}: …`."
            self.problem("type", "this text does not say in which language it is", hint)
            return ()
        return self.mapping(languages).items()

    def identifier(self, what: str, check: str) -> str:
        """A name in small Latin letters; reported where it is none, and returned all the same."""
        text = self.text()
        if text and not POLICY_ID.fullmatch(text):
            self.problem(check, f"`{text}` cannot be {what}", _identifier_hint(text))
        return text

    def choice(self, kind: type[Choice]) -> Choice | None:
        """One of the words of an enumeration."""
        text = self.one_of([str(member) for member in kind])
        return kind(text) if text else None

    def one_of(self, names: Iterable[str]) -> str:
        """One of the given words, or the empty string."""
        known = tuple(names)
        text = self.text()
        if text and text not in known:
            message = f"`{text}` is not one of {', '.join(known)}"
            self.problem("value", message, suggestion(text, known))
            return ""
        return text

    def truth(self) -> bool:
        """True or false."""
        text = self.text()
        if text and text not in TRUTH:
            self.problem("value", f"`{text}` is neither true nor false", "Write `true` or `false`.")
        return TRUTH.get(text, text.casefold() in YES)

    def day(self) -> date | None:
        """A date written as `2026-09-01`."""
        text = self.text()
        day = parse_day(text)
        if text and day is None:
            self.problem("date", f"`{text}` is not a date", "Write year-month-day: 2026-09-01.")
        return day


def parse_day(text: str) -> date | None:
    """The day that `text` writes as year-month-day; None where it writes none, or none near."""
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _identifier_hint(text: str) -> str:
    foreign = foreign_letters(text)
    if foreign:
        return f"Use small Latin letters; here stands {', '.join(foreign[:2])}."
    return "Use small Latin letters, digits and hyphens, a letter first, such as `user-data`."
