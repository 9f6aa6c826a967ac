"""Two sites that several tests look at; each is built once in a run of all tests.

`example` is the site of this repository. `states` is a small one with every state that a policy,
an edition or a text can be in.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources
from pathlib import Path

import pytest

from inforce.archive import Archive
from inforce.build import Order, build
from inforce.model import LanguageStatus, Link, Status, Table, Text, Words
from inforce.moments import parse_moment
from inforce.project import load_project
from tests.factory import STATUSES, Factory, clause, paragraph, sample

LANGUAGES = ("ru", "kk", "en")
MOMENTS = {"example": "2027-01-15", "states": "2026-08-15"}
SITES = tuple(MOMENTS)
LANGUAGE_HOMES = {"ru": "", "kk": "kk/", "en": "en/"}

ROOT = Path(__file__).parents[1]
ZONE = "Asia/Almaty"
_DRAFT = """policy: rules
kind: rules
title: {ru: Правила, kk: Ережелер, en: Rules}
languages: {ru: authentic, kk: authentic, en: unofficial}
clauses:
- id: scope
  ru: Первые слова.
  kk: Алғашқы сөздер.
  en: The first words.
"""
_LETTERS = "Ставка – 500 ₸. Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і Ё ё – «сөз», “word”, № 5, § 2."
_LONG = "https://registry.example/an-address-that-is-longer-than-a-line-of-a-phone/" + "x" * 60


@dataclass(frozen=True)
class Built:
    """A site on the disk: its pages by path, `kk/privacy/` or, without a folder, `404.html`."""

    name: str
    folder: Path
    archive: Archive
    base: str

    @cached_property
    def pages(self) -> Mapping[str, bytes]:
        """The HTML of every page by its path."""
        found = sorted(self.folder.rglob("*.html"))
        names = (path.relative_to(self.folder).as_posix() for path in found)
        return {
            name.removesuffix("index.html"): path.read_bytes()
            for name, path in zip(names, found, strict=True)
        }


def site(name: str, factory: pytest.TempPathFactory) -> Built:
    """One of the two sites, built by the first worker that asks for it."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, source = shared / name, shared / f"{name}.source"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            source.symlink_to(_MAKERS[name]())
            build_site(source.resolve(), folder, name)
    project = load_project(source.resolve())
    return Built(name, folder, project.archive, project.site.url)


def build_site(project: Path, out: Path, name: str) -> None:
    """Build a project as of the moment of one of the two sites, which `name` names."""
    moment = parse_moment(MOMENTS[name], ZONE)
    order = Order(project, out, moment, project / "mkdocs.yml", draft=name == "states")
    build(order, lambda step: None)


def states() -> Path:
    """A project started with the package's own settings, and a history of everything."""
    factory = Factory(Path(tempfile.mkdtemp()) / "states")
    with resources.as_file(resources.files("inforce").joinpath("starter")) as starter:
        shutil.copy(starter / "mkdocs.yml", factory.root)
        shutil.copytree(starter / "overrides", factory.root / "overrides")
    _privacy(factory)
    _others(factory)
    (factory.content / "rules").mkdir()
    (factory.content / "rules/policy.yml").write_text(_DRAFT, "utf-8")
    return factory.root


def _privacy(factory: Factory) -> None:
    """Imported, superseded, in force with a corrected translation, scheduled, withdrawn."""
    factory.publish("2024-02-01", _all("one"), number="3", imported="the former site")
    factory.publish("2026-02-01", _all("two"), number="4")
    current = factory.publish("2026-03-01", _all("three"), number="5", aliases=("/old/",))
    factory.publish("2027-05-01", _all("four"), number="6")
    withdrawn = factory.publish("2027-06-01", _all("five"), number="7")
    factory.withdraw(withdrawn, "2026-03-02", "The date was wrong.")
    factory.correct(current, rich("en", "three, corrected"), "2026-03-03")


def _others(factory: Factory) -> None:
    """Missing and pending texts, a repealed policy, one that is still to come, removed files."""
    known = {"ru": STATUSES["ru"], "kk": LanguageStatus(Status.AUTHENTIC, pending=True)}
    factory.publish("2026-04-01", [rich("ru", "", "terms")], recorded="2026-03-04", languages=known)
    factory.publish("2026-04-01", _all("", "cookies"), recorded="2026-03-05")
    factory.repeal("cookies", "2026-06-01", "2026-03-06", ("privacy",))
    factory.publish("2027-01-01", _all("", "offers"), recorded="2026-03-07")
    consent = factory.publish("2026-04-01", _all("", "consent"), recorded="2026-03-08")
    factory.redact(consent, ["kk.json", "kk.txt"], "2026-03-09", "A court's order.")


def _all(words: str, policy: str = "privacy") -> tuple[Text, ...]:
    return tuple(rich(language, words, policy) for language in LANGUAGES)


def rich(language: str, words: str, policy: str = "privacy") -> Text:
    """A text with a point, a wide table, a long address and every letter of the languages."""
    text = sample(language, words, policy)
    link = Link((Words("privacy"),), policy="privacy", clause="scope")
    points = (
        clause("letters", "3.1.", _LETTERS),
        clause("long", "3.2.", paragraph("See ", Link((Words(_LONG),), href=_LONG), ".")),
        replace(
            clause("points", "3.3.", paragraph("As in ", link, ":")),
            clauses=(replace(clause("point", "1)", "a point"), anchor="3.3-1"),),
        ),
        clause("prices", "3.4.", table()),
    )
    last = replace(clause("rest", "3.", title=f"Rest [{language}]"), clauses=points)
    return replace(text, clauses=(*text.clauses, last))


def table() -> Table:
    """A table of eight columns."""

    def row(text: str) -> tuple[tuple[Words, ...], ...]:
        return tuple((Words(f"{text} {column}"),) for column in range(1, 9))

    return Table(("",) * 8, row("Column"), tuple(row(f"Line {line}") for line in (1, 2)))


_MAKERS: Mapping[str, Callable[[], Path]] = {"example": lambda: ROOT, "states": states}
