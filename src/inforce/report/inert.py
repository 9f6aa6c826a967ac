"""Words that GitHub's Markdown shows as they are typed, whoever wrote them.

A backslash keeps Markdown from a sign, but not GitHub from what it looks for in the finished text:
mentions, numbers of issues, addresses, commits, names of emoji. A `<wbr>` inside of these shows
nothing, is left in by GitHub, and takes them apart. The number of an issue may stand behind the
name of an owner without a sign between them (`aGH-1`), so what comes before it does not matter.
https://github.com/desktop/desktop/tree/development/app/src/lib/markdown-filters
"""

import re

SIGNS = r"\`*_~[]<>#|&!+-.()"

# The shortest name of a commit that GitHub looks for has seven figures.
_SHORT = 6
_FOUND = (
    r"(?P<apart>@|:(?=//)|\bwww(?=\.)|:(?=[\w+-]+:)"
    r"|#(?=\d)|GH(?=-\d)|/(?=(?:issues|pull|discussions)/\d))"
    rf"|(?P<commit>(?<![^\W_])[0-9a-f]{{{_SHORT + 1},}}(?![^\W_]))"
)
_ANY = re.compile(rf"{_FOUND}|(?P<sign>[{re.escape(SIGNS)}])", re.IGNORECASE)


def inert(words: str, signs: str = SIGNS) -> str:
    """The words in Markdown, without any mark, HTML, link, picture or mention made of them.

    `signs` are those that would mean something where the words are put.
    """

    def write(found: re.Match[str]) -> str:
        sign = found[0]
        if found["commit"]:
            starts = range(0, len(sign), _SHORT)
            return "<wbr>".join(sign[start : start + _SHORT] for start in starts)
        written = f"\\{sign}" if sign in signs else sign
        return f"{written}<wbr>" if found["apart"] else written

    return _ANY.sub(write, words)
