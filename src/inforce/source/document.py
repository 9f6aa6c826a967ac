"""A YAML file as nodes with their places, or the problems that keep it from being read.

Sources are untrusted: their size, depth and number of nodes are limited, and tags, anchors and
aliases, which only programs need, are refused.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
)
from ruamel.yaml.nodes import Node

from inforce.model import Location
from inforce.problems import Problem
from inforce.source.characters import check_characters

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that could be read: its name, its lines and its root node."""

    file: str
    lines: tuple[str, ...]
    root: Node


def read_document(path: Path, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The YAML file at `path`, called `file` in problems; None where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        return None, (Problem(Location(file), "file", f"the file cannot be read: {reason}"),)
    return parse_document(data, file)


def parse_document(data: bytes, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The YAML document in `data`, in Unicode's normal form C."""
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read"
        return None, (Problem(Location(file), "limit", message, "Split the policy in two."),)
    try:
        text = unicodedata.normalize("NFC", data.decode("utf-8-sig")).replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return None, (_undecodable(data, error, file),)
    problems = check_characters(text, file)
    if problems:
        return None, problems
    return _compose(text, file)


def _undecodable(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    hint = "Save the file as UTF-8."
    return Problem(Location(file, line), "encoding", "the file is not UTF-8", hint)


def _compose(text: str, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    loader = YAML(typ="safe")
    try:
        problems = tuple(_check_events(loader.parse(text), file))
        if problems:
            return None, problems
        root = YAML(typ="safe").compose(text)
    except MarkedYAMLError as error:
        return None, (_syntax(error, file),)
    except (YAMLError, RecursionError) as error:
        return None, (Problem(Location(file), "syntax", f"this is not YAML: {error}"),)
    if root is None:
        return None, (Problem(Location(file), "syntax", "the file is empty"),)
    return Document(file, tuple(text.split("\n")), root), ()


def _syntax(error: MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)
    words = ", ".join(part for part in (error.problem, error.context) if part)
    hint = (
        "Look at the indentation; text that holds `: ` or `#`, or begins with `*`, `&`, `!`, `[`, "
        "`{` or a quote goes into a block: `|-`."
    )
    return Problem(place, "syntax", f"this is not YAML: {words}", hint)


def _check_events(events: Iterator[Event], file: str) -> Iterator[Problem]:
    depth = nodes = documents = 0
    for event in events:
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        nodes += isinstance(event, NodeEvent)
        documents += isinstance(event, DocumentStartEvent)
        place = Location(file, event.start_mark.line + 1, event.start_mark.column + 1)
        if depth > MAX_DEPTH:
            yield Problem(place, "limit", f"the text is nested more than {MAX_DEPTH} levels deep")
            return
        if nodes > MAX_NODES:
            yield Problem(place, "limit", f"the file has more than {MAX_NODES:,} values")
            return
        if documents > 1:
            yield Problem(place, "syntax", "a second document (`---`) in one file")
            return
        yield from _check_event(event, place)


def _check_event(event: Event, place: Location) -> Iterator[Problem]:
    if not isinstance(event, NodeEvent):
        return
    if isinstance(event, AliasEvent):
        hint = "Write the value out; if it should begin with `*`, put it in quotes."
        yield Problem(place, "syntax", f"an alias (`*{event.anchor}`) is not allowed", hint)
        return
    if event.anchor is not None:
        hint = "Take it away; if the value should begin with `&`, put it in quotes."
        yield Problem(place, "syntax", f"an anchor (`&{event.anchor}`) is not allowed", hint)
    tag = getattr(event, "tag", None)
    if tag is not None:
        hint = "Take it away; if the value should begin with `!`, put it in quotes."
        yield Problem(place, "syntax", f"a tag (`{tag}`) is not allowed", hint)
