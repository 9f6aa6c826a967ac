"""`inforce diff`."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import click
from markupsafe import escape

from inforce.commands.report import refuse_damage
from inforce.commands.sides import WORKING, Side, Sides
from inforce.compare import Comparison, compare
from inforce.moments import now
from inforce.problems import InforceError
from inforce.project import load_project
from inforce.render import THEME, Words
from inforce.render.redline import RedlineLabels, redline_html
from inforce.render.redline_words import MARKDOWN, MARKS, Style, redline_data, redline_words

STYLE_SHEET = THEME / "assets" / "redline.css"


@click.command()
@click.argument("policy")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option("--language", help="The language of the texts.  [default: the first of the site]")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
    help="For a terminal, for GitHub, a page of its own, or for programs.",
)
@click.pass_obj
def diff(
    root: Path, policy: str, old: str | None, new: str | None, language: str | None, style: str
) -> None:
    """Show what changed in POLICY from OLD to NEW, word by word.

    OLD and NEW are ids of editions, dates (the edition in force that day) or `working`, the
    working text; NEW is the working text where only OLD is given. With neither, it is what the
    working text changes of the edition in force, or, where it changes nothing, what that edition
    changed of the one before.
    """
    project = load_project(root)
    refuse_damage(project)
    language = language or project.site.languages[0]
    if language not in project.site.languages:
        known = ", ".join(project.site.languages)
        raise InforceError(f"`{language}` is not a language of this site; it has {known}")
    sides = Sides(project, policy, language, now())
    if old:
        before, after = sides.named(old), sides.named(new or WORKING)
        comparison = compare(before.text, after.text)
    else:
        before, after, comparison = sides.usual()
    click.echo(_written(comparison, (before, after), style), nl=False)


def _written(comparison: Comparison, sides: tuple[Side, Side], style: str) -> str:
    match style:
        case "json":
            old, new = (one.name for one in sides)
            withdrawn = [one.name for one in sides if one.withdrawn]
            data = {**redline_data(comparison), "old": old, "new": new, "withdrawn": withdrawn}
            return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        case "html":
            return _page(comparison, sides)
        case "markdown":
            title = f"### {_title(comparison, sides)}"
            return _below(title, redline_words(comparison, MARKDOWN))
        case _:
            return _below(_title(comparison, sides), redline_words(comparison, _terminal()))


def _title(
    comparison: Comparison,
    sides: tuple[Side, Side],
    withdrawn: str = "withdrawn before it took effect",
) -> str:
    new = comparison.new
    old, now = (f"{one.name} ({withdrawn})" if one.withdrawn else one.name for one in sides)
    return f"{new.policy} ({new.language}): {old} → {now}"


def _below(title: str, changes: str) -> str:
    return f"{title}\n\n{changes or 'There are no differences.'}\n"


def _terminal() -> Style:
    """Colours where they are seen and wanted (no-color.org), else marks."""
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return MARKS
    return replace(
        MARKS,
        deleted=lambda words: click.style(words, fg="red", strikethrough=True),
        inserted=lambda words: click.style(words, fg="green", underline=True),
        heading=lambda *parts: click.style(MARKS.heading(*parts), bold=True),
    )


def _page(comparison: Comparison, sides: tuple[Side, Side]) -> str:
    """A document that needs no other file; references to other policies are only words."""
    words = Words.load(comparison.new.language)
    labels = RedlineLabels.of(words)
    fragment = redline_html(comparison, _nowhere, _nowhere, labels)
    title = escape(_title(comparison, sides, words("withdrawn before it took effect")))
    return (
        f'<!doctype html>\n<html lang="{escape(comparison.new.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{STYLE_SHEET.read_text('utf-8')}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{fragment}</main>\n</body>\n</html>\n"
    )


def _nowhere(policy: str, clause: str) -> None:
    return None
