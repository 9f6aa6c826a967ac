"""What a working text says of its edition."""

import re
from datetime import date, datetime

from inforce.model import Applies, Effective, WorkingApproval, WorkingEdition
from inforce.source.fields import Field, parse_day
from inforce.zones import instant

KEYS = ("number", "adopted", "approved", "effective", "applies", "change", "summary", "imported")
APPROVAL_KEYS = ("by", "act", "number", "date")
CHANGES = ("substantive", "correction")
ON_POSTING = "on posting"
CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT = re.compile(rf"(?P<day>.{{10}})([T ]{CLOCK}(:[0-5][0-9])?(Z|[+-]{CLOCK})?)?")
NUMBER = re.compile(r"[0-9A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі./-]{1,20}")


def read_edition(field: Field, languages: tuple[str, ...], timezone: str) -> WorkingEdition | None:
    """What `edition:` declares; None where it does not say when the edition takes effect."""
    fields = field.mapping(KEYS)
    if fields and "effective" not in fields:
        hint = "Write a date (2026-09-01), a date with time, or `on posting`."
        field.problem("missing", "`effective:` is missing", hint)
    effective = _effective(fields["effective"], timezone) if "effective" in fields else None
    edition = WorkingEdition(
        effective=effective or Effective(None),
        number=_number(fields.get("number")),
        adopted=fields["adopted"].day() if "adopted" in fields else None,
        approved=_approval(fields["approved"], languages) if "approved" in fields else None,
        applies=_applies(fields.get("applies"), effective),
        change=(fields["change"].one_of(CHANGES) if "change" in fields else "") or CHANGES[0],
        summary=fields["summary"].localized(languages) if "summary" in fields else {},
        imported=_imported(fields.get("imported")),
        location=field.location,
    )
    return edition if effective else None


def _effective(field: Field, timezone: str) -> Effective | None:
    text = field.text()
    if text == ON_POSTING:
        return Effective(None, field.location)
    match = MOMENT.fullmatch(text)
    if match and parse_day(match["day"]):
        return Effective(instant(datetime.fromisoformat(text), timezone), field.location)
    if text:
        hint = f"Write 2026-09-01, 2026-09-01T18:00, or `{ON_POSTING}`."
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
        by=fields["by"].lines(languages) if "by" in fields else {},
        act=fields["act"].lines(languages) if "act" in fields else {},
        number=fields["number"].text() if "number" in fields else "",
        dated=fields["date"].day() if "date" in fields else None,
    )


def _applies(field: Field | None, effective: Effective | None) -> tuple[Applies, ...]:
    items = field.items() if field else ()
    earliest = effective.instant.date() if effective and effective.instant else None
    return tuple(one for item in items if (one := _group(item, earliest)))


def _group(item: Field, earliest: date | None) -> Applies | None:
    fields = item.mapping(("to", "from"))
    if not fields:
        return None
    for key in ("to", "from"):
        if key not in fields:
            hint = "Write `{to: existing-users, from: 2026-10-01}`."
            item.problem("missing", f"`{key}:` is missing", hint)
    to = fields["to"].text() if "to" in fields else ""
    start = fields["from"].day() if "from" in fields else None
    if start and earliest and start < earliest:
        hint = "Write a later date; who is not named here is bound from `effective:` on."
        fields["from"].problem("date", "this is before the edition takes effect", hint)
    return Applies(to, start) if to and start else None


def _imported(field: Field | None) -> str:
    if field is None:
        return ""
    fields = field.mapping(("source",))
    if fields and "source" not in fields:
        hint = "Say where the edition was published: `source: …`."
        field.problem("missing", "`source:` is missing", hint)
    return fields["source"].text() if "source" in fields else ""
