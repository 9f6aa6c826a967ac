"""What git knows of the repository around a project.

GitPython is imported where it is needed: it takes time, and it fails where git is not installed.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.problems import InforceError

if TYPE_CHECKING:
    from git import Repo

CONTENT = "content"
REGULAR = (0o100644, 0o100755, 0o100664)
DEEPER = (
    "fetch the rest: `git fetch --unshallow`, or `git fetch --deepen=1000 origin`; with "
    "`actions/checkout`, set `fetch-depth: 0`."
)


def content_at(root: Path, commit: str) -> Mapping[str, bytes]:
    """The files of `content/` as they were at `commit`, by their path below it.

    Empty where there was none; links and submodules are left out. Raises InforceError where the
    folder is no git repository, it has no such commit, or `content/` was never committed.
    """
    repository = _repository(root)
    found = _files(repository, root, _revision(repository, commit))
    if not found and not _files(repository, root, _revision(repository, "HEAD")):
        raise InforceError(
            f"git holds no file of {root / CONTENT}, so nothing can be compared; is it the right "
            "project, and is `content/` committed and not ignored?"
        )
    return found


def fork_point(root: Path, commit: str) -> str:
    """The commit from which the branch that is checked out and `commit` went on.

    Raises InforceError, with what to fetch, where this clone does not hold it.
    """
    repository = _repository(root)
    revision = _revision(repository, commit)
    _revision(repository, "HEAD")
    found = repository.git.merge_base("HEAD", revision, with_exceptions=False).split()
    if found:
        return str(found[0])
    if repository.git.rev_parse("--is-shallow-repository") == "true":
        raise InforceError(
            f"this clone is too shallow to know where HEAD left `{commit}`; {DEEPER}"
        )
    raise InforceError(f"HEAD and `{commit}` have no commit in common: is it the right branch?")


def _revision(repository: "Repo", commit: str) -> str:
    """The full name of a commit."""
    from git.exc import GitCommandError

    try:
        named = f"{commit}^{{commit}}"
        found = repository.git.rev_parse("--quiet", "--verify", "--end-of-options", named)
    except GitCommandError as error:
        said = str(error.stderr).strip().removeprefix("stderr:").strip(" '\n")
        reason = said or f"If this is a shallow clone, {DEEPER}"
        raise InforceError(f"git does not know the commit `{commit}` here. {reason}") from error
    return str(found)


def _files(repository: "Repo", root: Path, revision: str) -> Mapping[str, bytes]:
    from git import Blob
    from git.exc import GitCommandError

    folder = (root.resolve() / CONTENT).relative_to(_top(repository))
    try:
        tree = repository.commit(revision).tree / folder.as_posix()
        blobs = [one for one in tree.traverse() if isinstance(one, Blob)]
        return {
            Path(one.path).relative_to(folder).as_posix(): one.data_stream.read()
            for one in blobs
            if one.mode in REGULAR
        }
    except (KeyError, AttributeError):  # there was no such folder
        return {}
    except (GitCommandError, ValueError, OSError) as error:
        raise InforceError(f"git cannot read `{revision}` whole; {DEEPER}") from error


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
