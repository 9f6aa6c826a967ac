from collections.abc import Callable
from pathlib import Path

import pytest

from inforce.project import load_project
from inforce.site import Publication
from tests.factory import Factory, day


@pytest.fixture
def factory(tmp_path: Path) -> Factory:
    return Factory(tmp_path / "project")


@pytest.fixture
def published(factory: Factory) -> Callable[[str], Publication]:
    """What the factory has published, as of the first moment of a date."""

    def at(date: str) -> Publication:
        project = load_project(factory.root)
        assert project.damage == ()
        return Publication(project.archive, project.site, day(date))

    return at
