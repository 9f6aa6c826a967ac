"""Strict reading of JSON whose form is fixed for ever: nothing unknown, nothing guessed.

The frozen files and the lines of the ledger are read with the same few functions, so that they
agree on what a string, a date or an instant is (docs/specification.md, “Common rules”).
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from inforce.model import EditionId
from inforce.problems import InforceError

Value = TypeVar("Value")
Object = dict[str, Any]

# Control characters, marks that turn the reading order, characters without width, surrogates,
# characters of private use and non-characters. The set is written out, because a category of
# Unicode grows with time.
REFUSED = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HOUR = r"([01][0-9]|2[0-3]):[0-5][0-9]"
INSTANT = re.compile(rf"{DATE.pattern}T{HOUR}:[0-5][0-9][+-]{HOUR}")
EDITION_ID = re.compile(DATE.pattern + r"(-([2-9]|[1-9][0-9]+))?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
DIGEST = re.compile(r"[0-9a-f]{64}")


class MalformedError(InforceError):
    """A value is not what it has to be; `path` leads to it from the top (`.clauses[2].id`)."""

    def __init__(self, message: str, path: str = "") -> None:
        self.message = message
        self.path = path
        super().__init__(f"${path}: {message}")

    def inside(self, step: str) -> "MalformedError":
        """The same complaint, seen from one level further up."""
        return MalformedError(self.message, step + self.path)


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of an object: those that it must have, and all that it may have."""

    required: frozenset[str]
    known: frozenset[str]

    @classmethod
    def of(cls, required: str, optional: str = "") -> "Shape":
        """A shape from two lists of keys, separated by spaces."""
        needed = frozenset(required.split())
        return cls(needed, needed | frozenset(optional.split()))


class _Doubled(Object):
    """An object in which a key stands twice; kept until its place is known."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        keys = [key for key, _ in pairs]
        self.key = next(key for key in keys if keys.count(key) > 1)


def _object(pairs: list[tuple[str, Any]]) -> Object:
    values = dict(pairs)
    return values if len(values) == len(pairs) else _Doubled(pairs)


def decode(data: bytes) -> Object:
    """The JSON object in `data`; raises MalformedError where there is none.

    Every string in it is in Unicode's normal form C and holds no refused character.
    """
    try:
        text = data.decode("utf-8")
        value = json.loads(text, object_pairs_hook=_object)
    except UnicodeDecodeError as error:
        raise MalformedError(f"byte {error.start + 1} is not UTF-8") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise MalformedError(f"this is not JSON: {error.msg} ({place})") from error
    except (RecursionError, ValueError) as error:
        raise MalformedError(f"this is not JSON that can be read: {error}") from error
    if "\\" in text or REFUSED.search(text.replace("\n", "")) or not _composed(text):
        _check_strings(value)
    return mapping(value)


def _composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _check_strings(value: object) -> None:
    match value:
        case str():
            check_string(value)
        case dict():
            for key, item in value.items():
                check_string(key)
                _inside(f".{key}", _check_strings, item)
        case list():
            for index, item in enumerate(value):
                _inside(f"[{index}]", _check_strings, item)


def _inside(step: str, read: Callable[[Any], Value], value: object) -> Value:
    try:
        return read(value)
    except MalformedError as fault:
        raise fault.inside(step) from fault


def check_string(text: str) -> None:
    """Raise MalformedError where `text` holds a refused character or is not in form C."""
    if found := REFUSED.search(text):
        raise MalformedError(f"the character U+{ord(found[0]):04X} is not allowed")
    if not _composed(text):
        raise MalformedError("the text is not in Unicode's normal form C")


def mapping(value: object) -> Object:
    """`value` as an object, no key of which stands twice."""
    if not isinstance(value, dict):
        raise MalformedError(f"this has to be an object, not {_kind(value)}")
    if isinstance(value, _Doubled):
        raise MalformedError(f"the key `{value.key}` stands twice")
    return value


def fields(value: object, shape: Shape) -> Object:
    """`value` as an object with the keys of `shape` and no others."""
    found = mapping(value)
    keys = found.keys()
    if shape.required <= keys <= shape.known:
        return found
    if missing := shape.required - keys:
        raise MalformedError(f"the key `{min(missing)}` is missing")
    raise MalformedError(f"the key `{min(keys - shape.known)}` is unknown")


def string(values: Object, key: str, pattern: re.Pattern[str] | None = None) -> str:
    """The string at `key`, of the form `pattern`; never empty, but empty where the key is not."""
    if key not in values:
        return ""
    try:
        return item(values[key], pattern)
    except MalformedError as fault:
        raise fault.inside(f".{key}") from fault


def item(value: object, pattern: re.Pattern[str] | None = None) -> str:
    """`value` as a string that is not empty and has the form `pattern`."""
    if not isinstance(value, str):
        raise MalformedError(f"this has to be a string, not {_kind(value)}")
    if not value:
        raise MalformedError("this is empty: leave the key out or say something")
    if pattern is not None and not pattern.fullmatch(value):
        raise MalformedError(f"`{value}` does not have the form that it needs")
    return value


def one_of(values: Object, key: str, choices: Iterable[str]) -> str:
    """The string at `key`, which is one of `choices`."""
    value = string(values, key)
    if value and value not in choices:
        raise MalformedError(f"`{value}` is none of {', '.join(choices)}", f".{key}")
    return value


def flag(values: Object, key: str) -> bool:
    """Whether the key is there; it can only say `true`."""
    return bool(one_of(values, key, ("true",)))


def many(values: Object, key: str, read: Callable[[Any], Value]) -> tuple[Value, ...]:
    """The values of the list at `key`, each read with `read`; a list is never empty."""
    found = values.get(key)
    if found is None and key not in values:
        return ()
    if found == []:
        raise MalformedError("this list is empty: leave the key out", f".{key}")
    return _inside(f".{key}", lambda value: items(value, read), found)


def items(value: object, read: Callable[[Any], Value]) -> tuple[Value, ...]:
    """The values of a list that may be empty, each read with `read`."""
    if not isinstance(value, list):
        raise MalformedError(f"this has to be a list, not {_kind(value)}")
    index = 0
    read_items = []
    try:
        for index, item in enumerate(value):  # noqa: B007, the place of a fault
            read_items.append(read(item))
    except MalformedError as fault:
        raise fault.inside(f"[{index}]") from fault
    return tuple(read_items)


def within(values: Object, key: str, read: Callable[[Any], Value]) -> Value | None:
    """The value at `key` read with `read`; None where the key is not there."""
    return _inside(f".{key}", read, values[key]) if key in values else None


def day(values: Object, key: str) -> date | None:
    """The date at `key`, written 2026-09-01; None where the key is not there."""
    text = string(values, key, DATE)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise MalformedError(f"`{text}` is not a date", f".{key}") from error


def instant(values: Object, key: str) -> datetime:
    """The instant at `key`, written 2026-09-01T00:00:00+05:00 (RFC 3339, whole seconds)."""
    text = string(values, key)
    try:
        if not INSTANT.fullmatch(text) or text.endswith("-00:00"):
            raise ValueError
        return datetime.fromisoformat(text)
    except ValueError as error:
        hint = "write it as 2026-09-01T00:00:00+05:00"
        raise MalformedError(f"`{text}` is not an instant: {hint}", f".{key}") from error


def edition_id(values: Object, key: str) -> str:
    """The edition id at `key`; empty where the key is not there."""
    text = string(values, key, EDITION_ID)
    try:
        return str(EditionId.parse(text)) if text else ""
    except ValueError as error:
        raise MalformedError(f"`{text}` is not the id of an edition", f".{key}") from error


def write_instant(moment: datetime) -> str:
    """An instant in its one spelling; raises MalformedError where it cannot be written exactly."""
    offset = moment.utcoffset()
    if offset is None:
        raise MalformedError(f"{moment} has no offset from UTC")
    if moment.microsecond or offset.total_seconds() % 60:
        raise MalformedError(f"{moment} is not written in whole seconds and offset minutes")
    return moment.isoformat(timespec="seconds")


def _kind(value: object) -> str:
    names = {str: "a string", list: "a list", dict: "an object", bool: "true or false"}
    if value is None:
        return "null"
    return names.get(type(value), "a number")
