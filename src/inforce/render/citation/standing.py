"""What a citation says of an edition beside its words."""

from dataclasses import dataclass
from datetime import date

from inforce.model import Status
from inforce.timeline import State


@dataclass(frozen=True, slots=True)
class Cited:
    """The edition that a citation is of, and where it stands.

    `until` is the day from which it is in force no more; `withdrawn` the day of its withdrawal;
    `status` the weight of the text; `operator` whose document it is, in the text's language, or
    empty.
    """

    number: str
    adopted: date | None
    state: State
    since: date
    until: date | None = None
    withdrawn: date | None = None
    status: Status = Status.AUTHENTIC
    operator: str = ""


def without(operator: str, title: str) -> str:
    """The name of the operator, where the title does not say it already."""
    bare = operator.casefold()
    for opening, closing in ("«»", "“”", '""'):
        if opening in bare and closing in bare.partition(opening)[2]:
            bare = bare.partition(opening)[2].partition(closing)[0]
            break
    return "" if bare and bare in title.casefold() else operator


def quoted(title: str) -> str:
    """A title in quotation marks; its own become those of the second order."""
    return f"«{title.replace('«', '„').replace('»', '“')}»"
