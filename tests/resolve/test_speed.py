"""A long policy is read fast, and a hostile one in bounded time."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inforce.checks import Context, run
from inforce.resolve import nothing, resolve_text
from inforce.source import load_policy

from ..source.loading import HEAD, in_clauses, the_site, write

# On two idle cores the long policy takes 0.05 s; this is for a machine that is twenty times busier.
PATIENCE = 1.0


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def all_of_it(folder: Path) -> None:
    site = the_site()
    policy, _ = load_policy(folder, "privacy", site)
    assert policy is not None
    for language in site.languages:
        resolve_text(policy, language, site, nothing)
    list(run(Context(policy, site, datetime(2030, 1, 1, tzinfo=UTC))))


def test_a_long_policy_in_three_languages_is_read_at_once(tmp_path: Path) -> None:
    words = (
        "{operator.name} хранит **персональные данные** на основании пункта [](#c0), "
        "`не дольше`, чем этого требуют цели их обработки, и уничтожает их по окончании срока. "
    )
    texts = "".join(f"  {code}: |-\n    {words}\n" for code in ("ru", "kk", "en"))
    clauses = "".join(f"- id: c{index}\n{texts}" for index in range(130))
    head = HEAD.replace("{ru: authentic}", "{ru: authentic, kk: official, en: official}")
    source = in_clauses(clauses, head)
    assert len(source.encode()) > 100_000
    write(tmp_path, source)
    assert min(seconds(lambda: all_of_it(tmp_path)) for _ in range(3)) < PATIENCE


HOSTILE = {
    "references": "[](#x) " * 12_000,
    "braces": "{ " * 45_000,
    "open brackets": "[" * 20_000,
    "open links": "[a](" * 20_000,
    "stars": "*a **b " * 12_000,
    "nested stars": "*a " * 12_000 + "b*" * 12_000,
    "ticks": "".join("`" * count + " " for count in range(400)),
    "capitals": "X" * 80_000,
    "quotations": "«a" * 20_000,
    "dates": "1 мая 2013 года № 1-V " * 2_000,
    "companies": "ТОО «" * 15_000,
    "addresses": "a@a." * 15_000,
    "tags": "<b " * 30_000,
    "entries": "- a\n    " * 12_000,
    "tables": "|a|b|\n    |-|-|\n    " + "|1|2|3|\n    " * 7_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_in_bounded_time(text: str, tmp_path: Path) -> None:
    write(tmp_path, in_clauses(f"- id: a\n  ru: |-\n    {text}\n"))
    assert seconds(lambda: all_of_it(tmp_path)) < 20 * PATIENCE
