"""What the YAML parser finds wrong, in the words of someone who writes policies."""

import re

from ruamel.yaml.error import MarkedYAMLError, StringMark

from inforce.model import Location
from inforce.problems import Problem

BLOCK = "Put the text into a block: `|-` behind the colon, the text on the next line, indented."
INDENT = (
    "Look at the indentation of this line and the one above; text that holds `: ` or ` #`, or "
    "begins with `*`, `&`, `!`, `[`, `{`, `@`, `%` or a quotation mark, goes into a block: `|-` "
    "behind the colon, the text on the next line, indented."
)

# A part of what the parser says and of what it was doing, then what is wrong and how to mend it.
# The parser is libyaml.
KNOWN = (
    ("unexpected end of stream", "quoted scalar", "the quotation mark that opens here is not "
     "closed", "Close it, or put the text into a block: `|-`."),
    ("unexpected document indicator", "quoted scalar", "the quotation mark that opens here is not "
     "closed", "Close it, or put the text into a block: `|-`."),
    ("escape", "quoted scalar", "a backslash in double quotes begins a code that is not known",
     "Write `\\\\` for a backslash, or put the text into a block: `|-`."),
    ("hexdecimal", "quoted scalar", "a backslash in double quotes begins a code that is not known",
     "Write `\\\\` for a backslash, or put the text into a block: `|-`."),
    ("alphabetic or numeric", "alias", "a text cannot begin with `*` here", BLOCK),
    ("alphabetic or numeric", "anchor", "a text cannot begin with `&` here", BLOCK),
    ("cannot start any token", "", "a text cannot begin with `{sign}` here", BLOCK),
    ("mapping values are not allowed", "", "a `: ` cannot stand here",
     "A key stands in line with the keys around it. " + BLOCK),
    ("tab", "", "a tab stands where the line is indented", "Indent with spaces."),
    ("unexpected ':'", "", "a `:` cannot stand here in braces", "Put the text in quotes."),
    ("',' or '}'", "", "this `{` is not closed, or more text follows a `}`",
     "Close it with `}`. A text that begins with `{` goes into a block: `|-`."),
    ("',' or ']'", "", "this `[` is not closed, or more text follows a `]`",
     "Close it with `]`. A text that begins with `[` goes into a block: `|-`."),
    ("comment or line break", "block scalar", "the text of a block begins on the next line",
     "Write `|-` alone, and the text on the next line, indented."),
    ("could not find expected ':'", "", "this line is neither a key with a colon nor part of the "
     "text above", "Indent it as far as the text above, or end the key with a colon."),
    ("expected key", "", "this line does not fit the lines above", INDENT),
    ("expected '-'", "", "this line does not fit the entries above", INDENT),
    ("block sequence entries are not allowed", "", "an entry (`- `) cannot stand here",
     "Put the entries on lines of their own. A text that begins with `-` goes into a block: "
     "`|-`."),
    ("YAML document", "", "this version of YAML is not read", "Take the line `%YAML` away."),
    ("undefined tag handle", "", "a text cannot begin with `!` here", BLOCK),
)  # fmt: skip
# Then the place to mend is where it begins, not where the parser gave up.
OPENED = ("end of stream", "document indicator", "',' or", "alphabetic or numeric")
# A value that YAML takes for one in quotes or brackets, which ends where they close.
ENCLOSED = re.compile(r"(?:: +|- +)([\"'\[{])")


def syntax_problem(error: MarkedYAMLError, text: str, file: str) -> Problem:
    """What keeps a file from being read, at the place where it has to be mended."""
    place = _place(error, file)
    line = "".join(text.split("\n")[place.line - 1 : place.line])
    enclosed = ENCLOSED.search(line[: place.column - 1])
    if enclosed and "expected key" in (error.problem or ""):
        place = Location(file, place.line, enclosed.start(1) + 1)
        message = f"a text cannot begin with `{enclosed[1]}` here"
        return Problem(place, "syntax", message, BLOCK)
    return _known(error, place, line[place.column - 1 : place.column])


def _known(error: MarkedYAMLError, place: Location, sign: str) -> Problem:
    problem, context = error.problem or "", error.context or ""
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
