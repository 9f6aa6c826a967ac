"""The prose of a working text, for the checks that look at words."""

from collections.abc import Iterator

from inforce.model import Source, WorkingPolicy


def texts(policy: WorkingPolicy) -> Iterator[Source]:
    """Every text of clauses, parts and the summary, in all languages; titles are not among them."""
    for clause in policy.walk():
        for words in (clause.text, clause.closing):
            for source in words.values():
                yield Source(source.text, source.location.in_clause(clause.id))
    for part in (*policy.preface, *policy.conclusions):
        yield from part.text.values()
    if policy.edition:
        yield from policy.edition.summary.values()
