"""`inforce review`."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from inforce.commands.check import problems_of
from inforce.history import content_at, folder_in_repository, fork_point
from inforce.kept import Earlier, frozen_files, is_frozen, write_files
from inforce.moments import now
from inforce.problems import ContentError, Problem
from inforce.project import CONTENT, Project, load_project
from inforce.report import markdown
from inforce.review import Links, review, review_markdown

# GitHub takes no comment with more characters.
# https://github.com/orgs/community/discussions/27190
LIMIT = 65_536
SITE, POLICY = "site.yml", "policy.yml"


@click.command("review")
@click.option(
    "--base",
    required=True,
    help="The commit, such as origin/main, into which the pull request goes.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=LIMIT,
    show_default=True,
    help="The most characters; what has no room is named. 0 is without end.",
)
@click.option("--summary", default="", help="The address at which the whole review can be read.")
@click.pass_obj
def review_(root: Path, base: str, limit: int, summary: str) -> None:
    """Tell what a pull request changes, in Markdown.

    Compares the working texts with those where the branch left `--base`, and with the editions
    that they will replace. Problems of the sources come first, and do not make it fail.
    """
    start = fork_point(root, base)
    earlier = content_at(root, start)
    changed = {*_changed(earlier, _files(root / CONTENT))}
    if not changed:
        click.echo("This changes nothing in `content/`: no policy, no setting, no date.")
        return
    try:
        head = load_project(root)
    except ContentError as error:  # nothing can be read without content/site.yml
        click.echo(f"# What changes\n\n## Problems\n\n{markdown(error.problems)}", nl=False)
        return
    problems = tuple(_concerning(changed, problems_of(root, head, base)))
    sources = {name.partition("/")[0] for name in changed if name.endswith(f"/{POLICY}")}
    touched = tuple(sorted(filter(is_frozen, changed)))
    found = review(_project_of(earlier, start), head, now(), frozenset(sources), problems, touched)
    click.echo(review_markdown(found, Links(_place(root)), limit, summary), nl=False)


def _concerning(changed: Iterable[str], problems: Iterable[Problem]) -> Iterator[Problem]:
    """The errors, and what else there is to say of the files that changed."""
    files = {f"{CONTENT}/{name}" for name in changed}
    return (one for one in problems if one.severity == "error" or one.location.file in files)


def _files(content: Path) -> Mapping[str, bytes | None]:
    """The files of `content/` that mean something, by their path below it."""
    paths = (content / SITE, *sorted(content.glob(f"*/{POLICY}")))
    sources = {one.relative_to(content).as_posix(): one for one in paths if one.is_file()}
    return {**{name: one.read_bytes() for name, one in sources.items()}, **frozen_files(content)}


def _changed(earlier: Mapping[str, bytes], here: Mapping[str, bytes | None]) -> "frozenset[str]":
    known = {name for name in earlier if name == SITE or name.endswith(f"/{POLICY}")}
    known |= {name for name in earlier if is_frozen(name)}
    return frozenset(name for name in known | {*here} if earlier.get(name) != here.get(name))


def _project_of(files: Mapping[str, bytes], name: str) -> Project | None:
    """The project as it was; None where it could not be read even then."""
    with TemporaryDirectory() as path:
        folder = Path(path, CONTENT)
        folder.mkdir()
        write_files(Earlier(name, files).files, folder)
        try:
            return load_project(Path(path))
        except ContentError:
            return None


def _place(root: Path) -> str:
    """What stands before the path of a source: on GitHub the address of the commit's files.

    The lines are those of the commit that is checked out, which for a pull request is the merge
    that GitHub tries out, so that is the commit to show.
    """
    folder = folder_in_repository(root).as_posix()
    path = "" if folder == "." else f"{folder}/"
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    if not (server and repository and commit):
        return path
    return f"{server}/{repository}/blob/{commit}/{path}"
