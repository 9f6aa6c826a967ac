"""Every page is valid HTML, and what says so finds what is not."""

from collections import defaultdict

import pytest

from tests import built
from tests.built import SITES
from tests.site.conformance import violations

VALID = b"""<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>x</title></head>
<body><main><h1 id="top">x</h1><label for="in">x</label><input id="in"><p>x</p></main></body></html>
"""


@pytest.mark.parametrize("name", SITES)
def test_every_page_is_valid(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, html in built.site(name, tmp_path_factory).pages.items():
        for said in set(violations(html)):
            found[said].append(path)
    assert not found, "\n".join(f"{said}: {paths[:3]}, …" for said, paths in found.items())


# What is put in place of `<p>x</p>`, and what is said of it.
MISTAKES = [
    ("<p><div>x</div></p>", "unexpected-end-tag"),
    ("<p>x", ""),
    ("<em>x", "end-tag-too-early"),
    ("<p id=top>x</p>", "the id top stands twice"),
    ("<p id='a b'>x</p>", "the id 'a b' is none"),
    ("<center>x</center>", "<center> is no element of HTML"),
    ("<p align=left>x</p>", "<p> has no attribute align"),
    ("<input type=checkbox autocomplete=off>", "autocomplete on an input of type checkbox"),
    ("<img src=x>", "<img> has no alt"),
    ("<span><div>x</div></span>", "<div> stands in <span>"),
    ("<a href=x><button>x</button></a>", "<button> stands in a[href]"),
    ("<ul><p>x</p></ul>", "<p> stands in <ul>"),
    ("<label for=top>x</label>", "a label is for top, which is nothing to fill in"),
    ("<p aria-labelledby=y>x</p>", "aria-labelledby names y, which is not there"),
    ("<main>x</main>", "there are several <main>"),
    ("<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>", ""),
]


@pytest.mark.parametrize(("markup", "expected"), MISTAKES)
def test_what_is_not_valid_is_found(markup: str, expected: str) -> None:
    found = violations(VALID.replace(b"<p>x</p>", markup.encode()))
    if expected:
        assert any(expected in said for said in found), found
    else:
        assert found == []
