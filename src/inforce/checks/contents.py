"""A document that leaves out what the law asks of it.

`profile:` names a list of points that such a document has to say, and `covers:` beside a clause
says which of them it meets. A point that no clause meets is told, with clauses that look as if
they did. The lists are in [profiles](../profiles.md). They help to forget nothing; they are no
legal advice, and cannot tell whether what a clause says is enough.

Fails:

    profile: kz-consent
    clauses:
    - id: operator
      covers: [operator]
      ru: Я, ____________________, даю согласие ТОО «Ромашка», БИН 001240000123.

Passes:

    profile: kz-consent
    clauses:
    - id: operator
      covers: [operator, subject]
      ru: Я, ____________________, даю согласие ТОО «Ромашка», БИН 001240000123.
    - id: data
      covers: [data, term]
      ru: Собираются имя и адрес. Согласие действует один год.
    - id: transfer
      covers: [third-parties, cross-border, public-sources]
      ru: Данные не передаются третьим лицам и за границу и не распространяются.
"""

from collections.abc import Iterator, Mapping

from inforce.checks.context import Context
from inforce.checks.currentaddress import TAG
from inforce.checks.profiles import Point, Profile, profiles
from inforce.checks.shown import shown
from inforce.model import Source, WorkingClause, WorkingPolicy
from inforce.problems import Problem

ID = "contents"
SEVERITY = "error"

# What may be covered whatever the profile is.
ALWAYS = frozenset({TAG})
TITLE_WEIGHT = 3
SUGGESTED = 2


def check(context: Context) -> Iterator[Problem]:
    """An error for each point that is not met, and for each name that means nothing."""
    policy = context.policy
    profile = profiles().get(policy.profile.text) if policy.profile else None
    yield from _unknown(policy, profile)
    if policy.profile and profile is None:
        message = f"there is no profile `{policy.profile.text}`"
        hint = f"Known here: {', '.join(profiles())}."
        yield Problem(policy.profile.location, ID, message, hint, SEVERITY)
    elif policy.profile and profile:
        for point in profile.points:
            yield from _unmet(context, policy.profile, point)


def _unknown(policy: WorkingPolicy, profile: Profile | None) -> Iterator[Problem]:
    """The points that are covered and do not exist."""
    lists = [profile] if profile else [*profiles().values()]
    known = sorted({point.id for one in lists for point in one.points} | ALWAYS)
    where = f" of `{profile.id}`" if profile else ""
    for clause in policy.walk():
        for name in clause.covers:
            if name.text not in known:
                message = f"`{name.text}` is not a point{where}"
                yield Problem(name.location, ID, message, f"Known: {', '.join(known)}.", SEVERITY)


def _unmet(context: Context, profile: Source, point: Point) -> Iterator[Problem]:
    clauses = [one for one in context.policy.walk() if not one.repealed]
    covering = [one for one in clauses if point.id in {name.text for name in one.covers}]
    if covering:
        yield from _empty(context, covering, point)
        return
    message = f"no clause says {point.means} (`{point.id}` of `{profile.text}`)"
    like = _alike(clauses, point)
    looks = "looks" if len(like) == 1 else "look"
    hint = f"Write `covers: [{point.id}]` beside the clause that does"
    hint += f"; {' and '.join(f'`{one}`' for one in like)} {looks} like it." if like else "."
    yield Problem(profile.location, ID, message, hint, SEVERITY)


def _empty(context: Context, covering: list[WorkingClause], point: Point) -> Iterator[Problem]:
    """Where the clauses that cover a point do not hold what makes it up."""
    ids = {one.id for one in covering}
    for code, text in context.texts.items() if point.has else ():
        words = "".join(shown(one) for one in text.walk() if one.id in ids)
        if point.has and not point.has.search(words):
            message = f"this covers `{point.id}`, but does not hold {point.lacks} [{code}]"
            hint = "Write it here, or tag the clause that has it."
            yield Problem(covering[0].location, ID, message, hint, SEVERITY)


def _alike(clauses: list[WorkingClause], point: Point) -> list[str]:
    """The clauses whose words are most like those of a point, the likeliest first."""
    scores: Mapping[str, int] = {one.id: _score(one, point) for one in clauses}
    likely = sorted((one for one in scores if scores[one]), key=lambda one: -scores[one])
    return likely[:SUGGESTED]


def _score(clause: WorkingClause, point: Point) -> int:
    titles = sum(bool(point.words.search(words.text)) for words in clause.title.values())
    texts = sum(len(point.words.findall(words.text)) for words in clause.text.values())
    return TITLE_WEIGHT * titles + texts
