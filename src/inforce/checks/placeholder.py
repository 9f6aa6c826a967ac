"""A word of a template that nobody replaced.

`[НАЗВАНИЕ КОМПАНИИ]`, `TODO`, `lorem ipsum`, `«Наименование компании»`, `example.com`, `ХХ дней`,
`дд.мм.гггг`, `???`. A form that readers fill in is meant: nothing is said of brackets and of days
in letters in an annex, or beside blanks such as `____`.

In `content/site.yml` it is the company that `inforce new` wrote there: its address and its facts,
which would be published for ever.

Fails:

    ru: Настоящая Политика принята ТОО «Наименование компании», [ГОРОД].

Passes:

    ru: Настоящая Политика принята ТОО «Ромашка», г. Алматы.
"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from inforce.checks.context import Context
from inforce.checks.passages import Passage
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.model import Site
from inforce.problems import Problem

ID = "placeholder"
SEVERITY = "error"

NAMING = (
    r"(?i:(?:полное |сокращ[её]нное )?(?:название|наименование) "
    r"(?:компании|организации|оператора|сайта|магазина|юридического лица|товарищества)"
    r"|ваш[аеи]? (?:компания|сайт|организация|название|имя|email|адрес|город)|имя компании"
    r"|компани\w* (?:атауы|аты)|ұйым\w* атауы|сайт\w* атауы|сіздің (?:компанияңыз|сайтыңыз)"
    r"|(?:your |the )?(?:company|website|site|business|organi[sz]ation|operator)(?:’s|'s)? name"
    r"|your (?:company|website|site|business|organi[sz]ation|name|email|e-mail|address|city))"
)
FILL_IN = (
    r"названи|наименовани|указать|укажите|вставить|вставьте|впишите|заполнить|ваш|адрес|email|e-mail"
    r"|телефон|город|дата|атауы|мекенжай|көрсет|жазыңыз|енгізіңіз|сіздің|күні|қала"
    r"|insert|your|name|company|address|date|city|fill in|phone"
)
# What is counted, so that `ХХ` before it is no Roman number.
COUNTED = (
    r"(?:рабоч\w+ |календарн\w+ |жұмыс |күнтізбелік |business |working |calendar )?"
    r"(?:дн[яе]|день|час|минут|месяц|недел|лет\b|тенге|процент|%|күн|сағат|апта|ай\b|жас|теңге|пайыз"
    r"|days?\b|hours?\b|minutes?\b|months?\b|weeks?\b|years?\b|tenge|per ?cent)"
)
X = "[XxХх]"
# What nobody means, wherever it stands.
ALWAYS = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC)\b|\b[Tt]odo:|(?i:lorem ipsum)|\?{3,}"
    rf"|(?<![\w(]){X}{{2}}(?=[ \u00a0]?{COUNTED})"
    rf"|(?<![\w.]){X}{{2}}\.{X}{{2}}\.(?:\d{{4}}|{X}{{4}})\b|\b20{X}{{2}}\b"
    r"|(?<![\w(])(?:[XХ]{3,}|[xх]{4,})(?![\w)]|[ \u00a0](?:век|ғасыр|съезд|centur))"
    rf"|[«“\"]{NAMING}[»”\"]|(?:\b(?:ТОО|АО|ИП|ООО)|ЖШС|LLP)[ \u00a0]{NAMING}\b"
    r"|(?<![\w%])%[A-Za-z_]{3,30}%"
    r"|<(?:[А-ЯЁӘҒҚҢӨҰҮҺІа-яёәғқңөұүһі][^<>\n]{2,60}|[A-Z]+(?:[_ ][A-Z]+)+)>",
)
IN_BRACKETS = re.compile(
    rf"\[(?=[^\[\]\n]{{2,80}}\](?!\())(?:[^\[\]a-zа-яёәғқңөұүһі\d\n]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{{3}}"
    rf"[^\[\]a-zа-яёәғқңөұүһі\n]*|[^\[\]\n]*(?i:{FILL_IN})[^\[\]\n]*)\]"
)
# A day in letters, where the form that is asked for is not what is written about.
DAY = re.compile(
    r"(?<!формате )(?<!format )\b(?:дд[./]мм[./](?:гггг|гг)|кк[./]аа[./]жжжж"
    r"|dd[./]mm[./](?:yyyy|yy))\b(?! форма)",
    re.IGNORECASE,
)
# A name in two braces; in one it is a fact.
IN_BRACES = re.compile(r"\{\{[ ]?[\w. -]{2,40}\}\}")
EXAMPLE = re.compile(
    r"(?<![\w.-])(?:[\w.+-]{1,64}@|https?://)?(?:www\.)?"
    r"(?:example\.(?:com|org|net|kz|ru)|(?:your-?(?:site|domain|company)|my-?(?:site|domain)"
    r"|yourwebsite|sitename|domain|site-name|company-name)\.(?:com|kz|ru|org|net))(?![\w-]|\.\w)",
    re.IGNORECASE,
)
BLANK = "___"
# The address and the facts of the site that `inforce new` makes.
STARTER = re.compile(
    r"(?<![\w-])company\.example(?![\w-]|\.\w)|ТОО «Название»|«Атауы» ЖШС|^Name LLP$|^0{12}$"
)
STARTER_HINT = "Put your company into content/site.yml; what is published stays for ever."


def check(context: Context) -> Iterator[Problem]:
    """An error for each such word."""
    yield from _in_site(context.site)
    for one in context.passages:
        for offset, written in islice(_found(one, context), MOST_IN_ONE_TEXT):
            yield Problem(
                one.source.at(offset),
                ID,
                f"`{written}` is a word of a template",
                "Write what is meant; a form that readers fill in stands in an annex.",
                SEVERITY,
            )


def _in_site(site: Site) -> Iterator[Problem]:
    facts = (source for words in site.facts.values() for source in words.values())
    written = ((site.url, site.location), *((one.text, one.location) for one in facts))
    for text, place in written:
        if STARTER.search(text):
            message = f"`{text}` is a word of a template"
            yield Problem(place, ID, message, STARTER_HINT, SEVERITY)


def _found(one: Passage, context: Context) -> Iterator[tuple[int, str]]:
    for match in ALWAYS.finditer(one.shown):
        yield match.start(), match[0]
    for pattern in (IN_BRACKETS, DAY) if not one.annex and BLANK not in one.shown else ():
        for match in pattern.finditer(one.shown):
            yield match.start(), match[0]
    for match in IN_BRACES.finditer(one.source.text) if "{" in one.shown else ():
        if one.shown[match.start()] == "{":
            yield match.start(), match[0]
    host = urlsplit(context.site.url).hostname or ""
    for match in EXAMPLE.finditer(one.source.text):
        if not _is_own(match[0], host):
            yield match.start(), match[0]


def _is_own(written: str, host: str) -> bool:
    name = re.split(r"@|//", written)[-1].removeprefix("www.")
    return host == name or host.endswith(f".{name}")
