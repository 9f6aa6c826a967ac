"""`inforce new`."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from inforce.commands.schema import write_schemas
from inforce.problems import InforceError

# A package would leave dotted files out.
RENAMED = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def new(folder: Path) -> None:
    """Start a policy site in FOLDER that builds at once."""
    if folder.exists() and any(folder.iterdir()):
        raise InforceError(f"{folder} is not empty; name a folder that does not exist yet")
    _copy(resources.files("inforce").joinpath("starter"), folder)
    write_schemas(folder / "content")
    click.echo(
        f"{folder} is ready. Next, in that folder: put your company into content/site.yml, edit\n"
        "content/privacy/policy.yml or `inforce import` a document, make a preview of it with\n"
        "`inforce build --draft`, look at it with `python3 -m http.server --directory preview`,\n"
        "then `inforce publish` and `inforce build`."
    )


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        path = target / RENAMED.get(entry.name, entry.name)
        if entry.is_dir():
            _copy(entry, path)
        else:
            path.write_bytes(entry.read_bytes())
