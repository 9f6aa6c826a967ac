"""A step is read back with the reader's own rules before it is recorded."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from inforce.address import EDITION
from inforce.frozen import edition_bytes, read_edition, read_text, text_bytes
from inforce.ledger import Add, Correct, Ledger, LedgerError
from inforce.model import LanguageStatus, Status
from inforce.publish.freeze import digests
from inforce.publish.rehearsal import rehearse
from inforce.publish.step import Step

from ..workplace import NOON, Workplace, at, clause, policy

FIRST = {"number": "1", "effective": "on posting"}
LANGUAGES = {"ru": "authentic", "en": "unofficial"}
A = clause("a", "First")


@pytest.fixture
def due(place: Workplace) -> Step:
    """The publication of a first edition."""
    place.publish(policy("terms", edition=FIRST))
    (step,) = place.plan(policy("privacy", A, edition=FIRST, languages=LANGUAGES)).steps
    return step


def told(place: Workplace, step: Step) -> list[str]:
    published = place.archive().policies["terms"].editions[0]
    return list(rehearse(place.archive().ledger, step, published, at(NOON)))


def with_edition(step: Step, **changes: object) -> Step:
    edition = replace(read_edition(step.files[EDITION]), **changes)  # type: ignore[arg-type]
    return _with_file(step, EDITION, edition_bytes(edition))


def with_text(step: Step, **changes: object) -> Step:
    text = replace(read_text(step.files["ru.json"]), **changes)  # type: ignore[arg-type]
    return _with_file(step, "ru.json", text_bytes(text))


def _with_file(step: Step, name: str, data: bytes) -> Step:
    files = {**step.files, name: data}
    return replace(step, files=files, act=replace(step.act, files=digests(files)))


def test_a_sound_step_passes(place: Workplace, due: Step) -> None:
    assert told(place, due) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda step: with_edition(step, policy="cookies"), "`policy` is `cookies`"),
        (lambda step: with_edition(step, effective=at("2026-09-02")), "`effective` is"),
        (lambda step: with_edition(step, clauses=()), "the clauses in `clauses` are not those"),
        (lambda step: with_text(step, clauses=()), "the clauses in `clauses` are not those"),
        (lambda step: with_text(step, edition="2026-09-02"), "`edition` is `2026-09-02`"),
        (lambda step: with_text(step, language="en"), "`language` is `en`"),
    ],
)
def test_what_the_reader_would_refuse_is_found(
    place: Workplace, due: Step, change: Callable[[Step], Step], message: str
) -> None:
    assert message in " ".join(told(place, change(due)))


def test_an_authentic_text_is_not_corrected(place: Workplace, due: Step) -> None:
    files = {name.replace("ru", "ru-2"): data for name, data in due.files.items() if "ru" in name}
    act = Correct("terms", "2026-09-01", digests(files))
    (weight, *_) = told(place, Step(act, files, ("ru",)))
    assert "corrects an authentic text; that needs a new edition" in weight


def test_an_unannounced_text_does_not_bind(place: Workplace, due: Step) -> None:
    place.publish(policy("privacy", A, edition=FIRST, languages={"ru": "authentic"}))
    published = place.archive().policies["privacy"].editions[0]
    files = {name: data for name, data in due.files.items() if name.startswith("en.")}
    act = Add("privacy", "2026-09-01", digests(files), LanguageStatus(Status.AUTHENTIC))
    messages = rehearse(place.archive().ledger, Step(act, files, ("en",)), published, at(NOON))
    assert "adds an authentic text that the edition did not declare" in " ".join(messages)


def test_what_the_ledger_refuses_is_raised(place: Workplace, due: Step) -> None:
    with pytest.raises(LedgerError, match="the ledger was not opened"):
        list(rehearse(Ledger(), due, None, at(NOON)))
