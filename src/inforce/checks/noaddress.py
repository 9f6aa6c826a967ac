"""An address that cannot be reached as it is typed.

`https//site.kz`, `www.site`, `site,kz`, an e-mail address without a full stop or with two of them,
a host with a Cyrillic letter that looks like a Latin one.

Fails:

    ru: Вопросы направляйте на info@policies,example или через www.policies.

Passes:

    ru: Вопросы направляйте на info@policies.example или через www.policies.example.
"""

import re
from collections.abc import Iterator
from itertools import islice

from inforce.checks.addresses import typed
from inforce.checks.context import Context
from inforce.checks.words import MOST_IN_ONE_TEXT
from inforce.problems import Problem

ID = "no-address"
SEVERITY = "error"

COMMON = r"(?:kz|ru|com|org|net|info|example)"
CYRILLIC = "\u0400-\u04ff"
WRONG = re.compile(
    # https//, http:/, http;//, htttp://, https:\\
    r"(?P<scheme>\b(?:https?(?:;//|//|:/(?!/)|:\\+|:///)|(?:htp|htps|htttps?|hhttps?|ttps?)://)"
    r"|https?://[ \u00a0](?=\w)|https?://https?:)"
    r"|(?P<www>(?<![\w.])www(?:[,;][ \u00a0]?\w|\.[ \u00a0]\w|\.\.|[ \u00a0]\w+\.\w"
    r"|\.[\w-]{1,63}(?![\w-]|\.\w|@)))"
    rf"|(?P<comma>(?<![\w.,@-])(?:[\w.+-]{{1,64}}@)?[a-zA-Z0-9-]{{3,63}},{COMMON}(?![\w-]))"
    rf"|(?P<mixed>(?<![\w.@/-])(?:[\w.+-]{{1,64}}@)?[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}"
    rf"\.(?:{COMMON}|[кk][zз]|[сc][оo][мm]|ru)(?![\w-]))"
    r"|(?P<email>(?<![\w.+@-])[\w.+-]{1,64}(?:@[\w-]{1,63}(?![\w@-]|\.[\w.-])"
    r"|@@[\w.-]+|@[\w.-]{0,63}\.\.[\w-]+|@\.\w+|@[ \u00a0][\w-]{1,63}\.\w{2,}))"
    rf"|(?P<stops>(?<![\w.@/-])[a-zA-Z0-9-]{{2,63}}\.\.{COMMON}(?![\w-]))"
)
LATIN = re.compile("[A-Za-z]")
OF_CYRILLIC = re.compile(f"[{CYRILLIC}]")
FULLY_CYRILLIC_ENDS = ("рф", "қаз")
# Without one of these nothing of it can stand in a text.
SIGNS = re.compile(r"@|www|tt?ps?[:;/]|htp|\.[a-zк]|,(?:kz|ru|com|org|net|info|example)|\.\.")

HINTS = {
    "scheme": "Write it as `https://host/path`.",
    "www": "Write the whole name, such as `www.site.kz`.",
    "comma": "Write a full stop instead of the comma.",
    "mixed": "Type it again in Latin letters: {letters}.",
    "email": "Write it as `name@host.kz`.",
    "stops": "Write one full stop.",
}


def check(context: Context) -> Iterator[Problem]:
    """An error for each such address."""
    for one in context.passages:
        text = typed(one.source.text)
        if not SIGNS.search(text):
            continue
        found = (match for match in WRONG.finditer(text) if _is_wrong(match))
        for match in islice(found, MOST_IN_ONE_TEXT):
            yield Problem(
                one.source.at(match.start()),
                ID,
                f"`{match[0]}` is not an address",
                _hint(match),
                SEVERITY,
            )


def _is_wrong(match: re.Match[str]) -> bool:
    if match.lastgroup != "mixed":
        return True
    # A host that is wholly Cyrillic may be one, or a sentence without a space.
    host = match[0].rpartition("@")[2]
    labels = host.split(".")
    mixed = any(LATIN.search(label) and OF_CYRILLIC.search(label) for label in labels)
    return mixed or bool(OF_CYRILLIC.search(labels[-1]) and LATIN.search(host))


def _hint(match: re.Match[str]) -> str:
    letters = dict.fromkeys(OF_CYRILLIC.findall(match[0]))
    shown = ", ".join(f"`{letter}` (U+{ord(letter):04X}) is Cyrillic" for letter in letters)
    return HINTS[match.lastgroup or "scheme"].format(letters=shown)
