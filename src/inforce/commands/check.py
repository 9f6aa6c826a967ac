"""`inforce check`."""

from pathlib import Path

import click

from inforce.address import LEDGER
from inforce.commands.report import print_problems
from inforce.history import ledger_at
from inforce.ledger import grew_from
from inforce.moments import now
from inforce.problems import Problem
from inforce.project import load_project
from inforce.publish import check_sources


@click.command()
@click.option("--base", help="A git commit: what was published there has to be here, unchanged.")
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An earlier copy of ledger.jsonl, which this one has to begin with.",
)
@click.pass_obj
def check(root: Path, base: str | None, since: Path | None) -> None:
    """Find every problem in the sources, and in what was published."""
    project = load_project(root)
    problems: list[Problem] = list(project.damage)
    if base:
        problems += _grew(root, ledger_at(root, base))
    if since:
        problems += _grew(root, since.read_bytes())
    problems += check_sources(project, now())
    print_problems(problems)
    policies, lines = len(project.policies), len(project.archive.ledger.entries)
    click.echo(f"no errors (policies: {policies}, lines of the ledger: {lines})")


def _grew(root: Path, old: bytes) -> tuple[Problem, ...]:
    path = root / "content" / LEDGER
    return grew_from(old, path.read_bytes() if path.exists() else b"")
