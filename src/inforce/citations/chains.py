"""Citations that belong together, and what the words around them say they cite."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inforce.citations.groups import Group, Level, find_groups

# What may stand between the citations of one chain: `п. 3 ст. 8`, `clause 1 of section 5`.
BETWEEN = re.compile(r"\s*(?:,|и|and|of|of the|в|in)?\s*", re.IGNORECASE)
AND = re.compile(r"\s*(?:,|и|and)\s*", re.IGNORECASE)
WINDOW = 100
DOCUMENTS = (
    r"соглашен|политик|договор|оферт|правил|положен|регламент|услов|соглас|инструкц|устав|поряд"
    r"|policy|agreement|terms|conditions|contract|rules|offer|notice|consent|statement"
    r"|саясат|келісім|шарт|ереже|қағида"
)
# In the nominative these begin the next sentence.
GENITIVE = (
    r"соглашени[яй]|политики|договора|оферты|правил|положени[яй]|регламента|условий|согласи[яй]"
    r"|инструкции|устава|порядка"
)
LAWS = (
    r"закон(?:а|у|ом|е|ов|ами|ах)\b|кодекс(?:а|у|ом|е|ов)\b|приказ(?:а|у|ом|е)\b|конституци[ию]"
    r"|постановлени(?:я|ю|ем|и)\b|указ(?:а|у|ом|е)\b|конвенци[ию]|директив"
    r"|(?-i:ГК|НК|КоАП|УК|ТК|GDPR)\b"
)
OWN = r"настоящ\w+|данн\w+|эт\w+|нашего|нашей|осы|this|these|our"
ADJECTIVE = r"[^\W\d_]+(?:ого|его|ых|их|ой|ей|ым|им|ому|ему|ом|ем|ую)"
# The words behind a citation that say what it cites.
AFTER = re.compile(
    rf"\s*(?:(?P<own>(?:{OWN})\b)\s*)?"
    rf"(?:(?:{ADJECTIVE}\s+){{0,2}}?(?:(?P<law>{LAWS})|(?P<document>(?:{GENITIVE})\b)))?",
    re.IGNORECASE,
)
AFTER_ENGLISH = re.compile(
    rf"\s*(?:of|in|under|to)\s+(?:(?P<own>(?:{OWN})\b)\s*|the\s+|an?\s+)?(?:[\w’'-]+\s+){{0,6}}?"
    rf"(?:(?P<law>(?-i:Law|Act|Code|Regulations?|GDPR|Directive|Constitution)\b)"
    rf"|(?P<document>(?:{DOCUMENTS})\w*))",
    re.IGNORECASE,
)
# In Kazakh the document stands before the citation, in the genitive.
BEFORE = re.compile(
    rf"(?:(?P<own>(?:{OWN})\b)\s+)?(?:[^\W\d_]+\s+)??"
    r"(?:(?P<law>(?:заң|кодекс|бұйры|қаулы|конституция)\w*)"
    rf"|(?P<document>(?:{DOCUMENTS})\w*(?:ның|нің|дың|дің|тың|тің)))\s*$",
    re.IGNORECASE,
)
# How a document names itself: `настоящая Политика`, `осы Келісім`, `this Policy`.
SELF_NAMED = re.compile(
    rf"(?:настоящ\w+|осы|this)\s+(?:[^\W\d_]+\s+){{0,2}}?(?:{DOCUMENTS})", re.IGNORECASE
)
KAZAKH = re.compile(r"тарма|бөлі|тарау|ба[пб]|қосымша", re.IGNORECASE)
END = re.compile(r"\s*(?:$|[,;:.)])")


@dataclass(frozen=True, slots=True)
class Chain:
    """Citations of one clause by its parts, or of several clauses of one document.

    `law` and `document` are what the words around them name, `own` that it is this document.
    """

    text: str
    groups: tuple[Group, ...]
    law: str = ""
    document: str = ""
    own: str = ""

    @property
    def stem(self) -> str:
        """The stem of the document's name, in small letters."""
        found = re.match(DOCUMENTS, self.document, re.IGNORECASE)
        return found[0].casefold() if found else ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing follows that would say what other thing is cited."""
        end = self.groups[-1].end
        ends = END.match(self.text, end) is not None or self.text[end - 1] == "."
        return bool(self.own or self.document) or ends

    def has(self, *levels: Level) -> bool:
        """Whether something of one of these levels is cited."""
        return any(group.level in levels for group in self.groups)

    def cites_others(self, names: str, *, has_articles: bool = False) -> bool:
        """Whether it is a law or another document that is cited.

        `names` are the words by which the document names itself; `has_articles` says that its own
        clauses are articles.
        """
        if self.law:
            return True
        if self.document and not self.own:
            return self.stem not in names
        return self.has(Level.ARTICLE, Level.PART) and not (self.own or has_articles)

    def container(self, at: int) -> Group | None:
        """The citation of the clause that the point `at` stands in: `подпункт 1) пункта 3.2`."""
        group = self.groups[at]
        for other in (*self.groups[at + 1 : at + 2], *self.groups[max(at - 1, 0) : at]):
            first, second = sorted((group, other), key=lambda one: one.start)
            between = self.text[first.end : second.start].strip().lower()
            if other.level is Level.CLAUSE and between in ("", "of") and len(other.numbers) == 1:
                return other
        return None


def own_names(title: str, texts: Iterable[str]) -> str:
    """The words by which a document names itself, in small letters."""
    found = [match[0] for text in texts for match in SELF_NAMED.finditer(text)]
    return " ".join([title, *found]).casefold()


def find_chains(text: str) -> Iterator[Chain]:
    """The chains of citations in a paragraph."""
    groups: list[Group] = []
    for group in find_groups(text):
        if groups and _parts(text[groups[-1].end : group.start], groups[-1]):
            yield _chain(text, tuple(groups))
            groups = []
        groups.append(group)
    if groups:
        yield _chain(text, tuple(groups))


def _parts(between: str, group: Group) -> bool:
    """Whether the words behind a citation part it from the next one.

    No law has sections or clauses `2.1`, so that an article which an `and` adds is apart.
    """
    if not BETWEEN.fullmatch(between):
        return True
    own = group.level is Level.SECTION or any("." in one.number for one in group.numbers)
    return own and AND.fullmatch(between) is not None


def _chain(text: str, groups: tuple[Group, ...]) -> Chain:
    start, end = groups[0].start, groups[-1].end
    if KAZAKH.search(text, start, min(end, start + WINDOW)):
        match = BEFORE.search(text[max(start - WINDOW, 0) : start])
    else:
        window = text[end : end + WINDOW]
        match = AFTER_ENGLISH.match(window) or AFTER.match(window)
    if match is None:
        return Chain(text, groups)
    return Chain(text, groups, match["law"] or "", match["document"] or "", match["own"] or "")
