"""A repository with a published policy, and a branch on which it is changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from git import Actor, Repo

from ..commands.conftest import Shell, run
from ..workplace import SITE, Workplace, clause, policy, words

__all__ = ["run"]

AUTHOR = Actor("A", "a@policies.example")
LATER = "2026-09-02T12:00"
TITLE = {"ru": "Политика конфиденциальности", "kk": "Құпиялылық саясаты", "en": "Privacy Policy"}
FIRST = {"number": "1", "effective": "on posting"}
SECOND = {
    "number": "2",
    "adopted": "2026-09-02",
    "effective": "2026-10-01",
    "summary": {
        "ru": "Данные хранятся два года.",
        "kk": "Деректер екі жыл сақталады.",
        "en": "Data is kept for two years.",
    },
}
SCOPE = clause("scope", "All readers")
TERM = clause("term", "Data is kept for one year", title=words("Term"))
LONGER = clause("term", "Data is kept for two years", title=words("Term"))


def privacy(*clauses: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return policy(
        "privacy", *clauses, **{"title": TITLE, "prevails": "ru", "fallback": "ru"} | more
    )


@dataclass
class Desk:
    """The branch `draft` of a repository whose `main` has one published policy."""

    place: Workplace
    repo: Repo
    run: Shell

    def write(self, *policies: Mapping[str, Any]) -> None:
        """Write working texts and commit them to the branch."""
        self.place.write(*policies)
        self.commit()

    def commit(self) -> None:
        self.repo.git.add("-A")
        self.repo.index.commit("x", author=AUTHOR, committer=AUTHOR)

    def told(self) -> str:
        """The review with spaces that break."""
        return self.review().replace("\u00a0", " ")

    def review(self, *options: str, moment: str = LATER) -> str:
        ran = self.run("review", "--base", "main", *options, moment=moment)
        assert ran.exit_code == 0, ran.output
        return ran.stdout


@pytest.fixture
def desk(place: Workplace, run: Shell, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA"):
        monkeypatch.delenv(name, raising=False)
    place.write_site({**SITE, "notice": "10 days"})
    place.publish(privacy(SCOPE, TERM, edition=FIRST))
    desk = Desk(place, Repo.init(place.root, initial_branch="main"), run)
    desk.commit()
    desk.repo.create_head("draft").checkout()
    return desk


Change = Callable[[Desk], None]
