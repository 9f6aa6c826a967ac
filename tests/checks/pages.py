"""Writes the pages of the checks: `python -m tests.checks.pages`.

Each page is the documentation of a check in its file; docs/checks.md names them all.
"""

from collections.abc import Mapping
from pathlib import Path

from inforce.checks import rules
from inforce.checks.page import index, page

DOCS = Path(__file__).parents[2] / "docs"
INDEX = DOCS / "checks.md"


def pages() -> Mapping[Path, str]:
    """What each page has to be, the index among them."""
    found = rules()
    written = {DOCS / "checks" / f"{name}.md": page(rule) for name, rule in found.items()}
    text = INDEX.read_text("utf-8")
    for name, settable in (("settable", True), ("fixed", False)):
        table = index(rule for rule in found.values() if rule.settable == settable)
        text = _replaced(text, name, table)
    return {**written, INDEX: text}


def _replaced(text: str, name: str, table: str) -> str:
    """The text with a table between its two marks."""
    before, _, rest = text.partition(f"<!-- {name} -->\n")
    _, _, after = rest.partition(f"<!-- end of {name} -->")
    return f"{before}<!-- {name} -->\n\n{table}\n<!-- end of {name} -->{after}"


def main() -> None:
    """Write all pages, and delete those of checks that have gone."""
    wanted = pages()
    for path in {*(DOCS / "checks").glob("*.md")} - wanted.keys():
        path.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
