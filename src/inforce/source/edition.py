"""What a working text says of its edition and of its languages."""

import re
from collections.abc import Mapping
from datetime import datetime

from inforce.model import (
    Applies,
    Effective,
    LanguageStatus,
    Status,
    WorkingApproval,
    WorkingEdition,
)
from inforce.source.fields import Field
from inforce.zones import instant

KEYS = ("number", "adopted", "approved", "effective", "applies", "change", "summary", "imported")
APPROVAL_KEYS = ("by", "act", "number", "date")
LANGUAGE_KEYS = ("status", "pending", "from", "reviewed")
CHANGES = ("substantive", "correction")
ON_POSTING = "on posting"
MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")
NUMBER = re.compile(r"[0-9A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі./-]{1,20}")


def read_languages(field: Field, known: tuple[str, ...]) -> Mapping[str, LanguageStatus]:
    """The status of each language of a policy."""
    read = {
        code: status
        for code, value in field.mapping(known).items()
        if (status := _language(value, known)) is not None
    }
    if field.is_mapping and not any(status.status == Status.AUTHENTIC for status in read.values()):
        field.problem(
            "languages", "no language is authentic", "Write `ru: authentic`, for example."
        )
    return read


def _language(field: Field, known: tuple[str, ...]) -> LanguageStatus | None:
    if not field.is_mapping:
        status = field.choice(Status)
        return LanguageStatus(status) if status else None
    fields = field.mapping(LANGUAGE_KEYS)
    if "status" not in fields:
        field.problem("missing", "`status:` is missing", f"One of {', '.join(Status)}.")
        return None
    status = fields["status"].choice(Status)
    if status is None:
        return None
    return LanguageStatus(
        status=status,
        pending="pending" in fields and fields["pending"].truth(),
        source=fields["from"].one_of(known) if "from" in fields else "",
        reviewed=fields["reviewed"].day() if "reviewed" in fields else None,
    )


def read_edition(field: Field, languages: tuple[str, ...], timezone: str) -> WorkingEdition | None:
    """What `edition:` declares; None where it does not say when the edition takes effect."""
    fields = field.mapping(KEYS)
    if "effective" not in fields:
        hint = "Write a date (2026-09-01), a date with time, or `on posting`."
        field.problem("missing", "`effective:` is missing", hint)
        return None
    effective = _effective(fields["effective"], timezone)
    if effective is None:
        return None
    return WorkingEdition(
        effective=effective,
        number=_number(fields.get("number")),
        adopted=fields["adopted"].day() if "adopted" in fields else None,
        approved=_approval(fields["approved"], languages) if "approved" in fields else None,
        applies=_applies(fields.get("applies")),
        change=(fields["change"].one_of(CHANGES) if "change" in fields else "") or CHANGES[0],
        summary=fields["summary"].localized(languages) if "summary" in fields else {},
        imported=_imported(fields.get("imported")),
        location=field.location,
    )


def _effective(field: Field, timezone: str) -> Effective | None:
    text = field.text()
    if text == ON_POSTING:
        return Effective(None, field.location)
    try:
        if not MOMENT.fullmatch(text):
            raise ValueError
        return Effective(instant(datetime.fromisoformat(text), timezone), field.location)
    except ValueError:
        if text:
            hint = "Write 2026-09-01, 2026-09-01T18:00, or `on posting`."
            field.problem("date", f"`{text}` is not a moment", hint)
        return None


def _number(field: Field | None) -> str:
    text = field.text() if field else ""
    if field and text and not NUMBER.fullmatch(text):
        hint = "Use digits, letters, `.`, `/` and `-`, such as `4` or `12-2`."
        field.problem("value", f"`{text}` is not the number of an edition", hint)
    return text


def _approval(field: Field, languages: tuple[str, ...]) -> WorkingApproval:
    fields = field.mapping(APPROVAL_KEYS)
    return WorkingApproval(
        by=fields["by"].localized(languages) if "by" in fields else {},
        act=fields["act"].localized(languages) if "act" in fields else {},
        number=fields["number"].text() if "number" in fields else "",
        dated=fields["date"].day() if "date" in fields else None,
    )


def _applies(field: Field | None) -> tuple[Applies, ...]:
    read = []
    for item in field.items() if field else ():
        fields = item.mapping(("to", "from"))
        start = fields["from"].day() if "from" in fields else None
        if "to" not in fields or "from" not in fields:
            item.problem(
                "missing", "`to:` and `from:` are needed", "{to: existing-users, from: 2026-10-01}"
            )
        elif start:
            read.append(Applies(fields["to"].text(), start))
    return tuple(read)


def _imported(field: Field | None) -> str:
    if field is None:
        return ""
    fields = field.mapping(("source",))
    if "source" not in fields:
        field.problem("missing", "`source:` is missing", "Say where the edition was published.")
        return ""
    return fields["source"].text()
