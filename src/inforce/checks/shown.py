"""The words of a resolved clause, with the addresses that its links lead to."""

from dataclasses import replace

from inforce.frozen import canonical_text
from inforce.model import Clause, Text


def shown(clause: Clause) -> str:
    """What readers see of a clause and all below it; a link is followed by its address."""
    return canonical_text(Text("", "", "", "", clauses=(clause,))).decode()


def shown_alone(clause: Clause) -> str:
    """What readers see of a clause without those below it."""
    return shown(replace(clause, clauses=()))
