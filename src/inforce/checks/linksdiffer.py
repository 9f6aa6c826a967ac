"""A link, an e-mail address or a reference that one language of a clause has and another lacks.

The languages are compared with the prevailing one, by where a link leads and not by its words. A
host and a path that differ only in the code of a language, `/rus/` and `/kaz/`, are the same.

Fails:

    ru: Заявление направляется на {operator.email}.
    kk: Өтініш жіберіледі.

Passes:

    ru: Заявление направляется на {operator.email}.
    kk: Өтініш {operator.email} мекенжайына жіберіледі.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from inforce.checks.addresses import addresses, typed
from inforce.checks.context import Context
from inforce.checks.passages import Passage, by_unit
from inforce.model import Site
from inforce.problems import Problem

ID = "links-differ"
SEVERITY = "warning"

NAMES = {"ru": "Russian", "kk": "Kazakh", "en": "English"}
REFERENCE = re.compile(r"\]\((?P<target>[a-z][a-z0-9-]*(?:#[a-z][a-z0-9-]*)?|#[a-z][a-z0-9-]*)\)")
FACT = re.compile(r"\{([a-z][a-z0-9_.]{0,60})\}")
URL = re.compile(r"https?://[^\s<>()«»“”\"]+")
CODE_OF_LANGUAGE = re.compile(r"^(?:ru|kk|kz|en)\.|/(?:ru|rus|kk|kz|kaz|en|eng)(?=/|$)")
# Only these are clear enough to be compared; what else a fact says may be said otherwise.
OF_A_READER = re.compile(r"@|^(?:https?://|www\.)")

Targets = Mapping[str, tuple[Passage, int]]


def check(context: Context) -> Iterator[Problem]:
    """A warning for each clause and language, at the first target that differs."""
    ready, policy = context.ready, context.policy
    base = next((one for one in (policy.prevails, policy.fallback, *ready) if one in ready), "")
    for texts in by_unit(context.passages).values() if len(ready) > 1 else ():
        if base not in texts:
            continue
        ours = _targets(texts[base], context.site)
        for code in ready:
            if code != base and code in texts:
                yield from _compared(ours, texts[code], context.site, base)


def _compared(ours: Targets, others: Sequence[Passage], site: Site, base: str) -> Iterator[Problem]:
    theirs = _targets(others, site)
    more = [one for one in theirs if one not in ours]
    less = [one for one in ours if one not in theirs]
    if not more and not less:
        return
    passage, offset = theirs[more[0]] if more else (others[0], 0)
    here, there = (", ".join(f"`{one}`" for one in names[:3]) for names in (more, less))
    name = NAMES[base]
    if here and there:
        message = f"the text leads to {here} here, and to {there} in the {name} text"
    elif here:
        message = f"the text leads to {here} here, but not in the {name} text"
    else:
        message = f"the {name} text leads to {there}, this one does not"
    hint = "Lead to the same in all languages."
    yield Problem(passage.source.at(offset), ID, f"{message} [{passage.language}]", hint, SEVERITY)


def _targets(passages: Sequence[Passage], site: Site) -> Targets:
    """Where the texts lead, each with the place at which it first stands."""
    found: dict[str, tuple[Passage, int]] = {}
    for one in passages:
        for offset, target in _of_text(one.source.text, one.language, site):
            found.setdefault(target, (one, offset))
    return found


def _of_text(text: str, language: str, site: Site) -> Iterator[tuple[int, str]]:
    for match in REFERENCE.finditer(text) if "](" in text else ():
        yield match.start(), match["target"]
    for match in FACT.finditer(text) if "{" in text else ():
        fact = site.facts.get(match[1], {})
        value = fact.get(language) or fact.get("")
        if value and OF_A_READER.search(value.text):
            yield match.start(), value.text.strip().lower()
    urls = [*URL.finditer(typed(text))] if "://" in text else ()
    for match in urls:
        yield match.start(), _same(match[0])
    for address in addresses(text):
        if address.is_email:
            yield address.offset, address.written.lower()
        elif not any(url.start() <= address.offset < url.end() for url in urls):
            yield address.offset, CODE_OF_LANGUAGE.sub("", address.host)


def _same(url: str) -> str:
    """An address without what differs by language: codes, the query, a slash at the end."""
    whole = url.partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/.,;:")
    return CODE_OF_LANGUAGE.sub("", whole.removeprefix("www.")).rstrip("/").lower()
