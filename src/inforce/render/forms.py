"""The forms that a defined word takes in a sentence: a pattern for each word of a term.

A form that no word has does no harm, a form of another word does. So a word is only given the
endings of its own kind, which its own ending tells: `Пользователь` those of a noun, so that
`Пользовательский` is another word, and `Данные` those of an adjective in the plural, so that
`Данная` is. Russian after A. A. Zaliznyak's «Грамматический словарь русского языка», as far as
endings tell; Kazakh by its order of suffixes (plural, possessive, case).
"""

import re

_VOWELS = "аеёиоуыэюя"
_HUSHING = "кгхжшчщц"
_LATIN = re.compile(r"[A-Za-z]+")
_SHORTEST = 3  # letters of a word that is declined; shorter ones are `на`, `и`, `об`, …

_ADJECTIVE_PLURAL = "ые ых ым ыми ие их им ими"
_MANY = "ам ами ах"
# What the ending of a word is followed by in its other forms, the longest ending first: how many
# letters are cut off, and the endings; `0` is none, with a vowel put in where two consonants meet.
_RUSSIAN: tuple[tuple[str, int, str], ...] = (
    ("[Тт]рет(?:ий|ь[яеи])", 2, "ий ья ье ьи ьего ьему ьей ью ьим ьем ьих ьими"),
    ("[кгхжшчщ]ие|ые", 2, _ADJECTIVE_PLURAL),
    ("ый|[кгхжшчщн]ий|ой", 2, f"ый ий ой ого его ому ему ым им ом ем {_ADJECTIVE_PLURAL}"),
    ("ая", 2, f"ая ой ую ою ей ею {_ADJECTIVE_PLURAL}"),
    ("яя", 2, f"яя ей юю ею {_ADJECTIVE_PLURAL}"),
    ("ое|ее", 2, f"ое ее ого его ому ему ым им ом ем {_ADJECTIVE_PLURAL}"),
    ("ия", 1, "я и ю ей ею й ям ями ях"),
    ("ие", 1, "е я ю ем и й ям ями ях"),
    ("ии", 1, "и я ю ей ею й е ем ям ями ях"),
    ("а", 1, f"а ы и е у ой ою ей ею 0 {_MANY}"),
    ("мя", 1, "я ени енем ена ен енам енами енах"),
    ("я", 1, "я и е ю ей ею ь 0 ям ями ях"),
    ("ь", 1, "ь я ю ем ём е и ей ью ям ями ях"),
    ("й", 1, "й я ю ем ём е и ев ям ями ях"),
    ("о", 1, f"о а у ом е 0 {_MANY}"),
    ("е", 1, f"е я ю ем а у ей 0 ям ями ях {_MANY}"),
    ("ы", 1, f"ы ов ев 0 а у ом ем е ой {_MANY}"),
    ("[кгхжшчщ]и", 1, f"и ов ей 0 а у ом ем е ой {_MANY}"),
    ("и", 1, "и ь я ю ем е ей ью ям ями ях"),
    (f"[^{_VOWELS}ьй]", 0, f"0 а у ом ем е ы и ов ев ей {_MANY}"),
)

_PLURAL = "(?:[лдт][ае]р)"
_POSSESSIVE = "(?:(?:[ыі]м|[ыі]ң|м|ң)(?:[ыі]з)?|с?[ыі])"
_CASE = "(?:[ндт][ыі]ң|[ғқ]а|[гк]е|н[ае]|[ндт][ыі]|н|н?[дт][ае](?:н|ғы|гі)?|н[ае]н|[мбп]ен)"
_AFTER_FIRST_PERSON = "(?:[ыі]?[мң](?:[ыі]з)?[ае])"  # `Сайтыма`
_KAZAKH = f"{_PLURAL}?(?:{_AFTER_FIRST_PERSON}|{_POSSESSIVE}?{_CASE}?)"
_VOICED = {"п": "б", "к": "г", "қ": "ғ"}
_VOICELESS = {voiced: voiceless for voiceless, voiced in _VOICED.items()}


def forms(word: str, language: str, *, last: bool) -> str:
    """A pattern of the forms of a word of a term; `last` is whether no word of it follows.

    Letters are written as in the word, small endings after them, and in Russian `е` for `ё`.
    """
    match language:
        case "ru":
            plain = word.replace("ё", "е").replace("Ё", "Е")
            return "-".join(map(_russian, plain.split("-")))
        case "kk":
            return _kazakh(word) if last else re.escape(word)
        case "en":
            return _english(word) if last else re.escape(word)
        case _:
            return re.escape(word)


def _is_fixed(word: str) -> bool:
    """Whether a word has no other forms: an abbreviation, or one with figures."""
    return len(word) > 1 and (word.isupper() or not word.replace("-", "").isalpha())


def _russian(word: str) -> str:
    """A pattern of a word without hyphens; `Договор-оферта` has two, and each has its forms."""
    if _LATIN.search(word):
        return _english(word)
    if _is_fixed(word) or len(word) < _SHORTEST:
        return re.escape(word)
    for ending, cut, written in _RUSSIAN:
        if re.search(f"(?:{ending})$", word):
            stem = word[: len(word) - cut]
            found = {"" if one == "0" else one for one in written.replace("ё", "е").split()}
            return _or([re.escape(stem) + _or(sorted(found)), *_fleeting(word, stem)])
    return re.escape(word)


def _fleeting(word: str, stem: str) -> list[str]:
    """Forms in which a vowel goes or comes: `Продавец`, `Продавца`; `Ссылка`, `ссылок`."""
    if re.search(rf"[^{_VOWELS}][ео][^{_VOWELS}ьй]ь?$", word):
        bare = stem[:-2] + ("ь" if word.endswith("лец") else "") + stem[-1]
        return [re.escape(bare) + "(?:а|у|ом|ем|е|ы|и|ов|ев|я|ю|ей|ам|ами|ах|ям|ями|ях)"]
    if word[-1] in "аоеыи" and re.search(rf"[^{_VOWELS}ь][^{_VOWELS}ьй]$", stem):
        return [re.escape(stem[:-1]) + "[ео]" + re.escape(stem[-1])]
    if word[-1] in "аоеыи" and re.search(rf"ь[^{_VOWELS}ьй]$", stem):
        return [re.escape(stem[:-2]) + "е" + re.escape(stem[-1])]
    return []


def _kazakh(word: str) -> str:
    if _is_fixed(word) or _LATIN.search(word):
        return re.escape(word) + f"(?:-?{_KAZAKH})?"
    voiced = _VOICED.get(word[-1])
    softened = [re.escape(word[:-1]) + voiced + f"{_POSSESSIVE}{_CASE}?"] if voiced else []
    return _or([re.escape(word) + _KAZAKH, *softened, *_many_possessed(word)])


def _many_possessed(word: str) -> list[str]:
    """The plural of what is another's: `субъектісі`, `субъектілері`; `тәртібі`, `тәртіптері`."""
    if word[-1] not in "ыі" or len(word) <= _SHORTEST:
        return []
    bare, last = word[:-2], word[-2]
    stems = [bare + _VOICELESS.get(last, last), *([bare] if last == "с" else [])]
    return [f"{re.escape(stem)}{_PLURAL}{_POSSESSIVE}{_CASE}?" for stem in stems]


def _english(word: str) -> str:
    if _is_fixed(word):
        return re.escape(word) + "s?"
    if re.search("[^aeiou]y$", word):
        return re.escape(word[:-1]) + "(?:y|ies)"
    if re.search("(?:s|x|z|ch|sh)$", word):
        return re.escape(word) + "(?:es)?"
    return re.escape(word) + "s?"


def _or(patterns: list[str]) -> str:
    return f"(?:{'|'.join(sorted(patterns, key=len, reverse=True))})"
