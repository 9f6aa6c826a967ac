"""The pages of the checks are those that their files make, and the examples are right."""

import re
from pathlib import Path

import pytest

from inforce.project import load_project
from inforce.publish import check_sources
from inforce.source import load_site

from ..workplace import at
from .examples import NOW, SITE, policy
from .pages import DOCS, INDEX, pages

TEXT = INDEX.read_text("utf-8")


def example(kind: str) -> str:
    found = re.search(rf"^```yaml {kind}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_pages_are_up_to_date() -> None:
    wanted = pages()
    assert {*(DOCS / "checks").glob("*.md"), INDEX} == wanted.keys()
    old = [path.name for path, text in wanted.items() if path.read_text("utf-8") != text]
    assert old == [], "run scripts/check --fix"


def test_what_the_index_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https:)([^)#]+)\)", TEXT)
    assert len(links) > 50
    assert [link for link in links if not (DOCS / link).exists()] == []


@pytest.mark.parametrize("kind", ["site", "policy"])
def test_the_settings_that_are_shown_are_read(kind: str, tmp_path: Path) -> None:
    site = "".join(f"{key}: {value}\n" for key, value in SITE.items())
    (tmp_path / "content" / "privacy").mkdir(parents=True)
    (tmp_path / "content" / "privacy" / "policy.yml").write_text(
        policy("privacy", example("policy")), "utf-8"
    )
    (tmp_path / "content" / "site.yml").write_text(
        site + (example("site") if kind == "site" else ""), "utf-8"
    )
    assert load_site(tmp_path / "content")[1] == ()
    if kind == "policy":
        assert list(check_sources(load_project(tmp_path), at(NOW))) == []
