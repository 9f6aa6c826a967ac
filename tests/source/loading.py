"""Sources given as text, for the tests of this room and of those above it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from inforce.model import Site, WorkingPolicy
from inforce.problems import Problem
from inforce.source import load_policy, load_site

SITE = """\
url: https://policies.example/
languages: [ru, kk, en]
timezone: Asia/Almaty
operator:
  name:
    ru: ТОО «Ромашка»
    kk: «Түймедақ» ЖШС
    en: Daisy LLP
  bin: 001240000123
  email: privacy@policies.example
  phone: +7 (7172) 00-00-00
  motto: {ru: Всё *честно*}
"""
HEAD = """\
policy: privacy
kind: privacy-policy
title: {ru: Политика}
languages: {ru: authentic}
"""
# The lines that come before the clauses given to `in_clauses`.
LINES = HEAD.count("\n") + 1


def write(folder: Path, policy: str | bytes, site: str = SITE, name: str = "privacy") -> None:
    (folder / name).mkdir(exist_ok=True)
    (folder / "site.yml").write_text(site, "utf-8")
    data = policy.encode() if isinstance(policy, str) else policy
    (folder / name / "policy.yml").write_bytes(data)


def load(
    policy: str | bytes, site: str = SITE, name: str = "privacy"
) -> tuple[WorkingPolicy | None, tuple[Problem, ...]]:
    """The working text that a policy's source holds, and its problems."""
    with TemporaryDirectory() as path:
        write(Path(path), policy, site, name)
        known, problems = load_site(Path(path))
        assert known is not None, problems
        return load_policy(Path(path), name, known)


def load_sound(policy: str, site: str = SITE) -> WorkingPolicy:
    """The working text of a source in which nothing is wrong."""
    working, problems = load(policy, site)
    assert problems == ()
    assert working is not None
    return working


def the_site(text: str = SITE) -> Site:
    """The site of a `site.yml` in which nothing is wrong."""
    site, problems = read_site(text)
    assert problems == ()
    assert site is not None
    return site


def read_site(text: str | bytes) -> tuple[Site | None, tuple[Problem, ...]]:
    with TemporaryDirectory() as path:
        data = text.encode() if isinstance(text, str) else text
        Path(path, "site.yml").write_bytes(data)
        return load_site(Path(path))


def in_clauses(clauses: str, head: str = HEAD) -> str:
    """A source whose clauses begin in line `LINES` + 1."""
    return f"{head}clauses:\n{clauses}"


def told(problems: tuple[Problem, ...]) -> list[str]:
    """The problems as `line:column clause check`, in their order."""
    return [
        f"{one.location.line}:{one.location.column} {one.location.clause or '-'} {one.check}"
        for one in problems
    ]
