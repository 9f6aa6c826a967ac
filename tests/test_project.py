"""A content folder read whole: what is broken stays where it is broken."""

from pathlib import Path

import pytest

from inforce.problems import ContentError, InforceError
from inforce.project import content_of, load_project, source_of

from .workplace import SITE, Workplace, policy

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


def test_a_policy_is_named_by_its_file() -> None:
    assert str(source_of("privacy")) == "content/privacy/policy.yml"
