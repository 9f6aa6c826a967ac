"""What a site is held against: the project's own records, or those that the site shows itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inforce.address import EDITION, LEDGER, edition_folder
from inforce.archive import Archive, load
from inforce.ledger import Add, Correct, Ledger, Publish, Redact, parse, text_of
from inforce.problems import Problem
from inforce.strict import LANGUAGE
from inforce.verify.expected import Stand, frozen_path, languages_of
from inforce.verify.page import Page
from inforce.verify.reader import Reader, ReadError

_FROZEN = re.compile(r"content/([^/]+)/editions/(.+)")


@dataclass(frozen=True, slots=True)
class Truth:
    """What was recorded, where its site stands, and what is wrong with the records.

    The first of `languages` stands at the root of the base address `base`.
    """

    archive: Archive
    base: str
    languages: tuple[str, ...]
    problems: tuple[Problem, ...]

    def at(self, moment: datetime) -> Stand:
        """What the site has to show at a moment."""
        return Stand(self.archive, self.base, self.languages, moment)


def from_site(reader: Reader, folder: Path) -> Truth:
    """What a site records of itself: its ledger and the frozen files, all digests checked.

    `folder` is an empty one in which the records are put together. Nothing but an earlier copy
    of the ledger or another witness can tell whether a site was replaced together with its
    ledger. Raises ReadError where there is no ledger.
    """
    data = reader.read(LEDGER)
    if data is None:
        raise ReadError(f"{reader.name} has no {LEDGER}: it is no site that inforce built.")
    (folder / LEDGER).write_bytes(data)
    ledger, _ = parse(data, LEDGER)
    places = {frozen_path(*file): file for file in _files(ledger)}
    for path, found in reader.each(places):
        if found is not None:
            policy, edition, name = places[path]
            target = folder / edition_folder(policy, edition) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(found)
    archive, problems = load(folder)
    shown = shown_languages(reader)
    languages = languages_of(archive, shown)
    return Truth(archive, archive.base, languages, tuple(map(_on_site, problems)))


def shown_languages(reader: Reader) -> tuple[str, ...]:
    """The languages in which the home page of a site says that it exists."""
    data = reader.read("index.html")
    if data is None:
        return ()
    page = Page.parse("index.html", data)
    return tuple(code for code in page.alternates() if LANGUAGE.fullmatch(code))


def _files(ledger: Ledger) -> Iterator[tuple[str, str, str]]:
    """The policy, edition and name of every frozen file that a ledger records and still holds."""
    recorded: dict[tuple[str, str, str], None] = {}
    for entry in ledger.entries:
        match entry.act:
            case Publish(policy, edition) | Add(policy, edition) | Correct(policy, edition) as act:
                names = [name for name in act.files if name == EDITION or text_of(name)]
                recorded |= dict.fromkeys((policy, edition, name) for name in names)
            case Redact(policy, edition) as act:
                for name in act.files:
                    recorded.pop((policy, edition, name), None)
    return iter(recorded)


def _on_site(problem: Problem) -> Problem:
    """A problem of a record, named by where the site has it."""
    place = problem.location
    file = _FROZEN.sub(r"\1/\2", place.file).removeprefix("content/")
    return replace(problem, location=replace(place, file=file))
