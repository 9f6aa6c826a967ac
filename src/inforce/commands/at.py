"""`inforce at`."""

from datetime import datetime
from pathlib import Path

import click

from inforce.archive import EditionRecord, PolicyRecord, TextRecord
from inforce.commands.force import none_in_force
from inforce.commands.report import refuse_damage
from inforce.ledger import texts_of
from inforce.moments import parse_moment
from inforce.problems import InforceError
from inforce.project import Project, load_project
from inforce.publish import find_policy
from inforce.timeline import in_force, upcoming
from inforce.zones import local_day


@click.command()
@click.argument("date")
@click.argument("policy")
@click.option("--language", help="The language of the text.  [default: the first of the site]")
@click.pass_obj
def at(root: Path, date: str, policy: str, language: str | None) -> None:
    """Print the text of POLICY that was in force on DATE, and say when it was recorded.

    DATE is a day, whose first moment counts, or a moment such as 2026-09-01T18:00. The text goes
    to the standard output, byte for byte as it was recorded; what is known of it goes to the
    standard error.
    """
    project = load_project(root)
    refuse_damage(project)
    record = find_policy(project, policy)
    moment = parse_moment(date, project.site.timezone)
    found = in_force(record, moment)
    if found is None:
        why = none_in_force(record, moment)
        raise InforceError(f"no edition of `{policy}` was in force at {moment.isoformat()}: {why}")
    text = _text(project, found, language or project.site.languages[0])
    _describe(found, text, moment)
    _later_that_day(record, moment, project.site.timezone)
    click.echo(text.canonical, nl=False)


def _text(project: Project, found: EditionRecord, language: str) -> TextRecord:
    """The latest revision in a language, else the one that stands in for it."""
    if language not in project.site.languages:
        known = ", ".join(project.site.languages)
        raise InforceError(f"`{language}` is not a language of this site; it has {known}")
    fallback = found.edition.fallback
    for code in (language, fallback):
        if revisions := found.texts.get(code):
            if code != language:
                reason = _absence(found, language)
                click.echo(f"the {language} text {reason}; the {code} text stands in", err=True)
            return revisions[-1]
    raise InforceError(f"the {fallback} text of {found.edition.id} {_absence(found, fallback)}")


def _absence(found: EditionRecord, language: str) -> str:
    redacted = {code: act for name, act in found.redacted.items() for code, _ in texts_of([name])}
    if act := redacted.get(language):
        return f"was redacted ({act.reason})"
    return "is not there"


def _describe(found: EditionRecord, text: TextRecord, moment: datetime) -> None:
    edition = found.edition
    click.echo(
        f"{edition.policy} {edition.id}, edition No. {edition.number}, in force since "
        f"{edition.effective.isoformat()}, recorded {text.recorded.isoformat()}",
        err=True,
    )
    if text.recorded > moment:
        click.echo("this was recorded after the moment that you ask for", err=True)
    if edition.imported:
        click.echo(f"published before that elsewhere: {edition.imported}", err=True)
    for name, digest in text.files.items():
        click.echo(f"sha256 {digest}  {name}", err=True)


def _later_that_day(record: PolicyRecord, moment: datetime, timezone: str) -> None:
    day = local_day(moment, timezone)
    for later in upcoming(record, moment):
        if local_day(later.edition.effective, timezone) == day:
            instant = later.edition.effective.isoformat()
            click.echo(f"later that day, from {instant}, it was {later.edition.id}", err=True)
