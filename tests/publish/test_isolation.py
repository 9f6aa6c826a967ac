"""What is wrong with one policy does not stop another; what changes, only where it may."""

from typing import Any

import pytest

from inforce.problems import InforceError
from inforce.publish import publish

from ..workplace import SITE, Workplace, at, clause, errors, policy, steps, warnings

A, B = clause("a", "First"), clause("b", "Second")
FIRST = {"number": "1", "effective": "2026-10-01"}
FINE = policy("terms", A, edition=FIRST)

BROKEN_TEXTS = {
    "not YAML": "policy: [",
    "empty": "",
    "a list": "- policy\n",
    "a word": "policy",
    "null": "policy: ~",
    "binary": "\x00\x01",
    "wrong folder": "policy: cookies\nkind: notice\ntitle: {ru: Т}\nlanguages: {ru: authentic}\n"
    "clauses: [{id: a, ru: Т}]\nedition: {number: 1, effective: on posting}\n",
}

BROKEN: dict[str, dict[str, Any]] = {
    "no title": policy(edition=FIRST, title=None),
    "title in one language": policy(edition=FIRST, title={"ru": "Политика"}),
    "empty title": policy(edition=FIRST, title={"ru": "", "kk": "", "en": ""}),
    "no kind": policy(edition=FIRST, kind=None),
    "no clauses": policy(edition=FIRST, clauses=None),
    "no languages": policy(edition=FIRST, languages=None),
    "unknown language": policy(edition=FIRST, languages={"ru": "authentic", "de": "official"}),
    "no authentic text": policy(edition=FIRST, languages={"ru": "official"}),
    "clause without id": policy("privacy", {"ru": "Т", "kk": "Т", "en": "T"}, edition=FIRST),
    "clause twice": policy("privacy", A, A, edition=FIRST),
    "strange date": policy(edition={"number": "1", "effective": "2026-13-01"}),
    "no date": policy(edition={"number": "1"}),
    "strange change": policy(edition={**FIRST, "change": "big"}),
    "empty approval": policy(edition={**FIRST, "approved": {}}),
    "missing text": policy("privacy", {"id": "a", "ru": "Т"}, edition=FIRST),
    "all pending": policy(
        edition=FIRST, languages={"ru": {"status": "authentic", "pending": "true"}}
    ),
}


@pytest.mark.parametrize("text", BROKEN_TEXTS.values(), ids=BROKEN_TEXTS)
def test_a_file_that_cannot_be_read_stops_only_itself(place: Workplace, text: str) -> None:
    place.write_text("privacy", text)
    plan = place.publish(FINE)
    assert steps(plan) == ["Publish terms 2026-10-01 en kk ru"]
    assert errors(plan)
    assert set(plan.problems) == {"privacy"}


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_a_text_with_mistakes_stops_only_itself(place: Workplace, source: dict[str, Any]) -> None:
    plan = place.publish(source, FINE)
    assert steps(plan) == ["Publish terms 2026-10-01 en kk ru"]
    assert errors(plan)
    assert set(plan.problems) == {"privacy"}
    assert not (place.content / "privacy" / "editions").exists()


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_a_text_that_breaks_after_its_publication_changes_nothing(
    place: Workplace, source: dict[str, Any]
) -> None:
    place.publish(policy(edition=FIRST))
    ledger, frozen = place.ledger(), place.frozen()
    place.publish(source)
    assert (place.ledger(), place.frozen()) == (ledger, frozen)


def test_a_working_text_that_is_a_link_is_not_read(place: Workplace) -> None:
    place.publish(FINE)
    outside = place.root / "outside"
    outside.mkdir()
    (outside / "policy.yml").write_text((place.content / "terms" / "policy.yml").read_text())
    (place.content / "privacy").mkdir()
    (place.content / "privacy" / "policy.yml").symlink_to(outside / "policy.yml")
    (place.content / "cookies").symlink_to(outside)
    plan = place.publish()
    assert steps(plan) == []
    assert errors(plan) == [
        "file: this is a link to another place; only files inside content/ are read",
        "file: this is a link to another place; only files inside content/ are read",
    ]


def test_nothing_is_written_through_a_link(place: Workplace) -> None:
    outside = place.root / "outside"
    outside.mkdir()
    place.write(policy(edition=FIRST))
    (place.content / "privacy" / "editions").symlink_to(outside)
    with pytest.raises(InforceError, match="editions is a link to another place"):
        publish(place.root, at("2026-09-01"), lambda step: None)
    assert (list(outside.iterdir()), place.ledger()) == ([], b"")


def test_without_its_working_text_a_policy_stays_as_it_is(place: Workplace) -> None:
    place.publish(policy(edition=FIRST), FINE)
    ledger, frozen = place.ledger(), place.frozen()
    (place.content / "privacy" / "policy.yml").unlink()
    plan = place.publish()
    assert (steps(plan), errors(plan)) == ([], [])
    assert (place.ledger(), place.frozen()) == (ledger, frozen)


def test_a_renamed_folder_is_named_as_damage(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    (place.content / "privacy").rename(place.content / "privacy-policy")
    with pytest.raises(InforceError) as caught:
        place.publish()
    told = str(caught.value)
    assert "content/privacy/editions/2026-10-01/edition.json: error: the file is missing" in told
    assert "content/privacy-policy/editions/2026-10-01: error: no line of the ledger" in told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"kind": "notice"}, "`kind` was `privacy-policy`"),
        ({"prevails": "ru"}, "`prevails` was `unstated`"),
        ({"languages": {"ru": "official", "kk": "authentic"}}, "`languages: ru` was `authentic`"),
        ({"languages": {"kk": "authentic"}}, "`languages: ru` was `authentic`"),
        ({"edition": {**FIRST, "adopted": "2026-08-20"}}, "`adopted` was not there"),
        ({"edition": {**FIRST, "change": "correction"}}, "`change` was `substantive`"),
        ({"edition": {**FIRST, "imported": {"source": "x"}}}, "`imported` was not there"),
        ({"edition": {**FIRST, "effective": "2026-10-02"}}, "edition No. 1 was published with"),
        (
            {"edition": {**FIRST, "applies": [{"to": "users", "from": "2026-11-01"}]}},
            "`applies` was not there in the published edition 2026-10-01, now it is "
            "`users from 2026-11-01`",
        ),
        (
            {"edition": {**FIRST, "approved": {"number": "7"}}},
            "`approved` is not what it was in the published edition 2026-10-01",
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_an_edition_declared_stays(
    place: Workplace, change: dict[str, Any], told: str
) -> None:
    place.publish(policy(edition=FIRST))
    plan = place.publish(policy(**{"edition": FIRST, **change}))
    assert steps(plan) == []
    (message,) = errors(plan)
    assert message.startswith(f"edition: {told}")


def test_a_number_is_used_once(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    again = policy("privacy", A, edition={"number": "1", "effective": "2027-01-01"})
    assert "edition: edition No. 1 was published with effect from 2026-10-01" in errors(
        place.publish(again)
    )


def test_an_edition_may_get_its_counted_number_written_later(place: Workplace) -> None:
    place.publish(policy(edition={"effective": "2026-10-01"}))
    plan = place.publish(policy(edition=FIRST))
    assert (steps(plan), errors(plan)) == ([], [])


def test_a_new_alias_waits_for_the_next_edition_and_an_old_one_stays(place: Workplace) -> None:
    place.publish(policy(edition=FIRST, aliases=["/old/"]))
    plan = place.publish(policy(edition=FIRST, aliases=["/new/"]))
    assert (steps(plan), errors(plan)) == ([], [])
    assert warnings(plan) == ["alias: the alias `/new/` leads here from the next edition on"]
    second = {"number": "2", "effective": "2026-11-01"}
    place.publish(policy(edition=second, aliases=["/new/"]))
    record = place.archive().policies["privacy"]
    assert [one.edition.aliases for one in record.editions] == [("/old/",), ("/new/",)]


def test_an_order_of_languages_is_no_change(place: Workplace) -> None:
    place.publish(policy(edition=FIRST, languages={"ru": "authentic", "kk": "authentic"}))
    turned = policy(edition=FIRST, languages={"kk": "authentic", "ru": "authentic"})
    assert errors(place.publish(turned)) == []


def test_a_translation_may_leave_the_working_text(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    without = policy(edition=FIRST, languages={"ru": "authentic", "kk": "authentic"})
    assert errors(place.publish(without)) == []


def test_a_pending_text_with_other_clauses_is_not_added(place: Workplace) -> None:
    pending = {"ru": "official", "kk": {"status": "authentic", "pending": "true"}}
    place.publish(policy("privacy", A, B, edition=FIRST, languages=pending))
    ready = {"ru": "official", "kk": "authentic"}
    plan = place.publish(policy("privacy", A, edition=FIRST, languages=ready))
    assert steps(plan) == []
    assert errors(plan) == [
        "edition: the clauses are not those of the published edition 2026-10-01"
    ]
    place.archive()


def test_a_pending_text_with_mistakes_is_not_added(place: Workplace) -> None:
    pending = {"ru": "authentic", "kk": {"status": "authentic", "pending": "true"}}
    place.publish(policy("privacy", A, edition=FIRST, languages=pending))
    ready = {"ru": "authentic", "kk": "authentic"}
    lacking = {"id": "a", "ru": A["ru"]}
    plan = place.publish(policy("privacy", lacking, edition=FIRST, languages=ready))
    assert steps(plan) == []
    assert errors(plan) == ["missing-text: the text is missing in this language [kk]"]
    untitled = policy("privacy", A, edition=FIRST, languages=ready, title={"ru": "Policy (ru)"})
    assert errors(place.publish(untitled)) == [
        "missing-text: the title is missing in this language [kk]"
    ]


def test_a_changed_fact_is_a_changed_text(place: Workplace) -> None:
    mail = clause("mail", "Write to {operator.email}")
    place.publish(policy("privacy", A, mail, edition=FIRST))
    place.write_site({**SITE, "operator": {"email": "law@policies.example"}})
    assert errors(place.publish()) == [
        f"changed-edition: the text differs in `mail` from the published edition 2026-10-01 [{one}]"
        for one in ("kk", "ru")
    ]
