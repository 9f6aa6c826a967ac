"""`inforce publish`."""

from pathlib import Path

import click

from inforce.commands.report import print_problems
from inforce.history import stray_branch
from inforce.ledger import Add, Correct, Publish
from inforce.moments import now
from inforce.publish import Step
from inforce.publish import dry_run as plan_only
from inforce.publish import publish as carry_out


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say what would be published.")
@click.pass_obj
def publish(root: Path, *, dry_run: bool) -> None:
    """Freeze every working text whose edition is not published yet.

    Writes the frozen files and a line of content/ledger.jsonl for each. A policy with problems is
    left as it is, the others are published; the exit code is 1 then. In a shared repository, run
    it on the main branch only.
    """
    if dry_run:
        plan = plan_only(root, now())
        for step in plan.steps:
            click.echo(f"would {describe(step)}")
    else:
        _warn_of_branch(root)
        plan = carry_out(root, now(), lambda step: click.echo(describe(step)))
    if not plan.steps:
        click.echo("nothing is due")
    print_problems(problem for found in plan.problems.values() for problem in found)


def _warn_of_branch(root: Path) -> None:
    if branches := stray_branch(root):
        current, main = branches
        click.echo(
            f"warning: the branch `{current}` is checked out, not `{main}`; two branches that "
            "both publish cannot be merged",
            err=True,
        )


def describe(step: Step) -> str:
    """A step in a line, such as `publish privacy 2026-09-01 …`."""
    act = step.act
    languages = ", ".join(step.languages)
    match act:
        case Publish():
            moment = act.effective.isoformat()
            return f"publish {act.policy} {act.edition}: {languages}; in force from {moment}"
        case Add():
            return f"add to {act.policy} {act.edition}: {languages}"
        case Correct():
            return f"correct in {act.policy} {act.edition}: {languages}"
