"""What git knows of the repository around a project.

GitPython is imported where it is needed: it takes time, and it fails where git is not installed.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from inforce.address import LEDGER
from inforce.problems import InforceError

if TYPE_CHECKING:
    from git import Repo


def ledger_at(root: Path, commit: str) -> bytes:
    """The ledger as it was at `commit`; empty where there was none.

    Raises InforceError where the folder is no git repository, or it has no such commit.
    """
    repository = _repository(root)
    from git.exc import GitCommandError

    try:
        named = f"{commit}^{{commit}}"
        revision = repository.git.rev_parse("--quiet", "--verify", "--end-of-options", named)
    except GitCommandError as error:
        said = str(error.stderr).strip().removeprefix("stderr:").strip(" '\n")
        reason = said or "In a shallow clone, fetch it first: `git fetch --unshallow`."
        raise InforceError(f"git does not know the commit `{commit}` here. {reason}") from error
    path = (root.resolve() / "content" / LEDGER).relative_to(_top(repository))
    try:
        blob = repository.commit(revision).tree / path.as_posix()
    except KeyError:
        return b""
    data: bytes = blob.data_stream.read()
    return data


def folder_in_repository(root: Path) -> Path:
    """The path of the folder `root` from the top of its repository; empty outside of one.

    Only the file system is asked, so that it works, and is quick, where git is not installed.
    """
    folder = root.resolve()
    for parent in (folder, *folder.parents):
        if (parent / ".git").exists():
            return folder.relative_to(parent)
    return Path()


def stray_branch(root: Path) -> tuple[str, str] | None:
    """The branch that is checked out and the main one, where they differ.

    None where that cannot be known: outside a repository, at no branch, or in a clone that does
    not say which branch of `origin` is the main one.
    """
    try:
        repository = _repository(root)
        main = repository.remotes["origin"].refs["HEAD"].reference.remote_head
        current = repository.active_branch.name
    except (InforceError, IndexError, TypeError, ValueError):
        return None
    return None if current == main else (current, main)


def _repository(root: Path) -> "Repo":
    try:
        from git import Repo
        from git.exc import InvalidGitRepositoryError, NoSuchPathError
    except ImportError as error:
        raise InforceError("git is not installed; install it to look at earlier commits") from error
    try:
        return Repo(root, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise InforceError(f"{root.resolve()} is not in a git repository") from error


def _top(repository: "Repo") -> Path:
    if repository.working_tree_dir is None:
        raise InforceError("a bare git repository holds no project")
    return Path(repository.working_tree_dir).resolve()
