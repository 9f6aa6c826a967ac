"""The examples in the documentation of the checks, as projects that can be checked.

An example is a clause's keys, a list of clauses, keys of a policy, or keys of `site.yml`; lines
such as `# content/terms/policy.yml` begin other files. What it leaves out is filled in.
"""

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path

from inforce.checks import Rule
from inforce.problems import ContentError, Problem
from inforce.project import load_project
from inforce.publish import check_sources, publish

from ..workplace import at

BEFORE, NOW = "2026-08-01T12:00", "2026-09-01T12:00"
FILE = re.compile(r"^# (content/\S+)\n", re.MULTILINE)
KEY = re.compile(r"^([a-z-]+):", re.MULTILINE)
CODE = re.compile(r"^\s*(?:- )?(ru|kk|en):|[{,] *(ru|kk|en):", re.MULTILINE)
SITE_KEYS = {"url", "timezone", "operator", "notice", "checks"}
POLICY_KEYS = {
    "policy", "kind", "profile", "languages", "prevails", "fallback", "aliases", "numbering",
    "edition", "preface", "preamble", "conclusions", "annexes",
}  # fmt: skip
SITE = {
    "url": "https://policies.example/",
    "languages": "[ru, kk, en]",
    "timezone": "Asia/Almaty",
    "operator": "{name: Ромашка, email: privacy@policies.example}",
}


def example(rule: Rule, heading: str) -> str:
    """The example below a heading, such as `Fails:`; empty where there is none."""
    found = re.search(rf"^{heading}:\n\n((?:    .*\n|\n)+)", rule.text + "\n", re.MULTILINE)
    return textwrap.dedent(found[1]).strip("\n") + "\n" if found else ""


def look_at(rule: Rule, heading: str, folder: Path) -> tuple[Problem, ...]:
    """What is found in the project that an example makes, after that of `Before:` is published."""
    if before := example(rule, "Before"):
        write(before, folder)
        plan = publish(folder, at(BEFORE), lambda step: None)
        assert plan.steps, plan.problems
    write(example(rule, heading), folder)
    try:
        project = load_project(folder)
    except ContentError as error:  # the site file cannot be used
        return error.problems
    return (*project.damage, *check_sources(project, at(NOW)))


def write(text: str, folder: Path) -> None:
    """Write the files of an example into a project."""
    for name, source in files(text).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")


def files(text: str) -> Mapping[str, str]:
    """The files of a project that holds an example, by name."""
    first, *rest = FILE.split(text)
    pieces = dict(zip(rest[::2], rest[1::2], strict=True))
    if first.strip():
        pieces |= {_file_of(first): first}
    site = _filled(pieces.pop("content/site.yml", ""), SITE)
    written = {name: policy(name.split("/")[1], piece) for name, piece in pieces.items()}
    return {"content/site.yml": site, **(written or {PRIVACY: policy("privacy", "ru: Текст\n")})}


PRIVACY = "content/privacy/policy.yml"


def _file_of(text: str) -> str:
    keys = set(KEY.findall(text))
    is_site = keys & SITE_KEYS or re.search(r"^languages: \[", text, re.MULTILINE)
    return "content/site.yml" if is_site else PRIVACY


def policy(name: str, text: str) -> str:
    """A whole source of a policy from a part of it."""
    codes = dict.fromkeys(first or second for first, second in CODE.findall(text)) or {"ru": None}
    defaults = {
        "policy": name,
        "kind": "policy",
        "title": "{" + ", ".join(f"{code}: Privacy" for code in codes) + "}",
        "languages": "{" + ", ".join(f"{code}: authentic" for code in codes) + "}",
    }
    if text.startswith("- "):
        return _filled(f"clauses:\n{text}", defaults)
    keys = set(KEY.findall(text))
    if keys & POLICY_KEYS:
        words = ", ".join(f"{code}: Текст" for code in codes)
        return _filled(text, {**defaults, "clauses": f"[{{id: example, {words}}}]"})
    identity = "" if "id" in keys else "id: example\n"
    clause = textwrap.indent(identity + text, "  ").replace("  ", "- ", 1)
    return _filled(f"clauses:\n{clause}", defaults)


def _filled(text: str, defaults: Mapping[str, str]) -> str:
    """The keys that are missing, before those that are there."""
    keys = KEY.findall(text)
    lines = (f"{key}: {value}\n" for key, value in defaults.items() if key not in keys)
    return "".join(lines) + text
