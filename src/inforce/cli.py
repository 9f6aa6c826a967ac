"""The command line: finds the commands, and turns what they raise into messages."""

from importlib import import_module
from pathlib import Path
from typing import Any, cast

import click

from inforce.problems import ContentError, InforceError

# A command is imported when it is needed: most of the start of a program is in the others.
COMMANDS = {
    "at": "at.at",
    "build": "build.build_",
    "check": "check.check",
    "diff": "diff.diff",
    "format": "format.format_",
    "import": "import_.import_",
    "new": "new.new",
    "publish": "publish.publish",
    "redact": "redact.redact",
    "repeal": "repeal.repeal",
    "review": "review.review_",
    "schema": "schema.schema",
    "status": "status.status",
    "verify": "verify.verify_",
    "withdraw": "withdraw.withdraw",
}

CONTENT_HAS_PROBLEMS = 1
COULD_NOT_RUN = 2


class Door(click.Group):
    """The group of commands; exits with 1 where the content has problems, 2 where it cannot run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(".")
        return cast(click.Command, getattr(import_module(f"inforce.commands.{module}"), name))

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
