"""The site that MkDocs builds, read from its files."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urldefrag, urljoin

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from selectolax.lexbor import LexborHTMLParser

from tests.factory import BASE, MKDOCS, Factory, sample, texts

WORKING = """policy: privacy
kind: privacy-policy
title:
  ru: Политика
languages:
  ru: authentic
clauses:
- id: scope
  ru: |-
    Первые слова.
"""


@pytest.fixture
def factory(tmp_path: Path) -> Factory:
    return Factory(tmp_path / "project")


@pytest.fixture
def make(factory: Factory) -> Callable[..., Path]:
    """Builds the factory's site as `mkdocs build --strict` does; returns its folder."""
    return partial(build_site, factory)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Factory, Path]:
    """A site with an edition of each state, for tests that only look at it."""
    factory = Factory(tmp_path_factory.mktemp("several") / "project")
    several(factory)
    return factory, build_site(factory)


def build_site(factory: Factory, at: str = "2026-04-01", *, draft: bool = False) -> Path:
    out = factory.root.with_name("site")
    written = (factory.root / "mkdocs.yml").read_text("utf-8")
    settings = f"- inforce: {{at: '{at}', draft: {str(draft).lower()}}}"
    config = factory.root / "mkdocs.at.yml"
    config.write_text(written.replace("- inforce", settings), "utf-8")
    build(load_config(str(config), site_dir=str(out), strict=True))
    return out


def tree(out: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((out / path / "index.html").read_bytes())


def several(factory: Factory) -> None:
    factory.publish("2026-02-01", texts("one"))
    factory.publish("2026-03-01", texts("two"), aliases=("/old/",))
    factory.publish("2026-05-01", texts("three"))
    factory.publish("2026-02-01", [sample("ru", policy="terms")], recorded="2026-01-02")


def test_every_language_has_all_its_pages(built: tuple[Factory, Path]) -> None:
    _, out = built
    found = [path.parent.relative_to(out).as_posix() for path in out.rglob("index.html")]
    names = [
        *("", "changelog", "old", "privacy", "privacy/history", "terms", "terms/history"),
        *("privacy/parallel", "privacy/clauses", "terms/parallel", "terms/clauses"),
        *("privacy/2026-03-01/changes", "privacy/2026-05-01/changes"),
        *("privacy/2026-02-01", "privacy/2026-03-01", "privacy/2026-05-01", "terms/2026-02-01"),
    ]
    for language in ("", "kk/", "en/"):
        for name in names:
            assert (f"{language}{name}".strip("/") or ".") in found
    assert len(found) == 3 * len(names)


def test_each_page_says_its_language_and_its_main_address(built: tuple[Factory, Path]) -> None:
    _, out = built
    expected = {
        "privacy": ("ru", f"{BASE}privacy/", None),
        "kk/privacy": ("kk", f"{BASE}kk/privacy/", None),
        "kk/privacy/2026-03-01": ("kk", f"{BASE}kk/privacy/", None),
        "en/privacy/2026-02-01": ("en", f"{BASE}en/privacy/2026-02-01/", "noindex"),
        "en/privacy/2026-05-01": ("en", f"{BASE}en/privacy/2026-05-01/", "noindex"),
        "privacy/history": ("ru", f"{BASE}privacy/history/", None),
        "kk/changelog": ("kk", f"{BASE}kk/changelog/", None),
        "en": ("en", f"{BASE}en/", None),
    }
    for path, (language, canonical, robots) in expected.items():
        page = tree(out, path)
        found = {
            "lang": page.css("html")[0].attributes["lang"],
            "canonical": page.css("link[rel=canonical]")[0].attributes["href"],
            "robots": next(
                (node.attributes["content"] for node in page.css("meta[name=robots]")), None
            ),
        }
        assert found == {"lang": language, "canonical": canonical, "robots": robots}, path


def test_the_language_switch_leads_to_the_same_page(built: tuple[Factory, Path]) -> None:
    _, out = built
    for path in ("", "privacy/", "privacy/2026-02-01/", "changelog/"):
        switch = tree(out, f"kk/{path}").css(".md-select__link")
        links = [urljoin(f"{BASE}kk/{path}", node.attributes["href"] or "") for node in switch]
        assert links == [f"{BASE}{path}", f"{BASE}kk/{path}", f"{BASE}en/{path}"]


def test_only_what_is_in_force_is_in_navigation_search_and_sitemap(
    built: tuple[Factory, Path],
) -> None:
    _, out = built
    nav = tree(out, "kk/privacy").css(".md-nav--primary > .md-nav__list > li > a")
    titles = [" ".join(node.text().split()) for node in nav]
    assert titles == ["Documents", "Саясат privacy", "Политика terms", "Барлық өзгерістер"]
    for language, home in (("ru", ""), ("kk", "kk/"), ("en", "en/")):
        index = json.loads((out / f"search/{language}.json").read_text("utf-8"))
        assert [page["path"] for page in index["pages"]] == [f"{home}privacy/", f"{home}terms/"]
    pages = {"", "privacy/", "terms/"}
    sitemap = LexborHTMLParser((out / "sitemap.xml").read_bytes())
    listed = [node.text() for node in sitemap.css("loc")]
    more = pages | {"changelog/", "privacy/history/", "terms/history/"}
    assert sorted(listed) == sorted(
        f"{BASE}{code}{page}" for code in ("", "kk/", "en/") for page in more
    )


def test_the_operators_words_stand_above_the_list_of_documents(
    factory: Factory, make: Callable[..., Path]
) -> None:
    several(factory)
    link = "[terms](terms/index.md)"
    (factory.root / "pages/index.md").write_text(f"# Наши документы\n\nСм. {link}.\n", "utf-8")
    (factory.root / "pages/about.md").write_text("# About\n", "utf-8")
    out = make()
    home = tree(out, "")
    assert [node.text() for node in home.css("h1")] == ["Наши документы"]
    hrefs = [node.attributes["href"] for node in home.css("article a:not(.headerlink)")]
    assert hrefs[:2] == ["terms/", "privacy/"]
    assert (out / "about/index.html").is_file()
    english = tree(out, "en")
    assert [node.text() for node in english.css("h1")] == ["Documents"]
    assert [
        urljoin(f"{BASE}en/", node.attributes["href"] or "") for node in english.css("h2 a")
    ] == [*(f"{BASE}en/privacy/", f"{BASE}en/terms/")]


OWN = """---
description: About <us> & others
---

# Us & *others*

| a | b |
|:-:|---|
| 1 | 2 |
"""


def test_a_page_of_the_operator_names_the_languages_that_it_has(
    factory: Factory, make: Callable[..., Path]
) -> None:
    several(factory)
    (factory.root / "pages/index.md").write_text("# Наши документы\n", "utf-8")
    for name, text in (("about.md", OWN), ("about.kk.md", OWN), ("more.kk.md", "# More\n")):
        (factory.root / "pages" / name).write_text(text, "utf-8")
    out = make()
    expected = {
        "": {"ru": "", "kk": "kk/", "en": "en/", "x-default": ""},
        "kk/about": {"ru": "about/", "kk": "kk/about/", "x-default": "about/"},
        "kk/more": {"kk": "kk/more/"},
    }
    for path, alternates in expected.items():
        nodes = tree(out, path).css("head link[rel=alternate]")
        assert {node.attributes["hreflang"]: node.attributes["href"] for node in nodes} == {
            language: f"{BASE}{place}" for language, place in alternates.items()
        }
    about = tree(out, "kk/about")
    assert [node.text() for node in about.css("title")] == ["Us & others – Documents"]
    said = [node.attributes["content"] for node in about.css("meta[name=description]")]
    assert said == ["About <us> & others"]
    assert [node.text() for node in tree(out, "").css("title")] == ["Documents"]
    sitemap = (out / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{BASE}kk/more/</loc>" in sitemap


def test_a_table_of_the_operator_keeps_its_alignment(
    factory: Factory, make: Callable[..., Path]
) -> None:
    """Its cells have a `style`; the page allows exactly that one."""
    several(factory)
    (factory.root / "pages/about.md").write_text(OWN, "utf-8")
    about = tree(make(), "about")
    styles = {node.attributes["style"] or "" for node in about.css("[style]")}
    digests = {b64encode(sha256(style.encode()).digest()).decode() for style in styles}
    (policy,) = about.css("meta[http-equiv=Content-Security-Policy]")
    allowed = " ".join(["style-src-attr 'unsafe-hashes'", *(f"'sha256-{one}'" for one in digests)])
    assert len(styles) == 1
    assert allowed in (policy.attributes["content"] or "").split("; ")


def test_the_operators_other_pages_are_searched_in_their_language(
    factory: Factory, make: Callable[..., Path]
) -> None:
    several(factory)
    pages = factory.root / "pages"
    (pages / "help.md").write_text("# Помощь\n\nСпросите.\n\n## Телефон\n\nЗвоните.\n", "utf-8")
    (pages / "help.kk.md").write_text("# Көмек\n\nСұраңыз.\n", "utf-8")
    (pages / "hidden.md").write_text("---\nsearch: {exclude: true}\n---\n# Нет\n", "utf-8")
    out = make()
    found = {}
    for language in ("ru", "kk", "en"):
        index = json.loads((out / f"search/{language}.json").read_text("utf-8"))
        found[language] = [page for page in index["pages"] if "help" in page["path"]]
        assert len(index["pages"]) == 2 + len(found[language])
    (russian,), (kazakh,), english = found.values()
    assert (russian["path"], russian["title"]) == ("help/", "Помощь")
    assert [(one["title"], one["text"]) for one in russian["sections"]] == [("Телефон", "Звоните.")]
    assert (kazakh["path"], kazakh["language"]) == ("kk/help/", "kk")
    assert english == []


def test_one_page_in_the_first_language_answers_for_what_is_not_there(
    built: tuple[Factory, Path],
) -> None:
    _, out = built
    assert [path.relative_to(out).as_posix() for path in out.rglob("404.html")] == ["404.html"]
    page = LexborHTMLParser((out / "404.html").read_bytes())
    assert page.css("html")[0].attributes["lang"] == "ru"
    assert page.css("meta[name=robots]")[0].attributes["content"] == "noindex"
    assert len(page.css("section[lang]")) == 3
    links = [node.attributes["href"] or "" for node in page.css("a[href], link[href]")]
    assert [link for link in links if not link.startswith(("/", "https://", "#"))] == []


def test_frozen_files_and_the_ledger_stand_once_and_byte_for_byte(
    built: tuple[Factory, Path],
) -> None:
    factory, out = built
    frozen = factory.content / "privacy/editions/2026-02-01"
    for path in frozen.iterdir():
        assert (out / "privacy/2026-02-01" / path.name).read_bytes() == path.read_bytes()
        assert not (out / "kk/privacy/2026-02-01" / path.name).exists()
    ledger = (factory.content / "ledger.jsonl").read_bytes()
    assert (out / "ledger.jsonl").read_bytes() == ledger


def test_every_link_and_every_file_of_a_page_is_on_the_site(built: tuple[Factory, Path]) -> None:
    _, out = built
    for path in out.rglob("*.html"):
        page = LexborHTMLParser(path.read_bytes())
        here = BASE + path.relative_to(out).as_posix().removesuffix("index.html")
        for node in page.css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            address = urldefrag(urljoin(here, link)).url
            if not address.startswith(BASE):
                assert node.tag == "a", f"{path} asks another host for {address}"
                continue
            name = address.removeprefix(BASE)
            assert (out / name / "index.html").is_file() or (out / name).is_file(), (path, link)


def test_no_page_tells_another_site_that_it_was_read(built: tuple[Factory, Path]) -> None:
    _, out = built
    for path in out.rglob("*.html"):
        page = LexborHTMLParser(path.read_bytes())
        said = [node.attributes["content"] for node in page.css("meta[name=referrer]")]
        assert said == ["same-origin"] or page.css("meta[http-equiv=refresh]"), path


def test_titles_do_not_become_markup(factory: Factory, make: Callable[..., Path]) -> None:
    evil = sample("ru")
    object.__setattr__(evil, "title", "</title><script>alert(1)</script>")
    factory.publish("2026-02-01", [evil])
    out = make()
    for path in out.rglob("index.html"):
        assert b"<script>alert" not in path.read_bytes(), path


def test_the_canonical_page_changes_at_local_midnight(
    factory: Factory, make: Callable[..., Path]
) -> None:
    several(factory)
    for at, expected in (
        ("2026-04-30T18:59:59Z", "2026-03-01"),
        ("2026-04-30T19:00:00Z", "2026-05-01"),
    ):
        article = tree(make(at), "kk/privacy").css("article.inforce-text")
        assert [node.attributes["data-edition"] for node in article] == [expected]


def test_the_environment_comes_before_the_settings(
    factory: Factory, make: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    several(factory)
    (factory.content / "privacy/policy.yml").write_text(WORKING, "utf-8")
    monkeypatch.setenv("INFORCE_AT", "2026-02-15")
    out = make("2026-04-01")
    article = tree(out, "privacy").css("article.inforce-text")
    assert [node.attributes["data-edition"] for node in article] == ["2026-02-01"]
    assert not (out / "privacy/draft").exists()
    monkeypatch.setenv("INFORCE_DRAFT", "1")
    assert (make() / "privacy/draft/index.html").is_file()


def test_a_draft_is_previewed_where_it_is_asked_for(
    factory: Factory, make: Callable[..., Path]
) -> None:
    (factory.content / "privacy").mkdir()
    (factory.content / "privacy/policy.yml").write_text(WORKING, "utf-8")
    page = tree(make(draft=True), "privacy/draft")
    assert [" ".join(node.text().split()) for node in page.css("#scope p")] == ["1. Первые слова."]
    assert page.css("meta[name=robots]")[0].attributes["content"] == "noindex"
    assert not (make() / "privacy").exists()


def damage(factory: Factory) -> None:
    for name in ("ru.txt", "kk.json"):
        path = factory.content / "privacy/editions/2026-02-01" / name
        path.write_bytes(path.read_bytes() + b" ")


def other_languages(factory: Factory) -> None:
    text = MKDOCS.replace("    - {locale: kk, name: Қазақша}\n", "")
    (factory.root / "mkdocs.yml").write_text(text, "utf-8")


def other_address(factory: Factory) -> None:
    text = f"site_url: https://elsewhere.example/\n{MKDOCS}"
    (factory.root / "mkdocs.yml").write_text(text, "utf-8")


def same_address(factory: Factory) -> None:
    (factory.root / "pages/privacy.md").write_text("# Ours\n", "utf-8")


def same_file(factory: Factory) -> None:
    (factory.root / "pages/ledger.jsonl").write_text("{}\n", "utf-8")


def broken_template(factory: Factory) -> None:
    text = MKDOCS.replace("  font: false\n", "  font: false\n  custom_dir: own\n")
    (factory.root / "mkdocs.yml").write_text(text, "utf-8")
    (factory.root / "own/inforce").mkdir(parents=True)
    (factory.root / "own/inforce/history.html").write_text("\n{% if %}\n", "utf-8")


def broken_draft(factory: Factory) -> None:
    path = factory.content / "privacy/policy.yml"
    path.write_text(WORKING.replace("id: scope", "id: SCOPE\n  marker: x"), "utf-8")


FAILURES: list[tuple[Callable[[Factory], None], list[str]]] = [
    (damage, ["privacy/editions/2026-02-01/ru.txt", "privacy/editions/2026-02-01/kk.json"]),
    (other_languages, ["mkdocs.yml builds the languages ru, en", "list the same"]),
    (other_address, ["https://elsewhere.example/", "take `site_url` out"]),
    (same_address, ["privacy.md has the address of a page", "rename the file"]),
    (same_file, ["ledger.jsonl", "claim one address"]),
    (broken_template, ["own/inforce/history.html:2"]),
    (broken_draft, ["content/privacy/policy.yml:8", "SCOPE", "content/privacy/policy.yml:9"]),
]


@pytest.mark.parametrize(
    ("spoil", "said"), FAILURES, ids=lambda value: getattr(value, "__name__", "")
)
def test_what_is_wrong_is_said_without_a_traceback(
    factory: Factory,
    make: Callable[..., Path],
    caplog: pytest.LogCaptureFixture,
    spoil: Callable[[Factory], None],
    said: list[str],
) -> None:
    several(factory)
    spoil(factory)
    with pytest.raises(Abort):
        make(draft=spoil is broken_draft)
    message = "\n".join(record.getMessage() for record in caplog.records)
    for words in said:
        assert words in message
    assert "Traceback" not in message


def test_a_second_build_reads_everything_anew(factory: Factory, make: Callable[..., Path]) -> None:
    factory.publish("2026-02-01", texts("one"))
    make()
    factory.publish("2026-03-01", texts("two"))
    article = tree(make(), "privacy").css("article.inforce-text")
    assert [node.attributes["data-edition"] for node in article] == ["2026-03-01"]


@contextmanager
def served(root: Path) -> Iterator[str]:
    """`mkdocs serve` in the folder `root`; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "INFORCE_AT": "2026-04-01"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield f"http://{address}/"
        finally:
            process.terminate()


def appears(address: str, words: str) -> bool:
    """Whether the page at `address` shows these words within half a minute."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if words in answer.read().decode():
                    return True
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.1)
    return False


def test_an_edited_source_or_template_shows_while_serving(factory: Factory) -> None:
    several(factory)
    text = MKDOCS.replace("  font: false\n", "  font: false\n  custom_dir: own\n")
    (factory.root / "mkdocs.yml").write_text(text, "utf-8")
    (factory.root / "own/inforce").mkdir(parents=True)
    source = factory.content / "privacy/policy.yml"
    source.write_text(WORKING, "utf-8")
    with served(factory.root) as address:
        assert appears(f"{address}privacy/draft/", "Первые слова.")
        source.write_text(WORKING.replace("Первые", "Новые"), "utf-8")
        assert appears(f"{address}privacy/draft/", "Новые слова.")
        source.write_text(WORKING.replace("id: scope", "id: SCOPE"), "utf-8")
        assert appears(f"{address}privacy/draft/", "cannot be the id of a clause")
        own = factory.root / "own/inforce/home.html"
        own.write_text("<p>{{ _('All changes') }}, by us</p>", "utf-8")
        assert appears(address, "Все изменения, by us")
