"""Where the working texts are edited follows from what mkdocs.yml says of the repository."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from inforce.plugin.settings import editor_of

GITHUB = "https://github.com/dala/policies"
EDITORS = [
    ({}, ""),
    ({"repo_url": GITHUB, "edit_uri": "edit/main/"}, f"{GITHUB}/edit/main/"),
    ({"repo_url": f"{GITHUB}/", "edit_uri": "edit/main"}, f"{GITHUB}/edit/main/"),
    ({"repo_url": GITHUB, "edit_uri": "edit/main/pages/"}, f"{GITHUB}/edit/main/"),
    ({"repo_url": GITHUB, "edit_uri": "edit/main/legal/pages/"}, f"{GITHUB}/edit/main/legal/"),
    ({"repo_url": GITHUB}, f"{GITHUB}/edit/master/"),
    ({"repo_url": GITHUB, "edit_uri": ""}, ""),
    ({"repo_url": "https://git.policies.example/legal"}, ""),
    (
        {"repo_url": "https://gitlab.com/dala/policies", "edit_uri": "-/edit/main/pages/"},
        "https://gitlab.com/dala/policies/-/edit/main/",
    ),
]


@pytest.mark.parametrize(("settings", "editor"), EDITORS)
def test_the_editor_is_found(tmp_path: Path, settings: dict[str, str], editor: str) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: pages\n", "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"), **settings)
    assert editor_of(config) == editor
