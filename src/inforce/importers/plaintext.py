"""Plain text: nothing is a mark but numbers, bullets and empty lines."""

from collections.abc import Callable, Sequence

from inforce.importers.characters import Raw
from inforce.importers.lines import Line, Link, Marks, read_lines, take_bullet
from inforce.resolve import escape


class PlainText:
    """A document in which every character is shown as it stands."""

    def lines(self, raws: Sequence[Raw]) -> tuple[Line, ...]:
        """The lines with words, without their bullets."""
        return tuple(read_lines(raws, _marks))

    def source(self, text: str, links: Sequence[Link] = ()) -> str:
        """A paragraph with every sign of our inline text made literal, and the links in it."""
        return linked(text, links)

    def marked(self, text: str) -> tuple[tuple[int, int], ...]:
        """Nothing: a link can begin anywhere."""
        return ()

    def plain(self, text: str) -> str:
        """The paragraph itself."""
        return text

    def visible(self, raw: str) -> str:
        """The line itself."""
        return raw


def _marks(text: str) -> Marks:
    bullet, rest = take_bullet(text, "*")
    return Marks(rest, bullet=bullet)


def linked(text: str, links: Sequence[Link], visible: Callable[[str], str] = str) -> str:
    """`text` as literal inline text with `links` in it, which are in order and apart.

    `visible` gives the words that are seen of a piece of the text.
    """
    written, position = [], 0
    for link in links:
        written.append(escape(visible(text[position : link.start])))
        written.append(f"[{escape(link.words)}](#{link.clause})")
        position = link.end
    return "".join([*written, escape(visible(text[position:]))])
