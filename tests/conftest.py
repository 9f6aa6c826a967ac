"""What tests of several modules start from."""

from pathlib import Path

import pytest

from .workplace import Workplace


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A fresh project with a site file and nothing else."""
    return Workplace(tmp_path / "project")
