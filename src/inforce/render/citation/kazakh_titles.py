"""The endings of Kazakh words: the genitive, the dative, and the possessive of the third person.

An ending follows the last vowel (back or front) and the last sound of its word. A title that ends
with anything but a Kazakh word takes none: it stands in quotation marks before a word that does.
"""

import re

from inforce.render.citation.standing import quoted

_BACK = frozenset("аоұыяюё")
_FRONT = frozenset("әөүіеиэ")
_VOWELS = frozenset("аәоөұүыіеиуэяюё")
_VOICELESS = frozenset("кқпстфхһцчшщбвгд")
_NASAL = frozenset("мнң")
_VOICED = {"к": "г", "қ": "ғ", "п": "б"}
_WORD = re.compile(r"[а-яёәіңғүұқөһ-]*[а-яёәіңғүұқөһ]{2}", re.IGNORECASE)

# What is no noun, such as «туралы» and «сақтаймыз», takes none of these endings.
_NO_NOUN = re.compile(
    r"(?:^|\s)(?:туралы|жайлы|үшін|бойынша|жөнінде)$|(?:[ай]мыз|[ей]міз|[аеий]д[ыі])$",
    re.IGNORECASE,
)

# Loan words whose endings are front although their vowels are back: актінің.
_UNCERTAIN = re.compile(r"(?:кт|ль|рь|[ъь]|[^аәоөұүыіеиуэяюё]{3})$", re.IGNORECASE)


def genitive_of(word: str) -> str:
    """Such as `саясатының` of `саясаты`, `шарттың` of `шарт`."""
    last = word[-1].lower()
    vowel = "ы" if is_back(word) else "і"
    if (last in _VOWELS and last not in "иу") or last in _NASAL:
        start = "н"
    else:
        start = "т" if last in _VOICELESS else "д"
    return f"{word}{start}{vowel}ң"


def dative_of(word: str, *, possessed: bool) -> str:
    """Such as `саясатына` of `саясаты` (which is possessed), `ережелерге` of `ережелер`."""
    last, vowel = word[-1].lower(), "а" if is_back(word) else "е"
    if possessed and last in "ыі":
        return f"{word}н{vowel}"
    hard = last in _VOICELESS
    start = ("қ" if hard else "ғ") if vowel == "а" else ("к" if hard else "г")
    return f"{word}{start}{vowel}"


def possessive_of(word: str) -> str:
    """Such as `келісімі` of `келісім`, `офертасы` of `оферта`, `тәртібі` of `тәртіп`."""
    vowel = "ы" if is_back(word) else "і"
    last = word[-1]
    if last.lower() in _VOWELS - {"у", "и"}:
        return f"{word}с{vowel}"
    return f"{word[:-1]}{_VOICED.get(last, last)}{vowel}"


def is_back(word: str) -> bool:
    """Whether the endings of a word have back vowels; `у` follows the vowel before it."""
    for letter in reversed(word.lower()):
        if letter in _BACK:
            return True
        if letter in _FRONT:
            return False
    return True


def declined(title: str, *, dative: bool, possessed: bool) -> str:
    """The title in the genitive or the dative, and as another's where it is `possessed`.

    In quotation marks where its ending is not certain.
    """
    title = " ".join(title.split()).removesuffix(".")
    if title.isupper() and " " in title:
        return declined(title.lower(), dative=dative, possessed=possessed).upper()
    if not _is_declinable(title):
        return f"{quoted(title)} {'құжатына' if dative else 'құжатының'}"
    owned = _is_owned(title)
    if possessed and not owned:
        title, owned = possessive_of(title), True
    return dative_of(title, possessed=owned) if dative else genitive_of(title)


def _is_declinable(title: str) -> bool:
    last = title.split()[-1] if title else ""
    if not _WORD.fullmatch(last) or last.isupper():
        return False
    return not (_UNCERTAIN.search(last) or _NO_NOUN.search(last))


def _is_owned(title: str) -> bool:
    """Whether its last word is possessed by those before it: `Құпиялылық саясаты`."""
    return " " in title and title[-1] in "ыі"
