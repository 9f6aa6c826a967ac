import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inforce.build import Order
from inforce.build.host import Progress, Task
from tests.factory import Factory
from tests.verify.small import NOW, project, write


@dataclass(frozen=True)
class Made:
    """A project and the site that a host would build from it."""

    factory: Factory
    site: Path

    def host(self, task: Task, progress: Progress) -> None:
        """A host that has nothing left to do but to copy."""
        shutil.copytree(self.site, task.out)


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    """Interrupts are heard, though who runs the tests behind other work has them ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("made")
    factory = project(root / "project")
    return Made(factory, write(factory, root / "built"))


@pytest.fixture
def order(made: Made, tmp_path: Path) -> Order:
    """A build of the project into a folder that does not exist yet."""
    root = made.factory.root
    return Order(root, tmp_path / "site", NOW, root / "mkdocs.yml")


@pytest.fixture
def live(made: Made, order: Order) -> Path:
    """The live folder with an older build in it: a page of it reads otherwise."""
    shutil.copytree(made.site, order.live)
    (order.live / "changelog" / "index.html").write_text("the old page")
    return order.live


@pytest.fixture
def said() -> list[str]:
    """What a build tells of its progress."""
    return []


def changed(made: Made, change: Callable[[Path], object]) -> Callable[[Task, Progress], None]:
    """A host whose site is changed before anybody looks at it."""

    def host(task: Task, progress: Progress) -> None:
        made.host(task, progress)
        change(task.out)

    return host
