"""`inforce new`: what a site of one's own begins with, and what its owner does next."""

import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inforce.cli import main

from ..newsite import settle

DOCS = Path(__file__).parents[2] / "docs"
COLOUR = "#5b1a3a"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A new site, as it was written."""
    root = tmp_path / "policies"
    assert CliRunner().invoke(main, ["new", str(root)]).exit_code == 0
    return root


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(root), *words])


def publish(root: Path) -> Result:
    source = root / "content" / "privacy" / "policy.yml"
    edition = "edition:\n  number: 1\n  effective: on posting\n"
    text = source.read_text("utf-8").removesuffix(edition) + edition
    source.write_text(text, "utf-8")
    return run(root, "publish")


def test_a_folder_with_files_in_it_is_left_alone(root: Path) -> None:
    done = run(root, "new", str(root))
    assert done.exit_code == 2
    assert "is not empty" in done.output


def test_the_company_of_the_template_is_not_published(root: Path) -> None:
    done = publish(root)
    assert done.exit_code == 1
    assert "content/site.yml:4:" in done.stderr
    assert not (root / "content" / "ledger.jsonl").exists()
    settle(root)
    assert publish(root).exit_code == 0


def test_a_trial_is_undone_as_the_docs_say(root: Path) -> None:
    document = (DOCS / "publishing.md").read_text("utf-8")
    (command,) = re.findall(r"```sh\n(rm .*)\n```", document)
    settle(root)
    assert publish(root).exit_code == 0
    subprocess.run(["bash", "-e", "-c", command], cwd=root, check=True)
    site = root / "content" / "site.yml"
    site.write_text(site.read_text("utf-8").replace("romashka", "daisy"), "utf-8")
    assert publish(root).exit_code == 0
    assert "https://policies.daisy.example/" in (root / "content/ledger.jsonl").read_text("utf-8")


def test_name_and_colour_are_changed_in_a_line_each_and_the_preview_shows_them(root: Path) -> None:
    settle(root)
    look, settings = root / "overrides" / "assets" / "look.css", root / "mkdocs.yml"
    rule, count = re.subn(r"(--inforce-brand: )#\w{6}", rf"\g<1>{COLOUR}", look.read_text("utf-8"))
    assert count == 1
    look.write_text(rule, "utf-8")
    named = settings.read_text("utf-8").replace("site_name: Policies", "site_name: Daisy documents")
    settings.write_text(named, "utf-8")
    done = run(root, "build", "--draft")
    assert done.exit_code == 0, done.output
    page = (root / "preview" / "en" / "privacy" / "draft" / "index.html").read_text("utf-8")
    assert "Daisy documents" in page
    (style,) = re.findall(r'href="([./]*assets/look[^"]*\.css)"', page)
    assert COLOUR in (root / "preview/en/privacy/draft" / style).read_text("utf-8")
    assert not (root / "site").exists()


def test_what_is_built_is_not_kept_by_git(root: Path) -> None:
    ignored = (root / ".gitignore").read_text("utf-8").split()
    assert {"/site/", "/preview/", "/.venv/", ".inforce-*"} <= {*ignored}
