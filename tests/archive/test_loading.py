import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.archive import Archive, TextRecord, load
from inforce.frozen import canonical_text, edition_bytes
from inforce.ledger import Ledger, Redact, Repeal, Withdraw
from inforce.model import Edition, LanguageStatus, Place, Status, Text
from inforce.problems import Problem
from tests.chance import examples
from tests.ledger.samples import OPEN, at

from .samples import Keeper, contents, digests, edition, published, text, text_contents

FOLDER = Path("privacy", "editions", "2026-02-01")


def places(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    return [(one.location.file, one.check, one.severity) for one in problems]


def test_without_a_ledger_nothing_was_published(tmp_path: Path) -> None:
    (tmp_path / "privacy").mkdir()
    (tmp_path / "privacy" / "policy.yml").write_text("policy: privacy\n")
    archive, problems = load(tmp_path)
    assert (archive, problems) == (Archive(Ledger()), ())
    assert (archive.base, archive.root, archive.timezone) == ("", "", "")
    assert load(tmp_path / "missing") == (archive, ())


def test_an_archive_holds_what_was_published(tmp_path: Path) -> None:
    keeper = published(tmp_path)
    archive, problems = load(tmp_path)
    assert problems == ()
    assert archive.ledger == keeper.ledger
    assert (archive.base, archive.root, archive.timezone) == (OPEN.base, OPEN.root, OPEN.timezone)
    record = archive.policies["privacy"]
    assert [one.edition for one in record.editions] == [
        edition(),
        edition("2026-06-01", "2026-02-01"),
    ]
    first = record.edition("2026-02-01")
    assert (first.recorded, first.withdrawn, first.redacted) == (at("2026-01-01"), None, {})
    assert set(first.files) == {
        *("edition.json", "ru.json", "ru.txt", "kk.json", "kk.txt"),
        *("en.json", "en.txt", "en-2.json", "en-2.txt"),
    }
    with pytest.raises(KeyError, match="2026-02-02"):
        record.edition("2026-02-02")


def test_a_text_holds_its_revisions_oldest_first(tmp_path: Path) -> None:
    published(tmp_path)
    texts = load(tmp_path)[0].policies["privacy"].edition("2026-02-01").texts
    assert list(texts) == ["ru", "kk", "en"]  # as the edition declares them
    first, second = texts["en"]
    said = text("en", said="Better words.")
    files = digests(text_contents(said, revision=2))
    status = LanguageStatus(Status.UNOFFICIAL, False, "ru", edition().languages["en"].reviewed)
    assert second == TextRecord(
        said, 2, at("2026-01-03"), "correct", files, canonical_text(said), status
    )
    assert (first.revision, first.act, first.recorded) == (1, "publish", at("2026-01-01"))
    assert texts["kk"][0].act == "add"
    assert texts["kk"][0].status == LanguageStatus(Status.AUTHENTIC)


def test_editions_are_ordered_by_the_instant_they_take_effect(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path).open()
    keeper.publish("2026-01-01", edition("2026-06-01"), text("ru", "2026-06-01"))
    keeper.publish("2026-01-02", edition("2026-02-01"), text("ru"))
    archive, problems = load(tmp_path)
    assert problems == ()
    editions = archive.policies["privacy"].editions
    assert [one.edition.id for one in editions] == ["2026-02-01", "2026-06-01"]


def test_withdrawal_and_repeal_are_recorded(tmp_path: Path) -> None:
    keeper = published(tmp_path)
    keeper.record("2026-03-02", Withdraw("privacy", "2026-06-01", "Later"))
    repeal = Repeal("privacy", at("2026-12-01"), (), "Over")
    keeper.record("2026-03-03", repeal)
    archive, problems = load(tmp_path)
    assert problems == ()
    record = archive.policies["privacy"]
    assert record.repeal == repeal
    assert record.edition("2026-06-01").withdrawn == at("2026-03-02")


def test_a_redacted_text_is_gone_and_its_digest_and_reason_stay(tmp_path: Path) -> None:
    keeper = published(tmp_path)
    act = Redact("privacy", "2026-02-01", digests(text_contents(text("en", said="Words."))), "Leak")
    keeper.record("2026-03-02", act)
    files = sorted(act.files)
    expected = [(f"content/{FOLDER}/{name}", "frozen-redacted", "warning") for name in files]
    archive, problems = load(tmp_path)
    assert places(problems) == expected
    for name in files:
        (tmp_path / FOLDER / name).unlink()
    again, problems = load(tmp_path)
    assert (again, problems) == (archive, ())
    record = archive.policies["privacy"].edition("2026-02-01")
    assert [one.revision for one in record.texts["en"]] == [2]
    assert record.redacted == dict.fromkeys(files, act)
    assert record.files["en.txt"] == act.files["en.txt"]


FILES = ["edition.json", "ru.json", "ru.txt", "kk.json", "kk.txt", "en-2.json", "en-2.txt"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("sound") / "content"
    content.mkdir()
    published(content)
    return content


@settings(max_examples=examples(80))
@given(data=st.data(), name=st.sampled_from(FILES), by=st.integers(1, 255))
def test_a_changed_byte_of_any_frozen_file_is_found_and_named(
    sound: Path, data: st.DataObject, name: str, by: int
) -> None:
    path = sound / FOLDER / name
    frozen = path.read_bytes()
    position = data.draw(st.integers(0, len(frozen) - 1))
    changed = bytearray(frozen)
    changed[position] = (changed[position] + by) % 256
    try:
        path.write_bytes(changed)
        _, problems = load(sound)
    finally:
        path.write_bytes(frozen)
    assert places(problems) == [(f"content/{FOLDER}/{name}", "frozen-changed", "error")]
    assert "its digest is not the one in line" in problems[0].message


@settings(max_examples=examples(100))
@given(data=st.data(), by=st.integers(1, 255))
def test_a_changed_byte_of_the_ledger_is_found(sound: Path, data: st.DataObject, by: int) -> None:
    path = sound / "ledger.jsonl"
    lines = path.read_bytes()
    position = data.draw(st.integers(0, len(lines) - 1))
    changed = bytearray(lines)
    changed[position] = (changed[position] + by) % 256
    try:
        path.write_bytes(changed)
        _, problems = load(sound)
    finally:
        path.write_bytes(lines)
    line = lines.count(b"\n", 0, position) + 1
    assert ("content/ledger.jsonl", line) in {
        (one.location.file, one.location.line) for one in problems if one.severity == "error"
    }


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    published(tmp_path)
    (tmp_path / FOLDER / name).unlink()
    _, problems = load(tmp_path)
    assert places(problems) == [(f"content/{FOLDER}/{name}", "frozen-missing", "error")]


def test_a_missing_edition_is_named_file_by_file(tmp_path: Path) -> None:
    published(tmp_path)
    shutil.rmtree(tmp_path / "privacy" / "editions" / "2026-06-01")
    archive, problems = load(tmp_path)
    assert [one.location.file.rsplit("/", 1)[1] for one in problems] == [
        *("edition.json", "ru.json", "ru.txt")
    ]
    assert [one.edition.id for one in archive.policies["privacy"].editions] == ["2026-02-01"]


def test_a_missing_ledger_beside_editions_is_an_error(tmp_path: Path) -> None:
    published(tmp_path)
    (tmp_path / "ledger.jsonl").unlink()
    archive, problems = load(tmp_path)
    assert archive == Archive(Ledger())
    assert ("content/ledger.jsonl", "frozen-missing", "error") in places(problems)


def test_what_an_interrupted_publication_left_is_a_warning(tmp_path: Path) -> None:
    published(tmp_path)
    orphan = tmp_path / "privacy" / "editions" / "2026-07-01"
    orphan.mkdir()
    (orphan / "ru.json").write_text("{}")
    (tmp_path / FOLDER / "en-3.json").write_text("{}")
    archive, problems = load(tmp_path)
    assert places(problems) == [
        (f"content/{FOLDER}/en-3.json", "frozen-orphan", "warning"),
        ("content/privacy/editions/2026-07-01", "frozen-orphan", "warning"),
    ]
    assert all("the next one replaces it" in one.hint for one in problems)
    assert len(archive.policies["privacy"].editions) == 2


def test_a_file_that_nobody_recorded_is_an_error(tmp_path: Path) -> None:
    published(tmp_path)
    (tmp_path / FOLDER / "notes.txt").write_text("x")
    (tmp_path / "privacy" / "editions" / "README").write_text("x")
    (tmp_path / "terms" / "editions").mkdir(parents=True)
    (tmp_path / "terms" / "editions" / "a").symlink_to(tmp_path / FOLDER)
    _, problems = load(tmp_path)
    assert places(problems) == [
        (f"content/{FOLDER}/notes.txt", "frozen-extra", "error"),
        ("content/privacy/editions/README", "frozen-extra", "error"),
        ("content/terms/editions/a", "frozen-extra", "error"),
    ]


@pytest.mark.parametrize("linked", ["ru.txt", "."])
def test_no_link_is_followed(tmp_path: Path, linked: str) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    content.mkdir()
    published(content)
    path = content / FOLDER / linked
    shutil.move(path, outside)
    path.symlink_to(outside)
    _, problems = load(content)
    assert f"content/{FOLDER / linked}" in {
        one.location.file for one in problems if "it is a link" in one.message
    }


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    published(tmp_path)
    path = tmp_path / FOLDER / "ru.txt"
    path.unlink()
    path.mkdir()
    _, problems = load(tmp_path)
    assert places(problems) == [(f"content/{FOLDER}/ru.txt", "frozen-file", "error")]
    assert "Is a directory" in problems[0].message


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    published(tmp_path)
    (tmp_path / FOLDER / "ru.txt").write_text("x")
    (tmp_path / FOLDER / "kk.txt").unlink()
    (tmp_path / FOLDER / "x").write_text("x")
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b"2026-01-02T", b"2026-01-01T"))
    _, problems = load(tmp_path)
    assert [one.check for one in problems] == [
        *("ledger-chain", "frozen-missing", "frozen-changed", "frozen-extra")
    ]


OFFICIAL = LanguageStatus(Status.OFFICIAL, False, "ru")
AUTHENTIC = LanguageStatus(Status.AUTHENTIC)
INSIDE: list[tuple[str, Edition, Edition, str]] = [
    ("policy", edition(), replace(edition(), policy="terms"), "`policy` is `terms`"),
    ("edition", edition(), replace(edition(), id="2026-02-02"), "`edition` is `2026-02-02`"),
    (
        "effective",
        edition(),
        replace(edition(), effective=at("2026-02-01", "00:00:01")),
        "`effective` is `2026-02-01T00:00:01+05:00`",
    ),
    (
        "replaces",
        edition(),
        replace(edition(), replaces="2025-01-01"),
        "`replaces` is `2025-01-01`, but line 2 of the ledger says ``",
    ),
    (
        "adopted",
        edition(),
        replace(edition(), adopted=at("2026-01-01").date()),
        "`adopted` is `2026-01-01`, but line 2 of the ledger says ``",
    ),
    (
        "languages",
        edition(),
        replace(edition(), languages={"kk": AUTHENTIC}, prevails="kk", fallback="kk"),
        "neither the edition nor line 2 of the ledger says what the text `ru` is",
    ),
    (
        "clauses",
        edition(),
        replace(edition(), clauses=(Place("a", "decimal"),)),
        "the clauses in `a` are not those of `edition.json`",
    ),
    (
        "order",
        edition(),
        replace(edition(), clauses=(Place("b", "decimal"), Place("a", "decimal"))),
        "the clauses in `clauses` are not those of `edition.json`",
    ),
    (
        "annexes",
        edition(),
        replace(edition(), annexes=(Place("c", "decimal"),)),
        "the clauses in `annexes` are not those of `edition.json`",
    ),
    (
        "tombstone",
        edition(),
        replace(edition(), clauses=(replace(edition().clauses[0], repealed=True),)),
        "`a` is repealed in one of the two",
    ),
]


@pytest.mark.parametrize(("name", "line", "inside", "message"), INSIDE)
def test_what_an_edition_says_agrees_with_its_line_and_its_texts(
    tmp_path: Path, name: str, line: Edition, inside: Edition, message: str
) -> None:
    files = {**contents(line, text("ru")), "edition.json": edition_bytes(inside)}
    Keeper(tmp_path).open().publish_files("2026-01-01", line, files)
    _, problems = load(tmp_path)
    assert [one.check for one in problems] == ["frozen-content"], name
    assert message in problems[0].message


TEXTS: list[tuple[Text, str]] = [
    (replace(text("ru"), policy="terms"), "`policy` is `terms`, not `privacy`"),
    (replace(text("ru"), edition="2026-02-02"), "`edition` is `2026-02-02`, not `2026-02-01`"),
    (replace(text("ru"), language="kk"), "`language` is `kk`, not `ru`"),
]


@pytest.mark.parametrize(("one", "message"), TEXTS)
def test_what_a_text_says_agrees_with_its_edition(tmp_path: Path, one: Text, message: str) -> None:
    files = contents(edition(), text("ru"))
    files["ru.json"] = text_contents(one)[f"{one.language}.json"]
    Keeper(tmp_path).open().publish_files("2026-01-01", edition(), files)
    _, problems = load(tmp_path)
    assert [one.message for one in problems] == [message]
    assert problems[0].location.file == f"content/{FOLDER}/ru.json"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("ru.txt", b"Other words.\n", "these are not the words of `ru.json`"),
        ("ru.json", b"{}", "$: the key `edition` is missing"),
        ("edition.json", b"[]", "$: this has to be an object, not a list"),
    ],
)
def test_a_file_that_was_malformed_when_it_was_recorded_is_named(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    files = {**contents(edition(), text("ru")), name: data}
    Keeper(tmp_path).open().publish_files("2026-01-01", edition(), files)
    _, problems = load(tmp_path)
    assert [one.message for one in problems] == [message]
    assert problems[0].location.file == f"content/{FOLDER}/{name}"


def test_only_an_imported_edition_is_recorded_after_it_took_effect(tmp_path: Path) -> None:
    Keeper(tmp_path).open().publish("2026-02-02", edition(), text("ru"))
    _, problems = load(tmp_path)
    assert ["which only an imported edition may" in one.message for one in problems] == [True]
    (tmp_path / "imported").mkdir()
    keeper = Keeper(tmp_path / "imported").open()
    keeper.publish("2026-02-02", edition(imported="https://old.example/"), text("ru"))
    assert load(tmp_path / "imported")[1] == ()


@pytest.mark.parametrize(
    ("language", "status", "expected"),
    [
        ("kk", None, AUTHENTIC),
        ("kk", OFFICIAL, OFFICIAL),
        ("de", OFFICIAL, OFFICIAL),
        ("de", None, "neither the edition nor line 3 of the ledger says what the text `de` is"),
        ("de", AUTHENTIC, "line 3 of the ledger adds an authentic text that the edition did not"),
        ("en", AUTHENTIC, "line 3 of the ledger adds an authentic text that the edition did not"),
    ],
)
def test_an_added_text_weighs_no_more_than_its_edition_declared(
    tmp_path: Path, language: str, status: LanguageStatus | None, expected: LanguageStatus | str
) -> None:
    keeper = Keeper(tmp_path).open().publish("2026-01-01", edition(), text("ru"))
    keeper.add("2026-01-02", text(language), status)
    archive, problems = load(tmp_path)
    if isinstance(expected, str):
        assert [expected in one.message for one in problems] == [True]
    else:
        assert problems == ()
        texts = archive.policies["privacy"].edition("2026-02-01").texts
        assert texts[language][0].status == expected


@pytest.mark.parametrize(
    ("language", "status", "fine"),
    [("en", None, True), ("en", OFFICIAL, True), ("en", AUTHENTIC, False), ("ru", None, False)],
)
def test_an_authentic_text_is_never_corrected(
    tmp_path: Path, language: str, status: LanguageStatus | None, fine: bool
) -> None:
    keeper = Keeper(tmp_path).open()
    keeper.publish("2026-01-01", edition(), text("ru"), text("en"))
    keeper.correct("2026-01-02", text(language, said="Иначе."), 2, status)
    _, problems = load(tmp_path)
    assert ["corrects an authentic text" in one.message for one in problems] == [True] * (not fine)
