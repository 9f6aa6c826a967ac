"""Whether anything may be recorded now: what was published is whole, and the clock is right."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from inforce.address import LEDGER, edition_folder
from inforce.ledger import Add, Correct, Publish
from inforce.problems import ContentError, InforceError, Problem
from inforce.project import Project
from inforce.zones import in_zone

ORPHAN = "frozen-orphan"
ORPHAN_HINT = (
    "If the end of the ledger was cut off, restore the ledger: `inforce check --base REF` shows "
    "it. If this was never published, delete it."
)


def require_sound(
    project: Project,
    moment: datetime,
    *,
    unrecorded: Iterable[Publish | Add | Correct] = (),
    leaving: Iterable[str] = (),
) -> None:
    """Stop where something published is damaged, or where files stand there that no line names.

    `unrecorded` are acts whose files a broken run left behind, which will be cleared away;
    `leaving` are the names of files that are removed now, so that it does not matter if they are
    damaged. Raises ContentError, or InforceError where the clock went back.
    """
    passed = {*leaving, *_left_by(unrecorded, project)}
    found = [
        problem
        for problem in map(_as_error, project.damage)
        if problem.severity == "error" and problem.location.file not in passed
    ]
    if found:
        raise ContentError(found)
    _check_clock(project, in_zone(moment.replace(microsecond=0), project.site.timezone))


def _check_clock(project: Project, now: datetime) -> None:
    last = project.archive.ledger.entries[-1:]
    if last and now < last[0].recorded:
        raise InforceError(
            f"the clock says {now.isoformat()}, but the last line of the ledger was recorded at "
            f"{last[0].recorded.isoformat()}: set the clock right"
        )


def _as_error(problem: Problem) -> Problem:
    """Files without a line may be published ones whose line was cut off; they stay."""
    if problem.check != ORPHAN:
        return problem
    return replace(problem, severity="error", hint=ORPHAN_HINT)


def _left_by(acts: Iterable[Publish | Add | Correct], project: Project) -> Iterator[str]:
    """What a broken run left behind; of the very first one, editions without a ledger."""
    for act in acts:
        folder = f"content/{edition_folder(act.policy, act.edition)}"
        yield folder
        yield from (f"{folder}/{name}" for name in act.files)
        if not project.archive.ledger.entries:
            yield f"content/{LEDGER}"
