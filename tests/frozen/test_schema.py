"""The JSON Schemas, for those who read frozen files without this program."""

import json
from importlib import resources
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given

from inforce.frozen import edition_bytes, text_bytes
from inforce.model import Edition, Text

from . import test_edition, test_text
from .strategies import OFTEN, RARELY, editions, texts


def validator(name: str) -> jsonschema.Draft202012Validator:
    file = resources.files("inforce.frozen") / "schema" / f"{name}.json"
    schema = json.loads(file.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


EDITION = validator("edition-v1")
TEXT = validator("text-v1")


@RARELY
@given(texts())
def test_every_text_that_is_written_fits_its_schema(text: Text) -> None:
    TEXT.validate(json.loads(text_bytes(text)))


@OFTEN
@given(editions())
def test_every_edition_that_is_written_fits_its_schema(edition: Edition) -> None:
    EDITION.validate(json.loads(edition_bytes(edition)))


# What a schema cannot say: ids that stand twice, days that no calendar has, refused characters,
# a language named in another place. The specification says it in words.
BEYOND = ("stands twice", "normal form C", "U+", "not a date", "not the id of an edition")


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [(name, change, message) for name, change, _, message in test_text.REFUSALS],
)
def test_a_text_that_is_refused_does_not_fit(name: str, change: Any, message: str) -> None:
    file = json.loads(text_bytes(test_text.SAMPLE))
    change(file)
    beyond = any(words in message for words in BEYOND) and name != "key not composed"
    assert TEXT.is_valid(file) == beyond, name


@pytest.mark.parametrize("run", [run for run, _, _ in test_text.RUNS])
def test_a_run_that_is_refused_does_not_fit(run: object) -> None:
    file = json.loads(text_bytes(test_text.SAMPLE))
    file["clauses"][0]["title"] = [run]
    assert not TEXT.is_valid(file)


@pytest.mark.parametrize(
    "change",
    [
        change
        for change, path, message in test_edition.REFUSALS
        if not message.endswith("stands twice") and "not a date" not in message
        # These two depend on the languages of the edition and on the calendar.
        if path not in ("$.prevails", "$.fallback", "$.effective")
    ],
)
def test_an_edition_that_is_refused_does_not_fit(change: Any) -> None:
    file = json.loads(edition_bytes(test_edition.SAMPLE))
    change(file)
    assert not EDITION.is_valid(file)
