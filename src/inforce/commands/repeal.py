"""`inforce repeal`."""

from pathlib import Path

import click

from inforce.moments import now, parse_moment
from inforce.project import load_project
from inforce.publish import repeal as carry_out


@click.command()
@click.argument("policy")
@click.option(
    "--effective", help="The date or moment from which it no longer applies.  [default: now]"
)
@click.option("--successor", multiple=True, help="The policy that takes its place; repeatable.")
@click.option("--reason", required=True, help="Why, in words that readers may see.")
@click.pass_obj
def repeal(
    root: Path, policy: str, effective: str | None, successor: tuple[str, ...], reason: str
) -> None:
    """Repeal POLICY; all its pages stay, and say so."""
    timezone = load_project(root).site.timezone if effective else ""
    moment = parse_moment(effective, timezone) if effective else None
    act = carry_out(root, policy, moment, successor, reason, now())
    click.echo(f"repealed {policy} as of {act.effective.isoformat()}")
