"""The pages of this site as MkDocs knows pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from inforce.plugin.work import Build
from inforce.render import TEXT_ID, Heading
from inforce.site import Kind, Page

TEMPLATE = "inforce/page.html"


@dataclass(frozen=True, slots=True)
class _Alternate:
    """A page in another language, as the i18n plugin's switch and sitemap ask for it."""

    url: str
    page: None = None


class Document(HostPage):
    """A page whose body is finished HTML and never passes through Markdown."""

    def __init__(self, page: Page, build: Build, file: File, config: MkDocsConfig) -> None:
        self.source = page
        self.build = build
        self.words = build.bodies.title(page)
        self.head = build.head(page, config)
        # MkDocs' templates do not escape.
        super().__init__(escape(self.words or config.site_name), file, config)
        self.canonical_url = self.head.canonical

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source to read."""
        self.markdown = ""
        wide = self.source.kind is Kind.PARALLEL
        self.meta = {
            "hide": ["navigation", "toc"] if wide else [],
            "template": TEMPLATE,
            "untitled": self.source.kind is Kind.HOME,
            "search": {"exclude": True},  # clauses are found through indexes of our own
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished body."""
        self.content = self.build.body(self.source)
        contents = self.build.bodies.headings(self.source)
        top = AnchorLink(escape(self.words), TEXT_ID, 1)
        top.children = _links(contents, 2)
        self.toc = TableOfContents([top] if contents else [])


def document_file(page: Page, build: Build, config: MkDocsConfig) -> File:
    """The file of a page, as the i18n plugin knows its own."""
    root = build.publication.root
    language = page.address.language
    source = page.address.within(root).path(root) + "index.md"
    in_nav = InclusionLevel.INCLUDED if page.kind is Kind.HOME else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, source, content="", inclusion=in_nav)
    file.dest_uri = page.address.output(root)
    vars(file).update(
        locale=language,
        locale_alternate_of=language,
        localization=language,
        norm_src_uri=source,
        alternates={
            code: _Alternate(page.address.within(code).path(root) or "./")
            for code in build.publication.site.languages
        },
    )
    Document(page, build, file, config)
    return file


def _links(contents: Sequence[Heading], level: int) -> list[AnchorLink]:
    links = []
    for heading in contents:
        link = AnchorLink(escape(heading.words), heading.id, level)
        link.children = _links(heading.below, level + 1)
        links.append(link)
    return links
