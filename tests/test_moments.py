"""Moments as people type them."""

import pytest

from inforce.moments import now, parse_moment
from inforce.problems import InforceError


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-09-01", "2026-09-01T00:00:00+05:00"),
        ("2026-09-01T18:00", "2026-09-01T18:00:00+05:00"),
        ("2026-09-01 18:00:30", "2026-09-01T18:00:30+05:00"),
        ("2026-09-01T18:00Z", "2026-09-01T23:00:00+05:00"),
        ("2026-09-01T18:00:00-05:00", "2026-09-02T04:00:00+05:00"),
        ("2023-09-01", "2023-09-01T00:00:00+06:00"),
        ("2024-02-29", "2024-02-29T00:00:00+06:00"),
    ],
)
def test_a_moment_has_the_offset_of_the_place(text: str, instant: str) -> None:
    assert parse_moment(text, "Asia/Almaty").isoformat() == instant


@pytest.mark.parametrize(
    "text",
    ["", "today", "2026-13-01", "2026-02-30", "20260901", "2026-W01-1", "2026-9-1", "1.9.2026",
     "2026-09-01T25:00", "2026-09-01T18", "0001-01-01", "9999-12-31", "2026-09-01T18:00 Z",
     "２０２６-09-01"],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InforceError) as caught:
        parse_moment(text, "Asia/Almaty")
    told = f"`{text}` is not a moment: write 2026-09-01 or 2026-09-01T18:00"
    assert str(caught.value) == told


def test_the_clock_knows_its_offset() -> None:
    assert now().utcoffset() is not None
