"""An act as the JSON of its line, and back; all keys are described in docs/specification.md."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from inforce.address import EDITION, POLICY_ID, text_files
from inforce.ledger.acts import FORMAT, Act, Add, Correct, Open, Publish, Redact, Repeal, Withdraw
from inforce.model import EditionId, LanguageStatus, Status
from inforce.strict import (
    DIGEST,
    LANGUAGE,
    MalformedError,
    Object,
    Shape,
    day,
    edition_id,
    fields,
    instant,
    item,
    many,
    mapping,
    one_of,
    string,
    within,
    write_instant,
)

BASE = re.compile(r"https?://[^\s/?#]+/([^\s?#]*/)?")
ZONE = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")
TEXT_FILE = re.compile(
    rf"(?P<language>{LANGUAGE.pattern})(-(?P<revision>[1-9][0-9]{{0,5}}))?\.(json|txt)"
)


def text_of(name: str) -> tuple[str, int] | None:
    """The language and the revision whose file this is; None for any other file name."""
    match = TEXT_FILE.fullmatch(name)
    if match is None:
        return None
    language, revision = match["language"], int(match["revision"] or 1)
    return (language, revision) if name in text_files(language, revision) else None


def texts_of(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The texts whose files are among `names`, each once."""
    return tuple(dict.fromkeys(text for name in names if (text := text_of(name))))


def write_act(act: Act) -> Object:
    """The keys that an act adds to its line; raises MalformedError where a value cannot be
    written.
    """
    match act:
        case Open():
            values: Object = {"base": act.base, "root": act.root, "timezone": act.timezone}
            return {"act": "open", **values, "format": act.format}
        case Publish():
            return {"act": "publish", **_publish(act)}
        case Add() | Correct():
            status = {"status": _write_status(act.status)} if act.status else {}
            return {"act": type(act).__name__.lower(), **_edition(act), **_files(act), **status}
        case Withdraw():
            return {"act": "withdraw", **_edition(act), **_reason(act)}
        case Repeal():
            values = {"policy": act.policy, "effective": write_instant(act.effective)}
            successors = {"successors": list(act.successors)} if act.successors else {}
            return {"act": "repeal", **values, **successors, **_reason(act)}
        case Redact():
            return {"act": "redact", **_edition(act), **_files(act), **_reason(act)}


def _publish(act: Publish) -> Object:
    values = {**_edition(act), "effective": write_instant(act.effective), **_files(act)}
    if act.replaces:
        values["replaces"] = act.replaces
    if act.adopted:
        values["adopted"] = act.adopted.isoformat()
    return values


def _edition(act: Publish | Add | Correct | Withdraw | Redact) -> Object:
    return {"policy": act.policy, "edition": act.edition}


def _files(act: Publish | Add | Correct | Redact) -> Object:
    return {"files": dict(act.files)}


def _reason(act: Withdraw | Repeal | Redact) -> Object:
    return {"reason": act.reason} if act.reason else {}


def _write_status(status: LanguageStatus) -> Object:
    values: Object = {"status": str(status.status)}
    if status.source:
        values["from"] = status.source
    if status.reviewed:
        values["reviewed"] = status.reviewed.isoformat()
    return values


def read_act(line: Object) -> Act:
    """The act that a line records; raises MalformedError where it is none of the known ones."""
    name = string(line, "act")
    if name not in ACTS:
        raise MalformedError(f"`{name}` is not an act that this version knows", ".act")
    shape, read = ACTS[name]
    return read(fields(line, shape))


def _read_open(line: Object) -> Open:
    return Open(
        base=string(line, "base", BASE),
        root=string(line, "root", LANGUAGE),
        timezone=string(line, "timezone", ZONE),
        format=one_of(line, "format", (FORMAT,)),
    )


def _read_publish(line: Object) -> Publish:
    identity = edition_id(line, "edition")
    effective = instant(line, "effective")
    if date.fromisoformat(EditionId.parse(identity).date) != effective.date():
        message = f"the edition `{identity}` has to take effect on the day of its id"
        raise MalformedError(message, ".effective")
    files = _read_files(line)
    if EDITION not in files:
        raise MalformedError(f"`{EDITION}` is missing", ".files")
    return Publish(
        policy=string(line, "policy", POLICY_ID),
        edition=identity,
        replaces=edition_id(line, "replaces"),
        effective=effective,
        adopted=day(line, "adopted"),
        files=files,
    )


def _read_text(line: Object, act: type[Add] | type[Correct]) -> Add | Correct:
    files = _read_files(line)
    if EDITION in files or len(files) != 2:
        raise MalformedError("exactly the two files of one text belong here", ".files")
    return act(
        policy=string(line, "policy", POLICY_ID),
        edition=edition_id(line, "edition"),
        files=files,
        status=within(line, "status", _read_status),
    )


def _read_status(value: object) -> LanguageStatus:
    values = fields(value, Shape.of("status", "from reviewed"))
    return LanguageStatus(
        status=Status(one_of(values, "status", tuple(Status))),
        source=string(values, "from", LANGUAGE),
        reviewed=day(values, "reviewed"),
    )


def _read_withdraw(line: Object) -> Withdraw:
    policy = string(line, "policy", POLICY_ID)
    return Withdraw(policy, edition_id(line, "edition"), string(line, "reason"))


def _read_repeal(line: Object) -> Repeal:
    return Repeal(
        policy=string(line, "policy", POLICY_ID),
        effective=instant(line, "effective"),
        successors=many(line, "successors", _policy_id),
        reason=string(line, "reason"),
    )


def _policy_id(value: object) -> str:
    return item(value, POLICY_ID)


def _read_redact(line: Object) -> Redact:
    files = _read_files(line)
    if EDITION in files:
        raise MalformedError(f"`{EDITION}` is needed and cannot be redacted", ".files")
    return Redact(
        policy=string(line, "policy", POLICY_ID),
        edition=edition_id(line, "edition"),
        files=files,
        reason=string(line, "reason"),
    )


def _read_files(line: Object) -> Mapping[str, str]:
    return within(line, "files", _read_digests) or {}


def _read_digests(value: object) -> Mapping[str, str]:
    """The digests by file name; a text's two files always stand together."""
    files = mapping(value)
    for name in files:
        if name != EDITION and text_of(name) is None:
            raise MalformedError(f"`{name}` is not the name of a frozen file")
        string(files, name, DIGEST)
    texts = texts_of(files)
    for name in (name for text in texts for name in text_files(*text)):
        if name not in files:
            raise MalformedError(f"`{name}` is missing beside the other file of its text")
    if not texts:
        raise MalformedError("the files of a text are missing")
    return files


def _read_add(line: Object) -> Act:
    return _read_text(line, Add)


def _read_correct(line: Object) -> Act:
    return _read_text(line, Correct)


def _act(required: str, optional: str = "") -> Shape:
    return Shape.of(f"act digest prev recorded seq {required}", optional)


ACTS: Mapping[str, tuple[Shape, Callable[[Object], Act]]] = {
    "open": (_act("base root timezone format"), _read_open),
    "publish": (_act("policy edition effective files", "replaces adopted"), _read_publish),
    "add": (_act("policy edition files", "status"), _read_add),
    "correct": (_act("policy edition files", "status"), _read_correct),
    "withdraw": (_act("policy edition", "reason"), _read_withdraw),
    "repeal": (_act("policy effective", "successors reason"), _read_repeal),
    "redact": (_act("policy edition files reason"), _read_redact),
}
