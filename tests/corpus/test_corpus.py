"""Frozen editions that are kept for ever: what is released reads them as it always did."""

import hashlib
import json
from pathlib import Path

import pytest

from inforce.address import EDITION, LEDGER
from inforce.archive import Archive, load
from inforce.frozen import canonical_text, edition_bytes, read_edition, read_text, text_bytes
from inforce.ledger import Add, Correct, Open, Publish, Redact, Repeal, Withdraw, dump, parse
from inforce.model import Break, Clause, Code, Emphasis, Link, Run, Strong, Table, Words

from . import second

CONTENT = Path(__file__).parent / "content"

# Never change a line here: a digest that differs is a text that reads differently.
DIGESTS = {
    ".": {
        "ledger.jsonl": "a773fcddc32a8f568baf3118dee07ee218d2c1e563a8085cb5bca23ea4fcea0f",
    },
    "privacy/editions/2019-03-01": {
        "edition.json": "687dec5134d61ed64ea203663bd51e89545bf39694c44951b003fcea755652bf",
        "kk.json": "4eac7339604c9c8aec1237542ae2144ed8d6c3187d344657b4cd55756af70169",
        "kk.txt": "52056c2348fe528d2998d14291390072cde23bc3e406fe975e25e527672cec8c",
        "ru.json": "b64f5e5b6ff7d1d116ce3919b89071c77102e509b3fb5ba7e3ddbf3c104a1495",
        "ru.txt": "12d414cdc71f9d521b424ba794b4ae58f01318d36f552177489c562d151a1a8d",
    },
    "privacy/editions/2026-02-01": {
        "edition.json": "96d4ad8814ffb473d9f043cfca1f9a49b833ef88cce7ad999376974c6f6ca745",
        "en-2.json": "d41b524cd45e7b1b7b7c7d7227a6077da1ba7333290f5813ce47ad361773548c",
        "en-2.txt": "324060d8bcfdec20c4664f6dc076f02e9dab4a5a1315ee0038c7d3e18f7c0760",
        "kk.json": "1b8247445350afc23dab98c40cb6e7e66e71c38dc5f7182e3f583c4143db4181",
        "kk.txt": "5bcc6c7354c070b2b2b82381ab97ebaad04ef2d90b9c0e9f1b6d7ca56faf55e3",
        "ru.json": "ac92f767fe0bfa7da9c11b00e5ee309152c7677d18c6cb15a6ac59dc695f87f6",
        "ru.txt": "34884cf41003c5a183adfa3e3a5cfff1f7f90d3f8dcfde35599b2e51bc09deaf",
    },
    "privacy/editions/2026-05-01": {
        "edition.json": "bef1a190cb1961a87ed30b3f3d01adf2bafe8bfefd0fe70db6cd9170cb578943",
        "kk.json": "b0c20998779d066fef6f947a7c2155ca5d1768619a7f2b88a71eb10018c6c2ac",
        "kk.txt": "039741c3a3f0c0cdeb070b9fb6b56ab92052209a46465cf7afdb0c8109879a00",
        "ru.json": "4c2a729045f5f9add85b0cbc08cebff7459771728fa35656392d031014cbe8f0",
        "ru.txt": "2c9f8d03e0e6c2625ac41643bdc9bdf54116a502322ae6babafed7b15e726fe9",
    },
    "privacy/editions/2026-05-01-2": {
        "edition.json": "d328badeb2271cd6be11fc542ea8ca7b5dacbaf134238bd14d6ffdaf44df9d78",
        "en.json": "ebcb106d6d657b28ae91f3a1fce731ebc77b4729533e8f24f05c82a005df54ec",
        "en.txt": "98ee2a1610684fe8984617a68f20700882b52fe5a21f8ef2366a0b566797e31d",
        "kk.json": "a009979872c875b17316a6c3ccef9066313977e9384af090579d5da378906a45",
        "kk.txt": "039741c3a3f0c0cdeb070b9fb6b56ab92052209a46465cf7afdb0c8109879a00",
        "ru.json": "17dc12d4a50bf6738b4a332822501dc325922fca7d9b4544c7a31f80f663bee6",
        "ru.txt": "2c9f8d03e0e6c2625ac41643bdc9bdf54116a502322ae6babafed7b15e726fe9",
    },
    "privacy/editions/2027-01-01": {
        "edition.json": "7fe005c1fdbaf4b2ab748a8b42332ef7ccbf3ed22770b04a14786bd2ee5b3887",
        "kk.json": "82ab0315d3ee2d407043f70e8304912d1b6aa5c32395f0905cc2ee9eaccbaeb4",
        "kk.txt": "039741c3a3f0c0cdeb070b9fb6b56ab92052209a46465cf7afdb0c8109879a00",
        "ru.json": "1cb0060c74c9ced856f3d32d91439c639f6b5c58b5411bb13713707dee20b6a8",
        "ru.txt": "2c9f8d03e0e6c2625ac41643bdc9bdf54116a502322ae6babafed7b15e726fe9",
    },
    "rules/editions/2026-06-01": {
        "edition.json": "cbcf61fbce93951e725bb560042e178486feb3627c3aa074e45444940c884fab",
        "en.json": "c7e900fb55999c73b22a9ce59a4206da8a0d0c3adcae7baf41eacd7480aa84f5",
        "en.txt": "a4be8cb23822bd4d31960672ea3fb3c4bb3eb7000a619367ae633fe9b33a976b",
        "kk.json": "1aff890cdd1e2a2900b9664440b0ae9c349f3c065802bf2cffff0d0dfb6d6fc9",
        "kk.txt": "1669e5d9b676b85b083d52df2c1b09fa07d88d630ecf53b184541a32ae5bb31c",
        "ru.json": "4641d13a4012acc243b8245ff9096823b4d7d8a93c7f0846d579b2cdb2b46346",
        "ru.txt": "a84060e36df094215f4d9c0d70ee77c9294ef6c602c5106359dc10c2318c9b03",
    },
    "terms/editions/2026-01-10": {
        "edition.json": "3ec4ddfe4c9e8d75842dc6e15153d83c23a5ab4351e71188ef447a90b5dcd60d",
        "kk.json": "380ad0b2d11c0f83271463b54207464e026ef45104c6775509600ea76ac4d8d5",
        "kk.txt": "5b51c226bf1e3ec9ab120c374f0ccb1414da705f4a3bc62095f410be56ab4794",
        "ru.json": "4dbfc28d152d853e4b21c0da7c2915c29b3d34c208f46c80cb40de82b5ec265e",
        "ru.txt": "320014fd20c1b369fcf917956147be617e428c0889c3079f7c5e6e09bae3e63c",
    },
}
MARKERS = {"decimal", "ordinal", "point", "letter", "roman", "bullet", "none"}
LAST_LINE = "1e223e032c2a5cbef8283621a93ee680cf424a4deb7aace42a33b1171c7d9f78"


@pytest.fixture(scope="module")
def archive() -> Archive:
    archive, problems = load(CONTENT)
    assert problems == ()
    return archive


def files(suffix: str) -> list[Path]:
    return sorted(CONTENT.rglob(f"*{suffix}"))


def name(path: Path) -> str:
    return path.relative_to(CONTENT).as_posix()


TEXTS = [path for path in files(".json") if path.name != EDITION]


def test_no_digest_ever_changes() -> None:
    found: dict[str, dict[str, str]] = {}
    for path in (path for path in CONTENT.rglob("*") if path.is_file()):
        folder = found.setdefault(path.parent.relative_to(CONTENT).as_posix(), {})
        folder[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    assert found == DIGESTS


def test_the_ledger_is_written_as_it_was() -> None:
    data = (CONTENT / LEDGER).read_bytes()
    ledger, problems = parse(data, LEDGER)
    assert problems == ()
    assert dump(ledger) == data
    assert ledger.entries[-1].digest == LAST_LINE


@pytest.mark.parametrize("path", files(EDITION), ids=name)
def test_editions_are_written_as_they_were(path: Path) -> None:
    assert edition_bytes(read_edition(path.read_bytes())) == path.read_bytes()


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_texts_are_written_as_they_were(path: Path) -> None:
    text = read_text(path.read_bytes())
    assert text_bytes(text) == path.read_bytes()
    assert canonical_text(text) == path.with_suffix(".txt").read_bytes()


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_a_second_reader_finds_the_same_words(path: Path) -> None:
    text = json.loads(path.read_bytes())
    assert second.canonical(text) == path.with_suffix(".txt").read_bytes()


def test_a_second_reader_finds_the_same_chain() -> None:
    prev = None
    for line in (CONTENT / LEDGER).read_text("utf-8").splitlines():
        values = json.loads(line)
        assert (values["digest"], values["prev"]) == (second.digest(values), prev)
        prev = values["digest"]


def test_the_corpus_holds_every_act_and_every_form(archive: Archive) -> None:
    acts = {type(entry.act) for entry in archive.ledger.entries}
    assert acts == {Open, Publish, Add, Correct, Withdraw, Repeal, Redact}
    records = [one for policy in archive.policies.values() for one in policy.editions]
    texts = [text.text for one in records for texts in one.texts.values() for text in texts]
    clauses = [clause for text in texts for clause in text.walk()]
    places = [place for one in records for place in one.edition.walk()]
    assert {text.language for text in texts} == {"ru", "kk", "en"}
    assert {place.marker for place in places} == MARKERS
    assert any(place.fixed for place in places)
    assert any(clause.repealed for clause in clauses)
    assert any(clause.closing for clause in clauses)
    assert any(clause.term for clause in clauses)
    assert any(text.annexes and text.preface and text.conclusions for text in texts)
    assert any(one.edition.imported for one in records)
    assert any(one.edition.approved and one.edition.applies for one in records)
    blocks = [block for clause in clauses for block in clause.blocks]
    assert any(isinstance(block, Table) for block in blocks)
    kinds = {kind for clause in clauses for kind in _kinds(clause)}
    assert kinds == {Words, Strong, Emphasis, Code, Break, Link}


def _kinds(clause: Clause) -> set[type]:
    found: set[type] = set()
    for block in clause.blocks:
        cells = (
            [cell for row in (block.header, *block.rows) for cell in row]
            if isinstance(block, Table)
            else [block.runs]
        )
        for cell in cells:
            found |= _run_kinds(cell)
    return found


def _run_kinds(runs: tuple[Run, ...]) -> set[type]:
    found: set[type] = set()
    for run in runs:
        found.add(type(run))
        if isinstance(run, Strong | Emphasis | Link):
            found |= _run_kinds(run.runs)
    return found
