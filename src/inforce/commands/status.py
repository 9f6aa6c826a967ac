"""`inforce status`."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import click

from inforce.commands.report import print_problems
from inforce.moments import now, parse_moment
from inforce.overview import PolicyStatus, overview
from inforce.project import load_project


@click.command()
@click.option("--at", "moment", help="A date or a moment.  [default: now]")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
@click.pass_obj
def status(root: Path, moment: str | None, style: str) -> None:
    """Say of each policy what is in force, what is scheduled, what is a draft.

    What is damaged of what was published is named too, and the exit code is 1 then.
    """
    project = load_project(root)
    at = parse_moment(moment, project.site.timezone) if moment else now()
    found = overview(project, at)
    if style == "json":
        data = {"at": at.isoformat(), "policies": [_data(one) for one in found]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for one in found:
            click.echo(line(one))
    print_problems(project.damage)


def line(status: PolicyStatus) -> str:
    """The status of a policy as a line."""
    parts = []
    if status.in_force:
        current = status.in_force
        parts.append(f"No. {current.number} in force since {_day(current.since)}")
    elif not status.repealed:
        parts.append("nothing in force")
    parts += [f"No. {one.number} from {_day(one.since)}" for one in status.scheduled]
    if status.repealed:
        parts.append(f"repealed as of {_day(status.repealed)}")
    if status.draft:
        parts.append(status.draft)
    languages = ", ".join(f"{code} {state}" for code, state in status.languages.items())
    return f"{status.policy}: {'; '.join(parts)} ({languages})"


def _day(moment: datetime) -> str:
    midnight = (moment.hour, moment.minute) == (0, 0)
    return f"{moment:%Y-%m-%d}" if midnight else f"{moment:%Y-%m-%d %H:%M}"


def _data(status: PolicyStatus) -> Mapping[str, object]:
    current = status.in_force
    return {
        "policy": status.policy,
        "in_force": current
        and {"edition": current.edition, "number": current.number, "since": _text(current.since)},
        "scheduled": [
            {"edition": one.edition, "number": one.number, "from": _text(one.since)}
            for one in status.scheduled
        ],
        "repealed": _text(status.repealed),
        "working_text": status.draft,
        "languages": dict(status.languages),
    }


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
