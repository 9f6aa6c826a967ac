"""The pages and files of the whole site, without knowing the program that hosts them."""

from inforce.site.bodies import Bodies
from inforce.site.drafts import drafts
from inforce.site.files import files
from inforce.site.head import Head, head, sitemap, with_default
from inforce.site.model import Draft, File, Kind, Page
from inforce.site.pages import pages
from inforce.site.printed import printed
from inforce.site.publication import Publication
from inforce.site.security import secured
from inforce.site.suggesting import Sources

__all__ = [
    "Bodies",
    "Draft",
    "File",
    "Head",
    "Kind",
    "Page",
    "Publication",
    "Sources",
    "drafts",
    "files",
    "head",
    "pages",
    "printed",
    "secured",
    "sitemap",
    "with_default",
]
