"""`content/site.yml`: the base address, the languages, the time zone, the operator's facts."""

import re
from collections.abc import Iterator
from pathlib import Path

from inforce.model import Localized, Site
from inforce.problems import Problem
from inforce.source.document import read_document
from inforce.source.exemptions import read_checks
from inforce.source.fields import Field
from inforce.source.languages import LANGUAGES
from inforce.source.nodes import Report, suggestion
from inforce.zones import is_zone

FILE = "content/site.yml"
KEYS = ("url", "languages", "timezone", "operator", "notice", "checks")
REQUIRED = {
    "url": "Write the address at which the site stands: `url: https://policies.example/`.",
    "languages": "Write the languages of the site: `languages: [ru, kk, en]`.",
    "timezone": "Write where dates are local: `timezone: Asia/Almaty`.",
}
FACT = re.compile(r"[a-z][a-z0-9_]*")
# https, a host, perhaps a port, and folders; no user, query or fragment.
URL = re.compile(
    r"https?://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
    r"(:[0-9]{1,5})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?"
)
MAX_URL = 200
MAX_NOTICE_DAYS = 365


def load_site(root: Path) -> tuple[Site | None, tuple[Problem, ...]]:
    """The site of the content folder `root`; None where `site.yml` cannot be used."""
    document, problems = read_document(root / "site.yml", FILE, root)
    if document is None:
        return None, problems
    report = Report()
    site = _read_site(Field(document.root, document, report))
    return (None if report.problems else site), report.found()


def _read_site(top: Field) -> Site:
    fields = top.mapping(KEYS)
    for key, hint in REQUIRED.items():
        if fields and key not in fields:
            top.problem("missing", f"`{key}:` is missing", hint)
    languages = (_languages(fields["languages"]) if "languages" in fields else ()) or LANGUAGES
    return Site(
        url=_url(fields["url"]) if "url" in fields else "",
        languages=languages,
        timezone=_timezone(fields["timezone"]) if "timezone" in fields else "",
        facts=dict(_operator(fields["operator"], languages)) if "operator" in fields else {},
        notice=_notice(fields["notice"]) if "notice" in fields else 0,
        checks=read_checks(fields["checks"]) if "checks" in fields else {},
        location=top.location,
    )


def _languages(field: Field) -> tuple[str, ...]:
    if not field.node.value and not field.is_missing:
        field.problem("empty", "at least one language is needed", REQUIRED["languages"])
    seen: dict[str, None] = {}
    for item in field.items():
        code = item.text()
        if code and code not in LANGUAGES:
            message = f"there is no `{code}` among the languages that inforce has words for"
            item.problem("value", message, suggestion(code, LANGUAGES))
        elif code in seen:
            item.problem("value", f"`{code}` stands twice in the list", "Keep one of the two.")
        elif code:
            seen[code] = None
    return tuple(seen)


def _url(field: Field) -> str:
    text = field.text()
    if text and (len(text) > MAX_URL or not URL.fullmatch(text)):
        hint = "Write it in small Latin letters, like `https://policies.example/`."
        field.problem("url", f"`{text}` is not a base address", hint)
    return text if text.endswith("/") else f"{text}/"


def _timezone(field: Field) -> str:
    text = field.text()
    if text and not is_zone(text):
        hint = "Write a name of the time zone database, such as `Asia/Almaty`."
        field.problem("timezone", f"`{text}` is not a time zone", hint)
    return text


def _notice(field: Field) -> int:
    text = field.text()
    match = re.fullmatch(r"([0-9]{1,3}) days?", text)
    days = int(match[1]) if match else 0
    if text and (match is None or days > MAX_NOTICE_DAYS):
        hint = f"Write it like `10 days`, at most {MAX_NOTICE_DAYS}."
        field.problem("value", f"`{text}` is not a period of notice", hint)
        return 0
    return days


def _operator(field: Field, languages: tuple[str, ...]) -> Iterator[tuple[str, Localized]]:
    for key, value in field.mapping().items():
        if key in LANGUAGES:
            hint = "Give the fact a name: `name:`, and below it a line for each language."
            value.problem("value", f"`{key}` is a language, not the name of a fact", hint)
        elif _is_name(key, value):
            yield from _facts(value, f"operator.{key}", languages)


def _facts(field: Field, name: str, languages: tuple[str, ...]) -> Iterator[tuple[str, Localized]]:
    """The facts below `field` by dotted name; a mapping of languages is one fact."""
    if not field.is_mapping:
        yield name, {"": field.line()}
        return
    keys = {key.value for key, _ in field.node.value if isinstance(key.value, str)}
    if keys & set(LANGUAGES):
        yield name, field.lines(languages)
        return
    for key, value in field.mapping().items():
        if _is_name(key, value):
            yield from _facts(value, f"{name}.{key}", languages)


def _is_name(key: str, value: Field) -> bool:
    if FACT.fullmatch(key):
        return True
    hint = "Use small Latin letters, digits and `_`, a letter first."
    value.problem("value", f"`{key}` cannot be the name of a fact", hint)
    return False
