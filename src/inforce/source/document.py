"""A YAML file as nodes with their places, or the problems that keep it from being read.

Sources are untrusted: their size, depth and number of nodes are limited, no link leads out of
the content folder, and tags, anchors and aliases, which only programs need, are refused.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
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
    ScalarEvent,
)
from ruamel.yaml.nodes import Node

from inforce.model import Location
from inforce.problems import Problem
from inforce.source.characters import LIMIT, check_characters, is_suspect, refusal
from inforce.source.positions import place_of
from inforce.source.syntax import BLOCK, conflicts, syntax_problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_NODES = 200_000

Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that could be read: its name, its text, its lines and its root node."""

    file: str
    text: str
    lines: tuple[str, ...]
    root: Node


def read_document(
    path: Path, file: str, content: Path | None = None
) -> tuple[Document | None, Problems]:
    """The YAML file at `path`, called `file` in problems; None where it cannot be read.

    With `content`, a file that a link leads out of that folder is not read.
    """
    if content and not path.resolve().is_relative_to(content.resolve()):
        hint = "Put the file itself there, instead of a link to it."
        message = "a link leads out of the content folder"
        return None, (Problem(Location(file), "file", message, hint),)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        return None, (Problem(Location(file), "file", message, "Make it a readable file."),)
    return parse_document(data, file)


def parse_document(data: bytes, file: str) -> tuple[Document | None, Problems]:
    """The YAML document in `data`, in Unicode's normal form C, with line feeds as line ends."""
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES:,} bytes"
        return None, (Problem(Location(file), "limit", message, "Split the policy in two."),)
    try:
        text = unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, (_undecodable(data, error, file),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = check_characters(text, file) or tuple(islice(conflicts(text, file), LIMIT))
    if problems:
        return None, problems
    return _compose(text, file)


def _undecodable(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    before = data[: error.start]
    column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    place = Location(file, before.count(b"\n") + 1, column)
    hint = "Save the file with the encoding UTF-8; editors offer it under “Save as”."
    return Problem(place, "encoding", "the file is not in UTF-8 from here on", hint)


def _compose(text: str, file: str) -> tuple[Document | None, Problems]:
    try:
        problems = tuple(_check_events(YAML(typ="safe").parse(text), text, file))
        if problems:
            return None, problems
        root = YAML(typ="safe").compose(text)
    except MarkedYAMLError as error:
        return None, (syntax_problem(error, text, file),)
    except YAMLError as error:
        hint = "Compare it with another policy of this folder."
        return None, (Problem(Location(file), "syntax", f"this is not YAML: {error}", hint),)
    if root is None:
        hint = "Begin it like the example in docs/sources.md."
        return None, (Problem(Location(file, 1, 1), "empty", "the file is empty", hint),)
    return Document(file, text, tuple(text.split("\n")), root), ()


def _check_events(events: Iterator[Event], text: str, file: str) -> Iterator[Problem]:
    depth = nodes = documents = 0
    for event in events:
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        nodes += isinstance(event, NodeEvent)
        documents += isinstance(event, DocumentStartEvent)
        place = Location(file, event.start_mark.line + 1, event.start_mark.column + 1)
        if depth > MAX_DEPTH:
            message = f"the text is nested more than {MAX_DEPTH} levels deep"
            yield Problem(place, "limit", message, "Close the brackets, or use fewer levels.")
            return
        if nodes > MAX_NODES:
            message = f"the file has more than {MAX_NODES:,} values"
            yield Problem(place, "limit", message, "Split the policy in two.")
            return
        if documents > 1:
            hint = "Take the line away; a policy is one document."
            yield Problem(place, "syntax", "`---` begins a second document here", hint)
            return
        yield from _check_event(event, place)
        if isinstance(event, ScalarEvent) and event.style == '"':
            yield from _check_escapes(event, text, file)


def _check_event(event: Event, place: Location) -> Iterator[Problem]:
    if not isinstance(event, NodeEvent):
        return
    if isinstance(event, AliasEvent):
        message = f"a text cannot begin with `*` here (`*{event.anchor}` is an alias)"
        yield Problem(place, "syntax", message, BLOCK)
        return
    if event.anchor is not None:
        message = f"a text cannot begin with `&` here (`&{event.anchor}` is an anchor)"
        yield Problem(place, "syntax", message, BLOCK)
    tag = getattr(event, "tag", None)
    if tag is not None:
        message = f"a text cannot begin with `!` here (`{tag}` is a tag)"
        yield Problem(place, "syntax", message, BLOCK)


def _check_escapes(event: ScalarEvent, text: str, file: str) -> Iterator[Problem]:
    """A problem for each escape of a character that could not be written either."""
    found = [offset for offset, sign in enumerate(event.value) if is_suspect(sign)]
    for offset in found[:LIMIT]:
        place = place_of(event, text, event.value, offset)
        yield refusal(Location(file, place.line, place.column), event.value[offset])
