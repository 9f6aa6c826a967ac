"""A pull request changes working texts; whatever else it does to what is published is refused."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from git import Actor, Repo

from ..workplace import SITE as WORKPLACE
from ..workplace import Workplace, clause, policy, words
from .conftest import Shell

SITE = {**WORKPLACE, "checks": {"wrong-language": "off"}}
FIRST = {"number": "1", "effective": "on posting"}
SECOND = {"number": "2", "effective": "2026-10-01", "summary": words("New")}
AUTHOR = Actor("A", "a@policies.example")
EDITION = "privacy/editions/2026-09-01"
LATER = "2026-09-02T12:00"
SCOPE = clause("scope", "All readers")


@pytest.fixture
def repo(place: Workplace) -> Repo:
    """Two published policies on `main`, and a branch `draft` that is checked out."""
    place.write_site(SITE)
    place.publish(policy("privacy", SCOPE, clause("fax", "Send a fax"), edition=FIRST,
                         aliases=["/policy/"]))  # fmt: skip
    place.publish(policy("terms", edition=FIRST))
    repo = Repo.init(place.root, initial_branch="main")
    commit(repo)
    repo.create_head("draft").checkout()
    return repo


def commit(repo: Repo) -> None:
    repo.git.add("-A")
    repo.index.commit("x", author=AUTHOR, committer=AUTHOR)


def told(run: Shell, *options: str) -> list[str]:
    """The errors of a pull request, as `check file`, in their order."""
    ran = run("check", "--base", "main", *options, moment=LATER)
    found = re.findall(
        r"^(\S+?)(?::\d+)*(?: \(.*\))?: error: .*\[(\S+)\]$", ran.stderr, re.MULTILINE
    )
    assert ran.exit_code == (1 if found else 0), ran.output
    return [f"{check} {file.removeprefix('content/')}" for file, check in found]


def pull_request(run: Shell) -> list[str]:
    return told(run, "--pull-request")


def lines(place: Workplace) -> list[bytes]:
    return place.ledger().splitlines(keepends=True)


def test_a_working_text_is_what_a_pull_request_changes(
    place: Workplace, repo: Repo, run: Shell
) -> None:
    assert pull_request(run) == []
    place.write(policy("privacy", SCOPE, {"id": "fax", "repealed": "true"}, edition=SECOND,
                       aliases=["/policy/"]))  # fmt: skip
    place.write(policy("cookies"))
    commit(repo)
    assert pull_request(run) == []
    assert told(run) == []


def rewrite(place: Workplace) -> None:
    path = place.content / EDITION / "ru.txt"
    path.write_text(path.read_text("utf-8").replace("readers", "children"), "utf-8")


def delete(place: Workplace) -> None:
    (place.content / EDITION / "ru.txt").unlink()


def add(place: Workplace) -> None:
    (place.content / EDITION / "fr.json").write_text("{}")


def add_edition(place: Workplace) -> None:
    shutil.copytree(place.content / EDITION, place.content / "privacy/editions/2026-09-05")


def link(place: Workplace) -> None:
    path = place.content / EDITION / "ru.txt"
    path.rename(place.content / "ru.txt")
    path.symlink_to("../../../ru.txt")


def cut(place: Workplace) -> None:
    (place.content / "ledger.jsonl").write_bytes(b"".join(lines(place)[:-1]))
    shutil.rmtree(place.content / "terms" / "editions")


def drop_ledger(place: Workplace) -> None:
    (place.content / "ledger.jsonl").unlink()
    for name in ("privacy", "terms"):
        shutil.rmtree(place.content / name / "editions")


def publish(place: Workplace) -> None:
    place.publish(policy("cookies", edition=FIRST), moment="2026-09-01T13:00")


COOKIES = [f"pull-request cookies/editions/2026-09-01/{one}"
           for one in ("edition.json", "en.json", "en.txt", "kk.json", "kk.txt", "ru.json",
                       "ru.txt")]  # fmt: skip
ATTACKS: list[tuple[Callable[[Workplace], None], set[str]]] = [
    (rewrite, {f"pull-request {EDITION}/ru.txt", f"frozen-changed {EDITION}/ru.txt"}),
    (delete, {f"pull-request {EDITION}/ru.txt", f"frozen-missing {EDITION}/ru.txt"}),
    (add, {f"pull-request {EDITION}/fr.json"}),
    (link, {f"pull-request {EDITION}/ru.txt", f"frozen-extra {EDITION}/ru.txt"}),
    (cut, {"pull-request ledger.jsonl"}),
    (drop_ledger, {"pull-request ledger.jsonl"}),
    (add_edition, {"pull-request privacy/editions/2026-09-05/ru.txt"}),
    (publish, {"pull-request ledger.jsonl", *COOKIES}),
]


@pytest.mark.parametrize("committed", [True, False], ids=["committed", "in the work tree"])
@pytest.mark.parametrize(("attack", "expected"), ATTACKS)
def test_nothing_that_is_published_is_touched(
    place: Workplace,
    repo: Repo,
    run: Shell,
    attack: Callable[[Workplace], None],
    expected: set[str],
    committed: bool,
) -> None:
    attack(place)
    if committed:
        commit(repo)
    assert expected <= {*pull_request(run)}


@pytest.mark.parametrize(
    ("attack", "hint"),
    [
        (rewrite, f"`git checkout main -- content/{EDITION}/ru.txt`"),
        (delete, f"`git checkout main -- content/{EDITION}/ru.txt`"),
        (cut, "`git checkout main -- content/ledger.jsonl`"),
        (add, f"`git rm -r --force content/{EDITION}/fr.json`"),
    ],
)
def test_the_hint_mends_it(
    place: Workplace, repo: Repo, run: Shell, attack: Callable[[Workplace], None], hint: str
) -> None:
    attack(place)
    commit(repo)
    ran = run("check", "--base", "main", "--pull-request", moment=LATER)
    assert hint in ran.stderr
    found = re.findall(r"`git ((?:checkout main --|rm -r --force) \S+)`", ran.stderr)
    for words_of_git in dict.fromkeys(found):
        repo.git.execute(["git", *words_of_git.split()])
    assert pull_request(run) == []


def test_a_ledger_that_went_on_elsewhere_is_a_fork(
    place: Workplace, repo: Repo, run: Shell
) -> None:
    publish(place)
    commit(repo)
    repo.heads["main"].checkout()
    place.publish(policy("rules", edition=FIRST), moment="2026-09-01T14:00")
    commit(repo)
    repo.heads["draft"].checkout()
    assert {"pull-request ledger.jsonl", *COOKIES} <= {*pull_request(run)}
    assert "ledger-growth ledger.jsonl" in told(run)


def test_a_branch_that_is_behind_is_compared_with_where_it_began(
    place: Workplace, repo: Repo, run: Shell
) -> None:
    place.write(policy("cookies"))
    commit(repo)
    repo.heads["main"].checkout()
    place.publish(policy("rules", edition=FIRST), moment="2026-09-01T14:00")
    commit(repo)
    repo.heads["draft"].checkout()
    assert pull_request(run) == []
    assert "ledger-growth ledger.jsonl" in told(run)
    repo.git.merge("main")
    assert pull_request(run) == []
    assert told(run) == []


def test_a_merge_that_takes_the_main_branch_back_is_refused(
    place: Workplace, repo: Repo, run: Shell
) -> None:
    before = place.ledger()
    repo.heads["main"].checkout()
    place.publish(policy("rules", edition=FIRST), moment="2026-09-01T14:00")
    commit(repo)
    repo.heads["draft"].checkout()
    repo.git.merge("main")
    shutil.rmtree(place.content / "rules")
    (place.content / "ledger.jsonl").write_bytes(before)
    commit(repo)
    found = pull_request(run)
    assert "pull-request ledger.jsonl" in found
    assert "pull-request rules/editions/2026-09-01/ru.json" in found


def test_the_publishing_workflow_may_add_and_not_change(
    place: Workplace, repo: Repo, run: Shell
) -> None:
    publish(place)
    assert told(run) == []
    rewrite(place)
    assert f"published {EDITION}/ru.txt" in told(run)


def test_a_redacted_file_is_not_missed(place: Workplace, repo: Repo, run: Shell) -> None:
    ran = run("redact", "terms", "2026-09-01", "en.json", "en.txt", "--reason", "x", moment=LATER)
    assert ran.exit_code == 0
    assert told(run) == ["redacted terms/policy.yml"]  # the words are in the working text still


def test_a_policy_does_not_vanish(place: Workplace, repo: Repo, run: Shell) -> None:
    (place.content / "terms" / "policy.yml").unlink()
    commit(repo)
    assert pull_request(run) == ["published terms/policy.yml"]
    shutil.rmtree(place.content / "terms")
    assert "pull-request terms/editions/2026-09-01/ru.json" in pull_request(run)
    (place.content / "privacy").rename(place.content / "confidentiality")
    assert "published privacy/policy.yml" in pull_request(run)


def test_the_source_of_a_repealed_policy_may_go(place: Workplace, repo: Repo, run: Shell) -> None:
    repo.heads["main"].checkout()
    run("repeal", "terms", "--reason", "x", "--effective", "2026-09-03", moment=LATER)
    commit(repo)
    repo.create_head("next").checkout()
    (place.content / "terms" / "policy.yml").unlink()
    assert pull_request(run) == []


@pytest.mark.parametrize(
    "change",
    [
        {"url": "https://other.example/"},
        {"languages": ["kk", "ru", "en"]},
        {"timezone": "Europe/Berlin"},
        {"languages": ["ru", "kk"]},
    ],
)
def test_the_site_does_not_move(
    place: Workplace, repo: Repo, run: Shell, change: dict[str, object]
) -> None:
    place.write_site({**SITE, **change})
    assert "moved site.yml" in pull_request(run)
    assert "moved site.yml" in told(run)


def test_a_language_without_texts_has_its_pages_all_the_same(place: Workplace, run: Shell) -> None:
    only = {"languages": {"ru": "authentic"}, "title": {"ru": "Политика"}}
    place.publish(policy("privacy", {"id": "a", "ru": "Текст"}, edition=FIRST, **only))
    commit(Repo.init(place.root, initial_branch="main"))
    place.write_site({**SITE, "languages": ["ru", "kk"]})
    assert told(run) == ["address site.yml"]


def test_damage_is_told_once_and_not_for_every_address_that_hangs_on_it(
    place: Workplace, repo: Repo, run: Shell
) -> None:
    path = place.content / EDITION / "edition.json"
    path.write_text(path.read_text("utf-8").replace("policy", "polisy"), "utf-8")
    name = f"{EDITION}/edition.json"
    assert pull_request(run) == [f"frozen-changed {name}", f"pull-request {name}"]
    assert told(run) == [f"frozen-changed {name}", f"published {name}"]


def test_an_alias_that_is_left_out_stays_an_address(
    place: Workplace, repo: Repo, run: Shell
) -> None:
    place.write(policy("privacy", SCOPE, clause("fax", "Send a fax"), edition=FIRST))
    assert pull_request(run) == []
    path = place.content / EDITION / "edition.json"
    path.write_text(path.read_text("utf-8").replace('"/policy/"', ""), "utf-8")
    assert f"pull-request {EDITION}/edition.json" in pull_request(run)


def test_an_address_that_a_forged_history_takes_away_is_named(
    place: Workplace, repo: Repo, run: Shell
) -> None:
    """The whole past written anew: sound in itself, but without the alias."""
    drop_ledger(place)
    shutil.rmtree(place.content / "terms")
    place.publish(policy("privacy", SCOPE, clause("fax", "Send a fax"), edition=FIRST),
                  moment="2026-09-01T12:00")  # fmt: skip
    ran = run("check", "--base", "main", moment=LATER)
    for address in ("/policy/", "/kk/policy/", "/terms/", "/terms/2026-09-01/ru.txt"):
        assert f"`{address}` was published and leads nowhere now" in ran.stderr
    assert "ledger-growth ledger.jsonl" in told(run)


def test_the_id_of_a_clause_gets_no_other_meaning(place: Workplace, repo: Repo, run: Shell) -> None:
    gone = policy("privacy", SCOPE, edition=SECOND, aliases=["/policy/"])
    place.write(gone)
    assert pull_request(run) == ["tombstone privacy/policy.yml"]
    repo.heads["main"].checkout(force=True)
    dead = {"id": "fax", "repealed": "true"}
    place.publish(policy("privacy", SCOPE, dead, edition=SECOND, aliases=["/policy/"]))
    commit(repo)
    repo.create_head("next").checkout()
    again = clause("fax", "Our new address")
    third = {"number": "3", "effective": "2026-11-01", "summary": words("New")}
    place.write(policy("privacy", SCOPE, again, edition=third, aliases=["/policy/"]))
    assert pull_request(run) == ["tombstone privacy/policy.yml"]


def test_what_cannot_be_compared_is_said_in_words(
    place: Workplace, repo: Repo, run: Shell, tmp_path: Path
) -> None:
    ran = run("check", "--pull-request")
    assert ran.exit_code == 2
    assert "needs `--base`" in ran.stderr
    for base, said in (("nothing", "git does not know"), ("HEAD:content", "git does not know")):
        ran = run("check", "--base", base, "--pull-request")
        assert (ran.exit_code, ran.stdout) == (2, "")
        assert said in ran.stderr
    (place.root / ".gitignore").write_text("content\n")
    repo.git.rm("-r", "--cached", "-q", "content")
    commit(repo)
    ran = run("check", "--base", "HEAD")
    assert ran.exit_code == 2
    assert "committed and not ignored" in ran.stderr


def test_a_shallow_clone_with_the_merge_of_a_pull_request_is_enough(
    place: Workplace, repo: Repo, run: Shell, tmp_path: Path
) -> None:
    """What a workflow checks out with `fetch-depth: 2`: the merge, and both its parents."""
    rewrite(place)
    commit(repo)
    repo.heads["main"].checkout()
    (place.root / "README.md").write_text("x")
    commit(repo)
    repo.git.merge("draft", "--no-ff")
    Repo.clone_from(f"file://{place.root}", tmp_path / "clone", depth=2)
    run.place = Workplace(tmp_path / "clone")
    ran = run("check", "--base", "HEAD^1", "--pull-request", "--format", "json", moment=LATER)
    found = {one["check"] for one in json.loads(ran.stdout)["problems"]}
    assert found >= {"pull-request", "frozen-changed"}
