"""The documentation of the sources says what the program does."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inforce.checks import Context, run
from inforce.model import Paragraph, plain
from inforce.problems import Problem
from inforce.resolve import Number, number_policy, resolve_text
from inforce.source import load_site
from inforce.source.document import MAX_BYTES, MAX_DEPTH, MAX_NODES
from inforce.source.fields import FIRST_YEAR, LAST_YEAR, MAX_LABEL, MAX_TEXT
from inforce.source.policy import CLAUSE_KEYS, KEYS, MAX_LEVELS
from inforce.source.site import KEYS as SITE_KEYS

from .loading import in_clauses, load, write

TEXT = (Path(__file__).parents[2] / "docs" / "sources.md").read_text("utf-8")
BLOCKS = [
    pytest.param(kind == "wrong", block, id=block.split("\n")[0] + f" {number}")
    for number, (kind, block) in enumerate(
        re.findall(r"^```yaml ?(wrong)?\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    )
]
MOMENT = datetime(2030, 1, 1, tzinfo=UTC)
TITLE = "title: {ru: П, kk: С, en: P}\n"
LANGUAGES = "languages: {ru: authentic, kk: authentic, en: unofficial}\n"
PAYMENT = "- {id: payment, ru: x, kk: x, en: x}\n"


def block(first: str) -> str:
    """The example that begins with this line."""
    return next(str(param.values[1]) for param in BLOCKS if str(param.values[1]).startswith(first))


SITE = block("# content/site.yml")


def elsewhere(policy: str, clause: str, language: str) -> Number | None:
    return Number("4.2.", "4.2", "4", "4.2") if policy == "terms" else None


def whole(example: str) -> str:
    """An example as a whole source."""
    if "policy:" in example:
        return example
    if example.startswith("languages:"):
        return f"policy: privacy\nkind: k\n{TITLE}{example}clauses:\n{PAYMENT}"
    clauses = example if "id: payment" in example else PAYMENT + example
    return in_clauses(clauses, f"policy: privacy\nkind: k\n{TITLE}{LANGUAGES}")


def look_through(source: str, folder: Path) -> tuple[Problem, ...]:
    """Everything that is told of a source."""
    write(folder, source, SITE)
    site, problems = load_site(folder)
    assert site is not None, problems
    policy, problems = load(source, SITE)
    if policy is None:
        return problems
    found = list(problems)
    for language in policy.languages:
        found += resolve_text(policy, language, site, elsewhere)[1]
    return (*found, *run(Context(policy, site, MOMENT)))


@pytest.mark.parametrize(("wrong", "example"), BLOCKS)
def test_the_examples_are_right_and_the_wrong_ones_wrong(
    wrong: bool, example: str, tmp_path: Path
) -> None:
    if example.startswith("# content/site.yml"):
        write(tmp_path, "", example)
        assert load_site(tmp_path)[1] == ()
    else:
        problems = look_through(whole(example), tmp_path)
        if not wrong:
            assert problems == ()
        else:
            assert problems[0].check in ("syntax", "comment", "comma", "type")


def rows(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading, without its header."""
    part = re.split(rf"^#+ {heading}$", TEXT, flags=re.MULTILINE)[1]
    lines = re.search(r"(?:^\|.*\n)+", part, re.MULTILINE)
    assert lines
    cells = [re.split(r"(?<!\\) ?\| ?", line)[1:-1] for line in lines[0].splitlines()]
    return cells[2:]


def test_references_are_shown_as_the_table_says(tmp_path: Path) -> None:
    write(tmp_path, "", SITE)
    site, _ = load_site(tmp_path)
    assert site is not None
    shown = rows("References")
    assert len(shown) > 5
    for written, expected in shown:
        clause = f"- id: shown\n  ru: |-\n    {written.strip('`')}\n"
        source = block("# content/privacy/policy.yml")
        source = source.replace("conclusions:\n", f"{clause}conclusions:\n")
        policy, problems = load(source, SITE)
        assert policy is not None
        assert problems == ()
        found, _ = resolve_text(policy, "ru", site, elsewhere)
        (paragraph,) = next(one for one in found.walk() if one.id == "shown").blocks
        assert isinstance(paragraph, Paragraph)
        assert plain(paragraph.runs) == expected


def test_numbers_are_those_of_the_table() -> None:
    for cell, shown in rows("Numbers"):
        marker = cell.split("`")[1]
        clauses = "".join(f"- {{id: c{one}, marker: {marker}, ru: x}}\n" for one in range(3))
        policy, _ = load(in_clauses(clauses))
        assert policy is not None
        for language in ("ru", "kk", "en"):
            numbers = [one.printed for one in number_policy(policy, language).values()]
            expected = ", ".join(f"`{number}`" for number in dict.fromkeys(numbers) if number)
            assert expected in shown


def test_every_key_is_documented() -> None:
    above = {key for row in rows("Above") for key in re.findall(r"`([a-z]+)`", row[0])}
    assert above == set(KEYS)
    below = {key for row in rows("Clauses") for key in re.findall(r"`([a-z]+)`", row[0])}
    assert below == {*CLAUSE_KEYS, "ru", "kk", "en"}
    assert all(f"\n{key}:" in SITE for key in SITE_KEYS)


def test_the_limits_are_those_of_the_program() -> None:
    limits = TEXT.split("## Limits")[1]
    for number in (MAX_BYTES, MAX_NODES, MAX_TEXT):
        assert f"{number:,}" in limits
    for number in (MAX_DEPTH, MAX_LABEL, FIRST_YEAR, LAST_YEAR, 365):
        assert str(number) in limits
    assert MAX_LEVELS == 8
    assert "eight levels deep" in TEXT


def test_the_headings_that_are_linked_are_there() -> None:
    headings = {line.lstrip("# ").lower().replace(" ", "-") for line in TEXT.splitlines()
                if line.startswith("#")}  # fmt: skip
    links = set(re.findall(r"\]\(#([a-z-]+)\)", re.sub(r"`[^`]*`", "", TEXT)))
    assert links <= headings
