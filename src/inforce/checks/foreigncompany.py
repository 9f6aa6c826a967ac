"""A company that is not the operator.

It mostly comes with a text that was copied. A recipient of data may well have to be named: say so
beside the clause with an exception, or name it in `content/site.yml`:

    checks:
      foreign-company:
        known:
        - name: Лютик
          reason: It delivers the orders.

Fails:

    # content/site.yml
    operator: {name: ТОО «Ромашка»}
    # content/privacy/policy.yml
    clauses:
    - id: operator
      ru: Оператором является ТОО «Лютик».

Passes:

    # content/site.yml
    operator: {name: ТОО «Ромашка»}
    # content/privacy/policy.yml
    clauses:
    - id: operator
      ru: Оператором является ТОО «Ромашка».
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.model import CheckSetting
from inforce.problems import Problem

ID = "foreign-company"
SEVERITY = "warning"

S = r"[ \u00a0]+"
FORMS = (
    rf"(?:\b(?:ТОО|АО|НАО|ЗАО|ОАО|ПАО|ООО|ИП|ОЮЛ)|[тТ]овариществ\w+{S}с{S}ограниченной{S}"
    rf"ответственностью|[аА]кционерн\w+{S}обществ\w+)"
)
KAZAKH = (
    rf"(?:ЖШС|АҚ|ЖК|КеАҚ|[жЖ]ауапкершілігі{S}шектеулі{S}серіктестіг\w+|[аА]кционерлік{S}қоғам\w*)"
)
ENGLISH = r"(?:LLP|LLC|JSC|Ltd|Limited|Inc|GmbH|PLC|Corp|B\.V|S\.A)"
COMPANY = re.compile(
    rf"{FORMS}{S}[«“\"„](?P<ru>[^»”\"“\n]{{2,80}})[»”\"“]?"
    rf"|\bИП{S}(?P<person>[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{{1,40}}"
    rf"(?:{S}[А-ЯЁ]\.[ \u00a0]?(?:[А-ЯЁ]\.)?)?)"
    rf"|[«“\"](?P<kk>[^«»“”\"\n]{{2,80}})[»”\"]{S}{KAZAKH}(?!\w)"
    rf"|[“\"«](?P<quoted>[^“”«»\"\n]{{2,80}})[”\"»],?{S}{ENGLISH}\b"
    rf"|\b{ENGLISH}\.?{S}[“\"«](?P<behind>[^“”«»\"\n]{{2,80}})[”\"»]"
    rf"|(?P<en>(?<![\w&’'-])(?:[A-Z][\w&’'-]{{0,40}}[ \u00a0]){{1,4}}){ENGLISH}(?![\w])"
)
LETTER = re.compile(r"[^\W_]+")
# Words before an English name that are no part of it.
ARTICLES = re.compile(r"^(?:(?:The|A|An|By|With|To|Of|And|Operator|Company)[ \u00a0])+")
BY_FORM = re.compile(rf"{FORMS}|{KAZAKH}|\b{ENGLISH}\b")


def check(context: Context) -> Iterator[Problem]:
    """A warning for each such company, once in a text."""
    known = _known(context)
    for one in context.passages:
        told: set[str] = set()
        for match in islice(COMPANY.finditer(one.shown), MOST_IN_ONE_TEXT):
            name = ARTICLES.sub("", match[match.lastgroup or 0]).strip()
            key = _key(name)
            if not key or key in told or _is_known(key, known):
                continue
            told.add(key)
            yield Problem(
                one.source.at(match.start()),
                ID,
                f"`{match[0].strip()}` is not the operator",
                "Write the operator, best as `{operator.name}`; if another company is meant, say "
                f"why: `except: [{{check: {ID}, reason: …}}]`.",
                SEVERITY,
            )


def _known(context: Context) -> tuple[str, ...]:
    """The names that the facts of the operator and the site's settings hold."""
    facts = (words.text for fact in context.site.facts.values() for words in fact.values())
    named = context.site.checks.get(ID, CheckSetting()).known
    return tuple(filter(None, (_key(BY_FORM.sub(" ", text)) for text in (*facts, *named))))


def _is_known(key: str, known: tuple[str, ...]) -> bool:
    return any(key == one or (len(key) > 2 and key in one) for one in known)


def _key(name: str) -> str:
    return "".join(LETTER.findall(name.casefold().replace("ё", "е")))
