"""What the workflows may do, and what they run; the tools that read them find nothing wrong."""

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from inforce.source import load_site

from .workflows import FILES, GITHUB, NAMES, ROOT, commands, jobs, source, steps, triggers, workflow

PROGRAMS = Path(sys.executable).parent
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
VERSIONED = re.compile(r"uses: ([\w.-]+/[\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", re.MULTILINE)
# A step runs one script of ours, or the command, with plain words.
COMMAND = re.compile(r'(scripts/[a-z/]+|\.venv/bin/inforce)( ([\w.^/-]+|"\$[A-Z]+"))*')

# All that a workflow may do beyond reading the repository.
RIGHTS: dict[str, dict[str, dict[str, str]]] = {
    "act": {
        "record": {"contents": "write"},
        "start": {"actions": "write"},
    },
    "comment": {"comment": {"actions": "read", "pull-requests": "write"}},
    "publish": {
        "before": {"deployments": "read", "pages": "read"},
        "record": {"contents": "write"},
        "build": {},
        "deploy": {"pages": "write", "id-token": "write"},
        "live": {},
        "awake": {"actions": "write"},
        "alarm": {"issues": "write"},
    },
    "pull-request": {"sources": {}, "live": {"deployments": "read", "pages": "read"}},
    "tests": {"check": {}, "test": {}},
    "update": {
        "lock": {},
        "propose": {"actions": "write", "contents": "write", "pull-requests": "write"},
    },
}
SCHEMAS = {
    "github-workflows": FILES,
    "dependabot": [GITHUB / "dependabot.yml"],
    "github-issue-forms": [
        path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"
    ],
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
}


def tool(*words: object) -> "subprocess.CompletedProcess[str]":
    command = [str(PROGRAMS / str(words[0])), *map(str, words[1:])]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_files_are_as_their_schema_says(schema: str) -> None:
    assert SCHEMAS[schema]
    done = tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *SCHEMAS[schema])
    assert done.returncode == 0, done.stdout


ZIZMOR = ("zizmor", "--offline", "--no-progress", "--persona=regular")


def test_zizmor_finds_nothing() -> None:
    done = tool(*ZIZMOR, GITHUB)
    assert done.returncode == 0, done.stdout


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    wrong = source("comment").replace(
        "run: scripts/github/comment", 'run: echo "${{ github.head_ref }}"'
    )
    (tmp_path / "comment.yml").write_text(wrong)
    done = tool(*ZIZMOR, tmp_path / "comment.yml")
    assert done.returncode > 0
    assert "template-injection" in done.stdout


def test_one_exception_is_asked_of_zizmor() -> None:
    asked = [name for name in NAMES if "zizmor: ignore" in source(name)]
    assert asked == ["comment"]
    assert source("comment").count("zizmor: ignore[dangerous-triggers]") == 1
    assert not [*GITHUB.rglob("zizmor.y*ml"), *ROOT.glob("zizmor.y*ml")]


@pytest.mark.parametrize("name", NAMES)
def test_steps_run_our_scripts_alone(name: str) -> None:
    for command in commands(name):
        match = COMMAND.fullmatch(command)
        assert match, command
        program = ROOT / match[1]
        assert match[1].startswith(".venv/") or os.access(program, os.X_OK), command
    assert "shell:" not in source(name)


SAFE = [
    "scripts/check",
    "scripts/github/check HEAD^1",
    'scripts/live "$URL"',
    ".venv/bin/inforce x",
]
UNSAFE = [
    "echo x",
    "scripts/check; echo",
    "scripts/live $URL",
    "scripts/live ${{ inputs.url }}",
    "scripts/../x",
    "scripts/check\necho",
    "inforce `x`",
]


@pytest.mark.parametrize("command", SAFE)
def test_what_may_stand_in_a_step(command: str) -> None:
    assert COMMAND.fullmatch(command)


@pytest.mark.parametrize("command", UNSAFE)
def test_what_may_not_stand_in_a_step(command: str) -> None:
    assert not COMMAND.fullmatch(command)


def test_actions_are_pinned_by_their_commit_and_say_their_version() -> None:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name in NAMES:
        used = [step["uses"] for _, step in steps(name) if "uses" in step]
        assert all(PINNED.fullmatch(action) for action in used)
        versioned = VERSIONED.findall(source(name))
        assert len(versioned) == len(used)
        for action, commit, version in versioned:
            found[action].add((commit, version))
    assert {action: len(pins) for action, pins in found.items()} == dict.fromkeys(found, 1)
    assert all(action.startswith("actions/") for action in found)


def test_rights_are_given_job_by_job_and_no_more_of_them() -> None:
    read = {"contents": "read"}
    for name in NAMES:
        assert workflow(name)["permissions"] == {}
    given = {
        name: {job: dict(said["permissions"]) for job, said in jobs(name).items()} for name in NAMES
    }
    deploy = given["publish"]["deploy"]
    assert deploy == RIGHTS["publish"]["deploy"]  # it checks nothing out
    del given["publish"]["deploy"]
    expected = {
        name: {job: read | rights for job, rights in all_.items() if job != "deploy"}
        for name, all_ in RIGHTS.items()
    }
    assert given == expected


def test_nobody_outside_starts_a_workflow_that_has_a_right_or_a_secret() -> None:
    assert all("pull_request_target" not in source(name) for name in NAMES)
    assert [name for name in NAMES if "workflow_run" in triggers(name)] == ["comment"]
    assert [name for name in NAMES if "issue_comment" in triggers(name)] == []
    asked = [name for name in NAMES if "pull_request" in triggers(name)]
    assert asked == ["pull-request", "tests"]
    for name in asked:
        assert "secrets." not in source(name)
        for said in jobs(name).values():
            assert "environment" not in said
            assert set(said["permissions"].values()) == {"read"}


def test_a_secret_is_within_reach_of_its_environment_alone() -> None:
    found = {
        (name, job, said.get("environment"))
        for name in NAMES
        for job, said in jobs(name).items()
        if "secrets." in str(said)
    }
    assert found == {("publish", "record", "publishing"), ("act", "record", "acts")}


def test_the_comment_is_made_without_anything_of_the_pull_request() -> None:
    said = jobs("comment")["comment"]
    checkout, comment = said["steps"]
    assert set(checkout["with"]) == {"sparse-checkout", "persist-credentials"}
    assert comment["run"] == "scripts/github/comment"
    given = {value.strip("${} ") for value in comment["env"].values()}
    assert given == {
        "github.token",
        "github.repository",
        "github.event.workflow_run.id",
        "github.event.workflow_run.head_sha",
    }


def test_only_what_pushes_keeps_the_right_to() -> None:
    for name in NAMES:
        for job, step in steps(name):
            if step.get("uses", "").startswith("actions/checkout@"):
                pushes = jobs(name)[job]["permissions"].get("contents") == "write"
                assert step["with"]["persist-credentials"] is pushes, (name, job)


def test_every_job_ends_by_itself() -> None:
    assert all(said["timeout-minutes"] <= 90 for name in NAMES for said in jobs(name).values())


def test_the_nightly_run_is_in_the_first_hour_of_the_sites_day() -> None:
    site, _ = load_site(ROOT / "content")
    assert site is not None
    nights = workflow("publish")["on"]["schedule"]
    assert {night["timezone"] for night in nights} == {site.timezone}
    minutes = [re.fullmatch(r"(\d+) 0 \* \* \*", night["cron"]) for night in nights]
    assert len(minutes) == 2
    assert all(minute and 0 < int(minute[1]) < 60 for minute in minutes)


def test_one_publication_at_a_time_and_none_is_cut_short() -> None:
    assert workflow("publish")["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    recording = [jobs(name)["record"]["concurrency"] for name in ("publish", "act")]
    assert recording == [{"group": "record", "cancel-in-progress": False, "queue": "max"}] * 2


def test_publishing_happens_on_main_alone() -> None:
    on = workflow("publish")["on"]
    assert set(on) == {"push", "schedule", "workflow_dispatch"}
    assert on["push"] == {"branches": ["main"]}
    for name, job in (("publish", "before"), ("publish", "record"), ("act", "record")):
        assert "github.ref == 'refs/heads/main'" in jobs(name)[job]["if"]
    for name in ("publish", "act"):
        assert jobs(name)["record"]["steps"][0]["with"]["ref"] == "main"


def test_the_program_is_tested_where_it_changes_and_not_the_texts_alone() -> None:
    on = workflow("tests")["on"]
    texts = ["content/**"]
    assert on["push"] == {"branches": ["main"], "paths-ignore": texts}
    assert on["pull_request"] == {"paths-ignore": texts}


def test_what_fails_before_does_not_keep_the_site_from_being_built() -> None:
    publish = jobs("publish")
    assert "needs" not in publish["record"]
    assert publish["build"]["needs"] == "record"
    assert "!cancelled()" in publish["build"]["if"]
    assert "result" not in publish["build"]["if"]
    for job, before in (("deploy", "build"), ("live", "deploy")):
        assert f"needs.{before}.result == 'success'" in publish[job]["if"]
        assert "!cancelled()" in publish[job]["if"]
    assert not any("continue-on-error" in source(name) for name in NAMES)


def test_every_script_that_a_workflow_runs_is_run_in_these_tests() -> None:
    elsewhere = {"scripts/check", "scripts/test", "scripts/lock"}  # by whoever works on the program
    folder = Path(__file__).parent
    run = "".join((folder / f"test_{name}.py").read_text("utf-8") for name in ("steps", "comment"))
    named = {command.split()[0] for name in NAMES for command in commands(name)}
    ours = {name for name in named if name.startswith("scripts/")} - elsewhere
    assert {name for name in ours if name not in run} == set()


def test_a_copy_that_is_made_ones_own_keeps_what_its_workflows_run() -> None:
    document = (ROOT / "docs" / "pull-requests.md").read_text("utf-8")
    (words,) = re.findall(r"git rm -r --quiet ((?:.+\\\n)*.+)", document)
    gone = words.replace("\\", "").split()
    assert [path for path in gone if not (ROOT / path).exists()] == []
    kept = [name for name in NAMES if f".github/workflows/{name}.yml" not in gone]
    assert "publish" in kept
    assert "pull-request" in kept
    run = {command.split()[0] for name in kept for command in commands(name)}
    assert run & {*gone} == set()
    assert not any(f"{name}.yml" in source(one) for name in ("tests", "update") for one in kept)


def test_owners_and_the_template_name_what_there_is() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    paths = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert "/content/" in paths
    assert all([*ROOT.glob(path.strip("/"))] for path in paths)
    template = (GITHUB / "pull_request_template.md").read_text("utf-8")
    for word in ("edition:", "summary:", "prevails:", "notice:", "pending"):
        assert word in template
