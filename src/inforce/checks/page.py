"""The page of a check in the documentation."""

import re
import textwrap
from collections.abc import Iterable

from inforce.checks.rules import Rule

HEADINGS = {"Before": "Published before", "Fails": "Fails", "Passes": "Passes"}
EXAMPLE = re.compile(r"^(Before|Fails|Passes):\n\n((?: {4}.*\n|\n)+)", re.MULTILINE)
SETTABLE = (
    "Its severity is {severity}; `checks:` in `content/site.yml` can change that, and exceptions "
    "can be made for a reason: see [checks](../checks.md)."
)
FIXED = "It is {severity}, and nothing can be excepted from it."


def page(rule: Rule) -> str:
    """What a check looks for, why, and its examples, as Markdown."""
    first = EXAMPLE.search(f"{rule.text}\n")
    words = rule.text[: first.start()] if first else rule.text
    severity = {"error": "an error", "warning": "a warning", "note": "a note"}[rule.severity]
    weight = (SETTABLE if rule.settable else FIXED).format(severity=severity)
    examples = "\n\n".join(map(_example, EXAMPLE.finditer(f"{rule.text}\n")))
    parts = (f"# `{rule.id}`", words.strip("\n"), _wrapped(weight), examples)
    return "\n\n".join(filter(None, parts)) + "\n"


def _example(match: re.Match[str]) -> str:
    source = textwrap.dedent(match[2]).strip("\n")
    return f"## {HEADINGS[match[1]]}\n\n```yaml\n{source}\n```"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 100, break_long_words=False, break_on_hyphens=False)


def index(rules: Iterable[Rule]) -> str:
    """The lines of a table that names every check."""
    lines = ("| check | finds | by itself |", "| --- | --- | --- |", *map(_row, rules))
    return "".join(f"{line}\n" for line in lines)


def _row(rule: Rule) -> str:
    return f"| [`{rule.id}`](checks/{rule.id}.md) | {rule.title} | {rule.severity} |"
