"""`content/site.yml`: the base address, the languages, the time zone, the operator's facts."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from inforce.model import Localized, Site
from inforce.problems import Problem
from inforce.source.document import read_document
from inforce.source.fields import Field, Report
from inforce.zones import is_zone

FILE = "content/site.yml"
KEYS = ("url", "languages", "timezone", "operator", "notice")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")  # a subset of BCP 47
FACT = re.compile(r"[a-z][a-z0-9_]*")
MAX_NOTICE_DAYS = 365


def load_site(root: Path) -> tuple[Site | None, tuple[Problem, ...]]:
    """The site of the content folder `root`; None where `site.yml` cannot be used."""
    document, problems = read_document(root / "site.yml", FILE)
    if document is None:
        return None, problems
    report = Report()
    site = _read_site(Field(document.root, document, report))
    return (None if report.problems else site), tuple(report.problems)


def _read_site(top: Field) -> Site | None:
    fields = top.mapping(KEYS)
    for key in ("url", "languages", "timezone"):
        if key not in fields and top.is_mapping:
            top.problem("missing", f"`{key}:` is missing", "See “The site file” in the docs.")
    if not {"url", "languages", "timezone"} <= fields.keys():
        return None
    languages = _languages(fields["languages"])
    return Site(
        url=_url(fields["url"]),
        languages=languages,
        timezone=_timezone(fields["timezone"]),
        facts=dict(_facts(fields["operator"], "operator", languages))
        if "operator" in fields
        else {},
        notice=_notice(fields["notice"]) if "notice" in fields else 0,
        location=top.location,
    )


def _languages(field: Field) -> tuple[str, ...]:
    seen: list[str] = []
    for item in field.items():
        code = item.text()
        if code and not LANGUAGE.fullmatch(code):
            item.problem("value", f"`{code}` is not a language code", "Write a code such as `kk`.")
        elif code in seen:
            item.problem("value", f"`{code}` stands twice in the list", "Keep one of the two.")
        elif code:
            seen.append(code)
    if not seen:
        field.problem("empty", "at least one language is needed")
    return tuple(seen)


def _url(field: Field) -> str:
    text = field.text()
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        hint = "Write it like `https://policies.example/`."
        field.problem("url", f"`{text}` is not a base address", hint)
    return text if text.endswith("/") else f"{text}/"


def _timezone(field: Field) -> str:
    text = field.text()
    if text and not is_zone(text):
        hint = "Write a name of the time zone database, such as `Asia/Almaty`."
        field.problem("timezone", f"`{text}` is not a time zone", hint)
    return text


def _notice(field: Field) -> int:
    match = re.fullmatch(r"(\d{1,3}) days?", field.text())
    if match is None or int(match[1]) > MAX_NOTICE_DAYS:
        field.problem("value", "this is not a period of notice", "Write it like `10 days`.")
        return 0
    return int(match[1])


def _facts(field: Field, name: str, languages: tuple[str, ...]) -> Iterator[tuple[str, Localized]]:
    """The facts below `field` by dotted name; a mapping of languages is one fact."""
    if not field.is_mapping:
        yield name, {"": field.prose()}
        return
    fields: Mapping[str, Field] = field.mapping()
    if fields and set(fields) <= set(languages):
        yield name, field.localized(languages)
        return
    for key, value in fields.items():
        if FACT.fullmatch(key):
            yield from _facts(value, f"{name}.{key}", languages)
        else:
            hint = "Use small Latin letters, digits and `_`."
            value.problem("value", f"`{key}` cannot be the name of a fact", hint)
