"""The door for MkDocs: it hands the site's pages over and writes the files for machines.

The i18n plugin builds the site once for each language, the later ones from within the first
one's `on_post_build`, and cannot take generated files. So the pages of a language are added
after it (design, section 8), and the files for machines are written when all languages are done.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast
from urllib.parse import urljoin

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from markupsafe import Markup, escape
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
from mkdocs.utils.templates import TemplateContext

from inforce.address import base_path
from inforce.moments import now, parse_moment
from inforce.problems import InforceError, Problem
from inforce.project import CONTENT, Project, load_project
from inforce.render import LOCALE, TEXT_ID, THEME, Heading
from inforce.search import Page as Searched
from inforce.search import indexes, page_of_html
from inforce.site import (
    Bodies,
    Head,
    Kind,
    Page,
    Publication,
    drafts,
    files,
    head,
    pages,
    printed,
    secured,
    sitemap,
    with_default,
)
from inforce.site import File as Written

STYLES = ("assets/fonts.css", "assets/inforce.css")
SCRIPTS = ("assets/languages.js", "assets/search/box.js")
TEMPLATE = "inforce/page.html"
NOT_FOUND = "404.html"

# The theme asks for this index on each page, before anybody searches; the search has its own.
THEME_INDEX = ("search/search_index.json", b'{"config":{},"docs":[]}')

log = get_plugin_logger(__name__)


class InforceConfig(Config):  # type: ignore[no-untyped-call]
    """The settings below `inforce:` in mkdocs.yml; the environment comes before them."""

    # The moment to build for, such as 2026-09-01; else the present. Environment: INFORCE_AT.
    at = config_options.Optional(config_options.Type(str))
    # Whether working texts are previewed; `mkdocs serve` always does. Environment: INFORCE_DRAFT.
    draft = config_options.Type(bool, default=False)


@dataclass(frozen=True, slots=True)
class _Build:
    """What one build of all languages works on; `own` grows by the operator's own pages."""

    project: Project
    publication: Publication
    bodies: Bodies
    pages: Mapping[str, tuple[Page, ...]]
    own: Mapping[str, list[Searched]]

    def head(self, page: Page, config: MkDocsConfig) -> Head:
        """The head of a page; its title ends with the name of the site."""
        words = self.bodies.title(page)
        title = f"{words} – {config.site_name}" if words else config.site_name
        description = self.bodies.description(page)
        address = page.address.url(_base(config), self.publication.root)
        paper = printed(self.bodies.on_paper(page), address) if words else ""
        found = head(page, self.publication, _base(config), title, description)
        return replace(found, printed=paper)


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
            {code: [] for code in project.site.languages},
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
        """Append the list of policies to the operator's own home page; let others be found."""
        home = self._pages(config)[0]
        if isinstance(page, _Document):
            return html
        if page.file.dest_uri == home.address.output(self.build.publication.root):
            return html + _body(self.build, home)
        if not (page.meta.get("search") or {}).get("exclude"):
            language = self._language(config)
            found = page_of_html(html, page.file.url, language, _title(page))
            self.build.own[language].append(found)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let our templates extend those of the theme that have the same name."""
        behind = config.theme.dirs[config.theme.dirs.index(str(THEME)) + 1 :]
        theme = PrefixLoader({"theme": FileSystemLoader(behind)})
        env.loader = ChoiceLoader([env.loader, theme] if env.loader else [theme])
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates the head of the page, and the language that its search begins with."""
        given = {"head": self._head(page, config), "language": self._language(config)}
        return cast(TemplateContext, {**context, **given})

    def _head(self, page: HostPage, config: MkDocsConfig) -> Head:
        if isinstance(page, _Document):
            return page.head
        home = self._home(page)
        own = self.build.head(home, config) if home else _operators(page, config, self.build)
        written = str(page.meta.get("description") or own.description)
        return replace(own, description=written)

    def _home(self, page: HostPage) -> Page | None:
        """Of the operator's own home page in a language, the page of ours that it stands for."""
        root = self.build.publication.root
        homes = (found[0] for found in self.build.pages.values())
        return next((one for one in homes if one.address.output(root) == page.file.dest_uri), None)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the switch of languages lead home where there is no page in another language."""
        # The i18n plugin leaves that of the last page here.
        vars(config.extra)["alternate"] = deepcopy(_i18n(config).extra_alternate)
        given = {"language": self._language(config)}
        if template_name == NOT_FOUND:
            given["missing"] = self.build.bodies.missing(base_path(_base(config)))
        return cast(TemplateContext, {**context, **given})

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Write the sitemap of all languages so far, and secure pages such as that for 404.

        That one is for all languages, so it is only written with the root language.
        """
        if template_name == "sitemap.xml":
            return sitemap(self._heads(config))
        if template_name == NOT_FOUND and self._language(config) != self.build.publication.root:
            return ""
        return self._secured(output) if template_name.endswith(".html") else output

    def _heads(self, config: MkDocsConfig) -> Iterator[Head]:
        for found in _i18n(config).i18n_files_per_language.values():
            yield from (self._head(file.page, config) for file in found if file.page)

    @event_priority(-1000)  # after all others, who may still change the page
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Secure the finished page."""
        return self._secured(output)

    def _secured(self, html: str) -> str:
        # `mkdocs serve` puts a script of its own into each page as it sends it.
        return html if self.serving else secured(html)

    @event_priority(-200)  # after the i18n plugin has built the other languages
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files for machines and the redirects, once."""
        if _i18n(config).building:
            return
        out = Path(config.site_dir)
        root = self.build.publication.root
        for file in self._files():
            target = out / file.address.output(root)
            if target.exists():
                raise PluginError(f"Two files claim one address: {file.address.output(root)}")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)
        name, content = THEME_INDEX
        (out / name).write_bytes(content)

    def _files(self) -> Iterator[Written]:
        publication = self.build.publication
        yield from files(publication, self.build.project.content)
        yield from indexes(publication, self.build.own)

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
        self.head = build.head(page, config)
        # MkDocs' templates do not escape.
        super().__init__(escape(self.words or config.site_name), file, config)
        self.canonical_url = self.head.canonical

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source to read."""
        self.markdown = ""
        self.meta = {
            "template": TEMPLATE,
            "untitled": self.source.kind is Kind.HOME,
            "search": {"exclude": True},  # clauses are found through indexes of our own
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished body."""
        self.content = _body(self.build, self.source)
        contents = self.build.bodies.headings(self.source)
        top = AnchorLink(escape(self.words), TEXT_ID, 1)
        top.children = _links(contents, 2)
        self.toc = TableOfContents([top] if contents else [])


def _operators(page: HostPage, config: MkDocsConfig, build: _Build) -> Head:
    """The head of a page that the operator wrote, in the languages that there are of it."""
    alternates = {
        language: urljoin(_base(config), file.url)
        for language, file in getattr(page.file, "alternates", {}).items()
    }
    return Head(
        f"{_title(page)} – {config.site_name}",
        config.site_description or "",
        urljoin(_base(config), page.file.url),
        with_default(alternates, build.publication.root),
    )


def _title(page: HostPage) -> str:
    """The title of a page of the operator in plain words."""
    return Markup(page.title or "").striptags()  # noqa: S704 - a title comes as HTML


def _base(config: MkDocsConfig) -> str:
    """The address of the site; while serving, that of the preview."""
    return config.site_url or "/"


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
    own_css = [style for style in config.extra_css if style not in STYLES]
    config.extra_css[:] = [*STYLES, *own_css]
    for script in SCRIPTS:
        if script not in config.extra_javascript:
            config.extra_javascript.append(script)
