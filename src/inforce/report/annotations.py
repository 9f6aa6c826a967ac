"""Problems as GitHub shows them beside the lines of a pull request.

The form and its escapes are those of GitHub's workflow commands:
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands and
`packages/core/src/command.ts` in github.com/actions/toolkit.
"""

from collections.abc import Iterable, Iterator

from inforce.problems import Problem

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def annotations(problems: Iterable[Problem]) -> str:
    """A workflow command for each problem, on a line of its own."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in _properties(problem))
    message = "\n".join(part for part in (problem.message, problem.hint) if part)
    return f"::{COMMANDS[problem.severity]} {properties}::{_data(message)}"


def _properties(problem: Problem) -> Iterator[tuple[str, str]]:
    place = problem.location
    yield "file", place.file
    if place.line:
        yield "line", str(place.line)
        if place.column:
            yield "col", str(place.column)
    yield "title", f"{problem.check} in {place.clause}" if place.clause else problem.check


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
