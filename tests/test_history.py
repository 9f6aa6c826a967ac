"""What git knows: an earlier ledger, and the branch."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from git import Actor, Repo

from inforce.history import content_at, fork_point, stray_branch
from inforce.problems import InforceError

AUTHOR = Actor("A", "a@policies.example")


@pytest.fixture
def repository(tmp_path: Path) -> Repo:
    """A repository of two commits; the second one has a ledger."""
    repo = Repo.init(tmp_path / "repository", initial_branch="main")
    commit(repo, "content/site.yml", "url: x")
    commit(repo, "content/ledger.jsonl", "one\n")
    return repo


def commit(repo: Repo, name: str, text: str) -> str:
    path = Path(repo.working_dir, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    repo.index.add([name])
    return repo.index.commit("x", author=AUTHOR, committer=AUTHOR).hexsha


def root(repo: Repo) -> Path:
    return Path(repo.working_dir)


def test_the_ledger_of_an_earlier_commit_is_read(repository: Repo) -> None:
    first = repository.head.commit.hexsha
    commit(repository, "content/ledger.jsonl", "one\ntwo\n")
    repository.create_tag("v1", ref=first)
    for name in (first, first[:10], "HEAD~1", "v1", "main^"):
        assert content_at(root(repository), name)["ledger.jsonl"] == b"one\n"
    assert content_at(root(repository), "main")["ledger.jsonl"] == b"one\ntwo\n"


def test_before_the_first_publication_there_is_no_ledger(repository: Repo) -> None:
    assert content_at(root(repository), "HEAD~1") == {"site.yml": b"url: x"}


def test_a_project_may_lie_deeper_in_its_repository(repository: Repo) -> None:
    commit(repository, "legal/content/ledger.jsonl", "deep\n")
    commit(repository, "legal/content/a/editions/1/ru.txt", "text\n")
    assert content_at(root(repository) / "legal", "HEAD") == {
        "ledger.jsonl": b"deep\n",
        "a/editions/1/ru.txt": b"text\n",
    }


@pytest.mark.parametrize(
    "name",
    ["nothing", "", "HEAD~9", "HEAD:content", "--all", "-h", "a b", "^", "@{9}", "/", "main..main"],
)
def test_an_unknown_commit_is_named(repository: Repo, name: str) -> None:
    with pytest.raises(InforceError) as caught:
        content_at(root(repository), name)
    assert f"git does not know the commit `{name}` here" in str(caught.value)


def test_a_shallow_clone_says_how_to_get_the_rest(repository: Repo, tmp_path: Path) -> None:
    clone = Repo.clone_from(f"file://{repository.working_dir}", tmp_path / "clone", depth=1)
    with pytest.raises(InforceError, match="git fetch --unshallow"):
        content_at(root(clone), "HEAD~1")


def test_a_folder_that_was_never_committed_is_named(repository: Repo) -> None:
    folder = root(repository) / "other"
    (folder / "content").mkdir(parents=True)
    with pytest.raises(InforceError, match=r"git holds no file of .*other/content"):
        content_at(folder, "HEAD")


def test_links_and_what_stands_elsewhere_are_left_out(repository: Repo) -> None:
    (root(repository) / "content" / "link.yml").symlink_to("site.yml")
    repository.git.add("-A")
    commit(repository, "README.md", "x")
    assert set(content_at(root(repository), "HEAD")) == {"site.yml", "ledger.jsonl"}


def test_a_branch_began_where_it_left_the_other(repository: Repo) -> None:
    start = repository.head.commit.hexsha
    repository.create_head("draft").checkout()
    commit(repository, "content/site.yml", "url: y")
    repository.heads["main"].checkout()
    commit(repository, "content/ledger.jsonl", "one\ntwo\n")
    repository.heads["draft"].checkout()
    assert fork_point(root(repository), "main") == start
    repository.git.merge("main")
    assert fork_point(root(repository), "main") == repository.heads["main"].commit.hexsha


def test_branches_without_a_common_commit_are_told(repository: Repo) -> None:
    repository.git.checkout("--orphan", "other")
    commit(repository, "content/site.yml", "url: y")
    with pytest.raises(InforceError, match="`main` have no commit in common"):
        fork_point(root(repository), "main")


def test_a_clone_that_is_too_shallow_says_what_to_fetch(repository: Repo, tmp_path: Path) -> None:
    repository.create_head("draft").checkout()
    commit(repository, "content/site.yml", "url: y")
    repository.heads["main"].checkout()
    commit(repository, "content/ledger.jsonl", "one\ntwo\n")
    origin = f"file://{repository.working_dir}"
    clone = Repo.clone_from(origin, tmp_path / "clone", depth=1, branch="draft")
    with pytest.raises(InforceError, match="fetch-depth: 0"):
        fork_point(root(clone), "origin/main")
    clone.git.fetch("--depth=1", "origin", "main:refs/remotes/origin/main")
    assert content_at(root(clone), "origin/main")["ledger.jsonl"] == b"one\ntwo\n"
    with pytest.raises(InforceError, match=r"too shallow .*git fetch --deepen"):
        fork_point(root(clone), "origin/main")
    clone.git.fetch("--deepen=10", "origin", "main", "draft")
    assert (
        fork_point(root(clone), "origin/main") == repository.heads["main"].commit.parents[0].hexsha
    )


def test_outside_a_repository_there_is_no_history(tmp_path: Path) -> None:
    with pytest.raises(InforceError, match="is not in a git repository"):
        content_at(tmp_path, "HEAD")


def test_the_main_branch_is_that_of_origin(repository: Repo, tmp_path: Path) -> None:
    clone = Repo.clone_from(str(repository.working_dir), tmp_path / "clone")
    assert stray_branch(root(clone)) is None
    clone.create_head("draft").checkout()
    assert stray_branch(root(clone)) == ("draft", "main")
    clone.git.checkout("--detach")
    assert stray_branch(root(clone)) is None


def test_without_an_origin_no_branch_is_a_stray(repository: Repo, tmp_path: Path) -> None:
    repository.create_head("draft").checkout()
    assert stray_branch(root(repository)) is None
    assert stray_branch(tmp_path) is None


def test_without_git_only_its_own_commands_stop(repository: Repo) -> None:
    program = (
        "from pathlib import Path; import inforce.cli\n"
        "from inforce.history import content_at, fork_point, stray_branch\n"
        "from inforce.problems import InforceError\n"
        "assert stray_branch(Path('.')) is None\n"
        "try: content_at(Path('.'), 'HEAD')\n"
        "except InforceError as error: print(error)\n"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PATH"}
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=repository.working_dir,
        env={**environment, "PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "git is not installed; install it to look at earlier commits\n"
