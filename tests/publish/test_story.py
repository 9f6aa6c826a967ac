"""A policy's life, from the first draft to a redaction, each step as readers meet it."""

import pytest

from inforce.archive import EditionRecord, TextRecord
from inforce.ledger import Repeal
from inforce.problems import InforceError
from inforce.publish import redact, repeal, withdraw
from inforce.timeline import State, in_force, state

from ..workplace import NOON, Workplace, at, clause, errors, policy, steps, warnings, words

SCOPE = clause("scope", "All readers")
MAIL = clause("mail", "Write to {operator.email}")
PENDING = {
    "ru": "authentic",
    "kk": {"status": "authentic", "pending": "true"},
    "en": {"status": "unofficial", "from": "ru"},
}
READY = {**PENDING, "kk": "authentic"}
FIRST = {"number": "1", "effective": "2026-10-01"}
SECOND = {"number": "2", "effective": "on posting", "change": "correction"}


def edition(place: Workplace, number: str) -> EditionRecord:
    record = place.archive().policies["privacy"]
    return next(one for one in record.editions if one.edition.number == number)


def texts(place: Workplace, number: str, language: str) -> tuple[TextRecord, ...]:
    return edition(place, number).texts.get(language, ())


def test_a_draft_is_checked_but_not_published(place: Workplace) -> None:
    plan = place.publish(policy("privacy", SCOPE))
    assert (steps(plan), errors(plan), place.ledger()) == ([], [], b"")
    broken = policy("privacy", clause("scope", "See [](#nowhere)"))
    assert errors(place.publish(broken))[0].startswith("reference: there is no clause `nowhere`")


def test_an_edition_is_published_once(place: Workplace) -> None:
    source = policy("privacy", SCOPE, MAIL, edition=FIRST, languages=PENDING)
    assert steps(place.publish(source)) == ["Publish privacy 2026-10-01 en ru"]
    assert "privacy@policies.example" in place.text("privacy", "2026-10-01", "ru.txt")
    before = place.ledger()
    assert steps(place.publish(source, moment="2026-09-02T09:00")) == []
    assert place.ledger() == before
    assert place.done == ["Publish privacy 2026-10-01 en ru"]


def test_the_ledger_is_opened_with_the_first_act(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    archive = place.archive()
    assert (archive.base, archive.root) == ("https://policies.example/", "ru")
    assert [entry.seq for entry in archive.ledger.entries] == [1, 2]


def test_changed_words_under_the_same_edition_are_refused(place: Workplace) -> None:
    place.publish(policy("privacy", SCOPE, MAIL, edition=FIRST, languages=PENDING))
    before = place.ledger()
    changed = policy("privacy", clause("scope", "Some"), MAIL, edition=FIRST, languages=PENDING)
    plan = place.publish(changed)
    assert errors(plan) == [
        "changed-edition: the text differs in `scope` from the published edition 2026-10-01 [ru]"
    ]
    (problem,) = (one for one in plan.problems["privacy"])
    assert problem.location.line == place.line("privacy", '"id": "scope"') - 1
    assert "change: correction" in problem.hint
    assert (steps(plan), place.ledger()) == ([], before)


def test_a_correction_takes_effect_on_posting(place: Workplace) -> None:
    place.publish(policy("privacy", SCOPE, edition={**FIRST, "effective": "2026-09-01T12:00"}))
    plan = place.publish(
        policy("privacy", clause("scope", "All visitors"), edition=SECOND),
        moment="2026-09-05T15:30:10",
    )
    assert steps(plan) == ["Publish privacy 2026-09-05 en kk ru"]
    second = edition(place, "2").edition
    assert second.effective == at("2026-09-05T15:30:10")
    assert (second.replaces, second.change) == ("2026-09-01", "correction")
    record = place.archive().policies["privacy"]
    assert state(record, "2026-09-01", at("2026-09-05T15:30:09")) == State.IN_FORCE
    assert state(record, "2026-09-05", at("2026-09-05T15:30:10")) == State.IN_FORCE


def test_a_text_that_was_not_ready_is_added_and_binds(place: Workplace) -> None:
    place.publish(policy("privacy", SCOPE, edition=FIRST, languages=PENDING))
    frozen = place.frozen()
    plan = place.publish(
        policy("privacy", SCOPE, edition=FIRST, languages=READY), moment="2026-09-10T10:00"
    )
    assert steps(plan) == ["Add privacy 2026-10-01 kk"]
    (added,) = texts(place, "1", "kk")
    assert (added.act, added.status.status) == ("add", "authentic")
    assert added.recorded == at("2026-09-10T10:00")
    assert frozen.items() <= place.frozen().items()


def test_a_language_that_was_not_announced_is_added_as_a_translation(place: Workplace) -> None:
    without = {"ru": "authentic", "kk": "authentic"}
    place.publish(policy("privacy", SCOPE, edition=FIRST, languages=without))
    claimed = policy("privacy", SCOPE, edition=FIRST, languages={**without, "en": "authentic"})
    assert errors(place.publish(claimed)) == [
        "languages: `en` cannot become authentic within edition 2026-10-01"
    ]
    said = {**without, "en": {"status": "official", "from": "ru", "reviewed": "2026-09-01"}}
    plan = place.publish(policy("privacy", SCOPE, edition=FIRST, languages=said))
    assert steps(plan) == ["Add privacy 2026-10-01 en"]
    status = texts(place, "1", "en")[0].status
    assert (status.status, status.source, str(status.reviewed)) == ("official", "ru", "2026-09-01")


def test_a_text_announced_as_authentic_may_come_as_a_translation(place: Workplace) -> None:
    place.publish(policy("privacy", SCOPE, edition=FIRST, languages=PENDING))
    weaker = {**PENDING, "kk": {"status": "unofficial", "from": "ru"}}
    assert steps(place.publish(policy("privacy", SCOPE, edition=FIRST, languages=weaker)))
    assert texts(place, "1", "kk")[0].status.status == "unofficial"
    assert errors(place.publish(policy("privacy", SCOPE, edition=FIRST, languages=READY))) == [
        "languages: `kk` cannot become authentic within edition 2026-10-01"
    ]


def test_a_translation_is_corrected_inside_its_edition(place: Workplace) -> None:
    place.publish(policy("privacy", SCOPE, edition=FIRST, languages=PENDING))
    better = {**SCOPE, "en": "Everyone who reads"}
    plan = place.publish(policy("privacy", better, edition=FIRST, languages=PENDING))
    assert steps(plan) == ["Correct privacy 2026-10-01 en-2"]
    revisions = texts(place, "1", "en")
    assert [one.revision for one in revisions] == [1, 2]
    assert "All readers (en)" in place.text("privacy", "2026-10-01", "en.txt")
    assert "Everyone who reads" in place.text("privacy", "2026-10-01", "en-2.txt")
    assert steps(place.publish()) == []
    third = {**SCOPE, "en": "Everyone"}
    plan = place.publish(policy("privacy", third, edition=FIRST, languages=PENDING))
    assert steps(plan) == ["Correct privacy 2026-10-01 en-3"]


def test_a_translation_in_force_is_corrected_while_another_edition_is_to_come(
    place: Workplace,
) -> None:
    first = policy("privacy", SCOPE, edition=FIRST, languages=PENDING)
    place.publish(first)
    second = policy("privacy", SCOPE, MAIL, edition={"number": "2", "effective": "2027-01-01"})
    place.publish(second)
    better = {**SCOPE, "en": "Everyone who reads"}
    plan = place.publish(policy("privacy", better, edition=FIRST, languages=PENDING))
    assert steps(plan) == ["Correct privacy 2026-10-01 en-2"]
    assert steps(place.publish(second)) == []


def test_a_new_review_of_the_same_words_waits_for_them_to_change(place: Workplace) -> None:
    place.publish(policy("privacy", SCOPE, edition=FIRST, languages=PENDING))
    reviewed = {**PENDING, "en": {"status": "unofficial", "from": "ru", "reviewed": "2026-09-01"}}
    plan = place.publish(policy("privacy", SCOPE, edition=FIRST, languages=reviewed))
    assert (steps(plan), errors(plan)) == ([], [])
    assert warnings(plan) == [
        "languages: what `languages:` says of `en` is recorded when its text changes"
    ]
    better = {**SCOPE, "en": "Everyone"}
    place.publish(policy("privacy", better, edition=FIRST, languages=reviewed))
    assert str(texts(place, "1", "en")[-1].status.reviewed) == "2026-09-01"


def test_a_published_text_does_not_become_pending_again(place: Workplace) -> None:
    place.publish(policy("privacy", SCOPE, edition=FIRST, languages=READY))
    plan = place.publish(policy("privacy", SCOPE, edition=FIRST, languages=PENDING))
    assert errors(plan) == ["languages: `kk` is published in edition 2026-10-01"]


def test_a_scheduled_edition_is_withdrawn(place: Workplace) -> None:
    place.publish(policy(edition={**FIRST, "effective": "on posting"}))
    place.publish(policy(edition={"number": "2", "effective": "2027-01-01"}))
    withdraw(place.root, "privacy", "2027-01-01", "postponed", at("2026-12-31T23:59:59"))
    record = place.archive().policies["privacy"]
    assert state(record, "2027-01-01", at("2027-02-01")) == State.WITHDRAWN
    current = in_force(record, at("2027-02-01"))
    assert current is not None
    assert current.edition.number == "1"
    assert errors(place.publish(moment="2026-12-31T23:59:59")) == [
        "withdrawn: edition 2027-01-01 was withdrawn before it took effect"
    ]
    later = policy(edition={"number": "3", "effective": "2027-01-01"})
    assert steps(place.publish(later, moment="2026-12-31T23:59:59")) == [
        "Publish privacy 2027-01-01-2 en kk ru"
    ]
    assert edition(place, "3").edition.replaces == "2026-09-01"


def test_the_edition_that_takes_a_withdrawn_one_s_place_is_known_by_its_moment(
    place: Workplace,
) -> None:
    place.publish(policy(edition={"number": "1", "effective": "2027-01-01"}))
    withdraw(place.root, "privacy", "2027-01-01", "postponed", at(NOON))
    place.publish(policy(edition={"number": "2", "effective": "2027-01-01"}))
    plan = place.publish(policy(edition={"effective": "2027-01-01"}))
    assert (steps(plan), errors(plan)) == ([], [])


def test_an_edition_in_force_cannot_be_withdrawn(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    with pytest.raises(InforceError, match="took effect at 2026-10-01"):
        withdraw(place.root, "privacy", "2026-10-01", "too late", at("2026-10-01"))


def test_a_policy_is_repealed_and_stays(place: Workplace) -> None:
    place.publish(policy(edition={**FIRST, "effective": "on posting"}))
    place.publish(policy("terms", edition={**FIRST, "effective": "on posting"}))
    frozen = place.frozen()
    act = repeal(
        place.root, "privacy", at("2027-01-01"), ["terms"], "merged into the terms", at(NOON)
    )
    assert act == Repeal("privacy", at("2027-01-01"), ("terms",), "merged into the terms")
    record = place.archive().policies["privacy"]
    assert state(record, "2026-09-01", at("2026-12-31T23:59:59")) == State.IN_FORCE
    assert state(record, "2026-09-01", at("2027-01-01")) == State.REPEALED
    assert place.frozen() == frozen
    assert errors(place.publish(moment="2027-01-02")) == []
    late = policy(edition={"number": "2", "effective": "2027-02-01"})
    assert errors(place.publish(late)) == ["effective: the policy is repealed as of 2027-01-01"]


def test_a_policy_is_repealed_at_once(place: Workplace) -> None:
    place.publish(policy(edition={**FIRST, "effective": "on posting"}))
    act = repeal(place.root, "privacy", None, [], "not needed", at("2026-09-02T10:00:05"))
    assert act.effective == at("2026-09-02T10:00:05")


def test_a_policy_is_not_repealed_in_the_past(place: Workplace) -> None:
    place.publish(policy(edition={**FIRST, "effective": "on posting"}))
    with pytest.raises(InforceError, match="2026-09-01T00:00:00\\+05:00 has passed; leave"):
        repeal(place.root, "privacy", at("2026-09-01"), [], "not needed", at("2026-09-02"))


def test_a_text_is_redacted_and_does_not_come_back(place: Workplace) -> None:
    leak = clause("scope", "Call Aliya at home")
    place.publish(policy("privacy", leak, edition={**FIRST, "effective": "on posting"}))
    digests = edition(place, "1").files
    redact(place.root, "privacy", "2026-09-01", ["ru.json", "ru.txt"], "an order", at(NOON))
    assert set(place.frozen()) == {
        f"privacy/editions/2026-09-01/{name}"
        for name in ("edition.json", "kk.json", "kk.txt", "en.json", "en.txt")
    }
    held = edition(place, "1")
    assert held.files == digests
    assert {name: act.reason for name, act in held.redacted.items()} == {
        "ru.json": "an order",
        "ru.txt": "an order",
    }
    for source in (leak, SCOPE):
        plan = place.publish(
            policy("privacy", source, edition={**FIRST, "effective": "on posting"})
        )
        assert "redacted: this text of edition 2026-09-01 was redacted [ru]" in errors(plan)
        assert steps(plan) == []
    mended = policy("privacy", SCOPE, edition=SECOND)
    assert steps(place.publish(mended, moment="2026-09-02"))


def test_a_redacted_translation_comes_back_only_with_other_words(place: Workplace) -> None:
    leak = {**SCOPE, "en": "Call Aliya at home"}
    place.publish(policy("privacy", leak, edition=FIRST))
    redact(place.root, "privacy", "2026-10-01", ["en.json", "en.txt"], "an order", at(NOON))
    assert errors(place.publish()) == [
        "redacted: this text of edition 2026-10-01 was redacted [en]"
    ]
    plan = place.publish(policy("privacy", SCOPE, edition=FIRST))
    assert steps(plan) == ["Correct privacy 2026-10-01 en-2"]
    assert [one.revision for one in texts(place, "1", "en")] == [2]


def test_a_draft_after_an_edition_leaves_it_in_force(place: Workplace) -> None:
    place.publish(policy(edition=FIRST))
    plan = place.publish(policy("privacy", SCOPE, clause("new", "Something new")))
    assert (steps(plan), errors(plan)) == ([], [])


def test_the_summary_and_the_title_are_part_of_the_text(place: Workplace) -> None:
    place.publish(policy(edition={**FIRST, "summary": words("First")}))
    plan = place.publish(policy(edition={**FIRST, "summary": words("Other")}))
    assert errors(plan) == [
        "changed-edition: the text differs in the summary from the published edition "
        "2026-10-01 [ru]",
        "changed-edition: the text differs in the summary from the published edition "
        "2026-10-01 [kk]",
    ]
