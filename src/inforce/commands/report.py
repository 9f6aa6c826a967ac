"""Printing problems, and the exit code that goes with them."""

from collections.abc import Iterable

import click

from inforce.problems import ContentError, Problem
from inforce.project import Project


def print_problems(problems: Iterable[Problem]) -> None:
    """Print the problems in order; exits with 1 where one of them is an error."""
    found = sorted(set(problems))
    for problem in found:
        click.echo(str(problem), err=True)
    errors = sum(problem.severity == "error" for problem in found)
    if found:
        others = len(found) - errors
        click.echo(f"{_count(errors, 'error')}, {_count(others, 'warning')}", err=True)
    if errors:
        raise click.exceptions.Exit(1)


def refuse_damage(project: Project) -> None:
    """Stop where something that was published is damaged; raises ContentError."""
    errors = [problem for problem in project.damage if problem.severity == "error"]
    if errors:
        raise ContentError(errors)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
