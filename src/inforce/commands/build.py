"""`inforce build`."""

import time
from pathlib import Path

import click

from inforce.build import Built, Order, Releases, build, interruptible
from inforce.commands.force import in_force_line
from inforce.moments import now, parse_moment
from inforce.problems import InforceError
from inforce.project import load_project

KEPT = 5
LIVE, PREVIEW = Path("site"), Path("preview")


@click.command("build")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help=f"The folder that readers see; it is replaced whole.  [default: {LIVE}; with --at or "
    f"--draft, which are not for readers, {PREVIEW}]",
)
@click.option("--at", "moment", help="Build as of a date or a moment.  [default: now]")
@click.option("--draft", is_flag=True, help="Add previews of working texts, marked as such.")
@click.option(
    "--releases",
    is_flag=True,
    help="Keep a folder for each build and lead one link to the newest.",
)
@click.option(
    "--keep",
    type=click.IntRange(1),
    default=KEPT,
    show_default=True,
    help="How many builds `--releases` keeps.",
)
@click.option(
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The configuration of MkDocs.",
)
@click.pass_obj
def build_(
    root: Path,
    site_dir: Path | None,
    moment: str | None,
    draft: bool,
    releases: bool,
    keep: int,
    config_file: Path,
) -> None:
    """Build the site beside the live one, prove it, and put it in its place in one step.

    Whatever goes wrong, the live folder stays as it was. Paths are relative to the project.
    """
    started = now()
    folder = site_dir or (PREVIEW if moment or draft else LIVE)
    timezone = load_project(root).site.timezone
    order = Order(
        project=root.resolve(),
        live=_whole(root / folder),
        moment=parse_moment(moment, timezone) if moment else started,
        config=_whole(root / config_file),
        draft=draft,
        releases=Releases(f"{started:%Y%m%dT%H%M%SZ}", keep) if releases else None,
    )
    with interruptible():
        built = build(order, _Progress())
    _tell(built, order, moment)


def _whole(path: Path) -> Path:
    """The absolute path; a link at its end stays one."""
    path = path.absolute()
    if path.name in ("", ".."):
        raise InforceError(f"{path} names no folder that could be replaced.")
    return path.parent.resolve() / path.name


class _Progress:
    """Writes what happens to standard error, with the seconds since the start."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def __call__(self, message: str) -> None:
        click.echo(f"{time.monotonic() - self.start:6.1f} s  {message}", err=True)


def _tell(built: Built, order: Order, asked: str | None) -> None:
    for warning in built.warnings:
        click.echo(str(warning), err=True)
    report = built.report
    click.echo(f"{built.folder}: {report.texts} texts on {report.pages} pages proved", err=True)
    line = in_force_line(built.project.archive, order.moment)
    click.echo(f"{line} (as of {asked}, not now)" if asked else line)
