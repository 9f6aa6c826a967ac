"""Links inside of a site: whether there is something where each of them leads."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from inforce.address import base_path
from inforce.verify.page import Page
from inforce.verify.reader import SITEMAP, Reader, in_sitemap

# A browser acts on these by itself; there is nothing on the site to find.
_SPECIAL = frozenset({"", "top"})


class Target(NamedTuple):
    """Where a link leads on the site: a file and a fragment, which may be empty."""

    path: str
    fragment: str = ""

    def __str__(self) -> str:
        return f"{self.path}#{self.fragment}" if self.fragment else self.path


class _Href(NamedTuple):
    """An address as it is written, taken apart."""

    scheme: str
    host: str
    path: str
    fragment: str


@lru_cache(maxsize=4096)
def _parsed(href: str) -> _Href | None:
    """The parts of an address; None where a browser could make nothing of it."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    return _Href(parts.scheme, parts.netloc, unquote(parts.path), unquote(parts.fragment))


def site_target(base: str, page: str, href: str) -> Target | None:
    """Where `href` on the page `page` leads; None for what is not on this site.

    `base` is the site's base address. A link above the top of the site has a path that begins
    with `..`, which no file has.
    """
    parts = _parsed(href)
    if parts is None:
        return None
    if parts.scheme or parts.host:
        return _absolute(base, parts) if _is_own(base, parts) else None
    if parts.path.startswith("/"):
        return _absolute(base, parts)
    if not parts.path:
        return Target(page, parts.fragment)
    return Target(_file(page[: page.rfind("/") + 1] + parts.path), parts.fragment)


def _is_own(base: str, parts: _Href) -> bool:
    own = urlsplit(base)
    return parts.host == own.netloc and parts.scheme in ("", own.scheme)


def _absolute(base: str, parts: _Href) -> Target | None:
    """What stands at a full path; None for what is outside of the site's own folder."""
    top = base_path(base)
    if not f"{parts.path}/".startswith(top):
        return None
    return Target(_file(parts.path[len(top) :]), parts.fragment)


def _file(path: str) -> str:
    """The file that is served at a path below the top of the site."""
    clean = normpath(path or ".")
    if path == "" or path.endswith(("/", "/.", "/..")) or clean == ".":
        return "index.html" if clean == "." else f"{clean}/index.html"
    return clean


@dataclass
class Links:
    """The links of all pages; where those to other pages lead is seen when all were read."""

    base: str
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    wanted: dict[Target, str] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)

    def take(self, page: Page) -> None:
        """Note the ids of a page and where its links lead."""
        ids = self.ids[page.path] = frozenset(page.ids)
        for href in {*page.links()}:
            target = site_target(self.base, page.path, href)
            if target is None:
                continue
            if target.path != page.path:
                self.wanted.setdefault(target, page.path)
            elif target.fragment not in _SPECIAL and target.fragment not in ids:
                self.faults.append((page.path, _no_place(target)))

    def take_sitemap(self, data: bytes | None) -> None:
        """Note what the sitemap names."""
        for address in in_sitemap(data):
            target = site_target(self.base, SITEMAP, address)
            if target is not None:
                self.wanted.setdefault(target, SITEMAP)

    def broken(self, reader: Reader) -> Iterator[tuple[str, str]]:
        """Each link that leads nowhere: a page that it stands on, and what is wrong."""
        yield from self.faults
        for target, page in self.wanted.items():
            if message := self._fault(target, reader):
                yield page, message

    def _fault(self, target: Target, reader: Reader) -> str:
        path = target.path
        if path not in self.ids and not reader.exists(path):
            # A folder without its slash is led to the page by every server.
            path = f"{path}/index.html"
            if path not in self.ids and not reader.exists(path):
                return f"the link to {target.path} leads nowhere"
        known = self.ids.get(path)
        if known is None or target.fragment in _SPECIAL or target.fragment in known:
            return ""
        return _no_place(Target(path, target.fragment))


def _no_place(target: Target) -> str:
    return f"the link to {target} leads to no place on that page"
