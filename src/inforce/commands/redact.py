"""`inforce redact`."""

from pathlib import Path

import click

from inforce.moments import now
from inforce.publish import redact as carry_out


@click.command()
@click.argument("policy")
@click.argument("edition")
@click.argument("files", nargs=-1, required=True)
@click.option("--reason", required=True, help="The court's order or the law that asks for it.")
@click.pass_obj
def redact(root: Path, policy: str, edition: str, files: tuple[str, ...], reason: str) -> None:
    """Remove FILES (such as ru.json ru.txt) of EDITION of POLICY.

    Their digests and the reason stay in the ledger. The git history still holds them: rewriting
    that is another matter, which the documentation describes.
    """
    carry_out(root, policy, edition, files, reason, now())
    click.echo(f"redacted {', '.join(files)} of {policy} {edition}")
