"""The test vectors of docs/specification.md, against which anyone can write a reader."""

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from inforce.archive import Archive, load
from inforce.frozen import FrozenError, canonical_text, read_edition, read_text, text_bytes
from inforce.ledger import parse
from inforce.timeline import in_force, state

from . import second

CORPUS = Path(__file__).parent
LINES = (CORPUS / "content" / "ledger.jsonl").read_text("utf-8").splitlines(keepends=True)


def vectors(file: str) -> list[Any]:
    read: list[Any] = json.loads((CORPUS / "vectors" / file).read_text("utf-8"))
    return read


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def named(vector: Any) -> str:
    return str(vector["name"])


@pytest.mark.parametrize("vector", vectors("canonical.json"), ids=named)
def test_canonical_text(vector: Any) -> None:
    spelled = (json.dumps(vector["text"], ensure_ascii=False, indent=1) + "\n").encode()
    text = read_text(spelled)
    assert text_bytes(text) == spelled
    assert sha256(spelled) == vector["file-sha256"]
    assert canonical_text(text).decode() == vector["canonical"]
    assert sha256(canonical_text(text)) == vector["canonical-sha256"]
    assert second.canonical(vector["text"]) == canonical_text(text)


@pytest.mark.parametrize("vector", vectors("refused.json"), ids=named)
def test_refused_files(vector: Any) -> None:
    read = {"inforce-text-v1": read_text, "inforce-edition-v1": read_edition}[vector["format"]]
    with pytest.raises(FrozenError) as caught:
        read(vector["file"].encode())
    assert caught.value.path == vector["path"]


@pytest.mark.parametrize("vector", vectors("digests.json"), ids=lambda one: str(one["line"]))
def test_digests_of_lines(vector: Any) -> None:
    line = json.loads(LINES[vector["line"] - 1])
    assert line["digest"] == vector["digest"] == sha256(vector["without-digest"].encode())
    assert json.loads(vector["without-digest"]) == {
        key: value for key, value in line.items() if key != "digest"
    }


@pytest.mark.parametrize("vector", vectors("ledgers.json"), ids=named)
def test_ledgers(vector: Any) -> None:
    lines = [LINES[line - 1] if isinstance(line, int) else line for line in vector["lines"]]
    _, problems = parse("".join(lines).encode(), "ledger.jsonl")
    assert sorted({problem.location.line for problem in problems}) == vector["wrong-lines"]


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load(CORPUS / "content")[0]


@pytest.mark.parametrize(
    "vector", vectors("timeline.json"), ids=lambda one: f"{one['policy']} {one['moment']}"
)
def test_timeline(archive: Archive, vector: Any) -> None:
    record, moment = archive.policies[vector["policy"]], datetime.fromisoformat(vector["moment"])
    current = in_force(record, moment)
    assert (current.edition.id if current else None) == vector["in-force"]
    states = {one.edition.id: state(record, one.edition.id, moment) for one in record.editions}
    assert states == vector["states"]
