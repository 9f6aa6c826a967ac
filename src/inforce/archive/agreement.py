"""Whether what stands inside a frozen file agrees with the ledger and the other files."""

from collections.abc import Iterable, Iterator

from inforce.archive.claims import EditionClaim, TextClaim
from inforce.model import Clause, Edition, LanguageStatus, Place, Status, Text
from inforce.strict import write_instant


def edition_faults(edition: Edition, claim: EditionClaim) -> Iterator[str]:
    """Where `edition.json` says something else than the line that published it."""
    line = claim.publish
    inside = (
        ("policy", edition.policy, line.policy),
        ("edition", edition.id, line.edition),
        ("effective", write_instant(edition.effective), write_instant(line.effective)),
        ("replaces", edition.replaces, line.replaces),
        ("adopted", str(edition.adopted or ""), str(line.adopted or "")),
    )
    for key, here, there in inside:
        if here != there:
            yield f"`{key}` is `{here}`, but line {claim.seq} of the ledger says `{there}`"
    if line.effective < claim.recorded and not edition.imported:
        yield (
            f"line {claim.seq} of the ledger recorded it after it took effect, which only an "
            f"imported edition may"
        )


def text_status(edition: Edition, claim: TextClaim) -> LanguageStatus | None:
    """The weight of a revision: what its line says, else what the edition declares.

    None where neither says it.
    """
    status = claim.status or edition.languages.get(claim.language)
    return status and LanguageStatus(status.status, False, status.source, status.reviewed)


def status_faults(
    edition: Edition, claim: TextClaim, status: LanguageStatus | None
) -> Iterator[str]:
    """Where a text would weigh more than its edition allows."""
    declared = edition.languages.get(claim.language)
    line = f"line {claim.seq} of the ledger"
    if status is None:
        yield f"neither the edition nor {line} says what the text `{claim.language}` is"
    elif status.status != Status.AUTHENTIC or claim.act == "publish":
        return
    elif claim.act == "correct":
        yield f"{line} corrects an authentic text; that needs a new edition"
    elif declared is None or declared.status != Status.AUTHENTIC or not declared.pending:
        yield f"{line} adds an authentic text that the edition did not declare as pending"


def text_faults(text: Text, claim: TextClaim, edition: Edition) -> Iterator[str]:
    """Where a text says something else than its edition."""
    inside = (
        ("policy", text.policy, edition.policy),
        ("edition", text.edition, edition.id),
        ("language", text.language, claim.language),
    )
    for key, here, there in inside:
        if here != there:
            yield f"`{key}` is `{here}`, not `{there}`"
    groups = (
        ("preamble", text.preamble, edition.preamble),
        ("clauses", text.clauses, edition.clauses),
        ("annexes", text.annexes, edition.annexes),
    )
    for name, clauses, places in groups:
        yield from _tree_faults(name, clauses, places)


def _tree_faults(name: str, clauses: Iterable[Clause], places: Iterable[Place]) -> Iterator[str]:
    """The first place where the clauses are not those of `edition.json`, in the same order."""
    here, there = tuple(clauses), tuple(places)
    if [clause.id for clause in here] != [place.id for place in there]:
        yield f"the clauses in `{name}` are not those of `edition.json`, in the same order"
        return
    for clause, place in zip(here, there, strict=True):
        if clause.repealed != place.repealed:
            yield f"`{clause.id}` is repealed in one of the two, the text and `edition.json`"
        yield from _tree_faults(clause.id, clause.clauses, place.clauses)
