"""A project in a temporary folder, whose sources the tests write as plain data."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from inforce.archive import Archive
from inforce.archive import load as load_archive
from inforce.problems import Problem
from inforce.project import Project, load_project
from inforce.publish import Plan, due, publish
from inforce.zones import instant

ZONE = "Asia/Almaty"
LANGUAGES = ("ru", "kk", "en")
NOON = "2026-09-01T12:00"

Source = Mapping[str, Any]

SITE: Source = {
    "url": "https://policies.example/",
    "languages": list(LANGUAGES),
    "timezone": ZONE,
    "operator": {"email": "privacy@policies.example"},
    # The words of these sources are English in every language.
    "checks": {"wrong-language": "off", "figures-differ": "off"},
}


def at(text: str) -> datetime:
    """A moment in Almaty."""
    return instant(datetime.fromisoformat(text), ZONE)


def words(text: str) -> dict[str, str]:
    """The same words in all languages, told apart by the code."""
    return {code: f"{text} ({code})" for code in LANGUAGES}


def clause(identity: str, text: str, **more: object) -> dict[str, Any]:
    return {"id": identity, **words(text), **more}


def policy(
    name: str = "privacy",
    *clauses: Mapping[str, Any],
    edition: Mapping[str, Any] | None = None,
    **changes: object,
) -> dict[str, Any]:
    """A working text: Russian binds, the others are a pending authentic one and a translation."""
    source: dict[str, Any] = {
        "policy": name,
        "kind": "privacy-policy",
        "title": words("Policy"),
        "languages": {"ru": "authentic", "kk": "authentic", "en": "unofficial"},
        **({"edition": dict(edition)} if edition is not None else {}),
        "clauses": list(clauses) or [clause("scope", "All readers")],
    }
    source.update(changes)
    return {key: value for key, value in source.items() if value is not None}


@dataclass
class Workplace:
    """A project folder; every call of `publish` is one run of the command."""

    root: Path
    done: list[str] = field(default_factory=list)

    @classmethod
    def new(cls, root: Path) -> "Workplace":
        """A project with a site file and nothing else."""
        place = cls(root)
        place.write_site(SITE)
        return place

    @property
    def content(self) -> Path:
        return self.root / "content"

    def write_site(self, site: Source) -> None:
        self.content.mkdir(parents=True, exist_ok=True)
        self._write(self.content / "site.yml", site)

    def write(self, *policies: Source) -> None:
        for source in policies:
            self.write_text(source["policy"], json.dumps(source, ensure_ascii=False, indent=1))

    def write_text(self, name: str, text: str) -> None:
        folder = self.content / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "policy.yml").write_text(text, "utf-8")

    def _write(self, path: Path, source: Source) -> None:
        path.write_text(json.dumps(source, ensure_ascii=False, indent=1), "utf-8")

    def line(self, name: str, needle: str) -> int:
        """The line of a working text in which `needle` first stands."""
        text = (self.content / name / "policy.yml").read_text("utf-8")
        return text[: text.index(needle)].count("\n") + 1

    def publish(self, *policies: Source, moment: str = NOON) -> Plan:
        """Write the sources and publish; the acts are kept in `done`, as words."""
        self.write(*policies)
        return publish(self.root, at(moment), lambda step: self.done.append(told(step.act)))

    def plan(self, *policies: Source, moment: str = NOON) -> Plan:
        self.write(*policies)
        return due(self.project(), at(moment))

    def project(self) -> Project:
        return load_project(self.root)

    def archive(self) -> Archive:
        """What was published; it has to be sound."""
        archive, problems = load_archive(self.content)
        assert problems == ()
        return archive

    def ledger(self) -> bytes:
        path = self.content / "ledger.jsonl"
        return path.read_bytes() if path.exists() else b""

    def frozen(self) -> dict[str, bytes]:
        """Every frozen file by its path below `content/`."""
        paths = self.content.glob("*/editions/*/*")
        return {str(path.relative_to(self.content)): path.read_bytes() for path in paths}

    def text(self, policy_id: str, edition: str, name: str) -> str:
        return (self.content / policy_id / "editions" / edition / name).read_text("utf-8")


def told(act: object) -> str:
    """An act in a few words: `Publish privacy 2026-09-01`."""
    names = (type(act).__name__, getattr(act, "policy", ""), getattr(act, "edition", ""))
    languages = sorted({name.split(".")[0] for name in getattr(act, "files", ())} - {"edition"})
    return " ".join(filter(None, [*names, *languages]))


def steps(plan: Plan) -> list[str]:
    return [told(step.act) for step in plan.steps]


def all_problems(plan: Plan) -> list[Problem]:
    return [problem for found in plan.problems.values() for problem in found]


def errors(plan: Plan) -> list[str]:
    """The checks and messages of the errors."""
    return _told(problem for problem in all_problems(plan) if problem.severity == "error")


def warnings(plan: Plan) -> list[str]:
    return _told(problem for problem in all_problems(plan) if problem.severity == "warning")


def _told(problems: Iterable[Problem]) -> list[str]:
    return [f"{problem.check}: {problem.message}" for problem in problems]
