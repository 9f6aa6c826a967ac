"""The style sheets of a page: whether one of them hides words of its text, or adds some."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from inforce.model import Location
from inforce.problems import Problem
from inforce.verify.links import site_target
from inforce.verify.page import Page
from inforce.verify.reader import Reader
from inforce.verify.styles import concealing

_HINT = "Take the rule out, or let it not apply to the texts of editions."


def check_sheets(page: Page, base: str, reader: Reader) -> Iterator[Problem]:
    """Rules that conceal words of the page's text, in the style sheets that are on this site."""
    for href in page.sheets():
        target = site_target(base, page.path, href)
        data = reader.read(target.path) if target else None
        if target and data:
            css = data.decode("utf-8", "replace")
            for selector in concealing(page.tree, page.texts[0], css):
                message = f"a rule of {target.path} hides words or adds some: `{selector}`"
                yield Problem(Location(page.path), "hidden", message, _HINT)
        elif urlsplit(href).scheme not in ("", "http", "https"):
            message = f"a style sheet stands in an address: {href[:60]}"
            yield Problem(Location(page.path), "hidden", message, _HINT)
