"""A whole review as Markdown, as long as a comment on GitHub may be."""

from collections import Counter
from collections.abc import Iterable, Iterator

from inforce.problems import Problem
from inforce.report import inert, markdown, summary
from inforce.review.changes import PolicyChange, Reviewed, renamed
from inforce.review.fitting import Piece, fitted
from inforce.review.links import Links
from inforce.review.policy import heading, policy_pieces, shortened
from inforce.review.rules import RuleChange, days

# How many things a list names, the longest first; the next where the review would be too long.
LENGTHS = (30, 10, 3)
MOST_PROBLEMS = 20
MOST_FILES = 5
# Rules are not cut with other lists: what is switched off must not hide among what is not.
MOST_RULES = 100
LONGEST_RULE = 120
SEVERITIES = ("error", "warning", "note")
TITLE = "# What changes\n"


def review_markdown(reviewed: Reviewed, links: Links, limit: int, whole: str = "") -> str:
    """The review in at most `limit` characters; `whole` is where all of it can be read.

    What is left out is said, with where it is: redlines clause by clause first, then the ends of
    long lists, then all but the names of policies.
    """
    rest = f"See [the whole review]({whole})." if whole else "See `inforce review --limit 0`."
    for most in LENGTHS:
        pieces = [*_opening(reviewed, most), *_policies(reviewed, links, most)]
        written = fitted(pieces, limit or _endless(pieces), rest)
        if not limit or len(written) <= limit:
            return written
    return _shortest(reviewed, links, limit, rest)


def _endless(pieces: list[Piece]) -> int:
    return sum(len(one) if isinstance(one, str) else len(one.written(len(one.parts), ""))
               for one in pieces) * 2 + 10_000  # fmt: skip


def _policies(reviewed: Reviewed, links: Links, most: int) -> Iterator[Piece]:
    for change in reviewed.policies:
        yield from policy_pieces(change, reviewed, links, most)


def _opening(reviewed: Reviewed, most: int) -> Iterator[str]:
    """What concerns all: rules, problems, what may not change here, what has no effect."""
    yield TITLE
    if reviewed.rules:
        yield _rules(reviewed)
    if reviewed.problems:
        yield _problems(reviewed, min(most, MOST_PROBLEMS))
    if reviewed.touched:
        names = ", ".join(f"`{one}`" for one in reviewed.touched[:MOST_FILES])
        more = f" and {len(reviewed.touched) - MOST_FILES} more"
        yield (
            f"**Published files change here** ({names}"
            f"{more if len(reviewed.touched) > MOST_FILES else ''}): only the publishing workflow "
            "writes them, and the check refuses this.\n"
        )
    for old, new in renamed(reviewed):
        yield (
            f"`{new}` has most clauses of `{old}`, which is taken away. The id of a policy is its "
            "address and never changes; only its title may.\n"
        )
    if reviewed.still:
        names = ", ".join(f"`{one}`" for one in reviewed.still[:most])
        yield f"The source changes, and no words: {names}.\n"
    if not reviewed.policies:
        yield "No words of any policy change.\n"


def _rules(reviewed: Reviewed) -> str:
    rest = len(reviewed.rules) - MOST_RULES
    lines = "\n".join(_rule(one) for one in reviewed.rules[:MOST_RULES])
    more = f"\n- and {rest} more" if rest > 0 else ""
    judged = f"\n\nNotice is judged here by the longer promise: {days(reviewed.site.notice)}."
    other = reviewed.promised != reviewed.project.site.notice
    return f"## Rules that change\n\n{lines}{more}{judged if other else ''}\n"


def _rule(one: RuleChange) -> str:
    name, before, after = (
        inert(shortened(words, LONGEST_RULE)) for words in (one.name, one.before, one.after)
    )
    return f"- **{name}**: {before or 'nothing'} → {after or 'nothing'}"


def _problems(reviewed: Reviewed, most: int) -> str:
    found = _first_of_each(reviewed.problems)
    shown = markdown(found[:most]).partition("\n\n")[2].replace("\n### ", "\n#### ")
    if shown.startswith("### "):
        shown = f"#{shown}"
    more = f"\nand {len(found) - most} more: `inforce check` names them all.\n"
    rest = more if len(found) > most else ""
    return f"## Problems\n\n**{summary(found)}**\n\n{shown}{rest}"


def _first_of_each(problems: Iterable[Problem]) -> list[Problem]:
    """The errors first, and of the many that one mistake may bring, the first of each check."""
    counted: Counter[tuple[str, str]] = Counter()
    keyed = []
    for one in sorted(problems):
        kind = (one.severity, one.check)
        keyed.append(((SEVERITIES.index(one.severity), counted[kind]), one))
        counted[kind] += 1
    return [one for _, one in sorted(keyed)]


def _shortest(reviewed: Reviewed, links: Links, limit: int, rest: str) -> str:
    """The names of the policies alone, as many as there is room for."""
    found = [_line(change, links) for change in reviewed.policies]
    count = len(reviewed.rules)
    rules = f"**Rules that change: {count}.** " if count else ""
    told = f"{rules}**{summary(reviewed.problems)}**. There is too much to show here. {rest}"
    start = f"{TITLE}\n{told}\n\n"
    room = limit - len(start) - len(f"and {len(found)} more\n")
    shown: list[str] = []
    for line in found:
        room -= len(line)
        if room < 0:
            return f"{start}{''.join(shown)}and {len(found) - len(shown)} more\n"
        shown.append(line)
    return start + "".join(shown)


def _line(change: PolicyChange, links: Links) -> str:
    return "- " + heading(change, links).removeprefix("## ").replace("\n\n", ": ")
