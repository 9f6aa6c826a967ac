import json
from pathlib import Path

import pytest
from git import Actor, Repo

from ..workplace import Workplace, clause, policy
from .conftest import Shell

FIRST = {"number": "1", "effective": "on posting"}
AUTHOR = Actor("A", "a@policies.example")


@pytest.fixture
def published(place: Workplace) -> Workplace:
    place.publish(policy(edition=FIRST))
    place.publish(policy("terms", edition=FIRST))
    return place


def commit(place: Workplace) -> Repo:
    repo = Repo.init(place.root, initial_branch="main")
    repo.git.add("-A")
    repo.index.commit("x", author=AUTHOR, committer=AUTHOR)
    return repo


def cut_off_the_end(place: Workplace) -> None:
    """What git would do: the last edition was never published."""
    path = place.content / "ledger.jsonl"
    path.write_bytes(b"".join(place.ledger().splitlines(keepends=True)[:-1]))
    for file in (place.content / "terms" / "editions" / "2026-09-01").iterdir():
        file.unlink()
    (place.content / "terms" / "editions" / "2026-09-01").rmdir()


def test_sound_sources_are_counted(published: Workplace, run: Shell) -> None:
    ran = run("check")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == "no errors (policies: 2, lines of the ledger: 3)\n"


def test_all_problems_are_told_at_once(published: Workplace, run: Shell) -> None:
    published.write_text("cookies", "policy: [")
    published.write(policy("terms", clause("scope", "See [](#x)"), edition=FIRST))
    (published.content / "privacy/editions/2026-09-01/ru.txt").unlink()
    ran = run("check")
    assert (ran.exit_code, ran.stdout) == (1, "")
    for told in (
        "content/cookies/policy.yml:",
        "content/terms/policy.yml",
        "there is no clause `x` in this policy [ru]",
        "the text differs in `scope` from the published edition 2026-09-01 [ru]",
        "content/privacy/editions/2026-09-01/ru.txt: error: the file is missing",
    ):
        assert told in ran.stderr


@pytest.mark.parametrize("name", ["privacy/editions/2026-09-01/edition.json", "ledger.jsonl"])
def test_what_cannot_be_compared_is_not_complained_of(
    published: Workplace, run: Shell, name: str
) -> None:
    published.publish(policy(edition={"number": "2", "effective": "2026-10-01"}))
    (published.content / name).unlink()
    ran = run("check", moment="2026-11-01")
    assert ran.exit_code == 1
    assert ran.stderr.startswith(f"content/{name}: error: the ")
    assert "content/privacy/policy.yml" not in ran.stderr


def test_warnings_do_not_fail(published: Workplace, run: Shell) -> None:
    (published.content / "terms" / "policy.yml").unlink()
    ran = run("check")
    assert ran.exit_code == 0
    assert ran.stderr == (
        "content/terms/policy.yml: warning: the working text is gone; what was published stays "
        "as it is [no-source]\n"
        "    Restore the file to change the policy; `inforce repeal` ends it.\n"
        "0 errors, 1 warning\n"
    )
    assert ran.stdout == "no errors (policies: 1, lines of the ledger: 3)\n"


def test_what_was_published_at_a_commit_has_to_be_here(published: Workplace, run: Shell) -> None:
    commit(published)
    published.publish(policy("cookies", edition=FIRST))
    assert run("check", "--base", "HEAD").exit_code == 0
    (published.content / "ledger.jsonl").write_bytes(
        b"".join(published.ledger().splitlines(True)[:3])
    )
    for path in (published.content / "cookies" / "editions").rglob("*"):
        if path.is_file():
            path.unlink()
    (published.content / "cookies" / "editions" / "2026-09-01").rmdir()
    cut_off_the_end(published)
    assert run("check").exit_code == 0
    ran = run("check", "--base", "HEAD")
    assert ran.exit_code == 1
    assert "content/ledger.jsonl:3: error: the end is cut off" in ran.stderr


def test_what_an_earlier_copy_holds_has_to_be_here(
    published: Workplace, run: Shell, tmp_path: Path
) -> None:
    copy = tmp_path / "earlier.jsonl"
    copy.write_bytes(published.ledger())
    assert run("check", "--since", str(copy)).exit_code == 0
    cut_off_the_end(published)
    assert run("check").exit_code == 0
    ran = run("check", "--since", str(copy))
    assert ran.exit_code == 1
    assert "content/ledger.jsonl:3: error: the end is cut off" in ran.stderr


def test_a_ledger_that_is_gone_has_not_grown(published: Workplace, run: Shell) -> None:
    commit(published)
    (published.content / "ledger.jsonl").unlink()
    ran = run("check", "--base", "HEAD")
    assert ran.exit_code == 1
    assert "content/ledger.jsonl:1: error: the end is cut off" in ran.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--base", "nothing"], "git does not know the commit `nothing` here"),
        (["--since", "nowhere.jsonl"], "'nowhere.jsonl' does not exist"),
        (["--since", "."], "is a directory"),
    ],
)
def test_what_it_cannot_compare_with_is_said(
    published: Workplace, run: Shell, words: list[str], told: str
) -> None:
    commit(published)
    ran = run("check", *words)
    assert ran.exit_code == 2
    assert told in ran.stderr


def test_without_git_there_is_no_base(published: Workplace, run: Shell) -> None:
    ran = run("check", "--base", "HEAD")
    assert ran.exit_code == 2
    assert "is not in a git repository" in ran.stderr


LIST = {"ru": "- x", "kk": "- x", "en": "- x"}


@pytest.mark.parametrize("name", ["json", "sarif", "github"])
@pytest.mark.parametrize("site", [True, False], ids=["whole", "without a site file"])
def test_what_programs_read_stands_alone_on_stdout(
    published: Workplace, run: Shell, name: str, site: bool
) -> None:
    published.write_text("cookies", "policy: [")
    if not site:
        (published.content / "site.yml").unlink()
    ran = run("check", "--format", name)
    file = "content/cookies/policy.yml" if site else "content/site.yml"
    assert ran.exit_code == 1
    assert file in ran.stdout
    count = "1 error, 0 warnings\n" if site else "2 errors, 0 warnings\n"
    assert ran.stderr == (count if name == "github" else "")
    if name != "github":
        assert json.loads(ran.stdout)


def test_files_are_named_from_the_top_of_the_repository(published: Workplace, run: Shell) -> None:
    Repo.init(published.root.parent)
    published.write(policy("cookies", {"id": "a", **LIST}))
    folder = published.root.name
    told = json.loads(run("check", "--format", "json").stdout)["problems"]
    assert {one["file"] for one in told} == {f"{folder}/content/cookies/policy.yml"}
    assert run("check", "--format", "github").stdout.startswith(
        f"::warning file={folder}/content/cookies/policy.yml,line="
    )
    assert run("check").stderr.startswith("content/cookies/policy.yml:")


@pytest.mark.parametrize("name", ["text", "github", "json", "sarif"])
def test_warnings_alone_are_fine_in_every_format(
    published: Workplace, run: Shell, name: str
) -> None:
    published.write(policy("cookies", {"id": "a", **LIST}))
    ran = run("check", "--format", name)
    assert ran.exit_code == 0
    assert "list-like" in ran.stdout + ran.stderr


def test_what_cannot_run_prints_no_document(
    published: Workplace, run: Shell, tmp_path: Path
) -> None:
    ran = run("check", "--format", "sarif", "--base", "nothing")
    assert (ran.exit_code, ran.stdout) == (2, "")
