"""Facts and references: what the author names, written out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from inforce.model import Link, Run, Site, Source, Words
from inforce.problems import Problem
from inforce.resolve.numbering import Number

# `{{` is a brace; `{operator.email}` is a fact; `{label}` stands in the words of a reference.
NAME = re.compile(r"\{\{|\{([a-z][a-z0-9_.]*)\}")
TARGET = re.compile(r"(?P<policy>[a-z][a-z0-9-]*)?(#(?P<clause>[a-z][a-z0-9-]*))?")
SCHEMES = ("http", "https", "mailto", "tel")
LABELS = ("label", "parent")

# The number of a clause of another policy in a language: policy, clause, language. The clause
# is empty for the policy itself; None means that there is no such policy or clause.
Lookup = Callable[[str, str, str], Number | None]


def nothing(policy: str, clause: str, language: str) -> Number | None:
    """The lookup of a site with one policy."""
    return None


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Gives the facts and references of one source text their words, and notes what fails."""

    source: Source
    language: str
    site: Site
    numbers: Mapping[str, Number]
    lookup: Lookup
    problems: list[Problem] = field(default_factory=list)

    def words(self, text: str, linked: str) -> str:
        """`text` with each name in braces replaced; in a reference also `{label}`, `{parent}`."""
        reference = self._referent(linked) if linked and _is_reference(linked) else None

        def replacement(match: re.Match[str]) -> str:
            name = match[1]
            if name is None:
                return "{"
            if name in LABELS and linked:
                return self._label(name, reference, linked)
            return self._fact(name, match[0])

        return NAME.sub(replacement, text) if "{" in text else text

    def link(self, target: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The link to `target`; only its words where it leads nowhere."""
        match = TARGET.fullmatch(target)
        if match and target:
            return self._reference(target, match["policy"] or "", match["clause"] or "", runs)
        return self._external(self.words(target, ""), target, runs)

    def _reference(
        self, target: str, policy: str, clause: str, runs: tuple[Run, ...]
    ) -> tuple[Run, ...]:
        number = self._referent(target)
        if number is None:
            self._no_referent(target, policy, clause)
            return runs
        if not runs and not number.label:
            hint = f"Write the words of the link: `[the words]({target})`."
            self._problem(target, "reference", "this reference has no number to show", hint)
        return (Link(runs or (Words(number.label),), policy=policy, clause=clause),)

    def _referent(self, target: str) -> Number | None:
        policy, _, clause = target.partition("#")
        return self.lookup(policy, clause, self.language) if policy else self.numbers.get(clause)

    def _no_referent(self, target: str, policy: str, clause: str) -> None:
        if not policy:
            message = f"there is no clause `{clause}` in this policy"
        elif clause and self.lookup(policy, "", self.language) is not None:
            message = f"the policy `{policy}` has no clause `{clause}`"
        else:
            message = f"there is no policy `{policy}` that is or will be published"
        self._problem(target, "reference", message, "Write the `id:` of the clause that is meant.")

    def _external(self, href: str, target: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        if not is_address(href):
            hint = "Write a whole address (`https://…`), `#clause-id`, or `policy#clause-id`."
            self._problem(
                target, "link", f"`{href}` is not an address that a page can link to", hint
            )
            return runs
        if not runs:
            self._problem(
                target, "link", "this link has no words", f"Write `[the words]({target})`."
            )
        return (Link(runs, href=href),)

    def _label(self, name: str, number: Number | None, target: str) -> str:
        if number is None:
            return ""
        words = number.label if name == "label" else number.parent
        if not words:
            message = f"`{{{name}}}` is empty here: the clause has no such number"
            self._problem(target, "reference", message, "Write the words instead.")
        return words

    def _fact(self, name: str, written: str) -> str:
        fact = self.site.facts.get(name, {})
        value = fact.get(self.language) or fact.get("")
        if value is None:
            known = ", ".join(sorted(self.site.facts)) or "none"
            message = (
                f"`{written}` is not known in this language"
                if fact
                else f"`{written}` is not a fact"
            )
            hint = f"Facts stand in content/site.yml: {known}. A brace itself is written `{{{{`."
            self._problem(written, "fact", message, hint)
            return ""
        return value.text.strip()

    def _problem(self, near: str, check: str, message: str, hint: str) -> None:
        offset = max(self.source.text.find(near), 0)
        problem = Problem(self.source.at(offset), check, f"{message} [{self.language}]", hint)
        if problem not in self.problems:
            self.problems.append(problem)


def _is_reference(target: str) -> bool:
    return TARGET.fullmatch(target) is not None


def is_address(href: str) -> bool:
    """Whether a page may link to `href`: http, https, mailto or tel, with something behind it."""
    if re.search(r"[\s<>\"\\^`{|}\x00-\x20]", href):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname) and "@" not in parts.netloc
    return parts.scheme in SCHEMES and bool(parts.path)
