"""A content folder read whole: what is broken stays where it is broken."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from inforce.problems import ContentError, InforceError, Problem
from inforce.project import content_of, load_project, source_of
from inforce.publish import check_sources

from .workplace import SITE, Workplace, at, policy

FIRST = {"number": "1", "effective": "on posting"}


def test_a_project_holds_its_policies_in_order(place: Workplace) -> None:
    place.write(policy("terms"), policy("privacy"), policy("cookies"))
    place.publish(policy("terms", edition=FIRST))
    project = place.project()
    assert list(project.policies) == ["cookies", "privacy", "terms"]
    assert (dict(project.broken), project.damage) == ({}, ())
    assert list(project.archive.policies) == ["terms"]


def test_a_broken_policy_is_told_beside_the_others(place: Workplace) -> None:
    place.write(policy("terms"))
    place.write_text("privacy", "policy: [")
    place.write(policy("cookies", kind="Not a kind"))
    project = place.project()
    assert sorted(project.policies) == ["cookies", "terms"]
    assert sorted(project.broken) == ["cookies", "privacy"]


MISTAKES = {
    "a capital letter": ({"id": "Scope", "ru": "Всем"}, "clause-id"),
    "another alphabet": ({"id": "дети", "ru": "Всем"}, "clause-id"),
    "a Cyrillic letter": ({"іd": "scope", "ru": "Всем"}, "unknown-key"),
    "no id": ({"ru": "Всем"}, "missing"),
    "the id of another": ({"id": "other", "ru": "Всем"}, "duplicate-id"),
    "another name of the language": ({"id": "scope", "rus": "Всем"}, "unknown-key"),
    "the language in Cyrillic": ({"id": "scope", "ру": "Всем"}, "unknown-key"),
    "another word for true": ({"id": "scope", "repealed": "да"}, "value"),
}
OTHER = {"id": "other", "ru": "Прочее"}
NEXT = {"number": "2", "effective": "2026-10-01"}


@pytest.mark.parametrize("edition", [FIRST, NEXT], ids=["published", "new"])
@pytest.mark.parametrize(("written", "check"), MISTAKES.values(), ids=MISTAKES)
def test_a_slip_is_told_once_without_what_follows_from_it(
    place: Workplace, written: dict[str, str], check: str, edition: dict[str, str]
) -> None:
    place.publish(_russian(OTHER, {"id": "scope", "ru": "Всем"}, edition=FIRST))
    place.write(_russian(OTHER, written, edition=edition))
    assert [one.check for one in _found(place)] == [check]


def test_the_clauses_under_a_mistyped_key_are_not_gone(place: Workplace) -> None:
    below = [{"id": "scope", "ru": "Всем"}]
    title = {"ru": "Общее"}
    place.publish(_russian({"id": "a", "title": title, "clauses": below}, edition=FIRST))
    place.write(_russian({"id": "a", "title": title, "clause": below}, edition=NEXT))
    assert [one.check for one in _found(place)] == ["unknown-key"]


def test_a_source_that_is_understood_is_compared(place: Workplace) -> None:
    place.publish(_russian(OTHER, {"id": "scope", "ru": "Всем"}, edition=FIRST))
    place.write(_russian(OTHER, edition=NEXT))
    assert "tombstone" in [one.check for one in _found(place)]


def _russian(*clauses: Mapping[str, object], edition: Mapping[str, str]) -> dict[str, Any]:
    title, languages = {"ru": "Политика"}, {"ru": "authentic"}
    return policy("privacy", *clauses, title=title, languages=languages, edition=edition)


def _found(place: Workplace) -> list[Problem]:
    problems = check_sources(place.project(), at("2026-09-10T12:00"))
    return [one for one in problems if one.severity == "error"]


@pytest.mark.parametrize(
    "name", ["offer/policy.yaml", "offer/Policy.yml", "offer/policy.yml.txt", "offer.yml"]
)
def test_a_text_under_another_name_is_told(place: Workplace, name: str) -> None:
    place.write(policy("terms"))
    (place.content / name).parent.mkdir(exist_ok=True)
    (place.content / name).write_text("policy: offer\n", "utf-8")
    (problem,) = [one for one in _found(place) if "offer" in one.location.file]
    assert (problem.location.file, problem.check) == (f"content/{name}", "file")
    assert problem.hint == "Name it `content/offer/policy.yml`."
    place.write(policy("offer"))
    assert "offer" not in place.project().broken


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Offer", "Rename the folder to `offer`, and write it in `policy:`."),
        ("оферта", "Rename the folder: small Latin letters, digits and hyphens, a letter first."),
    ],
)
def test_a_folder_whose_name_is_no_id_is_renamed(place: Workplace, name: str, hint: str) -> None:
    for written in (name, "offer"):
        place.write_text(name, f"policy: {written}\n")
        found = [one for one in place.project().broken[name] if one.check == "policy-id"]
        assert [one.hint for one in found] == [hint]


def test_folders_without_a_working_text_are_no_policies(place: Workplace) -> None:
    (place.content / "images").mkdir()
    (place.content / "notes.md").touch()
    assert dict(place.project().policies) == {}


def test_damage_and_warnings_are_told_together(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    (place.content / "privacy/editions/2026-09-01/ru.txt").unlink()
    (place.content / "privacy/editions/2026-09-01/de.json").touch()
    place.write_site({**SITE, "timezone": "Europe/Berlin"})
    found = {(one.check, one.severity) for one in place.project().damage}
    assert found == {("frozen-missing", "error"), ("frozen-orphan", "warning"), ("moved", "error")}


def test_the_hint_says_what_the_site_was(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    place.write_site({**SITE, "url": "https://other.example/"})
    (problem,) = place.project().damage
    assert problem.hint == (
        "Write `https://policies.example/` again: addresses and dates that were published cannot "
        "change."
    )


def test_a_language_may_come_but_not_go(place: Workplace) -> None:
    place.write_site({**SITE, "languages": ["ru", "kk"]})
    languages = {"ru": "authentic", "kk": "authentic"}
    text = {"id": "scope", "ru": "Всем", "kk": "Барлығына"}
    title = {"ru": "Политика", "kk": "Саясат"}
    place.publish(policy("privacy", text, edition=FIRST, languages=languages, title=title))
    place.write_site(SITE)
    assert place.project().damage == ()
    place.write_site({**SITE, "languages": ["ru", "en"]})
    (problem,) = place.project().damage
    assert problem.message == "`kk` is not among `languages`, but texts were published in it"


def test_without_content_there_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(InforceError, match=r"there is no folder .*/content; name the project"):
        load_project(tmp_path)
    (tmp_path / "content").mkdir()
    assert content_of(tmp_path) == tmp_path / "content"
    with pytest.raises(ContentError, match=r"content/site\.yml: error: the file cannot be read"):
        load_project(tmp_path)


def test_a_site_file_that_is_a_link_is_not_read(place: Workplace) -> None:
    outside = place.root / "site.yml"
    (place.content / "site.yml").rename(outside)
    (place.content / "site.yml").symlink_to(outside)
    with pytest.raises(ContentError, match=r"content/site\.yml: error: this is a link to another"):
        load_project(place.root)


def test_damage_is_told_even_without_a_site_file(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    (place.content / "site.yml").unlink()
    (place.content / "ledger.jsonl").unlink()
    with pytest.raises(ContentError) as caught:
        load_project(place.root)
    assert {one.location.file for one in caught.value.problems} >= {
        "content/site.yml",
        "content/ledger.jsonl",
    }


def test_policies_that_cannot_be_read_are_told_beside_a_broken_site(place: Workplace) -> None:
    place.write(policy("terms"))
    place.write_text("privacy", "policy: [")
    (place.content / "site.yml").write_text("url: [", "utf-8")
    (place.content / "offer.yml").touch()
    with pytest.raises(ContentError) as caught:
        load_project(place.root)
    assert [str(one.location.file) for one in caught.value.problems] == [
        "content/offer.yml",
        "content/privacy/policy.yml",
        "content/site.yml",
    ]


def test_a_policy_is_named_by_its_file() -> None:
    assert str(source_of("privacy")) == "content/privacy/policy.yml"
