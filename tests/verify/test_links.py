import pytest

from inforce.verify.links import Target, site_target

# The base address, the page, an address on it, and where that leads on the site.
LINKS = [
    ("https://x.example/", "index.html", ".", "index.html"),
    ("https://x.example/", "a/index.html", "", "a/index.html"),
    ("https://x.example/", "a/index.html", "..", "index.html"),
    ("https://x.example/", "a/b/index.html", "../", "a/index.html"),
    ("https://x.example/", "a/b/index.html", "../../c/#x", "c/index.html#x"),
    ("https://x.example/", "a/index.html", "edition.json", "a/edition.json"),
    ("https://x.example/", "a/index.html", "#3.2-1", "a/index.html#3.2-1"),
    ("https://x.example/", "a/index.html", "?q=1#z", "a/index.html#z"),
    ("https://x.example/", "a/index.html", "%D0%B0/#%D0%B1", "a/а/index.html#б"),
    ("https://x.example/", "404.html", "/assets/x.css", "assets/x.css"),
    ("https://x.example/", "a/index.html", "https://x.example", "index.html"),
    ("https://x.example/", "a/index.html", "https://x.example/kk/#s", "kk/index.html#s"),
    ("https://x.example/", "a/index.html", "//x.example/u", "u"),
    ("https://x.example/", "a/index.html", "../../x", "../x"),
    ("https://x.example/legal/", "a/index.html", "/legal", "index.html"),
    ("https://x.example/legal/", "a/index.html", "/legal/b/", "b/index.html"),
    ("https://x.example/legal/", "a/index.html", "../b/", "b/index.html"),
]


@pytest.mark.parametrize(("base", "page", "href", "target"), LINKS)
def test_a_link_leads_where_a_browser_would_go(
    base: str, page: str, href: str, target: str
) -> None:
    assert str(site_target(base, page, href)) == target


@pytest.mark.parametrize(
    "href",
    [
        "https://y.example/",
        "http://x.example/legal/",
        "https://x.example/other/",
        "/other/",
        "mailto:a@x.example",
        "tel:+77172000000",
        "javascript:void(0)",
        "data:text/plain,x",
        "http://[",
    ],
)
def test_what_is_not_on_the_site_is_left_alone(href: str) -> None:
    assert site_target("https://x.example/legal/", "a/index.html", href) is None


def test_a_target_without_a_fragment_is_its_path() -> None:
    assert str(Target("a/index.html")) == "a/index.html"
