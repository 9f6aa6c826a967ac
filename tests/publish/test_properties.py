"""Whatever is edited and published, in whatever order: what was published stays."""

import os
import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.ledger import Redact
from inforce.problems import InforceError
from inforce.publish import publish, redact, repeal, withdraw
from tests.chance import examples

from ..workplace import Workplace, at, clause, policy

START = at("2026-09-01T12:00")

# An operation is a working text, or one of the rare acts by name.
Operation = Mapping[str, Any] | str

EDITIONS = st.fixed_dictionaries(
    {"effective": st.sampled_from(["on posting", "2026-09-02", "2026-09-20", "2020-01-01"])},
    optional={
        "number": st.sampled_from(["1", "2", "3", "4", "5"]),
        "change": st.just("correction"),
        "imported": st.just({"source": "our old site"}),
    },
)
STATUSES = st.sampled_from(
    ["authentic", "unofficial", {"status": "authentic", "pending": "true"}, "official"]
)
LANGUAGES = st.fixed_dictionaries(
    {"ru": st.just("authentic")}, optional={"kk": STATUSES, "en": STATUSES}
)
BODIES = st.builds(
    lambda word, repealed, identity: (
        {"id": identity, "repealed": "true"} if repealed else clause(identity, word)
    ),
    st.sampled_from(["One", "Two", "See [](terms#a)", "See [](privacy)"]),
    st.sampled_from([False, False, False, True]),
    st.sampled_from(["a", "b", "c"]),
)
CLAUSES = st.lists(BODIES, min_size=1, max_size=3, unique_by=lambda one: str(one["id"]))
TEXTS = st.builds(
    lambda name, clauses, edition, languages: policy(
        name, *clauses, edition=edition, languages=languages
    ),
    st.sampled_from(["privacy", "terms"]),
    CLAUSES,
    st.none() | EDITIONS,
    LANGUAGES,
)
OPERATIONS = st.lists(TEXTS | st.sampled_from(["withdraw", "repeal", "redact"]), max_size=7)


@settings(max_examples=examples(25))
@given(OPERATIONS)
def test_publishing_never_changes_an_earlier_byte(operations: list[Operation]) -> None:
    with tempfile.TemporaryDirectory() as folder, patch.object(os, "fsync"):
        place = Workplace.new(Path(folder))
        for step, operation in enumerate(operations):
            moment = START + timedelta(hours=7 * step)
            ledger, frozen = place.ledger(), place.frozen()
            carry_out(place, operation, moment)
            assert place.ledger().startswith(ledger)
            now = place.frozen()
            assert {
                name: data for name, data in frozen.items() if name in now
            }.items() <= now.items()
            assert frozen.keys() - now.keys() <= redacted(place)
            publish(place.root, moment, lambda step: None)
            assert publish(place.root, moment, lambda step: None).steps == ()


def carry_out(place: Workplace, operation: Operation, moment: datetime) -> None:
    if isinstance(operation, str):
        rare(place, operation, moment)
    else:
        place.write(operation)
        publish(place.root, moment, lambda step: None)


def rare(place: Workplace, name: str, moment: datetime) -> None:
    """One of the rare acts on the last edition, where that is possible."""
    records = [*place.archive().policies.values()]
    if not records:
        return
    last = records[0].editions[-1].edition
    try:
        if name == "withdraw":
            withdraw(place.root, last.policy, last.id, "x", moment)
        elif name == "repeal":
            repeal(place.root, last.policy, moment, [], "x", moment)
        else:
            redact(place.root, last.policy, last.id, ["ru.json", "ru.txt"], "x", moment)
    except InforceError:
        assert place.archive().policies


def redacted(place: Workplace) -> set[str]:
    acts = [entry.act for entry in place.archive().ledger.entries]
    return {
        f"{act.policy}/editions/{act.edition}/{name}"
        for act in acts
        if isinstance(act, Redact)
        for name in act.files
    }
