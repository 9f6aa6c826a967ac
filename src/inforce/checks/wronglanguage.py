"""A text that is not in the language under which it stands.

Somebody pasted it under the wrong key, or left the words of the other language to be translated
later. Words in quotation marks, code and addresses are not counted, and nothing is said of a text
that is too short to tell: `Оператор` is the same word in Kazakh and in Russian.

Fails:

    ru: Данные хранятся один год.
    kk: Данные хранятся в течение одного года со дня получения.

Passes:

    ru: Данные хранятся один год.
    kk: Деректер алынған күннен бастап бір жыл бойы сақталады.
"""

import re
from collections.abc import Iterator, Mapping

from inforce.checks.context import Context
from inforce.checks.passages import Passage
from inforce.problems import Problem

ID = "wrong-language"
SEVERITY = "error"

NAMES = {"ru": "Russian", "kk": "Kazakh", "en": "English"}
WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}(?![^\W\d_])")
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")
KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
LATIN = re.compile("[a-z]")

# Words and endings that one language has and the others have not. Of the Russian ones those are
# left out that Kazakh or an abbreviation has too: не, да, к, с, ма, бар.
_WORDS = {
    "ru": (
        "и в на что по для или от из при за его её их если как также это эти этот об во со под "
        "который которые которая которого которых является являются может могут вправе обязан "
        "настоящий настоящего настоящей настоящая иной иных иные все всех мы вы вас ваш ваши нас "
        "позднее после без между либо дня течение только быть был"
    ),
    "kk": (
        "және мен бен пен үшін туралы бұл осы сол болып бойынша арқылы немесе сондай ретінде "
        "жылғы кейін дейін егер емес тиіс жоқ ие олар оның оны олардың өз әр бір кез деп болады "
        "болса алады алмайды бұдан бастап сәйкес жүзеге асырылады құқылы барлық басқа қарай "
        "жағдайда мынадай ішінде ғана"
    ),
    "en": (
        "the of and to in is for or that with by on are shall not be as any this which from may "
        "your our we you their its it at if no has have been was other such all"
    ),
}
FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split()) for code, words in _WORDS.items()
}
ENDINGS = {
    "ru": re.compile(
        r"\w{3,}(?:ение|ения|ению|ением|ений|ность|ности|ностью|остей|ться|ются|ется|ается|ются|"
        r"ого|ому|ыми|ими|ные|ных|ный|ная|ное|ские|ских|ской|ского|ский|ующий|ующие|ющих|"
        r"теля|телю|телем|тели|телей|ями|ировать|ывать)|\w*[щъё]\w*|\w{3,}ие"
    ),
    "kk": re.compile(
        r"\w{3,}(?:лар|лер|дар|дер|тар|тер)(?:ы|і|ын|ін|ды|ді|дың|дің|ға|ге|ымен)?"
        r"|\w{3,}(?:ады|еді|йды|йді|лған|лген|дағы|дегі|ылды|ілді)"
    ),
}
ENOUGH = 4


def check(context: Context) -> Iterator[Problem]:
    """An error for each text of which a line is in another of the languages."""
    for one in context.passages:
        found = next(_lines(one), None)
        if found:
            offset, actual = found
            yield Problem(
                one.source.at(offset),
                ID,
                f"this is {NAMES[actual]}, under `{one.language}:`",
                f"Write it in {NAMES[one.language]}; words that are quoted stand in quotation "
                "marks.",
                SEVERITY,
            )


def _lines(one: Passage) -> Iterator[tuple[int, str]]:
    start = 0
    for line in one.shown.split("\n"):
        words = WORD.findall(QUOTED.sub(" ", line))
        actual = language_of(words, one.language) if words else one.language
        if actual != one.language:
            first = WORD.search(line)
            yield start + (first.start() if first else 0), actual
        start += len(line) + 1


def language_of(words: list[str], expected: str) -> str:
    """The language of the words; the expected one wherever there is any doubt."""
    cyrillic = [word for word in words if not LATIN.match(word.lower())]
    latin = len(words) - len(cyrillic)
    if expected == "en":
        if not cyrillic or len(cyrillic) <= 2 * latin or sum(map(len, cyrillic)) < 5:
            return expected
        return "kk" if _score(cyrillic, "kk") > _score(cyrillic, "ru") else "ru"
    if latin > 2 * len(cyrillic):
        return "en" if _is_english(words) else expected
    other = "kk" if expected == "ru" else "ru"
    against, own = _score(cyrillic, other), _score(cyrillic, expected)
    return other if against >= ENOUGH and against > 3 * own and against >= len(words) else expected


def _is_english(words: list[str]) -> bool:
    """Whether words in Latin letters are more than a list of names."""
    known = sum(word.lower() in FUNCTION_WORDS["en"] for word in words)
    small = sum(word == word.lower() for word in words)
    return len(words) > 2 and known * 8 >= len(words) and small * 2 >= len(words)


def _score(words: list[str], language: str) -> int:
    return sum(_evidence(word, language, first=not index) for index, word in enumerate(words))


def _evidence(word: str, language: str, *, first: bool) -> int:
    """How sure a word is of a language: 0 to 3; a name may be of any."""
    lower = word.lower()
    if len(word) < 3 and lower not in FUNCTION_WORDS[language]:
        return 0
    if lower in FUNCTION_WORDS[language]:
        return 3
    if language == "kk" and KAZAKH_LETTER.search(lower):
        return 3 if first or word == lower else 1
    if language == "ru" and KAZAKH_LETTER.search(lower):
        return 0
    return 2 if ENDINGS[language].fullmatch(lower) and (first or word == lower) else 0
