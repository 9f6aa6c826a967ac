"""The promise: check the sources, build beside, verify, and only then swap in one step.

Whatever fails, and whenever, the live folder is as it was: nothing writes into it, and it is
replaced whole or not at all.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inforce.build import releases, swap
from inforce.build.host import Progress, Task, run_mkdocs, unbroken
from inforce.build.shrink import lost
from inforce.build.sources import sound_project
from inforce.build.swap import SwapError
from inforce.build.workshop import Workshop, workshop
from inforce.problems import ContentError, Problem
from inforce.project import CONTENT, Project
from inforce.verify import FolderReader, Report, Stand, verify

Host = Callable[[Task, Progress], None]

# What MkDocs or inforce has built holds one of these; any other folder is not ours to replace.
_MARKS = ("ledger.jsonl", "sitemap.xml")


@dataclass(frozen=True, slots=True)
class Releases:
    """How `--releases` names a release (an instant, so that names sort), and how many stay."""

    stamp: str
    keep: int = 5


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, from where, to where, as of which moment.

    `project` holds `content/` and `config`; `live` is the folder that readers see.
    """

    project: Path
    live: Path
    moment: datetime
    config: Path
    draft: bool = False
    releases: Releases | None = None

    @property
    def content(self) -> Path:
        """The folder of the policies and the ledger."""
        return self.project / CONTENT


@dataclass(frozen=True, slots=True)
class Built:
    """A site that is live: where its files are, what it shows and what was proved of it."""

    folder: Path
    project: Project
    report: Report
    warnings: tuple[Problem, ...]


def build(order: Order, progress: Progress, host: Host = run_mkdocs) -> Built:
    """Check, build beside, verify, swap.

    Raises ContentError with every problem found in the sources or on the built pages, HostError
    where MkDocs fails, SwapError where the live folder cannot be replaced, BusyError where
    another build of it is at work. After each of them the live folder is as it was.
    """
    progress("checking the sources")
    project, warnings = sound_project(order.project, order.moment, draft=order.draft)
    with _place(order) as shop:
        progress("building the new site beside the live one")
        host(_task(order, shop), progress)
        progress("verifying the new site")
        report = _proved(order, project, FolderReader(shop.site))
        progress(f"putting the new site in its place, {order.live}")
        with unbroken():
            folder = _put(order, shop)
    return Built(folder, project, report, warnings)


def _proved(order: Order, project: Project, new: FolderReader) -> Report:
    """The report on a new site; raises ContentError where it must not go live."""
    site = project.site
    report = verify(new, Stand(project.archive, site.url, site.languages, order.moment))
    problems = report.problems + lost(order.live, new, order.moment)
    if problems:
        raise ContentError(problems)
    return report


def _task(order: Order, shop: Workshop) -> Task:
    return Task(order.project, order.config, shop.site, order.moment, order.draft, shop.lock)


@contextmanager
def _place(order: Order) -> Iterator[Workshop]:
    """The workshop beside the live folder, once it is certain that the two can be swapped."""
    try:
        order.live.parent.mkdir(parents=True, exist_ok=True)
        _guard(order)
        with workshop(order.live) as shop:
            _probe(order, shop)
            yield shop
    except OSError as error:
        reason = error.strerror or str(error)
        raise SwapError(f"{error.filename or order.live}: {reason}") from error


def _guard(order: Order) -> None:
    """Refuse to replace a folder that no build has made."""
    live, project = order.live, order.project.resolve()
    if project.is_relative_to(live) or live.is_relative_to(order.content.resolve()):
        raise SwapError(f"{live} holds the project's own files: choose another folder.")
    if live.exists() and not live.is_dir():
        raise SwapError(f"{live} is a file, not a folder.")
    filled = live.is_dir() and any(live.iterdir())
    if filled and not any((live / mark).exists() for mark in _MARKS):
        raise SwapError(
            f"{live} is not empty and holds no site (no {' or '.join(_MARKS)}): choose another"
            " folder, or empty this one."
        )


def _probe(order: Order, shop: Workshop) -> None:
    if order.releases is not None:
        reason, way = releases.obstacle(order.live), ""
    else:
        reason, way = swap.obstacle(order.live, shop.folder), swap.RELEASES
    if reason:
        raise SwapError(f"{reason} {way}".strip())
    need, free = _size(order.live), shutil.disk_usage(shop.folder).free
    if need > free:
        raise SwapError(
            f"The new site needs about {need >> 20} MB beside the live one,"
            f" and only {free >> 20} MB are free."
        )


def _size(folder: Path) -> int:
    """How many bytes the files below `folder` hold."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def _put(order: Order, shop: Workshop) -> Path:
    if order.releases is None:
        swap.put(shop.site, order.live)
        return order.live
    return releases.put(shop.site, order.live, order.releases.stamp, order.releases.keep)
