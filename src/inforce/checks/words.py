"""The words of a working text, for the checks that look at them."""

from collections.abc import Iterator

from inforce.model import Localized, Source, WorkingPolicy

# Whoever has mended so many in one text sees the rest.
MOST_IN_ONE_TEXT = 20


def prose(policy: WorkingPolicy) -> Iterator[Source]:
    """Every text of clauses, parts and the summary, in all languages; titles are not among them."""
    for words in _prose(policy):
        yield from words.values()


def texts(policy: WorkingPolicy) -> Iterator[Source]:
    """All that is written in inline markup, in all languages: the prose and the titles."""
    for words in (*_titles(policy), *_prose(policy)):
        yield from words.values()


def tagged(policy: WorkingPolicy) -> Iterator[tuple[str, Source]]:
    """The prose and the titles, each text with its language."""
    for words in (*_titles(policy), *_prose(policy)):
        yield from words.items()


def localized(policy: WorkingPolicy) -> Iterator[Localized]:
    """All words that differ by language."""
    yield from _titles(policy)
    yield from _prose(policy)
    for clause in policy.walk():
        yield from (clause.number, clause.term)


def _titles(policy: WorkingPolicy) -> Iterator[Localized]:
    yield policy.title
    for clause in policy.walk():
        yield clause.title


def _prose(policy: WorkingPolicy) -> Iterator[Localized]:
    for clause in policy.walk():
        yield from (clause.text, clause.closing)
    for part in (*policy.preface, *policy.conclusions):
        yield part.text
    if policy.edition:
        yield policy.edition.summary
