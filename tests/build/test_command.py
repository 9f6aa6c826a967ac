"""`inforce build` with MkDocs itself; each build takes seconds, so there are few."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from inforce.build import Built, Order
from inforce.build.workshop import BusyError, workshop
from inforce.cli import main
from inforce.problems import InforceError
from tests.build.trees import Tree, tree
from tests.factory import Factory
from tests.verify.small import archive_of, project, proved

IN_FORCE = (
    "terms: edition No. 1, in force since 2026-02-01 · "
    "privacy: edition No. 2, in force since 2026-09-01 (as of 2026-11-21, not now)\n"
)


def command(root: Path, *options: str) -> list[str]:
    code = "from inforce.cli import main; main()"
    options = ("--at", "2026-11-21", "--site-dir", "site", *options)
    return [sys.executable, "-c", code, "--project", str(root), "build", *options]


def inforce(root: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command(root, *options), capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def factory(tmp_path_factory: pytest.TempPathFactory) -> Factory:
    return project(tmp_path_factory.mktemp("real") / "project")


@pytest.fixture(scope="module")
def built(factory: Factory) -> "subprocess.CompletedProcess[str]":
    return inforce(factory.root)


@pytest.fixture
def live(factory: Factory, built: object) -> Path:
    return factory.root / "site"


def beside(factory: Factory) -> list[str]:
    return sorted(path.name for path in factory.root.iterdir())


HERE = ["content", "mkdocs.yml", "pages", "site"]


def test_a_build_says_what_it_does_and_last_what_is_in_force(
    factory: Factory, built: "subprocess.CompletedProcess[str]"
) -> None:
    assert (built.returncode, built.stdout) == (0, IN_FORCE)
    stages = [line.partition(" s  ")[2] for line in built.stderr.splitlines() if " s  " in line]
    live = factory.root.resolve() / "site"
    assert stages == [
        "checking the sources",
        "building the new site beside the live one",
        "verifying the new site",
        f"putting the new site in its place, {live}",
    ]
    assert f"{live}: 36 texts on 58 pages proved" in built.stderr
    assert beside(factory) == HERE
    assert proved(factory, live).problems == ()


def started(factory: Factory, live: Path, *options: str) -> "tuple[subprocess.Popen[str], Tree]":
    """A build that MkDocs is in the midst of, and the live folder before."""
    before = tree(live)
    child = subprocess.Popen(command(factory.root, *options), stderr=subprocess.PIPE, text=True)
    assert child.stderr is not None
    for line in child.stderr:
        if "building" in line:
            break
    half = live.with_name(".inforce-build-site") / "site"
    while not half.exists():
        assert child.poll() is None
        time.sleep(0.01)
    return child, before


def test_killed_while_mkdocs_writes_it_leaves_the_live_folder(factory: Factory, live: Path) -> None:
    child, before = started(factory, live)
    child.kill()
    child.communicate()
    assert tree(live) == before
    wait_for_the_lock(live)  # MkDocs is an orphan now, and may still be at work
    assert tree(live) == before
    assert beside(factory) == HERE


def wait_for_the_lock(live: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            with workshop(live):
                return
        except BusyError:
            assert time.monotonic() < deadline
            time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_while_mkdocs_writes_it_clears_up(
    factory: Factory, live: Path, number: signal.Signals
) -> None:
    child, before = started(factory, live)
    child.send_signal(number)
    _, told = child.communicate()
    assert child.returncode == 2
    assert told.endswith(f"inforce: Interrupted by {number.name}.\n")
    assert tree(live) == before
    assert beside(factory) == HERE


def test_a_limit_that_mkdocs_runs_into_leaves_the_live_folder(factory: Factory, live: Path) -> None:
    before = tree(live)
    limited = ["sh", "-c", 'ulimit -f 64; exec "$@"', "sh", *command(factory.root)]
    result = subprocess.run(limited, capture_output=True, text=True, timeout=60)
    assert result.returncode == 2
    assert "File too large" in result.stderr
    assert tree(live) == before
    assert beside(factory) == HERE


def test_a_release_as_of_another_day(factory: Factory, tmp_path: Path) -> None:
    live = tmp_path / "site"
    options = ("--releases", "--at", "2027-01-01", "--site-dir", str(live))
    result = inforce(factory.root, *options)
    assert result.returncode == 0
    assert "privacy: edition No. 3, in force since 2027-01-01" in result.stdout
    [release] = (tmp_path / "site.releases").iterdir()
    assert live.readlink() == Path("site.releases", release.name)
    page = (live / "privacy" / "index.html").read_text()
    assert 'data-edition="2027-01-01"' in page


@pytest.mark.parametrize("option", [("--at", "2027-01-01"), ("--draft",)])
def test_what_is_not_for_readers_leaves_the_live_folder(
    factory: Factory, live: Path, option: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    orders: list[Order] = []

    def stop(order: Order, _: object) -> Built:
        orders.append(order)
        raise InforceError("stopped")

    monkeypatch.setattr("inforce.commands.build.build", stop)
    for words in (option, (*option, "--site-dir", "site"), ()):
        CliRunner().invoke(main, ["--project", str(factory.root), "build", *words])
    assert [order.live.name for order in orders] == ["preview", "site", "site"]


def test_a_ledger_that_was_touched_stops_it_before_it_starts(factory: Factory, live: Path) -> None:
    before, ledger = tree(live), factory.content / "ledger.jsonl"
    sound = ledger.read_bytes()
    ledger.write_bytes(sound.replace(b'"policy":"terms"', b'"policy":"torms"', 1))
    try:
        result = inforce(factory.root)
    finally:
        ledger.write_bytes(sound)
    assert result.returncode == 1
    assert "content/ledger.jsonl:2" in result.stderr
    assert "building" not in result.stderr
    assert tree(live) == before
    assert archive_of(factory)


def test_the_lock_is_no_secret(factory: Factory, live: Path) -> None:
    with workshop(live):
        result = inforce(factory.root)
    assert result.returncode == 2
    assert f"(process {os.getpid()})" in result.stderr
