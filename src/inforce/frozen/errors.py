"""What is wrong with a frozen file."""

from inforce.problems import InforceError


class FrozenError(InforceError):
    """A frozen file that is not well formed, or a value that cannot be frozen.

    `path` leads to the place in the JSON: `$.clauses[2].id`.
    """

    def __init__(self, message: str, path: str = "$") -> None:
        self.message = message
        self.path = path
        super().__init__(f"{path}: {message}")
