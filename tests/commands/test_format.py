from pathlib import Path

import pytest

from ..workplace import Workplace
from .conftest import Shell

SOURCE = """\
policy: privacy
kind: privacy-policy
title: {ru: Политика}
languages: {ru: authentic}
clauses:
- id: general
  title: {ru: Общее}
  clauses:
  - id: scope
    ru: Для всех.
"""
FORMATTED = """\
policy: privacy
kind: privacy-policy
title:
  ru: Политика
languages: {ru: authentic}
clauses:
- id: general  # 1.
  title:
    ru: Общее
  clauses:
  - id: scope  # 1.1.
    ru: |-
      Для всех.
"""


def test_sources_get_their_one_style(place: Workplace, run: Shell) -> None:
    place.write_text("privacy", SOURCE)
    path = place.content / "privacy" / "policy.yml"
    path.chmod(0o640)
    ran = run("format")
    assert (ran.exit_code, ran.stdout) == (0, "formatted: content/privacy/policy.yml\n")
    assert path.read_text("utf-8") == FORMATTED
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in path.parent.iterdir()] == ["policy.yml"]
    ran = run("format")
    assert (ran.exit_code, ran.stdout) == (0, "")


def test_a_check_changes_nothing(place: Workplace, run: Shell) -> None:
    place.write_text("privacy", SOURCE)
    ran = run("format", "--check")
    assert (ran.exit_code, ran.stdout) == (1, "not in the one style: content/privacy/policy.yml\n")
    assert (place.content / "privacy" / "policy.yml").read_text("utf-8") == SOURCE
    place.write_text("privacy", FORMATTED)
    assert run("format", "--check").exit_code == 0


def test_a_broken_source_is_left_alone_and_the_others_are_not(place: Workplace, run: Shell) -> None:
    broken = SOURCE.replace("kind:", "knid:")
    place.write_text("privacy", broken)
    place.write_text("terms", SOURCE.replace("policy: privacy", "policy: terms"))
    ran = run("format")
    assert (ran.exit_code, ran.stdout) == (1, "formatted: content/terms/policy.yml\n")
    assert "`knid` is not a key here" in ran.stderr
    assert (place.content / "privacy" / "policy.yml").read_text("utf-8") == broken


def test_a_full_disk_loses_no_source(
    place: Workplace, run: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write_text("privacy", SOURCE)

    def full(path: Path, text: str, *rest: object, **more: object) -> int:
        path.touch()
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_text", full)
    ran = run("format")
    assert ran.exit_code == 2
    assert "No space left on device" in ran.stderr
    folder = place.content / "privacy"
    assert [one.name for one in folder.iterdir()] == ["policy.yml"]
    assert (folder / "policy.yml").read_text("utf-8") == SOURCE
