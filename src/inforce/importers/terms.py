"""Definitions: which words a clause gives a meaning."""

import re
from collections.abc import Iterator

from inforce.importers.lines import Format
from inforce.importers.notes import Notes
from inforce.importers.signs import ending
from inforce.importers.tree import Node

QUOTED = r"(?:«(?P<{0}1>[^»«]{{1,120}})»|“(?P<{0}2>[^”]{{1,120}})”|\"(?P<{0}3>[^\"]{{1,120}})\")"
VERB = (
    r"(?:[-–—]\s?это\b|[-–—]|означает\b|означают\b|это\b|means\b|shall mean\b|refers to\b"
    r"|деп\b|дегеніміз\b)"
)
# `«Сайт» — …`, `"Personal data" means …` at the start of a clause.
HEAD = re.compile(rf"\**{QUOTED.format('q')}\**\s*{VERB}(?=\s)", re.IGNORECASE)
PLAIN_HEAD = re.compile(
    r"(?P<term>[^\W\d_][^.;:!?()«»\"“”–—]{0,100}?)\s+(?:means|shall mean|[-–—]\s?это|дегеніміз)\s"
)
LISTED_HEAD = re.compile(r"(?P<term>[^\W\d_][^.;:!?«»\"“”–—]{0,100}?)\s+[-–—]\s")
# `(далее – Политика)`, `(hereinafter referred to as the User)`, `(бұдан әрі — Саясат)`.
SHORT = (
    r"(?:далее(?:\s+по\s+тексту)?(?:\s+(?:также|именуем\w+|совместно|вместе|везде))*"
    r"|именуем\w+\s+в\s+дальнейшем|в\s+дальнейшем(?:\s+именуем\w+)?"
    r"|hereinafter(?:\s+(?:also|referred|called|collectively|jointly|known|to|as))*"
    r"|бұдан\s+(?:әрі|былай)(?:\s+мәтін\s+бойынша)?)"
)
INLINE = re.compile(
    rf"(?P<open>\(\s*)?\b{SHORT}(?P<dash>\s*[-–—:?,])?\s*(?:(?:the|как)\s+)?"
    r"(?P<term>«[^»]{1,80}»|“[^”]{1,80}”|\"[^\"]{1,80}\"|[^\W\d_][^),.;:\"“”]{0,80})",
    re.IGNORECASE,
)
CAPITALISED = re.compile(r"[^\W\d_][\w’'-]*(?:\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]*)*")
PARENTHESIS = re.compile(
    r"\((?:the|collectively,?(?: the)?|together,?(?: the)?|each,?(?: a| an)?)\s+"
    r"(?:“([^”]{1,60})”|\"([^\"]{1,60})\")\)",
    re.IGNORECASE,
)
UNDERSTOOD = re.compile(
    rf"\bпод\s+(?:термин\w+\s+|поняти\w+\s+)?{QUOTED.format('u')}[^.;]{{0,40}}?"
    r"\bпонима(?:ется|ются)\b",
    re.IGNORECASE,
)
REFERRED = re.compile(
    r"\breferred to in this \w+ as (?:the )?(?P<term>[A-Z][\w-]*(?: [A-Z][\w-]*){0,4})"
)
# `This means that …` defines nothing.
NO_TERMS = re.compile(
    r"(?:this|that|it|which|these|those|what|he|she|they|by|all|any|no|such)\b", re.IGNORECASE
)
GLOSSARY = re.compile(
    r"термин|определени|понятия|definition|key terms|terms and|ұғымдар|терминдер|анықтама",
    re.IGNORECASE,
)


def find_terms(root: Node, form: Format, notes: Notes) -> None:
    """Note at each clause the first word that it defines; a clause can name only one."""
    for node in root.walk():
        glossary = node.parent is not None and is_glossary(node.parent)
        found: list[str] = []
        for block in node.texts():
            text = form.plain(block.text)
            name = "" if block.table or node.name else head_term(text, glossary=glossary)
            node.name = node.name or name
            # Marks inside a word would part it from what readers see of it.
            found += [term for term in (name, *inline_terms(text)) if term in block.text]
        found = [term for term in dict.fromkeys(found) if term]
        if found:
            node.term = found[0]
        if found[1:]:
            others = ", ".join(f"“{term}”" for term in found[1:])
            message = f"besides “{found[0]}” this clause defines {others}; `term:` holds one"
            notes.say(node.line, "term", message)


def is_glossary(node: Node) -> bool:
    """Whether the paragraphs of a clause, or of one around it, are definitions."""
    for one in node.path():
        announces = one.titled or ending(one.block.text) == ":"
        if announces and GLOSSARY.search(one.block.text):
            return True
    return False


def head_term(text: str, *, glossary: bool = False) -> str:
    """The word that a paragraph begins with and defines, or nothing.

    In a `glossary`, a dash behind words without quotation marks is enough.
    """
    if match := HEAD.match(text):
        return _short(match["q1"] or match["q2"] or match["q3"])
    match = PLAIN_HEAD.match(text) or (LISTED_HEAD.match(text) if glossary else None)
    if match is None or NO_TERMS.match(match["term"]):
        return ""
    words = match["term"].strip()
    return _short(words) if words[0].isupper() and len(words.split()) <= 10 else ""


def inline_terms(text: str) -> Iterator[str]:
    """The words that a paragraph defines on its way: `(далее – Политика)`."""
    for match in INLINE.finditer(text):
        if term := _named(match):
            yield term
    for match in PARENTHESIS.finditer(text):
        yield match[1] or match[2]
    for match in UNDERSTOOD.finditer(text):
        yield match["u1"] or match["u2"] or match["u3"]
    for match in REFERRED.finditer(text):
        yield match["term"]


def _short(words: str) -> str:
    """The short name inside a defined word: `Site User (hereinafter referred to as the User)`."""
    match = INLINE.search(words)
    return (_named(match) if match else "") or _bare(words)


def _named(match: re.Match[str]) -> str:
    """The name that a match of INLINE gives; empty where its words only look like it."""
    words = _bare(match["term"])
    unquoted = _unquoted(words)
    if unquoted != words or match["open"]:
        return unquoted
    if words[0].islower() and not (match["dash"] or "").strip(" ,:"):
        return ""
    capitalised = CAPITALISED.match(words)
    return capitalised[0] if capitalised else ""


def _unquoted(words: str) -> str:
    for opening, closing in ("«»", "“”", '""'):
        inner = words[1:-1]
        if words.startswith(opening) and words.endswith(closing) and opening not in inner:
            return _bare(inner)
    return words


def _bare(words: str) -> str:
    return words.strip().strip("*_").strip()
