"""What is not valid HTML on a page, by the rules of the HTML Standard that pages can break.

A parser finds errors of syntax. The rest is a small part of the standard: which attributes an
element may have, what may stand in what, and what ids refer to.
"""

from collections.abc import Iterator, Mapping

import html5lib
from selectolax.lexbor import LexborHTMLParser, LexborNode


def names(*words: str) -> frozenset[str]:
    """Names that are written one after another."""
    return frozenset(" ".join(words).split())


GLOBAL = names(
    "autocapitalize autocorrect autofocus class contenteditable dir draggable hidden id inert",
    "lang nonce popover role slot spellcheck style tabindex title translate",
)
# The elements without attributes of their own, then those with; others are unknown.
PLAIN = names(
    "abbr address article aside b body br caption cite code dd dfn div dl dt em figcaption figure",
    "footer h1 h2 h3 h4 h5 h6 head header hgroup hr html i kbd legend main mark menu nav noscript",
    "p picture pre rp rt ruby s samp search section small span strong sub summary sup table tbody",
    "template tfoot thead title tr u ul var wbr",
)
OWN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(PLAIN, names()),
    "a": names("download href hreflang rel target type"),
    "blockquote": names("cite"),
    "button": names("disabled form name popovertarget type value"),
    "col": names("span"),
    "colgroup": names("span"),
    "del": names("cite datetime"),
    "details": names("name open"),
    "dialog": names("closedby open"),
    "form": names("action autocomplete method name novalidate"),
    "img": names("alt decoding height loading src srcset width"),
    "input": names(
        "autocomplete checked disabled form max maxlength min name pattern placeholder readonly",
        "required size step type value",
    ),
    "ins": names("cite datetime"),
    "fieldset": names("disabled form name"),
    "label": names("for"),
    "li": names("value"),
    "link": names("as crossorigin href hreflang integrity media rel sizes type"),
    "meta": names("charset content http-equiv media name property"),
    "ol": names("reversed start type"),
    "option": names("disabled label selected value"),
    "output": names("for form name"),
    "q": names("cite"),
    "script": names("async crossorigin defer integrity nomodule src type"),
    "select": names("autocomplete disabled form name required size"),
    "style": names("media"),
    "td": names("colspan headers rowspan"),
    "th": names("abbr colspan headers rowspan scope"),
    "time": names("datetime"),
}
# What contains words and marks alone, and what therefore does not stand in it.
PHRASING = names("abbr b button code dfn em h1 h2 h3 h4 h5 h6 i label p pre small span strong time")
BLOCKS = names(
    "address article aside blockquote dd details dialog div dl dt fieldset figure footer form h1",
    "h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul",
)
INTERACTIVE = "a[href], button, details, input:not([type=hidden]), label, select, textarea"
CHILDREN = {
    "ul": names("li script template"),
    "ol": names("li script template"),
    "dl": names("dt dd div script template"),
    "tr": names("td th script template"),
    "select": names("option optgroup hr"),
}
LABELABLE = "button, input:not([type=hidden]), meter, output, progress, select, textarea"
# Kinds of input that nothing can be completed in (HTML, 4.10.5.1).
NOT_COMPLETED = names("button checkbox file image radio reset submit")
REFERENCES = ("aria-controls", "aria-describedby", "aria-labelledby", "aria-owns", "headers")


def violations(html: bytes) -> list[str]:
    """What is wrong with a page, in words; nothing where it is valid."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    tree = LexborHTMLParser(html)
    elements = [node for node in tree.css("html, html *") if not _drawn(node)]
    return [
        *(f"{code} at {place} {known}" for place, code, known in parser.errors),
        *(said for node in elements for said in _attributes(node)),
        *_nesting(tree, elements),
        *_references(tree),
        *_document(tree),
    ]


def _drawn(node: LexborNode) -> bool:
    """Whether it is part of a drawing, which has rules of its own."""
    above: LexborNode | None = node
    while above is not None:
        if above.tag in ("svg", "math"):
            return True
        above = above.parent
    return False


def _attributes(node: LexborNode) -> Iterator[str]:
    tag = node.tag or ""
    if tag not in OWN:
        yield f"<{tag}> is no element of HTML"
        return
    for name in node.attributes:
        if name.startswith(("data-", "aria-")) or name in GLOBAL | OWN[tag]:
            continue
        yield f"<{tag}> has no attribute {name}"
    kind = node.attributes.get("type") or "text"
    if tag == "input" and "autocomplete" in node.attributes and kind in NOT_COMPLETED:
        yield f"autocomplete on an input of type {kind}"
    if tag == "img" and "alt" not in node.attributes:
        yield "<img> has no alt"


def _nesting(tree: LexborHTMLParser, elements: list[LexborNode]) -> Iterator[str]:
    for outer in sorted(PHRASING):
        for inner in sorted(BLOCKS):
            if tree.css(f"{outer} {inner}"):
                yield f"<{inner}> stands in <{outer}>"
    for outer in ("a[href]", "button"):
        for node in tree.css(outer):
            # A node finds itself too.
            yield from (
                f"<{one.tag}> stands in {outer}"
                for one in node.css(INTERACTIVE)
                if one.mem_id != node.mem_id
            )
    for node in elements:
        allowed = CHILDREN.get(node.tag or "")
        if allowed is None:
            continue
        strange = {child.tag for child in node.iter()} - allowed
        yield from (f"<{tag}> stands in <{node.tag}>" for tag in strange)


def _references(tree: LexborHTMLParser) -> Iterator[str]:
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    yield from (f"the id {one} stands twice" for one in {one for one in ids if ids.count(one) > 1})
    yield from (f"the id {one!r} is none" for one in ids if not one or set(one) & set(" \t\n"))
    labelable = {node.attributes.get("id") for node in tree.css(LABELABLE)}
    for node in tree.css("label[for]"):
        if node.attributes["for"] not in labelable:
            yield f"a label is for {node.attributes['for']}, which is nothing to fill in"
    for name in REFERENCES:
        for node in tree.css(f"[{name}]"):
            missing = set((node.attributes[name] or "").split()) - set(ids)
            yield from (f"{name} names {one}, which is not there" for one in missing)


def _document(tree: LexborHTMLParser) -> Iterator[str]:
    for selector in ("head title", "head meta[charset]", "html[lang]"):
        if len(tree.css(selector)) != 1:
            yield f"there is not one {selector}"
    if len(tree.css("main:not([hidden])")) > 1:
        yield "there are several <main>"
