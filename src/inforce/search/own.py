"""The other pages of a site, which its operator wrote."""

from selectolax.lexbor import LexborHTMLParser

from inforce.search.index import Page, Section

_HEADINGS = ", ".join(f"h{level}[id]" for level in range(2, 7))
_SILENT = "script, style, template, svg, .headerlink"
_HERE = "\0"  # no HTML has this character


def page_of_html(html: str, path: str, language: str, title: str) -> Page:
    """A page whose content is `html`, with a section for each heading below its title."""
    tree = LexborHTMLParser(html)
    for node in tree.css(_SILENT):
        node.decompose()
    found = []
    for node in tree.css(_HEADINGS):
        found.append((node.attributes["id"] or "", _words(node.text())))
        node.replace_with(_HERE)
    text, *below = tree.body.text(separator=" ").split(_HERE) if tree.body else [""]
    sections = (
        Section(identity, title=words, text=_words(text))
        for (identity, words), text in zip(found, below, strict=True)
    )
    return Page(path, path, language, title, _words(text), tuple(sections))


def _words(text: str) -> str:
    return " ".join(text.split())
