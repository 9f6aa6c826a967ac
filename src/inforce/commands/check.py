"""`inforce check`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from inforce.address import LEDGER
from inforce.history import content_at, folder_in_repository, fork_point
from inforce.kept import (
    Earlier,
    check_kept,
    check_reachable,
    check_untouched,
    frozen_files,
)
from inforce.ledger import grew_from
from inforce.moments import now
from inforce.problems import ContentError, Problem
from inforce.project import Project, load_project
from inforce.publish import check_sources
from inforce.report import FORMATS, summary


@click.command()
@click.option(
    "--format",
    "name",
    type=click.Choice([*FORMATS]),
    default="text",
    show_default=True,
    help="Lines for people, annotations for GitHub, or a document for programs.",
)
@click.option(
    "--base", default="", help="A git commit: what was published there has to be here, unchanged."
)
@click.option(
    "--pull-request",
    is_flag=True,
    help="Compare with where the branch left `--base`; it may change working texts alone.",
)
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An earlier copy of ledger.jsonl, which this one has to begin with.",
)
@click.pass_obj
def check(root: Path, name: str, base: str, *, pull_request: bool, since: Path | None) -> None:
    """Find every problem in the sources, and in what was published.

    The exit code is 0 where there is no error (warnings alone are none), 1 where there is one,
    and 2 where the check could not run.
    """
    if pull_request and not base:
        raise click.UsageError("`--pull-request` needs `--base`, such as `--base origin/main`")
    project: Project | None = None
    try:
        project = load_project(root)
        found = sorted(
            {*_problems(root, project, since), *_past(root, project, base, pull_request)}
        )
    except ContentError as error:  # nothing can be read without content/site.yml
        found = list(error.problems)
    _report(found, name, root)
    errors = any(problem.severity == "error" for problem in found)
    if name == "text" and project and not errors:
        policies, lines = len(project.policies), len(project.archive.ledger.entries)
        click.echo(f"no errors (policies: {policies}, lines of the ledger: {lines})")
    if errors:
        raise click.exceptions.Exit(1)


def problems_of(root: Path, project: Project, base: str) -> list[Problem]:
    """Every problem of a pull request into `base`, in order."""
    past = _past(root, project, base, pull_request=True)
    return sorted({*_problems(root, project, None), *past})


def _report(problems: Iterable[Problem], name: str, root: Path) -> None:
    """Print the problems: lines for people to stderr, what programs read alone to stdout."""
    if name == "text":
        click.echo(FORMATS[name](problems), nl=False, err=True)
        return
    found = [*_named(problems, root)]
    click.echo(FORMATS[name](found), nl=False)
    if name == "github":
        click.echo(summary(found), err=True)


def _problems(root: Path, project: Project, since: Path | None) -> Iterator[Problem]:
    yield from project.damage
    if since:
        path = root / "content" / LEDGER
        yield from grew_from(since.read_bytes(), path.read_bytes() if path.exists() else b"")
    yield from check_sources(project, now())


def _past(root: Path, project: Project, base: str, pull_request: bool) -> Iterator[Problem]:
    """What of an earlier commit is not as it was; for a pull request, of where it began."""
    if not base:
        return
    here = frozen_files(project.content)
    earlier = main = Earlier(base, content_at(root, base))
    if pull_request:
        start = fork_point(root, base)
        earlier = Earlier(start[:12], content_at(root, start))
        yield from check_untouched(here, earlier, main)
    else:
        yield from check_kept(earlier, project.archive, here)
    yield from check_reachable(earlier, project, now())


def _named(problems: Iterable[Problem], root: Path) -> Iterator[Problem]:
    """The problems with their files named from the top of the repository."""
    folder = folder_in_repository(root)
    for problem in problems:
        file = (folder / problem.location.file).as_posix()
        yield replace(problem, location=replace(problem.location, file=file))
