import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inforce.address import LEDGER
from inforce.build import BusyError, HostError, Order, Releases, SwapError, build
from inforce.build.host import Progress, Task, run
from inforce.build.workshop import workshop, workshop_of
from inforce.problems import ContentError, InforceError
from tests.build.conftest import Made, changed
from tests.build.trees import tree
from tests.factory import day

is_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")


Change = Callable[[Path], object]


def silent(message: str) -> None:
    pass


def test_a_first_build_puts_the_site_where_nothing_was(
    made: Made, order: Order, said: list[str]
) -> None:
    built = build(order, said.append, made.host)
    assert tree(order.live) == tree(made.site)
    assert list(order.live.parent.iterdir()) == [order.live]
    assert built.folder == order.live
    assert built.report.texts == 36
    assert said == [
        "checking the sources",
        "building the new site beside the live one",
        "verifying the new site",
        f"putting the new site in its place, {order.live}",
    ]


def test_a_later_build_replaces_the_live_folder_whole(made: Made, order: Order, live: Path) -> None:
    build(order, silent, made.host)
    assert tree(live) == tree(made.site)
    assert list(live.parent.iterdir()) == [live]


def test_the_host_is_told_what_to_build(made: Made, order: Order) -> None:
    tasks = []

    def host(task: Task, progress: Progress) -> None:
        tasks.append(task)
        made.host(task, progress)

    build(replace(order, draft=True), silent, host)
    [task] = tasks
    assert (task.project, task.config) == (order.project, order.config)
    assert (task.moment, task.draft) == (order.moment, True)
    assert task.out == workshop_of(order.live) / "site"


def fail_to_build(task: Task, progress: Progress) -> None:
    (task.out / "privacy").mkdir(parents=True)
    run([sys.executable, "-c", "print('WARNING: half'); raise SystemExit(3)"], task, progress)


def test_a_host_that_fails_leaves_the_live_folder(live: Path, order: Order) -> None:
    before, said = tree(live), list[str]()
    with pytest.raises(HostError, match=r"status 3[^$]*WARNING: half"):
        build(order, said.append, fail_to_build)
    assert tree(live) == before
    assert list(live.parent.iterdir()) == [live]
    assert "WARNING: half" in said


WRONG: dict[str, Change] = {
    "a page is missing": lambda out: (out / "privacy" / "index.html").unlink(),
    "a word is wrong": lambda out: (out / "kk" / "privacy" / "index.html").write_text(
        (out / "kk" / "privacy" / "index.html").read_text().replace("delivery", "slavery")
    ),
    "the ledger is missing": lambda out: (out / LEDGER).unlink(),
    "nothing was built": shutil.rmtree,
}


@pytest.mark.parametrize("what", WRONG)
def test_a_site_that_is_not_proved_never_goes_live(
    made: Made, live: Path, order: Order, what: str
) -> None:
    before = tree(live)
    with pytest.raises(InforceError) as caught:
        build(order, silent, changed(made, WRONG[what]))
    assert str(caught.value)
    assert tree(live) == before
    assert list(live.parent.iterdir()) == [live]


def test_damage_stops_the_build_before_it_starts_and_everything_is_told(
    made: Made, live: Path, order: Order, tmp_path: Path
) -> None:
    root = tmp_path / "broken"
    shutil.copytree(made.factory.root, root)
    (root / "content" / "draft").mkdir()
    (root / "content" / "draft" / "policy.yml").write_text("policy: other\nclauses: 5\n")
    (root / "content" / "terms" / "editions" / "2026-02-01" / "ru.txt").write_text("Not so.")
    before = tree(live)
    with pytest.raises(ContentError) as caught:
        build(replace(order, project=root), silent, never)
    files = {problem.location.file for problem in caught.value.problems}
    assert files >= {"content/draft/policy.yml", "content/terms/editions/2026-02-01/ru.txt"}
    assert tree(live) == before


def never(task: Task, progress: Progress) -> None:
    raise AssertionError("nothing may be built")


def test_an_edition_that_is_late_does_not_stop_the_build(
    made: Made, order: Order, tmp_path: Path
) -> None:
    root = tmp_path / "late"
    shutil.copytree(made.factory.root, root)
    (root / "content" / "draft").mkdir()
    (root / "content" / "draft" / "policy.yml").write_text(LATE, "utf-8")
    built = build(replace(order, project=root), silent, made.host)
    [warning] = [one for one in built.warnings if one.check == "effective"]
    assert warning.severity == "warning"
    assert "2026-11-22" in warning.hint


LATE = """policy: draft
kind: terms
title:
  ru: Правила
languages:
  ru: authentic
prevails: ru
fallback: ru
edition:
  effective: 2026-11-01
clauses:
- id: scope
  ru: |-
    Текст.
"""


# What the live folder holds, and the new site does not.
LOST: dict[str, tuple[Change, str, str]] = {
    "a ledger that goes on": (
        lambda live: (live / LEDGER).write_bytes((live / LEDGER).read_bytes() + b"{}\n"),
        "ledger-growth",
        LEDGER,
    ),
    "a ledger that is another": (
        lambda live: (live / LEDGER).write_bytes(b"{}\n" + (live / LEDGER).read_bytes()),
        "ledger-growth",
        LEDGER,
    ),
}


@pytest.mark.parametrize("what", LOST)
def test_what_was_recorded_on_the_live_site_stays(
    made: Made, live: Path, order: Order, what: str
) -> None:
    change, check, file = LOST[what]
    change(live)
    before = tree(live)
    with pytest.raises(ContentError) as caught:
        build(order, silent, made.host)
    [problem] = caught.value.problems
    assert (problem.check, problem.location.file) == (check, file)
    assert tree(live) == before


def test_addresses_that_the_live_site_has_stay(made: Made, live: Path, order: Order) -> None:
    shutil.copytree(live / "kk", live / "de")
    home = (live / "index.html").read_text()
    (live / "index.html").write_text(home.replace('hreflang="kk"', 'hreflang="de"'))
    before = tree(live)
    with pytest.raises(ContentError) as caught:
        build(order, silent, made.host)
    assert {one.check for one in caught.value.problems} == {"address-lost"}
    lost = {one.location.file for one in caught.value.problems}
    assert {"de/index.html", "de/privacy/2026-03-01/index.html", "de/policy/index.html"} <= lost
    assert tree(live) == before


REFUSED: dict[str, tuple[Change, str]] = {
    "a folder that is no site": (lambda live: (live / "notes.txt").write_text("mine"), "no site"),
    "a file": (lambda live: live.rename(live.with_name("x")) and live.write_text("x"), "is a file"),
    "a link": (
        lambda live: live.symlink_to(live.rename(live.with_name("x"))),
        "is a link",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_build_has_made_is_not_replaced(order: Order, what: str) -> None:
    change, message = REFUSED[what]
    order.live.mkdir()
    change(order.live)
    before = tree(order.live.parent)
    with pytest.raises(SwapError, match=message):
        build(order, silent, never)
    assert tree(order.live.parent) == before


@pytest.mark.parametrize("live", ["", "..", "content/site"])
def test_the_project_itself_is_not_replaced(made: Made, order: Order, live: str) -> None:
    with pytest.raises(SwapError, match="the project's own files"):
        build(replace(order, live=(made.factory.root / live).resolve()), silent, never)


def test_an_empty_folder_may_be_there_already(made: Made, order: Order) -> None:
    order.live.mkdir()
    build(order, silent, made.host)
    assert tree(order.live) == tree(made.site)


def test_a_second_build_at_once_is_refused(made: Made, live: Path, order: Order) -> None:
    before = tree(live)
    with workshop(live), pytest.raises(BusyError):
        build(order, silent, never)
    assert tree(live) == before


def test_releases_lead_one_link_to_the_newest(made: Made, order: Order) -> None:
    for stamp in ("1", "2", "3"):
        built = build(replace(order, releases=Releases(stamp, keep=2)), silent, made.host)
        assert built.folder == order.live.parent / "site.releases" / stamp
        assert tree(order.live) == tree(made.site)
    assert sorted(path.name for path in order.live.parent.iterdir()) == ["site", "site.releases"]
    assert sorted(path.name for path in built.folder.parent.iterdir()) == ["2", "3"]


def test_a_release_that_fails_leaves_the_link(made: Made, order: Order) -> None:
    build(replace(order, releases=Releases("1")), silent, made.host)
    before = tree(order.live.parent)
    with pytest.raises(HostError):
        build(replace(order, releases=Releases("2")), silent, fail_to_build)
    assert tree(order.live.parent) == before


def test_a_folder_is_not_made_a_link(made: Made, live: Path, order: Order) -> None:
    before = tree(live)
    with pytest.raises(SwapError, match="Do this once: mkdir"):
        build(replace(order, releases=Releases("1")), silent, never)
    assert tree(live) == before


@pytest.fixture
def disk(order: Order) -> Iterator[Order]:
    """A small disk of its own for the live site."""
    folder = order.live.parent / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder], check=True)
    yield replace(order, live=folder / "site")
    subprocess.run(["umount", folder], check=True)


def fill(folder: Path, size: int) -> None:
    (folder / "big").write_bytes(bytes(size))


@is_root
def test_a_disk_that_fills_up_leaves_the_live_folder(made: Made, disk: Order) -> None:
    shutil.copytree(made.site, disk.live)
    before = tree(disk.live)
    with pytest.raises(SwapError, match="No space left"):
        build(disk, silent, changed(made, lambda out: fill(out, 2 << 20)))
    assert tree(disk.live) == before
    assert list(disk.live.parent.iterdir()) == [disk.live]


@is_root
def test_a_disk_that_is_too_small_is_seen_before_the_build(made: Made, disk: Order) -> None:
    shutil.copytree(made.site, disk.live)
    fill(disk.live, 1 << 20)
    with pytest.raises(SwapError, match=r"needs about 1 MB .* only 0 MB are free"):
        build(disk, silent, never)


def test_a_limit_on_the_size_of_files_leaves_the_live_folder(
    made: Made, live: Path, order: Order
) -> None:
    before = tree(live)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(SwapError, match="File too large"):
            build(order, silent, made.host)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert tree(live) == before
    assert list(live.parent.iterdir()) == [live]


def test_the_moment_decides_what_is_proved(made: Made, order: Order) -> None:
    with pytest.raises(ContentError) as caught:
        build(replace(order, moment=day("2027-01-01")), silent, made.host)
    assert {one.check for one in caught.value.problems} >= {"text", "notice"}
