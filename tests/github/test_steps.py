"""Each step of the workflows, run here as a runner does, in clones of a remote of its own."""

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from inforce.cli import main

from ..newsite import settle
from .conftest import Clone, GitHub, Hub
from .workflows import ROOT, commands

PUBLISH = "scripts/record publish"
WITHDRAWN = "2099-01-01"


def acts(clone: Clone) -> list[str]:
    """The acts of the ledger on the remote's main."""
    clone.git("pull", "--quiet")
    return [line["act"] for line in clone.ledger()]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on the web."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


# The steps of a pull request.


def proposed(hub: Hub, clone: Clone, branch: str = "change") -> Clone:
    """A checkout as GitHub makes it: the commit that would merge the branch into main."""
    clone.push(branch=branch)
    merged = hub.clone("merged")
    merged.git("merge", "--quiet", "--no-ff", "-m", "Merge", f"origin/{branch}")
    return merged


def test_the_steps_of_a_pull_request_pass_one_by_one(hub: Hub, clone: Clone) -> None:
    clone.declare()
    merged = proposed(hub, clone)
    for command in commands("pull-request", "sources"):
        done = merged.run(command)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    assert "No problems." in merged.summary
    assert "would publish privacy" in merged.summary
    assert "Suggested layout" not in merged.summary
    assert (merged.root / "preview" / "privacy" / "draft" / "index.html").is_file()
    assert merged.git("status", "--porcelain") == ""


def test_every_problem_stands_beside_its_line_and_in_the_summary(hub: Hub, clone: Clone) -> None:
    text = clone.source().read_text("utf-8")
    wrong = "".join(f"- id: x{number}\n  ru: See [](#nowhere)\n" for number in range(12))
    clone.source().write_text(text + wrong, "utf-8")
    merged = proposed(hub, clone)
    done = merged.run("scripts/github/check HEAD^1")
    assert done.returncode == 1
    notes = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert len(notes) >= 12
    assert all("file=content/privacy/policy.yml,line=" in note for note in notes)
    assert merged.summary.count("there is no clause `nowhere`") >= 12
    assert "To mend it:" in merged.summary


def test_a_mended_layout_is_suggested_and_nothing_is_changed(hub: Hub, clone: Clone) -> None:
    text = clone.source().read_text("utf-8")
    clone.source().write_text(text.replace("# 1.1.", "# 9.9."), "utf-8")
    merged = proposed(hub, clone)
    assert merged.run("scripts/github/check HEAD^1").returncode == 0
    assert "-  - id: scope  # 9.9.\n+  - id: scope  # 1.1.\n" in merged.summary
    assert merged.git("status", "--porcelain") == ""


def test_a_pull_request_publishes_nothing_itself(hub: Hub, clone: Clone) -> None:
    clone.declare()
    clone.push()
    assert clone.run(".venv/bin/inforce publish").returncode == 0
    merged = proposed(hub, clone)
    done = merged.run("scripts/github/check HEAD^1")
    assert done.returncode == 1
    assert "::error title=published files::" in done.stdout


def test_a_branch_that_is_behind_is_compared_with_where_it_began(hub: Hub, clone: Clone) -> None:
    clone.declare()
    clone.push()
    runner = hub.clone("runner")
    assert runner.run(PUBLISH).returncode == 0
    text = clone.source().read_text("utf-8")
    clone.source().write_text(text.replace("Questions about", "Questions on"), "utf-8")
    clone.push(branch="change")
    clone.git("fetch", "--quiet")
    done = clone.run("scripts/github/check origin/main")
    assert done.returncode == 0, done.stdout
    assert clone.run(".venv/bin/inforce publish").returncode == 0
    clone.push(branch="change")
    done = clone.run("scripts/github/check origin/main")
    assert done.returncode == 1
    assert "::error title=published files::" in done.stdout


def test_the_review_is_kept_and_told(hub: Hub, clone: Clone) -> None:
    text = clone.source().read_text("utf-8")
    clone.source().write_text(
        text.replace("Questions about clause", "Every question about"), "utf-8"
    )
    merged = proposed(hub, clone)
    done = merged.run("scripts/github/review HEAD^1 review.md")
    assert done.returncode == 0, done.stderr
    for review in ((merged.root / "review.md").read_text("utf-8"), merged.summary):
        assert "Every question" in review


# The steps of a publication.


def test_the_steps_of_a_publication_pass_one_by_one(hub: Hub, clone: Clone, tmp_path: Path) -> None:
    clone.declare()
    clone.push()
    runner = hub.clone("runner")
    for command in commands("publish", "record") + commands("publish", "build"):
        done = runner.run(command)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    assert runner.output.splitlines()[-1] == f"commit={hub.head()}"
    assert acts(clone) == ["open", "publish"]
    (command,) = commands("publish", "live")
    with served(runner.root / "site") as url:
        done = runner.run(command, URL=url)
        assert done.returncode == 0, done.stderr
        assert "in force since" in done.stdout
        page = runner.root / "site" / "privacy" / "index.html"
        page.write_text(page.read_text("utf-8").replace("Контакты", "Контакт"), "utf-8")
        done = runner.run(command, URL=url, LIVE_PAUSES="0 0")
    assert done.returncode == 1
    assert done.stderr.count("not yet") == 2


def test_what_was_published_is_said_in_the_commit(hub: Hub, clone: Clone) -> None:
    clone.declare()
    clone.declare("terms")
    clone.push()
    runner = hub.clone("runner")
    github = {"GITHUB_RUN_ID": "7", "GITHUB_SERVER_URL": "https://x", "GITHUB_REPOSITORY": "a/b"}
    assert runner.run(PUBLISH, **github).returncode == 0
    message = runner.git("log", "-1", "--format=%an%n%B").splitlines()
    assert message[0] == "bot"
    assert message[1].startswith("Publish privacy ")
    assert message[1].endswith(" and 1 more")
    assert message[3].startswith("publish privacy ")
    assert message[4].startswith("publish terms ")
    assert message[-1] == "Run: https://x/a/b/actions/runs/7"
    assert "publish terms" in runner.summary
    changed = runner.git("show", "--format=", "--name-only", "HEAD").splitlines()
    assert all("/editions/" in name or name == "content/ledger.jsonl" for name in changed)


def test_where_nothing_is_due_nothing_is_committed(hub: Hub) -> None:
    before = hub.head()
    runner = hub.clone("runner")
    done = runner.run(PUBLISH)
    assert (done.returncode, done.stdout) == (0, "nothing is due\n")
    assert runner.output == f"commit={before}\n"
    assert hub.head() == before


def test_what_is_newer_than_the_checkout_is_published(hub: Hub, clone: Clone) -> None:
    runner = hub.clone("runner")
    clone.declare()
    clone.push()
    assert runner.run(PUBLISH).returncode == 0
    assert acts(clone) == ["open", "publish"]


def hindered(runner: Clone, script: str) -> None:
    """Let something happen between the commit and the push."""
    hook = runner.root / ".git" / "hooks" / "pre-push"
    hook.write_text(f"#!/bin/sh\nunset GIT_DIR GIT_INDEX_FILE\n{script}\n")
    hook.chmod(0o755)


def test_what_somebody_else_published_meanwhile_is_not_published_twice(
    hub: Hub, clone: Clone
) -> None:
    clone.declare()
    clone.push()
    runner, other = hub.clone("runner"), hub.clone("other")
    other.declare("terms")
    assert other.run(".venv/bin/inforce publish").returncode == 0
    other.git("add", "--all")
    other.git("commit", "--quiet", "--message", "Somebody else publishes too")
    hindered(runner, f"git -C {other.root} push --quiet origin HEAD:main 2>/dev/null || true")
    done = runner.run(PUBLISH)
    assert done.returncode == 0, done.stderr
    assert "once more on what is there now" in done.stderr
    assert acts(clone) == ["open", "publish", "publish"]
    assert clone.run(".venv/bin/inforce check").returncode == 0
    assert clone.git("log", "-1", "--format=%s") == "Somebody else publishes too"


def test_a_text_that_came_in_between_is_published_with_it(hub: Hub, clone: Clone) -> None:
    clone.declare()
    clone.push()
    runner, other = hub.clone("runner"), hub.clone("other")
    other.declare("terms")
    other.git("add", "--all")
    other.git("commit", "--quiet", "--message", "A text")
    hindered(runner, f"git -C {other.root} push --quiet origin HEAD:main 2>/dev/null || true")
    assert runner.run(PUBLISH).returncode == 0
    assert acts(clone) == ["open", "publish", "publish"]
    assert runner.output == f"commit={hub.head()}\n"


def test_a_policy_with_a_mistake_waits_and_the_run_says_so(hub: Hub, clone: Clone) -> None:
    clone.declare()
    clone.declare("terms")
    broken = clone.source("terms").read_text("utf-8").replace("[](#scope)", "[](#nowhere)")
    clone.source("terms").write_text(broken, "utf-8")
    clone.push()
    runner = hub.clone("runner")
    done = runner.run(PUBLISH)
    assert done.returncode == 1
    assert "there is no clause `nowhere`" in done.stderr
    assert "there is no clause `nowhere`" in runner.summary
    assert acts(clone) == ["open", "publish"]
    assert runner.output == f"commit={hub.head()}\n"


def test_a_push_that_is_refused_leaves_what_the_remote_has(hub: Hub, clone: Clone) -> None:
    clone.declare()
    clone.push()
    hook = hub.remote / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho protected >&2\nexit 1\n")
    hook.chmod(0o755)
    before = hub.head()
    runner = hub.clone("runner")
    done = runner.run(PUBLISH)
    assert done.returncode == 2
    assert "may this user push to `main`?" in done.stderr
    assert (hub.head(), runner.git("rev-parse", "HEAD")) == (before, before)
    assert runner.git("status", "--porcelain") == ""
    assert runner.output == f"commit={before}\n"
    assert runner.run("scripts/build --site-dir site").returncode == 0


def test_ones_own_changes_are_not_swept_away(hub: Hub) -> None:
    runner = hub.clone("runner")
    runner.declare()
    text = runner.source().read_text("utf-8")
    done = runner.run(PUBLISH)
    assert done.returncode == 2
    assert "changes of your own" in done.stderr
    assert runner.source().read_text("utf-8") == text


def test_a_command_that_cannot_run_records_nothing(hub: Hub, clone: Clone) -> None:
    before = hub.head()
    runner = hub.clone("runner")
    done = runner.run("scripts/record publish --no-such-option")
    assert done.returncode == 2
    assert "nothing was recorded" in done.stderr
    assert hub.head() == before


# The rare acts.

FORM = {
    "POLICY": "privacy",
    "EDITION": "",
    "REASON": "Not signed",
    "EFFECTIVE": "",
    "SUCCESSORS": "",
}
ACT = "scripts/github/act"


@pytest.fixture
def published(hub: Hub, clone: Clone) -> Clone:
    """A policy in force, another one, and an edition that comes later."""
    clone.declare()
    clone.declare("terms")
    clone.push()
    runner = hub.clone("first")
    assert runner.run(PUBLISH).returncode == 0
    clone.git("pull", "--quiet")
    text = clone.source().read_text("utf-8").replace("Questions", "All questions")
    clone.source().write_text(text, "utf-8")
    clone.declare(number=2, effective=WITHDRAWN)
    clone.push()
    runner = hub.clone("second")
    done = runner.run(PUBLISH)
    assert "publish privacy 2099-01-01" in done.stdout
    return clone


HOSTILE = "$(touch a) `touch b`; touch c\n'\" --help ${{ x }} *"


def test_an_edition_is_withdrawn_with_the_very_words_of_the_form(
    hub: Hub, published: Clone
) -> None:
    runner = hub.clone("runner")
    form = {**FORM, "ACT": "withdraw", "EDITION": WITHDRAWN, "REASON": HOSTILE}
    done = runner.run(ACT, **form)
    assert done.returncode == 0, done.stderr
    assert acts(published)[-1] == "withdraw"
    assert published.ledger()[-1]["reason"].split() == HOSTILE.split()
    assert published.git("log", "-1", "--format=%s") == f"Withdrew privacy {WITHDRAWN}"
    assert {path.name for path in runner.root.iterdir()}.isdisjoint("abc")


def test_a_policy_is_repealed_in_favour_of_others(hub: Hub, published: Clone) -> None:
    form = {**FORM, "ACT": "repeal", "POLICY": "terms", "EFFECTIVE": "2098-01-01"}
    form["SUCCESSORS"] = " privacy "
    done = hub.clone("runner").run(ACT, **form)
    assert done.returncode == 0, done.stderr
    assert acts(published)[-1] == "repeal"
    last = published.ledger()[-1]
    assert (last["policy"], last["successors"]) == ("terms", ["privacy"])
    assert last["effective"].startswith("2098-01-01T00:00:00")


WRONG = [
    ({"ACT": "withdraw", "EDITION": "2098-01-01"}, 1),
    ({"ACT": "withdraw", "EDITION": "--help"}, 1),
    ({"ACT": "repeal", "SUCCESSORS": "*"}, 1),
    ({"ACT": "redact"}, 2),
    ({"ACT": "publish"}, 2),
]


@pytest.mark.parametrize(("form", "code"), WRONG)
def test_a_wrong_form_records_nothing(hub: Hub, form: dict[str, str], code: int) -> None:
    before = hub.head()
    done = hub.clone("runner").run(ACT, **{**FORM, **form})
    assert done.returncode in (code, 2)
    assert hub.head() == before


# The live site.


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was published and built."""
    from click.testing import CliRunner

    root = tmp_path_factory.mktemp("live") / "project"
    assert CliRunner().invoke(main, ["new", str(root)]).exit_code == 0
    settle(root)
    source = root / "content" / "privacy" / "policy.yml"
    declared = source.read_text("utf-8") + "edition:\n  number: 1\n  effective: on posting\n"
    source.write_text(declared, "utf-8")
    for words in (["publish"], ["build"]):
        done = CliRunner().invoke(main, ["--project", str(root), *words])
        assert done.exit_code == 0, done.output
    return root / "site"


@pytest.fixture
def site(example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(example, tmp_path / "site"))


PAGES, DEPLOYED = "repos/a/b/pages", "repos/a/b/deployments?environment=github-pages"
LIVE = {"GITHUB_REPOSITORY": "a/b", "GH_TOKEN": "x"}


@contextmanager
def deployed(gh: GitHub, site: Path) -> Iterator[None]:
    """A site on GitHub Pages."""
    with served(site) as url:
        gh.answer(DEPLOYED, "1\n")
        gh.answer(PAGES, f"{url}\n")
        yield


def test_the_live_site_is_proved_by_its_own_records(clone: Clone, gh: GitHub, site: Path) -> None:
    with deployed(gh, site):
        done = clone.run("scripts/live", **LIVE)
    assert done.returncode == 0, done.stderr
    assert "those of its own ledger" in done.stdout


def test_a_live_site_that_nobody_builds_any_more_is_told(
    clone: Clone, gh: GitHub, site: Path
) -> None:
    built = {"format": "inforce-build-v1", "moment": "2026-01-01T00:02:00+05:00"}
    (site / "build.json").write_text(json.dumps(built))
    with deployed(gh, site):
        done = clone.run("scripts/live", **LIVE)
    assert done.returncode == 1
    assert "days before, as of 2026-01-01T00:02:00+05:00" in done.stderr


def test_before_the_first_deployment_there_is_nothing_to_prove(clone: Clone, gh: GitHub) -> None:
    gh.answer(DEPLOYED, "0\n")
    done = clone.run("scripts/live", **LIVE)
    assert done.returncode == 0
    assert done.stdout == "nothing was deployed to GitHub Pages yet\n"


def test_a_site_that_is_gone_is_told(clone: Clone, gh: GitHub, tmp_path: Path) -> None:
    with deployed(gh, tmp_path):
        assert clone.run("scripts/live", **LIVE).returncode == 2


def test_an_answer_that_is_no_answer_fails(clone: Clone, gh: GitHub) -> None:
    for part in (DEPLOYED, PAGES):
        gh.refuse(part, "gh: Resource not accessible by integration (HTTP 403)")
    assert clone.run("scripts/live", **LIVE).returncode == 2


# What is asked of GitHub.


@pytest.mark.parametrize(
    ("word", "asked"),
    [("start", "workflow run publish.yml"), ("awake", "workflow enable publish.yml")],
)
def test_the_publishing_workflow_is_started_and_kept(
    clone: Clone, gh: GitHub, word: str, asked: str
) -> None:
    gh.answer("workflow", "")
    assert clone.run(f"scripts/github/publishing {word}").returncode == 0
    assert gh.asked() == [(asked, "")]
    assert (ROOT / ".github" / "workflows" / asked.split()[-1]).is_file()
    assert clone.run("scripts/github/publishing").returncode == 2


def test_a_failure_opens_one_issue(clone: Clone, gh: GitHub) -> None:
    told = {"RUN": "https://x/a/b/actions/runs/7"}
    ours = "issues?state=open&creator=github-actions%5Bbot%5D&per_page=100"
    gh.answer(ours, "")
    gh.answer("issue create", "")
    assert clone.run("scripts/github/publishing alarm", **told).returncode == 0
    assert gh.asked()[1][0].startswith(
        "issue create --title Publishing fails --body https://x/a/b/actions/runs/7\n"
    )
    gh.answer(ours, "12\n")
    assert clone.run("scripts/github/publishing alarm", **told).returncode == 0
    assert [words.split()[0] for words, _ in gh.asked()] == ["api", "issue", "api"]


def test_the_alarm_is_not_silenced_by_what_a_stranger_opened(clone: Clone, gh: GitHub) -> None:
    gh.answer("creator=github-actions%5Bbot%5D", "")
    gh.answer("issue list", "Publishing fails\n")
    gh.answer("issue create", "")
    assert clone.run("scripts/github/publishing alarm", RUN="x").returncode == 0
    (asked, _), (created, _) = gh.asked()
    assert 'select(.title == "Publishing fails" and (.pull_request | not))' in asked
    assert created.startswith("issue create")


def test_new_locks_are_proposed_once(hub: Hub, clone: Clone, gh: GitHub) -> None:
    gh.answer("", "")
    propose = "scripts/github/propose"
    done = clone.run(propose)
    assert done.stdout == "the lock files are the newest\n"
    assert gh.asked() == []
    with (clone.root / "requirements.lock").open("a") as lock:
        lock.write("# newer\n")
    assert clone.run(propose).returncode == 0
    asked = [words for words, _ in gh.asked()]
    assert [words.split(" --")[0] for words in asked] == [
        "pr list",
        "pr create",
        "workflow run tests.yml",
    ]
    assert asked[2].endswith("--ref update-locks")
    gh.answers.clear()
    gh.answer("pr list", "12\n")
    gh.answer("", "")
    again = hub.clone("again")
    with (again.root / "requirements.lock").open("a") as lock:
        lock.write("# newest\n")
    assert again.run(propose).returncode == 0
    assert sum("pr create" in words for words, _ in gh.asked()) == 1
    clone.git("fetch", "--quiet")
    assert "# newest" in clone.git("show", "origin/update-locks:requirements.lock")
