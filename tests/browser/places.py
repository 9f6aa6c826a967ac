"""Where each kind of page is to be seen."""

from typing import NamedTuple

from tests.built import LANGUAGE_HOMES, LANGUAGES


class Place(NamedTuple):
    """A page of one of the two sites, by its path in the language at the root."""

    site: str
    path: str

    def within(self, language: str) -> str:
        """The path of the page in a language."""
        return LANGUAGE_HOMES[language] + self.path


HOME = Place("example", "")
POLICY = Place("example", "privacy/")
SUPERSEDED = Place("example", "privacy/2025-03-01/")
SCHEDULED = Place("example", "privacy/2030-01-01/")
HISTORY = Place("example", "privacy/history/")
CHANGELOG = Place("example", "changelog/")
NOT_FOUND = Place("example", "privasy/")

# What is not in force, and one that is: their banners are told apart at once.
STATES = {
    "in-force": Place("states", "privacy/2026-03-01/"),
    "superseded": Place("states", "privacy/2026-02-01/"),
    "scheduled": Place("states", "privacy/2027-05-01/"),
    "withdrawn": Place("states", "privacy/2027-06-01/"),
    "repealed": Place("states", "cookies/2026-04-01/"),
}
KINDS = {
    "home": HOME,
    "policy": POLICY,
    "history": HISTORY,
    "changelog": CHANGELOG,
    "not-found": NOT_FOUND,
    **STATES,
    "imported": Place("states", "privacy/2024-02-01/"),
    "pending": Place("example", "cookies/"),
    "missing": Place("states", "terms/"),
    "removed": Place("states", "consent/"),
    "corrected": Place("states", "privacy/"),
    "repealed-policy": Place("states", "cookies/"),
    "coming-policy": Place("states", "offers/"),
    "parallel": Place("example", "privacy/parallel/"),
    "parallel-pending": Place("example", "cookies/parallel/"),
    "parallel-repealed": Place("states", "cookies/parallel/"),
    "parallel-wide": Place("states", "privacy/parallel/"),
    "changes": Place("example", "privacy/2026-11-21/changes/"),
    "changes-scheduled": Place("states", "privacy/2027-05-01/changes/"),
    "clauses": Place("example", "privacy/clauses/"),
    "comparison": Place("example", "privacy/history/?from=2025-03-01&to=2026-11-21"),
    "history-of-all": Place("states", "privacy/history/"),
    "all-changes": Place("states", "changelog/"),
    "draft": Place("states", "rules/draft/"),
}
# Each kind of page in one of the languages, for what does not depend on the words.
EVERY_KIND = [(kind, LANGUAGES[at % len(LANGUAGES)]) for at, kind in enumerate(KINDS)]
