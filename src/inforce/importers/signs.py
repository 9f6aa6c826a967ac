"""Signs of punctuation, and what they say about where a sentence, a heading or a list ends."""

import re

BULLETS = "•●○▪▫■□◦‣⁃∙·⬤◆◇❖➢➤►▶✓✔"
DASHES = "-–—−‒―‑"
FINAL = ".;:!?…"
CLOSERS = "»”’\"')]*_"
OPENERS = "«“„‘\"'([*_"
MAX_HEADING = 200
# A final full stop after these does not end a sentence.
ABBREVIATION = re.compile(
    r"(?:^|[\s(«])(?:п|пп|п\.\s?п|ст|ч|см|гл|разд|подп|т\.\s?е|т\.\s?н|cl|no|art|sec|para|см)\.$",
    re.IGNORECASE,
)
# Words that no sentence and no heading ends with: articles, prepositions, conjunctions.
_FUNCTION_WORDS = """
а без бы в во где для до если же за и из или иных как какая какие каким какой какую когда ко к
которая которого которое которой котором которую которые который которых либо между на над не ни
но о об от перед по под при про с со также то у чем через что чтобы этого №
a an and are as at be by for from if in into is its of on or such than that the their this to
unless was were when where whether which who whose will with your
және мен бен пен немесе үшін туралы бойынша арқылы кезінде ретінде осы болып
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
WORD = re.compile(r"[^\W\d_]+(?:[-/’'][^\W\d_]+)*|№")


def ending(text: str) -> str:
    """The sign that ends the sentence or the entry of a list `text`; empty where it goes on."""
    bare = text.rstrip().rstrip(CLOSERS).rstrip()
    if not bare or bare[-1] not in FINAL or ABBREVIATION.search(bare[-12:]):
        return ""
    return bare[-1]


def breaks_off(text: str) -> bool:
    """Whether `text` surely stops in the middle of a sentence."""
    bare = text.rstrip().rstrip("*_")
    if not bare or ending(bare):
        return False
    if bare[-1] in ",(«“" or ABBREVIATION.search(bare[-12:]):
        return True
    words = WORD.findall(bare[-40:])
    return bool(words) and bare.endswith(words[-1]) and words[-1].casefold() in FUNCTION_WORDS


def starts_small(text: str) -> bool:
    """Whether `text` begins as the middle of a sentence does: with a small letter or a comma."""
    bare = text.lstrip().lstrip(OPENERS)
    return bool(bare) and (bare[0].islower() or bare[0] in ",;:.)%»”")


def is_capitals(text: str) -> bool:
    """Whether all the letters of a short text are capitals, as in a heading."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 3 and len(text) <= MAX_HEADING and "".join(letters).isupper()


def is_headline(text: str, limit: int = 150) -> bool:
    """Whether `text` could be a heading: short, begins with a capital, ends as no sentence does."""
    bare = text.strip().lstrip(OPENERS)
    if not bare or len(bare) > limit or starts_small(text):
        return False
    return not ending(text) and not breaks_off(text) and any(map(str.isalpha, bare))


def is_rule(text: str) -> bool:
    """Whether a line holds only the strokes of a ruler or of a table's frame."""
    return re.fullmatch(r"\s*[-=*+|:\s]{3,}", text) is not None and len(text.strip()) >= 3
