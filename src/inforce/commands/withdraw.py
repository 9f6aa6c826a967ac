"""`inforce withdraw`."""

from pathlib import Path

import click

from inforce.moments import now
from inforce.publish import withdraw as carry_out


@click.command()
@click.argument("policy")
@click.argument("edition")
@click.option("--reason", required=True, help="Why, in words that readers may see.")
@click.pass_obj
def withdraw(root: Path, policy: str, edition: str, reason: str) -> None:
    """Take EDITION of POLICY back before it takes effect; its page stays and says so."""
    carry_out(root, policy, edition, reason, now())
    click.echo(f"withdrew {policy} {edition}; take its `edition:` out of the working text")
