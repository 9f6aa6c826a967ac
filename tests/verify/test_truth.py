import shutil
from pathlib import Path

import pytest

from inforce.address import LEDGER
from inforce.verify import FolderReader, ReadError, from_site, verify
from tests.factory import BASE, Factory
from tests.verify.small import LANGUAGES, NOW, archive_of, project, write


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Factory, Path]:
    root = tmp_path_factory.mktemp("truth")
    factory = project(root / "project")
    return factory, write(factory, root / "site")


@pytest.fixture
def site(built: tuple[Factory, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(built[1], tmp_path / "site"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    (tmp_path / "empty").mkdir()
    return tmp_path / "empty"


def test_a_site_holds_all_that_was_recorded(
    built: tuple[Factory, Path], site: Path, empty: Path
) -> None:
    truth = from_site(FolderReader(site), empty)
    assert truth.archive == archive_of(built[0])
    assert (truth.base, truth.languages, truth.problems) == (BASE, LANGUAGES, ())
    assert verify(FolderReader(site), truth.at(NOW)).problems == ()


def test_what_is_wrong_with_the_records_is_named_where_the_site_has_it(
    site: Path, empty: Path
) -> None:
    (site / "privacy" / "2026-09-01" / "ru.txt").write_text("Not so.")
    (site / "terms" / "2026-02-01" / "kk.json").unlink()
    problems = from_site(FolderReader(site), empty).problems
    assert [(one.check, one.location.file) for one in problems] == [
        ("frozen-changed", "privacy/2026-09-01/ru.txt"),
        ("frozen-missing", "terms/2026-02-01/kk.json"),
    ]


def test_a_broken_chain_is_named(site: Path, empty: Path) -> None:
    lines = (site / LEDGER).read_bytes().splitlines(keepends=True)
    (site / LEDGER).write_bytes(b"".join(lines[:3] + lines[4:]))
    problems = from_site(FolderReader(site), empty).problems
    assert (LEDGER, "ledger-chain") in {(one.location.file, one.check) for one in problems}


def test_a_redacted_file_is_not_asked_for(tmp_path: Path, empty: Path) -> None:
    factory = project(tmp_path / "project")
    edition = archive_of(factory).policies["privacy"].editions[0].edition
    factory.redact(edition, ["en.json", "en.txt"], "2026-10-01", "A court's order")
    site = write(factory, tmp_path / "site")
    truth = from_site(FolderReader(site), empty)
    assert truth.problems == ()
    assert verify(FolderReader(site), truth.at(NOW)).problems == ()
    (site / "privacy" / edition.id / "en.txt").write_text("It is still here.")
    assert {p.check for p in verify(FolderReader(site), truth.at(NOW)).problems} == {
        "file-redacted"
    }


def test_a_folder_without_a_ledger_is_no_site_of_ours(empty: Path) -> None:
    with pytest.raises(ReadError, match="no site that inforce built"):
        from_site(FolderReader(empty), empty)
