"""The door for MkDocs: it hands the site's pages over and writes the files for machines.

The i18n plugin builds the site once for each language, the later ones from within the first
one's `on_post_build`, and cannot take generated files. So the pages of a language are added
after it (design, section 8), and the files for machines are written when all languages are done.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from inforce.moments import now, parse_moment
from inforce.problems import InforceError, Problem
from inforce.project import CONTENT, Project, load_project
from inforce.render import LOCALE, TEXT_ID, THEME, Heading
from inforce.site import Bodies, Kind, Page, Publication, drafts, files, pages

STYLES = "assets/inforce.css"
TEMPLATE = "inforce/page.html"

log = get_plugin_logger(__name__)


class InforceConfig(Config):  # type: ignore[no-untyped-call]
    """The settings below `inforce:` in mkdocs.yml; the environment comes before them."""

    # The moment to build for, such as 2026-09-01; else the present. Environment: INFORCE_AT.
    at = config_options.Optional(config_options.Type(str))
    # Whether working texts are previewed; `mkdocs serve` always does. Environment: INFORCE_DRAFT.
    draft = config_options.Type(bool, default=False)


@dataclass(frozen=True, slots=True)
class _Build:
    """What one build of all languages works on."""

    project: Project
    publication: Publication
    bodies: Bodies
    pages: Mapping[str, tuple[Page, ...]]


class InforcePlugin(BasePlugin[InforceConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of all policies to a MkDocs site."""

    def __init__(self) -> None:
        self.serving = False
        self.build: _Build

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether this is `mkdocs serve`."""
        self.serving = command == "serve"

    @event_priority(100)  # before the others ask the theme for words and addresses
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the content anew for each build; a language within it goes on with the same."""
        _extend_theme(config)
        if not _i18n(config).building:
            try:
                self.build = self._begin(config)
            except InforceError as error:
                raise PluginError(str(error)) from error
        return config

    def _begin(self, config: MkDocsConfig) -> _Build:
        project = load_project(_root(config))
        _refuse(project.damage)
        _check_config(config, project, self.serving)
        timezone = project.site.timezone
        at = os.environ.get("INFORCE_AT") or self.config.at
        moment = parse_moment(at, timezone) if at else now()
        wanted = self.serving or self.config.draft or os.environ.get("INFORCE_DRAFT") == "1"
        previews = drafts(project, moment) if wanted else ()
        if not self.serving:
            _refuse([problem for draft in previews for problem in draft.problems])
        publication = Publication(project.archive, project.site, moment, previews)
        by_language: dict[str, list[Page]] = {code: [] for code in project.site.languages}
        for page in pages(publication):
            by_language[page.address.language].append(page)
        own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        return _Build(
            project,
            publication,
            Bodies(publication, own),
            {code: tuple(found) for code, found in by_language.items()},
        )

    @event_priority(-200)  # after the i18n plugin, which drops generated files
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages of the language that is built now."""
        taken = {file.dest_uri: file for file in files}
        sitemap = _i18n(config).i18n_files_per_language[self._language(config)]
        for page in self._pages(config):
            output = page.address.output(self.build.publication.root)
            if page.kind is Kind.HOME and output in taken:
                continue  # the operator's own; the list of policies is appended to it
            if output in taken:
                message = f"{taken[output].src_uri} has the address of a page of this site"
                raise PluginError(f"{message}, {output}: rename the file.")
            file = self._file(page, config)
            files.append(file)
            if page.indexed and page.canonical == page.address:
                sitemap.append(file)
        return files

    def _file(self, page: Page, config: MkDocsConfig) -> File:
        root = self.build.publication.root
        language = page.address.language
        source = page.address.within(root).path(root) + "index.md"
        in_nav = InclusionLevel.INCLUDED if page.kind is Kind.HOME else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source, content="", inclusion=in_nav)
        file.dest_uri = page.address.output(root)
        # What the i18n plugin knows of its own files.
        vars(file).update(
            locale=language,
            locale_alternate_of=language,
            localization=language,
            norm_src_uri=source,
            alternates={
                code: _Alternate(page.address.within(code).path(root) or "./")
                for code in self.build.publication.site.languages
            },
        )
        _Document(page, self.build, file, config)
        return file

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the policies behind the home page and the list of all changes at the end."""
        root = self.build.publication.root
        by_output = {file.dest_uri: file.page for file in files.documentation_pages() if file.page}
        found = [
            (page.kind, by_output[page.address.output(root)])
            for page in self._pages(config)
            if page.in_nav
        ]
        home = next(page for kind, page in found if kind is Kind.HOME)
        policies = [page for kind, page in found if kind in (Kind.POLICY, Kind.STATE)]
        rest = [item for item in nav.items if item is not home]
        last = [page for kind, page in found if kind is Kind.CHANGELOG]
        nav.items = [home, *policies, *rest, *last]
        nav.pages = [*policies, *nav.pages, *last]
        return nav

    def on_page_content(
        self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Append the list of policies to the operator's own home page."""
        home = self._pages(config)[0]
        if isinstance(page, _Document):
            return html
        if page.file.dest_uri != home.address.output(self.build.publication.root):
            return html
        return html + _body(self.build, home)

    @event_priority(-200)  # after the i18n plugin has built the other languages
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files for machines and the redirects, once."""
        if _i18n(config).building:
            return
        out = Path(config.site_dir)
        root = self.build.publication.root
        for file in files(self.build.publication, self.build.project.content):
            target = out / file.address.output(root)
            if target.exists():
                raise PluginError(f"Two files claim one address: {file.address.output(root)}")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when a source, a template or a word changes."""
        folders = [_root(config) / CONTENT, THEME, LOCALE]
        folders += [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        for folder in folders:
            server.watch(str(folder))
        return server

    def _language(self, config: MkDocsConfig) -> str:
        return str(_i18n(config).current_language)

    def _pages(self, config: MkDocsConfig) -> tuple[Page, ...]:
        return self.build.pages[self._language(config)]


@dataclass(frozen=True, slots=True)
class _Alternate:
    """A page in another language, as the i18n plugin's switch and sitemap ask for it."""

    url: str
    page: None = None


class _Document(HostPage):
    """A page whose body is finished HTML and never passes through Markdown."""

    def __init__(self, page: Page, build: _Build, file: File, config: MkDocsConfig) -> None:
        self.source = page
        self.build = build
        self.words = build.bodies.title(page)
        # MkDocs' templates do not escape.
        super().__init__(escape(self.words or config.site_name), file, config)
        if page.canonical != page.address and config.site_url:
            self.canonical_url = page.canonical.url(config.site_url, build.publication.root)

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source to read."""
        self.markdown = ""
        title = f"{self.words} – {config.site_name}" if self.words else config.site_name
        self.meta = {
            "template": TEMPLATE,
            "document_title": title,
            "untitled": self.source.kind is Kind.HOME,
            "indexed": self.source.indexed,
            "search": {"exclude": not self.source.in_search},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished body."""
        self.content = _body(self.build, self.source)
        contents = self.build.bodies.headings(self.source)
        top = AnchorLink(escape(self.words), TEXT_ID, 1)
        top.children = _links(contents, 2)
        self.toc = TableOfContents([top] if contents else [])


def _body(build: _Build, page: Page) -> str:
    try:
        return build.bodies.html(page)
    except InforceError as error:
        raise PluginError(str(error)) from error


def _links(contents: Sequence[Heading], level: int) -> list[AnchorLink]:
    links = []
    for heading in contents:
        link = AnchorLink(escape(heading.words), heading.id, level)
        link.children = _links(heading.below, level + 1)
        links.append(link)
    return links


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _i18n(config: MkDocsConfig):  # type: ignore[no-untyped-def]  # the plugin has no types
    plugin = config.plugins.get("i18n")
    if plugin is None:
        raise PluginError("The i18n plugin is missing: list `i18n` before `inforce` in mkdocs.yml.")
    return plugin


def _refuse(problems: Sequence[Problem]) -> None:
    """Fail with all errors at once; what is not an error is only told."""
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in problems:
        if problem not in errors:
            log.info(str(problem))
    if errors:
        raise PluginError("\n".join(str(problem) for problem in errors))


def _check_config(config: MkDocsConfig, project: Project, serving: bool) -> None:
    """Let MkDocs agree with content/site.yml, or say where it does not."""
    site = project.site
    languages = tuple(_i18n(config).build_languages)
    if languages != site.languages or _i18n(config).default_language != site.languages[0]:
        raise PluginError(
            f"mkdocs.yml builds the languages {', '.join(languages)}, content/site.yml names"
            f" {', '.join(site.languages)}: list the same in the same order, the first as default."
        )
    if serving:
        return  # the address is that of the preview
    if config.site_url and config.site_url != site.url:
        raise PluginError(
            f"`site_url` in mkdocs.yml is {config.site_url}, `url` in content/site.yml is"
            f" {site.url}: take `site_url` out of mkdocs.yml."
        )
    config.site_url = site.url


def _extend_theme(config: MkDocsConfig) -> None:
    """Put our templates and styles between the site's own and the theme's."""
    dirs = config.theme.dirs
    if str(THEME) not in dirs:
        own = config.theme.custom_dir
        dirs.insert(dirs.index(own) + 1 if own in dirs else 0, str(THEME))
    if STYLES not in config.extra_css:
        config.extra_css.insert(0, STYLES)
