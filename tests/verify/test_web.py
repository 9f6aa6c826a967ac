import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from inforce.verify import ReadError, Stand, WebReader, verify, web_reader
from inforce.verify.truth import from_site
from tests.factory import BASE, Factory
from tests.verify.small import LANGUAGES, NOW, archive_of, project, tampered, write


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and a few addresses that misbehave."""

    def do_GET(self) -> None:
        match self.path:
            case "/moved/":
                self.send_response(301)
                self.send_header("Location", "/privacy/")
                self.end_headers()
            case "/broken/":
                self.send_error(500)
            case "/cyrillic/":
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=windows-1251")
                self.end_headers()
                self.wfile.write("да".encode())
            case _:
                super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Factory, Path, WebReader]]:
    factory = project(tmp_path / "project")
    out = write(factory, tmp_path / "out" / "legal")
    handler = partial(Handler, directory=str(out.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield factory, out, web_reader(f"http://127.0.0.1:{server.server_port}/legal")
        server.shutdown()
        thread.join()


Served = tuple[Factory, Path, WebReader]


def test_a_deployed_site_is_proved_by_its_records(served: Served) -> None:
    factory, _, reader = served
    report = verify(reader, Stand(archive_of(factory), BASE, LANGUAGES, NOW))
    assert report.problems == ()
    assert (report.pages, report.texts) == (57, 36)


def test_a_deployed_site_is_proved_by_its_own_ledger(served: Served, tmp_path: Path) -> None:
    _, _, reader = served
    (tmp_path / "own").mkdir()
    truth = from_site(reader, tmp_path / "own")
    assert (truth.base, truth.languages, truth.problems) == (BASE, LANGUAGES, ())
    assert verify(reader, truth.at(NOW)).problems == ()


def test_what_is_wrong_on_a_deployed_site_is_found(served: Served) -> None:
    factory, out, reader = served
    tampered(out, "privacy/index.html", {"delivery;": "slavery;"})
    shutil.rmtree(out / "kk" / "privacy" / "history")
    (out / "terms" / "2026-02-01" / "ru.txt").write_text("Not so.")
    report = verify(reader, Stand(archive_of(factory), BASE, LANGUAGES, NOW))
    found = {(one.check, one.location.file) for one in report.problems}
    assert {
        ("words", "privacy/index.html"),
        ("page-missing", "kk/privacy/history/index.html"),
        ("file-changed", "terms/2026-02-01/ru.txt"),
    } <= found


def test_pages_that_only_the_sitemap_names_are_read(served: Served) -> None:
    factory, out, reader = served
    (out / "news").mkdir()
    (out / "news" / "index.html").write_bytes((out / "privacy" / "index.html").read_bytes())
    (out / "sitemap.xml").write_text(
        "<urlset><url><loc>https://policies.example/legal/news/</loc></url>"
        f"<url><loc>{reader.address}privacy/</loc></url></urlset>"
    )
    report = verify(reader, Stand(archive_of(factory), BASE, LANGUAGES, NOW))
    assert ("unknown", "news/index.html") in {(p.check, p.location.file) for p in report.problems}


def at_top(reader: WebReader) -> WebReader:
    return web_reader(reader.address.removesuffix("legal/"))


def test_a_page_that_leads_elsewhere_is_not_at_its_address(served: Served) -> None:
    assert at_top(served[2]).read("moved/index.html") is None


def test_a_page_is_read_in_the_letters_that_a_browser_shows(served: Served) -> None:
    assert at_top(served[2]).read("cyrillic/index.html") == "РґР°".encode()


def test_a_server_that_fails_is_named_with_its_address(served: Served) -> None:
    with pytest.raises(ReadError, match=r"http://127.*/broken/: the server answers 500 "):
        at_top(served[2]).read("broken/index.html")


def test_a_host_that_does_not_answer_is_named() -> None:
    with pytest.raises(ReadError, match=r"http://127.0.0.1:9/ledger.jsonl: Connection refused"):
        web_reader("http://127.0.0.1:9/").read("ledger.jsonl")


@pytest.mark.parametrize("url", ["ftp://x.example/", "https://", "https://x.example/?page=1"])
def test_what_is_no_address_of_a_site_is_refused(url: str) -> None:
    with pytest.raises(ReadError, match="is not the address of a site"):
        web_reader(url)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://x.example", "https://x.example/"),
        ("https://x.example/legal/index.html", "https://x.example/legal/"),
        ("https://x.example/legal", "https://x.example/legal/"),
    ],
)
def test_an_address_is_that_of_the_home_page(url: str, address: str) -> None:
    assert web_reader(url).address == address
