"""All checks of a long policy take no time that anybody notices."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from inforce.project import load_project
from inforce.publish import check_sources

from ..workplace import at
from .examples import NOW, policy, write

# On two idle cores it takes 0.2 s; this is for a machine that is ten times busier.
PATIENCE = 2.0
WORDS = {
    "ru": "{operator.name} хранит **персональные данные** на основании пункта [](#c0) и статьи 8 "
    "Закона, `не дольше`, чем этого требуют цели, и уничтожает их по истечении 30 дней. ",
    "kk": "{operator.name} **дербес деректерді** [](#c0)-тармақтың және Заңның 8-бабының негізінде "
    "мақсаттар `талап еткеннен` ұзақ сақтамайды және оларды 30 күннен кейін жояды. ",
    "en": "{operator.name} keeps **personal data** under clause [](#c0) and Article 8 of the Law "
    "`no longer` than the purposes require, and destroys them after 30 days. ",
}
HOSTILE = {
    "citations": "п. 1.1, 2.2 и 3.3 " * 5_000,
    "numbers": "1.2.3.4.5 " * 9_000,
    "points": "подпункт 1) " * 8_000,
    "links": "[а 1.1](#c0) " * 7_000,
    "words": "пункт " * 15_000,
    "brackets": "[(" * 40_000,
    "full stops": "п." * 40_000,
    "articles": "ст. 1 " * 15_000,
}


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def all_of_it(folder: Path) -> None:
    list(check_sources(load_project(folder), at(NOW)))


def texts(words: str = "") -> str:
    return "".join(f"  {code}: |-\n    {words or text}\n" for code, text in WORDS.items())


def test_a_long_policy_in_three_languages_is_checked_at_once(tmp_path: Path) -> None:
    source = policy("privacy", "".join(f"- id: c{index}\n{texts()}" for index in range(150)))
    assert len(source.encode()) > 100_000
    write(source, tmp_path)
    assert min(seconds(lambda: all_of_it(tmp_path)) for _ in range(3)) < PATIENCE


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_checked_in_bounded_time(text: str, tmp_path: Path) -> None:
    write(f"- id: c0\n  ru: |-\n    {text}\n", tmp_path)
    assert seconds(lambda: all_of_it(tmp_path)) < 20 * PATIENCE
