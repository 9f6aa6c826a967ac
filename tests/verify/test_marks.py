from hypothesis import HealthCheck, given, settings
from selectolax.lexbor import LexborHTMLParser

from inforce.frozen import canonical_text
from inforce.model import Text
from inforce.render import CLASSES, GRAMMAR, Labels, text_html
from inforce.verify.marks import canonical, lines, tidy
from inforce.verify.recorded import recorded_marks
from inforce.verify.shown import ATTRIBUTES, INSIDE, Shown, shown_text
from inforce.verify.text import spaced
from tests.chance import examples
from tests.frozen.strategies import texts

LABELS = Labels("Link to clause", "Table")


def link(policy: str, clause: str) -> str | None:
    return f"../{policy}/#{clause}" if policy != "cookies-2" else None


def show(text: Text, anchors: bool = False) -> Shown:
    """What a reader of the rendered text meets."""
    tree = LexborHTMLParser(text_html(text, link, LABELS, anchors=anchors))
    return shown_text(tree.css("article")[0], lambda href: href)


@given(texts())
@settings(max_examples=examples(25), suppress_health_check=list(HealthCheck))
def test_a_page_shows_what_was_recorded_and_nothing_is_found(text: Text) -> None:
    shown = show(text)
    recorded = tuple(recorded_marks(text, lambda policy, clause: link(policy, clause) or ""))
    assert shown.faults == []
    assert canonical(lines(recorded)) == canonical_text(text)
    # No-break spaces are bound in as a text is shown.
    visible, frozen = canonical(lines(shown.marks)), canonical_text(text)
    assert visible.decode().replace("\u00a0", " ") == frozen.decode().replace("\u00a0", " ")
    assert spaced(tidy(shown.marks)) == spaced(tidy(recorded))


def test_what_is_let_through_is_what_a_text_is_written_with() -> None:
    kinds = {kind: kind.partition(".")[0] for kind in INSIDE}
    assert set(kinds.values()) == set(GRAMMAR)
    for kind, tag in kinds.items():
        assert set(ATTRIBUTES.get(kind, ())) <= GRAMMAR[tag]
        assert set(kind.partition(".")[2].split()) <= CLASSES.get(tag, frozenset())
