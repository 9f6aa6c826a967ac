"""What was published and is damaged is named, and nothing is added to it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from inforce.problems import ContentError, InforceError
from inforce.publish import dry_run, publish, redact, repeal, withdraw

from ..workplace import NOON, SITE, Workplace, at, clause, policy, steps

EDITION = "privacy/editions/2026-09-01"
FIRST = {"number": "1", "effective": "on posting"}
SECOND = {"number": "2", "effective": "2027-01-01"}
LATER = at("2026-09-02")


@pytest.fixture
def published(place: Workplace) -> Workplace:
    place.publish(policy(edition=FIRST))
    place.publish(policy("terms", edition=FIRST))
    place.write(policy(edition=SECOND))
    return place


def edit(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def damage(content: Path) -> None:
        data = (content / name).read_bytes()
        assert old in data
        (content / name).write_bytes(data.replace(old, new, 1))

    return damage


def remove(name: str) -> Callable[[Path], None]:
    return lambda content: (content / name).unlink()


def cut(lines: int) -> Callable[[Path], None]:
    def damage(content: Path) -> None:
        path = content / "ledger.jsonl"
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-lines]))

    return damage


def add(name: str) -> Callable[[Path], None]:
    def damage(content: Path) -> None:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("{}")

    return damage


DAMAGE = {
    "a letter of a text": (
        edit(f"{EDITION}/ru.txt", b"readers", b"writers"),
        f"content/{EDITION}/ru.txt: error: the file was changed",
    ),
    "a letter of a structure": (
        edit(f"{EDITION}/edition.json", b"privacy-policy", b"privacy-notice"),
        f"content/{EDITION}/edition.json: error: the file was changed",
    ),
    "a file is gone": (
        remove(f"{EDITION}/kk.json"),
        f"content/{EDITION}/kk.json: error: the file is missing",
    ),
    "a file too many": (
        add(f"{EDITION}/notes.md"),
        f"content/{EDITION}/notes.md: error: no line of the ledger names this file",
    ),
    "a text without a line": (
        add(f"{EDITION}/de.json"),
        f"content/{EDITION}/de.json: error: no line of the ledger names this text",
    ),
    "an edition without a line": (
        add("privacy/editions/2027-01-01/edition.json"),
        "content/privacy/editions/2027-01-01: error: no line of the ledger names this edition",
    ),
    "a letter of the ledger": (
        edit("ledger.jsonl", b'"policy":"privacy"', b'"policy":"prixacy"'),
        "content/ledger.jsonl:2: error: line 2 was changed",
    ),
    "the end of the ledger is cut off": (
        cut(1),
        "content/terms/editions/2026-09-01: error: no line of the ledger names this edition",
    ),
    "the ledger is gone": (
        remove("ledger.jsonl"),
        "content/ledger.jsonl: error: the ledger is missing, but editions were published",
    ),
}


@pytest.mark.parametrize(("damage", "told"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_named_and_stops_every_act(
    published: Workplace, damage: Callable[[Path], None], told: str
) -> None:
    damage(published.content)
    before = tree(published.content)
    acts: tuple[Callable[[], object], ...] = (
        lambda: publish(published.root, at(NOON), lambda step: None),
        lambda: dry_run(published.root, at(NOON)),
        lambda: withdraw(published.root, "privacy", "2026-09-01", "x", at(NOON)),
        lambda: repeal(published.root, "privacy", None, [], "x", at(NOON)),
        lambda: redact(published.root, "terms", "2026-09-01", ["en.json", "en.txt"], "x", at(NOON)),
    )
    for act in acts:
        with pytest.raises(ContentError) as caught:
            act()
        assert told in str(caught.value)
    assert tree(published.content) == before


def tree(content: Path) -> dict[str, str]:
    """The digest of every file."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in content.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"url": "https://other.example/"}, "url is `https://other.example/`"),
        ({"languages": ["kk", "ru", "en"]}, "the first of `languages` is `kk`"),
        ({"timezone": "Europe/Berlin"}, "timezone is `Europe/Berlin`"),
        ({"languages": ["ru", "kk"]}, "`en` is not among `languages`"),
    ],
)
def test_the_site_keeps_what_its_addresses_are_made_of(
    published: Workplace, change: dict[str, object], told: str
) -> None:
    published.write_site({**SITE, **change})
    with pytest.raises(ContentError) as caught:
        published.publish()
    assert "content/site.yml: error: " + told in str(caught.value)


def test_before_anything_is_published_the_site_may_move(place: Workplace) -> None:
    place.write_site({**SITE, "url": "https://other.example/", "timezone": "Europe/Berlin"})
    assert steps(place.publish(policy(edition=FIRST)))
    assert place.archive().base == "https://other.example/"


def test_no_site_file_no_publication(place: Workplace) -> None:
    (place.content / "site.yml").unlink()
    with pytest.raises(ContentError, match=r"content/site\.yml: error: "):
        place.publish(policy(edition=FIRST))


def test_no_content_no_publication(tmp_path: Path) -> None:
    with pytest.raises(InforceError, match=r"there is no folder .*content; name the project"):
        publish(tmp_path, at(NOON), lambda step: None)


@pytest.mark.parametrize("names", [["ru.json", "ru.txt"], ["en.json", "en.txt"]])
def test_a_file_that_was_deleted_by_hand_can_be_redacted(
    published: Workplace, names: list[str]
) -> None:
    for name in names:
        (published.content / EDITION / name).unlink()
    with pytest.raises(ContentError, match="the file is missing"):
        publish(published.root, at(NOON), lambda step: None)
    redact(published.root, "privacy", "2026-09-01", names, "leaked", at(NOON))
    published.archive()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["de.json"], "edition 2026-09-01 has no file de.json; it has edition.json, en.json"),
        (["../x"], "edition 2026-09-01 has no file ../x"),
        (["ru.txt"], "a text is redacted whole: name ru.json too"),
        (["edition.json"], "edition.json cannot be redacted"),
        (["edition.json", "ru.json", "ru.txt"], "edition.json cannot be redacted"),
    ],
)
def test_only_whole_texts_of_an_edition_are_redacted(
    published: Workplace, names: list[str], told: str
) -> None:
    frozen, ledger = published.frozen(), published.ledger()
    with pytest.raises(InforceError) as caught:
        redact(published.root, "privacy", "2026-09-01", names, "x", at(NOON))
    assert told in str(caught.value)
    assert (published.frozen(), published.ledger()) == (frozen, ledger)


def test_a_redaction_that_broke_off_is_finished_by_the_next(published: Workplace) -> None:
    kept = (published.content / EDITION / "en.txt").read_bytes()
    names = ["en.json", "en.txt"]
    redact(published.root, "privacy", "2026-09-01", names, "leaked", at(NOON))
    (published.content / EDITION / "en.txt").write_bytes(kept)
    ledger = published.ledger()
    redact(published.root, "privacy", "2026-09-01", names, "leaked", at(NOON))
    assert published.ledger() == ledger
    published.archive()


@pytest.mark.parametrize(
    ("policy_id", "edition", "told"),
    [
        ("cookies", "2026-09-01", "no policy `cookies` was published; published are: privacy"),
        ("privacy", "2026-01-01", "`privacy` has no edition 2026-01-01; it has 2026-09-01"),
    ],
)
def test_an_unknown_name_is_answered_with_the_known_ones(
    published: Workplace, policy_id: str, edition: str, told: str
) -> None:
    with pytest.raises(InforceError) as caught:
        withdraw(published.root, policy_id, edition, "x", at(NOON))
    assert told in str(caught.value)
    with pytest.raises(InforceError) as caught:
        redact(published.root, policy_id, edition, ["ru.txt"], "x", at(NOON))
    assert told in str(caught.value)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_an_act_needs_a_reason(published: Workplace, reason: str) -> None:
    with pytest.raises(InforceError, match="say the reason"):
        repeal(published.root, "privacy", None, [], reason, at(NOON))


def test_a_reason_is_kept_in_composed_letters(published: Workplace) -> None:
    act = repeal(published.root, "privacy", None, [], " приказ \n и\u0306 ", LATER)
    assert act.reason == "приказ й"


@pytest.mark.parametrize(
    ("successors", "told"),
    [(["privacy"], "`privacy`"), (["cookies"], "`cookies`")],
)
def test_a_successor_is_another_published_policy(
    published: Workplace, successors: list[str], told: str
) -> None:
    with pytest.raises(InforceError) as caught:
        repeal(published.root, "privacy", None, successors, "x", LATER)
    assert told in str(caught.value)


def test_nothing_replaces_files_that_no_line_names(place: Workplace) -> None:
    place.publish(policy("privacy", clause("a", "First"), edition=FIRST))
    lost = place.frozen()
    place.content.joinpath("ledger.jsonl").unlink()
    with pytest.raises(ContentError):
        place.publish(policy("privacy", clause("a", "Other"), edition=FIRST))
    assert place.frozen() == lost
