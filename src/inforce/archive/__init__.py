"""The ledger and the frozen files, read together and checked against each other."""

from inforce.archive.loading import load
from inforce.archive.records import Archive, EditionRecord, PolicyRecord, TextAct, TextRecord

__all__ = ["Archive", "EditionRecord", "PolicyRecord", "TextAct", "TextRecord", "load"]
