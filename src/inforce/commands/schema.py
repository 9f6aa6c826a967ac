"""`inforce schema`."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from inforce.project import content_of
from inforce.source import policy_schema, site_schema

FOLDER = ".schema"
SCHEMAS = {"policy": policy_schema, "site": site_schema}
# The first line of a policy's source, by which editors find the schema.
POINTER = f"# yaml-language-server: $schema=../{FOLDER}/policy.json\n"


@click.command()
@click.argument("name", type=click.Choice([*SCHEMAS]), metavar="[NAME]", default="policy")
@click.option("--write", is_flag=True, help="Write both into content/.schema/, for editors.")
@click.pass_obj
def schema(root: Path, name: str, *, write: bool) -> None:
    """Print the JSON Schema of policy.yml, or of site.yml where NAME is `site`."""
    if not write:
        click.echo(text(name), nl=False)
        return
    for path in write_schemas(content_of(root)):
        click.echo(f"written: {path}")


def text(name: str) -> str:
    """The schema called `name` as JSON."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=1) + "\n"


def has_schemas(content: Path) -> bool:
    """Whether a project keeps the schemas for its editors."""
    return (content / FOLDER / "policy.json").is_file()


def stale_schemas(content: Path) -> Iterator[Path]:
    """The schemas of a project that are not those of this program."""
    for name in SCHEMAS:
        path = content / FOLDER / f"{name}.json"
        if not path.is_file() or path.read_text("utf-8") != text(name):
            yield path


def write_schemas(content: Path) -> list[Path]:
    """Write the schemas of a project that are missing or stale; gives their paths."""
    paths = [*stale_schemas(content)]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(path.stem), "utf-8", newline="\n")
    return paths
