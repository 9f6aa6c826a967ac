"""What tests of several modules start from."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from .workplace import Workplace

# More in a run of its own: `pytest --hypothesis-profile=long`.
settings.register_profile("short", max_examples=30, deadline=None)
settings.register_profile("long", max_examples=1000, deadline=None)
settings.load_profile("short")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """A fresh project with a site file and nothing else.

    What is published there is not written through to the disk: that takes most of the time.
    """
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    return Workplace.new(tmp_path / "project")
