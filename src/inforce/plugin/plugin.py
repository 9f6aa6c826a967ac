"""The door for MkDocs: it hands the site's pages over and writes the files for machines.

The i18n plugin builds the site once for each language, the later ones from within the first
one's `on_post_build`, and cannot take generated files. So the pages of a language are added
after it (design, section 8), and the files for machines are written when all languages are done.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import cast

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.templates import TemplateContext

from inforce.address import base_path
from inforce.plugin.documents import Document, document_file
from inforce.plugin.settings import InforceConfig, base_of, extend_theme, i18n_of, root_of
from inforce.plugin.work import Build, begin, title_of
from inforce.problems import InforceError
from inforce.project import CONTENT
from inforce.render import LOCALE, THEME, Compiled
from inforce.search import indexes, page_of_html
from inforce.site import File as Written
from inforce.site import Head, Kind, Page, files, secured, sitemap

NOT_FOUND = "404.html"

# The theme asks for this index on each page, before anybody searches; the search has its own.
THEME_INDEX = ("search/search_index.json", b'{"config":{},"docs":[]}')

# The theme's switches for menu and search have an attribute that is none of theirs (HTML,
# 4.10.18.7), and no block of its template holds them.
SWITCH = re.compile(r'(<input class="md-toggle"[^>]+type="checkbox"[^>]*) autocomplete="off"')

_COMPILED = Compiled()


class InforcePlugin(BasePlugin[InforceConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of all policies to a MkDocs site."""

    def __init__(self) -> None:
        self.serving = False
        self.build: Build

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether this is `mkdocs serve`."""
        self.serving = command == "serve"

    @event_priority(100)  # before the others ask the theme for words and addresses
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the content anew for each build; a language within it goes on with the same."""
        extend_theme(config)
        if not i18n_of(config).building:
            try:
                self.build = begin(config, self.config, serving=self.serving)
            except InforceError as error:
                raise PluginError(str(error)) from error
        return config

    @event_priority(-200)  # after the i18n plugin, which drops generated files
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages of the language that is built now."""
        taken = {file.dest_uri: file for file in files}
        listed = i18n_of(config).i18n_files_per_language[self._language(config)]
        for page in self._pages(config):
            output = page.address.output(self.build.publication.root)
            if page.kind is Kind.HOME and output in taken:
                continue  # the operator's own; the list of policies is appended to it
            if output in taken:
                message = f"{taken[output].src_uri} has the address of a page of this site"
                raise PluginError(f"{message}, {output}: rename the file.")
            file = document_file(page, self.build, config)
            files.append(file)
            if page.indexed and page.canonical == page.address:
                listed.append(file)
        return files

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
        if isinstance(page, Document):
            return html
        if home := self.build.home(page):
            return html + self.build.body(home)
        if not (page.meta.get("search") or {}).get("exclude"):
            language = self._language(config)
            found = page_of_html(html, page.file.url, language, title_of(page))
            self.build.own[language].append(found)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let our templates extend those of the theme that have the same name."""
        behind = config.theme.dirs[config.theme.dirs.index(str(THEME)) + 1 :]
        theme = PrefixLoader({"theme": FileSystemLoader(behind)})
        env.loader = ChoiceLoader([env.loader, theme] if env.loader else [theme])
        env.bytecode_cache = _COMPILED
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates the head of the page, and the language that its search begins with."""
        given = {"head": self._head(page, config), "language": self._language(config)}
        return cast(TemplateContext, {**context, **given})

    def _head(self, page: HostPage, config: MkDocsConfig) -> Head:
        if isinstance(page, Document):
            return page.head
        return self.build.operators_head(page, config)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the switch of languages lead home where there is no page in another language."""
        # The i18n plugin leaves that of the last page here.
        vars(config.extra)["alternate"] = deepcopy(i18n_of(config).extra_alternate)
        given = {"language": self._language(config)}
        if template_name == NOT_FOUND:
            given["missing"] = self.build.bodies.missing(base_path(base_of(config)))
        return cast(TemplateContext, {**context, **given})

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Write the sitemap of all languages so far, and secure pages such as that for 404.

        That one is for all languages, so it is only written with the root language.
        """
        if template_name == "sitemap.xml":
            return sitemap(self._heads(config))
        if template_name == NOT_FOUND and self._language(config) != self.build.publication.root:
            return ""
        return self._finished(output) if template_name.endswith(".html") else output

    def _heads(self, config: MkDocsConfig) -> Iterator[Head]:
        for found in i18n_of(config).i18n_files_per_language.values():
            yield from (self._head(file.page, config) for file in found if file.page)

    @event_priority(-1000)  # after all others, who may still change the page
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Secure the finished page."""
        return self._finished(output)

    def _finished(self, html: str) -> str:
        valid = SWITCH.sub(r"\1", html)
        # `mkdocs serve` puts a script of its own into each page as it sends it.
        return valid if self.serving else secured(valid)

    @event_priority(-200)  # after the i18n plugin has built the other languages
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files for machines and the redirects, once."""
        if i18n_of(config).building:
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
        folders = [root_of(config) / CONTENT, THEME, LOCALE]
        folders += [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        for folder in folders:
            server.watch(str(folder))
        return server

    def _language(self, config: MkDocsConfig) -> str:
        return str(i18n_of(config).current_language)

    def _pages(self, config: MkDocsConfig) -> tuple[Page, ...]:
        return self.build.pages[self._language(config)]
