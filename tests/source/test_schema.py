"""The JSON Schema of the sources accepts what is right, and refuses what it can see."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from _pytest.mark import ParameterSet
from hypothesis import HealthCheck, given, settings
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from inforce.model import WorkingPolicy
from inforce.source import dump_policy, policy_schema, site_schema
from inforce.source.document import parse_document
from inforce.source.edition import APPROVAL_KEYS
from inforce.source.edition import KEYS as EDITION_KEYS
from inforce.source.exemptions import KNOWN_KEYS, OWN_KEYS, SITE_KEYS
from inforce.source.languages import KEYS as LANGUAGE_KEYS
from inforce.source.languages import LANGUAGES
from inforce.source.policy import CLAUSE_KEYS, KEYS
from inforce.source.site import KEYS as TOP_KEYS
from tests.chance import examples

from .strategies import policies
from .test_documentation import BLOCKS, TEXT, rows, whole
from .test_mistakes import mistakes

ROOT = Path(__file__).parents[2]
POLICY = jsonschema.Draft202012Validator(policy_schema())
SITE = jsonschema.Draft202012Validator(site_schema())
NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "": None, "~": None, "null": None}


def value(node: Node) -> Any:
    """A node as an editor reads it, by the core schema of YAML 1.2."""
    match node:
        case MappingNode():
            return {str(value(key)): value(below) for key, below in node.value}
        case SequenceNode():
            return [value(below) for below in node.value]
        case ScalarNode(value=str(text)):
            if not node.style and text in WORDS:
                return WORDS[text]
            return float(text) if not node.style and NUMBER.fullmatch(text) else text
    raise AssertionError(node)


def data(text: str) -> Any:
    """The data of a source; None where it is no YAML that is read."""
    document, _ = parse_document(text.encode(), "a.yml")
    return value(document.root) if document else None


@pytest.mark.parametrize("schema", [policy_schema(), site_schema()], ids=["policy", "site"])
def test_the_schema_is_one(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    "path",
    [*ROOT.glob("content/*/policy.yml"), *ROOT.glob("src/inforce/starter/content/*/policy.yml")],
    ids=lambda path: f"{path.parts[-4]}/{path.parent.name}",
)
def test_every_source_that_there_is_fits(path: Path) -> None:
    POLICY.validate(data(path.read_text("utf-8")))
    SITE.validate(data((path.parents[1] / "site.yml").read_text("utf-8")))


@pytest.mark.parametrize("example", [one.values[1] for one in BLOCKS if not one.values[0]])
def test_the_examples_of_the_documentation_fit(example: str) -> None:
    if example.startswith("# content/site.yml"):
        SITE.validate(data(example))
    else:
        POLICY.validate(data(whole(example)))


@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.too_slow])
@given(policies())
def test_everything_that_can_be_written_fits(policy: WorkingPolicy) -> None:
    POLICY.validate(data(dump_policy(policy)))


# What only the reader knows: what a value means beside others, and what YAML itself hides.
BEYOND = ("duplicate-id", "duplicate-key", "missing-text", "comment", "comma", "depth", "limit",
          "languages", "policy-id", "timezone", "syntax", "character", "encoding")  # fmt: skip
# Problems that depend on more than one value or on a calendar, and a number that is too long.
UNSEEN = (
    "before the edition takes effect", "stands twice", "is not translated from itself",
    "is not one of ru", "`en` is not a key here", "this number has 41 characters",
    "the site itself uses", "names a language", "`2026-09-31`",
)  # fmt: skip


def seen() -> list[ParameterSet]:
    """The mistakes that can be seen in the data alone."""
    return [one for one in mistakes() if is_seen(*map(str, one.values))]


def is_seen(file: str, around: str, mistake: str, expected: str) -> bool:
    found = re.findall(r"^[^ ].*: (.*) \[([a-z-]+)\]$", expected, re.MULTILINE)
    told = [message for message, check in found if check not in BEYOND]
    read = data(around.replace("…\n", mistake)) is not None
    return read and any(not any(word in one for word in UNSEEN) for one in told)


def test_most_mistakes_can_be_seen() -> None:
    assert len(seen()) > len([*mistakes()]) / 2


@pytest.mark.parametrize(("file", "around", "mistake", "expected"), seen())
def test_the_mistakes_that_a_schema_can_see_are_refused(
    file: str, around: str, mistake: str, expected: str
) -> None:
    schema = SITE if file == "site" else POLICY
    assert not schema.is_valid(data(around.replace("…\n", mistake))), expected


def properties(schema: Any, *path: str) -> set[str]:
    for name in path:
        schema = schema[name]
    return {*schema["properties"]}


def test_every_key_that_is_read_is_in_the_schema() -> None:
    policy, site = policy_schema(), site_schema()
    assert properties(policy) == {*KEYS}
    assert properties(policy, "$defs", "clause") == {*CLAUSE_KEYS, *LANGUAGES}
    assert properties(policy, "properties", "edition") == {*EDITION_KEYS}
    edition = policy["properties"]["edition"]
    assert properties(edition, "properties", "approved") == {*APPROVAL_KEYS}
    assert {*policy["$defs"]["exceptions"]["items"]["properties"]} == {*OWN_KEYS}
    languages = policy["properties"]["languages"]["properties"]
    assert {*languages} == {*LANGUAGES}
    assert {*languages["ru"]["anyOf"][1]["properties"]} == {*LANGUAGE_KEYS}
    assert properties(site) == {*TOP_KEYS}
    setting = site["properties"]["checks"]["additionalProperties"]["anyOf"][1]["properties"]
    assert {*setting["except"]["items"]["properties"]} == {*SITE_KEYS}
    assert {*setting["known"]["items"]["properties"]} == {*KNOWN_KEYS}


def test_the_descriptions_are_the_words_of_the_documentation() -> None:
    policy = policy_schema()
    fields = {"Above": policy["properties"], "Clauses": policy["$defs"]["clause"]["properties"]}
    for heading, described in fields.items():
        for cell, words in rows(heading):
            for key in re.findall(r"`([a-z]+)`", cell):
                assert described[key]["description"] == bare(words)


def bare(words: str) -> str:
    """The words of a cell without the marks of links and code."""
    return re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", words).replace("`", "")


def test_the_documentation_names_the_command() -> None:
    assert "inforce schema" in TEXT
