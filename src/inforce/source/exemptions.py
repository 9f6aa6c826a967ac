"""Which checks are set otherwise, where, and why: `checks:` of the site, `except:` of a policy."""

from collections.abc import Iterator, Mapping

from inforce.model import CheckSetting, Exemption
from inforce.source.fields import Field
from inforce.source.nodes import Located

SEVERITIES = ("error", "warning", "note", "off")
OWN_KEYS = ("check", "reason")
SITE_KEYS = ("policy", "clause", "edition", "reason")
KNOWN_KEYS = ("name", "reason")
# The checks of names, which may meet names that are known.
OF_NAMES = ("foreign-address", "foreign-company")
REASON = "Say why, so that the next person knows when it may go: `reason: …`."


def read_exemptions(field: Field | None, policy: str, clause: str = "") -> tuple[Exemption, ...]:
    """The exemptions beside a clause or at the top of a policy."""
    found = []
    for item in _entries(field) if field else ():
        fields = item.mapping(OWN_KEYS)
        if fields and "check" not in fields:
            item.problem("missing", "`check:` is missing", "Name the check, as its message does.")
        check = fields["check"].text() if "check" in fields else ""
        reason = _reason(item, fields)
        if check and reason:
            found.append(Exemption(check, reason, policy, clause, "", item.location))
    return tuple(found)


def read_checks(field: Field) -> Mapping[str, CheckSetting]:
    """What the site says of each check, by the check's id."""
    return {check: _setting(check, value) for check, value in field.mapping().items()}


def _setting(check: str, field: Field) -> CheckSetting:
    if not field.is_mapping:
        return CheckSetting(field.one_of(SEVERITIES), location=field.location)
    known = ("known",) if check in OF_NAMES else ()
    fields = field.mapping(("severity", "except", *known))
    severity = fields["severity"].one_of(SEVERITIES) if "severity" in fields else ""
    exemptions = tuple(_narrowed(check, fields["except"])) if "except" in fields else ()
    names = tuple(_known(fields["known"])) if "known" in fields else ()
    return CheckSetting(severity, exemptions, names, field.location)


def _known(field: Field) -> Iterator[str]:
    for item in _entries(field, "name"):
        fields = item.mapping(KNOWN_KEYS)
        if fields and "name" not in fields:
            hint = "Name what is known: `name: bank.example`."
            item.problem("missing", "`name:` is missing", hint)
        name = fields["name"].text() if "name" in fields else ""
        if name and _reason(item, fields):
            yield name


def _narrowed(check: str, field: Field) -> Iterator[Exemption]:
    for item in _entries(field):
        fields = item.mapping(SITE_KEYS)
        if fields and "policy" not in fields:
            hint = "Name the policy; a check that is wanted nowhere is set to `off`."
            item.problem("missing", "`policy:` is missing", hint)
        values = {key: value.text() for key, value in fields.items() if key != "reason"}
        reason = _reason(item, fields)
        if values.get("policy") and reason:
            yield Exemption(check, reason, location=item.location, **values)


def _entries(field: Field, what: str = "exception") -> tuple[Field, ...]:
    """The entries of a list; an empty one says nothing."""
    if not field.node.value and not field.is_missing:
        field.problem("empty", f"no {what} is written here", "Write one, or take the key away.")
    return field.items()


def _reason(item: Field, fields: Mapping[str, Located]) -> str:
    reason = fields.get("reason")
    if isinstance(reason, Field):
        return reason.text()
    if fields:
        item.problem("missing", "an exception has a reason", REASON)
    return ""
