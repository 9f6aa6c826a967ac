"""How long many editions take, beside the same pages as plain Markdown.

Run by `scripts/bench`; by default 300 editions in three languages of about 10 KB each.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inforce.importers import import_document
from inforce.model import (
    Effective,
    LanguageStatus,
    Source,
    Status,
    WorkingClause,
    WorkingEdition,
    WorkingPolicy,
)
from inforce.publish import publish
from inforce.source import dump_policy

from ..newsite import settle

REPOSITORY = Path(__file__).parents[2]
INFORCE = str(Path(sys.executable).with_name("inforce"))
LANGUAGES = ("ru", "kk", "en")
SENTENCES = {
    "ru": "Оператор хранит сведения о заказе {n} не дольше, чем этого требует его цель, и удаляет",
    "kk": "Оператор {n}-тапсырыс туралы мәліметтерді мақсатынан артық сақтамайды және жояды",
    "en": "The operator keeps what it knows of order {n} only as long as it needs to, and erases",
}
SECTIONS, CLAUSES = 8, 5
POLICIES = 10
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
TODAY = datetime(2026, 11, 21, 12, tzinfo=UTC)


def words(language: str, seed: int) -> str:
    """A clause of about 250 bytes that differs with `seed`."""
    times = 1 if language == "ru" else 2
    return " ".join(SENTENCES[language].format(n=seed + turn) for turn in range(times)) + "."


def document(policy: int, edition: int) -> str:
    """A Russian document as a lawyer would send it; one clause in seven changes each time."""
    lines = ["ПОЛИТИКА ХРАНЕНИЯ", ""]
    for section in range(1, SECTIONS + 1):
        lines += [f"{section}. РАЗДЕЛ О ХРАНЕНИИ {section}", ""]
        for clause in range(1, CLAUSES + 1):
            lines += [
                f"{section}.{clause}. {words('ru', seed(policy, edition, section, clause))}",
                "",
            ]
    return "\n".join(lines)


def seed(policy: int, edition: int, section: int, clause: int) -> int:
    """What the words of a clause depend on: it changes with every seventh edition or so."""
    place = section * CLAUSES + clause
    return policy * 1000 + place * 10 + (edition + place) // 7


def in_three(policy: WorkingPolicy, number: int, edition: int) -> WorkingPolicy:
    """An imported text with the other languages beside it, and an edition of its own."""
    title = {code: Source(f"{policy.title['ru'].text} {number}") for code in LANGUAGES}
    return replace(
        policy,
        title=title,
        languages={code: LanguageStatus(Status.AUTHENTIC) for code in LANGUAGES},
        prevails="ru",
        fallback="ru",
        clauses=tuple(
            replace(
                section,
                title=dict.fromkeys(LANGUAGES, section.title["ru"]),
                clauses=tuple(
                    _clause(clause, seed(number, edition, place, position))
                    for position, clause in enumerate(section.clauses, 1)
                ),
            )
            for place, section in enumerate(policy.clauses, 1)
        ),
        edition=WorkingEdition(
            Effective(FIRST + timedelta(days=edition)),
            number=str(edition),
            summary={code: Source(f"{edition}") for code in LANGUAGES},
            imported="the bench",
        ),
    )


def _clause(clause: WorkingClause, number: int) -> WorkingClause:
    others = {code: Source(words(code, number)) for code in LANGUAGES[1:]}
    return replace(clause, text={**clause.text, **others})


def make_project(root: Path, editions: int) -> None:
    """The content of a site with ten policies, published one round after another."""
    shutil.copytree(REPOSITORY / "src/inforce/starter", root, dirs_exist_ok=True)
    settle(root)
    shutil.rmtree(root / "content" / "privacy")
    imported: dict[tuple[int, int], WorkingPolicy] = {}
    with measured(f"import of {editions} documents of 10 KB"):
        for number in range(POLICIES):
            for edition in range(1, editions // POLICIES + 1):
                text = document(number, edition)
                found = import_document(text, file="x.txt", language="ru", policy=f"p{number}")
                imported[number, edition] = found.policy
    with measured(f"publication of {editions} editions in {len(LANGUAGES)} languages"):
        for edition in range(1, editions // POLICIES + 1):
            for number in range(POLICIES):
                policy = in_three(imported[number, edition], number, edition)
                path = root / "content" / f"p{number}" / "policy.yml"
                path.parent.mkdir(exist_ok=True)
                path.write_text(dump_policy(policy), "utf-8")
            plan = publish(root, TODAY, lambda step: None)
            if plan.problems:
                raise SystemExit(
                    "\n".join(str(one) for found in plan.problems.values() for one in found)
                )


def make_plain(root: Path, project: Path) -> int:
    """The same texts as Markdown pages for MkDocs, Material and the i18n plugin; how many."""
    pages = root / "pages"
    pages.mkdir(parents=True)
    count = 0
    for path in sorted((project / "content").glob("*/editions/*/*.txt")):
        policy, edition, language = path.parts[-4], path.parts[-2], path.stem
        suffix = "" if language == "ru" else f".{language}"
        target = pages / policy / edition / f"index{suffix}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("# " + path.read_text("utf-8"), "utf-8")
        count += 1
    for suffix in ("", ".kk", ".en"):
        (pages / f"index{suffix}.md").write_text("# Home\n", "utf-8")
    config = (project / "mkdocs.yml").read_text("utf-8").replace("- inforce\n", "")
    (root / "mkdocs.yml").write_text(config + "\nsite_url: https://plain.example/\n", "utf-8")
    return count


@contextmanager
def measured(what: str) -> Iterator[None]:
    """Print how long the block takes, and the most memory that this process has used."""
    start = time.perf_counter()
    yield
    show(what, time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def run(what: str, *command: str, cwd: Path) -> None:
    """Run a command and print its time and its own peak of memory."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(output.decode())
    show(what, time.perf_counter() - start, usage.ru_maxrss)


def show(what: str, seconds: float, kilobytes: int) -> None:
    """One line of the result."""
    print(f"{what:<56}{seconds:8.2f} s {kilobytes // 1024:6} MB", flush=True)


def main() -> None:
    """Measure everything in a temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editions", type=int, default=300, help="how many, in ten policies")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project, plain = Path(folder, "project"), Path(folder, "plain")
        make_project(project, arguments.editions)
        mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet")
        run("build by inforce: check, build, verify, swap", INFORCE, "build", cwd=project)
        run("of that, MkDocs alone", *mkdocs, "--site-dir", str(Path(folder, "s")), cwd=project)
        run("verification alone", INFORCE, "verify", "site", cwd=project)
        count = make_plain(plain, project)
        run(f"{count} pages of plain Markdown through MkDocs", *mkdocs, cwd=plain)


if __name__ == "__main__":
    main()
