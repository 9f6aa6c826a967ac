"""The ledger: acts in the order of their recording, each line sealed to the one before."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

import rfc8785

from inforce.ledger.acts import Act, Open
from inforce.ledger.lines import read_act, write_act
from inforce.ledger.rules import History
from inforce.problems import InforceError
from inforce.strict import MalformedError, Object, decode, write_instant


class LedgerError(InforceError):
    """An act that the ledger cannot take."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: `seq` counts from 1, `prev` is the digest of the line before, None at first.

    `digest` is the SHA-256, in lowercase hexadecimal, of the line's canonical JSON without
    `digest` itself.
    """

    seq: int
    recorded: datetime
    prev: str | None
    digest: str
    act: Act


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that was recorded, oldest first."""

    entries: tuple[Entry, ...] = ()

    @property
    def opening(self) -> Open | None:
        """The act of the first line; None while there is no line."""
        act = self.entries[0].act if self.entries else None
        return act if isinstance(act, Open) else None

    def append(self, act: Act, recorded: datetime) -> "Ledger":
        """This ledger with one line more; `recorded` loses its fraction of a second.

        Raises LedgerError where the line would not be accepted when the ledger is read again.
        """
        entry = self._seal(act, recorded.replace(microsecond=0))
        history = History.of(self.entries)
        for fault in history.faults(entry.act, entry.recorded):
            reason = f"{fault.message}. {fault.hint}".strip()
            raise LedgerError(f"the ledger cannot record this: {reason}")
        return Ledger((*self.entries, entry))

    def _seal(self, act: Act, recorded: datetime) -> Entry:
        last = self.entries[-1] if self.entries else None
        if last and recorded.utcoffset() is not None and recorded < last.recorded:
            raise LedgerError(
                f"the clock says {recorded.isoformat()}, but the last line was recorded at "
                f"{last.recorded.isoformat()}: set the clock right"
            )
        seq, prev = (last.seq + 1, last.digest) if last else (1, None)
        try:
            line = _line(seq, recorded, prev, act)
            read_act(decode(rfc8785.dumps({**line, "digest": ""})))
        except (MalformedError, rfc8785.CanonicalizationError) as error:
            raise LedgerError(f"the ledger cannot record this: {error}") from error
        return Entry(seq, recorded, prev, digest(line), act)


def _line(seq: int, recorded: datetime, prev: str | None, act: Act) -> Object:
    return {"seq": seq, "recorded": write_instant(recorded), "prev": prev, **write_act(act)}


def digest(line: Object) -> str:
    """The digest of a line, whether or not it already holds one."""
    unsealed = {key: value for key, value in line.items() if key != "digest"}
    return hashlib.sha256(rfc8785.dumps(unsealed)).hexdigest()


def dump(ledger: Ledger) -> bytes:
    """The ledger as its file: a line of canonical JSON (RFC 8785) for each entry."""
    return b"".join(dump_entry(entry) for entry in ledger.entries)


def dump_entry(entry: Entry) -> bytes:
    """One line with its line feed."""
    line = _line(entry.seq, entry.recorded, entry.prev, entry.act)
    return rfc8785.dumps({**line, "digest": entry.digest}) + b"\n"
