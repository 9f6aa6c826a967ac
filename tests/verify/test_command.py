import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inforce.address import LEDGER
from inforce.cli import main
from inforce.ledger import Ledger, Open, dump
from tests.factory import Factory, day
from tests.verify.small import project, tampered, write

PROVED = "36 texts on 57 pages are, word for word, those of"
IN_FORCE = (
    "terms: edition No. 1, in force since 2026-02-01 · "
    "privacy: edition No. 2, in force since 2026-09-01"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Factory, Path]:
    root = tmp_path_factory.mktemp("command")
    factory = project(root / "project")
    return factory, write(factory, root / "site")


@pytest.fixture
def site(built: tuple[Factory, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(built[1], tmp_path / "site"))


def run(root: Path, *arguments: object) -> Result:
    options = ["--project", root, "verify", "--at", "2026-11-21", *arguments]
    return CliRunner().invoke(main, [str(option) for option in options])


def test_the_project_is_the_truth_where_there_is_one(
    built: tuple[Factory, Path], site: Path
) -> None:
    factory = built[0]
    result = run(factory.root, site)
    assert result.exit_code == 0
    assert result.stdout == f"{site}: {PROVED} {factory.content}\n{IN_FORCE}\n"


def test_elsewhere_it_is_the_ledger_of_the_site_and_that_is_said(
    site: Path, tmp_path: Path
) -> None:
    result = run(tmp_path, site)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{site}: {PROVED} its own ledger")


def test_the_records_can_be_named(built: tuple[Factory, Path], site: Path, tmp_path: Path) -> None:
    result = run(tmp_path, site, "--content", built[0].content)
    assert result.exit_code == 0
    assert str(built[0].content) in result.stdout


def test_a_project_beside_it_can_be_left_aside(built: tuple[Factory, Path], site: Path) -> None:
    assert "its own ledger" in run(built[0].root, site, "--alone").stdout


def test_a_changed_word_is_named_and_ends_with_1(built: tuple[Factory, Path], site: Path) -> None:
    tampered(site, "privacy/index.html", {"delivery;": "slavery;"})
    result = run(built[0].root, site)
    assert result.exit_code == 1
    assert result.stderr.startswith("privacy/index.html (buying): error: not the recorded words")
    assert result.stdout == ""


def test_records_that_are_damaged_are_named_before_any_page(site: Path, tmp_path: Path) -> None:
    (site / "privacy" / "2026-09-01" / "ru.txt").write_text("Not so.")
    result = run(tmp_path, site)
    assert result.exit_code == 1
    assert result.stderr.startswith("privacy/2026-09-01/ru.txt: error: the file was changed")


def test_a_ledger_that_lost_its_end_is_found_by_an_earlier_copy(
    built: tuple[Factory, Path], site: Path, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier.jsonl"
    shutil.copy(built[1] / LEDGER, earlier)
    assert run(tmp_path, site, "--since", earlier).exit_code == 0
    lines = (site / LEDGER).read_bytes().splitlines(keepends=True)
    (site / LEDGER).write_bytes(b"".join(lines[:-1]))
    result = run(tmp_path, site, "--since", earlier)
    assert result.exit_code == 1
    assert "the end is cut off" in result.stderr


def test_a_site_of_somebody_else_is_one_problem(site: Path, tmp_path: Path) -> None:
    other = Factory(tmp_path / "other")
    (other.content / "site.yml").write_text(
        "url: https://other.example/\nlanguages: [ru]\ntimezone: Asia/Almaty\n"
    )
    opened = Ledger().append(Open("https://other.example/", "ru", "Asia/Almaty"), day("2026-01-01"))
    (other.content / LEDGER).write_bytes(dump(opened))
    result = run(other.root, site)
    assert result.exit_code == 1
    assert "ledger.jsonl: error: this is the site of https://policies.example/" in result.stderr
    assert "--alone" in result.stderr


def test_many_problems_are_counted_and_the_first_are_shown(
    built: tuple[Factory, Path], site: Path
) -> None:
    shutil.rmtree(site / "privacy")
    shutil.rmtree(site / "kk")
    result = run(built[0].root, site)
    assert result.exit_code == 1
    assert "problems, the first 50 of them:" in result.stderr


@pytest.mark.parametrize("site", ["nowhere", "https://", "http://127.0.0.1:9/"])
def test_what_cannot_be_read_ends_with_2(site: str, tmp_path: Path) -> None:
    result = run(tmp_path, site)
    assert result.exit_code == 2
    assert result.stderr.startswith("inforce: ")
