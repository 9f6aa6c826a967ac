"""Problems as one JSON document, for programs; `schema/problems-v1.json` describes it."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from inforce.problems import Problem
from inforce.report.summary import COUNTED

FORMAT = "inforce-problems-v1"


def document(problems: Iterable[Problem]) -> str:
    """All problems with their counts, as indented JSON with a final line feed."""
    found = list(problems)
    counts = Counter(problem.severity for problem in found)
    whole = {
        "format": FORMAT,
        "counts": {severity: counts[severity] for severity in COUNTED},
        "problems": [_problem(problem) for problem in found],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.location
    return {
        "check": problem.check,
        "severity": problem.severity,
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "clause": place.clause or None,
        "message": problem.message,
        "hint": problem.hint,
    }
