"""Problems in content are data; only what stops a command is an exception."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from inforce.model import Location


class InforceError(Exception):
    """The root of everything that inforce raises: the command could not do its work."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake in the content: where, which check found it, what is wrong, how to mend it."""

    location: Location
    check: str
    message: str
    hint: str = ""
    severity: str = field(default="error")

    def __str__(self) -> str:
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{self.location}: {self.severity}: {self.message} [{self.check}]{hint}"


class ContentError(InforceError):
    """The content has problems, so what was asked for was not done."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
