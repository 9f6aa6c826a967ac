"""`inforce at`."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from inforce.archive import EditionRecord, PolicyRecord, TextRecord
from inforce.moments import parse_moment
from inforce.problems import ContentError, InforceError
from inforce.project import load_project
from inforce.timeline import in_force, upcoming


@click.command()
@click.argument("date")
@click.argument("policy")
@click.option("--language", help="The language of the text.  [the first of the site]")
@click.pass_obj
def at(root: Path, date: str, policy: str, language: str | None) -> None:
    """Print the text of POLICY that was in force on DATE, and say when it was recorded.

    DATE is a day, whose first moment counts, or a moment such as 2026-09-01T18:00. The text goes
    to the standard output, what is known of it to the standard error.
    """
    project = load_project(root)
    if project.damage:
        raise ContentError(project.damage)
    record = project.archive.policies.get(policy)
    if record is None:
        known = ", ".join(project.archive.policies) or "none"
        raise InforceError(f"no policy `{policy}` was published; published are: {known}")
    moment = parse_moment(date, project.site.timezone)
    found = in_force(record, moment)
    if found is None:
        raise InforceError(f"no edition of `{policy}` was in force at {moment.isoformat()}")
    text = _text(found, language or project.site.languages[0])
    _describe(record, found, text, moment)
    click.echo(text.canonical.decode(), nl=False)


def _text(found: EditionRecord, language: str) -> TextRecord:
    """The latest revision in a language, else the one that stands in for it."""
    revisions = found.texts.get(language)
    if not revisions:
        revisions = found.texts.get(found.edition.fallback)
        stands_in = f"; the {found.edition.fallback} text stands in" if revisions else ""
        click.echo(f"there is no {language} text of this edition{stands_in}", err=True)
    if not revisions:
        raise InforceError("no text of this edition can be shown")
    return revisions[-1]


def _describe(
    record: PolicyRecord, found: EditionRecord, text: TextRecord, moment: datetime
) -> None:
    edition = found.edition
    click.echo(
        f"{edition.policy} {edition.id}, edition No. {edition.number}, in force since "
        f"{edition.effective.isoformat()}, recorded {text.recorded.isoformat()}",
        err=True,
    )
    if edition.imported:
        click.echo(f"published before that elsewhere: {edition.imported}", err=True)
    for name, digest in text.files.items():
        click.echo(f"sha256 {digest}  {name}", err=True)
    for later in upcoming(record, moment):
        if later.edition.effective < moment + timedelta(days=1):
            instant = later.edition.effective.isoformat()
            click.echo(f"later that day, from {instant}, it was {later.edition.id}", err=True)
