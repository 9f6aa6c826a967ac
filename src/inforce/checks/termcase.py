"""A defined word in small letters where every other time it has a capital.

A capital says that the defined meaning holds. Only what is clear is told: the word stands at least
six times with a capital inside sentences, in this very form among them, and once without.

Fails:

    - id: user
      term: Пользователь
      ru: Пользователь – посетитель. Данные Пользователя хранятся. Согласие Пользователя письменное.
        Права Пользователя ниже. Адрес Пользователя известен. Имя Пользователя видно.
    - id: rights
      ru: По требованию Пользователя данные удаляются. Отказ пользователя не нужен.

Passes:

    - id: user
      term: Пользователь
      ru: Пользователь – посетитель. Данные Пользователя хранятся. Согласие Пользователя письменное.
        Права Пользователя ниже. Адрес Пользователя известен. Имя Пользователя видно.
    - id: rights
      ru: По требованию Пользователя данные удаляются. Данные другого пользователя не видны.
"""

import re
from collections import Counter
from collections.abc import Iterator

from inforce.checks.context import Context
from inforce.checks.passages import Passage
from inforce.checks.terms import Term, places, terms
from inforce.problems import Problem

ID = "term-case"
SEVERITY = "warning"

ENOUGH = 6
REACH = 40
# Before these the word is meant in general.
IN_GENERAL = re.compile(
    r"(?:друг\w+|сво[йеёяи]\w*|собственн\w+|ин(?:ой|ого|ому|ым|ые|ых)|люб\w+|кажд\w+|чуж\w+|треть\w+|сторонн\w+|нов\w+"
    r"|any|other|another|each|every|third-party|new|a|an|own|its|their"
    r"|басқа|өзге|өз|кез келген|әр(?:бір)?|үшінші|жаңа)[ \u00a0]$",
    re.IGNORECASE,
)
BEGINNING = re.compile(r"(?:^|[.!?:;»”\n|)–—-])[\s«“\"(*\[\ue001]*$")
# Too often meant in general to be judged.
GENERAL = frozenset(("закон", "заң", "law", "данные", "деректер", "data", "договор", "шарт"))


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such place."""
    seen: set[tuple[str, str]] = set()
    every = tuple(terms(context))
    defining = frozenset(term.clause for term in every)
    for term in every:
        identity = (term.language, term.key)
        if identity in seen or term.key in GENERAL or not term.words[0][0].isupper():
            continue
        seen.add(identity)
        found = _alone(term, context.passages, defining)
        if found:
            one, match = found
            yield Problem(
                one.source.at(match.start()),
                ID,
                f"`{match[0]}` has a capital everywhere else [{term.language}]",
                f"Write `{match[0][:1].upper()}{match[0][1:]}`, if the defined word is meant.",
                SEVERITY,
            )


def _alone(
    term: Term, passages: tuple[Passage, ...], defining: frozenset[str]
) -> tuple[Passage, re.Match[str]] | None:
    """The only place in small letters; None where there are more or too few others.

    A clause that defines a word may say in general what it is.
    """
    capital: Counter[str] = Counter()
    small: list[tuple[Passage, re.Match[str]]] = []
    for one, match in places(term, passages):
        if one.kind == "title" or not one.clause or _is_part(match, term):
            continue
        if match[0][0].islower():
            small.append((one, match))
        elif not BEGINNING.search(_before(one, match)):
            capital[match[0].casefold()] += 1
    if len(small) != 1 or capital.total() < ENOUGH:
        return None
    one, match = small[0]
    known = capital[match[0].casefold()] > 1 and one.clause not in defining
    return small[0] if known and not IN_GENERAL.search(_before(one, match)) else None


def _is_part(match: re.Match[str], term: Term) -> bool:
    """Whether a Kazakh word in its first form belongs to the next: `тауар белгісі`."""
    return term.language == "kk" and match[0].casefold() == term.key


def _before(one: Passage, match: re.Match[str]) -> str:
    """What stands before a word; a line begins where the text does."""
    start = match.start()
    near = one.shown[max(0, start - REACH) : start]
    return near if start <= REACH else f"…{near}"
