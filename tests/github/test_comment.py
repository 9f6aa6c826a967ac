"""The comment on a pull request is made of a stranger's words, and of nothing else of theirs."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from .conftest import Clone, GitHub

COMMIT = "0123456789abcdef0123456789abcdef01234567"
TOLD = {"REPOSITORY": "a/b", "RUN_ID": "5", "HEAD_SHA": COMMIT, "GH_TOKEN": "x"}
COMMENT = "scripts/github/comment"
PULLS = [
    [{"number": 3, "head": {"sha": "f" * 40}}],
    [{"number": 7, "head": {"sha": COMMIT}}],
]
OURS = {"id": 11, "user": {"login": "github-actions[bot]"}, "body": "<!-- inforce review -->\nOld"}
FORGED = {"id": 12, "user": {"login": "stranger"}, "body": "<!-- inforce review -->\nMine"}
OTHER = {"id": 13, "user": {"login": "github-actions[bot]"}, "body": "Something else"}


def archive(text: str | bytes, name: str = "review.md") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr(name, text)
    return stream.getvalue()


def artifact(size: int = 100, name: str = "review") -> dict[str, object]:
    return {"artifacts": [{"id": 9, "name": name, "size_in_bytes": size}]}


@pytest.fixture
def github(gh: GitHub) -> GitHub:
    """Pull request 7 ends with the commit, and nobody has commented on it."""
    gh.answer("repos/a/b/pulls?state=open", PULLS)
    gh.answer("runs/5/artifacts?name=review", artifact())
    gh.answer("artifacts/9/zip", archive("**privacy**: one clause\n"))
    gh.answer("repos/a/b/issues/7/comments?", [[FORGED, OTHER]])
    gh.answer("--method", {})
    return gh


def written(github: GitHub) -> tuple[str, str]:
    """Where a comment was put, and its body."""
    ((words, given),) = [call for call in github.asked() if "--method" in call[0]]
    return words, json.loads(given)["body"]


def body(clone: Clone, github: GitHub, review: str | bytes) -> str:
    github.answer("artifacts/9/zip", archive(review))
    done = clone.run(COMMENT, **TOLD)
    assert done.returncode == 0, done.stderr
    return written(github)[1]


def test_the_review_is_put_into_a_comment(clone: Clone, github: GitHub) -> None:
    done = clone.run(COMMENT, **TOLD)
    assert done.stdout == "made the comment on pull request 7\n"
    words, text = written(github)
    assert words == "api --method POST repos/a/b/issues/7/comments --input -"
    assert text.startswith(
        "<!-- inforce review -->\nWhat this pull request changes as of 0123456789ab"
    )
    assert "[run](https://github.com/a/b/actions/runs/5)" in text
    assert text.endswith("\n\n**privacy**: one clause\n")


def test_there_is_one_comment_and_it_is_ours(clone: Clone, github: GitHub) -> None:
    github.answer("repos/a/b/issues/7/comments?", [[FORGED], [OTHER, OURS]])
    done = clone.run(COMMENT, **TOLD)
    assert done.stdout == "renewed the comment on pull request 7\n"
    assert written(github)[0] == "api --method PATCH repos/a/b/issues/comments/11 --input -"


WORDS = [
    ("Hello @everyone and @a-b", "Hello @\u2060everyone and @\u2060a-b"),
    ("(@a) `@b` /@c", "(@\u2060a) `@\u2060b` /@\u2060c"),
    ("info@company.example", "info@company.example"),
    ("құжат@a", "құжат@\u2060a"),
    ("x.@a -@a _@a_ +@a see.@a/b", "x.@\u2060a -@\u2060a _@\u2060a_ +@\u2060a see.@\u2060a/b"),
    ("GH-1@a @&#97; @", "GH-1@\u2060a @\u2060&#97; @\u2060"),
    ("&#64;a &#064a &#X40;a &commat;a", "&#64;\u2060a &#064\u2060a &#X40;\u2060a &commat;\u2060a"),
    ("&#640; &#x40b;", "&#640; &#x40b;"),
    ("a\u202eb\x00c\x1b[1md\u200be", "abc[1mde"),
    ("a <!-- b -->", "a &lt;!-- b -->"),
    ("a\tb\r\nc", "a\tb\nc"),
]


@pytest.mark.parametrize(("said", "shown"), WORDS)
def test_nothing_in_it_calls_anybody_or_hides(
    clone: Clone, github: GitHub, said: str, shown: str
) -> None:
    assert body(clone, github, said).endswith(f"\n\n{shown}")


def test_bytes_that_are_no_text_are_no_harm(clone: Clone, github: GitHub) -> None:
    assert body(clone, github, b"a\xff\xfeb").endswith("\n\na��b")


def test_a_long_review_is_cut_where_a_comment_ends(clone: Clone, github: GitHub) -> None:
    text = body(clone, github, "ұзақ сөз\n" * 20_000)
    assert len(text) <= 65_536
    assert "ұзақ сөз\n\n**Cut here: the whole is in the summary of the [run]" in text


NOTHING = {
    "no pull request": ("repos/a/b/pulls?state=open", [[PULLS[0][0]]], "no open pull request"),
    "no artifact": ("runs/5/artifacts?name=review", {"artifacts": []}, "no review"),
    "another artifact": ("runs/5/artifacts?name=review", artifact(name="x"), "no review"),
    "too big packed": ("runs/5/artifacts?name=review", artifact(2 << 20), "no review"),
    "too big unpacked": ("artifacts/9/zip", archive(b"x" * (2 << 20)), "no review"),
    "another file": ("artifacts/9/zip", archive("x", "../review.md"), "no review"),
    "no archive": ("artifacts/9/zip", b"PK\x03\x04 not at all", "no review"),
    "broken archive": ("artifacts/9/zip", archive("x" * 999)[:30] + archive("y" * 999)[31:], "no"),
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_cannot_be_trusted_is_left_and_said(clone: Clone, github: GitHub, case: str) -> None:
    part, answer, told = NOTHING[case]
    github.answer(part, answer)
    before = {*clone.root.parent.rglob("*")}
    done = clone.run(COMMENT, **TOLD)
    assert done.returncode == 0, done.stderr
    assert told in done.stdout
    assert [words for words, _ in github.asked() if "--method" in words] == []
    assert {*clone.root.parent.rglob("*")} == before


def test_a_refusal_of_github_fails(clone: Clone, github: GitHub, tmp_path: Path) -> None:
    github.refuse("--method", "gh: Forbidden (HTTP 403)")
    assert clone.run(COMMENT, **TOLD).returncode != 0
