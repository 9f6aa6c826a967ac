"""What a law asks of a kind of document: one file a profile, as data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ruamel.yaml import YAML

SUFFIX = ".yml"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a document has to say.

    `means` says what, `basis` where that stands in the law. `words` find clauses that look like
    it. The clauses that cover it have to hold `has`, where there is such a pattern; `lacks` says
    what is missing otherwise.
    """

    id: str
    means: str
    basis: str
    words: re.Pattern[str]
    has: re.Pattern[str] | None = None
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The points of a kind of document under a law.

    `certain` says that the law itself has this list; otherwise it is drawn from it.
    """

    id: str
    title: str
    law: str
    certain: bool
    points: tuple[Point, ...]


@cache
def profiles() -> Mapping[str, Profile]:
    """Every profile by its name, in alphabetical order."""
    folder = files("inforce.checks.profiles")
    found = [path for path in folder.iterdir() if path.name.endswith(SUFFIX)]
    texts = {path.name.removesuffix(SUFFIX): path.read_text("utf-8") for path in found}
    return {name: _profile(name, text) for name, text in sorted(texts.items())}


def _profile(name: str, text: str) -> Profile:
    data = YAML(typ="safe").load(text)
    points = tuple(_point(key, value) for key, value in data["points"].items())
    return Profile(name, data["title"], data["law"], data["certain"], points)


def _point(name: str, data: Mapping[str, str]) -> Point:
    words = re.compile(data["words"], re.IGNORECASE)
    has = re.compile(data["has"]) if "has" in data else None
    return Point(name, data["means"], data["basis"], words, has, data.get("lacks", ""))
