"""The command line: finds the commands, and turns what they raise into messages."""

from pathlib import Path
from typing import Any

import click

from inforce.commands.at import at
from inforce.commands.build import build_
from inforce.commands.check import check
from inforce.commands.diff import diff
from inforce.commands.format import format_
from inforce.commands.import_ import import_
from inforce.commands.new import new
from inforce.commands.publish import publish
from inforce.commands.redact import redact
from inforce.commands.repeal import repeal
from inforce.commands.review import review_
from inforce.commands.schema import schema
from inforce.commands.status import status
from inforce.commands.verify import verify_
from inforce.commands.withdraw import withdraw
from inforce.problems import ContentError, InforceError

CONTENT_HAS_PROBLEMS = 1
COULD_NOT_RUN = 2


class Door(click.Group):
    """The group of commands; exits with 1 where the content has problems, 2 where it cannot run."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and say in words what stops it."""
        try:
            return super().invoke(ctx)
        except ContentError as error:
            for problem in error.problems:
                click.echo(str(problem), err=True)
            ctx.exit(CONTENT_HAS_PROBLEMS)
        except InforceError as error:
            click.echo(f"inforce: {error}", err=True)
            ctx.exit(COULD_NOT_RUN)
        except BrokenPipeError:
            raise  # click knows what to do when nobody reads on
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            click.echo(f"inforce: {place}{error.strerror or error}", err=True)
            ctx.exit(COULD_NOT_RUN)


@click.group(cls=Door)
@click.version_option(package_name="inforce")
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder with mkdocs.yml and content/.  [default: this folder]",
)
@click.pass_context
def main(ctx: click.Context, project: Path) -> None:
    """Publish an organisation's policies, each edition at its own permanent address."""
    ctx.obj = project


for command in (
    at, build_, check, diff, format_, import_, new, publish, redact, repeal, review_, schema,
    status, verify_, withdraw,
):  # fmt: skip
    main.add_command(command)
