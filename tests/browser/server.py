"""A web server for a built site that answers as GitHub Pages does."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit


@dataclass
class Hosted:
    """A site while it is served: its address, the files asked for, and how slow it is.

    `moment` is what the server's clock shows, None where its answers name no time; `age` is for
    how many seconds a cache has held them. `delays` are seconds by the ending of a path; what is
    in `lost` cannot be had.
    """

    address: str
    folder: Path
    moment: datetime | None = None
    age: int = 0
    lost: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    delays: dict[str, float] = field(default_factory=dict)

    def answer_to(self, path: str) -> Path:
        """The file that answers a path without a query; the page 404.html where there is none."""
        file = self.folder / path.removeprefix("/")
        choices = (file / "index.html" if path.endswith("/") else file, file.with_suffix(".html"))
        return next((one for one in choices if one.is_file()), self.folder / "404.html")


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, hosted: Hosted) -> None:
        self.hosted = hosted
        super().__init__(*args, directory=str(hosted.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.hosted.asked.append(path)
        if path.removeprefix("/") in self.hosted.lost:
            self._send(HTTPStatus.BAD_GATEWAY, b"")
            return
        time.sleep(next((s for end, s in self.hosted.delays.items() if path.endswith(end)), 0))
        if (self.hosted.folder / path.removeprefix("/")).is_dir() and not path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", location=f"{path}/")
            return
        file = self.hosted.answer_to(path)
        missing = file.name == "404.html" and path != "/404.html"
        status = HTTPStatus.NOT_FOUND if missing else HTTPStatus.OK
        self._send(status, file.read_bytes(), content_type=self.guess_type(file))

    def do_HEAD(self) -> None:
        """All headers that scripts may look at; one that asks for the time wants nothing else."""
        self._send(HTTPStatus.OK, b"")

    def _send(self, status: HTTPStatus, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-").title(), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if self.hosted.age:
            self.send_header("Age", str(self.hosted.age))
        self.end_headers()
        self.wfile.write(body)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """What the server's clock shows, for scripts that ask it for the time."""
        moment = self.hosted.moment
        return format_datetime(moment.astimezone(UTC), usegmt=True) if moment else ""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Mind no reader who leaves before the answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def hosting(folder: Path, moment: datetime) -> Iterator[Hosted]:
    """Serve a folder on a free port; its clock stands at `moment`."""
    hosted = Hosted("", folder, moment)
    with _Server(("127.0.0.1", 0), partial(_Handler, hosted=hosted)) as server:
        hosted.address = f"http://127.0.0.1:{server.server_port}/"
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield hosted
        server.shutdown()
