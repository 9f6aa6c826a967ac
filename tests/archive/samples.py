"""A small published archive, written with the library."""

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from inforce.address import EDITION, LEDGER, edition_folder, text_files
from inforce.frozen import canonical_text, edition_bytes, text_bytes
from inforce.ledger import Act, Add, Correct, Ledger, Open, Publish, dump
from inforce.model import Clause, Edition, LanguageStatus, Paragraph, Place, Status, Text, Words
from tests.ledger.samples import OPEN, at

STATUSES = {
    "ru": LanguageStatus(Status.AUTHENTIC),
    "kk": LanguageStatus(Status.AUTHENTIC, pending=True),
    "en": LanguageStatus(Status.UNOFFICIAL, source="ru", reviewed=date(2026, 1, 1)),
}


def text(language: str, edition: str = "2026-02-01", said: str = "Слова.") -> Text:
    below = (Clause("b", "1.1.", "1.1", blocks=(Paragraph((Words(said),)),)),)
    clauses = (Clause("a", "1.", "1", (Words("Общее"),), clauses=below),)
    return Text("privacy", edition, language, "Политика", clauses=clauses)


def edition(edition_id: str = "2026-02-01", replaces: str = "", imported: str = "") -> Edition:
    return Edition(
        policy="privacy",
        id=edition_id,
        kind="privacy-policy",
        number="1",
        effective=at(edition_id[:10]),
        languages=STATUSES,
        prevails="ru",
        fallback="ru",
        address=f"https://policies.example/privacy/{edition_id}/",
        replaces=replaces,
        imported=imported,
        clauses=(Place("a", "decimal", clauses=(Place("b", "decimal"),)),),
    )


def text_contents(*texts: Text, revision: int = 1) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for one in texts:
        structured, plain = text_files(one.language, revision)
        found |= {structured: text_bytes(one), plain: canonical_text(one)}
    return found


def contents(one: Edition, *texts: Text) -> dict[str, bytes]:
    return {EDITION: edition_bytes(one), **text_contents(*texts)}


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


class Keeper:
    """Writes acts and their files below a folder, as `publish` does."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.ledger = Ledger()

    def record(self, day: str, act: Act, files: Mapping[str, bytes] | None = None) -> "Keeper":
        self.ledger = self.ledger.append(act, at(day))
        if isinstance(act, Publish | Add | Correct):
            folder = self.content / edition_folder(act.policy, act.edition)
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in (files or {}).items():
                (folder / name).write_bytes(data)
        (self.content / LEDGER).write_bytes(dump(self.ledger))
        return self

    def open(self, day: str = "2026-01-01", act: Open = OPEN) -> "Keeper":
        return self.record(day, act)

    def publish(self, day: str, one: Edition, *texts: Text) -> "Keeper":
        return self.publish_files(day, one, contents(one, *texts))

    def publish_files(self, day: str, one: Edition, files: Mapping[str, bytes]) -> "Keeper":
        act = Publish(one.policy, one.id, one.replaces, one.effective, one.adopted, digests(files))
        return self.record(day, act, files)

    def add(self, day: str, one: Text, status: LanguageStatus | None = None) -> "Keeper":
        files = text_contents(one)
        return self.record(day, Add(one.policy, one.edition, digests(files), status), files)

    def correct(
        self, day: str, one: Text, revision: int, status: LanguageStatus | None = None
    ) -> "Keeper":
        files = text_contents(one, revision=revision)
        return self.record(day, Correct(one.policy, one.edition, digests(files), status), files)


def published(content: Path) -> Keeper:
    """An edition in two languages, a third one added, a translation corrected, a second edition."""
    keeper = Keeper(content).open()
    keeper.publish("2026-01-01", edition(), text("ru"), text("en", said="Words."))
    keeper.add("2026-01-02", text("kk", said="Сөздер."))
    keeper.correct("2026-01-03", text("en", said="Better words."), 2)
    second = edition("2026-06-01", "2026-02-01")
    return keeper.publish("2026-03-01", second, text("ru", "2026-06-01", "Новые слова."))
