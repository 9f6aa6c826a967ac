"""The part of a review that is about one policy."""

from collections.abc import Iterator, Mapping

from inforce.compare import Comparison, Kind
from inforce.model import Location
from inforce.project import source_of
from inforce.render import language_name
from inforce.render.naming import full, paths, telling, titled
from inforce.render.redline_labels import KINDS
from inforce.render.redline_words import MARKDOWN, redline_parts
from inforce.report import inert
from inforce.review.changes import PolicyChange, Reviewed
from inforce.review.fitting import Cuttable, Piece
from inforce.review.links import Links
from inforce.review.standing import rows, timeline
from inforce.review.telling import announcements, fenced, must_be_told

LONGEST_NAME = 80
INDEX = "index.html"

RANK_FIRST, RANK_OTHER, RANK_READERS = range(3)


def policy_pieces(
    change: PolicyChange, reviewed: Reviewed, links: Links, most: int
) -> Iterator[Piece]:
    """All that is told of a policy; lists name at most `most` things."""
    site, now = reviewed.site, reviewed.moment
    yield heading(change, links)
    if change.after is None:
        yield _taken_away(change)
        return
    yield _table(rows(change, site, now))
    if change.pending:
        names = ", ".join(_language(code) for code in change.pending)
        yield f"Not ready, and so not published with it: {names}.\n"
    yield from _changed(change, links, most)
    yield from _lagging(change, links, most)
    yield from _listed("Addresses that appear", _addresses(change), most)
    yield from _listed("What will be in force when", timeline(change, now), most)
    yield from _listed("Readers must be told", must_be_told(change, site, now), most)
    for code, words in announcements(change, site):
        yield (
            f"<details><summary>Notice for an e-mail: {_language(code)}</summary>\n\n"
            f"{fenced(words)}\n</details>\n"
        )


def heading(change: PolicyChange, links: Links) -> str:
    """The title of a policy and where its source is."""
    titles = change.source.title
    order = (change.source.prevails, "", *titles)
    title = next((titles[code].text for code in order if code in titles), "")
    place = source_of(change.policy)
    where = f"[`{place.file}`]({links.to(place)})" if change.after else f"`{place.file}`"
    new = "A new policy, in " if change.before is None else ""
    return f"## {inert(shortened(title))} (`{change.policy}`)\n\n{new}{where}\n"


def shortened(words: str, most: int = LONGEST_NAME) -> str:
    """The words on one line, and not too many of them."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _taken_away(change: PolicyChange) -> str:
    said = "**The working text is taken away.** "
    if not change.record.editions:
        return f"{said}Nothing of it was published.\n"
    if change.record.repeal:
        return f"{said}The policy is repealed, and its pages stay.\n"
    return (
        f"{said}What is published stays, but cannot be changed any more: the check refuses this."
        " `inforce repeal` ends a policy.\n"
    )


def _table(found: Iterator[tuple[str, str]]) -> str:
    lines = [f"| {name} | {value} |" for name, value in found if value]
    return "\n".join(["| | |", "| --- | --- |", *lines]) + "\n" if lines else ""


def _language(code: str) -> str:
    return f"{language_name(code, 'en')} (`{code}`)"


def _changed(change: PolicyChange, links: Links, most: int) -> Iterator[Piece]:
    changed = {code: one for code, one in change.changes.items() if one.changed}
    order = sorted(changed, key=lambda code: code != change.source.prevails)
    if not changed:
        yield "No words change.\n"
    else:
        yield f"### What changes\n\n{_by_kind(change, changed, links, most)}\n"
    if changed and (same := [code for code in change.changes if code not in changed]):
        yield f"Nothing changes in: {', '.join(map(_language, same))}.\n"
    for place, code in enumerate(order):
        yield _redline(_language(code), changed[code], RANK_OTHER if place else RANK_FIRST)
    for code, one in change.readers.items():
        if change.replaces:
            edition = change.replaces.edition
            title = f"{_language(code)}: all that differs from No. {inert(edition.number)}"
            yield _redline(f"{title}, which readers know", one, RANK_READERS)


def _redline(title: str, comparison: Comparison, rank: int) -> Cuttable:
    parts = tuple(redline_parts(comparison, MARKDOWN))
    return Cuttable(title, parts, rank, open=rank == RANK_FIRST)


def _by_kind(
    change: PolicyChange, changed: Mapping[str, Comparison], links: Links, most: int
) -> str:
    """The changed clauses by what happened to them, each with its languages and its line."""
    lines = {clause.id: clause.location for clause in change.source.walk()} if change.after else {}
    found: dict[Kind, dict[str, list[str]]] = {}
    names: dict[str, str] = {}
    for code, comparison in changed.items():
        numbers = {**paths(comparison.old), **paths(comparison.new)}
        for kind, ones in comparison.by_kind().items():
            for one in ones:
                names.setdefault(one.id, titled(telling(one), full(numbers[one.id])))
                found.setdefault(kind, {}).setdefault(one.id, []).append(code)
    retitled = change.before and any(one.title_kinds for one in changed.values())
    told = [_titles(changed)] if retitled else []
    for kind in Kind:
        ids = found.get(kind, {})
        shown = [
            f"{_linked(names[one], lines.get(one), links)} ({', '.join(codes)})"
            for one, codes in ids.items()
        ]
        if shown:
            told.append(f"- **{KINDS[kind]}** ({len(shown)}): {'; '.join(_some(shown, most))}")
    parts = sorted({part.name for one in changed.values() for part in one.parts if part.kinds})
    told += [f"- **Around the clauses**: {', '.join(parts)}"] if parts else []
    return "\n".join(told) + "\n"


def _titles(changed: Mapping[str, Comparison]) -> str:
    return f"- **Title** ({', '.join(code for code, one in changed.items() if one.title_kinds)})"


def _linked(name: str, place: Location | None, links: Links) -> str:
    """What a clause is called, with a link to where it is written."""
    shown = inert(shortened(name))
    return f"[{shown}]({links.to(place)})" if place and place.line else shown


def _some(names: list[str], most: int) -> list[str]:
    """At most so many of the names, and how many others there are."""
    rest = len(names) - most
    return [*names[:most], f"and {rest} more"] if rest > 0 else names


def _lagging(change: PolicyChange, links: Links, most: int) -> Iterator[Piece]:
    found = (paths(text).items() for text in change.texts.values())
    numbers = {name: f"{inert(full(path))} " for one in found for name, path in one if path}
    told = (
        f"[{numbers.get(clause.id, '')}`{clause.id}`]({links.to(clause.location)}): "
        f"{_language(followed)} changed, {_language(code)} did not"
        for clause, code, followed in change.behind
    )
    yield from _listed("Translations that did not follow", told, most)


def _addresses(change: PolicyChange) -> Iterator[str]:
    """Each address in code, those of pages first and without the name of their file."""
    named = sorted((not one.endswith(INDEX), one.removesuffix(INDEX)) for one in change.addresses)
    yield from (f"`/{one}`" for _, one in named)


def _listed(title: str, found: Iterator[str], most: int) -> Iterator[Piece]:
    lines = "".join(f"- {one}\n" for one in _some([*found], most))
    if lines:
        yield f"### {title}\n\n{lines}"
