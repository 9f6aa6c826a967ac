"""Texts and pages as HTML, and the words of the pages in each language."""

from inforce.render.compiled import Compiled
from inforce.render.dates import Case, language_name
from inforce.render.headings import Heading, headings
from inforce.render.labels import Labels
from inforce.render.templates import THEME, Renderer
from inforce.render.text import (
    CLASSES,
    GRAMMAR,
    TEXT_ID,
    PolicyLink,
    blocks_html,
    text_html,
)
from inforce.render.words import LOCALE, Words

__all__ = [
    "CLASSES",
    "GRAMMAR",
    "LOCALE",
    "TEXT_ID",
    "THEME",
    "Case",
    "Compiled",
    "Heading",
    "Labels",
    "PolicyLink",
    "Renderer",
    "Words",
    "blocks_html",
    "headings",
    "language_name",
    "text_html",
]
