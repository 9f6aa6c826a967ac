"""Problems as SARIF 2.1.0 (OASIS), which code scanning and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from inforce.checks import Rule, rules
from inforce.checks.page import page
from inforce.problems import Problem

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# The part of a problem that stays the same when lines above it are added or taken away.
FINGERPRINT = "problem/v1"


def sarif(problems: Iterable[Problem]) -> str:
    """A log of one run, with the documentation of each kind of problem that it found."""
    found = list(problems)
    known = rules()
    used = sorted({problem.check for problem in found})
    driver = {
        "name": "inforce",
        "version": version("inforce"),
        "rules": [_rule(name, known.get(name)) for name in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The top of the repository."}}},
        "results": [
            _result(problem, used.index(problem.check), mark)
            for problem, mark in zip(found, _fingerprints(found), strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.text},
        "help": {"text": rule.text, "markdown": page(rule)},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(problem: Problem, index: int, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": problem.check,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": "\n".join(filter(None, (problem.message, problem.hint)))},
        "locations": [_location(problem)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }


def _location(problem: Problem) -> dict[str, Any]:
    place = problem.location
    artifact = {"uri": quote(place.file), "uriBaseId": "SRCROOT"}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if place.line:
        column = {"startColumn": place.column} if place.column else {}
        physical["region"] = {"startLine": place.line, **column}
    if not place.clause:
        return {"physicalLocation": physical}
    name = f"{PurePosixPath(place.file).parent.name}#{place.clause}"
    logical = {"name": place.clause, "fullyQualifiedName": name, "kind": "clause"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _fingerprints(problems: Iterable[Problem]) -> Iterator[str]:
    """A digest for each problem; equal ones in one clause are told apart by their count."""
    seen: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        place = problem.location
        same = (place.file, place.clause, problem.check, problem.message)
        seen[same] += 1
        text = "\0".join((*same, str(seen[same])))
        yield hashlib.sha256(text.encode()).hexdigest()
