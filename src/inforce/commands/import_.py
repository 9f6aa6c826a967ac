"""`inforce import`."""

import re
from collections.abc import Iterable
from pathlib import Path

import click

from inforce.address import POLICY_ID, RESERVED
from inforce.commands.schema import POINTER, has_schemas
from inforce.importers import (
    Found,
    Imported,
    Notes,
    Proof,
    decode,
    find_documents,
    import_document,
)
from inforce.problems import InforceError, Problem
from inforce.resolve import LANGUAGES
from inforce.source import load_site

COULD_NOT_RUN = 2


@click.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--policy", required=True, help="The id that the policy gets, such as `privacy`.")
@click.option("--language", required=True, type=click.Choice(LANGUAGES), help="Of the document.")
@click.option(
    "--document",
    type=click.IntRange(0),
    help="Which one, where FILE holds several; 0 takes them as one.",
)
@click.option("--title", default="", help="The title of a document that has none.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the policies.  [default: content/ of the project]",
)
@click.option("--force", is_flag=True, help="Write the text even if not every word is in it.")
@click.option("--replace", is_flag=True, help="Write over a working text that is there already.")
@click.pass_obj
def import_(
    root: Path,
    *,
    file: Path,
    policy: str,
    language: str,
    document: int | None,
    title: str,
    output: Path | None,
    force: bool,
    replace: bool,
) -> None:
    """Make a working text of FILE, a document in plain text or Markdown.

    Says what was recognised and what should be looked at, and proves that the written text has
    the words and numbers of the document, all of them and no others, in the same order. Where it
    has not, nothing is written.
    """
    content = output or root / "content"
    languages = _languages(content, language)
    target = content / _checked(policy) / "policy.yml"
    if target.exists():
        _refuse_loss(target, language, replace=replace)
    notes = Notes(file.name)
    text = decode(file.read_bytes(), language, notes)
    found = find_documents(text, file=file.name)
    if document is None and len(found) > 1:
        _list(found)
        raise click.exceptions.Exit(COULD_NOT_RUN)
    imported = import_document(
        text, file=file.name, language=language, policy=policy, document=document, title=title
    )
    _report(imported, notes.doubts)
    if not imported.proof.holds and not force:
        click.echo("nothing was written; --force writes it all the same", err=True)
        raise click.exceptions.Exit(1)
    target.parent.mkdir(parents=True, exist_ok=True)
    pointer = POINTER if has_schemas(content) else ""
    target.write_text(pointer + imported.source, "utf-8")
    click.echo(f"written: {target}\n{_next_steps(languages, language)}")
    if not imported.proof.holds:
        raise click.exceptions.Exit(1)


def _checked(policy: str) -> str:
    """The id of the policy, which may name a folder and no page of the site."""
    if not POLICY_ID.fullmatch(policy) or policy in RESERVED or policy in LANGUAGES:
        hint = "Use small Latin letters, digits and hyphens, such as `privacy`."
        raise click.BadParameter(f"`{policy}` cannot be the id of a policy. {hint}")
    return policy


def _languages(content: Path, language: str) -> tuple[str, ...]:
    """The languages of the site, of which the document's has to be one."""
    site, _ = load_site(content) if (content / "site.yml").exists() else (None, ())
    if site and language not in site.languages:
        known = ", ".join(site.languages)
        raise click.BadParameter(f"`{language}` is not a language of this site; it has {known}")
    return site.languages if site else LANGUAGES


def _refuse_loss(target: Path, language: str, *, replace: bool) -> None:
    """Stop where a working text would be lost that nobody said may be; it may be unreadable."""
    there = target.read_text("utf-8", errors="replace")
    found = (code for code in LANGUAGES if re.search(rf"(?:^|[\s{{]){code}:\s", there))
    others = ", ".join(code for code in found if code != language)
    if others:
        raise InforceError(
            f"{target} has {others} in it, which would be lost. Paste the {language} text under "
            f"`{language}:` beside each clause; or delete the file, if nothing in it is wanted"
        )
    if not replace:
        lost = "its `edition:`, " if re.search(r"^edition:", there, re.MULTILINE) else ""
        raise InforceError(
            f"{target} is there already; with --replace it is written anew, without {lost}its ids "
            "and what was changed by hand"
        )


def _next_steps(languages: Iterable[str], language: str) -> str:
    others = ", ".join(f"`{code}:`" for code in languages if code != language)
    return (
        "Next: read it against the document, and give clauses the ids that they keep for ever.\n"
        + (f"Paste the other languages under {others} beside each clause.\n" if others else "")
        + "Say in `edition:` when it takes effect, and run `inforce check`."
    )


def _list(found: Iterable[Found]) -> None:
    click.echo("This file holds several documents; choose one with --document:", err=True)
    for number, one in enumerate(found, 1):
        title = one.title or "(no title)"
        clauses = _counted(one.clauses, "clause")
        click.echo(f"{number}: {title} (lines {one.first} to {one.last}, {clauses})", err=True)


def _report(imported: Imported, before: Iterable[Problem]) -> None:
    click.echo(_counts(imported))
    for finding in imported.findings:
        click.echo(f"{finding.location}: {finding.message}")
    doubts = [*before, *imported.doubts]
    if doubts:
        click.echo("Please look at these places:")
    for doubt in doubts:
        click.echo(f"{doubt.location}: {doubt.message}\n    {doubt.hint}")
    _report_proof(imported.proof)


def _counts(imported: Imported) -> str:
    clauses = list(imported.policy.walk())
    numbers = sum(bool(clause.number) for clause in clauses)
    parts = (
        _counted(len(clauses), "clause"),
        _counted(imported.references, "reference"),
        _counted(sum(bool(clause.term) for clause in clauses), "term"),
        f"{_counted(numbers, 'number')} kept as typed",
        _counted(len(imported.doubts), "doubt"),
    )
    return ", ".join(parts)


def _report_proof(proof: Proof) -> None:
    if proof.holds:
        words = f"{proof.compared:,} words, numbers and signs"
        click.echo(f"All {words} of the document stand in the text, in the same order.")
        return
    click.echo("The text has not exactly the words of the document:", err=True)
    for problem in proof.problems:
        click.echo(str(problem), err=True)
    for difference in proof.differences:
        click.echo(str(difference), err=True)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
