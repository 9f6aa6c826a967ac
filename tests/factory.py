"""Content folders with published editions, for tests of what reads them.

A `Factory` freezes texts and writes the ledger as `publish` does, from plain values, at any
moment that a test wants.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from inforce.address import EDITION, LEDGER, Address, edition_folder, text_files
from inforce.frozen import canonical_text, edition_bytes, text_bytes
from inforce.ledger import (
    Act,
    Add,
    Correct,
    Ledger,
    Open,
    Publish,
    Redact,
    Repeal,
    Withdraw,
    dump,
)
from inforce.model import (
    Block,
    Clause,
    Edition,
    LanguageStatus,
    Paragraph,
    Place,
    Run,
    Status,
    Text,
    Words,
)

BASE = "https://policies.example/"
ZONE = timezone(timedelta(hours=5))
TITLES = {"ru": "Политика", "kk": "Саясат", "en": "Policy"}
STATUSES = {
    "ru": LanguageStatus(Status.AUTHENTIC),
    "kk": LanguageStatus(Status.AUTHENTIC),
    "en": LanguageStatus(Status.UNOFFICIAL, source="ru"),
}
SITE = f"""url: {BASE}
languages: [ru, kk, en]
timezone: Asia/Almaty
"""
MKDOCS = """site_name: Documents
docs_dir: pages
theme:
  name: material
  font: false
plugins:
- search:
    lang: [ru, en]
- i18n:
    docs_structure: suffix
    fallback_to_default: false
    reconfigure_search: false
    languages:
    - {locale: ru, name: Русский, default: true}
    - {locale: kk, name: Қазақша}
    - {locale: en, name: English}
- inforce
"""


def day(text: str) -> datetime:
    """The local midnight of a date."""
    return datetime.combine(date.fromisoformat(text), datetime.min.time(), ZONE)


def paragraph(*runs: Run | str) -> Block:
    """A paragraph of runs; a string is plain words."""
    return Paragraph(tuple(Words(run) if isinstance(run, str) else run for run in runs))


def clause(identity: str, number: str, *blocks: Block | str, title: str = "") -> Clause:
    """A clause whose number is also its anchor; a string is a paragraph."""
    return Clause(
        identity,
        number,
        number.rstrip("."),
        (Words(title),) if title else (),
        tuple(paragraph(block) if isinstance(block, str) else block for block in blocks),
    )


def sample(language: str, words: str = "", policy: str = "privacy") -> Text:
    """A short text with a titled section of two clauses and a second section."""
    inner = (
        clause("scope", "1.1.", f"Scope [{language}] {words}"),
        clause("terms", "1.2.", f"Terms [{language}]"),
    )
    return Text(
        policy,
        "",
        language,
        f"{TITLES.get(language, language)} {policy}",
        summary=(paragraph(f"Summary [{language}] {words}"),),
        clauses=(
            replace(clause("general", "1.", title=f"General [{language}]"), clauses=inner),
            clause("contacts", "2.", f"Contacts [{language}]", title=f"Contacts [{language}]"),
        ),
    )


def texts(words: str = "", policy: str = "privacy") -> tuple[Text, ...]:
    """The same short text in the three languages."""
    return tuple(sample(language, words, policy) for language in TITLES)


def places(clauses: Iterable[Clause]) -> tuple[Place, ...]:
    """The structure that an edition with these clauses has."""
    return tuple(
        Place(one.id, "decimal", repealed=one.repealed, clauses=places(one.clauses))
        for one in clauses
    )


class Factory:
    """A project folder under `root`, with a site of three languages."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        self.content.mkdir(parents=True)
        (self.content / "site.yml").write_text(SITE, "utf-8")
        (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        (root / "pages").mkdir()
        self.ledger = Ledger()

    def publish(
        self,
        effective: str | datetime,
        texts: Iterable[Text],
        *,
        recorded: str | datetime = "2026-01-01",
        languages: Mapping[str, LanguageStatus] = STATUSES,
        prevails: str = "ru",
        fallback: str = "ru",
        identity: str = "",
        **known: Any,
    ) -> Edition:
        """Freeze an edition of these texts; `known` are other fields of the edition.

        `identity` is needed for a second one on a day.
        """
        texts = tuple(texts)
        policy, first = texts[0].policy, texts[0]
        instant = _moment(effective)
        earlier = [
            act.edition
            for act in self._acts()
            if isinstance(act, Publish) and act.policy == policy and act.effective < instant
        ]
        count = sum(1 for act in self._acts() if isinstance(act, Publish) and act.policy == policy)
        identity = identity or instant.date().isoformat()
        values: dict[str, Any] = {"number": str(count + 1), "replaces": max(earlier, default="")}
        edition = Edition(
            policy=policy,
            id=identity,
            kind="policy",
            effective=instant,
            languages=languages,
            prevails=prevails,
            fallback=fallback,
            address=Address("ru", policy, identity).url(BASE, "ru"),
            preamble=places(first.preamble),
            clauses=places(first.clauses),
            annexes=places(first.annexes),
            **(values | known),
        )
        files = {EDITION: edition_bytes(edition)}
        for text in texts:
            files |= _text_files(replace(text, edition=identity))
        digests = self._write(policy, identity, files)
        act = Publish(policy, identity, edition.replaces, instant, edition.adopted, digests)
        self.record(act, recorded)
        return edition

    def add(self, edition: Edition, text: Text, recorded: str | datetime) -> None:
        """Record a text that came later."""
        files = _text_files(replace(text, edition=edition.id))
        self.record(Add(edition.policy, edition.id, self._write_of(edition, files)), recorded)

    def correct(
        self, edition: Edition, text: Text, recorded: str | datetime, revision: int = 2
    ) -> None:
        """Record a new revision of a text."""
        files = _text_files(replace(text, edition=edition.id), revision)
        self.record(Correct(edition.policy, edition.id, self._write_of(edition, files)), recorded)

    def withdraw(self, edition: Edition, recorded: str | datetime, reason: str = "") -> None:
        """Take a scheduled edition back."""
        self.record(Withdraw(edition.policy, edition.id, reason), recorded)

    def repeal(
        self,
        policy: str,
        effective: str | datetime,
        recorded: str | datetime,
        successors: tuple[str, ...] = (),
    ) -> None:
        """End a policy."""
        self.record(Repeal(policy, _moment(effective), successors), recorded)

    def redact(
        self, edition: Edition, names: Iterable[str], recorded: str | datetime, reason: str
    ) -> None:
        """Remove files of an edition."""
        folder = self.content / edition_folder(edition.policy, edition.id)
        paths = [folder / name for name in names]
        digests = {path.name: _digest(path.read_bytes()) for path in paths}
        for path in paths:
            path.unlink()
        self.record(Redact(edition.policy, edition.id, digests, reason), recorded)

    def record(self, act: Act, recorded: str | datetime) -> None:
        """Append a line to the ledger and save it."""
        moment = _moment(recorded)
        if not self.ledger.entries:
            self.ledger = self.ledger.append(Open(BASE, "ru", "Asia/Almaty"), moment)
        self.ledger = self.ledger.append(act, moment)
        (self.content / LEDGER).write_bytes(dump(self.ledger))

    def _acts(self) -> list[Act]:
        return [entry.act for entry in self.ledger.entries]

    def _write_of(self, edition: Edition, files: Mapping[str, bytes]) -> dict[str, str]:
        return self._write(edition.policy, edition.id, files)

    def _write(self, policy: str, edition: str, files: Mapping[str, bytes]) -> dict[str, str]:
        folder = self.content / edition_folder(policy, edition)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        return {name: _digest(data) for name, data in files.items()}


def _text_files(text: Text, revision: int = 1) -> dict[str, bytes]:
    structured, canonical = text_files(text.language, revision)
    return {structured: text_bytes(text), canonical: canonical_text(text)}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _moment(value: str | datetime) -> datetime:
    return value if isinstance(value, datetime) else day(value)
