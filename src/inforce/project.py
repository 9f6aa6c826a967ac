"""The content folder read whole: the site, the working texts, and what was published."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inforce.archive import Archive
from inforce.archive import load as load_archive
from inforce.model import Location, Site, WorkingPolicy
from inforce.problems import ContentError, Problem
from inforce.source import load_policy, load_site, policy_file, policy_ids

CONTENT = "content"


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


def load_project(root: Path) -> Project:
    """The project in the folder `root`, which holds `content/`.

    Raises ContentError where `content/site.yml` cannot be used.
    """
    content = root / CONTENT
    site, problems = load_site(content)
    archive, damage = load_archive(content)
    if site is None:
        raise ContentError((*problems, *damage))
    policies: dict[str, WorkingPolicy] = {}
    broken: dict[str, tuple[Problem, ...]] = {}
    for policy_id in policy_ids(content):
        policy, found = load_policy(content, policy_id, site)
        if policy is not None:
            policies[policy_id] = policy
        if found:
            broken[policy_id] = found
    return Project(content, site, policies, broken, archive, (*damage, *_moved(site, archive)))


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
    return tuple(
        Problem(
            Location("content/site.yml"),
            "moved",
            f"{what} is `{now}`, but what was published stands under `{then}`",
            f"Write `{then}` again: addresses and dates that were published cannot change.",
        )
        for what, now, then in pairs
        if now != then
    )


def source_of(policy: str) -> Location:
    """The place to name when a problem concerns a whole policy."""
    return Location(policy_file(policy))
