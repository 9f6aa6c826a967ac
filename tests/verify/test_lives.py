"""The lives of clauses and the files of all wordings: what is missing in them is found."""

from pathlib import Path

import pytest

from tests.factory import Factory
from tests.verify.small import project, proved, write

PAGE = "kk/privacy/clauses/index.html"
WORDINGS = "privacy/wordings.kk.json"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Factory, Path]:
    factory = project(tmp_path / "project")
    return factory, write(factory, tmp_path / "site")


def test_what_is_built_is_proved(made: tuple[Factory, Path]) -> None:
    assert (made[1] / PAGE).exists()
    assert (made[1] / WORDINGS).exists()
    files = {one.location.file for one in proved(*made).problems}
    assert files & {PAGE, WORDINGS} == set()


def test_a_clause_that_is_gone_is_missed(made: tuple[Factory, Path]) -> None:
    page = made[1] / PAGE
    page.write_text(page.read_text("utf-8").replace('id="goals"', 'id="goal"'), "utf-8")
    found = [one for one in proved(*made).problems if one.location.file == PAGE]
    assert "permalink" in {one.check for one in found if one.location.clause == "goals"}


def test_where_the_edition_stands_has_to_be_said(made: tuple[Factory, Path]) -> None:
    page = made[1] / PAGE
    page.write_text(page.read_text("utf-8").replace("inforce-notice--in-force", ""), "utf-8")
    found = [one for one in proved(*made).problems if one.location.file == PAGE]
    assert "no notice says that the edition is in-force" in {one.message for one in found}


@pytest.mark.parametrize(
    ("content", "check"),
    [(None, "file-missing"), (b"{", "wordings"), (b'{"editions":[]}', "wordings")],
)
def test_a_file_of_wordings_has_every_edition(
    made: tuple[Factory, Path], content: bytes | None, check: str
) -> None:
    (made[1] / WORDINGS).unlink()
    if content is not None:
        (made[1] / WORDINGS).write_bytes(content)
    found = [one.check for one in proved(*made).problems if one.location.file == WORDINGS]
    assert found == [check]
