"""What a site consists of: pages for people and files for machines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from inforce.address import Address
from inforce.model import Text
from inforce.problems import Problem


class Kind(StrEnum):
    """What a page is; its template has the same name."""

    HOME = "home"
    POLICY = "policy"
    STATE = "state"
    EDITION = "edition"
    CHANGES = "changes"
    HISTORY = "history"
    PARALLEL = "parallel"
    CLAUSES = "clauses"
    CHANGELOG = "changelog"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language, before it is filled in.

    `POLICY` is the canonical page of a policy in force, `STATE` that of one that is not.
    `edition` is the id of the edition on the page, or empty. `title` is plain words. `canonical`
    is the address that search engines are told to keep. They are told to keep nothing of what is
    not in force (`indexed`): no edition or draft, and of a policy neither page nor history; nor of
    what repeats a text, as `PARALLEL`, `CHANGES` and `CLAUSES` do.
    """

    address: Address
    kind: Kind
    title: str
    canonical: Address
    edition: str = ""
    in_nav: bool = False
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class File:
    """A file that is written byte for byte."""

    address: Address
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A working text for a preview, by language, with what is wrong in its source."""

    policy: str
    texts: Mapping[str, Text] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def title(self, language: str) -> str:
        """The title in a language; the id of the policy where there is none."""
        text = self.texts.get(language)
        return text.title if text and text.title else self.policy
