"""Printing problems, and the exit code that goes with them."""

from collections.abc import Iterable

import click

from inforce.problems import ContentError, Problem
from inforce.project import Project
from inforce.report import text


def print_problems(problems: Iterable[Problem]) -> None:
    """Print the problems in order; exits with 1 where one of them is an error."""
    found = sorted(set(problems))
    click.echo(text(found), nl=False, err=True)
    if any(problem.severity == "error" for problem in found):
        raise click.exceptions.Exit(1)


def refuse_damage(project: Project) -> None:
    """Stop where something that was published is damaged; raises ContentError."""
    errors = [problem for problem in project.damage if problem.severity == "error"]
    if errors:
        raise ContentError(errors)
