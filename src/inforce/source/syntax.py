"""What the YAML parser finds wrong, in the words of someone who writes policies."""

import re
from collections.abc import Iterator
from contextlib import suppress

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.events import Event, ScalarEvent

from inforce.model import Location
from inforce.problems import Problem

BLOCK = "Put the text into a block: `|-` behind the colon, the text on the next line, indented."
INDENT = (
    "Look at the indentation of this line and the one above; text that holds `: ` or ` #`, or "
    "begins with `*`, `&`, `!`, `[`, `{`, `@`, `%` or a quotation mark, goes into a block: `|-` "
    "behind the colon, the text on the next line, indented."
)

UNCLOSED = "the quotation mark that opens here is not closed"
CLOSE = "Close it, or put the text into a block: `|-`."
SPACES = "Indent with spaces."
TAB = "a tab stands where the line is indented"
NO_KEY = "this line is neither a key with a colon nor part of the text above"
END_THE_KEY = "Indent it as far as the text above, or end the key with a colon."

# A part of what the parser says and of what it was doing, then what is wrong and how to mend it.
# The parser is libyaml.
KNOWN = (
    ("unexpected end of stream", "quoted scalar", UNCLOSED, CLOSE),
    ("unexpected document indicator", "quoted scalar", UNCLOSED, CLOSE),
    ("escape", "quoted scalar", "a backslash in double quotes begins a code that is not known",
     "Write `\\\\` for a backslash, or put the text into a block: `|-`."),
    ("hexdecimal", "quoted scalar", "a backslash in double quotes begins a code that is not known",
     "Write `\\\\` for a backslash, or put the text into a block: `|-`."),
    ("alphabetic or numeric", "alias", "a text cannot begin with `*` here", BLOCK),
    ("alphabetic or numeric", "anchor", "a text cannot begin with `&` here", BLOCK),
    ("cannot start any token", "", "a text cannot begin with `{sign}` here", BLOCK),
    ("mapping values are not allowed", "", "a `: ` cannot stand here",
     "A key stands in line with the keys around it. " + BLOCK),
    ("tab", "", TAB, SPACES),
    ("unexpected ':'", "", "a `:` cannot stand here in braces", "Put the text in quotes."),
    ("',' or '}'", "", "this `{` is not closed, or more text follows a `}`",
     "Close it with `}`. A text that begins with `{` goes into a block: `|-`."),
    ("',' or ']'", "", "this `[` is not closed, or more text follows a `]`",
     "Close it with `]`. A text that begins with `[` goes into a block: `|-`."),
    ("comment or line break", "block scalar", "the text of a block begins on the next line",
     "Write `|-` alone, and the text on the next line, indented."),
    ("could not find expected ':'", "", NO_KEY, END_THE_KEY),
    ("expected key", "", "this line does not fit the lines above", INDENT),
    ("expected '-'", "", "this line does not fit the entries above", INDENT),
    ("block sequence entries are not allowed", "", "an entry (`- `) cannot stand here",
     "Put the entries on lines of their own. A text that begins with `-` goes into a block: "
     "`|-`."),
    ("YAML document", "", "this version of YAML is not read", "Take the line `%YAML` away."),
    ("undefined tag handle", "", "a text cannot begin with `!` here", BLOCK),
)  # fmt: skip
# Then the place to mend is where it begins, not where the parser gave up.
OPENED = (
    "end of stream", "document indicator", "',' or", "alphabetic or numeric",
    "could not find expected",
)  # fmt: skip
# A value that YAML takes for one in quotes or brackets, which ends where they close.
ENCLOSED = re.compile(r"(?:: +|- +)([\"'\[{])")


# An entry that begins with another dash than a hyphen, or without a space behind it.
DASHED = re.compile(r"\s*((?:[–—−‐‑] *|-)(?=([a-z]+): ))")
# A key without a space behind its colon.
UNSPACED = re.compile(r"\s*(?:- +)?(([a-z-]+):)(?=[^\s/])")
CONFLICT, CONFLICT_END = (re.compile(rf"^{mark}{{7}} ", re.MULTILINE) for mark in "<>")


def conflicts(text: str, file: str) -> Iterator[Problem]:
    """A problem for each place at which a merge left both texts."""
    hint = "Keep what is right of the two texts, and take the marks away: `<<<`, `===`, `>>>`."
    message = "two texts stand here that could not be merged (`<<<<<<<`)"
    for begin in CONFLICT.finditer(text) if CONFLICT_END.search(text) else ():
        place = Location(file, text.count("\n", 0, begin.start()) + 1, 1)
        yield Problem(place, "syntax", message, hint)


def syntax_problem(error: MarkedYAMLError, text: str, file: str) -> Problem:
    """What keeps a file from being read, at the place where it has to be mended."""
    place, lines, last = _place(error, file), text.split("\n"), _last_scalar(text)
    line = "".join(lines[place.line - 1 : place.line])
    said = error.problem or ""
    if last and "expected key" in said and last.end_mark.line + 1 == place.line and last.style:
        opened = _start(last, file)
        if opened.line < place.line:  # the next quotation mark, lines below, was taken for its end
            return Problem(opened, "syntax", UNCLOSED, CLOSE)
    if "could not find expected" in said:
        return _mistyped(line, place) or _known(error, place, "")
    if last and "mapping values" in said and last.start_mark.line + 1 < place.line:
        above = _start(last, file)
        slip = _mistyped(lines[above.line - 1], above)
        if slip or above.column == len(line) - len(line.lstrip()) + 1:
            return slip or Problem(above, "syntax", NO_KEY, END_THE_KEY)
    return _enclosed(said, line, place) or _known(error, place, line[place.column - 1 :][:1])


def _last_scalar(text: str) -> ScalarEvent | None:
    """The value that the parser read last, if that is where it gave up."""
    last: Event | None = None
    with suppress(YAMLError):
        for event in YAML(typ="safe").parse(text):
            last = event
    return last if isinstance(last, ScalarEvent) else None


def _start(event: ScalarEvent, file: str) -> Location:
    return Location(file, event.start_mark.line + 1, event.start_mark.column + 1)


def _mistyped(line: str, place: Location) -> Problem | None:
    """A line whose dash or colon is not what YAML takes for one."""
    if dashed := DASHED.match(line):
        message = f"an entry begins with `- ` (a hyphen and a space), not with `{dashed[1]}`"
        at, hint = dashed.start(1), as_entry(line)
    elif unspaced := UNSPACED.match(line):
        message = f"a space is missing behind `{unspaced[1]}`"
        at, hint = unspaced.start(1), f"Write `{unspaced[1]} …`."
    else:
        return None
    return Problem(Location(place.file, place.line, at + 1), "syntax", message, hint)


def as_entry(line: str) -> str:
    """How to write a line that begins with another dash; empty where it does not."""
    dashed = DASHED.match(line)
    return f"Write `- {dashed[2]}: …`." if dashed else ""


def _enclosed(said: str, line: str, place: Location) -> Problem | None:
    """A text that YAML takes for a value in quotes or brackets, and goes on behind them."""
    enclosed = ENCLOSED.search(line[: place.column - 1])
    if not enclosed or "expected key" not in said:
        return None
    place = Location(place.file, place.line, enclosed.start(1) + 1)
    return Problem(place, "syntax", f"a text cannot begin with `{enclosed[1]}` here", BLOCK)


def _known(error: MarkedYAMLError, place: Location, sign: str) -> Problem:
    problem, context = error.problem or "", error.context or ""
    if sign == "\t":
        return Problem(place, "syntax", TAB, SPACES)
    for said, doing, message, hint in KNOWN:
        if said in problem and doing in context:
            return Problem(place, "syntax", message.replace("{sign}", sign), hint)
    words = problem or context or "it cannot be read"
    return Problem(place, "syntax", f"this line is not YAML: {words}", INDENT)


def _place(error: MarkedYAMLError, file: str) -> Location:
    opened = any(words in (error.problem or "") for words in OPENED)
    marks = (error.problem_mark, error.context_mark)
    mark: StringMark | None = next(filter(None, reversed(marks) if opened else marks), None)
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file, 1, 1)
