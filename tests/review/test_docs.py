"""What docs/review.md says of the command is so."""

import re
from pathlib import Path

from inforce.commands.review import LIMIT, review_

DOCUMENT = Path(__file__).parents[2].joinpath("docs", "review.md").read_text("utf-8")


def test_every_option_is_told() -> None:
    told = re.findall(r"^\| `(--[a-z]+)", DOCUMENT, re.MULTILINE)
    options = {name for option in review_.params for name in option.opts}
    assert {*told} == options
    assert f"the most characters: {LIMIT}," in DOCUMENT
