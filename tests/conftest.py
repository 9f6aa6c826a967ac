"""What tests of several modules start from."""

import os
from pathlib import Path

import pytest

from .chance import profiles
from .workplace import Workplace

profiles()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a browser often waits."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """A fresh project with a site file and nothing else.

    What is published there is not written through to the disk: that takes most of the time.
    """
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    return Workplace.new(tmp_path / "project")
