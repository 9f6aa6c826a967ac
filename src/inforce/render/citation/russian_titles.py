"""The titles of documents and the names of operators in Russian, declined.

A title is declined by its head, with the adjectives before it: «Пользовательское соглашение»,
«Пользовательского соглашения». One whose head is not known is not declined at all, but stands in
quotation marks behind a word that is: «документа «Как мы храним данные»».
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from inforce.render.citation.standing import quoted


class _Head(NamedTuple):
    """A kind of document: its genitive and dative, and the endings of adjectives before it."""

    genitive: str
    dative: str
    adjectives: Mapping[str, tuple[str, str]]


_FEMININE = {
    "щая": ("щей", "щей"),
    "ая": ("ой", "ой"),
    "яя": ("ей", "ей"),
}
_NEUTER = {"ое": ("ого", "ому"), "ее": ("его", "ему")}
_MASCULINE = {
    "ый": ("ого", "ому"),
    "ой": ("ого", "ому"),
    "кий": ("кого", "кому"),
    "гий": ("гого", "гому"),
    "хий": ("хого", "хому"),
    "ий": ("его", "ему"),
}
_PLURAL = {"ые": ("ых", "ым"), "ие": ("их", "им")}

# Nominative, genitive, dative.
_FEMININE_HEADS = """
декларация декларации декларации
инструкция инструкции инструкции
концепция концепции концепции
лицензия лицензии лицензии
методика методики методике
оферта оферты оферте
памятка памятки памятке
политика политики политике
программа программы программе
форма формы форме
"""
_NEUTER_HEADS = """
заявление заявления заявлению
обязательство обязательства обязательству
положение положения положению
предложение предложения предложению
решение решения решению
руководство руководства руководству
согласие согласия согласию
соглашение соглашения соглашению
сообщение сообщения сообщению
уведомление уведомления уведомлению
"""
_MASCULINE_HEADS = """
договор договора договору
контракт контракта контракту
кодекс кодекса кодексу
меморандум меморандума меморандуму
отказ отказа отказу
перечень перечня перечню
порядок порядка порядку
регламент регламента регламенту
список списка списку
стандарт стандарта стандарту
устав устава уставу
"""
_PLURAL_HEADS = """
обязательства обязательств обязательствам
положения положений положениям
правила правил правилам
рекомендации рекомендаций рекомендациям
сведения сведений сведениям
стандарты стандартов стандартам
тарифы тарифов тарифам
требования требований требованиям
условия условий условиям
"""


def _heads() -> Iterator[tuple[str, _Head]]:
    tables = (
        (_FEMININE_HEADS, _FEMININE),
        (_NEUTER_HEADS, _NEUTER),
        (_MASCULINE_HEADS, _MASCULINE),
        (_PLURAL_HEADS, _PLURAL),
    )
    for table, adjectives in tables:
        for line in table.split("\n"):
            if line:
                nominative, genitive, dative = line.split()
                yield nominative, _Head(genitive, dative, adjectives)


_HEADS = dict(_heads())

# Names of operators that need no case: «ТОО «Дала Маркет»», and those whose first words have one.
_INDECLINABLE = re.compile(r"[А-ЯЁA-Z]{2,6} ?[«“\"][^»”\"]+[»”\"]|[«“][^»”]+[»”]")
_COMPANIES = (
    (
        "товарищество с ограниченной ответственностью",
        "товарищества с ограниченной ответственностью",
    ),
    ("общество с ограниченной ответственностью", "общества с ограниченной ответственностью"),
    ("акционерное общество", "акционерного общества"),
    ("общественный фонд", "общественного фонда"),
    ("общественное объединение", "общественного объединения"),
    ("корпоративный фонд", "корпоративного фонда"),
    ("частное учреждение", "частного учреждения"),
    ("частный фонд", "частного фонда"),
)


def declined(title: str, *, dative: bool = False) -> str:
    """The title in the genitive or the dative; in quotation marks where it cannot be declined."""
    title = " ".join(title.split()).removesuffix(".")
    return _declined(title.split(), dative) or (
        f"{'документу' if dative else 'документа'} {quoted(title)}"
    )


def _declined(words: list[str], dative: bool) -> str:
    """The words of a title declined, or nothing where that is not certain."""
    at = next((at for at, word in enumerate(words) if _head(word)), -1)
    head = _head(words[at]) if at >= 0 else None
    if head is None or _is_coordinated(words[at + 1 :]):
        return ""
    adjectives = [_adjective(word, head, dative) for word in words[:at]]
    if not all(adjectives):
        return ""
    return " ".join((*adjectives, _noun(words[at], head, dative), *words[at + 1 :]))


def _head(word: str) -> _Head | None:
    """The kind of document that a word is, such as `Политика` or `Cookie-политика`."""
    return _HEADS.get(word.rpartition("-")[2].lower())


def _adjective(word: str, head: _Head, dative: bool) -> str:
    """An adjective before its noun in the genitive or the dative; empty where it is none."""
    lower = word.lower()
    for ending, forms in head.adjectives.items():
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return _as_written(word, lower.removesuffix(ending) + forms[dative])
    return ""


def _noun(word: str, head: _Head, dative: bool) -> str:
    front, hyphen, last = word.rpartition("-")
    return front + hyphen + _as_written(last, head.dative if dative else head.genitive)


def _as_written(word: str, form: str) -> str:
    """A form with capitals where the word has them."""
    if word.isupper():
        return form.upper()
    return form[0].upper() + form[1:] if word[0].isupper() else form


def _is_coordinated(rest: list[str]) -> bool:
    """Whether another head may stand beside the first: `Правила и условия`."""
    if rest[:1] in (["и"], ["или"]):
        return True
    joints = [at for at, word in enumerate(rest) if word in ("и", "или") or word.endswith(",")]
    return any(_head(word) for at in joints for word in rest[at + 1 : at + 4])


def declined_operator(operator: str) -> str:
    """The name of an operator in the genitive; empty where that is not known."""
    if _INDECLINABLE.fullmatch(operator):
        return operator
    for nominative, genitive in _COMPANIES:
        rest = operator[len(nominative) :]
        if operator.lower().startswith(nominative) and re.fullmatch(r" [«“\"].+[»”\"]", rest):
            return _as_written(operator.split()[0], genitive) + rest
    return ""
