"""Problems as people and programs read them: text, GitHub annotations, JSON, SARIF and Markdown."""

from collections.abc import Callable, Iterable, Mapping

from inforce.problems import Problem
from inforce.report.annotations import annotations
from inforce.report.document import document
from inforce.report.inert import inert
from inforce.report.markdown import markdown
from inforce.report.sarif import sarif
from inforce.report.summary import summary, text

__all__ = ["FORMATS", "annotations", "document", "inert", "markdown", "sarif", "summary", "text"]

Format = Callable[[Iterable[Problem]], str]

# By the name that `inforce check --format` takes.
FORMATS: Mapping[str, Format] = {
    "text": text,
    "github": annotations,
    "json": document,
    "sarif": sarif,
    "markdown": markdown,
}
