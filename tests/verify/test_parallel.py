"""Texts side by side: whatever differs from the recorded ones is found, in any column."""

import shutil
from pathlib import Path

import pytest

from tests.factory import Factory
from tests.verify.small import is_found, project, proved, tampered, write

PAGE = "kk/privacy/parallel/index.html"
STATE = "en/privacy/parallel/index.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Factory, Path]:
    root = tmp_path_factory.mktemp("parallel")
    factory = project(root / "project")
    return factory, write(factory, root / "site")


RUSSIAN = 'lang="ru" data-head="Русский · басым күші бар">\n'
HEAD = '<th role="columnheader" scope="col" class="inforce-column-1" data-language="kk">'
ROW = '<tr role="row" id="goals">'

# What is changed: the page, old and new words, the check that finds it, the clause and a piece of
# the message.
CHANGES = {
    "a word": (PAGE, "We use data for: [ru]", "We sell data for: [ru]", "words", "goals", "“sell"),
    "a word of the other text": (
        PAGE, "We use data for: [kk]", "We sell data for: [kk]", "words", "goals", "`kk`"
    ),
    "a number": (
        PAGE, f'{RUSSIAN}<p><span class="number">1.2.<', f'{RUSSIAN}<p><span class="number">1.3.<',
        "words", "goals", "“1.3.",
    ),
    "a title": (PAGE, "<h2>Privacy Policy [ru]", "<h2>Policy [ru]", "words", "", "`ru`"),
    "hidden": (PAGE, ROW, f"{ROW[:-1]} hidden>", "markup", "goals", "`hidden`"),
    "another language": (
        PAGE, f'{RUSSIAN}<p><span class="number">1.2.<',
        f'{RUSSIAN.replace("ru", "kk", 1)}<p><span class="number">1.2.<',
        "markup", "goals", "is in `kk`",
    ),
    "another row": (PAGE, ROW, '<tr role="row" id="goal">', "words", "goals", "not the recorded"),
    "a column called another": (PAGE, HEAD, HEAD.replace("kk", "en"), "text", "", "en, ru"),
    "another text called prevailing": (
        PAGE, HEAD, f"{HEAD[:-1]} data-prevails>", "notice", "", "`kk` is marked"
    ),
    "in a box that closes": (
        PAGE, '<div class="inforce-parallel">', '<details class="inforce-parallel">',
        "hidden", "", "`details`",
    ),
    "for search engines": (
        PAGE, '<meta name="robots" content="noindex">', "", "noindex", "", "for the text itself"
    ),
    "nothing of a missing language": (
        STATE, "inforce-notice--missing", "inforce-notice--none", "notice", "", "missing"
    ),
    "nothing of where it stands": (
        STATE, "inforce-notice--in-force", "inforce-notice--none", "notice", "", "in-force"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found(made: tuple[Factory, Path], tmp_path: Path, name: str) -> None:
    path, old, new, *expected = CHANGES[name]
    site = Path(shutil.copytree(made[1], tmp_path / "site"))
    tampered(site, path, {old: new})
    is_found(made[0], site, path, *expected)


@pytest.mark.parametrize(
    ("old", "new", "check", "message"),
    [
        ("<strong>applies</strong>", "<em>applies</em>", "structure", "em"),
        ("https://shop.example/?a=1&amp;b=2", "https://evil.example/", "words", "evil"),
        ('<td class="left">phone</td><td>1</td>', '<td class="left">1</td><td>phone</td>',
         "words", "“1 phone"),
        ('<a class="clause" href="#goals">', '<a class="clause" href="#scope">',
         "structure", "a.clause"),
    ],
)  # fmt: skip
def test_a_change_in_all_columns_is_found_in_each(
    made: tuple[Factory, Path], tmp_path: Path, old: str, new: str, check: str, message: str
) -> None:
    site = Path(shutil.copytree(made[1], tmp_path / "site"))
    html = (site / PAGE).read_text("utf-8")
    assert html.count(old) == 2
    (site / PAGE).write_text(html.replace(old, new), "utf-8")
    found = [one for one in proved(made[0], site).problems if one.check == check]
    assert [one.location.file for one in found] == [PAGE, PAGE]
    assert all(message in one.message for one in found)


def test_a_page_that_is_gone_is_missed(made: tuple[Factory, Path], tmp_path: Path) -> None:
    site = Path(shutil.copytree(made[1], tmp_path / "site"))
    (site / PAGE).unlink()
    found = [(one.location.file, one.check) for one in proved(made[0], site).problems]
    assert (PAGE, "page-missing") in found


def test_a_cell_less_is_found(made: tuple[Factory, Path], tmp_path: Path) -> None:
    site = Path(shutil.copytree(made[1], tmp_path / "site"))
    tampered(site, PAGE, {f"{ROW}\n": f"{ROW}<td></td>\n"})
    found = {one.check for one in proved(made[0], site).problems if one.location.file == PAGE}
    assert "markup" in found
