"""Redlines: whatever makes one side read otherwise than the recorded text is found."""

import shutil
from pathlib import Path

import pytest

from tests.factory import Factory
from tests.verify.small import is_found, project, proved, tampered, write

PAGE = "kk/privacy/2026-09-01/changes/index.html"
OTHER = "en/privacy/2026-09-01/changes/index.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Factory, Path]:
    root = tmp_path_factory.mktemp("redline")
    factory = project(root / "project")
    return factory, write(factory, root / "site")


def test_what_is_built_is_proved(made: tuple[Factory, Path]) -> None:
    assert (made[1] / PAGE).exists()
    assert [one for one in proved(*made).problems if "/changes/" in one.location.file] == []


INSERTED = '<ins><span class="spoken">[қосылды: </span> New.'
# What is changed: the page, old and new words, the check that finds it, the clause, the message.
CHANGES = {
    "a word of both": (PAGE, "data for: [kk]", "sell: [kk]", "words", "goals", "the new text"),
    "an inserted word": (PAGE, " New.<span", " Newer.<span", "words", "answers", "the new text"),
    "a word said to be old": (PAGE, INSERTED, INSERTED[5:], "words", "answers", "the old text"),
    "a number": (PAGE, '"number">1.2.<', '"number">1.3.<', "words", "goals", "the old text"),
    "a title": (PAGE, "Policy [kk]</h2>", "Rules [kk]</h2>", "words", "", "the new text"),
    "a signature": (PAGE, "<p>Director</p>", "", "words", "", "the new text"),
    "a clause gone": (PAGE, 'id="goals"', 'id="goal"', "structure", "", "do not stand"),
    "all of it": (PAGE, "inforce-redline", "inforce-red", "text", "", "0 redlines"),
    "a text beside it": (
        PAGE, '<section class="inforce-overview"', '<article class="inforce-text"></article>'
        '<section class="inforce-overview"', "text", "", "a text stands",
    ),
    "hidden": (
        PAGE, '<article class="inforce-redline"', '<article hidden class="inforce-redline"',
        "hidden", "", "hidden",
    ),
    "for search engines": (
        PAGE, '<meta name="robots" content="noindex">', "", "noindex", "", "for the text itself"
    ),
    "nothing of a missing language": (
        OTHER, "inforce-notice--missing", "inforce-notice--none", "notice", "", "missing"
    ),
    "nothing of where it stands": (
        OTHER, "inforce-notice--in-force", "inforce-notice--none", "notice", "", "in-force"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found(made: tuple[Factory, Path], tmp_path: Path, name: str) -> None:
    path, old, new, *expected = CHANGES[name]
    site = Path(shutil.copytree(made[1], tmp_path / "site"))
    tampered(site, path, {old: new})
    is_found(made[0], site, path, *expected)


def test_a_redline_that_is_gone_is_missed(made: tuple[Factory, Path], tmp_path: Path) -> None:
    site = Path(shutil.copytree(made[1], tmp_path / "site"))
    (site / PAGE).unlink()
    messages = [one.message for one in proved(made[0], site).problems]
    assert any("the redline of the edition" in message for message in messages)
