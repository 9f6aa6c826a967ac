"""The hosts and e-mail addresses in a text, and those that are the operator's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from inforce.checks.passages import EMAIL, GONE, TOP, Passage
from inforce.model import Site

ADDRESS = re.compile(
    rf"(?P<email>{EMAIL})"
    r"|https?://(?P<named>[\w.-]{1,253})"
    rf"|(?<![\w.@/-])(?P<host>(?:[\w-]{{1,63}}\.){{1,8}}{TOP})(?!\w|-[A-Za-z0-9]|\.\w|@)"
)
NO_ADDRESS = re.compile(r"(`+)(?!`)[^`]+(?<!`)\1(?!`)|\{[a-z][a-z0-9_.]{0,60}\}")
# Anybody may have an address there, so that it says nothing of whose it is.
MAIL = frozenset(
    "gmail.com mail.ru yandex.ru yandex.kz yandex.com ya.ru bk.ru inbox.ru list.ru outlook.com "  # noqa: SIM905
    "hotmail.com icloud.com yahoo.com rambler.ru proton.me protonmail.com mail.kz".split()
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it stands at an offset of a text; `host` is in small letters, without www."""

    offset: int
    written: str
    host: str

    @property
    def is_email(self) -> bool:
        """Whether it is an e-mail address."""
        return "@" in self.written


def addresses(text: str) -> Iterator[Address]:
    """The hosts and e-mail addresses in a source text; what is code is left out."""
    for match in ADDRESS.finditer(typed(text)) if "." in text else ():
        written = match["email"] or match["named"] or match["host"]
        yield Address(match.start(), written.rstrip("."), host_of(written))


def typed(text: str) -> str:
    """The text without code and the names of facts, at its length; targets of links stay."""
    if "`" not in text and "{" not in text:
        return text
    return NO_ADDRESS.sub(lambda match: GONE * len(match[0]), text)


def host_of(written: str) -> str:
    """The host of an address, without `www.`."""
    return written.rpartition("@")[2].lower().rstrip(".").removeprefix("www.")


def own(site: Site) -> frozenset[str]:
    """The operator's e-mail addresses and hosts: those of the site's address and its facts."""
    found = {host_of(urlsplit(site.url).hostname or "")}
    for fact in site.facts.values():
        for words in fact.values():
            for one in addresses(words.text):
                found.add(one.written.lower() if one.is_email else one.host)
                if one.host not in MAIL:
                    found.add(one.host)
    return frozenset(found - {""})


def is_among(one: Address, names: frozenset[str]) -> bool:
    """Whether an address is one of the names, or on such a host or below it."""
    if one.is_email and one.written.lower() in names:
        return True
    if one.is_email and one.host in MAIL:
        return False
    labels = one.host.split(".")
    return any(".".join(labels[start:]) in names for start in range(len(labels)))


def texts(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, Address]]:
    """Every address of every text."""
    for one in passages:
        for address in addresses(one.source.text):
            yield one, address
