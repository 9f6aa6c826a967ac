"""Facts and references: what the author names, written out."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from urllib.parse import urlsplit

from inforce.model import Link, Run, Site, Source, Words
from inforce.problems import Problem
from inforce.resolve.numbering import Number

# `{{` is a brace, `{operator.email}` a fact, `{label}` stands in the words of a reference; no
# other brace may begin anything.
BRACE = re.compile(r"\{\{([a-z][a-z0-9_.]*\}\})?|\{([^{}\n]{0,60}\})?")
NAME = re.compile(r"[a-z][a-z0-9_.]*")
TARGET = re.compile(r"(?P<policy>[a-z][a-z0-9-]*)?(#(?P<clause>[a-z][a-z0-9-]*))?")
LABELS = ("label", "parent")
# Whoever has mended these asks again.
MOST_PROBLEMS = 200

# The number of a clause of another policy in a language: policy, clause, language. The clause
# is empty for the policy itself; None means that there is no such policy or clause.
Lookup = Callable[[str, str, str], Number | None]


def nothing(policy: str, clause: str, language: str) -> Number | None:
    """The lookup of a site with one policy."""
    return None


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Gives the facts and references of one source text their words, and notes what fails."""

    policy: str
    source: Source
    language: str
    site: Site
    numbers: Mapping[str, Number]
    lookup: Lookup
    problems: list[Problem] = field(default_factory=list)
    passed: dict[tuple[str, str], int] = field(default_factory=dict)

    def words(self, text: str, linked: str) -> str:
        """`text` with each name in braces replaced; in a reference also `{label}`, `{parent}`."""
        if "{" not in text:
            return text
        return BRACE.sub(lambda match: self._braced(match, linked), text)

    def _braced(self, match: re.Match[str], linked: str) -> str:
        written = match[0]
        if written.startswith("{{"):
            self._check_doubled(written)
            return written[1:]
        name = written[1:-1]
        if name in LABELS and linked:
            return self._label(name, linked)
        if written.endswith("}") and NAME.fullmatch(name):
            return self._fact(name, written)
        hint = "Write the name of a fact as in content/site.yml, or `{{` for a brace itself."
        near = match.string[match.start() : match.end() + 40]
        self.problem(near, "fact", f"`{written}` is not a fact", hint)
        return written

    def _check_doubled(self, written: str) -> None:
        """In other programs a name stands in two braces; here it would be shown with one."""
        name = written[2:-2]
        if name in self.site.facts:
            message = f"readers would see `{written[1:]}` here, instead of what it stands for"
            self.problem(written, "fact", message, f"Write `{{{name}}}`.")

    def link(self, target: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The link to `target`; only its words where it leads nowhere."""
        if not target:
            hint = "Write `[the words](https://…)`, `[](#clause-id)` or `[](policy#clause-id)`."
            self.problem("](", "link", "this link leads nowhere", hint)
            return runs
        if is_reference(target):
            return self._reference(target, *self._referent(target), runs)
        return self._external(self.words(target, ""), target, runs)

    def _reference(
        self, target: str, policy: str, clause: str, runs: tuple[Run, ...]
    ) -> tuple[Run, ...]:
        number = self._number(policy, clause)
        if number is None:
            self._no_referent(target, policy, clause)
            return runs
        if not runs and not number.label:
            hint = f"Write the words of the link: `[the words]({target})`."
            self.problem(target, "reference", "this reference has no number to show", hint)
        return (Link(runs or (Words(number.label),), policy=policy, clause=clause),)

    def _referent(self, target: str) -> tuple[str, str]:
        """The policy and the clause that a reference names; no policy where it is this one."""
        policy, _, clause = target.partition("#")
        return ("" if policy == self.policy and clause else policy), clause

    def _number(self, policy: str, clause: str) -> Number | None:
        return self.lookup(policy, clause, self.language) if policy else self.numbers.get(clause)

    def _no_referent(self, target: str, policy: str, clause: str) -> None:
        if not policy:
            message = f"there is no clause `{clause}` in this policy"
            hint = "Write the `id:` of one of its clauses, or with `policy#clause` of another's."
            hint = _perhaps("#", clause, self.numbers) or hint
        elif clause and self.lookup(policy, "", self.language) is not None:
            message = f"the policy `{policy}` has no clause `{clause}`"
            hint = "Write the `id:` of one of its clauses."
        else:
            message = f"there is no policy `{policy}` that is or will be published"
            hint = f"Publish `{policy}` first, or together with this one."
        self.problem(target, "reference", message, hint)

    def _external(self, href: str, target: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        if href.startswith("tel:"):
            href = re.sub(r"\s", "", href)
        if not is_address(href):
            hint = "Write a whole address (`https://…`), `#clause-id`, or `policy#clause-id`."
            message = f"`{href}` is not an address that a page can link to"
            self.problem(target, "link", message, hint)
            return runs
        if not runs:
            hint = f"Write `[the words]({target})`."
            self.problem(target, "link", "this link has no words", hint)
        return (Link(runs, href=href),)

    def _label(self, name: str, target: str) -> str:
        if not is_reference(target):
            message = f"`{{{name}}}` stands only in the words of a reference to a clause"
            self.problem(f"{{{name}}}", "reference", message, "Write the words instead.")
            return ""
        number = self._number(*self._referent(target))
        words = (number.label if name == "label" else number.parent) if number else ""
        if number and not words:
            message = f"`{{{name}}}` is empty here: the clause has no such number"
            self.problem(target, "reference", message, "Write the words instead.")
        return words

    def _fact(self, name: str, written: str) -> str:
        fact = self.site.facts.get(name, {})
        value = fact.get(self.language) or fact.get("")
        if value:
            return value.text.strip()
        if fact:
            message = f"`{written}` has no words in this language"
            hint = f"Write them in content/site.yml, under `{name}`: `{self.language}: …`."
        else:
            message = f"`{written}` is not a fact"
            hint = "Facts stand in content/site.yml; a brace itself is written `{{`."
            hint = _perhaps("{", name, self.site.facts, "}") or hint
        self.problem(written, "fact", message, hint)
        return ""

    def problem(self, near: str, check: str, message: str, hint: str) -> None:
        """Note what is wrong where `near` stands next in the source."""
        if len(self.problems) >= MOST_PROBLEMS:
            return
        word = re.compile(re.escape(near) + ("(?![a-z0-9-])" if near[-1:].isalnum() else ""))
        text, key = self.source.text, (near, message)
        found = word.search(text, self.passed.get(key, 0)) or word.search(text)
        offset = found.start() if found else max(text.find(near), 0)
        self.passed[key] = offset + 1
        place = self.source.at(offset)
        self.problems.append(Problem(place, check, f"{message} [{self.language}]", hint))


def _perhaps(before: str, name: str, known: Iterable[str], after: str = "") -> str:
    """The hint that names what comes closest to `name`, if anything does."""
    close = get_close_matches(name, known, 1)
    return f"Write `{before}{close[0]}{after}`." if close else ""


def is_reference(target: str) -> bool:
    """Whether a link leads to a clause, a policy, or a policy's clause."""
    return bool(target) and TARGET.fullmatch(target) is not None


def is_address(href: str) -> bool:
    """Whether a page may link to `href`: http, https, mailto or tel, with something behind it."""
    if re.search(r"[\s<>\"\\^`{|}\x00-\x20]", href):
        return False
    try:
        parts = urlsplit(href)
        port = parts.port
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname) and "@" not in parts.netloc and port != 0
    if parts.scheme == "mailto":
        return re.fullmatch(r"[^@]+@[^@]+", parts.path) is not None
    return parts.scheme == "tel" and any(sign.isdigit() for sign in parts.path)
