"""Imports point one way, and only the door for MkDocs knows MkDocs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import inforce

ROOT = Path(inforce.__file__).parent

# A module imports only from its own room and from those further down this list.
FLOORS = (
    ("cli",),
    ("commands", "plugin"),
    ("build", "history", "kept", "review", "search"),
    ("site",),
    ("export", "overview", "render", "verify"),
    ("publish",),
    ("moments", "project", "report"),
    ("checks", "compare", "importers", "timeline"),
    ("resolve",),
    ("archive", "source"),
    ("frozen", "ledger"),
    ("strict",),
    ("address", "citations", "zones"),
    ("problems",),
    ("model",),
)
HEIGHT = {room: -floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def modules() -> Iterator[tuple[Path, str]]:
    """Every module with its room; the package itself has none."""
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts != ("__init__",):
            yield path, parts[0]


def imported(path: Path) -> Iterator[str]:
    """The full names of what a module imports, wherever in it that stands."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_has_its_floor() -> None:
    assert {room for _, room in modules()} - HEIGHT.keys() == set()


def test_imports_point_down() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path, room in modules()
        for name in imported(path)
        if name.startswith("inforce.")
        and (other := name.split(".")[1]) != room
        and HEIGHT[other] >= HEIGHT[room]
    ]
    assert wrong == []


def test_only_the_plugin_knows_mkdocs() -> None:
    hosts = ("mkdocs", "material", "mkdocs_static_i18n")
    found = {
        room for path, room in modules() for name in imported(path) if name.split(".")[0] in hosts
    }
    assert found == {"plugin"}


def test_the_parser_of_imports_sees_them_all(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("import a.b, c\nfrom d.e import f, g\ndef h():\n    from i import j\n")
    assert set(imported(module)) == {"a.b", "c", "d.e.f", "d.e.g", "i.j"}
