"""What one build of all languages works on."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page as HostPage

from inforce.moments import now, parse_moment
from inforce.plugin.settings import InforceConfig, agree, base_of, editor_of, root_of
from inforce.problems import InforceError, Problem
from inforce.project import Project, load_project
from inforce.search import Page as Searched
from inforce.site import (
    Bodies,
    Head,
    Page,
    Publication,
    Sources,
    drafts,
    head,
    pages,
    printed,
    with_default,
)

log = get_plugin_logger(__name__)


@dataclass(frozen=True, slots=True)
class Build:
    """The content at a moment; `own` grows by the operator's own pages."""

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
        address = page.address.url(base_of(config), self.publication.root)
        paper = printed(self.bodies.on_paper(page), address) if words else ""
        found = head(page, self.publication, base_of(config), title, description)
        return replace(found, printed=paper)

    def body(self, page: Page) -> str:
        """The body of a page; raises PluginError where a template is wrong."""
        try:
            return self.bodies.html(page)
        except InforceError as error:
            raise PluginError(str(error)) from error

    def home(self, page: HostPage) -> Page | None:
        """Of the operator's own home page in a language, the page of ours that it stands for."""
        homes = (found[0] for found in self.pages.values())
        root = self.publication.root
        return next((one for one in homes if one.address.output(root) == page.file.dest_uri), None)

    def operators_head(self, page: HostPage, config: MkDocsConfig) -> Head:
        """The head of a page that the operator wrote, in the languages that there are of it."""
        home = self.home(page)
        own = self.head(home, config) if home else self._own(page, config)
        return replace(own, description=str(page.meta.get("description") or own.description))

    def _own(self, page: HostPage, config: MkDocsConfig) -> Head:
        alternates = {
            language: urljoin(base_of(config), file.url)
            for language, file in getattr(page.file, "alternates", {}).items()
        }
        return Head(
            f"{title_of(page)} – {config.site_name}",
            config.site_description or "",
            urljoin(base_of(config), page.file.url),
            with_default(alternates, self.publication.root),
        )


def begin(config: MkDocsConfig, own: InforceConfig, *, serving: bool) -> Build:
    """Read the content anew; raises InforceError and PluginError."""
    project = load_project(root_of(config))
    _refuse(project.damage)
    agree(config, project.site, serving=serving)
    timezone = project.site.timezone
    at = os.environ.get("INFORCE_AT") or own.at
    moment = parse_moment(at, timezone) if at else now()
    wanted = serving or own.draft or os.environ.get("INFORCE_DRAFT") == "1"
    previews = drafts(project, moment) if wanted else ()
    if not serving:
        _refuse([problem for draft in previews for problem in draft.problems])
    publication = Publication(project.archive, project.site, moment, previews)
    by_language: dict[str, list[Page]] = {code: [] for code in project.site.languages}
    for page in pages(publication):
        by_language[page.address.language].append(page)
    templates = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    return Build(
        project,
        publication,
        Bodies(publication, templates, Sources.of(project, editor_of(config))),
        {code: tuple(found) for code, found in by_language.items()},
        {code: [] for code in project.site.languages},
    )


def _refuse(problems: Sequence[Problem]) -> None:
    """Fail with all errors at once; what is not an error is only told."""
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in problems:
        if problem not in errors:
            log.info(str(problem))
    if errors:
        raise PluginError("\n".join(str(problem) for problem in errors))


def title_of(page: HostPage) -> str:
    """The title of a page of the operator in plain words."""
    return Markup(page.title or "").striptags()  # noqa: S704 - a title comes as HTML
