"""A second reader, written from docs/specification.md with the standard library alone.

It shares no line with the library, so that a change in what was fixed for ever shows here.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any


def digest(line: dict[str, Any]) -> str:
    """The digest of a ledger line; with ASCII keys and whole numbers this is RFC 8785."""
    rest = {key: value for key, value in line.items() if key != "digest"}
    spelled = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()


def canonical(text: dict[str, Any]) -> bytes:
    """`text-v1` of the JSON of a text."""
    units = [collapse(text["title"])]
    units += [lines(part["blocks"]) for part in text.get("preface", ())]
    for clause in text.get("preamble", []) + text.get("clauses", []):
        units += clause_units(clause)
    units += [lines(part["blocks"]) for part in text.get("conclusions", ())]
    for clause in text.get("annexes", ()):
        units += clause_units(clause)
    words = "\n\n".join(unit for unit in units if unit) + "\n"
    return unicodedata.normalize("NFC", words).encode()


def clause_units(clause: dict[str, Any]) -> Iterator[str]:
    title = collapse(visible(clause.get("title", ())).replace("\n", " "))
    own = "\n".join(part for part in (title, lines(clause.get("blocks", ()))) if part)
    yield collapse(clause.get("number", "")) + (" " if own and clause.get("number") else "") + own
    for below in clause.get("clauses", ()):
        yield from clause_units(below)
    yield lines(clause.get("closing", ()))


def lines(blocks: Any) -> str:
    found: list[str] = []
    for block in blocks:
        if block["type"] == "paragraph":
            found += [collapse(line) for line in visible(block["runs"]).split("\n")]
        else:
            for row in [block["header"], *block.get("rows", ())]:
                cells = [collapse(visible(cell).replace("\n", " ")) for cell in row]
                found.append("\t".join(cells) if any(cells) else "")
    return "\n".join(line for line in found if line)


def visible(runs: Any) -> str:
    said = ""
    for run in runs:
        if run["type"] in ("text", "code"):
            said += run["text"]
        elif run["type"] == "break":
            said += "\n"
        else:
            words = visible(run["runs"])
            href = run.get("href", "")
            label = collapse(label_of(run["runs"]).replace("\n", " "))
            shown = not href or label in (href, re.sub("^(mailto|tel):", "", href))
            said += words if shown else f"{words} <{href}>"
    return said


def label_of(runs: Any) -> str:
    return "".join(
        run["text"] if "text" in run else label_of(run["runs"]) if "runs" in run else "\n"
        for run in runs
    )


def collapse(words: str) -> str:
    return re.sub(" +", " ", words).strip(" ")
