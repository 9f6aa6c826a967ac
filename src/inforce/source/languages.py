"""The languages of a policy: which there are, and what the text in each of them weighs."""

from collections.abc import Mapping

from inforce.model import LanguageStatus, Source, Status
from inforce.source.fields import Field

# The languages that the package has words for (tombstones, pages); a site has no others.
LANGUAGES = ("kk", "ru", "en")
KEYS = ("status", "pending", "from", "reviewed")


def read_languages(field: Field, known: tuple[str, ...]) -> Mapping[str, LanguageStatus]:
    """The status of each language of a policy, in the order of the source."""
    if field.node.value and not field.is_mapping:
        hint = f"Write each on a line of its own: `{known[0]}: authentic`."
        field.problem("type", "the weight of each language is missing", hint)
        return {}
    fields = field.mapping(known)
    read = {
        code: status
        for code, value in fields.items()
        if (status := _language(code, value, tuple(fields))) is not None
    }
    none = not any(status.status == Status.AUTHENTIC for status in read.values())
    if read and len(read) == len(fields) and none:
        hint = f"Say whose words bind: `{next(iter(read))}: authentic`."
        field.problem("languages", "no language is authentic", hint)
    return read


def _language(code: str, field: Field, languages: tuple[str, ...]) -> LanguageStatus | None:
    if not field.is_mapping:
        status = field.choice(Status)
        return LanguageStatus(status) if status else None
    fields = field.mapping(KEYS)
    if "status" not in fields:
        hint = f"Write one of {', '.join(Status)}."
        field.problem("missing", "`status:` is missing", hint)
    status = fields["status"].choice(Status) if "status" in fields else None
    pending = "pending" in fields and fields["pending"].truth()
    source = _from(code, fields["from"], languages) if "from" in fields else ""
    reviewed = fields["reviewed"].day() if "reviewed" in fields else None
    return LanguageStatus(status, pending, source, reviewed) if status else None


def _from(code: str, field: Field, languages: tuple[str, ...]) -> str:
    source = field.one_of(languages)
    if source == code:
        hint = "Name the language that it was translated from, or take `from:` away."
        field.problem("languages", f"the text `{code}` is not translated from itself", hint)
        return ""
    return source


def first_ready(languages: Mapping[str, LanguageStatus], prevails: str) -> str:
    """The language that stands in for missing texts where `fallback:` does not name one."""
    ready = [code for code, status in languages.items() if not status.pending]
    return prevails if prevails in ready else next(iter([*ready, *languages]), "")


def read_synced(field: Field | None, languages: tuple[str, ...]) -> tuple[Source, ...]:
    """The languages in which a clause was looked at and needs no change."""
    if field is None:
        return ()
    if not field.node.value and not field.is_missing:
        field.problem("empty", "no language is written here", "Write one, or take the key away.")
    found: dict[str, Source] = {}
    for item in field.items():
        code = item.one_of(languages)
        if code in found:
            item.problem("value", f"`{code}` stands twice here", "Keep one of the two.")
        elif code:
            found[code] = Source(code, item.location)
    return tuple(found.values())
