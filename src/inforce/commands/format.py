"""`inforce format`."""

import shutil
from pathlib import Path

import click

from inforce.commands.report import print_problems
from inforce.commands.schema import has_schemas, stale_schemas, write_schemas
from inforce.model import WorkingPolicy
from inforce.problems import Problem
from inforce.project import load_project
from inforce.resolve import number_policy
from inforce.source import Document, format_policy, policy_file, read_document


@click.command(name="format")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where it would.")
@click.pass_obj
def format_(root: Path, *, check: bool) -> None:
    """Bring the sources into their one style, with each clause's number beside its id."""
    project = load_project(root)
    unformatted = []
    for policy in project.policies.values():
        path = project.content / policy.policy / "policy.yml"
        document, _ = read_document(path, policy_file(policy.policy))
        if document and policy.policy not in project.broken:
            text = formatted(document, policy, project.site.languages)
            if text.encode() != path.read_bytes():
                unformatted.append(policy.policy)
                if not check:
                    _exchange(path, text)
    for name in unformatted:
        click.echo(f"{'not in the one style' if check else 'formatted'}: {policy_file(name)}")
    stale = _schemas(project.content, check=check)
    broken: list[Problem] = [one for found in project.broken.values() for one in found]
    print_problems(broken)
    if check and (unformatted or stale):
        raise click.exceptions.Exit(1)


def _schemas(content: Path, *, check: bool) -> list[Path]:
    """Bring the schemas that the project keeps for its editors up to date; gives the stale ones."""
    if not has_schemas(content):
        return []
    stale = [*stale_schemas(content)] if check else write_schemas(content)
    for path in stale:
        click.echo(
            f"{'not up to date' if check else 'written'}: {path.relative_to(content.parent)}"
        )
    return stale


def _exchange(path: Path, text: str) -> None:
    """Write a source whole or not at all: it may be the only copy of somebody's work."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, "utf-8", newline="\n")
        shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def formatted(document: Document, policy: WorkingPolicy, languages: tuple[str, ...]) -> str:
    """The source of a policy in the one style, numbered in its fallback language."""
    numbers = number_policy(policy, policy.fallback)
    comments = {identity: number.printed for identity, number in numbers.items()}
    return format_policy(document, languages, comments)
