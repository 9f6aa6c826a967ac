"""Folders as values, so that “as it was, byte for byte” can be asked."""

from pathlib import Path

Tree = dict[str, bytes | str]


def tree(folder: Path) -> Tree:
    """Everything in a folder: the bytes of files, where links lead, folders as empty strings."""
    return {str(path.relative_to(folder)): _content(path) for path in sorted(folder.rglob("*"))}


def _content(path: Path) -> bytes | str:
    if path.is_symlink():
        return str(path.readlink())
    return "" if path.is_dir() else path.read_bytes()
