"""`inforce verify`."""

import tempfile
from datetime import timedelta
from pathlib import Path

import click

from inforce.address import LEDGER
from inforce.archive import load
from inforce.commands.force import in_force_line
from inforce.commands.report import print_problems
from inforce.ledger import grew_from
from inforce.moments import now, parse_moment
from inforce.problems import ContentError, Problem
from inforce.project import CONTENT
from inforce.source import load_site
from inforce.verify import (
    FolderReader,
    Reader,
    Truth,
    check_age,
    from_site,
    verify,
    web_reader,
)

SHOWN = 50


@click.command("verify")
@click.argument("site", metavar="PATH_OR_URL")
@click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder `content/` that the site was built from.  [default: the project's, if any]",
)
@click.option("--alone", is_flag=True, help="Hold the site against its own ledger and files only.")
@click.option("--at", "moment", help="A date or a moment.  [default: now]")
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An earlier copy of ledger.jsonl: the site's has to begin with it.",
)
@click.option(
    "--max-age",
    type=click.FloatRange(min=0),
    metavar="DAYS",
    help="Fail where the site was built longer ago.  [default: warn after two days]",
)
@click.pass_obj
def verify_(
    root: Path,
    site: str,
    content: Path | None,
    alone: bool,
    moment: str | None,
    since: Path | None,
    max_age: float | None,
) -> None:
    """Prove word for word that a built or deployed site shows what was recorded.

    PATH_OR_URL is the folder of a built site, or the address of a deployed one.
    """
    reader = _reader(site)
    folder = None if alone else _content(root, content)
    truth = _recorded(folder) if folder else _own(reader)
    problems = list(truth.problems)
    if since is not None:
        problems += grew_from(since.read_bytes(), reader.read(LEDGER) or b"", LEDGER)
    print_problems(problems)
    at = parse_moment(moment, truth.archive.timezone) if moment else now()
    report = verify(reader, truth.at(at))
    age = check_age(reader, at, None if max_age is None else timedelta(days=max_age))
    print_problems(_first((*age, *report.problems)))
    told = f"those of {folder}" if folder else "those of its own ledger (no other was at hand)"
    click.echo(
        f"{reader.name}: {report.texts} texts on {report.pages} pages are, word for word, {told}"
    )
    click.echo(in_force_line(truth.archive, at))


def _first(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """As many problems as a person reads; where one thing is wrong, a thousand may follow."""
    if len(problems) > SHOWN:
        click.echo(f"{len(problems)} problems, the first {SHOWN} of them:", err=True)
    return problems[:SHOWN]


def _reader(site: str) -> Reader:
    return (
        web_reader(site) if site.startswith(("http://", "https://")) else FolderReader(Path(site))
    )


def _content(root: Path, content: Path | None) -> Path | None:
    """The content folder to hold a site against; None where there is none."""
    if content is not None:
        return content
    return root / CONTENT if (root / CONTENT / "site.yml").is_file() else None


def _recorded(content: Path) -> Truth:
    """What a project recorded; its settings say in which languages the site is."""
    archive, problems = load(content)
    site, faults = load_site(content)
    if site is None:
        raise ContentError(faults)
    return Truth(archive, site.url, site.languages, problems)


def _own(reader: Reader) -> Truth:
    with tempfile.TemporaryDirectory(prefix="inforce-") as folder:
        return from_site(reader, Path(folder))
