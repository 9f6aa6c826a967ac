from pathlib import Path

from git import Actor, Repo

from ..workplace import Workplace, clause, policy
from .conftest import Shell

FIRST = {"number": "1", "effective": "on posting"}
A = clause("a", "First")
SAID = "publish privacy 2026-09-01: ru, kk, en; in force from 2026-09-01T12:00:00+05:00\n"


def test_each_act_is_said(place: Workplace, run: Shell) -> None:
    languages = {
        "ru": "authentic",
        "kk": {"status": "authentic", "pending": "true"},
        "en": "official",
    }
    place.write(policy("privacy", A, edition=FIRST, languages=languages))
    ran = run("publish")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "publish privacy 2026-09-01: ru, en; in force from 2026-09-01T12:00:00+05:00\n"
    )
    ready = {**languages, "kk": "authentic"}
    place.write(policy("privacy", {**A, "en": "One"}, edition=FIRST, languages=ready))
    ran = run("publish")
    assert ran.stdout == "add to privacy 2026-09-01: kk\ncorrect in privacy 2026-09-01: en\n"
    ran = run("publish")
    assert (ran.exit_code, ran.stdout) == (0, "nothing is due\n")


def test_a_dry_run_only_says_it(place: Workplace, run: Shell) -> None:
    place.write(policy(edition=FIRST))
    ran = run("publish", "--dry-run")
    assert (ran.exit_code, ran.stdout) == (0, f"would {SAID}")
    assert place.ledger() == b""
    assert run("publish").stdout == SAID


def test_problems_of_one_policy_do_not_stop_another(place: Workplace, run: Shell) -> None:
    place.write(policy(edition=FIRST), policy("terms", edition={"effective": "2020-01-01"}))
    for words in (["publish", "--dry-run"], ["publish"]):
        ran = run(*words)
        assert ran.exit_code == 1
        assert ran.stdout.endswith(SAID)
        assert ran.stderr == (
            "content/terms/policy.yml:15:16: error: 2020-01-01 has already begun [effective]\n"
            "    Write 2026-09-02 or later, or `on posting`; an edition that was published "
            "elsewhere before says so: `imported: {source: …}`.\n"
            "1 error, 0 warnings\n"
        )


def test_damage_is_named(place: Workplace, run: Shell) -> None:
    place.publish(policy(edition=FIRST))
    (place.content / "privacy/editions/2026-09-01/ru.txt").write_text("x")
    for words in (["publish", "--dry-run"], ["publish"]):
        ran = run(*words)
        assert (ran.exit_code, ran.stdout) == (1, "")
        assert "content/privacy/editions/2026-09-01/ru.txt: error: the file was cha" in ran.stderr


def test_another_branch_is_warned_of(place: Workplace, run: Shell, tmp_path: Path) -> None:
    author = Actor("A", "a@policies.example")
    origin = Repo.init(tmp_path / "origin", initial_branch="main")
    origin.index.commit("x", author=author, committer=author)
    clone = Repo.clone_from(str(origin.working_dir), tmp_path / "clone")
    place.root.rename(tmp_path / "clone" / "project")
    place.root = tmp_path / "clone" / "project"
    assert "warning" not in run("publish").stderr
    clone.create_head("draft").checkout()
    ran = run("publish")
    assert (ran.exit_code, ran.stdout) == (0, "nothing is due\n")
    assert ran.stderr.startswith("warning: the branch `draft` is checked out, not `main`;")
