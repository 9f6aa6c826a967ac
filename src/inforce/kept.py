"""What was published at an earlier commit is here, unchanged and at its addresses.

Pure but for the temporary folder in which an earlier state is read like any other.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from inforce.address import LEDGER, edition_folder
from inforce.archive import Archive
from inforce.archive import load as load_archive
from inforce.ledger import Add, Correct, Publish, Repeal, grew_from, parse
from inforce.model import Location, Site
from inforce.problems import Problem
from inforce.project import SITE, Project, source_of
from inforce.source import load_site
from inforce.verify.expected import Stand, languages_of

EDITIONS = "editions"
NAMED_AT_MOST = 50

# What a file holds; None for a link, which is never what was published.
Files = Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier state of `content/`: what to call it, and its files by their path below it."""

    name: str
    files: Files


def frozen_files(content: Path) -> Files:
    """The ledger and every file below `editions/`, by their path below `content/`."""
    found: dict[str, bytes | None] = {}
    paths = [content / LEDGER] if (content / LEDGER).exists() else []
    for editions in sorted(content.glob(f"*/{EDITIONS}")):
        if editions.is_symlink() or editions.parent.is_symlink():
            continue  # what should be there is missing then
        for folder, folders, names in os.walk(editions):
            links = [name for name in folders if Path(folder, name).is_symlink()]
            paths += [Path(folder, name) for name in (*links, *names)]
    for path in paths:
        data = None if path.is_symlink() else path.read_bytes()
        found[path.relative_to(content).as_posix()] = data
    return found


def is_frozen(name: str) -> bool:
    """Whether only publishing writes this file, named below `content/`."""
    return name == LEDGER or name.split("/")[1:2] == [EDITIONS]


def check_untouched(here: Files, *allowed: Earlier) -> Iterator[Problem]:
    """A pull request leaves the ledger and the editions as they were in one of `allowed`.

    The last one of them names where to restore a file from.
    """
    source = allowed[-1]
    names = {
        name for name in (*here, *(n for one in allowed for n in one.files)) if is_frozen(name)
    }
    for name in sorted(names):
        before = [one.files.get(name) for one in allowed]
        missing = name not in here and any(name not in one.files for one in allowed)
        if missing or (name in here and here[name] is not None and here[name] in before):
            continue
        yield _touched(name, source, here)


def _touched(name: str, source: Earlier, here: Files) -> Problem:
    if name not in source.files:
        done, hint = "adds", f"Take it away: `git rm -r --force content/{name}`."
    else:
        done = "changes" if name in here else "removes"
        hint = f"Put it back: `git checkout {source.name} -- content/{name}`."
    message = f"a pull request changes working texts alone, and this one {done} what is published"
    hint += " `inforce publish` writes here, on the main branch."
    return Problem(Location(f"content/{name}", 1), "pull-request", message, hint)


def check_kept(earlier: Earlier, archive: Archive, here: Files) -> Iterator[Problem]:
    """What was published at an earlier state and is not here as it was."""
    yield from grew_from(earlier.files.get(LEDGER) or b"", here.get(LEDGER) or b"")
    yield from _files_kept(earlier, archive, here)


def check_reachable(earlier: Earlier, project: Project, moment: datetime) -> Iterator[Problem]:
    """The policies and addresses of an earlier state that have gone."""
    with TemporaryDirectory() as path:
        folder = Path(path)
        write_files(earlier.files, folder)
        site, _ = load_site(folder)
        archive, _ = load_archive(folder)
    yield from _sources_kept(earlier, archive, project)
    damaged = any(one.severity == "error" for one in project.damage)
    if archive.opening and not damaged:  # damage takes addresses away, and is told itself
        yield from _addresses_kept(earlier, archive, site, project, moment)


def write_files(files: Files, folder: Path) -> None:
    """Write the files of an earlier state below `folder`, where they can be read like any other."""
    for name, data in files.items():
        path = folder / name
        if data is not None and path.resolve().is_relative_to(folder.resolve()):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _files_kept(earlier: Earlier, archive: Archive, here: Files) -> Iterator[Problem]:
    redacted = {
        f"{edition_folder(one.edition.policy, one.edition.id)}/{name}"
        for record in archive.policies.values()
        for one in record.editions
        for name in one.redacted
    }
    for name in sorted(_recorded(earlier) - redacted):
        if name in earlier.files and here.get(name) != earlier.files[name]:
            done = "was changed since" if name in here else "is gone since"
            message = f"this was published, and {done} `{earlier.name}`"
            hint = f"Put it back: `git checkout {earlier.name} -- content/{name}`."
            yield Problem(Location(f"content/{name}", 1), "published", message, hint)


def _recorded(earlier: Earlier) -> set[str]:
    """The files that the earlier ledger names."""
    ledger, _ = parse(earlier.files.get(LEDGER) or b"", LEDGER)
    acts = [entry.act for entry in ledger.entries]
    return {
        f"{edition_folder(act.policy, act.edition)}/{name}"
        for act in acts
        if isinstance(act, Publish | Add | Correct)
        for name in act.files
    }


def _sources_kept(earlier: Earlier, archive: Archive, project: Project) -> Iterator[Problem]:
    """A policy that is published and not repealed can still be changed."""
    acts = [entry.act for entry in project.archive.ledger.entries]
    repealed = {act.policy for act in acts if isinstance(act, Repeal)}
    here = {*project.policies, *project.broken, *repealed}
    for name in archive.policies:
        file = f"{name}/policy.yml"
        if file in earlier.files and name not in here:
            message = f"the working text is gone since `{earlier.name}`, but the policy stays"
            hint = f"Put it back: `git checkout {earlier.name} -- content/{file}`."
            hint += " `inforce repeal` ends a policy."
            yield Problem(source_of(name), "published", message, hint)


def _addresses_kept(
    earlier: Earlier, archive: Archive, site: Site | None, project: Project, moment: datetime
) -> Iterator[Problem]:
    """Every address that the earlier ledger implied is still implied."""
    spoken = site.languages if site else languages_of(archive)
    lost = [code for code in spoken if code not in project.site.languages]
    for code in lost:
        message = f"`{code}` was among `languages` at `{earlier.name}`: all its pages would go away"
        yield Problem(SITE, "address", message, f"Write `{code}` again in `languages`.")
    now = Stand(project.archive, "", (*project.site.languages, *lost), moment)
    before = Stand(archive, "", spoken, moment)
    gone = sorted(before.addresses() - now.addresses() - {*now.redacted()})
    for path in gone[:NAMED_AT_MOST]:
        message = f"`/{path.removesuffix('index.html')}` was published and leads nowhere now"
        yield _lost_address(message, earlier)
    if len(gone) > NAMED_AT_MOST:
        message = f"{len(gone) - NAMED_AT_MOST} other addresses were published and lead nowhere now"
        yield _lost_address(message, earlier)


def _lost_address(message: str, earlier: Earlier) -> Problem:
    hint = f"`git diff {earlier.name} -- content` shows what took it away: put that back."
    return Problem(Location(f"content/{LEDGER}", 1), "address", message, hint)
