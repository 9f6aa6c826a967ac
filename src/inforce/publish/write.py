"""Carrying acts out: files first, each written once, then the line that makes them count."""

import os
from datetime import datetime
from pathlib import Path

from inforce.address import LEDGER
from inforce.ledger import Act, Ledger, Publish, dump
from inforce.problems import InforceError
from inforce.publish.freeze import Files
from inforce.publish.step import Step
from inforce.publish.workshop import Freezing, folder_of, workshop

FILES = "files"


def record_step(content: Path, ledger: Ledger, step: Step, moment: datetime) -> Ledger:
    """Freeze the files of a step and record it; returns the longer ledger.

    Raises InforceError where a file cannot be written or is there already; then nothing is
    recorded.
    """
    longer = ledger.append(step.act, moment)
    _refuse_present(content, step.act)
    with workshop(content) as path:
        _write_all(path / FILES, step.files)
        _write_ledger(content, path, longer)
        _place(path / FILES, folder_of(content, step.act), step.act)
        _exchange(content, path)
    return longer


def record(content: Path, ledger: Ledger, act: Act, moment: datetime) -> Ledger:
    """Record an act that freezes no file; returns the longer ledger."""
    longer = ledger.append(act, moment)
    with workshop(content) as path:
        _write_ledger(content, path, longer)
        _exchange(content, path)
    return longer


def sync(folder: Path) -> None:
    """Make the entries of a folder outlast a power failure."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refuse_present(content: Path, act: Freezing) -> None:
    folder = folder_of(content, act)
    paths = [folder] if isinstance(act, Publish) else [folder / name for name in act.files]
    for path in paths:
        if path.exists():
            raise InforceError(f"{path} is there already, and no published file is ever replaced")


def _write_all(folder: Path, files: Files) -> None:
    folder.mkdir()
    for name, data in files.items():
        _write(folder / name, data)
    sync(folder)


def _write_ledger(content: Path, path: Path, ledger: Ledger) -> None:
    held = content / LEDGER
    data = dump(ledger)
    if held.exists() and not data.startswith(held.read_bytes()):
        raise InforceError("the ledger was changed meanwhile; look at it and try again")
    _write(path / LEDGER, data)
    sync(path)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _place(made: Path, folder: Path, act: Freezing) -> None:
    """Put a whole edition, or the files of one text, where they will stay."""
    if isinstance(act, Publish):
        folder.parent.mkdir(exist_ok=True)
        made.rename(folder)
        sync(folder.parent)
        sync(folder.parent.parent)
    else:
        for name in act.files:
            (made / name).rename(folder / name)
        sync(folder)


def _exchange(content: Path, path: Path) -> None:
    (path / LEDGER).replace(content / LEDGER)
    sync(content)
