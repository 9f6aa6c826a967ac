"""Files on the disk: written through before they count, and readable like any other file."""

import os
from functools import partial
from pathlib import Path

import pytest

from inforce.problems import InforceError
from inforce.publish import publish
from inforce.publish.plan import opened
from inforce.publish.write import record_step

from ..workplace import NOON, Workplace, at, clause, policy

FIRST = {"number": "1", "effective": "on posting"}


@pytest.fixture
def steps_taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written through and what is moved, in order, as `sync NAME` and `move NAME`."""
    taken: list[str] = []
    originals = {"rename": os.rename, "replace": os.replace}

    def name(path: Path) -> str:
        return "workshop" if ".inforce" in path.name else path.name

    def synced(handle: int) -> None:
        taken.append(f"sync {name(Path(f'/proc/self/fd/{handle}').readlink())}")

    def moved(kind: str, old: Path, new: Path) -> None:
        taken.append(f"move {name(new)}")
        originals[kind](old, new)

    monkeypatch.setattr(os, "fsync", synced)
    for kind in originals:
        monkeypatch.setattr(os, kind, partial(moved, kind))
    return taken


def test_an_edition_is_on_the_disk_before_the_ledger_names_it(
    place: Workplace, steps_taken: list[str]
) -> None:
    place.write(policy(edition=FIRST, languages={"ru": "authentic"}))
    publish(place.root, at(NOON), lambda step: None)
    assert steps_taken == [
        "sync edition.json",
        "sync ru.json",
        "sync ru.txt",
        "sync files",
        "sync ledger.jsonl",
        "sync workshop",
        "move 2026-09-01",
        "sync editions",
        "sync privacy",
        "move ledger.jsonl",
        "sync content",
    ]


def test_a_correction_is_on_the_disk_before_the_ledger_names_it(
    place: Workplace, steps_taken: list[str]
) -> None:
    languages = {"ru": "authentic", "en": "unofficial"}
    text = clause("a", "First")
    place.publish(policy("privacy", text, edition=FIRST, languages=languages))
    place.write(policy("privacy", {**text, "en": "One"}, edition=FIRST, languages=languages))
    steps_taken.clear()
    publish(place.root, at(NOON), lambda step: None)
    assert steps_taken == [
        "sync en-2.json",
        "sync en-2.txt",
        "sync files",
        "sync ledger.jsonl",
        "sync workshop",
        "move en-2.json",
        "move en-2.txt",
        "sync 2026-09-01",
        "move ledger.jsonl",
        "sync content",
    ]


def test_what_is_published_has_the_usual_permissions(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    plain = place.content / "plain"
    plain.mkdir()
    (plain / "file").touch()
    folder = place.content / "privacy" / "editions" / "2026-09-01"
    assert folder.stat().st_mode == plain.stat().st_mode
    usual = (plain / "file").stat().st_mode
    assert (folder / "ru.json").stat().st_mode == usual
    assert (place.content / "ledger.jsonl").stat().st_mode == usual


def test_nothing_else_is_left_in_the_content(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    assert sorted(path.name for path in place.content.iterdir()) == [
        "ledger.jsonl",
        "privacy",
        "site.yml",
    ]


def test_what_stands_there_already_is_never_replaced(place: Workplace) -> None:
    (step,) = place.plan(policy(edition=FIRST)).steps
    folder = place.content / "privacy" / "editions" / "2026-09-01"
    folder.mkdir(parents=True)
    (folder / "ru.txt").write_text("another text")
    with pytest.raises(InforceError, match="no published file is ever replaced"):
        record_step(place.content, opened(place.project(), at(NOON)), step, at(NOON))
    assert place.frozen() == {"privacy/editions/2026-09-01/ru.txt": b"another text"}
    assert place.ledger() == b""


def test_a_text_that_stands_there_already_is_never_replaced(place: Workplace) -> None:
    languages = {"ru": "authentic", "en": {"status": "official", "pending": "true"}}
    place.publish(policy(edition=FIRST, languages=languages))
    ready = {**languages, "en": "official"}
    (step,) = place.plan(policy(edition=FIRST, languages=ready)).steps
    (place.content / "privacy/editions/2026-09-01/en.txt").write_text("another text")
    before = place.frozen()
    with pytest.raises(InforceError, match=r"en\.txt is there already"):
        record_step(place.content, place.project().archive.ledger, step, at(NOON))
    assert place.frozen() == before
