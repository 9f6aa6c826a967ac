"""The content folder read whole: the site, the working texts, and what was published."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inforce.archive import Archive
from inforce.archive import load as load_archive
from inforce.model import Location, Site, WorkingPolicy
from inforce.problems import ContentError, InforceError, Problem
from inforce.source import load_policy, load_site, policy_file, policy_ids, read_document

CONTENT = "content"
# The names that editors and systems give to a text instead of `policy.yml`.
MISNAMED = re.compile(r"[^.].*\.ya?ml(\.txt)?", re.IGNORECASE)
SITE = Location(f"{CONTENT}/site.yml")


@dataclass(frozen=True, slots=True)
class Project:
    """What a content folder holds.

    `policies` are the working texts by id, in alphabetical order; `broken` are the problems of
    the sources by policy id, so that one policy does not hold up another. `damage` is what is
    wrong with what was published: nothing is published or built while there is any.
    """

    content: Path
    site: Site
    policies: Mapping[str, WorkingPolicy]
    broken: Mapping[str, tuple[Problem, ...]]
    archive: Archive
    damage: tuple[Problem, ...]


def content_of(root: Path) -> Path:
    """The folder `content/` of a project; raises InforceError where there is none."""
    content = root / CONTENT
    if not content.is_dir():
        raise InforceError(
            f"there is no folder {content}; name the project with `--project`, or start one with "
            "`inforce new`"
        )
    return content


def load_project(root: Path) -> Project:
    """The project in the folder `root`, which holds `content/`.

    Raises ContentError where `content/site.yml` cannot be used, InforceError where there is no
    `content/`.
    """
    content = content_of(root)
    site, problems = _load_site(content)
    archive, damage = load_archive(content)
    if site is None:
        raise ContentError((*problems, *damage, *_unreadable(content)))
    policies: dict[str, WorkingPolicy] = {}
    broken: dict[str, tuple[Problem, ...]] = {}
    for policy_id in policy_ids(content):
        policy, found = _load_policy(content, policy_id, site)
        if policy is not None:
            policies[policy_id] = policy
        if found:
            broken[policy_id] = found
    broken |= {name: (problem,) for name, problem in _misnamed(content)}
    return Project(content, site, policies, broken, archive, (*damage, *_moved(site, archive)))


def _unreadable(content: Path) -> Iterator[Problem]:
    """What keeps the policies from being read, whatever the site says."""
    for policy in policy_ids(content):
        _, problems = read_document(content / policy / "policy.yml", policy_file(policy), content)
        yield from problems
    yield from (problem for _, problem in _misnamed(content))


def _load_site(content: Path) -> tuple[Site | None, tuple[Problem, ...]]:
    if (content / "site.yml").is_symlink():
        return None, (_outside(SITE),)
    return load_site(content)


def _load_policy(
    content: Path, policy_id: str, site: Site
) -> tuple[WorkingPolicy | None, tuple[Problem, ...]]:
    folder = content / policy_id
    if folder.is_symlink() or (folder / "policy.yml").is_symlink():
        return None, (_outside(source_of(policy_id)),)
    return load_policy(content, policy_id, site)


def _misnamed(content: Path) -> Iterator[tuple[str, Problem]]:
    """The texts that are not read because their file has another name, by the policy meant."""
    for path in sorted((*content.glob("*"), *content.glob("*/*"))):
        folder = path.parent.name if path.parent != content else path.name.split(".")[0]
        known = folder == "site" or (content / folder / "policy.yml").exists()
        if MISNAMED.fullmatch(path.name) and path.is_file() and not known:
            place = Location(f"{CONTENT}/{path.relative_to(content).as_posix()}")
            message = "this file is not read: the text of a policy has another name"
            hint = f"Name it `{policy_file(folder)}`."
            yield folder, Problem(place, "file", message, hint)


def _outside(place: Location) -> Problem:
    message = "this is a link to another place; only files inside content/ are read"
    return Problem(place, "file", message, "Put the file itself here.")


def _moved(site: Site, archive: Archive) -> tuple[Problem, ...]:
    """Problems where `site.yml` has left what the ledger was opened with."""
    opening = archive.opening
    if opening is None:
        return ()
    pairs = (
        ("url", site.url, opening.base),
        ("the first of `languages`", site.languages[0], opening.root),
        ("timezone", site.timezone, opening.timezone),
    )
    moved = [
        Problem(
            SITE,
            "moved",
            f"{what} is `{now}`, but what was published stands under `{then}`",
            f"Write `{then}` again: addresses and dates that were published cannot change.",
        )
        for what, now, then in pairs
        if now != then
    ]
    return (*moved, *_left_out(site, archive))


def _left_out(site: Site, archive: Archive) -> Iterator[Problem]:
    """Problems where a language is gone under which texts were published."""
    records = [one for policy in archive.policies.values() for one in policy.editions]
    published = {language for one in records for language in one.texts}
    for language in sorted(published - {*site.languages}):
        message = f"`{language}` is not among `languages`, but texts were published in it"
        hint = f"Write `{language}` again: its pages have to stay."
        yield Problem(SITE, "moved", message, hint)


def source_of(policy: str) -> Location:
    """The place to name when a problem concerns a whole policy."""
    return Location(policy_file(policy))
