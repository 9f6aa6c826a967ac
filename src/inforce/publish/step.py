"""What a plan is made of."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from inforce.ledger import Add, Correct, Publish
from inforce.problems import Problem
from inforce.publish.freeze import Files


@dataclass(frozen=True, slots=True)
class Step:
    """One act to record, with the files that it freezes and the languages of its texts."""

    act: Publish | Add | Correct
    files: Files
    languages: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """What is due for one policy, and what is wrong with it."""

    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)
