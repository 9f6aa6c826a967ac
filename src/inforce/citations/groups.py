"""Where a text cites clauses: `п. 2.6`, `clauses 5.2 and 5.3`, `3.1-тармақ`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """What a citation calls the clause."""

    ARTICLE = "article"  # статья, бап: most often of a law
    SECTION = "section"  # раздел, глава, бөлім, тарау
    CLAUSE = "clause"  # пункт, тармақ
    POINT = "point"  # подпункт, тармақша
    PART = "part"  # часть of an article
    ANNEX = "annex"  # приложение, қосымша


@dataclass(frozen=True, slots=True)
class Cited:
    """A number in a citation, and where it stands."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that one word cites: `пп. 4.1. и 4.2.`; `start` and `end` hold the word too."""

    level: Level
    numbers: tuple[Cited, ...]
    start: int
    end: int


NUMBER = r"(?:\d{1,3}(?:\.\d{1,3})*(?!\d)|\b(?-i:[IVX]{1,5})\b)"
LETTER = r"(?:[а-яәғқңөұүһіa-z](?=\)))"
END = r"(?:\)|\.(?!\d))?"
AND = (
    r"\s*(?:,\s*(?:и|а также|and|және)?|;|и|или|либо|and|or|to|through|по|және|мен|немесе|–|—|-)\s*"
)
WORDS = (
    (Level.POINT, r"подпункт\w{0,4}|подп\.|п/п|sub-?clauses?|sub-?paragraphs?|points?"),
    (Level.CLAUSE, r"п\.\s?п\.|пп\.|п\.|пункт\w{0,4}|clauses?|paragraphs?|paras?\.|cl\."),
    (Level.SECTION, r"раздел\w{0,4}|глав(?:а|е|ы|у|ой|ах|ами|ам)|sections?|chapters?|sec\.|§§?"),
    (Level.ARTICLE, r"стать(?:я|и|е|ю|ей|ями|ях|ям)|ст\.\s?ст\.|ст\.|articles?|art\."),
    (Level.PART, r"ч\.|част(?:ь|и|ью|ям|ями|ях)"),
    (Level.ANNEX, r"(?-i:П)риложени\w{1,3}|(?-i:A)nnex(?:es)?|(?-i:A)ppendi(?:x|ces)"),
)
AFTER_WORDS = (
    (Level.POINT, r"тармақша\w*"),
    (Level.CLAUSE, r"тарма[қғ](?!ша)\w*"),
    (Level.SECTION, r"бөлім\w*|тарау\w*"),
    (Level.ARTICLE, r"ба[пб](?:\b|[аеты]\w*)"),
    (Level.PART, r"бөлі[кг]\w*"),
    (Level.ANNEX, r"қосымша\w*"),
)


def _number_of(level: Level) -> str:
    return rf"\(?(?:{NUMBER}|{LETTER})" if level is Level.POINT else NUMBER


def _numbers(name: str, number: str) -> str:
    return rf"(?P<{name}>{number}{END}(?:{AND}{number}{END})*)"


BEFORE = re.compile(
    r"(?<![\w.])(?:т\.\s?)?(?:"
    + "|".join(
        rf"(?P<word{level.name}>{words})\s*№?\s*" + _numbers(f"list{level.name}", _number_of(level))
        for level, words in WORDS
    )
    + ")",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(
        _numbers(f"list{level.name}", _number_of(level))
        + rf"\s?[-–]?\s?(?P<word{level.name}>{words})"
        for level, words in AFTER_WORDS
    )
    + ")",
    re.IGNORECASE,
)
ONE = re.compile(rf"{NUMBER}|{LETTER}", re.IGNORECASE)
AND_SO_ON = re.compile(r"т\.\s?п", re.IGNORECASE)


def find_groups(text: str) -> list[Group]:
    """The citations in `text`, in order and apart from each other."""
    groups: list[Group] = []
    for group in sorted(_groups(text), key=lambda group: (group.start, -group.end)):
        if not groups or group.start >= groups[-1].end:
            groups.append(group)
    return groups


def _groups(text: str) -> Iterator[Group]:
    for pattern in (BEFORE, AFTER):
        for match in pattern.finditer(text):
            if AND_SO_ON.match(match[0]):
                continue
            level = next(level for level in Level if match[f"word{level.name}"])
            start, end = match.span(f"list{level.name}")
            numbers = tuple(
                Cited(one[0], one.start(), one.end()) for one in ONE.finditer(text, start, end)
            )
            yield Group(level, numbers, match.start(), match.end())
