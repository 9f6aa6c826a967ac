from datetime import date, datetime, timedelta, timezone

import pytest

from inforce.render import Case
from inforce.render.dates import language_name, words_of_date
from tests.factory import ZONE

DAY = date(2026, 9, 1)

WRITTEN = [
    ("ru", Case.PLAIN, "1 сентября 2026 года"),
    ("ru", Case.SINCE, "1 сентября 2026 года"),
    ("kk", Case.PLAIN, "2026 жылғы 1 қыркүйек"),
    ("kk", Case.SINCE, "2026 жылғы 1 қыркүйектен"),
    ("kk", Case.UNTIL, "2026 жылғы 1 қыркүйекке"),
    ("kk", Case.ON, "2026 жылғы 1 қыркүйекте"),
    ("kk", Case.OF, "2026 жылғы 1 қыркүйектегі"),
    ("en", Case.ON, "1 September 2026"),
    ("uz", Case.ON, "1-sentabr, 2026"),
    ("xx", Case.ON, "September 1, 2026"),
]


@pytest.mark.parametrize(("language", "case", "words"), WRITTEN)
def test_a_date_is_written_as_its_language_does(language: str, case: Case, words: str) -> None:
    assert words_of_date(DAY, language, case).replace("\u00a0", " ") == words


SINCE = """қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан
шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан"""
UNTIL = """қаңтарға ақпанға наурызға сәуірге мамырға маусымға
шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға"""


@pytest.mark.parametrize("month", range(1, 13))
def test_kazakh_months_take_the_right_endings(month: int) -> None:
    day = date(2026, month, 1)
    assert words_of_date(day, "kk", Case.SINCE).endswith(SINCE.split()[month - 1])
    assert words_of_date(day, "kk", Case.UNTIL).endswith(UNTIL.split()[month - 1])


@pytest.mark.parametrize("language", ["ru", "kk", "en", "uz", "fr"])
def test_no_space_is_written_that_common_fonts_lack(language: str) -> None:
    assert "\u202f" not in words_of_date(DAY, language)


def test_a_moment_shows_its_time_save_at_midnight() -> None:
    midnight = datetime(2026, 9, 1, tzinfo=ZONE)
    assert words_of_date(midnight, "en") == words_of_date(DAY, "en")
    later = words_of_date(datetime(2026, 9, 1, 15, 5, tzinfo=ZONE), "en")
    assert later == words_of_date(DAY, "en") + " (15:05, UTC+05:00)"


def test_moments_that_are_the_same_instant_keep_their_own_dates() -> None:
    here = datetime(2026, 9, 1, tzinfo=ZONE)
    there = here.astimezone(timezone(timedelta(hours=4)))
    assert words_of_date(here, "en") != words_of_date(there, "en")


def test_languages_have_names() -> None:
    assert language_name("kk") == "Қазақ тілі"
    assert language_name("kk", "ru") == "казахский"
    assert language_name("xx") == "Xx"
