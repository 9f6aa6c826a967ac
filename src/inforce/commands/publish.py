"""`inforce publish`."""

from pathlib import Path

import click

from inforce.commands.report import print_problems
from inforce.ledger import Add, Correct, Publish
from inforce.moments import now
from inforce.problems import ContentError
from inforce.project import load_project
from inforce.publish import Plan, Step, make_plan
from inforce.publish import publish as carry_out


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say what would be published.")
@click.pass_obj
def publish(root: Path, *, dry_run: bool) -> None:
    """Freeze every working text whose edition is not published yet.

    Writes the frozen files and a line of content/ledger.jsonl for each. A policy with problems is
    left as it is. In a shared repository, run it on the main branch only.
    """
    moment = now()
    if dry_run:
        plan = _planned(root)
        for step in plan.steps:
            click.echo(f"would {describe(step)}")
    else:
        plan = carry_out(root, moment, lambda step: click.echo(describe(step)))
    if not plan.steps:
        click.echo("nothing is due")
    print_problems(problem for found in plan.problems.values() for problem in found)


def _planned(root: Path) -> Plan:
    project = load_project(root)
    if project.damage:
        raise ContentError(project.damage)
    return make_plan(project, now())


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
