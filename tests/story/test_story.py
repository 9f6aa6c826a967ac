"""A change of a policy from the edit to the verified site.

It is published and built by the scripts of the workflows.

Each clone has its place: the lawyer's, the runner's that checks a pull request, the runner's that
publishes. The other scripts are tried step by step in tests/github, and what an attack may do in
detail in tests/commands/test_pull_request.py.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from click.testing import CliRunner, Result
from selectolax.lexbor import LexborHTMLParser

from inforce.cli import main
from inforce.zones import local_day

from ..github.conftest import Clone, Hub
from ..github.workflows import commands

# Scripts run by the real clock, so the dates of the story are counted from it.
SOON = local_day(datetime.now(UTC), "Asia/Almaty") + timedelta(days=30)
BEFORE, AFTER = "may be sent to", "are answered without delay from"
EDITION = f"""edition:
  number: 2
  effective: {SOON}
  summary:
    ru: На вопросы отвечают без задержки.
    kk: Сұрақтарға кідіріссіз жауап беріледі.
    en: Questions are answered without delay.
"""
WORDS = {
    "направляются на": "рассматриваются без задержки после отправки на",
    "бойынша сұрақтар": "бойынша сұрақтар кідіріссіз қаралады, олар",
    BEFORE: AFTER,
}
RECORD = "scripts/record publish"


def ran(clone: Clone, command: str) -> str:
    """What a step that a workflow runs says; it has to pass."""
    done = clone.run(command)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def inforce(clone: Clone, *words: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(clone.root), *words])


def checked(clone: Clone, base: str = "HEAD^1") -> set[str]:
    """The checks that refuse a pull request."""
    done = inforce(clone, "check", "--format", "github", "--pull-request", "--base", base)
    found = re.findall(r"^::error .*title=([\w-]+)", done.stdout, re.MULTILINE)
    assert done.exit_code == bool(found), done.output
    return {*found}


def reviewed(clone: Clone, base: str = "HEAD^1") -> str:
    done = inforce(clone, "review", "--base", base)
    assert done.exit_code == 0, done.output
    return done.stdout


def edit(lawyer: Clone, *left_out: str) -> None:
    """A new edition in all languages but those left out, as one does it in GitHub's editor."""
    text = lawyer.source().read_text("utf-8").partition("\nedition:\n")[0]
    for old, new in WORDS.items():
        text = text if old in left_out else text.replace(old, new)
    lawyer.source().write_text(f"{text}\n{EDITION}", "utf-8")


def proposed(hub: Hub, branch: str, name: str) -> Clone:
    """The commit that GitHub makes for a pull request: the merge of its branch into main."""
    runner = hub.clone(name)
    runner.git("merge", "--quiet", "--no-ff", "-m", "Merge", f"origin/{branch}")
    return runner


def shown(site: Path, page: str = "privacy/") -> str:
    """The text on a page."""
    tree = LexborHTMLParser((site / page / "index.html").read_bytes())
    return "".join(node.text() for node in tree.css(".inforce-text"))


def acts(clone: Clone) -> list[str]:
    return [str(line["act"]) for line in clone.ledger()]


def frozen(clone: Clone) -> dict[str, bytes]:
    paths = clone.root.glob("content/*/editions/*/*")
    return {str(path.relative_to(clone.root)): path.read_bytes() for path in paths}


def addresses(site: Path) -> set[str]:
    """Every page and file for readers; what the theme brings along is none."""
    found = (path.relative_to(site) for path in site.rglob("*") if path.is_file())
    return {str(path) for path in found if path.parts[0] not in ("assets", "search")}


def test_the_whole_story(hub: Hub, clone: Clone) -> None:
    lawyer = clone
    # A repository whose readers may suggest edits, and the first edition on its pages.
    settings = lawyer.root / "mkdocs.yml"
    settings.write_text(
        re.sub(r"# (repo_url|edit_uri)", r"\1", settings.read_text("utf-8")), "utf-8"
    )
    lawyer.declare()
    lawyer.push("The first edition")
    publisher = hub.clone("publisher")
    ran(publisher, RECORD)
    assert acts(publisher) == ["open", "publish"]
    first, began = frozen(publisher), publisher.ledger()[1]["edition"]

    # Edit and pull request: a translation is forgotten, which the check names.
    lawyer.git("pull", "--quiet")
    lawyer.git("switch", "--quiet", "--create", "prompt")
    edit(lawyer, BEFORE)
    lawyer.push(branch="prompt")
    hurried = proposed(hub, "prompt", "hurried")
    assert checked(hurried) == {"stale-translation"}
    review = reviewed(hurried)
    assert "Russian (`ru`) changed, English (`en`) did not" in review

    # Mended, checked and reviewed again.
    edit(lawyer)
    lawyer.push("Say it in English too", branch="prompt")
    merged = proposed(hub, "prompt", "merged")
    assert checked(merged) == set()
    review = reviewed(merged)
    assert f"**{AFTER}**" in review
    assert f"No. 2, new: it would be published as `{SOON}`" in review
    assert re.search(r"10 days promised, \d+ days if it is published today: kept", review)
    assert f"https://policies.romashka.example/kk/privacy/{SOON}/changes/" in review
    assert frozen(merged) == first

    # Merge and publish: all is recorded, and nothing that was there is touched.
    merged.git("push", "--quiet", "origin", "HEAD:main")
    assert f"publish privacy {SOON}" in ran(publisher, RECORD)
    assert acts(publisher) == ["open", "publish", "publish"]
    assert first.items() < frozen(publisher).items()

    # Until midnight readers have the first edition at the address, and the second at its own.
    build, _ = commands("publish", "build")
    ran(publisher, build)
    site = publisher.root / "site"
    assert BEFORE in shown(site, "en/privacy/")
    assert AFTER in shown(site, f"en/privacy/{SOON}/")
    page = (site / "privacy" / "index.html").read_text("utf-8")
    assert 'href="https://github.com/company/policies/edit/main/content/privacy/policy.yml"' in page
    known = addresses(site)

    # Midnight: the second takes over the address; no address goes.
    ran(publisher, f"{build} --site-dir site --at {SOON}")
    proved = inforce(publisher, "verify", str(site), "--at", str(SOON))
    assert proved.exit_code == 0, proved.output
    assert AFTER in shown(site, "en/privacy/")
    assert BEFORE in shown(site, f"en/privacy/{began}/")
    assert known <= addresses(site)
    for path, data in frozen(publisher).items():
        assert (site / path.removeprefix("content/").replace("editions/", "")).read_bytes() == data


def rewrite(clone: Clone) -> None:
    path = next(clone.root.glob("content/privacy/editions/*/en.txt"))
    path.write_text(path.read_text("utf-8").replace(BEFORE, AFTER), "utf-8")


def cut(clone: Clone) -> None:
    path = clone.root / "content" / "ledger.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def fork(clone: Clone) -> None:
    """Take a published edition back and publish another in its place."""
    cut(clone)
    clone.git("rm", "-r", "--quiet", "content/terms/editions")
    clone.source("terms").write_text(
        clone.source("terms").read_text("utf-8").replace(BEFORE, AFTER), "utf-8"
    )
    assert clone.run(".venv/bin/inforce publish").returncode == 0


def reuse(clone: Clone) -> None:
    """Let a published clause go and its id mean another."""
    text = clone.source().read_text("utf-8")
    moved = re.sub(r"(?s)- id: contacts.*?(?=\nedition:)", "", text)
    clone.source().write_text(moved.partition("\nedition:")[0] + f"\n{EDITION}", "utf-8")


def move(clone: Clone) -> None:
    """Let every address stand elsewhere."""
    path = clone.root / "content" / "site.yml"
    path.write_text(path.read_text("utf-8").replace("//policies.", "//legal."), "utf-8")


def take_away(clone: Clone) -> None:
    clone.source("terms").unlink()


ATTACKS: list[tuple[Callable[[Clone], None], str]] = [
    (rewrite, "frozen-changed"),
    (cut, "pull-request"),
    (fork, "pull-request"),
    (reuse, "tombstone"),
    (move, "moved"),
    (take_away, "published"),
]


def test_attacks_by_pull_request_are_refused(hub: Hub, clone: Clone) -> None:
    clone.declare()
    clone.declare("terms")
    clone.push()
    ran(hub.clone("publisher"), RECORD)
    clone.git("pull", "--quiet")
    start = hub.head()
    for attack, check in ATTACKS:
        clone.git("switch", "--quiet", "--create", attack.__name__, start)
        attack(clone)
        clone.push(branch=attack.__name__)
        assert check in checked(clone, start)
        assert f"({check})" in reviewed(clone, start).partition("## Problems")[2]
