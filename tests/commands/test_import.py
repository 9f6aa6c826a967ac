"""`inforce import`: what it prints, writes and refuses."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inforce.cli import Door
from inforce.commands.import_ import import_
from inforce.model import Site
from inforce.source import load_policy

DOCUMENT = (
    "ПОЛИТИКА КОНФИДЕНЦИАЛЬНОСТИ\n\n1. Общее\n\n1.1. Сайт работает, см. п. 1.3.\n\n1.3. Слово.\n"
)
SECOND = "СОГЛАШЕНИЕ\n\n1. Общее\n\n1.1. Слово.\n"


def run(folder: Path, *words: str, policy: str = "privacy", language: str = "ru") -> Result:
    arguments = ["import", *words, "--policy", policy, "--language", language]
    ran = CliRunner().invoke(Door(commands=[import_]), arguments, obj=folder)
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    return ran


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "document.txt"
    path.write_text(DOCUMENT, "utf-8")
    return str(path)


def written(tmp_path: Path) -> Path:
    return tmp_path / "content" / "privacy" / "policy.yml"


def test_a_document_is_written_reported_and_proven(tmp_path: Path, document: str) -> None:
    ran = run(tmp_path, document)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [
        "3 clauses, 1 reference, 0 terms, 1 number kept as typed, 1 doubt",
        "document.txt:1: taken as the title",
        "Please look at these places:",
        "document.txt:7: the number `1.3` does not follow `1.1`",
        "    The number was kept as it stands; look whether something is missing or misprinted "
        "here.",
        "All 26 words, numbers and signs of the document stand in the text, in the same order.",
        f"written: {written(tmp_path)}",
        "Next: read it against the document, and give clauses the ids that they keep for ever.",
        "Paste the other languages under `kk:`, `en:` beside each clause.",
        "Say in `edition:` when it takes effect, and run `inforce check`.",
    ]
    policy, problems = load_policy(
        tmp_path / "content", "privacy", Site("https://a.example/", ("ru",), "UTC")
    )
    assert problems == ()
    assert policy
    assert [clause.id for clause in policy.walk()] == ["obshchee", "clause-1-1", "clause-1-3"]


def test_the_numbers_stand_beside_the_ids(tmp_path: Path, document: str) -> None:
    run(tmp_path, document)
    assert "- id: clause-1-1  # 1.1.\n" in written(tmp_path).read_text("utf-8")


def test_another_folder_can_be_named(tmp_path: Path, document: str) -> None:
    other = tmp_path / "other"
    assert run(tmp_path, document, "--output", str(other)).exit_code == 0
    assert (other / "privacy" / "policy.yml").exists()


def test_a_working_text_is_not_written_over_unasked(tmp_path: Path, document: str) -> None:
    run(tmp_path, document)
    written(tmp_path).write_text("mine", "utf-8")
    ran = run(tmp_path, document)
    assert ran.exit_code == 2
    assert "--replace" in ran.stderr
    assert written(tmp_path).read_text("utf-8") == "mine"
    assert run(tmp_path, document, "--replace").exit_code == 0
    assert written(tmp_path).read_text("utf-8") != "mine"


SITE = "url: https://a.example/\nlanguages: [ru, kk, en]\ntimezone: Asia/Almaty\n"


@pytest.fixture
def in_russian(tmp_path: Path, document: str) -> Path:
    """A working text of a site in three languages, with an edition."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text(SITE, "utf-8")
    ran = run(tmp_path, document)
    assert "Paste the other languages under `kk:`, `en:` beside each clause.\n" in ran.stdout
    path = written(tmp_path)
    edition = "edition: {number: 1, effective: on posting}\n"
    path.write_text(path.read_text("utf-8") + edition, "utf-8")
    return path


@pytest.mark.parametrize("options", [[], ["--replace"]])
def test_a_text_in_another_language_is_not_lost(
    options: list[str], tmp_path: Path, document: str, in_russian: Path
) -> None:
    for end in ("", "clauses: ["):  # nor where the file cannot be read
        in_russian.write_text(in_russian.read_text("utf-8") + end, "utf-8")
        before = in_russian.read_bytes()
        ran = run(tmp_path, document, *options, language="kk")
        assert ran.exit_code == 2
        assert "has ru in it, which would be lost. Paste the kk text under `kk:`" in ran.stderr
        assert in_russian.read_bytes() == before


def test_it_is_said_what_writing_anew_would_lose(
    tmp_path: Path, document: str, in_russian: Path
) -> None:
    ran = run(tmp_path, document)
    assert "with --replace it is written anew, without its `edition:`, its ids" in ran.stderr
    assert run(tmp_path, document, "--replace").exit_code == 0
    assert "edition:" not in in_russian.read_text("utf-8")


def test_several_documents_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(f"{DOCUMENT}\n{SECOND}", "utf-8")
    ran = run(tmp_path, str(path))
    assert ran.exit_code == 2
    assert ran.stderr.splitlines() == [
        "This file holds several documents; choose one with --document:",
        "1: ПОЛИТИКА КОНФИДЕНЦИАЛЬНОСТИ (lines 1 to 7, 3 clauses)",
        "2: СОГЛАШЕНИЕ (lines 9 to 13, 2 clauses)",
    ]
    assert not written(tmp_path).exists()
    assert run(tmp_path, str(path), "--document", "2").exit_code == 0
    assert run(tmp_path, str(path), "--document", "3", "--replace").exit_code == 2


def test_a_document_without_a_title_asks_for_one(tmp_path: Path) -> None:
    path = tmp_path / "untitled.txt"
    path.write_text(DOCUMENT.partition("\n\n")[2], "utf-8")
    ran = run(tmp_path, str(path))
    assert (ran.exit_code, written(tmp_path).exists()) == (1, False)
    assert "Give it one with --title." in ran.stderr
    assert run(tmp_path, str(path), "--title", "Политика").exit_code == 0


def test_what_is_not_proven_is_written_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(f"Правила\n\n1. {'слово ' * 60_000}", "utf-8")
    ran = run(tmp_path, str(path))
    assert (ran.exit_code, written(tmp_path).exists()) == (1, False)
    assert "The text has not exactly the words of the document:" in ran.stderr
    assert "Split it into clauses." in ran.stderr
    forced = run(tmp_path, str(path), "--force")
    assert (forced.exit_code, written(tmp_path).exists()) == (1, True)


@pytest.mark.parametrize("policy", ["../x", "Privacy", "search", "kk", ""])
def test_a_policy_has_an_id_that_can_be_a_folder(
    policy: str, tmp_path: Path, document: str
) -> None:
    ran = run(tmp_path, document, policy=policy)
    assert ran.exit_code == 2
    assert "cannot be the id of a policy" in ran.stderr


def test_the_language_is_one_of_the_site(tmp_path: Path, document: str) -> None:
    (tmp_path / "content").mkdir()
    site = "url: https://a.example/\nlanguages: [kk, en]\ntimezone: Asia/Almaty\n"
    (tmp_path / "content" / "site.yml").write_text(site, "utf-8")
    ran = run(tmp_path, document)
    assert ran.exit_code == 2
    assert "`ru` is not a language of this site; it has kk, en" in ran.stderr


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\x98\x98", b"a" * 2_000_001])
def test_what_cannot_be_read_is_said_without_a_traceback(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(data)
    ran = run(tmp_path, str(path))
    assert ran.exit_code == 2
    assert ran.stderr.startswith("inforce: ")


def test_a_file_in_an_old_encoding_is_doubted(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(DOCUMENT.encode("windows-1251"))
    ran = run(tmp_path, str(path))
    assert ran.exit_code == 0
    assert "old.txt:1: the file is not UTF-8; it was read as windows-1251" in ran.stdout
