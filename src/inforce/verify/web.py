"""A site that is read from its address on the web, at a walking pace and from one host only."""

import http.client
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from inforce.verify.reader import SITEMAP, ReadError, in_sitemap

MAX_BYTES = 16 << 20
TIMEOUT = 20.0  # seconds without an answer
AT_ONCE, AHEAD = 4, 16
AGENT = "inforce-verify"
_INDEX = "index.html"
_GONE = frozenset({404, 410})


class _Stay(HTTPRedirectHandler):
    """No redirect is followed: a page that stands elsewhere is not at its address."""

    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class WebReader:
    """A deployed site; `address` is where its home page stands and ends with a slash."""

    address: str
    _opener: OpenerDirector = field(default_factory=lambda: build_opener(_Stay))
    _kept: dict[str, bytes | None] = field(default_factory=dict)
    _found: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The address."""
        return self.address

    def pages(self, known: Iterable[str]) -> tuple[str, ...]:
        """The pages that should be there, and those that the sitemap names."""
        named = (self._path(address) for address in in_sitemap(self.read(SITEMAP)))
        self._found = frozenset({*known, *(path for path in named if path)})
        return tuple(sorted(self._found))

    def _path(self, address: str) -> str:
        """The file of a page in the sitemap; its host may be another where a copy is tried."""
        path = unquote(urlsplit(address).path)
        top = unquote(urlsplit(self.address).path)
        if not path.startswith(top):
            return ""
        path = path[len(top) :]
        return path + _INDEX if path == "" or path.endswith("/") else path

    def read(self, path: str) -> bytes | None:
        """The bytes at an address; None where there is nothing. Raises ReadError."""
        if path not in self._kept:
            data = self._get(path)
            if path.endswith(".html"):
                return data  # read once, and there may be thousands
            self._kept[path] = data
        return self._kept[path]

    def each(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
        """Each path with what `read` gives for it, a few of them asked for at once."""
        waiting: deque[tuple[str, Future[bytes | None]]] = deque()
        coming = iter(paths)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for path in islice(coming, AHEAD):
                waiting.append((path, pool.submit(self.read, path)))
            while waiting:
                path, answer = waiting.popleft()
                yield path, answer.result()
                for after in islice(coming, 1):
                    waiting.append((after, pool.submit(self.read, after)))

    def exists(self, path: str) -> bool:
        """Whether the server has something at an address."""
        return self.read(path) is not None

    def paths(self) -> frozenset[str]:
        """The pages that are known of; a server does not list its files."""
        return self._found

    def _get(self, path: str) -> bytes | None:
        url = self.address + quote(path.removesuffix(_INDEX) if _is_page(path) else path)
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        request = Request(url, headers=headers)  # noqa: S310 - only http and https come here
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                data: bytes = answer.read(MAX_BYTES + 1)
                charset = answer.headers.get_content_charset() or "utf-8"
        except HTTPError as error:
            error.close()
            if error.code in _GONE or 300 <= error.code < 400:
                return None
            raise ReadError(f"{url}: the server answers {error.code} {error.reason}.") from error
        except (URLError, OSError, http.client.HTTPException) as error:
            raise ReadError(f"{url}: {_reason(error)}.") from error
        if len(data) > MAX_BYTES:
            raise ReadError(f"{url} is bigger than {MAX_BYTES >> 20} MB.")
        return _as_shown(data, charset, url) if path.endswith(".html") else data


def _reason(error: Exception) -> str:
    """Why nothing could be read, in the words of the system."""
    reason = getattr(error, "reason", error)
    return getattr(reason, "strerror", None) or str(reason)


def _is_page(path: str) -> bool:
    return path == _INDEX or path.endswith("/" + _INDEX)


def _as_shown(data: bytes, charset: str, url: str) -> bytes:
    """A page in the letters that a browser shows: it obeys the server's word on the charset."""
    if charset.lower() in ("utf-8", "utf8"):
        return data
    try:
        return data.decode(charset, "replace").encode()
    except LookupError as error:
        raise ReadError(f"{url} comes in the unknown charset `{charset}`.") from error


def web_reader(url: str) -> WebReader:
    """The reader of the site at `url`; raises ReadError where no site can be there."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
        raise ReadError(f"{url} is not the address of a site.")
    path = parts.path.removesuffix(_INDEX)
    folder = path if path.endswith("/") else path + "/"
    return WebReader(f"{parts.scheme}://{parts.netloc}{folder}")
