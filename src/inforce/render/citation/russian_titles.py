"""The titles of documents and the names of operators in Russian, declined.

A title is declined by its head, with the adjectives before it: «Пользовательское соглашение»,
«Пользовательского соглашения». Of a compound each part is declined that is a head, and a first
part that no case changes stays: «Договора-оферты», «Интернет-политики». A title whose head is not
known is not declined at all, but stands in quotation marks behind a word that is: «документа «Как
мы храним данные»».
"""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
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
анкета анкеты анкете
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

# First parts of compounds that have no cases.
_FIXED = re.compile(
    "[a-z0-9]+|аудио|бизнес|бонус|веб|видео|демо|интернет|к[еэ]шбэк|куки|медиа|мини|онлайн|офлайн"
    "|пресс|промо|смс|фото|чат|экспресс"
)
_JOINTS = frozenset(("и", "или", "-", "–", "—"))

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
    return " ".join((*adjectives, _noun(words[at], dative), *words[at + 1 :]))


def _head(word: str) -> _Head | None:
    """The kind of document that a word is, which its adjectives agree with.

    Of a compound it is the first part that has cases: `Cookie-политика`, `Договор-оферта`.
    """
    return next(filter(None, _parts(word)), None)


def _parts(word: str) -> list[_Head | None]:
    """What each part of a word is, none for one without cases; nothing where one is not known."""
    parts = word.lower().split("-")
    fixed = [*takewhile(_FIXED.fullmatch, parts)]
    heads = [_HEADS.get(part) for part in parts[len(fixed) :]]
    return [*(None for _ in fixed), *heads] if all(heads) else []


def _adjective(word: str, head: _Head, dative: bool) -> str:
    """An adjective before its noun in the genitive or the dative; empty where it is none."""
    lower = word.lower()
    for ending, forms in head.adjectives.items():
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return _as_written(word, lower.removesuffix(ending) + forms[dative])
    return ""


def _noun(word: str, dative: bool) -> str:
    parts = zip(word.split("-"), _parts(word), strict=True)
    return "-".join(
        _as_written(part, head.dative if dative else head.genitive) if head else part
        for part, head in parts
    )


def _as_written(word: str, form: str) -> str:
    """A form with capitals where the word has them."""
    if word.isupper():
        return form.upper()
    return form[0].upper() + form[1:] if word[0].isupper() else form


def _is_coordinated(rest: list[str]) -> bool:
    """Whether another head may stand beside the first: `Правила и условия`, `Договор (оферта)`."""
    if rest[:1] in (["и"], ["или"]) or (rest and _head(rest[0])):
        return True
    joints = [at for at, word in enumerate(rest) if word in _JOINTS or word.endswith(",")]
    joints += [at - 1 for at, word in enumerate(rest) if word.startswith("(")]
    return any(_head(word.strip("(),")) for at in joints for word in rest[at + 1 : at + 4])


def declined_operator(operator: str) -> str:
    """The name of an operator in the genitive; empty where that is not known."""
    if _INDECLINABLE.fullmatch(operator):
        return operator
    for nominative, genitive in _COMPANIES:
        rest = operator[len(nominative) :]
        if operator.lower().startswith(nominative) and re.fullmatch(r" [«“\"].+[»”\"]", rest):
            return _as_written(operator.split()[0], genitive) + rest
    return ""
