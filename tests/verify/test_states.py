"""Sites in every state that a policy can be in: what is sound is not reported."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factory import Factory, sample
from tests.verify.small import LANGUAGES, proved, write


def everything(factory: Factory, effective: str, recorded: str) -> None:
    texts = [sample(language, effective) for language in LANGUAGES]
    factory.publish(effective, texts, recorded=recorded)


def nothing(factory: Factory) -> None:
    pass


def not_yet(factory: Factory) -> None:
    everything(factory, "2027-01-01", "2026-01-01")


def repealed(factory: Factory) -> None:
    everything(factory, "2026-02-01", "2026-01-01")
    texts = [sample(language, policy="other") for language in LANGUAGES]
    factory.publish("2026-03-01", texts, recorded="2026-01-02")
    factory.repeal("privacy", "2026-06-01", "2026-05-01", ("other",))


def repealed_later(factory: Factory) -> None:
    everything(factory, "2026-02-01", "2026-01-01")
    factory.repeal("privacy", "2027-06-01", "2026-05-01")


def added_and_corrected(factory: Factory) -> None:
    edition = factory.publish("2026-02-01", [sample("ru"), sample("kk")])
    factory.add(edition, sample("en", "first"), "2026-03-01")
    factory.correct(edition, sample("en", "second"), "2026-04-01")


def imported(factory: Factory) -> None:
    texts = [sample(language) for language in LANGUAGES]
    factory.publish("2020-02-01", texts, imported="https://old.example/", number="7")


def redacted_whole(factory: Factory) -> None:
    edition = factory.publish("2026-02-01", [sample("ru")])
    factory.redact(edition, ["ru.json", "ru.txt"], "2026-03-01", "A court's order")


STATES: list[Callable[[Factory], None]] = [
    nothing,
    not_yet,
    repealed,
    repealed_later,
    added_and_corrected,
    imported,
    redacted_whole,
]


@pytest.mark.parametrize("state", STATES)
def test_a_sound_site_is_proved(tmp_path: Path, state: Callable[[Factory], None]) -> None:
    factory = Factory(tmp_path / "project")
    state(factory)
    assert proved(factory, write(factory, tmp_path / "site")).problems == ()
