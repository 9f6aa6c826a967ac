"""The rare acts: an edition taken back, a policy repealed, a file removed."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from inforce.address import EDITION, edition_folder, text_files
from inforce.archive import EditionRecord, PolicyRecord
from inforce.ledger import Redact, Repeal, Withdraw, texts_of
from inforce.problems import InforceError
from inforce.project import Project, content_of, load_project
from inforce.publish.readiness import require_sound
from inforce.publish.workshop import alone
from inforce.publish.write import record, sync
from inforce.zones import in_zone


def withdraw(root: Path, policy: str, edition: str, reason: str, moment: datetime) -> Withdraw:
    """Take a scheduled edition back; its page stays and says so.

    Raises InforceError where there is no such edition, or where it already took effect.
    """
    with alone(content_of(root)):
        project = load_project(root)
        require_sound(project, moment)
        find_edition(project, policy, edition)
        act = Withdraw(policy, edition, _words(reason))
        record(project.content, project.archive.ledger, act, _now(project, moment))
    return act


def repeal(
    root: Path,
    policy: str,
    effective: datetime | None,
    successors: Iterable[str],
    reason: str,
    moment: datetime,
) -> Repeal:
    """End a policy as of `effective`, or at once where that is None; its pages stay.

    Raises InforceError where that is not possible.
    """
    with alone(content_of(root)):
        project = load_project(root)
        require_sound(project, moment)
        find_policy(project, policy)
        now = _now(project, moment)
        start = in_zone(effective, project.site.timezone) if effective else now
        if start < now:
            hint = "leave the moment out to repeal the policy now"
            raise InforceError(f"{start.isoformat()} has passed; {hint}")
        act = Repeal(policy, start, tuple(successors), _words(reason))
        record(project.content, project.archive.ledger, act, now)
    return act


def redact(
    root: Path, policy: str, edition: str, names: Iterable[str], reason: str, moment: datetime
) -> Mapping[str, str]:
    """Remove files of an edition, as a court orders; their digests and the reason stay.

    Returns the digests by file name. The line is recorded before the files go, so that an
    interruption leaves nothing unexplained; files that an earlier redaction left behind are
    removed too. Raises InforceError where a file is not one of the edition's.
    """
    wanted = sorted(set(names))
    folder = edition_folder(policy, edition)
    with alone(content_of(root)):
        project = load_project(root)
        leaving = [f"content/{folder / name}" for name in wanted]
        require_sound(project, moment, leaving=leaving)
        held = find_edition(project, policy, edition)
        files = _files(held, wanted)
        new = {name: digest for name, digest in files.items() if name not in held.redacted}
        if new:
            act = Redact(policy, edition, new, _words(reason))
            record(project.content, project.archive.ledger, act, _now(project, moment))
        for name in files:
            (project.content / folder / name).unlink(missing_ok=True)
        sync(project.content / folder)
    return files


def find_policy(project: Project, policy: str) -> PolicyRecord:
    """What was published of a policy; raises InforceError where nothing was."""
    record = project.archive.policies.get(policy)
    if record is None:
        known = ", ".join(project.archive.policies) or "none"
        raise InforceError(f"no policy `{policy}` was published; published are: {known}")
    return record


def find_edition(project: Project, policy: str, edition: str) -> EditionRecord:
    """A published edition; raises InforceError where there is none with this id."""
    record = find_policy(project, policy)
    for one in record.editions:
        if one.edition.id == edition:
            return one
    known = ", ".join(one.edition.id for one in record.editions)
    raise InforceError(f"`{policy}` has no edition {edition}; it has {known}")


def _files(held: EditionRecord, names: Sequence[str]) -> Mapping[str, str]:
    unknown = [name for name in names if name not in held.files]
    if unknown:
        known = ", ".join(sorted(held.files))
        edition = held.edition.id
        raise InforceError(f"edition {edition} has no file {', '.join(unknown)}; it has {known}")
    if EDITION in names:
        raise InforceError(f"{EDITION} cannot be redacted: what stays of the edition needs it")
    whole = {name for text in texts_of(names) for name in text_files(*text)}
    if missing := sorted(whole - {*names}):
        raise InforceError(f"a text is redacted whole: name {', '.join(missing)} too")
    return {name: held.files[name] for name in names}


def _words(reason: str) -> str:
    """A reason as the ledger keeps it; raises InforceError where it says nothing."""
    words = " ".join(unicodedata.normalize("NFC", reason).split())
    if not words:
        raise InforceError("say the reason: it stays in the ledger for ever")
    return words


def _now(project: Project, moment: datetime) -> datetime:
    return in_zone(moment.replace(microsecond=0), project.site.timezone)
