"""What an earlier commit of the repository held."""

from pathlib import Path

from git import Repo
from git.exc import GitError
from gitdb.exc import BadName, BadObject, ODBError

from inforce.address import LEDGER
from inforce.problems import InforceError


def ledger_at(root: Path, commit: str) -> bytes:
    """The ledger as it was at `commit`; empty where there was none.

    Raises InforceError where the folder is no git repository, or it has no such commit.
    """
    try:
        repository = Repo(root, search_parent_directories=True)
        top = Path(repository.working_tree_dir or root).resolve()
        path = (root.resolve() / "content" / LEDGER).relative_to(top)
        tree = repository.commit(commit).tree
    except (GitError, BadName, BadObject, ODBError, ValueError) as error:
        hint = "In a shallow clone, fetch it first: `git fetch --unshallow`."
        raise InforceError(f"git does not know the commit `{commit}` here. {hint}") from error
    try:
        data: bytes = (tree / path.as_posix()).data_stream.read()
    except KeyError:
        return b""
    return data
