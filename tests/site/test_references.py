from collections.abc import Callable
from dataclasses import replace

import pytest

from inforce.model import Text
from inforce.site import Publication
from inforce.site.references import References
from tests.factory import Factory, clause, day, sample


def with_clause(identity: str) -> Text:
    text = sample("ru", policy="terms")
    return replace(text, clauses=(*text.clauses, clause(identity, "3.", "x")))


# When the referring edition took effect, the clause, and where its reference leads.
LEADS = [
    ("2026-02-15", "scope", "terms/2026-02-01/#scope"),
    ("2026-02-15", "", "terms/2026-02-01/"),
    ("2026-01-15", "scope", "terms/2026-02-01/#scope"),
    ("2026-04-15", "scope", "terms/2026-04-01/#scope"),
    ("2026-04-15", "middle", "terms/2026-03-01/#middle"),
    ("2026-02-15", "middle", "terms/2026-03-01/#middle"),
    ("2026-02-15", "withdrawn", "terms/history/"),
    ("2026-02-15", "never", "terms/history/"),
]


@pytest.mark.parametrize(("effective", "identity", "expected"), LEADS)
def test_a_reference_leads_to_what_its_author_saw(
    factory: Factory,
    published: Callable[[str], Publication],
    effective: str,
    identity: str,
    expected: str,
) -> None:
    factory.publish("2026-02-01", [sample("ru", policy="terms")])
    factory.publish("2026-03-01", [with_clause("middle")])
    factory.publish("2026-04-01", [sample("ru", policy="terms")])
    factory.withdraw(factory.publish("2026-05-01", [with_clause("withdrawn")]), "2026-04-02")
    references = References(published("2026-06-01"))
    address = references.address("kk", "terms", identity, day(effective))
    assert address is not None
    assert address.url("", "ru") == f"kk/{expected}"


def test_a_reference_to_an_unknown_policy_leads_nowhere(
    factory: Factory, published: Callable[[str], Publication]
) -> None:
    references = References(published("2026-06-01"))
    assert references.address("ru", "terms", "scope", day("2026-02-15")) is None
