"""Reading a ledger: everything that is wrong with it, each line named."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import rfc8785

from inforce.ledger.chain import Entry, Ledger, digest
from inforce.ledger.lines import read_act
from inforce.ledger.rules import History
from inforce.model import Location
from inforce.problems import Problem
from inforce.strict import DIGEST, MalformedError, Object, decode, instant, string

LAST = 2**53 - 1  # the last whole number that every JSON reader keeps exactly (RFC 8785)
RESTORE = "Restore the file from an earlier copy; only `inforce` writes to it."


def parse(data: bytes, file: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """The ledger in `data`, a file called `file` in problems, and all that is wrong with it.

    Lines that cannot be read are left out of the ledger.
    """
    reading = _Reading(file)
    lines = data.removesuffix(b"\n").split(b"\n") if data else []
    for number, line in enumerate(lines, 1):
        reading.line(number, line)
    if data and not data.endswith(b"\n"):
        message = f"line {len(lines)} has no line feed at its end: the file was cut off or edited"
        reading.report(len(lines), "ledger-line", message)
    if not lines:
        reading.report(1, "ledger-line", "the ledger is empty; its first line has to be `open`")
    return Ledger(tuple(reading.entries)), tuple(reading.problems)


@dataclass(slots=True)
class _Reading:
    """How far a file was read.

    `computed` is the digest of the last line as it stands; `after_gap` says that the line above
    could not be read. Once something is wrong, `sound` is false, and acts are judged no more:
    what they build on is not what was recorded.
    """

    file: str
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    history: History = field(default_factory=History)
    computed: str = ""
    after_gap: bool = False
    sound: bool = True

    def report(self, number: int, check: str, message: str, hint: str = RESTORE) -> None:
        self.problems.append(Problem(Location(self.file, number), check, message, hint))

    def line(self, number: int, data: bytes) -> None:
        """Read one line, and note what is wrong with it."""
        try:
            values = decode(data)
            entry = _entry(values)
        except MalformedError as fault:
            self.report(number, "ledger-line", f"line {number} cannot be read: {fault}")
            self.after_gap, self.sound = True, False
            return
        for message in self._chain_faults(data, values, entry):
            self.report(number, "ledger-chain", f"line {number} {message}")
            self.sound = False
        self._judge(number, entry)
        self.computed, self.after_gap = digest(values), False
        self.entries.append(entry)

    def _judge(self, number: int, entry: Entry) -> None:
        faults = self.history.faults(entry.act, entry.recorded) if self.sound else ()
        for fault in faults:
            hint = f"{fault.hint} {RESTORE}".strip()
            self.report(number, "ledger-act", f"line {number}: {fault.message}", hint)
        self.history.take(entry.act, entry.recorded)

    def _chain_faults(self, data: bytes, values: Object, entry: Entry) -> Iterator[str]:
        if rfc8785.dumps(values) != data:
            yield "is not in canonical JSON (RFC 8785)"
        if digest(values) != entry.digest:
            yield "was changed: its digest is not that of its content"
        last = self.entries[-1] if self.entries else None
        if last and entry.recorded < last.recorded:
            yield f"was recorded before the line above it ({last.recorded.isoformat()})"
        if not self.after_gap:
            yield from self._order_faults(entry, last)

    def _order_faults(self, entry: Entry, last: Entry | None) -> Iterator[str]:
        expected = last.seq + 1 if last else 1
        if last and entry.digest == last.digest:
            yield "repeats the line above it"
        elif entry.seq != expected:
            yield _numbered(entry.seq, expected)
        elif entry.prev not in ({last.digest, self.computed} if last else {None}):
            yield "does not follow the line above it: its `prev` is not that line's digest"


def _numbered(seq: int, expected: int) -> str:
    missing = "lines are missing above it, or stand in another order"
    reason = missing if seq > expected else "it stands in another order, or twice"
    return f"has the number {seq} where {expected} is expected: {reason}"


def _entry(values: Object) -> Entry:
    act = read_act(values)
    seq = values["seq"]
    if type(seq) is not int or not 1 <= seq <= LAST:
        raise MalformedError("this has to be a whole number from 1", ".seq")
    return Entry(
        seq=seq,
        recorded=instant(values, "recorded"),
        prev=None if values["prev"] is None else string(values, "prev", DIGEST),
        digest=string(values, "digest", DIGEST),
        act=act,
    )
