"""Links inside of a site: whether there is something where each of them leads."""

from dataclasses import dataclass, field
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from inforce.address import base_path
from inforce.verify.page import Page
from inforce.verify.reader import Reader

# A browser acts on these by itself; there is nothing on the site to find.
_SPECIAL = frozenset({"", "top"})


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads on the site: a file and a fragment, which may be empty."""

    path: str
    fragment: str = ""

    def __str__(self) -> str:
        return f"{self.path}#{self.fragment}" if self.fragment else self.path


def site_target(base: str, page: str, href: str) -> Target | None:
    """Where `href` on the page `page` leads; None for what is not on this site.

    `base` is the site's base address. A link above the top of the site has a path that begins
    with `..`, which no file has.
    """
    if href.startswith("#"):
        return Target(page, unquote(href[1:]))
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        own = urlsplit(base)
        scheme = parts.scheme or own.scheme
        if (scheme, parts.netloc) != (own.scheme, own.netloc):
            return None
    path = unquote(parts.path)
    if not path and not (parts.scheme or parts.netloc):
        return Target(page, unquote(parts.fragment))
    if parts.scheme or parts.netloc or path.startswith("/"):
        top = base_path(base)
        if not (path or "/").startswith(top):
            return None if top != path + "/" else Target("index.html", unquote(parts.fragment))
        path = path[len(top) :]
    else:
        path = page[: page.rfind("/") + 1] + path
    return Target(_file(path), unquote(parts.fragment))


def _file(path: str) -> str:
    """The file that is served at a path below the top of the site."""
    clean = normpath(path or ".")
    if path == "" or path.endswith(("/", "/.", "/..")) or clean == ".":
        return "index.html" if clean == "." else f"{clean}/index.html"
    return clean


@dataclass
class Links:
    """The links of all pages, looked into when every page was read."""

    base: str
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    wanted: dict[Target, str] = field(default_factory=dict)

    def take(self, page: Page) -> None:
        """Note the ids of a page and where its links lead."""
        self.ids[page.path] = frozenset(page.ids)
        for href in {*page.links()}:
            target = site_target(self.base, page.path, href)
            if target is not None:
                self.wanted.setdefault(target, page.path)

    def broken(self, reader: Reader) -> list[tuple[str, str]]:
        """Each link that leads nowhere, with a page that it stands on."""
        found = []
        for target, page in self.wanted.items():
            if message := self._fault(target, reader):
                found.append((page, message))
        return found

    def _fault(self, target: Target, reader: Reader) -> str:
        path = target.path
        if path not in self.ids and not reader.exists(path):
            # A folder without its slash is led to the page by every server.
            path = f"{path}/index.html"
            if path not in self.ids and not reader.exists(path):
                return f"the link to {target.path} leads nowhere"
        if target.fragment in _SPECIAL or path not in self.ids:
            return ""
        if target.fragment not in self.ids[path]:
            return f"the link to {path}#{target.fragment} leads to no place on that page"
        return ""
