"""What readers search: an index of current texts for each language.

The scripts in `theme/assets/search/` read it in the reader's browser.
"""

from inforce.search.index import Page, Section, index, indexes
from inforce.search.own import page_of_html

__all__ = ["Page", "Section", "index", "indexes", "page_of_html"]
